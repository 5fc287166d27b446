import type { Shop } from '../../street/places';
import { round } from '../circle';
import type { Plot } from '../plot';
import { draw, NEAR, Y } from './wall';

/** What the shop window holds, in a few strokes. */
export function goods(p: Plot, s: Shop, a: number, b: number, n: number): void {
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

export function crates(p: Plot, s: Shop, k: number): void {
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

export function cross(p: Plot, x: number, z: number, k: number): void {
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
