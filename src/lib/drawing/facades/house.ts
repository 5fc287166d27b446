import { SIDE_STREET, type Building } from '../../street/places';
import { round } from '../circle';
import { shade } from '../palette';
import type { Plot } from '../plot';
import { floor } from './floor';
import { porch } from './porch';
import { roof } from './roof';
import { shop } from './shop';
import { DEEP, draw, GLASS, Y } from './wall';

export function house(p: Plot, b: Building, n: number, k: number): void {
	const t = p.tone;
	const wall = t.still(b.wall);
	const gable = b.roof.kind === 'gable';
	const mid = (b.x0 + b.x1) / 2;
	const top = b.eaves + b.roof.rise;
	flank(p, b);
	roof(p, b, n, k);
	if (gable)
		p.start().at(b.x0, Y, 0).at(b.x1, Y, 0).at(b.x1, Y, b.eaves).at(mid, Y, top).at(b.x0, Y, b.eaves).face(wall);
	else p.wall(b.x0, b.x1, Y, 0, b.eaves).face(wall);
	eaves(p, b, k);
	const step = (b.eaves - b.ground) / b.floors;
	if (k > 6)
		for (let fl = 0; fl < b.floors; fl++) {
			const z = b.ground + fl * step;
			p.segment(b.x0, Y, z + 0.12, b.x1, Y, z + 0.12).rule(0.75, 0.6);
			if (fl === 0) p.segment(b.x0, Y, z - 0.08, b.x1, Y, z - 0.08).rule(0.75, 0.6);
		}
	if (k > 14) bricks(p, b, n);
	for (let fl = 0; fl < b.floors; fl++) floor(p, b, n, fl, b.ground + fl * step, step, k);
	if (k > 12) {
		// A rain pipe at one side.
		const rx = b.x1 - 0.22;
		p.segment(rx, Y - 0.08, b.eaves - 0.3, rx, Y - 0.08, 0.1).rule(1.1, 0.55);
	}
	if (b.porch) porch(p, b, k);
	if (b.shop) shop(p, b.shop, b.ground, n, k);
	else if (!b.porch) dwelling(p, b);
}

/** The flank that looks to the camera, seen over a lower neighbour or in the side street. */
function flank(p: Plot, b: Building): void {
	const t = p.tone;
	const side = t.still(shade(b.wall, 0.9));
	const left = p.camera.x < b.x0;
	const fx = left ? b.x0 : b.x1;
	p.flank(fx, Y, DEEP, 0, b.eaves).face(side, 0.9);
	if (fx === SIDE_STREET.x0 || fx === SIDE_STREET.x1)
		for (let fl = 0; fl < b.floors; fl++)
			for (let i = 0; i < 2; i++) {
				const z = b.ground + 0.9 + fl * ((b.eaves - b.ground) / b.floors);
				p.flank(fx, Y + 1.6 + i * 3, Y + 2.6 + i * 3, z, z + 1.5).face(t.still(GLASS[1]), 0.7);
			}
}

/** The edge of the roof: a strip along both slopes of a gable, or cornice and gutter. */
function eaves(p: Plot, b: Building, k: number): void {
	const t = p.tone;
	const mid = (b.x0 + b.x1) / 2;
	const top = b.eaves + b.roof.rise;
	if (b.roof.kind === 'gable') {
		// The roof's edge, a strip along both slopes.
		const roofed = t.still(b.roof.colour);
		for (const [ex, out] of [
			[b.x0, -0.35],
			[b.x1, 0.35]
		])
			p.start()
				.at(ex + out, Y - 0.25, b.eaves - 0.25)
				.at(mid, Y - 0.25, top)
				.at(mid, Y - 0.25, top + 0.34)
				.at(ex + out * 1.35, Y - 0.25, b.eaves + 0.08)
				.face(roofed, 0.9);
		if (k > 8) round(p, mid, Y, b.eaves + b.roof.rise * 0.36, 0.42).face(t.still(GLASS[0]), 0.8);
	} else {
		// Cornice and gutter.
		p.wall(b.x0 - 0.12, b.x1 + 0.12, Y - 0.2, b.eaves - 0.32, b.eaves + 0.02).face(t.still(shade(b.wall, 1.04)), 0.8);
		p.segment(b.x0 - 0.2, Y - 0.3, b.eaves + 0.04, b.x1 + 0.2, Y - 0.3, b.eaves + 0.04).rule(1.7);
	}
}

/** A few bricks showing through the plaster. */
function bricks(p: Plot, b: Building, n: number): void {
	for (let i = 0; i < 5; i++) {
		const x = b.x0 + 0.6 + (b.x1 - b.x0 - 1.8) * draw(n, 30, i);
		const z = b.ground + 0.5 + (b.eaves - b.ground - 1.2) * draw(n, 31, i);
		p.segment(x, Y, z, x + 0.42, Y, z).rule(0.6, 0.4);
		p.segment(x + 0.2, Y, z + 0.16, x + 0.55, Y, z + 0.16).rule(0.6, 0.4);
	}
}

/** The foot of a house that is only a house: its door, and windows with shutters. */
function dwelling(p: Plot, b: Building): void {
	const t = p.tone;
	const mid = (b.x0 + b.x1) / 2;
	const s = t.still(b.shutter ?? '#7C8796');
	p.wall(mid - 0.65, mid + 0.65, Y, 0, 2.5).face(t.still('#6B5B4E'));
	for (const wx of [b.x0 + 1.6, b.x0 + 3.6, b.x1 - 4.6, b.x1 - 2.6]) {
		p.wall(wx, wx + 1, Y, 1.1, 2.6).face(t.still(GLASS[0]), 0.8);
		p.wall(wx - 0.5, wx, Y, 1.1, 2.6).face(s, 0.7);
		p.wall(wx + 1, wx + 1.5, Y, 1.1, 2.6).face(s, 0.7);
	}
}
