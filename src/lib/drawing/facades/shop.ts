import { BUILDINGS, type Shop } from '../../street/places';
import { writeSign } from '../lettering';
import { shade } from '../palette';
import type { Plot } from '../plot';
import { awning, awningOf, hem, stirs } from './awning';
import { crates, cross, goods } from './goods';
import { NEAR, Y } from './wall';

/** Colour of the tubes at night, for those who have them. */
const NEON: Partial<Record<Shop['trade'], string>> = { cafe: '#FFD08A', pharmacy: '#8FE3AE' };

export function shop(p: Plot, s: Shop, ground: number, n: number, k: number): void {
	const t = p.tone;
	const top = Math.min(3.35, ground - 0.25);
	const band = top - 0.62;
	p.wall(s.x0, s.x1, Y - 0.04, 0, top).face(t.still(s.front));
	p.segment(s.x0, Y - 0.05, band, s.x1, Y - 0.05, band).rule(0.7);
	const inside = t.glow('#C8D3CF', '#EFD596');
	const pale = s.trade === 'pharmacy';
	// Panes on both sides of the door.
	const door0 = s.door - 0.55;
	const door1 = s.door + 0.55;
	for (const [a, b] of [
		[s.x0 + 0.28, door0 - 0.2],
		[door1 + 0.2, s.x1 - 0.28]
	]) {
		if (b - a < 0.6) continue;
		p.wall(a, b, Y - 0.05, 0.55, band - 0.12).face(inside, 0.85);
		if (k > 9) {
			goods(p, s, a, b, n);
			const panes = Math.max(1, Math.round((b - a) / 2.2));
			for (let i = 1; i < panes; i++)
				p.segment(a + ((b - a) * i) / panes, Y - 0.05, 0.55, a + ((b - a) * i) / panes, Y - 0.05, band - 0.12).rule(
					0.75
				);
			p.segment(a + 0.25, Y - 0.05, band - 0.5, a + 0.62, Y - 0.05, band - 0.18).rule(0.6, 0.5);
		}
	}
	p.wall(door0, door1, Y - 0.05, 0.05, band - 0.12).face(inside, 0.85);
	p.wall(door0, door1, Y - 0.05, 0.05, 0.75).face(t.still(shade(s.front, pale ? 0.85 : 1.15)), 0.75);
	if (k > 12) p.segment(door1 - 0.16, Y - 0.08, 1.05, door1 - 0.16, Y - 0.08, 1.35).rule(1.2);
	const cloth = awningOf(BUILDINGS[n], n);
	if (cloth) {
		awning(p, cloth, k);
		if (!stirs(p, cloth)) hem(p, cloth);
	}
	if (s.sign) sign(p, s, band, k);
	if (pale) cross(p, s.x0 + 0.2, band + 0.6, k);
	if (s.trade === 'bank' && k > 9) {
		// A cash machine in the wall.
		p.wall(s.x1 - 1.3, s.x1 - 0.55, Y - 0.06, 0.9, 1.75).face(t.still('#D9D4C6'), 0.8);
		p.wall(s.x1 - 1.15, s.x1 - 0.7, Y - 0.06, 1.35, 1.65).face(t.glow('#6E8791', '#BFD6DC'), 0.7);
	}
	if (s.trade === 'grocer') crates(p, s, k);
}

function sign(p: Plot, s: Shop, band: number, k: number): void {
	const t = p.tone;
	const pale = s.trade === 'pharmacy';
	const light = NEON[s.trade];
	writeSign(
		p,
		s.sign!,
		(s.x0 + s.x1) / 2,
		Y - 0.06,
		band + 0.15,
		0.36,
		s.x1 - s.x0 - 1.2,
		t.glow(pale ? '#3E6B58' : '#F2E7CF', light && k > NEAR ? light : pale ? '#8FD9AC' : '#F0D9A0'),
		{ halo: k > NEAR ? light : undefined }
	);
}
