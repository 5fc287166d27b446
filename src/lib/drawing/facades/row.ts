import { BUILDINGS, SIDE_STREET } from '../../street/places';
import type { Plot } from '../plot';
import { house } from './house';
import { draw, GLASS, LIT, LIT_DAY, Y } from './wall';

/** Paints the row of houses, those at the ends first. */
export function paintFacades(p: Plot): void {
	const cx = p.camera.x;
	const away = (i: number): number => Math.abs((BUILDINGS[i].x0 + BUILDINGS[i].x1) / 2 - cx);
	const byDistance = new Int32Array(BUILDINGS.length);
	for (let i = 0; i < BUILDINGS.length; i++) {
		let j = i;
		while (j > 0 && away(byDistance[j - 1]) < away(i)) {
			byDistance[j] = byDistance[j - 1];
			j--;
		}
		byDistance[j] = i;
	}
	sideStreet(p);
	const k = p.camera.f / Math.max(1, (Y - p.camera.y) * p.camera.cos + p.camera.z * p.camera.sin);
	for (let j = 0; j < BUILDINGS.length; j++) house(p, BUILDINGS[byDistance[j]], byDistance[j], k);
}

function sideStreet(p: Plot): void {
	const t = p.tone;
	const { x0, x1, far } = SIDE_STREET;
	p.floor(x0, x1, Y - 0.2, far.y).fill(t.still('#DCCFB8'));
	p.wall(x0 - 6, x1 + 6, far.y, 0, far.eaves).face(t.still(far.wall), 0.8);
	p.start()
		.at(x0 - 6, far.y, far.eaves)
		.at(x1 + 6, far.y, far.eaves)
		.at(x1 + 6, far.y + 4, far.eaves + 2.4)
		.at(x0 - 6, far.y + 4, far.eaves + 2.4)
		.face(t.still(far.roof), 0.8);
	for (let fl = 0; fl < 3; fl++)
		for (let i = 0; i < 5; i++)
			p.wall(x0 - 2.2 + i * 2, x0 - 1.3 + i * 2, far.y, 1 + fl * 2.9, 2.6 + fl * 2.9).face(
				draw(90, fl, i) > 0.7 ? t.glow(LIT_DAY, LIT) : t.still(GLASS[0]),
				0.6
			);
}
