import { geoArea, geoInterpolate, geoGraticule, geoOrthographic, geoPath } from 'd3';
import type { Rect } from '../../picture/frame';
import { SHORES } from './shores';

export const PARIS: [number, number] = [2.35, 48.86];
export const NEW_YORK: [number, number] = [-74, 40.7];

export interface Atlantic {
	land: string;
	grid: string;
	paris: [number, number];
	newYork: [number, number];
	/** Unit vector across the route, towards the north. */
	across: [number, number];
	/** Widest offset of a flight from the shortest way, pixels. */
	reach: number;
}

let last: { key: string; map: Atlantic } | null = null;

/** The ocean seen from high above the middle of the way, filling `plate`. */
export function atlantic(plate: Rect): Atlantic {
	const key = [plate.x, plate.y, plate.w, plate.h].join();
	if (last?.key === key) return last.map;
	const middle = geoInterpolate(PARIS, NEW_YORK)(0.5);
	const projection = geoOrthographic()
		.rotate([-middle[0], -middle[1] + 4, 0])
		.scale(Math.max(plate.w * 0.74, plate.h * 0.94))
		.translate([plate.x + plate.w / 2, plate.y + plate.h / 2])
		.clipAngle(80)
		.precision(0.6);
	const path = geoPath(projection).digits(1);
	const rings = SHORES.map((ring) => {
		const closed = [...ring, ring[0]];
		const polygon = { type: 'Polygon' as const, coordinates: [closed] };
		// A ring wound the wrong way round is the rest of the globe.
		return geoArea(polygon) > 2 * Math.PI ? { ...polygon, coordinates: [[...closed].reverse()] } : polygon;
	});
	const paris = projection(PARIS)!;
	const newYork = projection(NEW_YORK)!;
	const dx = newYork[0] - paris[0];
	const dy = newYork[1] - paris[1];
	const length = Math.hypot(dx, dy);
	const land = rings.map((r) => path(r) ?? '').join('');
	const grid = path(geoGraticule().step([10, 10])()) ?? '';
	const map: Atlantic = { land, grid, paris, newYork, across: [-dy / length, dx / length], reach: plate.h * 0.4 };
	last = { key, map };
	return map;
}

/** Distance of flight `i` of `of` from the straight way, pixels: flights are laid alternately on either side, the first in the middle. */
export const offsetOf = (map: Atlantic, i: number, of: number): number => {
	const rank = Math.ceil(i / 2) * (i % 2 ? 1 : -1);
	return (rank / (of / 2)) * map.reach;
};

/** A point of a flight, t from 0 (Paris) to 1 (New York). */
export function along(map: Atlantic, offset: number, t: number): [number, number] {
	const [ax, ay] = map.paris;
	const [bx, by] = map.newYork;
	const lift = 4 * t * (1 - t) * offset;
	return [ax + (bx - ax) * t + map.across[0] * lift, ay + (by - ay) * t + map.across[1] * lift];
}

const fans = new Map<string, string>();

/** The first `n` of `of` flights as one path of thin curves. */
export function fan(map: Atlantic, n: number, of: number): string {
	const key = [n, of, ...map.paris, ...map.newYork, ...map.across, map.reach].join('/');
	let d = fans.get(key);
	if (d !== undefined) return d;
	if (fans.size > 40) fans.clear();
	const [ax, ay] = map.paris;
	const [bx, by] = map.newYork;
	const point = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
	d = '';
	for (let i = 0; i < n; i++) {
		const o = 2 * offsetOf(map, i, of);
		const over = point((ax + bx) / 2 + map.across[0] * o, (ay + by) / 2 + map.across[1] * o);
		d += `M${point(ax, ay)}Q${over} ${point(bx, by)}`;
	}
	fans.set(key, d);
	return d;
}
