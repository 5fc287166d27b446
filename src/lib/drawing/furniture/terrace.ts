import type { Spot } from '../../street/places';
import { disc } from '../circle';
import type { Plot } from '../plot';

export function table(p: Plot, { x, y }: Spot, i: number): void {
	const t = p.tone;
	for (const s of [-1, 1]) {
		const cx = x + s * 0.62;
		const cane = t.of(i % 2 ? '#B98D63' : '#7F9B8E');
		p.segment(cx - 0.18, y, 0, cx - 0.16, y, 0.45).rule(0.9);
		p.segment(cx + 0.18, y, 0, cx + 0.16, y, 0.45).rule(0.9);
		p.floor(cx - 0.2, cx + 0.2, y - 0.2, y + 0.2, 0.45).face(cane, 0.75);
		const bx = cx + s * 0.2;
		p.start()
			.at(bx, y - 0.2, 0.45)
			.at(bx, y + 0.2, 0.45)
			.at(bx + s * 0.05, y + 0.2, 0.88)
			.at(bx + s * 0.05, y - 0.2, 0.88)
			.face(cane, 0.75);
	}
	p.segment(x, y, 0, x, y, 0.72).rule(1.6);
	disc(p, x, y, 0.34, 0.72).face(t.of('#EDE4D2'), 0.8);
	p.wall(x - 0.05, x + 0.04, y, 0.72, 0.82).face(t.of('#FBF7EC'), 0.6);
}
