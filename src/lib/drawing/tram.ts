import { TRAM } from '../street/places';
import { round } from './circle';
import type { Plot } from './plot';

const RIDERS = ['#44587A', '#C99A3F', '#7A4A5E', '#9AA894', '#B98467', '#5f7383', '#E6C9B4'];
const SKINS = ['#E0B08E', '#8d5a3c', '#D8A27F', '#6f452e', '#E8C0A0'];

/** By day and by night. */
const PANES = ['#8CA5AE', '#F3DFA0'] as const;

/** Paints the tram with its left end at `x`, people sitting behind its windows. */
export function paintTram(p: Plot, x: number): void {
	const t = p.tone;
	const { length, y0, y1, floor, height: h } = TRAM;
	const end = x + length;
	const c = p.camera;
	const k = c.f / Math.max(1, (y0 - c.y) * c.cos + c.z * c.sin);
	const body = t.of('#F4EFE4');
	const band = t.of('#4F7A74');
	// The end that looks to the camera.
	const fx = c.x < x ? x : c.x > end ? end : NaN;
	if (!Number.isNaN(fx)) {
		p.flank(fx, y0, y1, floor, h).face(t.shade('#F4EFE4'));
		p.flank(fx, y0 + 0.2, y1 - 0.2, 1.5, 2.7).face(t.glow('#7E9AA6', '#E9D49A'), 0.85);
	}
	p.wall(x + 0.5, end - 0.5, y0 + 0.1, 0.05, floor).fill(t.of('#3A3F40'));
	p.start()
		.at(x + 0.5, y0, floor)
		.at(end - 0.5, y0, floor)
		.at(end, y0, 1)
		.at(end - 0.15, y0, 2.2)
		.at(end - 0.9, y0, h)
		.at(x + 0.9, y0, h)
		.at(x + 0.15, y0, 2.2)
		.at(x, y0, 1)
		.face(body);
	p.start()
		.at(x + 0.5, y0 - 0.01, floor)
		.at(end - 0.5, y0 - 0.01, floor)
		.at(end, y0 - 0.01, 1)
		.at(end - 0.02, y0 - 0.01, 1.15)
		.at(x + 0.02, y0 - 0.01, 1.15)
		.at(x, y0 - 0.01, 1)
		.face(band, 0.85);
	p.floor(x + 0.9, end - 0.9, y0, y1, h).face(t.of('#DAD4C6'));
	for (let i = 0; i < 3; i++) {
		const a = x + 3 + i * 7.6;
		p.floor(a, a + 4, y0 + 0.5, y1 - 0.5, h + 0.12).face(t.of('#C9C3B4'), 0.75);
		p.wall(a, a + 4, y0 + 0.5, h, h + 0.12).face(t.of('#B9B3A5'), 0.75);
	}
	const glass = t.glow(...PANES);
	windows(p, x, k, glass);
	doorsOf(p, x, glass);
	ends(p, x, glass);
	pantograph(p, x + length / 2);
}

/** Windows, then those behind them. */
function windows(p: Plot, x: number, k: number, glass: string): void {
	const { length, y0, doors } = TRAM;
	const end = x + length;
	for (let pass = 0; pass < 2; pass++) {
		let from = x + 1.5;
		if (!pass) p.open();
		for (let i = 0; i <= doors.length; i++) {
			const last = i === doors.length;
			const door = last ? end - 1.5 : x + doors[i];
			const to = last ? door : door - 1;
			const n = Math.max(1, Math.round((to - from) / 2));
			const w = (to - from) / n;
			for (let j = 0; j < n && to - from > 0.7; j++) {
				const a = from + j * w + 0.08;
				const b = from + (j + 1) * w - 0.08;
				if (!pass) p.wall(a, b, y0 - 0.01, 1.45, 2.75).add();
				else if (k > 8) riders(p, a, b, y0 - 0.02, i * 3 + j);
			}
			from = door + 1;
		}
		if (!pass) p.paint(glass, 0.85);
	}
}

function doorsOf(p: Plot, x: number, glass: string): void {
	const t = p.tone;
	const { y0, floor, doors } = TRAM;
	p.open();
	for (const d of doors) p.wall(x + d - 0.85, x + d + 0.85, y0 - 0.01, floor + 0.05, 2.95).add();
	p.paint(t.of('#E4DDCD'), 0.85);
	p.open();
	for (const d of doors) {
		p.wall(x + d - 0.73, x + d - 0.08, y0 - 0.02, 0.75, 2.75).add();
		p.wall(x + d + 0.08, x + d + 0.73, y0 - 0.02, 0.75, 2.75).add();
	}
	p.paint(glass, 0.75);
	p.open();
	for (const d of doors) p.segment(x + d, y0 - 0.02, floor + 0.05, x + d, y0 - 0.02, 2.95).add(false);
	p.inkStroke(0.8);
}

/** Windscreens at both ends, joints between cars. */
function ends(p: Plot, x: number, glass: string): void {
	const { length, y0, floor, height: h } = TRAM;
	const end = x + length;
	p.start()
		.at(end - 1.3, y0 - 0.01, 1.4)
		.at(end - 0.1, y0 - 0.01, 1.4)
		.at(end - 0.2, y0 - 0.01, 2.15)
		.at(end - 0.75, y0 - 0.01, 2.95)
		.at(end - 1.3, y0 - 0.01, 2.95)
		.face(glass, 0.85);
	p.start()
		.at(x + 1.3, y0 - 0.01, 1.4)
		.at(x + 0.1, y0 - 0.01, 1.4)
		.at(x + 0.2, y0 - 0.01, 2.15)
		.at(x + 0.75, y0 - 0.01, 2.95)
		.at(x + 1.3, y0 - 0.01, 2.95)
		.face(glass, 0.85);
	for (const j of [x + 7, x + 13, x + 19]) {
		p.segment(j - 0.12, y0 - 0.01, floor, j - 0.12, y0 - 0.01, h).rule(0.8);
		p.segment(j + 0.12, y0 - 0.01, floor, j + 0.12, y0 - 0.01, h).rule(0.8);
	}
}

function pantograph(p: Plot, m: number): void {
	const { y0, height: h } = TRAM;
	p.start()
		.at(m - 0.8, y0 + 1.2, h + 0.1)
		.at(m + 0.3, y0 + 1.2, h + 0.75)
		.at(m - 0.3, y0 + 1.2, h + 1.3)
		.rule(1.1);
	p.segment(m - 0.9, y0 + 1.2, h + 1.3, m + 0.4, y0 + 1.2, h + 1.3).rule(1.4);
}

/** Heads and shoulders behind a pane; some seats are empty. */
function riders(p: Plot, a: number, b: number, y: number, n: number): void {
	const t = p.tone;
	const seats = Math.max(1, Math.floor((b - a) / 0.72));
	for (let i = 0; i < seats; i++) {
		const m = (n * 5 + i * 3 + ((n * n) % 7)) % 35;
		if (m % 5 === 2 || m % 7 === 3) continue;
		const x = a + (b - a) * ((i + 0.5) / seats) + 0.05 * ((m % 3) - 1);
		const z = 1.93 + 0.08 * (m % 3);
		const w = 0.25;
		const turned = m % 2 ? 0.05 : -0.05;
		p.start()
			.at(x - w, y, 1.46)
			.at(x + w, y, 1.46)
			.at(x + w * 0.85, y, z - 0.2)
			.at(x + 0.09, y, z - 0.08)
			.at(x - 0.09, y, z - 0.08)
			.at(x - w * 0.85, y, z - 0.2)
			.face(t.of(RIDERS[m % RIDERS.length]), 0.65);
		round(p, x, y, z + 0.08, 0.16, 0.18).face(t.of(HAIRS[m % HAIRS.length]), 0.65);
		if (m % 6 !== 0) round(p, x + turned, y, z + 0.05, 0.125, 0.14).fill(t.of(SKINS[m % SKINS.length]));
	}
}

const HAIRS = ['#2a1d18', '#6b4a2b', '#17110e', '#b9b2a6'];
