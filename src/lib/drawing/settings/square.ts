import { disc, round } from '../circle';
import { joints, lamp, tree, windows } from './parts';
import type { Place } from './place';

export const square: Place = {
	pose: { x: 0, y: -11, z: 6, tilt: 0, focal: 1.15, horizon: 0.24 },
	people: 11,
	ways: [
		[-11, 3, 11, 4],
		[-10, 11, 11, 10],
		[9, 1, 2, 15],
		[-5, 6, -5, 6],
		[-12, 7, -3, 14]
	],
	behind(p, { seed }) {
		const t = p.tone;
		p.floor(-60, 60, -14, 20).fill(t.still('#E9DFCB'));
		joints(p, -30, 30, -8, 18, 3);
		// A town hall with its clock, houses on both sides.
		p.wall(-32, -9, 20, 0, 9).face(t.still('#E6C9B4'));
		p.wall(9, 32, 20, 0, 8).face(t.still('#D9DDD8'));
		windows(p, -30, -10, 20, 1.4, 1.2, 2, 7, seed);
		windows(p, -30, -10, 20, 5.2, 1.2, 2, 7, seed + 1);
		windows(p, 10, 30, 20, 1.4, 1.2, 2, 7, seed + 2);
		windows(p, 10, 30, 20, 4.8, 1.2, 1.8, 7, seed + 3);
		p.wall(-9, 9, 20, 0, 10).face(t.still('#F1E3CC'));
		p.start().at(-9.4, 20, 10).at(9.4, 20, 10).at(7.4, 21, 13).at(-7.4, 21, 13).face(t.still('#8E9AA3'));
		windows(p, -8.4, 8.4, 20, 5.4, 1.3, 2.6, 6, seed + 4);
		windows(p, -8.4, -2, 20, 1.2, 1.3, 2.6, 2, seed + 5);
		windows(p, 2, 8.4, 20, 1.2, 1.3, 2.6, 2, seed + 6);
		p.wall(-1.3, 1.3, 20, 0, 3.6).face(t.still('#6B5B4E'), 0.9);
		p.wall(-2.2, 2.2, 20.5, 10, 14.5).face(t.still('#F1E3CC'));
		p.start().at(-2.6, 20.5, 14.5).at(2.6, 20.5, 14.5).at(0, 20.5, 18.5).face(t.still('#7F8C93'));
		round(p, 0, 20.4, 12.4, 1.3).face(t.glow('#F8F1E0', '#FFF0BE'), 0.9);
		p.start().at(0, 20.3, 13.3).at(0, 20.3, 12.4).at(0.6, 20.3, 12.1).rule(1);
	},
	among: [
		{ y: 12, paint: (p) => tree(p, -10, 12, 1) },
		{ y: 12.1, paint: (p) => tree(p, 10.5, 12.1, 1.05) },
		{
			y: 7.4,
			paint(p, { time }) {
				// A round fountain.
				const t = p.tone;
				disc(p, 0, 8.4, 2.9, 0).face(t.of('#C3B296'));
				disc(p, 0, 8.4, 2.8, 0.55).face(t.of('#D3C6AE'), 0.9);
				disc(p, 0, 8.4, 2.35, 0.5).face(t.of('#A9C4C8'), 0.8);
				p.wall(-0.3, 0.3, 8.4, 0.5, 2).face(t.of('#C3B296'), 0.9);
				disc(p, 0, 8.4, 1.05, 1.9).face(t.of('#D3C6AE'), 0.9);
				disc(p, 0, 8.4, 0.8, 1.95).face(t.of('#A9C4C8'), 0.7);
				p.open();
				const wave = time * 1.7 - Math.floor(time * 1.7);
				for (const s of [-1, -0.5, 0.5, 1]) {
					p.start();
					for (let i = 0; i <= 6; i++) {
						const f = i / 6;
						p.at(s * (0.2 + 1.3 * f), 8.3, 2.1 + 1.5 * f - (2.9 + 0.12 * wave) * f * f);
					}
					p.add(false);
				}
				p.inkStroke(1.1, t.of('#EDF4F2'));
			}
		},
		{ y: 4.5, paint: (p) => lamp(p, -8, 4.5) }
	]
};
