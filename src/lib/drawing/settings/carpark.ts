import { writeSign } from '../lettering';
import type { Plot } from '../plot';
import { car, CARS } from './car';
import { hash } from './hash';
import { lamp } from './parts';
import type { Place, Shot } from './place';

export const carpark: Place = {
	pose: { x: 0, y: -10, z: 8.5, tilt: 0, focal: 1.05, horizon: 0.1 },
	people: 4,
	ways: [
		[-10, 6.4, 10, 6.6],
		[4, 2, 4, 13],
		[-3, 6, -3, 6],
		[-12, 13.4, 10, 13.4]
	],
	behind(p, { mirrored }) {
		const t = p.tone;
		p.floor(-70, 70, -12, 60).fill(t.still('#BDB7AA'));
		p.floor(-70, 70, 24, 60).fill(t.still('#A9B79A'));
		p.wall(-60, 60, 30, 0, 5).face(t.still('#CFC7B8'), 0.9);
		p.wall(-60, 60, 30, 3.4, 5).face(t.still('#44587A'), 0.9);
		p.wall(-9, 9, 29.9, 0, 3.2).face(t.glow('#9DB0B5', '#F3D890'), 0.8);
		writeSign(p, 'Primeurs', 0, 29.8, 3.75, 0.9, 12, t.glow('#F2E7CF', '#F0D9A0'), { mirrored });
		// Bays.
		p.open();
		for (let row = 0; row < 3; row++) {
			const y = -1.6 + row * 9.2;
			for (let x = -23; x <= 23; x += 2.9) p.segment(x, y - 2.4, 0, x, y + 2.4, 0).add(false);
			if (row) p.segment(-23, y + 2.4, 0, 23, y + 2.4, 0).add(false);
		}
		p.inkStroke(1.4, t.still('#EFE9DB'));
		p.open();
		p.start()
			.at(-5, 3.2, 0)
			.at(-2.6, 3.2, 0)
			.at(-2.6, 3.5, 0)
			.at(-1.8, 3.05, 0)
			.at(-2.6, 2.6, 0)
			.at(-2.6, 2.9, 0)
			.at(-5, 2.9, 0)
			.add();
		p.paint(t.still('#EFE9DB'), 0);
	},
	among: [
		...[16.8, 7.6, -1.6].flatMap((y, row) =>
			Array.from({ length: 16 }, (_, i) => ({
				y: y - 2,
				paint: (p: Plot, { seed }: Shot) => {
					const s = hash(seed + row * 31, i);
					if (s % 10 < 7) car(p, -23 + 1.45 + i * 2.9, y, false, CARS[(s >>> 5) % CARS.length]);
				}
			}))
		),
		{
			y: 11.6,
			paint(p, { seed, time }) {
				// Somebody looks for a place.
				const u = (time * 2.2 + (seed % 20)) % 60;
				car(p, -30 + u, 12.1, true, CARS[seed % CARS.length]);
			}
		},
		{ y: 12.9, paint: (p) => lamp(p, -6, 12.9, 6) },
		{ y: 3, paint: (p) => lamp(p, 8, 3, 6) }
	]
};
