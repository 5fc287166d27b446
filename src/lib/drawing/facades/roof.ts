import type { Building } from '../../street/places';
import { shade } from '../palette';
import type { Plot } from '../plot';
import { DEEP, draw, GLASS, LIT, LIT_DAY, Y } from './wall';

/** A roof from its eaves z0 to its ridge z1, which lies `back` along Y. */
interface Slopes {
	z0: number;
	z1: number;
	back: number;
	roofed: string;
}

export function roof(p: Plot, b: Building, n: number, k: number): void {
	const { kind, rise, colour } = b.roof;
	const z0 = b.eaves;
	const slopes: Slopes = {
		z0,
		z1: z0 + rise,
		back: kind === 'mansard' ? Y + 1.6 : Y + 4.2,
		roofed: p.tone.still(colour)
	};
	chimneys(p, b, n, slopes);
	if (kind === 'mansard') {
		mansard(p, b, k, slopes);
		mansardDormers(p, b, n, slopes);
	} else if (kind === 'gable') gable(p, b, slopes);
	else {
		tiled(p, b, n, k, slopes);
		tiledDormers(p, b, slopes);
	}
}

function chimneys(p: Plot, b: Building, n: number, { z0, z1, back }: Slopes): void {
	const t = p.tone;
	const { chimneys } = b.roof;
	for (let i = 0; i < chimneys; i++) {
		const at =
			b.x0 +
			(b.x1 - b.x0) *
				(chimneys === 1 ? 0.16 + 0.7 * draw(n, 50) : i ? 0.9 - 0.12 * draw(n, 51) : 0.08 + 0.14 * draw(n, 52));
		const wide = 0.5 + 0.5 * draw(n, 53, i);
		const zc = z1 + 0.9 + 0.5 * draw(n, 54, i);
		const cy = back + 0.6;
		const brick = t.still(['#B08469', '#C3A285', '#A9806C'][(n + i) % 3]);
		if (p.camera.x < at) p.flank(at - wide, cy, cy + 0.8, z0, zc).face(t.still('#97705B'), 0.8);
		else p.flank(at + wide, cy, cy + 0.8, z0, zc).face(t.still('#97705B'), 0.8);
		p.wall(at - wide, at + wide, cy, z0, zc).face(brick, 0.9);
		p.wall(at - wide - 0.1, at + wide + 0.1, cy - 0.05, zc - 0.2, zc).face(brick, 0.8);
		const pots = wide > 0.75 ? 3 : 2;
		for (let j = 0; j < pots; j++) {
			const px = at + (j - (pots - 1) / 2) * 0.5;
			p.wall(px - 0.12, px + 0.12, cy + 0.3, zc, zc + 0.42).face(t.still('#C58B66'), 0.75);
		}
	}
}

function mansard(p: Plot, b: Building, k: number, { z0, z1, back, roofed }: Slopes): void {
	const t = p.tone;
	const { colour } = b.roof;
	if (p.camera.z > z1 || p.camera.sin > 0)
		p.floor(b.x0 + 0.7, b.x1 - 0.7, back, DEEP, z1).face(t.still(shade(colour, 1.08)), 0.8);
	p.start()
		.at(b.x0, Y, z0)
		.at(b.x1, Y, z0)
		.at(b.x1 - 0.7, back, z1)
		.at(b.x0 + 0.7, back, z1)
		.face(roofed);
	if (k > 9) {
		// Zinc seams.
		const seams = Math.round((b.x1 - b.x0) / 0.9);
		for (let i = 1; i < seams; i++) {
			const s = i / seams;
			p.segment(b.x0 + (b.x1 - b.x0) * s, Y, z0, b.x0 + 0.7 + (b.x1 - b.x0 - 1.4) * s, back, z1).rule(0.6, 0.28);
		}
	}
}

function mansardDormers(p: Plot, b: Building, n: number, { z0, roofed }: Slopes): void {
	const t = p.tone;
	const { rise, dormers } = b.roof;
	for (let i = 0; i < dormers; i++) {
		const x = b.x0 + ((i + 1) / (dormers + 1)) * (b.x1 - b.x0);
		const dz = z0 + 0.35;
		const dy = Y + 0.25;
		const high = rise * 0.5;
		p.wall(x - 0.75, x + 0.75, dy, dz, dz + high + 0.15).face(t.still('#E8DFCB'), 0.8);
		p.wall(x - 0.45, x + 0.45, dy, dz + 0.12, dz + high).face(
			draw(n, 60, i) > 0.75 ? t.glow(LIT_DAY, LIT) : t.still(GLASS[2]),
			0.75
		);
		p.segment(x, dy, dz + 0.12, x, dy, dz + high).rule(0.7);
		if (n % 2)
			p.start()
				.at(x - 0.95, dy - 0.1, dz + high + 0.12)
				.at(x + 0.95, dy - 0.1, dz + high + 0.12)
				.at(x + 0.6, dy - 0.1, dz + high + 0.5)
				.at(x, dy - 0.1, dz + high + 0.66)
				.at(x - 0.6, dy - 0.1, dz + high + 0.5)
				.face(roofed, 0.8);
		else
			p.start()
				.at(x - 0.95, dy - 0.1, dz + high + 0.1)
				.at(x + 0.95, dy - 0.1, dz + high + 0.1)
				.at(x, dy - 0.1, dz + high + 0.75)
				.face(roofed, 0.8);
	}
}

function gable(p: Plot, b: Building, { z0, z1, roofed }: Slopes): void {
	const t = p.tone;
	const { colour } = b.roof;
	const mid = (b.x0 + b.x1) / 2;
	p.start()
		.at(b.x0 - 0.3, Y, z0)
		.at(mid, Y, z1 + 0.3)
		.at(mid, DEEP, z1 + 0.3)
		.at(b.x0 - 0.3, DEEP, z0)
		.face(roofed, 0.9);
	p.start()
		.at(b.x1 + 0.3, Y, z0)
		.at(mid, Y, z1 + 0.3)
		.at(mid, DEEP, z1 + 0.3)
		.at(b.x1 + 0.3, DEEP, z0)
		.face(t.still(shade(colour, 0.92)), 0.9);
}

/** Two slopes, hipped at their ends or not. */
function tiled(p: Plot, b: Building, n: number, k: number, { z0, z1, back, roofed }: Slopes): void {
	const { kind, rise } = b.roof;
	const inset = kind === 'hip' ? 2.6 : 0.15;
	p.start()
		.at(b.x0 - 0.2, Y - 0.3, z0)
		.at(b.x1 + 0.2, Y - 0.3, z0)
		.at(b.x1 - inset, back, z1)
		.at(b.x0 + inset, back, z1)
		.face(roofed);
	if (k > 9) {
		// Rows of tiles, and here and there a tile.
		const rows = kind === 'hip' ? 4 : 5;
		for (let i = 1; i < rows; i++) {
			const s = i / rows;
			const y = Y - 0.3 + (back - Y + 0.3) * s;
			const z = z0 + rise * s;
			const e = inset * s;
			p.segment(b.x0 + e, y, z, b.x1 - e, y, z).rule(0.6, 0.25);
			for (let j = 0; j < 9; j++) {
				const x = b.x0 + e + (b.x1 - b.x0 - 2 * e) * draw(n, 70 + i, j);
				p.segment(x, y, z, x, y - (back - Y + 0.3) / rows, z - rise / rows).rule(0.6, 0.3);
			}
		}
	}
}

function tiledDormers(p: Plot, b: Building, { z0, roofed }: Slopes): void {
	const t = p.tone;
	const { dormers } = b.roof;
	for (let i = 0; i < dormers; i++) {
		const x = b.x0 + ((i + 1) / (dormers + 1)) * (b.x1 - b.x0);
		p.wall(x - 0.7, x + 0.7, Y + 0.7, z0 + 0.4, z0 + 1.6).face(t.still('#E8DFCB'), 0.8);
		p.wall(x - 0.4, x + 0.4, Y + 0.7, z0 + 0.6, z0 + 1.45).face(t.still(GLASS[2]), 0.75);
		p.start()
			.at(x - 0.9, Y + 0.6, z0 + 1.55)
			.at(x + 0.9, Y + 0.6, z0 + 1.55)
			.at(x, Y + 0.6, z0 + 2.2)
			.face(roofed, 0.8);
	}
}
