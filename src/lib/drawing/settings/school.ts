import { writeSign } from '../lettering';
import { tree, windows } from './parts';
import type { Place } from './place';

export const school: Place = {
	pose: { x: 1, y: -12, z: 5, tilt: 0, focal: 1.2, horizon: 0.27 },
	people: 13,
	children: true,
	ways: [
		[-9, 5.2, 12, 5],
		[-3, 8.6, -3, 8.6],
		[2, 8.8, 2, 8.8],
		[0, 9.4, 4, -4],
		[6, 8.4, 6, 8.4],
		[-1, 8.2, -1, 8.2]
	],
	behind(p, { seed, mirrored }) {
		const t = p.tone;
		p.floor(-60, 60, -14, 40).fill(t.still('#E4DAC6'));
		// Yard, school with rows of tall windows and painted shapes.
		p.wall(-16, 15, 17, 0, 8.4).face(t.still('#F1E3CC'));
		p.start().at(-16.4, 17, 8.4).at(15.4, 17, 8.4).at(14, 18, 10.6).at(-15, 18, 10.6).face(t.still('#B98467'));
		windows(p, -15.5, 14.5, 17, 1, 1.8, 2.4, 9, seed);
		windows(p, -15.5, 14.5, 17, 5, 1.8, 2.2, 9, seed + 1);
		p.wall(-3.2, 3.2, 16.9, 3.7, 4.7).face(t.still('#44587A'), 0.8);
		writeSign(p, 'École', 0, 16.85, 3.92, 0.55, 5.4, t.glow('#F2E7CF', '#F0D9A0'), { mirrored });
		p.wall(15, 40, 24, 0, 6).face(t.still('#D9DDD8'));
		windows(p, 16, 34, 24, 2.4, 1.2, 1.7, 6, seed + 2);
		p.wall(-40, -16, 24, 0, 7).face(t.still('#E6C9B4'));
		// Road and crossing.
		p.floor(-60, 60, -10, 2.6).fill(t.still('#B9B3A6'));
		p.segment(-60, 2.6, 0, 60, 2.6, 0).rule(1.1);
		p.segment(-60, 3, 0, 60, 3, 0).rule(0.6, 0.6);
		p.open();
		for (let i = 0; i < 7; i++) p.floor(-1 + i * 0.95, -0.45 + i * 0.95, -5, 2.3).add();
		p.paint(t.still('#F2ECDD'), 0);
	},
	among: [
		{ y: 12, paint: (p) => tree(p, -9.5, 12, 1) },
		{
			y: 9.9,
			paint(p) {
				// Railings with the gate open.
				const t = p.tone;
				p.open();
				for (const [a, b] of [
					[-20, -4.4],
					[7.4, 22]
				]) {
					p.segment(a, 10, 1.5, b, 10, 1.5).add(false);
					p.segment(a, 10, 0.25, b, 10, 0.25).add(false);
					for (let x = a; x <= b; x += 0.45) p.segment(x, 10, 0, x, 10, 1.7).add(false);
				}
				p.inkStroke(0.9, t.of('#3F5A50'));
				for (const x of [-4.4, 7.4]) {
					p.wall(x - 0.3, x + 0.3, 9.9, 0, 2.3).face(t.of('#D3C0A0'), 0.9);
					p.wall(x - 0.4, x + 0.4, 9.85, 2.3, 2.5).face(t.of('#C3B08E'), 0.8);
				}
			}
		},
		{
			y: 3.2,
			paint(p) {
				// The sign of children crossing.
				const t = p.tone;
				p.segment(-6, 3.2, 0, -6, 3.2, 2.4).rule(1.6);
				p.start().at(-6.6, 3.2, 2.1).at(-5.4, 3.2, 2.1).at(-6, 3.2, 3.1).face(t.of('#F2E0A0'), 1.2);
				p.segment(-6.12, 3.15, 2.3, -6.12, 3.15, 2.55).rule(1.2);
				p.segment(-5.9, 3.15, 2.3, -5.9, 3.15, 2.48).rule(1.2);
			}
		}
	]
};
