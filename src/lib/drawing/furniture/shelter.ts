import { SHELTER } from '../../street/places';
import type { Plot } from '../plot';

export function shelterBack(p: Plot): void {
	const t = p.tone;
	const { x0, x1, y1, height, seat } = SHELTER;
	const metal = t.of('#4D5F6B');
	p.segment(x0, y1, 0, x0, y1, height).rule(2, 1, metal);
	p.segment(x1, y1, 0, x1, y1, height).rule(2, 1, metal);
	p.floor(seat.x0, seat.x1, seat.y - 0.38, seat.y, 0.46).face(t.of('#A9805A'), 0.85);
	p.segment(seat.x0 + 0.2, seat.y - 0.2, 0.46, seat.x0 + 0.2, seat.y - 0.2, 0).rule(1.5, 1, metal);
	p.segment(seat.x1 - 0.2, seat.y - 0.2, 0.46, seat.x1 - 0.2, seat.y - 0.2, 0).rule(1.5, 1, metal);
	// The map of the lines.
	p.wall(x1 - 1.2, x1 - 0.3, y1, 1.1, 1.9).face(t.of('#F2E7CF'), 0.8);
	if (p.camera.f / 28 > 16) {
		p.start()
			.at(x1 - 1.1, y1, 1.25)
			.at(x1 - 0.9, y1, 1.6)
			.at(x1 - 0.6, y1, 1.65)
			.at(x1 - 0.4, y1, 1.8)
			.rule(1.3, 1, t.of('#4F7A74'));
		p.start()
			.at(x1 - 1.1, y1, 1.75)
			.at(x1 - 0.8, y1, 1.45)
			.at(x1 - 0.4, y1, 1.3)
			.rule(1.3, 1, t.of('#C99A3F'));
	}
}

export function shelterFront(p: Plot): void {
	const t = p.tone;
	const { x0, x1, y0, y1, height } = SHELTER;
	const metal = t.of('#4D5F6B');
	for (const x of [x0, x1]) {
		p.flank(x, y0, y1, 0.15, height - 0.1).fill(t.of('#C4DADB'), 0.5);
		p.flank(x, y0, y1, 0.15, height - 0.1);
		p.at(x, y0, 0.15).rule(0.8);
		p.segment(x, y0 + 0.2, 0.9, x, y0 + 0.7, 1.7).rule(0.6, 0.5);
		p.segment(x, y0, 0, x, y0, height).rule(2.2, 1, metal);
	}
	p.floor(x0 - 0.25, x1 + 0.25, y0 - 0.35, y1 + 0.2, height + 0.12).face(metal);
	p.wall(x0 - 0.25, x1 + 0.25, y0 - 0.35, height - 0.06, height + 0.12).face(t.of('#40505B'), 0.9);
	p.segment(x0 + 0.9, y0 - 0.35, height + 0.12, x0 + 0.9, y1 + 0.2, height + 0.12).rule(0.6, 0.4);
	p.segment((x0 + x1) / 2, y0 - 0.35, height + 0.12, (x0 + x1) / 2, y1 + 0.2, height + 0.12).rule(0.6, 0.4);
	p.segment(x1 - 0.9, y0 - 0.35, height + 0.12, x1 - 0.9, y1 + 0.2, height + 0.12).rule(0.6, 0.4);
	// The stop's sign on its pole.
	const sx = x1 + 1.1;
	p.segment(sx, y0, 0, sx, y0, 2.9).rule(1.8, 1, metal);
	p.wall(sx - 0.3, sx + 0.3, y0 - 0.03, 2.35, 2.9).face(t.glow('#3F5F7A', '#5E8FB4'), 0.9);
	p.segment(sx - 0.14, y0 - 0.04, 2.78, sx + 0.14, y0 - 0.04, 2.78).rule(1.1, 1, t.of('#F2E7CF'));
	p.segment(sx, y0 - 0.04, 2.78, sx, y0 - 0.04, 2.48).rule(1.1, 1, t.of('#F2E7CF'));
}
