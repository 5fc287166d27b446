import type { Plot } from '../plot';
import { joints, windows } from './parts';
import type { Place, Shot } from './place';
import { stall } from './stall';

export const market: Place = {
	pose: { x: 0, y: -9, z: 5.4, tilt: 0, focal: 1.1, horizon: 0.22 },
	people: 22,
	ways: [
		[-1.2, -1, -0.6, 22],
		[1.2, 24, 1.4, 0],
		[-2.2, 5, -2.2, 5],
		[2.3, 9.2, 2.3, 9.2],
		[-2.3, 13, -2.3, 13],
		[2.2, 3, 2.2, 3],
		[0, 21, 0.4, 1]
	],
	behind(p, { seed }) {
		const t = p.tone;
		p.floor(-50, 50, -12, 40).fill(t.still('#E4D8C0'));
		joints(p, -6, 6, -6, 30, 2);
		// A narrow street between houses.
		for (const s of [-1, 1]) {
			const x = s * 7.5;
			p.flank(x, 0, 30, 0, 12).face(t.still(s < 0 ? '#E6C9B4' : '#EFE2C6'), 0.9);
			p.open();
			for (let y = 2; y < 29; y += 3.2) for (const z of [4.6, 8.2]) p.flank(x, y, y + 1.3, z, z + 1.9).add();
			p.paint(t.glow('#8FA3AB', '#E8C777'), 0.7);
		}
		p.wall(-7.5, 7.5, 30, 0, 9).face(t.still('#D9DDD8'), 0.9);
		windows(p, -7, 7, 30, 4.6, 1.3, 2, 5, seed);
		p.start().at(-8, 30, 9).at(8, 30, 9).at(7, 32, 12).at(-7, 32, 12).face(t.still('#8E9AA3'), 0.9);
		// Flags of cloth across the street.
		for (const y of [22, 14]) {
			p.start().at(-7.4, y, 8).at(0, y, 7).at(7.4, y, 8).rule(0.8);
			for (let i = 0; i < 9; i++) {
				const x = -6.4 + i * 1.6;
				const z = 7 + (x * x) / 55;
				p.start()
					.at(x - 0.4, y, z)
					.at(x + 0.4, y, z)
					.at(x, y, z - 0.9)
					.face(t.of(['#C99A3F', '#6E8B84', '#D9A3A8', '#5E7FA3'][i % 4]), 0.7);
			}
		}
	},
	among: [20, 15, 10, 5, 0.6].flatMap((y, i) =>
		[-1, 1].map((s) => ({
			y: y + 0.5,
			paint: (p: Plot, { seed }: Shot) =>
				stall(
					p,
					s * 4.9,
					y,
					['#46685E', '#C99A3F', '#44587A', '#B98467', '#7A4A5E'][(i + (s > 0 ? 2 : 0) + seed) % 5],
					i + seed
				)
		}))
	)
};
