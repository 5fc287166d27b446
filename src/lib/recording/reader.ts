import { footOf, sensorCamera } from '../camera/camera';
import type { SensorLayer } from '../picture/frame';
import type { Street } from '../street/types';
import { createMemory, type Memory } from '../watch/memory';
import type { Box } from '../watch/observation';
import { replay, type ReplayedLoitering } from '../watch/replay';
import { boxAt, type RecordingData } from './codec';
import { SETUP } from './setup';
import type { RecordedStay, Recording } from './types';

/** Makes RGBA pixels of a sensor layer, or null: lib/recording/sensor.ts. */
export type SensorSource = (frame: number, layer: SensorLayer) => Uint8ClampedArray | null;

/** Opens unpacked data over the street it was recorded from. */
export function openRecording(data: RecordingData, street: Street, sensor: SensorSource = () => null): Recording {
	const camera = sensorCamera();
	const byId = new Map(data.tracks.map((t) => [t.id, t]));
	const zone = new Set(data.zones.map((z) => z.id));
	const rules = SETUP.rules.filter((r) => 'zone' in r && zone.has(r.zone));
	const clocks = new Map<string, ReplayedLoitering & { told: RecordedStay[] }>();
	const clampFrame = (f: number) => Math.max(0, Math.min(data.frames - 1, Math.floor(f)));
	let memory: Memory | undefined;

	/** Where everybody stood at every frame: half pixels through the camera, found once. */
	function remember(): Memory {
		if (memory) return memory;
		memory = createMemory(recording.setup);
		const seen = { count: 0, id: [] as number[], groundX: [] as number[], groundY: [] as number[] };
		for (let frame = recording.from; frame < recording.to; frame++) {
			seen.count = 0;
			for (const t of data.tracks) {
				const b = boxAt(t, frame);
				const g = b && footOf(camera, b);
				if (!g) continue;
				seen.id[seen.count] = t.id;
				seen.groundX[seen.count] = g[0];
				seen.groundY[seen.count++] = g[1];
			}
			memory.keep({ frame, people: seen });
		}
		return memory;
	}

	/** The loitering rule asked of the whole recording, once a zone: every track's clock, and its stays. */
	function clocksOf(zone: string) {
		let known = clocks.get(zone);
		if (known) return known;
		const read = replay(recording, { kind: 'loitering', zone, seconds: data.seconds });
		const told = read.stays.map((s) => ({ ...s, person: byId.get(s.track)?.person ?? -1 }));
		clocks.set(zone, (known = { ...read, told }));
		return known;
	}

	const recording: Recording = {
		seed: data.seed,
		fps: data.fps,
		frames: data.frames,
		setup: { ...SETUP, fps: data.fps, zones: data.zones, rules },
		// Tracks may begin before the recording does: the camera was already filming, and its clocks running.
		from: Math.min(0, ...data.tracks.map((t) => t.from)),
		to: data.frames,
		peopleAt: (frame) => remember().peopleAt(frame),
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
				const b = boxAt(t, f);
				if (b) out.push(b);
			}
			return out;
		},
		path(id, from, to) {
			const t = byId.get(id);
			const out: [number, number][] = [];
			if (!t) return out;
			for (let f = Math.max(t.from, Math.floor(from)); f <= Math.min(t.to, Math.floor(to)); f++) {
				const b = boxAt(t, f);
				const g = b && footOf(camera, b);
				if (g) out.push(g);
			}
			return out;
		},
		dwell: (id, frame, zone = data.zones[0]?.id) => (byId.has(id) ? clocksOf(zone).clock(id, clampFrame(frame)) : 0),
		stays: (zone = data.zones[0]?.id) => (zone ? clocksOf(zone).told : []),
		moments: data.moments,
		sensor
	};
	return recording;
}
