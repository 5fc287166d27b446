import { sensorCamera } from '../camera/camera';
import { createSensor } from '../camera/sensor';
import { iou, scores, tally, type Sequence } from '../evaluation/metrics';
import { paintBackdrop, paintStreet } from '../drawing/street';
import { createCrowd, createLoitering, PRESETS } from '../rules/index';
import { createStreet } from '../street/street';
import type { Street } from '../street/types';
import { truthAt, type Truth } from '../street/truth';
import { createPipeline } from '../vision/index';
import type { RecordingData, TrackData } from './codec';
import { openRecording } from './reader';
import type { KeptPictures } from './sensor';
import type { Alert, Moment, Moments } from './types';
import { ZONES } from './zones';

export const FPS = 12.5;
export const SECONDS = 240;
/** The street lives on a little after the recording: the last chapter needs it. */
export const STREET_SECONDS = 252;
export const FRAMES = SECONDS * FPS;
/** Thresholds whose count of flagged people the prose may print. */
const THRESHOLDS = [4, 10, 15, 20, 30, 60, 90, 120];
/** The two makers whose documents give no seconds: ours, said on the page. */
const OUR_SECONDS: Record<string, number> = { dahua: 10, axis: 10, bosch: 30 };
/** Frames between two pictures of the fading person. */
const FADE_EVERY = 6;
/** Whose fading is shown: the one who sits down and stays. */
const STILL = 'marcel';
/** The frame the pipeline is explained on. */
const EXPLAIN = 800;

export interface Recorded {
	data: RecordingData;
	kept: KeptPictures;
}

const overlapOf = (t: Truth, x: number, y: number, w: number, h: number): number =>
	iou([t.x, t.y, t.w, t.h], 0, [x, y, w, h], 0);

/**
 * Runs the square of a seed once through the real pipeline and keeps what it gave: boxes, identities, alerts,
 * the moments where it fails, and every number the prose prints. Takes some tens of seconds.
 */
export function record(seed: number, progress: (frame: number) => void = () => {}): Recorded {
	const street = createStreet({ seed, seconds: STREET_SECONDS, fps: FPS });
	const camera = sensorCamera();
	const sensor = createSensor({ street, paint: { paintBackdrop, paintStreet }, seed });
	const pipeline = createPipeline({ width: 320, height: 180, camera, fps: FPS });
	const plain = createPipeline({ width: 320, height: 180, camera, fps: FPS, gated: false });
	const presets = PRESETS.filter((p) => p.seconds !== null || OUR_SECONDS[p.id]);
	const rules = presets.map((p) =>
		createLoitering({
			zone: ZONES[0],
			seconds: p.seconds ?? OUR_SECONDS[p.id],
			fps: FPS,
			meaning: p.meaning,
			preset: p.id
		})
	);
	const crowd = createCrowd({ zone: ZONES[1], threshold: 5, seconds: 20, fps: FPS });

	const open = new Map<number, { from: number; boxes: number[]; votes: Map<number, number> }>();
	const alerts: Alert[] = [];
	const kept: KeptPictures = {
		explain: EXPLAIN,
		background: new Uint8Array(0),
		mask: new Uint8Array(0),
		labels: new Uint8Array(0),
		fade: []
	};
	const truths: Sequence = [];
	const results: Sequence = [];
	const visible = new Set<number>();
	let peak = 0;
	let crowdPeak = 0;
	let merge: (Moment & { n: number }) | null = null;
	let ghost: (Moment & { size: number }) | null = null;
	let change: (Moment & { held: number }) | null = null;
	const lastTrack = new Map<number, { id: number; since: number; frame: number }>();
	const still = street.people.find((p) => p.key === STILL)?.id ?? -1;
	/** The still person's share of the plain program's mask, from when they sat down. */
	const share: number[] = [];
	let sat = -1;
	let fadeBox: { x: number; y: number; w: number; h: number } | null = null;
	const fadeMasks: { frame: number; mask: Uint8Array }[] = [];

	for (let frame = 0; frame < FRAMES; frame++) {
		if (frame % 100 === 0) progress(frame);
		street.seek(frame);
		sensor.expose(frame);
		const tracks = pipeline.step(sensor.rgb, sensor.luma);
		plain.step(sensor.rgb, sensor.luma);
		const truth = truthAt(street, camera);
		const seen = truth.filter((t) => t.visible >= 0.35);
		for (const t of seen) visible.add(t.person);
		peak = Math.max(peak, seen.length);
		truths.push({ ids: seen.map((t) => t.person), boxes: seen.flatMap((t) => [t.x, t.y, t.w, t.h]) });
		const given = Array.from({ length: tracks.count }, (_, i) => i);
		results.push({
			ids: given.map((i) => tracks.id[i]),
			boxes: given.flatMap((i) => [tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]])
		});

		for (let i = 0; i < tracks.count; i++) {
			const id = tracks.id[i];
			let t = open.get(id);
			if (!t) open.set(id, (t = { from: frame, boxes: [], votes: new Map() }));
			while (t.boxes.length < 4 * (frame - t.from)) t.boxes.push(0, 0, 0, 0);
			t.boxes.push(
				Math.round(2 * tracks.x[i]),
				Math.round(2 * tracks.y[i]),
				Math.max(1, Math.round(2 * tracks.w[i])),
				Math.max(1, Math.round(2 * tracks.h[i]))
			);
			let best: Truth | null = null;
			let overlap = 0.3;
			for (const p of seen) {
				const o = overlapOf(p, tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]);
				if (o > overlap) {
					overlap = o;
					best = p;
				}
			}
			if (best) {
				t.votes.set(best.person, (t.votes.get(best.person) ?? 0) + 1);
				const last = lastTrack.get(best.person);
				if (!last) lastTrack.set(best.person, { id, since: frame, frame });
				else if (last.id === id) last.frame = frame;
				else {
					const held = last.frame - last.since;
					if (
						frame > 300 &&
						held > 60 &&
						frame - last.frame < 40 &&
						best.visible > 0.6 &&
						(!change || held > change.held) &&
						best.h > 14
					)
						change = { frame: frame + 2, track: id, people: [best.person], held };
					lastTrack.set(best.person, { id, since: frame, frame });
				}
			}
			if (frame > 250) {
				// People whose body's centre lies in the box.
				const inside = seen.filter((p) => {
					const cx = p.x + p.w / 2;
					const cy = p.y + p.h / 2;
					return (
						cx > tracks.x[i] &&
						cx < tracks.x[i] + tracks.w[i] &&
						cy > tracks.y[i] &&
						cy < tracks.y[i] + tracks.h[i] &&
						p.h > 0.6 * tracks.h[i]
					);
				});
				if (
					inside.length > 1 &&
					(!merge || inside.length > merge.n || (inside.length === merge.n && tracks.h[i] > 22 && merge.frame < 600))
				)
					merge = { frame, track: id, people: inside.map((p) => p.person), n: inside.length };
				const size = tracks.w[i] * tracks.h[i];
				const nobody = truth.every((p) => overlapOf(p, tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]) < 0.05);
				if (nobody && (!ghost || size > ghost.size)) ghost = { frame, track: id, people: [], size };
			}
		}
		for (const [r, rule] of rules.entries())
			for (const a of rule.step(frame, tracks))
				alerts.push({
					rule: a.rule,
					preset: presets[r].id,
					frame: a.frame,
					track: a.track,
					value: a.value,
					threshold: a.threshold,
					zone: a.zone,
					person: -1
				});
		for (const a of crowd.step(frame, tracks))
			alerts.push({
				rule: a.rule,
				frame: a.frame,
				track: a.track,
				value: a.value,
				threshold: a.threshold,
				zone: a.zone,
				person: -1
			});
		crowdPeak = Math.max(crowdPeak, crowd.value);

		if (frame === EXPLAIN) {
			kept.background = pipeline.picture(new Uint8Array(320 * 180)).slice();
			kept.mask = Uint8Array.from(pipeline.mask, (m) => (m ? 1 : 0));
			kept.labels = Uint8Array.from(pipeline.labels, (l) => (l === 0 ? 0 : 1 + (l % 250)));
		}
		const t = truth.find((p) => p.person === still);
		if (t && (sat >= 0 || street.people[still].pose === 'sit')) {
			if (sat < 0) {
				sat = frame;
				const x = Math.max(0, Math.round(t.x - 0.9 * t.w));
				const y = Math.max(0, Math.round(t.y - 0.8 * t.h));
				fadeBox = { x, y, w: Math.min(320 - x, Math.round(2.8 * t.w)), h: Math.min(180 - y, Math.round(2.2 * t.h)) };
			}
			share.push(covered(plain.mask, t));
			if ((frame - sat) % FADE_EVERY === 0 && fadeMasks.length < 40)
				fadeMasks.push({ frame, mask: plain.mask.slice() });
		}
	}

	const most = Math.max(...share.slice(0, 25), 0);
	const gone = share.findIndex((v, i) => i > 12 && v < 0.2 * most);
	const until = gone < 0 ? share.length : gone;
	// Six pictures, evenly from the moment the person sits to the moment the program has forgotten them.
	const picked = fadeMasks.filter((m) => m.frame - sat <= until + FADE_EVERY);
	kept.fade = Array.from(
		{ length: Math.min(6, picked.length) },
		(_, i) => picked[Math.round((i * (picked.length - 1)) / Math.max(1, Math.min(6, picked.length) - 1))]
	);

	const tracks: TrackData[] = [...open].map(([id, t]) => {
		const [person, votes] = [...t.votes].sort((a, b) => b[1] - a[1])[0] ?? [-1, 0];
		const n = t.boxes.length / 4;
		return {
			id,
			from: t.from,
			to: t.from + n - 1,
			person: votes > n * 0.3 ? person : -1,
			boxes: Int16Array.from(t.boxes)
		};
	});
	const personOf = new Map(tracks.map((t) => [t.id, t.person]));
	for (const a of alerts) a.person = personOf.get(a.track) ?? -1;
	const strip = (m: Moment | null): Moment | null => m && { frame: m.frame, track: m.track, people: m.people };
	const moments: Moments = {
		merge: strip(merge),
		ghost: strip(ghost),
		switch: strip(change),
		fade: fadeBox && kept.fade.length ? { person: still, frames: kept.fade.map((f) => f.frame), ...fadeBox } : null,
		explain: EXPLAIN
	};
	const data: RecordingData = {
		seed,
		fps: FPS,
		frames: FRAMES,
		seconds: STREET_SECONDS,
		tracks,
		alerts,
		zones: ZONES,
		moments,
		stats: {}
	};
	data.stats = statistics(data, street, {
		people: visible.size,
		peak,
		merged: merge ? (merge as Moment).people.length : 1,
		fade: until / FPS,
		crowdPeak,
		scores: scores(tally(truths, results))
	});
	return { data, kept };
}

/** Share of a person's box that the mask covers. */
function covered(mask: Uint8Array, t: Truth): number {
	let on = 0;
	let all = 0;
	for (let v = Math.max(0, Math.floor(t.y)); v < Math.min(180, t.y + t.h); v++)
		for (let u = Math.max(0, Math.floor(t.x)); u < Math.min(320, t.x + t.w); u++) {
			all++;
			on += mask[v * 320 + u] ? 1 : 0;
		}
	return all ? on / all : 0;
}

interface Measured {
	people: number;
	peak: number;
	merged: number;
	fade: number;
	crowdPeak: number;
	scores: { mota: number; idf1: number; hota: number };
}

/** Every number the prose may print: the keys are the story's, the values come from this recording alone. */
function statistics(data: RecordingData, street: Street, m: Measured): Record<string, number> {
	const recording = openRecording(data, street);
	const stays = recording.stays('place');
	const longest = new Map<number, number>();
	for (const s of stays) if (s.person >= 0) longest.set(s.person, Math.max(longest.get(s.person) ?? 0, s.seconds));
	const id = (key: string) => street.people.find((p) => p.key === key)?.id ?? -1;
	const dwell = (key: string) => Math.round(longest.get(id(key)) ?? 0);
	const first = (key: string, preset: string) =>
		data.alerts.find((a) => a.preset === preset && a.person === id(key))?.frame;
	const staying = new Set(['commuter', 'crossing', '']);
	let thief = 0;
	for (let f = 0; f < FRAMES; f++) {
		street.seek(f);
		const p = street.people[id('thief')];
		if (p?.present && p.pose === 'crouch') thief++;
	}
	const round1 = (v: number) => Math.round(10 * v) / 10;
	const stats: Record<string, number> = {
		seed: data.seed,
		fps: data.fps,
		seconds: SECONDS,
		frames: data.frames,
		width: 320,
		height: 180,
		'numbers.frame': 320 * 180,
		people: m.people,
		peak: m.peak,
		tracks: data.tracks.length,
		'alerts.30': data.alerts.filter((a) => a.preset === 'axxon').length,
		'nour.first30': Math.round((first('nour', 'axxon') ?? 0) / FPS),
		'nour.dwell': dwell('nour'),
		'nour.ids': data.tracks.filter((t) => t.person === id('nour')).length,
		'marcel.dwell': dwell('marcel'),
		'thief.seconds': Math.round(thief / FPS),
		'thief.dwell': dwell('thief'),
		waiting: street.people.filter((p) => p.key && !staying.has(p.key) && p.key !== 'thief' && p.key !== 'salma').length,
		merged: m.merged,
		'fade.seconds': round1(m.fade),
		mota: round1(100 * m.scores.mota),
		idf1: round1(100 * m.scores.idf1),
		hota: round1(100 * m.scores.hota),
		'rules.count': 6,
		'crowd.peak': m.crowdPeak,
		'crowd.alerts': data.alerts.filter((a) => a.rule === 'crowd').length
	};
	for (const s of THRESHOLDS) stats[`flagged.${s}`] = [...longest.values()].filter((v) => v >= s).length;
	return stats;
}
