import { round } from '../circle';
import type { Plot } from '../plot';
import { hash } from './hash';
import { windows } from './parts';
import type { Place } from './place';

export const platform: Place = {
	pose: { x: -1.4, y: -7, z: 3.4, tilt: 0, focal: 0.95, horizon: 0.34 },
	people: 10,
	ways: [
		[-3, 4, -3, 4],
		[-3.4, 9, -3.4, 9],
		[-2.6, 15, -2.6, 15],
		[-4, 1, -3, 30],
		[-3.2, 21, -3.2, 21],
		[-5.4, 28, -4.6, 2]
	],
	behind(p, { seed, time }) {
		const t = p.tone;
		p.floor(-80, 80, -8, 200).fill(t.still('#CFC4AC'));
		// Houses far away, the track bed, the other platform.
		for (let i = 0; i < 9; i++) {
			const x = -46 + i * 11;
			p.wall(x, x + 10.5, 70, 0, 8 + (hash(seed, i) % 6)).face(
				t.still(['#E6C9B4', '#EFE2C6', '#D9DDD8', '#EAD9BF'][i % 4]),
				0.8
			);
			windows(p, x, x + 10.5, 70, 3, 1.6, 2.6, 4, seed + i);
		}
		p.floor(-0.6, 5.4, -8, 120).fill(t.still('#B3A78F'));
		p.open();
		for (const x of [0.3, 1.75, 3.1, 4.55]) p.segment(x, -7, 0, x, 120, 0).add(false);
		p.inkStroke(1.3);
		p.open();
		for (let y = -6; y < 40; y += 1.1) p.segment(0, y, 0, 4.9, y, 0).add(false);
		const a = p.pen.globalAlpha;
		p.pen.globalAlpha = a * 0.25;
		p.inkStroke(1);
		p.pen.globalAlpha = a;
		p.start().at(5.4, -7, 0).at(5.4, 90, 0).at(5.4, 90, 0.5).at(5.4, -7, 0.5).face(t.still('#B9AE98'), 0.7);
		p.floor(5.4, 12, -7, 90, 0.5).face(t.still('#E2D8C6'), 0.8);
		p.flank(12, -7, 90, 0.5, 3).face(t.still('#D9CDB6'), 0.8);
		for (let y = 2; y < 60; y += 7)
			p.flank(11.9, y, y + 3.4, 1.1, 2.5).face(t.still(['#B98467', '#46685E', '#C99A3F', '#5E7FA3'][(y / 7) & 3]), 0.7);
		// This platform.
		p.floor(-8, -0.6, -7, 90, 0).face(t.still('#E9DEC9'), 0.8);
		p.floor(-1.3, -0.95, -7, 90, 0).fill(t.still('#F6EED8'));
		p.segment(-1.3, -7, 0, -1.3, 90, 0).rule(0.6, 0.5);
		p.flank(-8, -7, 90, 0, 3.4).face(t.still('#E3D3B6'), 0.8);
		// The tram comes in, waits, goes out.
		const u = (time + (seed % 37)) % 46;
		const y =
			u < 8
				? 90 - 84 * (1 - (1 - u / 8) * (1 - u / 8))
				: u < 22
					? 6
					: u < 30
						? 6 - 40 * ((u - 22) / 8) * ((u - 22) / 8)
						: NaN;
		if (y > -6) {
			p.flank(-0.3, y, y + 40, 0.3, 3.2).face(t.of('#F4EFE4'));
			p.flank(-0.32, y, y + 40, 0.3, 1.1).face(t.of('#4F7A74'), 0.8);
			p.open();
			for (let i = 0; i < 12; i++) p.flank(-0.33, y + 1 + i * 3.2, y + 3.4 + i * 3.2, 1.5, 2.7).add();
			p.paint(t.glow('#8CA5AE', '#F3DFA0'), 0.7);
			p.wall(-0.3, 2.2, y, 0.3, 3.2).face(t.of('#F4EFE4'));
			p.wall(-0.3, 2.2, y - 0.01, 0.3, 1.1).face(t.of('#4F7A74'), 0.8);
			p.wall(0, 1.9, y - 0.02, 1.4, 2.8).face(t.glow('#7E949C', '#F3DFA0'), 0.8);
			p.open();
			p.wall(0, 0.4, y - 0.03, 0.75, 0.95).add();
			p.wall(1.5, 1.9, y - 0.03, 0.75, 0.95).add();
			p.paint(t.glow('#F5E7BC', '#FFEDB0'), 0.6);
		}
	},
	among: [
		...[34, 26, 18, 10, 2].map((y) => ({
			y,
			paint: (p: Plot) => {
				const t = p.tone;
				p.segment(-6.4, y, 0, -6.4, y, 3.7).rule(2, 1, t.of('#4D5F6B'));
				p.start()
					.at(-7.8, y - 4, 3.9)
					.at(-3.4, y - 4, 4.15)
					.at(-3.4, y + 4, 4.15)
					.at(-7.8, y + 4, 3.9)
					.face(t.of('#5B6E79'), 0.9);
			}
		})),
		{
			y: 6,
			paint(p) {
				// The clock of the platform.
				const t = p.tone;
				p.segment(-1.9, 6.5, 0, -1.9, 6.5, 3).rule(1.8, 1, t.of('#4D5F6B'));
				round(p, -1.9, 6.45, 3.3, 0.42).face(t.glow('#F8F1E0', '#FFF0BE'), 1);
				p.start().at(-1.9, 6.4, 3.6).at(-1.9, 6.4, 3.3).at(-1.7, 6.4, 3.2).rule(1);
			}
		}
	]
};
