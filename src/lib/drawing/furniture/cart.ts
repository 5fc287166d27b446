import { CART } from '../../street/places';
import { CIRCLE, round, SIDES } from '../circle';
import type { Plot } from '../plot';
import { flowers } from '../things';
import { Upright } from './upright';

/** Half of a circle's points. */
const HALF = SIDES / 2;

/** The flower seller's cart, under its striped cloth. */
export function cart(p: Plot): void {
	const t = p.tone;
	const { x, y, width, depth, height: h, canopy } = CART;
	const x0 = x - width / 2;
	const x1 = x + width / 2;
	const y0 = y - depth / 2;
	const y1 = y + depth / 2;
	const it = new Upright(p, x, y);
	for (const px of [x0 + 0.1, x1 - 0.1]) p.segment(px, y1 - 0.1, h, px, y1 - 0.1, canopy).rule(1.4);
	if (p.camera.x < x0) p.flank(x0, y0, y1, 0.4, h).face(t.of('#8A6A4A'), 0.85);
	if (p.camera.x > x1) p.flank(x1, y0, y1, 0.4, h).face(t.of('#8A6A4A'), 0.85);
	p.floor(x0, x1, y0, y1, h).face(t.of('#6E5A44'), 0.85);
	flowers(p, x0, x1, y, h);
	p.wall(x0, x1, y0, 0.4, h).face(t.of('#A9805A'), 0.9);
	p.segment(x0, y0, 0.65, x1, y0, 0.65).rule(0.6, 0.6);
	wheels(p, it);
	for (const px of [x0 + 0.1, x1 - 0.1]) p.segment(px, y0 + 0.1, h, px, y0 + 0.1, canopy).rule(1.4);
	canopyOf(p);
	edge(p);
	buckets(p);
}

function wheels(p: Plot, it: Upright): void {
	const t = p.tone;
	const { x, y, width, depth } = CART;
	const y0 = y - depth / 2;
	for (const wx of [x - width / 2 + 0.35, x + width / 2 - 0.35]) {
		round(p, wx, y0 - 0.06, 0.32, 0.32).face(t.of('#C9B48E'), 0.9);
		round(p, wx, y0 - 0.07, 0.32, 0.08).face(t.of('#6E5A44'), 0.7);
		if (it.k > 20) {
			p.open();
			for (let i = 0; i < HALF; i += 4)
				p.segment(
					wx + 0.3 * CIRCLE[i * 2],
					y0 - 0.065,
					0.32 + 0.3 * CIRCLE[i * 2 + 1],
					wx - 0.3 * CIRCLE[i * 2],
					y0 - 0.065,
					0.32 - 0.3 * CIRCLE[i * 2 + 1]
				).add(false);
			p.inkStroke(0.5);
		}
	}
}

/** Two slopes in bands. */
function canopyOf(p: Plot): void {
	const t = p.tone;
	const { x, y, width, depth, canopy, cloth, stripes } = CART;
	const y0 = y - depth / 2;
	const y1 = y + depth / 2;
	const x0 = x - width / 2;
	const ridge = canopy + 0.4;
	const left = x0 - 0.2;
	const wide = width + 0.4;
	for (let side = 0; side < 2; side++) {
		const e = side ? y0 - 0.25 : y1 + 0.25;
		p.start()
			.at(left, e, canopy)
			.at(left + wide, e, canopy)
			.at(left + wide, y, ridge)
			.at(left, y, ridge)
			.face(t.of(cloth), 0.95);
		p.open();
		for (let i = 1; i < 7; i += 2) {
			const a = left + (wide * i) / 7;
			const b = left + (wide * (i + 1)) / 7;
			p.start().at(a, e, canopy).at(b, e, canopy).at(b, y, ridge).at(a, y, ridge).add();
		}
		p.paint(t.of(stripes), 0);
		p.start()
			.at(left, e, canopy)
			.at(left + wide, e, canopy)
			.at(left + wide, y, ridge)
			.at(left, y, ridge)
			.at(left, e, canopy)
			.rule(0.95);
	}
}

function edge(p: Plot): void {
	const t = p.tone;
	const { x, y, width, depth, canopy, cloth, stripes } = CART;
	const y0 = y - depth / 2;
	const left = x - width / 2 - 0.2;
	const wide = width + 0.4;
	for (let odd = 0; odd < 2; odd++) {
		p.open();
		for (let i = odd; i < 7; i += 2) {
			const a = left + (wide * i) / 7;
			const w = wide / 7;
			const e = y0 - 0.25;
			p.start()
				.at(a, e, canopy)
				.at(a + w, e, canopy)
				.at(a + w, e, canopy - 0.12)
				.at(a + w * 0.75, e, canopy - 0.2)
				.at(a + w * 0.25, e, canopy - 0.2)
				.at(a, e, canopy - 0.12)
				.add();
		}
		p.paint(t.of(odd ? stripes : cloth), 0.7);
	}
}

/** Buckets on the ground. */
function buckets(p: Plot): void {
	const t = p.tone;
	const { x, y, width } = CART;
	const x0 = x - width / 2;
	for (let i = 0; i < 3; i++) {
		const bx = x0 - 0.55 - i * 0.48;
		const by = y - 0.15 + 0.2 * (i % 2);
		const it = new Upright(p, bx, by);
		flowers(p, bx - 0.2, bx + 0.2, by, 0.36);
		it.drum(0.15, 0.2, 0, 0.38).face(t.of(['#8E9AA3', '#7F8C93', '#9AA8A0'][i]), 0.8);
	}
}
