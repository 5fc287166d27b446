import { contourDensity } from 'd3';
import { MAST, toGround, type Camera } from '../../camera/camera';
import { frameFreely } from '../../figure/inset';
import { inside } from '../../rules/index';
import type { Recording } from '../../recording/types';
import { seeded } from '../../figure/motion';
import type { View } from '../../story/frame';

/** Counts used in makers' sample files and the least time Hikvision lets a density hold: fact f24. */
export const DEFAULT_COUNT = 5;
export const DEFAULT_HOLD = 20;
export const COUNTS = [3, 5, 10, 20];

/** Fruin's scale, people a square metre: fact f24. */
export const DANGER = [
	{ key: 'slow', density: 2 },
	{ key: 'contact', density: 3.57 },
	{ key: 'forces', density: 5.55 },
	{ key: 'critical', density: 7.1 }
];

/** Points the machine has in a zone at a frame: feet of its boxes, metres. */
export function pointsIn(recording: Recording, frame: number, zone: string): [number, number][] {
	const polygon = recording.zones.find((z) => z.id === zone)?.polygon;
	if (!polygon) return [];
	return recording
		.boxesAt(frame)
		.map((b) => toGround(recording.camera, b.x + b.w / 2, b.y + b.h))
		.filter((g): g is [number, number] => g !== null && inside(polygon, g[0], g[1]));
}

const counts = new WeakMap<Recording, Map<string, Uint8Array>>();

/** The machine's count in a zone at every frame. */
export function countsOf(recording: Recording, zone: string): Uint8Array {
	let byZone = counts.get(recording);
	if (!byZone) counts.set(recording, (byZone = new Map()));
	let list = byZone.get(zone);
	if (!list) {
		list = Uint8Array.from({ length: recording.frames }, (_, f) => pointsIn(recording, f, zone).length);
		byZone.set(zone, list);
	}
	return list;
}

/** The zone the rule counts in. */
export const ZONE = 'tram';

/** The frame at which the machine counts most people at the stop. */
export function peakOf(recording: Recording): number {
	const list = countsOf(recording, ZONE);
	let best = 0;
	for (let f = 0; f < list.length; f++) if (list[f] > list[best]) best = f;
	return best;
}

/** Frames before the peak at which the chapter begins. */
const LEAD_IN = 260;
export const openingFrame = (recording: Recording): number => Math.max(0, peakOf(recording) - LEAD_IN);

/** The whole square beside the text: where the chapter before ends and this one begins. */
export const openingCamera = (view: View): Camera =>
	view.portrait || view.width < 700
		? frameFreely(view, MAST, 1.05, [0.42, 0.62], { x: view.width / 2, y: view.height * 0.6 })
		: frameFreely(view, MAST, 0.92, [0.45, 0.62], { x: view.free.x + view.free.w * 0.5, y: view.height * 0.62 });

/** Times the rule "at least `count` for `hold` seconds" sounds over the recording, with the frames it holds. A gap of a second does not end it. */
export function soundings(
	recording: Recording,
	zone: string,
	count: number,
	hold: number
): { from: number; alert: number; to: number }[] {
	const list = countsOf(recording, zone);
	const out: { from: number; alert: number; to: number }[] = [];
	let since = -1;
	let last = -1;
	for (let f = 0; f <= list.length; f++) {
		const over = f < list.length && list[f] >= count;
		if (over) {
			if (since < 0) since = f;
			last = f;
		}
		if (since >= 0 && (f === list.length || f - last > recording.fps)) {
			if (last - since >= hold * recording.fps)
				out.push({ from: since, alert: since + Math.round(hold * recording.fps), to: last });
			since = -1;
		}
	}
	return out;
}

/** People in each of the three situations: the same number, so that only what they do together differs. */
export const SAME = 34;

/** Where the people of the three situations stand in a square of side 1: drawn by us, nobody's data. */
export function situations(): Record<'queue' | 'tram' | 'march', [number, number][]> {
	const random = seeded(34);
	const wobble = (s: number) => (random() - 0.5) * s;
	const queue: [number, number][] = [];
	const tram: [number, number][] = [];
	const march: [number, number][] = [];
	for (let i = 0; i < SAME; i++) {
		const a = i / (SAME - 1);
		queue.push([0.13 + 0.74 * a, 0.5 + 0.2 * Math.sin(a * 6.6) + wobble(0.035)]);
		const door = i % 4;
		tram.push([0.16 + door * 0.225 + wobble(0.15), 0.3 + 0.5 * random() ** 1.5 + wobble(0.03)]);
		const rank = Math.floor(i / 6);
		march.push([0.24 + (i % 6) * 0.105 + wobble(0.035), 0.22 + rank * 0.105 + wobble(0.03)]);
	}
	return { queue, tram, march };
}

/** Density contours of points in pixels, as path rings with their share of the highest. */
export function heat(
	points: [number, number][],
	width: number,
	height: number,
	bandwidth: number
): { d: [number, number][][][]; share: number }[] {
	const contours = contourDensity<[number, number]>()
		.x((p) => p[0])
		.y((p) => p[1])
		.size([width, height])
		.bandwidth(bandwidth)
		.thresholds(7)(points);
	const most = Math.max(...contours.map((k) => k.value), 1e-9);
	return contours.map((k) => ({ d: k.coordinates as [number, number][][][], share: k.value / most }));
}
