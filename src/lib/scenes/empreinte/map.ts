import { geoArea, geoInterpolate, geoGraticule, geoOrthographic, geoPath } from 'd3';
import type { Rect } from '../../picture/frame';

type Ring = [number, number][];

export const PARIS: [number, number] = [2.35, 48.86];
export const NEW_YORK: [number, number] = [-74, 40.7];

/** The shores of the North Atlantic, simplified by hand: longitude and latitude, degrees. */
const LAND: Ring[] = [
	[
		[-81, 25.2],
		[-80, 27],
		[-81.2, 31],
		[-78, 34],
		[-75.6, 35.3],
		[-76, 37],
		[-74.4, 39.4],
		[-74, 40.6],
		[-71.8, 41.2],
		[-70, 41.7],
		[-70.6, 43],
		[-67, 44.8],
		[-66, 43.6],
		[-63.4, 44.6],
		[-60, 46],
		[-61.4, 47],
		[-64.6, 46.3],
		[-64.6, 48.6],
		[-69, 48.3],
		[-66, 50.2],
		[-60, 50.2],
		[-57, 51.5],
		[-55.8, 53],
		[-58, 55],
		[-61.6, 57],
		[-64.6, 60.3],
		[-69, 58.8],
		[-70, 61],
		[-74, 62.2],
		[-78, 62.4],
		[-78, 58.6],
		[-76.6, 56.5],
		[-79, 54.5],
		[-79, 51.5],
		[-82.2, 53],
		[-82.4, 55],
		[-88, 56.7],
		[-93, 58.8],
		[-95, 62],
		[-112, 62],
		[-112, 28],
		[-97.3, 27],
		[-94.6, 29.5],
		[-90, 29.2],
		[-88, 30.3],
		[-85, 29.8],
		[-83, 29],
		[-82.7, 27.4]
	],
	[
		[-59.3, 47.7],
		[-56, 46.9],
		[-53.2, 46.8],
		[-53, 48.5],
		[-55.8, 50],
		[-55.6, 51.5],
		[-57.2, 50.5],
		[-58.6, 48.8]
	],
	[
		[-65, 61.8],
		[-71, 62.6],
		[-77, 64.4],
		[-73, 65.3],
		[-73, 68],
		[-67, 70],
		[-62, 66.6],
		[-64, 65],
		[-66.5, 64]
	],
	[
		[-43.5, 60],
		[-46, 60.6],
		[-49, 62],
		[-51.5, 64],
		[-53.6, 67],
		[-54, 70],
		[-56, 74],
		[-60, 76.2],
		[-70, 77],
		[-60, 81],
		[-35, 83],
		[-16, 80],
		[-20, 75],
		[-22, 70.5],
		[-26, 68.5],
		[-32, 68],
		[-37, 65.8],
		[-40.5, 64.5],
		[-42.5, 62]
	],
	[
		[-24, 65.5],
		[-22, 66.4],
		[-16, 66.4],
		[-13.7, 65],
		[-18.5, 63.4],
		[-22.6, 63.9],
		[-22, 64.6]
	],
	[
		[-10, 51.7],
		[-6.3, 52.2],
		[-6, 53.8],
		[-5.6, 54.6],
		[-7.3, 55.3],
		[-8.6, 54.4],
		[-10, 54.2],
		[-9, 53.2]
	],
	[
		[-5.5, 50.1],
		[-3.5, 50.3],
		[1.3, 51.1],
		[0.5, 51.5],
		[1.7, 52.6],
		[0.2, 53],
		[-0.2, 54],
		[-1.6, 55.5],
		[-3, 56],
		[-2, 57.6],
		[-4, 57.7],
		[-3.2, 58.6],
		[-5, 58.6],
		[-6, 57],
		[-5, 55.5],
		[-4.8, 54.7],
		[-3, 54.2],
		[-3, 53.4],
		[-4.5, 53],
		[-4.2, 52.3],
		[-5.2, 51.8],
		[-3, 51.4],
		[-4.3, 51.1]
	],
	[
		[5.6, 58.8],
		[5, 61.8],
		[9, 63.6],
		[12.5, 66],
		[15.5, 68.6],
		[20, 70],
		[28, 71],
		[40, 68],
		[40, 60],
		[28, 60],
		[22, 60.2],
		[21.3, 63],
		[17.3, 61],
		[18.9, 60],
		[16.5, 57],
		[14.3, 55.5],
		[12.9, 55.6],
		[11.2, 58.9],
		[8, 58.1]
	],
	[
		[-9.3, 43],
		[-1.7, 43.4],
		[-1.2, 46],
		[-2.3, 47.2],
		[-4.7, 48.1],
		[-4.5, 48.6],
		[-1.6, 48.7],
		[-1.9, 49.7],
		[0.2, 49.7],
		[1.6, 50.9],
		[4, 51.9],
		[4.8, 53],
		[8.2, 53.7],
		[8.6, 55.5],
		[8.2, 57],
		[10.5, 57.6],
		[10.5, 55.5],
		[11, 54],
		[14, 54],
		[18.5, 54.8],
		[21, 55.5],
		[22, 58],
		[28, 59.5],
		[45, 60],
		[45, 36],
		[36, 36],
		[27, 37],
		[26, 40.5],
		[23, 40],
		[23, 36.5],
		[20, 39.8],
		[19.5, 41.8],
		[13.6, 45.5],
		[12.4, 44.4],
		[16, 41.9],
		[18.5, 40.2],
		[16, 38.2],
		[12.3, 41.8],
		[10, 44],
		[7.5, 43.8],
		[3.2, 43.2],
		[3.2, 41.8],
		[-0.3, 39.5],
		[-2, 36.8],
		[-5.4, 36],
		[-6.4, 36.8],
		[-8.9, 37],
		[-9.4, 38.8],
		[-8.8, 41.5]
	],
	[
		[-5.9, 35.8],
		[-2, 35.2],
		[10, 37.2],
		[11, 34],
		[15, 32.3],
		[20, 31],
		[33, 31],
		[40, 15],
		[-17, 15],
		[-16.5, 21],
		[-13, 27.7],
		[-9.8, 29.8],
		[-9.6, 32],
		[-6.8, 34]
	]
];

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
	const rings = LAND.map((ring) => {
		const closed: Ring = [...ring, ring[0]];
		const polygon = { type: 'Polygon' as const, coordinates: [closed] };
		// A ring wound the wrong way round is the rest of the globe.
		return geoArea(polygon) > 2 * Math.PI ? { ...polygon, coordinates: [[...closed].reverse()] } : polygon;
	});
	const paris = projection(PARIS)!;
	const newYork = projection(NEW_YORK)!;
	const dx = newYork[0] - paris[0];
	const dy = newYork[1] - paris[1];
	const length = Math.hypot(dx, dy);
	last = {
		key,
		map: {
			land: rings.map((r) => path(r) ?? '').join(''),
			grid: path(geoGraticule().step([10, 10])()) ?? '',
			paris,
			newYork,
			across: [-dy / length, dx / length],
			reach: plate.h * 0.4
		}
	};
	return last.map;
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
	const key = `${n}/${of}/${map.paris[0]}/${map.reach}`;
	let d = fans.get(key);
	if (d !== undefined) return d;
	if (fans.size > 40) fans.clear();
	const [ax, ay] = map.paris;
	const [bx, by] = map.newYork;
	const mx = (ax + bx) / 2;
	const my = (ay + by) / 2;
	d = '';
	for (let i = 0; i < n; i++) {
		const o = 2 * offsetOf(map, i, of);
		d += `M${ax.toFixed(1)} ${ay.toFixed(1)}Q${(mx + map.across[0] * o).toFixed(1)} ${(my + map.across[1] * o).toFixed(1)} ${bx.toFixed(1)} ${by.toFixed(1)}`;
	}
	fans.set(key, d);
	return d;
}
