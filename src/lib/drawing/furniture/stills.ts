import {
	BAKERY,
	BENCHES,
	CART,
	COLUMN,
	LAMP_HEIGHT,
	LAMPS,
	PLANTERS,
	RACK,
	SHELTER,
	TERRACE,
	TREES
} from '../../street/places';
import { AWNINGS, stirringHem, type Awning } from '../facades/awning';
import type { Plot } from '../plot';
import { bakery, SHADE } from './bakery';
import { bench } from './bench';
import { cart } from './cart';
import { column } from './column';
import { lamp } from './lamp';
import { planter } from './planter';
import { hoop } from './rack';
import { shelterBack, shelterFront } from './shelter';
import { table } from './terrace';
import { tree } from './tree';

/** Something still that can stand before people: where it is in the order from far to near, and how to paint it. */
export interface Still {
	/** Distance along Y it is sorted by, metres. */
	y: number;
	/** `sway` is how far the wind leans trees, `seconds` the street's time. */
	paint: (p: Plot, sway: number, seconds: number) => void;
	/** The box it keeps within, metres; from the ground to z. */
	reach: { x0: number; x1: number; y0: number; y1: number; z: number };
	/** It does not look the same from one frame to the next. */
	moves?: boolean;
	/** What its shadow comes from: centre, half sizes, height, radius of a tree's crown. */
	shade?: { x: number; y: number; rx: number; ry: number; height: number; crown?: number };
}

/** The box around a place, `a` metres to both sides along X and `b` along Y, `z` high. */
const within = (x: number, y: number, a: number, b: number, z: number): Still['reach'] => ({
	x0: x - a,
	x1: x + a,
	y0: y - b,
	y1: y + b,
	z
});
const bakeryX = (BAKERY.x0 + BAKERY.x1) / 2;
const bakeryY = (BAKERY.y0 + BAKERY.y1) / 2;
const shelterX = (SHELTER.x0 + SHELTER.x1) / 2;
const shelterY = (SHELTER.y0 + SHELTER.y1) / 2;

/** An awning's hem where it is near enough to move; `y` is its place in the order. */
const stirring = (a: Awning, y: number): Still => ({
	y,
	paint: (p, _, seconds) => stirringHem(p, a, seconds),
	reach: { x0: a.x0 - 0.3, x1: a.x1 + 0.3, y0: a.y1, y1: a.y, z: a.z1 },
	moves: true
});

/** Everything still that can stand before people. */
export const STILLS: readonly Still[] = [
	{
		y: bakeryY,
		paint: bakery,
		reach: within(bakeryX, bakeryY, 3.2, 2.5, 4.3),
		shade: { x: bakeryX, y: bakeryY, rx: 2.3, ry: 1.25, height: BAKERY.height }
	},
	// Right after what it hangs from.
	stirring(SHADE, bakeryY - 1e-6),
	...AWNINGS.map((a) => stirring(a, a.y1)),
	{ y: SHELTER.y1, paint: shelterBack, reach: within(shelterX, shelterY, 3, 1.4, 2.8) },
	{
		y: SHELTER.y0,
		paint: shelterFront,
		reach: within(shelterX + 0.6, shelterY, 3.6, 1.4, 3.1),
		shade: { x: shelterX, y: shelterY, rx: 2.3, ry: 0.5, height: 2.4 }
	},
	{
		y: COLUMN.y,
		paint: column,
		reach: within(COLUMN.x, COLUMN.y, 1.2, 1.2, COLUMN.height + 1.3),
		shade: { x: COLUMN.x, y: COLUMN.y, rx: 0.72, ry: 0.72, height: COLUMN.height + 0.6 }
	},
	{
		y: CART.y,
		paint: cart,
		reach: { x0: CART.x - 2.9, x1: CART.x + 1.5, y0: CART.y - 1, y1: CART.y + 1, z: 2.9 },
		shade: { x: CART.x, y: CART.y, rx: 1.05, ry: 0.5, height: CART.canopy }
	},
	...RACK.places.map((x, i): Still => ({
		y: RACK.y,
		paint: (p) => hoop(p, x, i),
		reach: within(x, RACK.y, 0.8, 1.3, 1.4),
		shade: { x, y: RACK.y, rx: 0.12, ry: 0.8, height: 0.5 }
	})),
	...BENCHES.map((b): Still => ({
		y: b.y - 0.02,
		paint: (p) => bench(p, b),
		reach: within(b.x, b.y, 1.2, 0.9, 1.3),
		shade: { x: b.x, y: b.y - 0.2, rx: 0.95, ry: 0.3, height: 0.7 }
	})),
	...LAMPS.map((l): Still => ({
		y: l.y,
		paint: (p) => lamp(p, l),
		reach: within(l.x, l.y, 0.5, 0.5, LAMP_HEIGHT + 1),
		shade: { x: l.x, y: l.y, rx: 0.14, ry: 0.14, height: LAMP_HEIGHT }
	})),
	...TREES.map((t): Still => ({
		y: t.y,
		paint: (p, sway) => tree(p, t, sway),
		reach: within(t.x, t.y, 3.4, 1, 7),
		moves: true,
		shade: { x: t.x, y: t.y, rx: 0.2, ry: 0.15, height: 2.4 * t.size, crown: 1.7 * t.size }
	})),
	...PLANTERS.map((b): Still => ({
		y: b.y - b.depth / 2,
		paint: (p) => planter(p, b),
		reach: within(b.x, b.y, b.width / 2 + 0.5, b.depth / 2 + 0.3, 1.6),
		shade: { x: b.x, y: b.y, rx: b.width / 2, ry: b.depth / 2, height: 0.8 }
	})),
	...TERRACE.map((t, i): Still => ({
		y: t.y,
		paint: (p) => table(p, t, i),
		reach: within(t.x, t.y, 1.1, 0.6, 1.2),
		shade: { x: t.x, y: t.y, rx: 0.8, ry: 0.3, height: 0.7 }
	}))
];
