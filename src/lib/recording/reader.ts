import { sensorCamera, toGround } from '../camera/camera';
import type { Street } from '../street/types';
import type { RecordingData, TrackData } from './codec';
import type { Box, Recording } from './types';

/** Frames in a row a track must be in a zone to have entered it (facts.md §3b: Frigate's default). */
const INERTIA = 3;

/** Opens unpacked data over the street it was recorded from. */
export function openRecording(data: RecordingData, street: Street): Recording {
	const camera = sensorCamera();
	const byId = new Map(data.tracks.map((t) => [t.id, t]));
	const zones = new Map(data.zones.map((z) => [z.id, z.polygon]));
	const clocks = new Map<string, Int32Array>();

	const box = (t: TrackData, frame: number): Box | null => {
		const i = 4 * (frame - t.from);
		if (i < 0 || frame > t.to || t.boxes[i + 2] <= 0) return null;
		return { id: t.id, x: t.boxes[i] / 2, y: t.boxes[i + 1] / 2, w: t.boxes[i + 2] / 2, h: t.boxes[i + 3] / 2 };
	};
	const foot = (b: Box) => toGround(camera, b.x + b.w / 2, b.y + b.h);
	const clampFrame = (f: number) => Math.max(0, Math.min(data.frames - 1, Math.floor(f)));

	/** Frames spent in the zone by the zone-and-clock meaning, for every frame of a track. */
	function clock(t: TrackData, zone: string): Int32Array {
		const key = `${t.id}/${zone}`;
		let c = clocks.get(key);
		if (c) return c;
		const polygon = zones.get(zone);
		if (!polygon) throw new Error(`recording: no zone "${zone}"`);
		c = new Int32Array(t.to - t.from + 1);
		let inside = 0;
		let outside = 0;
		let entered = -1;
		for (let f = t.from; f <= t.to; f++) {
			const b = box(t, f);
			const g = b && foot(b);
			if (g) {
				if (contains(polygon, g[0], g[1])) {
					inside++;
					outside = 0;
					if (entered < 0 && inside >= INERTIA) entered = f - INERTIA + 1;
				} else {
					outside++;
					inside = 0;
					if (outside >= INERTIA) entered = -1;
				}
			}
			c[f - t.from] = entered < 0 ? 0 : f - entered + 1;
		}
		clocks.set(key, c);
		return c;
	}

	return {
		seed: data.seed,
		fps: data.fps,
		frames: data.frames,
		camera,
		street,
		tracks: data.tracks.map(({ boxes: _, ...t }) => t),
		alerts: data.alerts,
		zones: data.zones,
		stats: data.stats,
		boxesAt(frame) {
			const f = clampFrame(frame);
			const out: Box[] = [];
			for (const t of data.tracks) {
				const b = f >= t.from && f <= t.to ? box(t, f) : null;
				if (b) out.push(b);
			}
			return out;
		},
		path(id, from, to) {
			const t = byId.get(id);
			const out: [number, number][] = [];
			if (!t) return out;
			for (let f = Math.max(t.from, Math.floor(from)); f <= Math.min(t.to, Math.floor(to)); f++) {
				const b = box(t, f);
				const g = b && foot(b);
				if (g) out.push(g);
			}
			return out;
		},
		dwell(id, frame, zone = data.zones[0]?.id) {
			const t = byId.get(id);
			const f = clampFrame(frame);
			if (!t || f < t.from || f > t.to) return 0;
			return clock(t, zone)[f - t.from] / data.fps;
		}
	};
}

/** Whether a ground point lies in a polygon (crossing number). */
export function contains(polygon: readonly (readonly [number, number])[], x: number, y: number): boolean {
	let odd = false;
	for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
		const [ax, ay] = polygon[i];
		const [bx, by] = polygon[j];
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
	}
	return odd;
}
