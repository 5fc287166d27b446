import { BAKERY } from '../../street/places';
import { awning, hem, stirs, type Awning } from '../facades/awning';
import { writeSign } from '../lettering';
import { shade } from '../palette';
import type { Plot } from '../plot';

/** The bakery's awning. */
export const SHADE: Awning = {
	x0: BAKERY.x0 + 0.3,
	x1: BAKERY.x1 - 0.3,
	y: BAKERY.y0,
	z: 2.75,
	y1: BAKERY.y0 - 0.95,
	z1: 2.28,
	colour: BAKERY.awning,
	striped: true
};

export function bakery(p: Plot): void {
	const t = p.tone;
	const { x0, x1, y0, y1, height: h, wall, front, door, window: win } = BAKERY;
	const c = p.camera;
	const k = c.f / Math.max(1, (y0 - c.y) * c.cos + c.z * c.sin);
	const wood = t.of(front);
	if (c.x < x0) {
		p.flank(x0, y0, y1, 0, h).face(t.of(shade(wall, 0.9)));
		p.flank(x0, door.y - door.width / 2, door.y + door.width / 2, 0, door.height).face(wood, 0.9);
		p.flank(x0, door.y - door.width / 2 + 0.16, door.y + door.width / 2 - 0.16, 0.7, door.height - 0.2).face(
			t.glow('#D3DAD0', '#F3D890'),
			0.8
		);
	} else if (c.x > x1) p.flank(x1, y0, y1, 0, h).face(t.of(shade(wall, 0.9)));
	p.wall(x0, x1, y0, 0, h).face(t.of(wall));
	p.wall(x0, x1, y0, 0, 0.5).face(wood, 0.85);
	p.wall(x0, x1, y0 - 0.02, 2.62, h - 0.12).face(wood, 0.85);
	p.wall(win.x0 - 0.15, win.x1 + 0.15, y0 - 0.01, win.z0 - 0.15, win.z1 + 0.1).face(wood, 0.85);
	p.wall(win.x0, win.x1, y0 - 0.02, win.z0, win.z1).face(t.glow('#E2DCC6', '#F6DC98'), 0.85);
	if (k > 12) breads(p, win.x0, win.x1, y0 - 0.03, win.z0, win.z1);
	awning(p, SHADE, k);
	if (!stirs(p, SHADE)) hem(p, SHADE);
	roof(p, k);
	writeSign(p, BAKERY.sign, (x0 + x1) / 2, y0 - 0.03, 2.76, 0.3, x1 - x0 - 0.8, t.of('#F5E6C3'));
}

/** Two slopes and their edge. */
function roof(p: Plot, k: number): void {
	const t = p.tone;
	const { x0, x1, y0, y1, height: h, roof } = BAKERY;
	const m = (y0 + y1) / 2;
	p.start()
		.at(x0 - 0.3, y1 + 0.2, h)
		.at(x1 + 0.3, y1 + 0.2, h)
		.at(x1 - 0.1, m, h + roof)
		.at(x0 + 0.1, m, h + roof)
		.face(t.of('#7F8C93'), 0.9);
	p.start()
		.at(x0 - 0.3, y0 - 0.25, h)
		.at(x1 + 0.3, y0 - 0.25, h)
		.at(x1 - 0.1, m, h + roof)
		.at(x0 + 0.1, m, h + roof)
		.face(t.of('#8E9AA3'));
	p.start()
		.at(x0 - 0.3, y0 - 0.25, h)
		.at(x0 - 0.3, y1 + 0.2, h)
		.at(x0 + 0.1, m, h + roof)
		.face(t.of('#78858C'), 0.9);
	if (k > 14)
		for (let i = 1; i < 6; i++)
			p.segment(
				x0 - 0.3 + ((x1 - x0 + 0.6) * i) / 6,
				y0 - 0.25,
				h,
				x0 + 0.1 + ((x1 - x0 - 0.2) * i) / 6,
				m,
				h + roof
			).rule(0.6, 0.3);
	p.wall(x0 - 0.3, x1 + 0.3, y0 - 0.25, h - 0.14, h).face(t.of('#78858C'), 0.85);
}

/** Loaves, a row of baguettes standing, and cakes on a shelf. */
function breads(p: Plot, x0: number, x1: number, y: number, z0: number, z1: number): void {
	const t = p.tone;
	p.segment(x0, y, z0 + 0.62, x1, y, z0 + 0.62).rule(0.8);
	p.open();
	for (let i = 0; i < 7; i++) {
		const x = x0 + 0.15 + i * 0.16;
		p.start()
			.at(x, y, z0 + 0.66)
			.at(x + 0.1, y, z0 + 0.66)
			.at(x + 0.14, y, z1 - 0.12)
			.at(x + 0.06, y, z1 - 0.08)
			.add();
	}
	p.paint(t.of('#CF9F5C'), 0.6);
	p.open();
	for (let i = 0; i < 4; i++) {
		const x = x0 + 1.6 + i * 0.42;
		p.start()
			.at(x, y, z0 + 0.66)
			.at(x + 0.34, y, z0 + 0.66)
			.at(x + 0.3, y, z0 + 0.86)
			.at(x + 0.17, y, z0 + 0.93)
			.at(x + 0.04, y, z0 + 0.86)
			.add();
	}
	p.paint(t.of('#C08A4B'), 0.6);
	for (let c = 0; c < 3; c++) {
		p.open();
		for (let i = c; i < 7; i += 3) {
			const x = x0 + 0.2 + i * 0.44;
			p.start()
				.at(x, y, z0 + 0.05)
				.at(x + 0.28, y, z0 + 0.05)
				.at(x + 0.24, y, z0 + 0.3)
				.at(x + 0.04, y, z0 + 0.3)
				.add();
		}
		p.paint(t.of(CAKES[c]), 0.6);
	}
}

const CAKES = ['#E7C9A9', '#D9A3A8', '#F0E2B6'];
