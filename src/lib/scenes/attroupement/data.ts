import { footOf } from '../../camera/camera';
import { ZONE } from '../../centre/stop';
import { seeded } from '../../figure/motion';
import type { Recording } from '../../recording/types';
import { area, inside } from '../../rules/index';

/** Counts used in makers' sample files: fact f24. */
export const COUNTS = [3, 5, 10, 20];

/** Fruin's scale, people a square metre: fact f24. */
export const DANGER = [
	{ key: 'slow', density: 2 },
	{ key: 'contact', density: 3.57 },
	{ key: 'forces', density: 5.55 },
	{ key: 'critical', density: 7.1 }
];

/** Square metres of the zone the rule counts in; 0 without it. */
export const zoneArea = (recording: Recording): number =>
	area(recording.zones.find((z) => z.id === ZONE)?.polygon ?? []);

/** One the rule counts at the peak: where the program puts their feet, and the person under the box where there is one. */
export interface Counted {
	id: number;
	x: number;
	y: number;
	person: number;
}

/** Everyone the program has at a frame, those in the zone first, from left to right. */
export function countedAt(recording: Recording, frame: number): { inside: Counted[]; outside: Counted[] } {
	const polygon = recording.zones.find((z) => z.id === ZONE)?.polygon;
	const person = new Map(recording.tracks.map((t) => [t.id, t.person]));
	const all = recording
		.boxesAt(frame)
		.flatMap((b): Counted[] => {
			const g = footOf(recording.camera, b);
			return g ? [{ id: b.id, x: g[0], y: g[1], person: person.get(b.id) ?? -1 }] : [];
		})
		.sort((a, b) => a.x - b.x || a.id - b.id);
	const isInside = (q: Counted) => !!polygon && inside(polygon, q.x, q.y);
	return { inside: all.filter(isInside), outside: all.filter((q) => !isInside(q)) };
}

/** How many walk side by side in the march. */
export const ABREAST = 3;

/** A place the same people are taken to, drawn by us: its centre and where each of them stands, metres on the square. */
interface Situation {
	centre: [number, number];
	places: [number, number][];
}

/** The bakery's queue and the march, for as many people as the program counted at the tram stop. */
export function situations(n: number): Record<'queue' | 'march', Situation> {
	const random = seeded(34);
	const wobble = (s: number) => (random() - 0.5) * s;
	const queue: [number, number][] = [];
	const march: [number, number][] = [];
	for (let i = 0; i < n; i++) {
		// One behind the other from the counter, with the bend a queue takes when it meets people walking by.
		const along = i * 0.72;
		queue.push([11.2 - along, 11.5 - 0.8 * Math.sin(along * 0.55) + wobble(0.16)]);
		const rank = Math.floor(i / ABREAST);
		const inRank = Math.min(ABREAST, n - rank * ABREAST);
		march.push([
			3.1 - rank * 2.5 + wobble(0.3),
			6 + ((i % ABREAST) - (inRank - 1) / 2) * (rank ? 1.3 : 1.05) + wobble(rank ? 0.3 : 0.1)
		]);
	}
	return { queue: { centre: [7.4, 11.9], places: queue }, march: { centre: [0.4, 6], places: march } };
}

/** Half the width and depth of a body seen from above, metres: shoulders and chest. */
export const BODY = { rx: 0.235, ry: 0.14 };
/** Side of the square people are added in, metres. */
export const SIDE = 3;

let layouts: { n: number; at: [number, number][] }[] | null = null;

/**
 * People in the square of three metres at each degree of Fruin's scale, the same ones growing in number: each layout
 * starts from the one before and lets bodies push one another apart. The first is what was counted, brought inside.
 */
export function crowding(first: number): { n: number; at: [number, number][] }[] {
	if (layouts && layouts[0].n === first) return layouts;
	const random = seeded(91);
	const stretch = BODY.rx / BODY.ry;
	let points: [number, number][] = [];
	layouts = [first, ...DANGER.map((d) => Math.round(d.density * SIDE * SIDE))].map((n) => {
		points = points.map((p) => [...p]);
		while (points.length < n) points.push([SIDE * random(), SIDE * random()]);
		const reach = 1.02 * Math.sqrt(((SIDE * SIDE * 2) / Math.sqrt(3) / n) * stretch);
		for (let turn = 0; turn < 420; turn++)
			for (let i = 0; i < n; i++)
				for (let k = i + 1; k < n; k++) {
					const dx = points[k][0] - points[i][0];
					const dy = (points[k][1] - points[i][1]) * stretch;
					const d = Math.hypot(dx, dy) || 1e-6;
					if (d >= reach) continue;
					const push = (0.35 * (reach - d)) / d;
					for (const [p, sign] of [
						[points[i], -1],
						[points[k], 1]
					] as const) {
						p[0] = Math.max(BODY.rx, Math.min(SIDE - BODY.rx, p[0] + sign * push * dx * 0.5));
						p[1] = Math.max(BODY.ry, Math.min(SIDE - BODY.ry, p[1] + (sign * push * dy * 0.5) / stretch));
					}
				}
		return { n, at: points };
	});
	return layouts;
}
