import type { Building } from '../../street/places';
import { round } from '../circle';
import { localFlat } from '../frame';
import type { Figure } from '../people/figure';
import { paintBody } from '../person';
import type { Plot } from '../plot';
import { draw, GLASS, LIT, LIT_DAY, Y } from './wall';

/** Of shutters that have no other colour. */
const SHUTTER = '#7C8796';

/** A window in the wall: its left and lower edge, and its size, metres. */
interface Opening {
	x: number;
	w: number;
	z: number;
	h: number;
}

export function floor(p: Plot, b: Building, n: number, fl: number, z0: number, step: number, k: number): void {
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
			closed(p, x, w, z, h, b.shutter ?? SHUTTER, k);
			continue;
		}
		const glass =
			lit && d > 0.35
				? t.glow(d > 0.6 ? LIT_DAY : GLASS[0], LIT)
				: lit
					? t.glow(GLASS[1], '#E8C777')
					: t.still(GLASS[(n + i + fl) % 3]);
		p.wall(x, x + w, Y, z, z + h).face(glass, 0.85);
		const opening = { x, w, z, h };
		if (k > 7) pane(p, opening, d, lit, tall);
		if (shuttered) shutters(p, opening, d, b.shutter ?? SHUTTER, k);
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

/** Curtains or a blind, and bars. */
function pane(p: Plot, { x, w, z, h }: Opening, d: number, lit: boolean, tall: boolean): void {
	const t = p.tone;
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

/** Open shutters on both sides. */
function shutters(p: Plot, { x, w, z, h }: Opening, d: number, colour: string, k: number): void {
	const t = p.tone;
	const s = t.still(colour);
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

function neighbour(p: Plot, x: number, z: number): void {
	const c = p.camera;
	if (c.sin > 0.4 || Y - c.y < 1) return;
	const { local: place } = p;
	const { u, v, k } = p.see(x, Y - 0.25, z);
	localFlat(u, v, k, WATCHER.hx, WATCHER.hy, 0.1, place);
	paintBody(p.pen, WATCHER, place, { tone: p.tone, line: p.line * 0.75, near: p.near });
}
