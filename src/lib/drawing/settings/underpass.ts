import type { Place } from './place';

export const underpass: Place = {
	pose: { x: 0, y: -4, z: 2.6, tilt: 0, focal: 0.82, horizon: 0.4 },
	people: 5,
	ways: [
		[-1.2, 1, -0.8, 22],
		[1.3, 22, 1, 2],
		[-2.7, 8, -2.7, 8],
		[0.2, 20, 0.4, 1]
	],
	behind(p) {
		const t = p.tone;
		// A box of concrete with tiles, tubes of light and daylight on the stairs at its end.
		p.wall(-3.4, 3.4, 26, 0, 3.1).fill(t.glow('#EEF1EA', '#AFC0C4'));
		p.floor(-3.4, 3.4, -3.2, 26, 0).face(t.still('#B5AD9D'), 0.8);
		for (const s of [-1, 1]) {
			p.flank(s * 3.4, -3.2, 26, 0, 3.1).face(t.still(s < 0 ? '#A9A497' : '#9C978B'), 0.9);
			p.flank(s * 3.39, -3.2, 26, 0.9, 1.7).face(t.still(s < 0 ? '#5F7C86' : '#55717B'), 0.7);
			p.open();
			for (let y = -2; y < 26; y += 1.2) p.segment(s * 3.38, y, 0, s * 3.38, y, 3.1).add(false);
			const a = p.pen.globalAlpha;
			p.pen.globalAlpha = a * 0.22;
			p.inkStroke(0.7);
			p.pen.globalAlpha = a;
		}
		p.floor(-3.4, 3.4, -3.2, 26, 3.1).face(t.still('#8B867B'), 0.9);
		p.open();
		for (let y = 0; y < 25; y += 4.2) p.floor(-0.35, 0.35, y, y + 2.2, 3.08).add();
		p.paint(t.glow('#F8F3DC', '#FFF3C4'), 0.7);
		p.open();
		for (let i = 0; i < 7; i++) p.wall(-3.4, 3.4, 24 + i * 0.35, i * 0.2, i * 0.2 + 0.2).add();
		p.paint(t.glow('#DCD6C6', '#9AA6A8'), 0.7);
		// A drawing somebody left on the wall, a bin.
		p.flank(-3.37, 5, 7.6, 0.4, 2.3);
		p.start()
			.at(-3.36, 5, 1.9)
			.at(-3.36, 5.6, 2.4)
			.at(-3.36, 6, 1.8)
			.at(-3.36, 6.6, 2.3)
			.at(-3.36, 7.2, 1.9)
			.rule(2.2, 1, t.still('#C99A3F'));
	},
	among: [
		{
			y: 4.4,
			paint(p) {
				const t = p.tone;
				p.wall(2.6, 3.2, 4.4, 0, 0.95).face(t.of('#46685E'), 0.9);
				p.floor(2.6, 3.2, 4.4, 4.9, 0.95).face(t.of('#3D5C53'), 0.8);
			}
		}
	]
};
