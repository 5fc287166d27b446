import { sensorCamera, toGround } from '../camera/camera';
import { createLoitering } from '../rules/index';
import type { SensorLayer } from '../picture/frame';
import type { Street } from '../street/types';
import type { RecordingData, TrackData } from './codec';
import type { Box, Recording, Stay } from './types';

/** Makes RGBA pixels of a sensor layer, or null: lib/recording/sensor.ts. */
export type SensorSource = (frame: number, layer: SensorLayer) => Uint8ClampedArray | null;

/** Opens unpacked data over the street it was recorded from. */
export function openRecording(data: RecordingData, street: Street, sensor: SensorSource = () => null): Recording {
	const camera = sensorCamera();
	const byId = new Map(data.tracks.map((t) => [t.id, t]));
	const zones = new Map(data.zones.map((z) => [z.id, z.polygon]));
	const clocks = new Map<string, { seconds: Map<number, Float32Array>; stays: Stay[] }>();

	const box = (t: TrackData, frame: number): Box | null => {
		const i = 4 * (frame - t.from);
		if (i < 0 || frame > t.to || t.boxes[i + 2] <= 0) return null;
		return { id: t.id, x: t.boxes[i] / 2, y: t.boxes[i + 1] / 2, w: t.boxes[i + 2] / 2, h: t.boxes[i + 3] / 2 };
	};
	const foot = (b: Box) => toGround(camera, b.x + b.w / 2, b.y + b.h);
	const clampFrame = (f: number) => Math.max(0, Math.min(data.frames - 1, Math.floor(f)));

	/** The loitering rule run over the whole recording, once a zone: seconds on every track's clock, and its stays. */
	function clockOf(zone: string): { seconds: Map<number, Float32Array>; stays: Stay[] } {
		let known = clocks.get(zone);
		if (known) return known;
		const polygon = zones.get(zone);
		if (!polygon) throw new Error(`recording: no zone "${zone}"`);
		const rule = createLoitering({ zone: { id: zone, polygon }, seconds: Infinity, fps: data.fps });
		const seconds = new Map(data.tracks.map((t) => [t.id, new Float32Array(t.to - t.from + 1)]));
		const open = new Map<number, Stay>();
		const stays: Stay[] = [];
		const seen = { count: 0, id: [] as number[], groundX: [] as number[], groundY: [] as number[] };
		// Tracks may begin before the recording does: the camera was already filming, and its clocks running.
		const first = Math.min(0, ...data.tracks.map((t) => t.from));
		for (let frame = first; frame < data.frames; frame++) {
			seen.count = 0;
			for (const t of data.tracks) {
				const b = frame >= t.from && frame <= t.to ? box(t, frame) : null;
				const g = b && foot(b);
				if (!g) continue;
				seen.id[seen.count] = t.id;
				seen.groundX[seen.count] = g[0];
				seen.groundY[seen.count++] = g[1];
			}
			rule.step(frame, seen);
			for (const t of data.tracks) {
				if (frame < t.from || frame > t.to) continue;
				const value = rule.dwell(t.id);
				(seconds.get(t.id) as Float32Array)[frame - t.from] = value;
				const stay = open.get(t.id);
				if (stay && value >= stay.seconds && value > 0) {
					stay.seconds = value;
					stay.to = frame;
				} else if (value > 0) {
					const next = { track: t.id, person: t.person, from: frame, to: frame, seconds: value };
					open.set(t.id, next);
					stays.push(next);
				} else open.delete(t.id);
			}
		}
		clocks.set(zone, (known = { seconds, stays }));
		return known;
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
			return (clockOf(zone).seconds.get(id) as Float32Array)[f - t.from];
		},
		stays: (zone = data.zones[0]?.id) => (zone ? clockOf(zone).stays : []),
		moments: data.moments,
		sensor
	};
}
