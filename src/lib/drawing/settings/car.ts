import { round } from '../circle';
import { INK } from '../palette';
import type { Plot } from '../plot';

/** Colours of cars, none near the machine's red. */
export const CARS = ['#8E9AA3', '#44587A', '#F2E7CF', '#46685E', '#C99A3F', '#5D5A58', '#7FA3A8', '#B98467'];

/** A car of length along X or Y, by its middle. */
export function car(p: Plot, x: number, y: number, across: boolean, colour: string): void {
	const t = p.tone;
	const l = across ? 2.1 : 0.85;
	const w = across ? 0.85 : 2.1;
	const c = t.of(colour);
	const dark = t.shade(colour);
	const glass = t.glow('#7E949C', '#39465A');
	const left = p.camera.x < x;
	const side = left ? x - l : x + l;
	p.floor(x - l - 0.1, x + l + 0.25, y - w - 0.05, y + w, 0).fill(t.of(INK), 0.18);
	p.flank(side, y - w, y + w, 0.3, 0.85).face(dark, 0.8);
	p.floor(x - l, x + l, y - w, y + w, 0.85).face(c, 0.9);
	// Cabin, then front.
	const a = across ? 1.15 : 0.72;
	const b = across ? 0.68 : 1.1;
	const s2 = left ? x - a : x + a;
	p.start()
		.at(side + (left ? 0.1 : -0.1), y - b - 0.25, 0.85)
		.at(side + (left ? 0.1 : -0.1), y + b + 0.25, 0.85)
		.at(s2, y + b, 1.42)
		.at(s2, y - b, 1.42)
		.face(glass, 0.75);
	p.start()
		.at(x - a - 0.2, y - b - (across ? 0.1 : 0.4), 0.85)
		.at(x + a + 0.2, y - b - (across ? 0.1 : 0.4), 0.85)
		.at(x + a, y - b, 1.42)
		.at(x - a, y - b, 1.42)
		.face(glass, 0.75);
	p.floor(x - a, x + a, y - b, y + b, 1.42).face(c, 0.85);
	p.wall(x - l, x + l, y - w, 0.3, 0.85).face(c, 0.9);
	p.open();
	const wx = across ? 1.25 : 0.62;
	for (const s of [-1, 1]) {
		round(p, x + s * wx, y - w - 0.02, 0.3, 0.3).add();
	}
	p.paint(t.of('#2E2B2A'), 0.7);
	if (!across) {
		p.open();
		p.wall(x - l + 0.08, x - l + 0.34, y - w - 0.02, 0.58, 0.74).add();
		p.wall(x + l - 0.34, x + l - 0.08, y - w - 0.02, 0.58, 0.74).add();
		p.paint(t.glow('#F5E7BC', '#FFEDB0'), 0.6);
	}
}
