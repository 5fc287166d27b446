import { project } from '../camera/camera';
import {
	BAKERY,
	BENCH,
	BENCHES,
	CART,
	COLUMN,
	LAMP_HEIGHT,
	LAMPS,
	PLANTERS,
	RACK,
	SHELTER,
	TERRACE,
	TREES,
	type Box,
	type Spot,
	type Tree
} from '../street/places';
import { CIRCLE, disc, round, SIDES } from './circle';
import { awning, AWNINGS, hem, stirringHem, stirs, type Awning } from './facades';
import { writeSign } from './lettering';
import { INK, shade } from './palette';
import type { Plot } from './plot';
import { bicycle, flowers } from './things';

const spot = { u: 0, v: 0, k: 0 };

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

/** The bakery's awning. */
const SHADE: Awning = {
	x0: BAKERY.x0 + 0.3,
	x1: BAKERY.x1 - 0.3,
	y: BAKERY.y0,
	z: 2.75,
	y1: BAKERY.y0 - 0.95,
	z1: 2.28,
	colour: BAKERY.awning,
	striped: true
};

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

/** Unit vector on the ground from the camera to a place, and pixels per metre there. */
const view = { x: 0, y: 1, k: 1 };
function look(p: Plot, x: number, y: number): void {
	const dx = x - p.camera.x;
	const dy = y - p.camera.y;
	const l = Math.sqrt(dx * dx + dy * dy) || 1;
	view.x = dx / l;
	view.y = dy / l;
	project(p.camera, x, y, 0, spot);
	view.k = spot.k;
}

/** Half of a circle's points. */
const HALF = SIDES / 2;

/** The outline of an upright cylinder from z0 to z1; radius r0 at the foot and r1 at the top. Uses `view`. */
function drum(p: Plot, x: number, y: number, r0: number, r1: number, z0: number, z1: number): Plot {
	p.start();
	// Thin ones need few points.
	const step = Math.max(r0, r1) * view.k < 12 ? 4 : p.coarse;
	for (let i = HALF; i <= SIDES; i += step) around(p, x, y, r0, z0, i % SIDES);
	for (let i = 0; i <= HALF; i += step) around(p, x, y, r1, z1, i);
	return p;
}

/** A point of a level circle, of 32; 0 is to the right of the view, 8 away, 16 to the left, 24 near. */
function around(p: Plot, x: number, y: number, r: number, z: number, i: number): void {
	const a = CIRCLE[i * 2] * r;
	const b = CIRCLE[i * 2 + 1] * r;
	p.at(x + view.y * a + view.x * b, y - view.x * a + view.y * b, z);
}

/** The near half of a level circle. */
function rim(p: Plot, x: number, y: number, r: number, z: number): Plot {
	p.start();
	for (let i = HALF; i <= SIDES; i += p.coarse) around(p, x, y, r, z, i % SIDES);
	return p;
}

/** A patch of poster on a cylinder, between two of its thirty-two points. */
function poster(p: Plot, x: number, y: number, r: number, from: number, to: number, z0: number, z1: number): Plot {
	p.start();
	for (let i = from; i <= to; i++) around(p, x, y, r, z0, i);
	for (let i = to; i >= from; i--) around(p, x, y, r, z1, i);
	return p;
}

function column(p: Plot): void {
	const t = p.tone;
	const { x, y, radius: r, height: h, dome } = COLUMN;
	look(p, x, y);
	const green = t.of('#46685E');
	const dark = t.of('#3D5C53');
	drum(p, x, y, r + 0.1, r + 0.1, 0, 0.3).face(dark);
	drum(p, x, y, r, r, 0.3, h).face(green);
	// Posters: a play, a concert, a circus.
	poster(p, x, y, r, 18, 22, 0.75, 2.75).face(t.of('#F2E7CF'), 0.85);
	poster(p, x, y, r, 22, 26, 0.75, 2.75).face(t.of('#C77B55'), 0.85);
	poster(p, x, y, r, 26, 30, 0.75, 2.75).face(t.of('#DCC98F'), 0.85);
	if (view.k > 16) {
		poster(p, x, y, r, 18, 22, 2.25, 2.6).fill(t.of('#44587A'));
		poster(p, x, y, r, 18, 20, 1.05, 1.75).fill(t.of('#9AA894'));
		for (let i = 0; i < 3; i++) {
			poster(p, x, y, r, 18, 22, 0.9 + i * 0.12, 0.9 + i * 0.12).rule(0.6, 0.6);
			poster(p, x, y, r, 26, 30, 0.95 + i * 0.12, 0.95 + i * 0.12).rule(0.6, 0.5);
		}
		// A face, a moon.
		project(p.camera, x - view.x * r, y - view.y * r, 1.9, spot);
		const { pen } = p;
		pen.beginPath();
		pen.arc(spot.u, spot.v, 0.24 * spot.k * p.camera.cos, 0, 2 * Math.PI);
		pen.fillStyle = t.of('#F2E2BE');
		pen.fill();
		p.inkStroke(0.7);
		poster(p, x, y, r, 22, 26, 1.1, 1.25).fill(t.of('#F2E7CF'));
		poster(p, x, y, r, 26, 30, 1.55, 2.5).fill(t.of('#7A4A5E'));
	}
	drum(p, x, y, r + 0.16, r + 0.16, h - 0.35, h - 0.1).face(dark);
	drum(p, x, y, r + 0.24, r + 0.24, h - 0.1, h).face(dark);
	drum(p, x, y, r + 0.2, r * 0.82, h, h + dome * 0.42).face(green);
	drum(p, x, y, r * 0.82, 0.16, h + dome * 0.42, h + dome * 0.9).face(green);
	rim(p, x, y, r * 0.82, h + dome * 0.42).rule(0.6, 0.6);
	if (view.k > 14)
		for (let i = 18; i < SIDES; i += 4) {
			p.start();
			around(p, x, y, r + 0.2, h, i);
			around(p, x, y, r * 0.82, h + dome * 0.42, i);
			around(p, x, y, 0.16, h + dome * 0.9, i);
			p.rule(0.6, 0.5);
		}
	drum(p, x, y, 0.13, 0.04, h + dome * 0.9, h + dome * 1.15).face(dark, 0.8);
}

function bench(p: Plot, { x, y }: Spot): void {
	const t = p.tone;
	const w = BENCH.width / 2;
	const metal = t.of('#3D4B46');
	for (const s of [-1, 1]) {
		const a = x + s * (w - 0.2);
		p.start().at(a, y, 0).at(a, y, BENCH.back).rule(2, 1, metal);
		p.start()
			.at(a, y, BENCH.seat)
			.at(a, y - BENCH.depth, BENCH.seat)
			.at(a, y - BENCH.depth, 0)
			.rule(2, 1, metal);
	}
	// Back, then the seat's slats.
	p.open();
	for (let i = 0; i < 2; i++) p.wall(x - w, x + w, y, BENCH.seat + 0.12 + i * 0.21, BENCH.seat + 0.28 + i * 0.21).add();
	p.paint(t.of('#B98D63'), 0.85);
	p.open();
	for (let i = 0; i < 3; i++)
		p.floor(x - w, x + w, y - BENCH.depth + i * 0.165, y - BENCH.depth + 0.15 + i * 0.165, BENCH.seat).add();
	p.paint(t.of('#A9805A'), 0.8);
	p.wall(x - w, x + w, y - BENCH.depth, BENCH.seat - 0.06, BENCH.seat).face(t.of('#94704E'), 0.8);
}

function lamp(p: Plot, { x, y }: Spot): void {
	const t = p.tone;
	look(p, x, y);
	const h = LAMP_HEIGHT;
	const metal = t.of('#2F3A38');
	drum(p, x, y, 0.14, 0.1, 0, 0.7).face(metal, 0.8);
	drum(p, x, y, 0.055, 0.045, 0.7, h).face(metal, 0.8);
	drum(p, x, y, 0.1, 0.1, h - 0.04, h + 0.04).face(metal, 0.8);
	const glass = t.glow('#F5E7BC', '#FFEDB0');
	p.start();
	p.at(x - view.y * 0.14, y + view.x * 0.14, h + 0.04).at(x + view.y * 0.14, y - view.x * 0.14, h + 0.04);
	p.at(x + view.y * 0.24, y - view.x * 0.24, h + 0.55).at(x - view.y * 0.24, y + view.x * 0.24, h + 0.55);
	p.face(glass, 0.9);
	drum(p, x, y, 0.29, 0.06, h + 0.55, h + 0.76).face(metal, 0.8);
}

const LEAVES = [
	0, 4.35, 1.5, -1.15, 3.7, 1.15, 1.2, 3.75, 1.2, -0.55, 5.15, 1.1, 0.68, 5.1, 1.05, -1.75, 4.35, 0.75, 1.75, 4.45, 0.8,
	0.1, 3.3, 1
];
const STROKES = [
	-0.9, 4.7, 0.5, 0.3, 5.4, 0.55, 1.2, 4.3, 0.5, -1.35, 3.9, 0.45, 0.1, 4.05, 0.55, -0.3, 3.3, 0.45, 0.95, 3.4, 0.4,
	-0.5, 5.5, 0.4
];

function tree(p: Plot, tr: Tree, sway: number): void {
	const { pen, camera, tone } = p;
	const { x, y, size: g } = tr;
	look(p, x, y);
	const bark = tone.of('#9C8468');
	p.start();
	const across = (a: number, z: number) => p.at(x + view.y * a * g, y - view.x * a * g, z * g);
	across(-0.2, 0);
	across(-0.12, 1.4);
	across(-0.11, 2.4);
	across(-0.6, 3.4);
	across(-0.45, 3.5);
	across(0, 2.8);
	across(0.5, 3.5);
	across(0.62, 3.4);
	across(0.12, 2.4);
	across(0.13, 1.4);
	across(0.21, 0);
	p.face(bark, 0.95);
	if (view.k > 20) {
		p.segment(x + 0.02, y, 0.5 * g, x + 0.04, y, 1.1 * g).rule(0.6, 0.5);
		p.segment(x - 0.05, y, 1.3 * g, x - 0.04, y, 1.8 * g).rule(0.6, 0.5);
	}
	// The crown leans with the wind, more at the top.
	const lean = sway * (0.7 + 0.3 * (tr.phase * 2 - 1));
	for (let pass = 0; pass < 2; pass++) {
		pen.fillStyle = pass ? tone.of('#7F9B72') : tone.of(INK);
		pen.beginPath();
		for (let i = 0; i < LEAVES.length; i += 3) {
			const z = LEAVES[i + 1] * g;
			const a = LEAVES[i] * g + lean * 0.09 * (z - 2.4);
			project(camera, x + view.y * a, y - view.x * a, z, spot);
			const r = LEAVES[i + 2] * g * spot.k + (pass ? 0 : p.line);
			pen.moveTo(spot.u + r, spot.v);
			pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
		}
		pen.fill();
	}
	if (view.k < 9) return;
	// Lighter where the sky falls on it, and a few strokes for leaves.
	pen.fillStyle = tone.of('#93AD84');
	pen.beginPath();
	for (let i = 0; i < 15; i += 3) {
		const z = (LEAVES[i + 1] + 0.22) * g;
		const a = (LEAVES[i] - 0.2) * g + lean * 0.09 * (z - 2.4);
		project(camera, x + view.y * a, y - view.x * a, z, spot);
		const r = LEAVES[i + 2] * 0.66 * g * spot.k;
		pen.moveTo(spot.u + r, spot.v);
		pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
	}
	pen.fill();
	pen.beginPath();
	for (let i = 0; i < STROKES.length; i += 3) {
		const z = STROKES[i + 1] * g;
		const a = STROKES[i] * g + lean * 0.09 * (z - 2.4);
		project(camera, x + view.y * a, y - view.x * a, z, spot);
		const r = STROKES[i + 2] * g * spot.k;
		pen.moveTo(spot.u - r * 0.5, spot.v - r * 0.1);
		pen.quadraticCurveTo(spot.u - r * 0.3, spot.v + r * 0.24, spot.u + r * 0.1, spot.v + r * 0.1);
		pen.quadraticCurveTo(spot.u + r * 0.25, spot.v + r * 0.3, spot.u + r * 0.6, spot.v + r * 0.06);
	}
	const before = pen.globalAlpha;
	pen.globalAlpha = before * 0.5;
	p.inkStroke(0.75);
	pen.globalAlpha = before;
}

function planter(p: Plot, b: Box): void {
	const t = p.tone;
	const { pen } = p;
	const x0 = b.x - b.width / 2;
	const x1 = b.x + b.width / 2;
	const y0 = b.y - b.depth / 2;
	const y1 = b.y + b.depth / 2;
	const camera = p.camera;
	if (camera.x < x0) p.flank(x0, y0, y1, 0, b.height).face(t.of('#A8977C'), 0.85);
	if (camera.x > x1) p.flank(x1, y0, y1, 0, b.height).face(t.of('#A8977C'), 0.85);
	p.floor(x0, x1, y0, y1, b.height).face(t.of('#8A765E'), 0.8);
	for (let pass = 0; pass < 2; pass++) {
		pen.beginPath();
		pen.fillStyle = pass ? t.of('#87A07A') : t.of(INK);
		for (let i = 0; i < 5; i++) {
			project(
				camera,
				x0 + b.width * (0.12 + i * 0.19),
				b.y - 0.05 * (i % 2),
				b.height + 0.1 + 0.12 * ((i * 2) % 3),
				spot
			);
			const r = (0.24 + 0.05 * (i % 3)) * spot.k + (pass ? 0 : p.line * 0.9);
			pen.moveTo(spot.u + r, spot.v);
			pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
		}
		pen.fill();
	}
	p.wall(x0, x1, y0, 0, b.height).face(t.of('#C3B296'), 0.9);
	p.segment(x0, y0, b.height - 0.1, x1, y0, b.height - 0.1).rule(0.6, 0.6);
}

function table(p: Plot, { x, y }: Spot, i: number): void {
	const t = p.tone;
	look(p, x, y);
	for (const s of [-1, 1]) {
		const cx = x + s * 0.62;
		const cane = t.of(i % 2 ? '#B98D63' : '#7F9B8E');
		p.segment(cx - 0.18, y, 0, cx - 0.16, y, 0.45).rule(0.9);
		p.segment(cx + 0.18, y, 0, cx + 0.16, y, 0.45).rule(0.9);
		p.floor(cx - 0.2, cx + 0.2, y - 0.2, y + 0.2, 0.45).face(cane, 0.75);
		const bx = cx + s * 0.2;
		p.start()
			.at(bx, y - 0.2, 0.45)
			.at(bx, y + 0.2, 0.45)
			.at(bx + s * 0.05, y + 0.2, 0.88)
			.at(bx + s * 0.05, y - 0.2, 0.88)
			.face(cane, 0.75);
	}
	p.segment(x, y, 0, x, y, 0.72).rule(1.6);
	disc(p, x, y, 0.34, 0.72).face(t.of('#EDE4D2'), 0.8);
	p.wall(x - 0.05, x + 0.04, y, 0.72, 0.82).face(t.of('#FBF7EC'), 0.6);
}

function hoop(p: Plot, x: number, i: number): void {
	const y = RACK.y;
	p.start()
		.at(x + 0.22, y - 0.35, 0)
		.at(x + 0.22, y - 0.35, 0.62)
		.at(x + 0.22, y - 0.22, 0.78)
		.at(x + 0.22, y + 0.22, 0.78)
		.at(x + 0.22, y + 0.35, 0.62)
		.at(x + 0.22, y + 0.35, 0)
		.rule(1.8);
	if (RACK.taken[i]) bicycle(p, x, y, 0, 1, RACK.colours[i % RACK.colours.length]);
}

function shelterBack(p: Plot): void {
	const t = p.tone;
	const { x0, x1, y1, height, seat } = SHELTER;
	const metal = t.of('#4D5F6B');
	p.segment(x0, y1, 0, x0, y1, height).rule(2, 1, metal);
	p.segment(x1, y1, 0, x1, y1, height).rule(2, 1, metal);
	p.floor(seat.x0, seat.x1, seat.y - 0.38, seat.y, 0.46).face(t.of('#A9805A'), 0.85);
	p.segment(seat.x0 + 0.2, seat.y - 0.2, 0.46, seat.x0 + 0.2, seat.y - 0.2, 0).rule(1.5, 1, metal);
	p.segment(seat.x1 - 0.2, seat.y - 0.2, 0.46, seat.x1 - 0.2, seat.y - 0.2, 0).rule(1.5, 1, metal);
	// The map of the lines.
	p.wall(x1 - 1.2, x1 - 0.3, y1, 1.1, 1.9).face(t.of('#F2E7CF'), 0.8);
	if (p.camera.f / 28 > 16) {
		p.start()
			.at(x1 - 1.1, y1, 1.25)
			.at(x1 - 0.9, y1, 1.6)
			.at(x1 - 0.6, y1, 1.65)
			.at(x1 - 0.4, y1, 1.8)
			.rule(1.3, 1, t.of('#4F7A74'));
		p.start()
			.at(x1 - 1.1, y1, 1.75)
			.at(x1 - 0.8, y1, 1.45)
			.at(x1 - 0.4, y1, 1.3)
			.rule(1.3, 1, t.of('#C99A3F'));
	}
}

function shelterFront(p: Plot): void {
	const t = p.tone;
	const { x0, x1, y0, y1, height } = SHELTER;
	const metal = t.of('#4D5F6B');
	for (const x of [x0, x1]) {
		p.flank(x, y0, y1, 0.15, height - 0.1).fill(t.of('#C4DADB'), 0.5);
		p.flank(x, y0, y1, 0.15, height - 0.1);
		p.at(x, y0, 0.15).rule(0.8);
		p.segment(x, y0 + 0.2, 0.9, x, y0 + 0.7, 1.7).rule(0.6, 0.5);
		p.segment(x, y0, 0, x, y0, height).rule(2.2, 1, metal);
	}
	p.floor(x0 - 0.25, x1 + 0.25, y0 - 0.35, y1 + 0.2, height + 0.12).face(metal);
	p.wall(x0 - 0.25, x1 + 0.25, y0 - 0.35, height - 0.06, height + 0.12).face(t.of('#40505B'), 0.9);
	p.segment(x0 + 0.9, y0 - 0.35, height + 0.12, x0 + 0.9, y1 + 0.2, height + 0.12).rule(0.6, 0.4);
	p.segment((x0 + x1) / 2, y0 - 0.35, height + 0.12, (x0 + x1) / 2, y1 + 0.2, height + 0.12).rule(0.6, 0.4);
	p.segment(x1 - 0.9, y0 - 0.35, height + 0.12, x1 - 0.9, y1 + 0.2, height + 0.12).rule(0.6, 0.4);
	// The stop's sign on its pole.
	const sx = x1 + 1.1;
	p.segment(sx, y0, 0, sx, y0, 2.9).rule(1.8, 1, metal);
	p.wall(sx - 0.3, sx + 0.3, y0 - 0.03, 2.35, 2.9).face(t.glow('#3F5F7A', '#5E8FB4'), 0.9);
	p.segment(sx - 0.14, y0 - 0.04, 2.78, sx + 0.14, y0 - 0.04, 2.78).rule(1.1, 1, t.of('#F2E7CF'));
	p.segment(sx, y0 - 0.04, 2.78, sx, y0 - 0.04, 2.48).rule(1.1, 1, t.of('#F2E7CF'));
}

function bakery(p: Plot): void {
	const t = p.tone;
	const { x0, x1, y0, y1, height: h, roof, wall, front, door, window: win } = BAKERY;
	const c = p.camera;
	const k = c.f / Math.max(1, (y0 - c.y) * c.cos + c.z * c.sin);
	const wood = t.of(front);
	if (c.x < x0) {
		p.flank(x0, y0, y1, 0, h).face(t.of(shade(wall, 0.9)));
		p.flank(x0, door.y - door.width / 2, door.y + door.width / 2, 0, door.height).face(wood, 0.9);
		p.flank(x0, door.y - door.width / 2 + 0.16, door.y + door.width / 2 - 0.16, 0.7, door.height - 0.2).face(
			t.glow('#D3DAD0', '#F3D890'),
			0.8
		);
	} else if (c.x > x1) p.flank(x1, y0, y1, 0, h).face(t.of(shade(wall, 0.9)));
	p.wall(x0, x1, y0, 0, h).face(t.of(wall));
	p.wall(x0, x1, y0, 0, 0.5).face(wood, 0.85);
	p.wall(x0, x1, y0 - 0.02, 2.62, h - 0.12).face(wood, 0.85);
	p.wall(win.x0 - 0.15, win.x1 + 0.15, y0 - 0.01, win.z0 - 0.15, win.z1 + 0.1).face(wood, 0.85);
	p.wall(win.x0, win.x1, y0 - 0.02, win.z0, win.z1).face(t.glow('#E2DCC6', '#F6DC98'), 0.85);
	if (k > 12) breads(p, win.x0, win.x1, y0 - 0.03, win.z0, win.z1);
	awning(p, SHADE, k);
	if (!stirs(p, SHADE)) hem(p, SHADE);
	// The roof: two slopes and their edge.
	const m = (y0 + y1) / 2;
	p.start()
		.at(x0 - 0.3, y1 + 0.2, h)
		.at(x1 + 0.3, y1 + 0.2, h)
		.at(x1 - 0.1, m, h + roof)
		.at(x0 + 0.1, m, h + roof)
		.face(t.of('#7F8C93'), 0.9);
	p.start()
		.at(x0 - 0.3, y0 - 0.25, h)
		.at(x1 + 0.3, y0 - 0.25, h)
		.at(x1 - 0.1, m, h + roof)
		.at(x0 + 0.1, m, h + roof)
		.face(t.of('#8E9AA3'));
	p.start()
		.at(x0 - 0.3, y0 - 0.25, h)
		.at(x0 - 0.3, y1 + 0.2, h)
		.at(x0 + 0.1, m, h + roof)
		.face(t.of('#78858C'), 0.9);
	if (k > 14)
		for (let i = 1; i < 6; i++)
			p.segment(
				x0 - 0.3 + ((x1 - x0 + 0.6) * i) / 6,
				y0 - 0.25,
				h,
				x0 + 0.1 + ((x1 - x0 - 0.2) * i) / 6,
				m,
				h + roof
			).rule(0.6, 0.3);
	p.wall(x0 - 0.3, x1 + 0.3, y0 - 0.25, h - 0.14, h).face(t.of('#78858C'), 0.85);
	writeSign(p, BAKERY.sign, (x0 + x1) / 2, y0 - 0.03, 2.76, 0.3, x1 - x0 - 0.8, t.of('#F5E6C3'));
}

/** Loaves, a row of baguettes standing, and cakes on a shelf. */
function breads(p: Plot, x0: number, x1: number, y: number, z0: number, z1: number): void {
	const t = p.tone;
	p.segment(x0, y, z0 + 0.62, x1, y, z0 + 0.62).rule(0.8);
	p.open();
	for (let i = 0; i < 7; i++) {
		const x = x0 + 0.15 + i * 0.16;
		p.start()
			.at(x, y, z0 + 0.66)
			.at(x + 0.1, y, z0 + 0.66)
			.at(x + 0.14, y, z1 - 0.12)
			.at(x + 0.06, y, z1 - 0.08)
			.add();
	}
	p.paint(t.of('#CF9F5C'), 0.6);
	p.open();
	for (let i = 0; i < 4; i++) {
		const x = x0 + 1.6 + i * 0.42;
		p.start()
			.at(x, y, z0 + 0.66)
			.at(x + 0.34, y, z0 + 0.66)
			.at(x + 0.3, y, z0 + 0.86)
			.at(x + 0.17, y, z0 + 0.93)
			.at(x + 0.04, y, z0 + 0.86)
			.add();
	}
	p.paint(t.of('#C08A4B'), 0.6);
	for (let c = 0; c < 3; c++) {
		p.open();
		for (let i = c; i < 7; i += 3) {
			const x = x0 + 0.2 + i * 0.44;
			p.start()
				.at(x, y, z0 + 0.05)
				.at(x + 0.28, y, z0 + 0.05)
				.at(x + 0.24, y, z0 + 0.3)
				.at(x + 0.04, y, z0 + 0.3)
				.add();
		}
		p.paint(t.of(CAKES[c]), 0.6);
	}
}

const CAKES = ['#E7C9A9', '#D9A3A8', '#F0E2B6'];

/** The flower seller's cart, under its striped cloth. */
function cart(p: Plot): void {
	const t = p.tone;
	const { x, y, width, depth, height: h, canopy, cloth, stripes } = CART;
	const x0 = x - width / 2;
	const x1 = x + width / 2;
	const y0 = y - depth / 2;
	const y1 = y + depth / 2;
	look(p, x, y);
	for (const px of [x0 + 0.1, x1 - 0.1]) p.segment(px, y1 - 0.1, h, px, y1 - 0.1, canopy).rule(1.4);
	if (p.camera.x < x0) p.flank(x0, y0, y1, 0.4, h).face(t.of('#8A6A4A'), 0.85);
	if (p.camera.x > x1) p.flank(x1, y0, y1, 0.4, h).face(t.of('#8A6A4A'), 0.85);
	p.floor(x0, x1, y0, y1, h).face(t.of('#6E5A44'), 0.85);
	flowers(p, x0, x1, y, h);
	p.wall(x0, x1, y0, 0.4, h).face(t.of('#A9805A'), 0.9);
	p.segment(x0, y0, 0.65, x1, y0, 0.65).rule(0.6, 0.6);
	for (const wx of [x0 + 0.35, x1 - 0.35]) {
		round(p, wx, y0 - 0.06, 0.32, 0.32).face(t.of('#C9B48E'), 0.9);
		round(p, wx, y0 - 0.07, 0.32, 0.08).face(t.of('#6E5A44'), 0.7);
		if (view.k > 20) {
			p.open();
			for (let i = 0; i < HALF; i += 4)
				p.segment(
					wx + 0.3 * CIRCLE[i * 2],
					y0 - 0.065,
					0.32 + 0.3 * CIRCLE[i * 2 + 1],
					wx - 0.3 * CIRCLE[i * 2],
					y0 - 0.065,
					0.32 - 0.3 * CIRCLE[i * 2 + 1]
				).add(false);
			p.inkStroke(0.5);
		}
	}
	for (const px of [x0 + 0.1, x1 - 0.1]) p.segment(px, y0 + 0.1, h, px, y0 + 0.1, canopy).rule(1.4);
	// The cloth: two slopes in bands, and its edge.
	const ridge = canopy + 0.4;
	const left = x0 - 0.2;
	const wide = width + 0.4;
	for (let side = 0; side < 2; side++) {
		const e = side ? y0 - 0.25 : y1 + 0.25;
		p.start()
			.at(left, e, canopy)
			.at(left + wide, e, canopy)
			.at(left + wide, y, ridge)
			.at(left, y, ridge)
			.face(t.of(cloth), 0.95);
		p.open();
		for (let i = 1; i < 7; i += 2) {
			const a = left + (wide * i) / 7;
			const b = left + (wide * (i + 1)) / 7;
			p.start().at(a, e, canopy).at(b, e, canopy).at(b, y, ridge).at(a, y, ridge).add();
		}
		p.paint(t.of(stripes), 0);
		p.start()
			.at(left, e, canopy)
			.at(left + wide, e, canopy)
			.at(left + wide, y, ridge)
			.at(left, y, ridge)
			.at(left, e, canopy)
			.rule(0.95);
	}
	for (let odd = 0; odd < 2; odd++) {
		p.open();
		for (let i = odd; i < 7; i += 2) {
			const a = left + (wide * i) / 7;
			const w = wide / 7;
			const e = y0 - 0.25;
			p.start()
				.at(a, e, canopy)
				.at(a + w, e, canopy)
				.at(a + w, e, canopy - 0.12)
				.at(a + w * 0.75, e, canopy - 0.2)
				.at(a + w * 0.25, e, canopy - 0.2)
				.at(a, e, canopy - 0.12)
				.add();
		}
		p.paint(t.of(odd ? stripes : cloth), 0.7);
	}
	// Buckets on the ground.
	for (let i = 0; i < 3; i++) {
		const bx = x0 - 0.55 - i * 0.48;
		const by = y - 0.15 + 0.2 * (i % 2);
		look(p, bx, by);
		flowers(p, bx - 0.2, bx + 0.2, by, 0.36);
		drum(p, bx, by, 0.15, 0.2, 0, 0.38).face(t.of(['#8E9AA3', '#7F8C93', '#9AA8A0'][i]), 0.8);
	}
}
