import { BUILDINGS, GROUND, SIDE_STREET, type Building, type Shop } from '../street/places';
import { project } from '../camera/camera';
import { CIRCLE, round, SIDES } from './circle';
import { local, localFlat } from './frame';
import { wave } from './people/gait';
import { writeSign } from './lettering';
import type { Figure } from './people/figure';
import { paintBody } from './person';
import { shade } from './palette';
import type { Plot } from './plot';

const Y = GROUND.facade;
const DEEP = Y + 9;
const GLASS = ['#8FA3AB', '#9DB0B5', '#84979F'];
const LIT_DAY = '#F0DDA6';
const LIT = '#FBDD8C';

/** A fixed draw from 0 to 1 for a place in the row: what makes windows differ. */
function draw(a: number, b: number, c = 0): number {
	let h = Math.imul(a + 11, 374761393) ^ Math.imul(b + 7, 668265263) ^ Math.imul(c + 3, 2147483647 - 18);
	h = Math.imul(h ^ (h >>> 13), 1274126177);
	return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const byDistance = new Int32Array(BUILDINGS.length);

/** Paints the row of houses, those at the ends first. */
export function paintFacades(p: Plot): void {
	const cx = p.camera.x;
	const away = (i: number): number => Math.abs((BUILDINGS[i].x0 + BUILDINGS[i].x1) / 2 - cx);
	for (let i = 0; i < BUILDINGS.length; i++) {
		let j = i;
		while (j > 0 && away(byDistance[j - 1]) < away(i)) {
			byDistance[j] = byDistance[j - 1];
			j--;
		}
		byDistance[j] = i;
	}
	sideStreet(p);
	const k = p.camera.f / Math.max(1, (Y - p.camera.y) * p.camera.cos + p.camera.z * p.camera.sin);
	for (let j = 0; j < BUILDINGS.length; j++) house(p, BUILDINGS[byDistance[j]], byDistance[j], k);
}

function sideStreet(p: Plot): void {
	const t = p.tone;
	const { x0, x1, far } = SIDE_STREET;
	p.floor(x0, x1, Y - 0.2, far.y).fill(t.still('#DCCFB8'));
	p.wall(x0 - 6, x1 + 6, far.y, 0, far.eaves).face(t.still(far.wall), 0.8);
	p.start()
		.at(x0 - 6, far.y, far.eaves)
		.at(x1 + 6, far.y, far.eaves)
		.at(x1 + 6, far.y + 4, far.eaves + 2.4)
		.at(x0 - 6, far.y + 4, far.eaves + 2.4)
		.face(t.still(far.roof), 0.8);
	for (let fl = 0; fl < 3; fl++)
		for (let i = 0; i < 5; i++)
			p.wall(x0 - 2.2 + i * 2, x0 - 1.3 + i * 2, far.y, 1 + fl * 2.9, 2.6 + fl * 2.9).face(
				draw(90, fl, i) > 0.7 ? t.glow(LIT_DAY, LIT) : t.still(GLASS[0]),
				0.6
			);
}

function house(p: Plot, b: Building, n: number, k: number): void {
	const t = p.tone;
	const wall = t.still(b.wall);
	const side = t.still(shade(b.wall, 0.9));
	const left = p.camera.x < b.x0;
	const gable = b.roof.kind === 'gable';
	const mid = (b.x0 + b.x1) / 2;
	const top = b.eaves + b.roof.rise;
	// The flank that looks to the camera, seen over a lower neighbour or in the side street.
	const fx = left ? b.x0 : b.x1;
	p.flank(fx, Y, DEEP, 0, b.eaves).face(side, 0.9);
	if (fx === SIDE_STREET.x0 || fx === SIDE_STREET.x1)
		for (let fl = 0; fl < b.floors; fl++)
			for (let i = 0; i < 2; i++) {
				const z = b.ground + 0.9 + fl * ((b.eaves - b.ground) / b.floors);
				p.flank(fx, Y + 1.6 + i * 3, Y + 2.6 + i * 3, z, z + 1.5).face(t.still(GLASS[1]), 0.7);
			}
	roof(p, b, n, k);
	if (gable)
		p.start().at(b.x0, Y, 0).at(b.x1, Y, 0).at(b.x1, Y, b.eaves).at(mid, Y, top).at(b.x0, Y, b.eaves).face(wall);
	else p.wall(b.x0, b.x1, Y, 0, b.eaves).face(wall);
	if (gable) {
		// The roof's edge, a strip along both slopes.
		const roofed = t.still(b.roof.colour);
		for (const [ex, out] of [
			[b.x0, -0.35],
			[b.x1, 0.35]
		])
			p.start()
				.at(ex + out, Y - 0.25, b.eaves - 0.25)
				.at(mid, Y - 0.25, top)
				.at(mid, Y - 0.25, top + 0.34)
				.at(ex + out * 1.35, Y - 0.25, b.eaves + 0.08)
				.face(roofed, 0.9);
		if (k > 8) round(p, mid, Y, b.eaves + b.roof.rise * 0.36, 0.42).face(t.still(GLASS[0]), 0.8);
	} else {
		// Cornice and gutter.
		p.wall(b.x0 - 0.12, b.x1 + 0.12, Y - 0.2, b.eaves - 0.32, b.eaves + 0.02).face(t.still(shade(b.wall, 1.04)), 0.8);
		p.segment(b.x0 - 0.2, Y - 0.3, b.eaves + 0.04, b.x1 + 0.2, Y - 0.3, b.eaves + 0.04).rule(1.7);
	}
	const step = (b.eaves - b.ground) / b.floors;
	if (k > 6)
		for (let fl = 0; fl < b.floors; fl++) {
			const z = b.ground + fl * step;
			p.segment(b.x0, Y, z + 0.12, b.x1, Y, z + 0.12).rule(0.75, 0.6);
			if (fl === 0) p.segment(b.x0, Y, z - 0.08, b.x1, Y, z - 0.08).rule(0.75, 0.6);
		}
	if (k > 14) bricks(p, b, n);
	for (let fl = 0; fl < b.floors; fl++) floor(p, b, n, fl, b.ground + fl * step, step, k);
	if (k > 12) {
		// A rain pipe at one side.
		const rx = b.x1 - 0.22;
		p.segment(rx, Y - 0.08, b.eaves - 0.3, rx, Y - 0.08, 0.1).rule(1.1, 0.55);
	}
	if (b.porch) porch(p, b, k);
	if (b.shop) shop(p, b.shop, b.ground, n, k);
	else if (!b.porch) {
		// A house that is only a house: its door, and windows with shutters.
		const s = t.still(b.shutter ?? '#7C8796');
		p.wall(mid - 0.65, mid + 0.65, Y, 0, 2.5).face(t.still('#6B5B4E'));
		for (const wx of [b.x0 + 1.6, b.x0 + 3.6, b.x1 - 4.6, b.x1 - 2.6]) {
			p.wall(wx, wx + 1, Y, 1.1, 2.6).face(t.still(GLASS[0]), 0.8);
			p.wall(wx - 0.5, wx, Y, 1.1, 2.6).face(s, 0.7);
			p.wall(wx + 1, wx + 1.5, Y, 1.1, 2.6).face(s, 0.7);
		}
	}
}

function roof(p: Plot, b: Building, n: number, k: number): void {
	const t = p.tone;
	const { kind, rise, colour, dormers, chimneys } = b.roof;
	const roofed = t.still(colour);
	const z0 = b.eaves;
	const z1 = z0 + rise;
	const back = kind === 'mansard' ? Y + 1.6 : Y + 4.2;
	for (let i = 0; i < chimneys; i++) {
		const at =
			b.x0 +
			(b.x1 - b.x0) *
				(chimneys === 1 ? 0.16 + 0.7 * draw(n, 50) : i ? 0.9 - 0.12 * draw(n, 51) : 0.08 + 0.14 * draw(n, 52));
		const wide = 0.5 + 0.5 * draw(n, 53, i);
		const zc = z1 + 0.9 + 0.5 * draw(n, 54, i);
		const cy = back + 0.6;
		const brick = t.still(['#B08469', '#C3A285', '#A9806C'][(n + i) % 3]);
		if (p.camera.x < at) p.flank(at - wide, cy, cy + 0.8, z0, zc).face(t.still('#97705B'), 0.8);
		else p.flank(at + wide, cy, cy + 0.8, z0, zc).face(t.still('#97705B'), 0.8);
		p.wall(at - wide, at + wide, cy, z0, zc).face(brick, 0.9);
		p.wall(at - wide - 0.1, at + wide + 0.1, cy - 0.05, zc - 0.2, zc).face(brick, 0.8);
		const pots = wide > 0.75 ? 3 : 2;
		for (let j = 0; j < pots; j++) {
			const px = at + (j - (pots - 1) / 2) * 0.5;
			p.wall(px - 0.12, px + 0.12, cy + 0.3, zc, zc + 0.42).face(t.still('#C58B66'), 0.75);
		}
	}
	if (kind === 'mansard') {
		if (p.camera.z > z1 || p.camera.sin > 0)
			p.floor(b.x0 + 0.7, b.x1 - 0.7, back, DEEP, z1).face(t.still(shade(colour, 1.08)), 0.8);
		p.start()
			.at(b.x0, Y, z0)
			.at(b.x1, Y, z0)
			.at(b.x1 - 0.7, back, z1)
			.at(b.x0 + 0.7, back, z1)
			.face(roofed);
		if (k > 9) {
			// Zinc seams.
			const seams = Math.round((b.x1 - b.x0) / 0.9);
			for (let i = 1; i < seams; i++) {
				const s = i / seams;
				p.segment(b.x0 + (b.x1 - b.x0) * s, Y, z0, b.x0 + 0.7 + (b.x1 - b.x0 - 1.4) * s, back, z1).rule(0.6, 0.28);
			}
		}
		for (let i = 0; i < dormers; i++) {
			const x = b.x0 + ((i + 1) / (dormers + 1)) * (b.x1 - b.x0);
			const dz = z0 + 0.35;
			const dy = Y + 0.25;
			const high = rise * 0.5;
			p.wall(x - 0.75, x + 0.75, dy, dz, dz + high + 0.15).face(t.still('#E8DFCB'), 0.8);
			p.wall(x - 0.45, x + 0.45, dy, dz + 0.12, dz + high).face(
				draw(n, 60, i) > 0.75 ? t.glow(LIT_DAY, LIT) : t.still(GLASS[2]),
				0.75
			);
			p.segment(x, dy, dz + 0.12, x, dy, dz + high).rule(0.7);
			if (n % 2)
				p.start()
					.at(x - 0.95, dy - 0.1, dz + high + 0.12)
					.at(x + 0.95, dy - 0.1, dz + high + 0.12)
					.at(x + 0.6, dy - 0.1, dz + high + 0.5)
					.at(x, dy - 0.1, dz + high + 0.66)
					.at(x - 0.6, dy - 0.1, dz + high + 0.5)
					.face(roofed, 0.8);
			else
				p.start()
					.at(x - 0.95, dy - 0.1, dz + high + 0.1)
					.at(x + 0.95, dy - 0.1, dz + high + 0.1)
					.at(x, dy - 0.1, dz + high + 0.75)
					.face(roofed, 0.8);
		}
	} else if (kind === 'gable') {
		const mid = (b.x0 + b.x1) / 2;
		p.start()
			.at(b.x0 - 0.3, Y, z0)
			.at(mid, Y, z1 + 0.3)
			.at(mid, DEEP, z1 + 0.3)
			.at(b.x0 - 0.3, DEEP, z0)
			.face(roofed, 0.9);
		p.start()
			.at(b.x1 + 0.3, Y, z0)
			.at(mid, Y, z1 + 0.3)
			.at(mid, DEEP, z1 + 0.3)
			.at(b.x1 + 0.3, DEEP, z0)
			.face(t.still(shade(colour, 0.92)), 0.9);
	} else {
		const inset = kind === 'hip' ? 2.6 : 0.15;
		p.start()
			.at(b.x0 - 0.2, Y - 0.3, z0)
			.at(b.x1 + 0.2, Y - 0.3, z0)
			.at(b.x1 - inset, back, z1)
			.at(b.x0 + inset, back, z1)
			.face(roofed);
		if (k > 9) {
			// Rows of tiles, and here and there a tile.
			const rows = kind === 'hip' ? 4 : 5;
			for (let i = 1; i < rows; i++) {
				const s = i / rows;
				const y = Y - 0.3 + (back - Y + 0.3) * s;
				const z = z0 + rise * s;
				const e = inset * s;
				p.segment(b.x0 + e, y, z, b.x1 - e, y, z).rule(0.6, 0.25);
				for (let j = 0; j < 9; j++) {
					const x = b.x0 + e + (b.x1 - b.x0 - 2 * e) * draw(n, 70 + i, j);
					p.segment(x, y, z, x, y - (back - Y + 0.3) / rows, z - rise / rows).rule(0.6, 0.3);
				}
			}
		}
		for (let i = 0; i < dormers; i++) {
			const x = b.x0 + ((i + 1) / (dormers + 1)) * (b.x1 - b.x0);
			p.wall(x - 0.7, x + 0.7, Y + 0.7, z0 + 0.4, z0 + 1.6).face(t.still('#E8DFCB'), 0.8);
			p.wall(x - 0.4, x + 0.4, Y + 0.7, z0 + 0.6, z0 + 1.45).face(t.still(GLASS[2]), 0.75);
			p.start()
				.at(x - 0.9, Y + 0.6, z0 + 1.55)
				.at(x + 0.9, Y + 0.6, z0 + 1.55)
				.at(x, Y + 0.6, z0 + 2.2)
				.face(roofed, 0.8);
		}
	}
}

/** A few bricks showing through the plaster. */
function bricks(p: Plot, b: Building, n: number): void {
	for (let i = 0; i < 5; i++) {
		const x = b.x0 + 0.6 + (b.x1 - b.x0 - 1.8) * draw(n, 30, i);
		const z = b.ground + 0.5 + (b.eaves - b.ground - 1.2) * draw(n, 31, i);
		p.segment(x, Y, z, x + 0.42, Y, z).rule(0.6, 0.4);
		p.segment(x + 0.2, Y, z + 0.16, x + 0.55, Y, z + 0.16).rule(0.6, 0.4);
	}
}

function floor(p: Plot, b: Building, n: number, fl: number, z0: number, step: number, k: number): void {
	const t = p.tone;
	const tall = b.dress === 'tall';
	const attic = fl === b.floors - 1 && b.floors > 2;
	const balconies = b.dress === 'balconies' || (b.dress === 'mixed' && fl === 0);
	const shuttered = b.dress === 'shutters' || (b.dress === 'mixed' && fl > 0);
	const w = tall ? 1.15 : attic ? 1 : 1.12;
	const z = z0 + (balconies ? 0.3 : tall ? 0.75 : 0.72);
	const h = Math.min(step - (balconies ? 0.85 : 1.15), tall ? 2.6 : attic ? 1.55 : balconies ? 2.2 : 1.85);
	const room = (b.x1 - b.x0) / b.windows;
	for (let i = 0; i < b.windows; i++) {
		const x = b.x0 + room * (i + 0.5) - w / 2;
		const d = draw(n, fl, i);
		const lit = draw(n, fl + 20, i) > 0.72;
		if (k > 7) p.wall(x - 0.14, x + w + 0.14, Y, z - 0.05, z + h + 0.16).fill(t.still('#F6EEDD'), 0.75);
		if (shuttered && d > 0.9) {
			// Closed shutters.
			closed(p, x, w, z, h, b.shutter ?? '#7C8796', k);
			continue;
		}
		const glass =
			lit && d > 0.35
				? t.glow(d > 0.6 ? LIT_DAY : GLASS[0], LIT)
				: lit
					? t.glow(GLASS[1], '#E8C777')
					: t.still(GLASS[(n + i + fl) % 3]);
		p.wall(x, x + w, Y, z, z + h).face(glass, 0.85);
		if (k > 7) {
			if (d > 0.45 && d < 0.7) {
				// Curtains.
				const cloth = lit ? t.glow('#F2EAD8', '#D8B978') : t.still('#F2EAD8');
				for (const e of [x, x + w]) {
					const q = e === x ? w : -w;
					p.start()
						.at(e, Y, z)
						.at(e + q * 0.2, Y, z)
						.at(e + q * 0.16, Y, z + h * 0.4)
						.at(e + q * 0.3, Y, z + h * 0.8)
						.at(e + q * 0.42, Y, z + h)
						.at(e, Y, z + h)
						.fill(cloth);
				}
				p.wall(x, x + w, Y, z, z + h).rule(0.8);
			} else if (d > 0.7 && d < 0.8)
				p.wall(x, x + w, Y, z + h * 0.55, z + h).face(lit ? t.glow('#E4DAC4', '#D8B978') : t.still('#E4DAC4'), 0.7);
			p.segment(x + w / 2, Y, z, x + w / 2, Y, z + h).rule(0.75);
			if (h > 1.3) p.segment(x, Y, z + h * (tall ? 0.7 : 0.66), x + w, Y, z + h * (tall ? 0.7 : 0.66)).rule(0.6);
			if (tall) p.segment(x, Y, z + h * 0.36, x + w, Y, z + h * 0.36).rule(0.6);
		}
		if (shuttered) {
			const s = t.still(b.shutter ?? '#7C8796');
			const half = d < 0.12 ? 0.3 : 0.52;
			p.wall(x - half - 0.03, x - 0.03, Y - 0.04, z, z + h).face(s, 0.75);
			p.wall(x + w + 0.03, x + w + 0.55, Y - 0.04, z, z + h).face(s, 0.75);
			if (k > 16)
				for (const sx of [x - half - 0.03, x + w + 0.03]) {
					const sw = sx < x ? half : 0.52;
					for (let j = 1; j < 5; j++)
						p.segment(sx + 0.08, Y - 0.05, z + (h * j) / 5, sx + sw - 0.08, Y - 0.05, z + (h * j) / 5).rule(0.5, 0.45);
				}
		}
		if (!balconies && k > 6) p.segment(x - 0.16, Y - 0.1, z - 0.06, x + w + 0.16, Y - 0.1, z - 0.06).rule(1.3);
		if (!balconies && d > 0.2 && d < 0.34 && k > 9) flowerbox(p, x, w, z);
		if (balconies && !(b.dress === 'balconies' && (fl === 1 || fl === 3))) railing(p, x - 0.2, x + w + 0.2, z, k);
	}
	if (b.dress === 'balconies' && (fl === 1 || fl === 3)) {
		p.wall(b.x0 + 0.25, b.x1 - 0.25, Y - 0.55, z - 0.2, z - 0.02).face(t.still('#E3D6BE'), 0.8);
		if (n === NEIGHBOUR && fl === 1 && k > 8) neighbour(p, b.x0 + room * 1.5, z - 0.1);
		railing(p, b.x0 + 0.3, b.x1 - 0.3, z, k);
	}
}

function closed(p: Plot, x: number, w: number, z: number, h: number, colour: string, k: number): void {
	const s = p.tone.still(colour);
	p.wall(x - 0.02, x + w / 2, Y, z, z + h).face(s, 0.75);
	p.wall(x + w / 2, x + w + 0.02, Y, z, z + h).face(s, 0.75);
	if (k > 16)
		for (let j = 1; j < 7; j++) {
			p.segment(x + 0.08, Y, z + (h * j) / 7, x + w / 2 - 0.08, Y, z + (h * j) / 7).rule(0.5, 0.45);
			p.segment(x + w / 2 + 0.08, Y, z + (h * j) / 7, x + w - 0.08, Y, z + (h * j) / 7).rule(0.5, 0.45);
		}
}

function flowerbox(p: Plot, x: number, w: number, z: number): void {
	const t = p.tone;
	for (let j = 0; j < 5; j++) {
		const fx = x + (w * (j + 0.5)) / 5;
		round(p, fx, Y - 0.2, z + 0.2 + (j % 2) * 0.06, 0.15).fill(t.still('#7F9B72'));
	}
	for (let j = 0; j < 4; j++)
		round(p, x + (w * (j + 0.6)) / 4.4, Y - 0.22, z + 0.26 + (j % 2) * 0.05, 0.07).fill(
			t.still(j % 2 ? '#D99AAC' : '#E8C98A')
		);
	p.wall(x - 0.05, x + w + 0.05, Y - 0.2, z - 0.06, z + 0.12).face(t.still('#B98467'), 0.75);
}

function railing(p: Plot, x0: number, x1: number, z: number, k: number): void {
	const y = Y - 0.55;
	p.segment(x0, y, z + 0.95, x1, y, z + 0.95).rule(1.2);
	p.segment(x0, y, z, x1, y, z).rule(1.1);
	if (k < 10) return;
	const n = Math.max(3, Math.round((x1 - x0) / 0.22));
	for (let i = 0; i <= n; i++) {
		const x = x0 + ((x1 - x0) * i) / n;
		p.segment(x, y, z, x, y, z + 0.95).rule(0.55, 0.75);
	}
}

/** The house, and who stands on its balcony and watches the square all day. */
const NEIGHBOUR = 6;
const WATCHER: Figure = {
	look: { coat: '#7A6B8C', legs: '#4C5140', skin: '#D8A27F', hair: '#4B3A30', cut: 'bun' },
	pose: 'stand',
	phase: 0,
	hx: 0.4,
	hy: -0.92,
	height: 1.62
};
const spot = { u: 0, v: 0, k: 0 };
const place = local();

function neighbour(p: Plot, x: number, z: number): void {
	const c = p.camera;
	if (c.sin > 0.4 || Y - c.y < 1) return;
	project(c, x, Y - 0.25, z, spot);
	localFlat(spot.u, spot.v, spot.k, WATCHER.hx, WATCHER.hy, 0.1, place);
	paintBody(p.pen, WATCHER, place, p.tone, p.line * 0.75, false);
}

function porch(p: Plot, b: Building, k: number): void {
	const t = p.tone;
	const { x, width, height, sign } = b.porch as NonNullable<Building['porch']>;
	const r = width / 2;
	const arch = (grow: number) => {
		p.start()
			.at(x - r - grow, Y, 0)
			.at(x - r - grow, Y, height - r);
		for (let i = SIDES / 2 - 1; i >= 1; i--)
			p.at(x + (r + grow) * CIRCLE[i * 2], Y, height - r + (r + grow) * CIRCLE[i * 2 + 1]);
		return p.at(x + r + grow, Y, height - r).at(x + r + grow, Y, 0);
	};
	arch(0.35).face(t.still('#E2D3B8'), 0.85);
	arch(0).face(t.still('#5F7566'));
	p.segment(x, Y, 0, x, Y, height).rule(0.9);
	if (k > 9) {
		for (let i = -1; i <= 1; i += 2) {
			p.wall(x + i * 0.7 - 0.42, x + i * 0.7 + 0.42, Y, 0.3, 1.2).rule(0.6, 0.7);
			p.wall(x + i * 0.7 - 0.42, x + i * 0.7 + 0.42, Y, 1.4, 2.3).rule(0.6, 0.7);
		}
		writeSign(p, sign, x, Y, height + 0.36, 0.42, 3, t.still('#3D3833'));
	}
	// Tall windows of the classrooms on both sides.
	for (const wx of [b.x0 + 0.8, b.x0 + 2.5, b.x1 - 3.7, b.x1 - 2]) {
		p.wall(wx, wx + 1.15, Y, 1.1, 3.2).face(t.glow('#9DB0B5', '#E8C777'), 0.85);
		if (k > 7) {
			p.segment(wx + 0.57, Y, 1.1, wx + 0.57, Y, 3.2).rule(0.7);
			p.segment(wx, Y, 2.4, wx + 1.15, Y, 2.4).rule(0.6);
			// Paper shapes the children stuck on the panes.
			if (k > 12)
				for (let j = 0; j < 3; j++)
					p.wall(wx + 0.1 + j * 0.36, wx + 0.32 + j * 0.36, Y, 1.5 + (j % 2) * 0.4, 1.75 + (j % 2) * 0.4).fill(
						t.still(['#E0B56A', '#9AB59A', '#D9A78E'][j])
					);
		}
		p.segment(wx - 0.12, Y - 0.06, 1.04, wx + 1.27, Y - 0.06, 1.04).rule(1.2);
	}
}

function shop(p: Plot, s: Shop, ground: number, n: number, k: number): void {
	const t = p.tone;
	const top = Math.min(3.35, ground - 0.25);
	const band = top - 0.62;
	p.wall(s.x0, s.x1, Y - 0.04, 0, top).face(t.still(s.front));
	p.segment(s.x0, Y - 0.05, band, s.x1, Y - 0.05, band).rule(0.7);
	const inside = t.glow('#C8D3CF', '#EFD596');
	const pale = s.trade === 'pharmacy';
	// Panes on both sides of the door.
	const door0 = s.door - 0.55;
	const door1 = s.door + 0.55;
	for (const [a, b] of [
		[s.x0 + 0.28, door0 - 0.2],
		[door1 + 0.2, s.x1 - 0.28]
	]) {
		if (b - a < 0.6) continue;
		p.wall(a, b, Y - 0.05, 0.55, band - 0.12).face(inside, 0.85);
		if (k > 9) {
			goods(p, s, a, b, n);
			const panes = Math.max(1, Math.round((b - a) / 2.2));
			for (let i = 1; i < panes; i++)
				p.segment(a + ((b - a) * i) / panes, Y - 0.05, 0.55, a + ((b - a) * i) / panes, Y - 0.05, band - 0.12).rule(
					0.75
				);
			p.segment(a + 0.25, Y - 0.05, band - 0.5, a + 0.62, Y - 0.05, band - 0.18).rule(0.6, 0.5);
		}
	}
	p.wall(door0, door1, Y - 0.05, 0.05, band - 0.12).face(inside, 0.85);
	p.wall(door0, door1, Y - 0.05, 0.05, 0.75).face(t.still(shade(s.front, pale ? 0.85 : 1.15)), 0.75);
	if (k > 12) p.segment(door1 - 0.16, Y - 0.08, 1.05, door1 - 0.16, Y - 0.08, 1.35).rule(1.2);
	const cloth = awningOf(BUILDINGS[n], n);
	if (cloth) {
		awning(p, cloth, k);
		if (!stirs(p, cloth)) hem(p, cloth);
	}
	if (s.sign) {
		const light = NEON[s.trade];
		writeSign(
			p,
			s.sign,
			(s.x0 + s.x1) / 2,
			Y - 0.06,
			band + 0.15,
			0.36,
			s.x1 - s.x0 - 1.2,
			t.glow(pale ? '#3E6B58' : '#F2E7CF', light && k > NEAR ? light : pale ? '#8FD9AC' : '#F0D9A0'),
			{ halo: k > NEAR ? light : undefined }
		);
	}
	if (pale) cross(p, s.x0 + 0.2, band + 0.6, k);
	if (s.trade === 'bank' && k > 9) {
		// A cash machine in the wall.
		p.wall(s.x1 - 1.3, s.x1 - 0.55, Y - 0.06, 0.9, 1.75).face(t.still('#D9D4C6'), 0.8);
		p.wall(s.x1 - 1.15, s.x1 - 0.7, Y - 0.06, 1.35, 1.65).face(t.glow('#6E8791', '#BFD6DC'), 0.7);
	}
	if (s.trade === 'grocer') crates(p, s, k);
}

/** What the shop window holds, in a few strokes. */
function goods(p: Plot, s: Shop, a: number, b: number, n: number): void {
	const t = p.tone;
	const y = Y - 0.05;
	const items = Math.floor((b - a) / 0.55);
	if (s.trade === 'books')
		for (let i = 0; i < items * 2; i++) {
			const x = a + 0.12 + i * 0.27;
			const h = 0.32 + 0.2 * draw(n, 80, i);
			if (x + 0.2 < b)
				p.wall(x, x + 0.2, y, 0.62, 0.62 + h).face(
					t.still(['#B98467', '#6E8B84', '#C99A3F', '#7A6B8C', '#D9CDB6'][i % 5]),
					0.6
				);
		}
	else if (s.trade === 'cafe' || s.trade === 'hairdresser')
		// Half curtains on a rod, or two mirrors.
		p.wall(a, b, y, 0.55, 1.15).face(t.still(s.trade === 'cafe' ? '#E9DDC3' : '#D9CFD6'), 0.7);
	else if (s.trade === 'pharmacy')
		for (let i = 0; i < items; i++)
			p.wall(a + 0.15 + i * 0.5, a + 0.45 + i * 0.5, y, 0.6, 0.95 + 0.3 * (i % 2)).face(
				t.still(i % 2 ? '#E9E4D6' : '#9FBBA8'),
				0.6
			);
	else if (s.trade === 'laundry') {
		for (let i = 0; i < Math.floor((b - a) / 0.9); i++) {
			p.wall(a + 0.1 + i * 0.9, a + 0.9 + i * 0.9, y, 0.55, 1.5).face(t.still('#E7E4DA'), 0.6);
			round(p, a + 0.5 + i * 0.9, y, 1, 0.27).face(t.still('#7E949C'), 0.6);
		}
	} else if (s.trade !== 'bank')
		for (let i = 0; i < items; i++)
			round(p, a + 0.35 + i * 0.55, y, 0.72 + (i % 2) * 0.05, 0.13).face(t.still(i % 3 ? '#C9A36A' : '#8F7358'), 0.6);
}

function crates(p: Plot, s: Shop, k: number): void {
	const t = p.tone;
	for (let i = 0; i < 7; i++) {
		const x = s.x0 + 0.3 + i * 0.95 + (i > 3 ? 0.75 : 0);
		if (x + 0.8 > s.x1) break;
		p.start()
			.at(x, Y - 0.9, 0.45)
			.at(x + 0.85, Y - 0.9, 0.45)
			.at(x + 0.85, Y - 0.2, 0.85)
			.at(x, Y - 0.2, 0.85)
			.face(t.still(['#C99A3F', '#9AAE6E', '#B5654A', '#D9B98A', '#8FA97E', '#A77A9A', '#D8A24A'][i]), 0.8);
		p.wall(x, x + 0.85, Y - 0.9, 0.2, 0.45).face(t.still('#B9946A'), 0.75);
		if (k > 15)
			for (let j = 0; j < 4; j++)
				p.segment(x + 0.12 + j * 0.2, Y - 0.7, 0.57, x + 0.2 + j * 0.2, Y - 0.5, 0.68).rule(0.5, 0.6);
	}
}

function cross(p: Plot, x: number, z: number, k: number): void {
	const t = p.tone;
	const a = 0.14;
	const b = 0.42;
	const y = Y - 0.5;
	p.segment(x, Y, z, x, y, z).rule(1);
	// The light around it, in so many steps that none shows.
	if (k > NEAR && t.night > 0)
		for (let i = 0; i < 16; i++)
			round(p, x, y, z, 0.5 + 0.9 * (1 - i / 16) ** 1.5).fill(t.glow('#5E9A74', '#8FE3AE'), 0.022 * t.night);
	p.start()
		.at(x - a, y, z - b)
		.at(x + a, y, z - b)
		.at(x + a, y, z - a)
		.at(x + b, y, z - a)
		.at(x + b, y, z + a)
		.at(x + a, y, z + a)
		.at(x + a, y, z + b)
		.at(x - a, y, z + b)
		.at(x - a, y, z + a)
		.at(x - b, y, z + a)
		.at(x - b, y, z - a)
		.at(x - a, y, z - a)
		.face(t.glow('#5E9A74', '#8FE3AE'), 0.85);
}

/** Pixels per metre above which the drawing has what the sensor is too coarse to see: neon that shines, cloth that stirs. */
const NEAR = 12;

/** Colour of the tubes at night, for those who have them. */
const NEON: Partial<Record<Shop['trade'], string>> = { cafe: '#FFD08A', pharmacy: '#8FE3AE' };

/** A sloping cloth with a scalloped edge, from a wall (y, z) down to its rod (y1, z1). */
export interface Awning {
	x0: number;
	x1: number;
	y: number;
	z: number;
	y1: number;
	z1: number;
	colour: string;
	striped: boolean;
}

/** The awning of a house's shop, if it has one. */
function awningOf({ shop: s, ground }: Building, n: number): Awning | null {
	if (!s?.awning) return null;
	const z = Math.min(3.35, ground - 0.25) - 0.52;
	return {
		x0: s.x0 - 0.1,
		x1: s.x1 + 0.1,
		y: Y - 0.05,
		z,
		y1: Y - 1.35,
		z1: 2.15,
		colour: s.awning,
		striped: n % 2 === 0
	};
}

/** Of the whole row, from left to right. */
export const AWNINGS: readonly Awning[] = BUILDINGS.flatMap((b, n) => awningOf(b, n) ?? []);

/** How far out the edge of an awning's cloth stands over its ends. */
const OUT = 0.12;
const bandsOf = (a: Awning): number => Math.max(5, 2 * Math.round((a.x1 - a.x0) / 1.1) + 1);

/** Paints the cloth without its hem; `k` pixels per metre. */
export function awning(p: Plot, a: Awning, k: number): void {
	const { x0, x1, y, z, y1, z1, colour, striped } = a;
	const t = p.tone;
	const w = x1 - x0;
	const low = w + 2 * OUT;
	const e = x0 - OUT;
	const slope = () =>
		p
			.start()
			.at(x0, y, z)
			.at(x1, y, z)
			.at(x1 + OUT, y1, z1)
			.at(e, y1, z1);
	slope().fill(t.still(colour));
	const bands = bandsOf(a);
	if (k > 5) {
		p.open();
		for (let i = 1; i < bands; i += striped ? 2 : 1) {
			const f = i / bands;
			const g = (i + 1) / bands;
			if (striped)
				p.start()
					.at(x0 + w * f, y, z)
					.at(x0 + w * g, y, z)
					.at(e + low * g, y1, z1)
					.at(e + low * f, y1, z1)
					.add();
			else p.segment(x0 + w * f, y, z, e + low * f, y1, z1).add(false);
		}
		if (striped) p.paint(t.still(PALE), 0);
		else p.inkStroke(0.5);
	}
	p.open();
	slope().add();
	p.inkStroke(1);
}

const PALE = '#F0E4CB';

/** Paints an awning's hem, as the wind has it at `seconds`; hanging still without. */
export function hem(p: Plot, a: Awning, seconds?: number): void {
	const { y1, z1, colour, striped } = a;
	const bands = bandsOf(a);
	const s = (a.x1 - a.x0 + 2 * OUT) / bands;
	// From further off it swings further, or nobody would see it.
	const reach = Math.min(2, Math.max(1, 34 / scaleAt(p, a)));
	for (let odd = 0; odd < (striped ? 2 : 1); odd++) {
		p.open();
		for (let i = odd; i < bands; i += striped ? 2 : 1) {
			const x = a.x0 - OUT + i * s;
			const f = seconds === undefined ? 0 : reach * breath(seconds, x);
			const g = seconds === undefined ? 0 : reach * breath(seconds, x + s);
			const m = (f + g) / 2;
			p.start()
				.at(x, y1, z1)
				.at(x + s, y1, z1)
				.at(x + s + 0.1 * g, y1, z1 - 0.16 + 0.05 * g)
				.at(x + s * 0.75 + 0.14 * m, y1, z1 - 0.26 + 0.09 * m)
				.at(x + s * 0.25 + 0.14 * m, y1, z1 - 0.26 + 0.09 * m)
				.at(x + 0.1 * f, y1, z1 - 0.16 + 0.05 * f)
				.add();
		}
		p.paint(p.tone.still(odd ? PALE : colour), 0.75);
	}
}

/** How the wind moves a hem at x metres, about 0 to 1: a wave that runs along it, with gusts that come and go. */
const breath = (t: number, x: number): number =>
	(0.5 + 0.5 * wave(t / 1.7 - x * 0.17)) * (0.55 + 0.45 * wave(t / 7.3 + x * 0.02));

/** Whether an awning is near enough for its hem to move: then it is not painted with the house but by `stirringHem`. */
export const stirs = (p: Plot, a: Awning): boolean => scaleAt(p, a) > NEAR;

/** Pixels per metre where an awning's wall is. */
function scaleAt({ camera: c }: Plot, a: Awning): number {
	return c.f / Math.max(1, (a.y - c.y) * c.cos + c.z * c.sin);
}

/** Paints the hem of an awning that `stirs`, at an instant. */
export function stirringHem(p: Plot, a: Awning, seconds: number): void {
	if (stirs(p, a)) hem(p, a, seconds);
}
