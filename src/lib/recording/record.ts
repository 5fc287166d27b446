import { sensorCamera } from '../camera/camera';
import { createSensor } from '../camera/sensor';
import { paintBackdrop, paintStreet } from '../drawing/street';
import { iou, scores, tally, type Scores, type Sequence } from '../evaluation/metrics';
import { createCrowd, createLoitering, PRESETS } from '../rules/index';
import { LEAD } from '../street/square';
import { createStreet } from '../street/street';
import { truthAt } from '../street/truth';
import type { Street } from '../street/types';
import { createPipeline } from '../vision/index';
import type { RecordingData, TrackData } from './codec';
import { findMoments, owner, scored, type FrameTruth } from './moments';
import { openRecording } from './reader';
import type { KeptPictures } from './sensor';
import type { Alert } from './types';
import { LANE, ZONES } from './zones';

export const FPS = 12.5;
export const SECONDS = 240;
/** The street lives on a little after the recording: the last chapter needs it. */
export const STREET_SECONDS = 252;
export const FRAMES = SECONDS * FPS;
/** The camera has been filming for a while when the recording begins: the square was empty, then people came. */
const FIRST = -Math.round(LEAD * FPS);
/** Thresholds whose count of flagged people the prose may print. */
const THRESHOLDS = [4, 10, 15, 20, 30, 60, 90, 120];
/** Seconds for makers whose documents, as far as read, give none: ours, said on the page. */
const OUR_SECONDS: Record<string, number> = { dahua: 10, axis: 10, bosch: 30 };
/** Frames between two pictures of the fading person. */
const FADE_EVERY = 6;
/** Whose fading is shown: the one who sits down and stays. */
const STILL = 'marcel';
/** The frame the pipeline is explained on is looked for between these, every so many frames. */
const EXPLAIN = { from: 400, to: 2300, every: 20 };

export interface Recorded {
	data: RecordingData;
	kept: KeptPictures;
}

/**
 * Runs the square of a seed once through the real pipeline and keeps what it gave: boxes, identities, alerts,
 * the moments where it fails, and every number the prose prints. Takes some tens of seconds.
 */
export function record(seed: number, progress: (frame: number) => void = () => {}): Recorded {
	const street = createStreet({ seed, seconds: STREET_SECONDS, fps: FPS });
	const camera = sensorCamera();
	const sensor = createSensor({ street, paint: { paintBackdrop, paintStreet }, seed });
	const pipeline = createPipeline({ width: 320, height: 180, camera, fps: FPS, lane: LANE });
	const plain = createPipeline({ width: 320, height: 180, camera, fps: FPS, gated: false, lane: LANE });
	const presets = PRESETS.filter((p) => p.seconds !== null || OUR_SECONDS[p.id]);
	const loitering = presets.map((p) =>
		createLoitering({
			zone: ZONES[0],
			seconds: p.seconds ?? OUR_SECONDS[p.id],
			fps: FPS,
			meaning: p.meaning,
			preset: p.id
		})
	);
	const crowd = createCrowd({ zone: ZONES[1], threshold: 5, seconds: 20, fps: FPS });
	const still = street.people.findIndex((p) => p.key === STILL);
	const fade = followFading();

	const truths: FrameTruth[] = [];
	const results: Sequence = [];
	const open = new Map<number, { from: number; boxes: number[] }>();
	const alerts: Alert[] = [];
	const kept: KeptPictures = {
		explain: -1,
		background: new Uint8Array(0),
		mask: new Uint8Array(0),
		labels: new Uint8Array(0),
		fade: []
	};
	let crowdPeak = 0;
	let clearest = -Infinity;
	const nour = street.people.findIndex((p) => p.key === 'nour');

	for (let frame = FIRST; frame < FRAMES; frame++) {
		if (frame % 100 === 0) progress(frame);
		street.seek(frame);
		sensor.expose(frame);
		const tracks = pipeline.step(sensor.rgb, sensor.luma);
		const truth = truthAt(street, camera);
		truths.push({
			people: truth.map((t) => t.person),
			boxes: truth.flatMap((t) => [t.x, t.y, t.w, t.h]),
			visible: truth.map((t) => t.visible)
		});
		const ids: number[] = [];
		const boxes: number[] = [];
		for (let i = 0; i < tracks.count; i++) {
			const own = [tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]];
			ids.push(tracks.id[i]);
			boxes.push(...own);
			let t = open.get(tracks.id[i]);
			if (!t) open.set(tracks.id[i], (t = { from: frame, boxes: [] }));
			while (t.boxes.length < 4 * (frame - t.from)) t.boxes.push(0, 0, 0, 0);
			// Half pixels; a box seen has a width.
			t.boxes.push(
				Math.round(2 * own[0]),
				Math.round(2 * own[1]),
				Math.max(1, Math.round(2 * own[2])),
				Math.max(1, Math.round(2 * own[3]))
			);
		}
		results.push({ ids, boxes });
		for (const rule of [...loitering, crowd])
			for (const a of rule.step(frame, tracks))
				alerts.push({
					rule: a.rule,
					preset: a.preset,
					frame: a.frame,
					track: a.track,
					value: a.value,
					threshold: a.threshold,
					zone: a.zone,
					person: -1
				});
		if (frame >= 0) crowdPeak = Math.max(crowdPeak, crowd.value);
		if (frame >= EXPLAIN.from && frame < EXPLAIN.to && frame % EXPLAIN.every === 0 && Number.isNaN(street.tramX)) {
			// As many people as possible, as few mistakes: failures have a step of their own.
			const last = truths[truths.length - 1];
			const clarity = explains(last, boxes, nour);
			if (clarity > clearest) {
				clearest = clarity;
				kept.explain = frame;
				kept.background = pipeline.picture(new Uint8Array(320 * 180)).slice();
				kept.mask = Uint8Array.from(pipeline.mask, (m) => (m ? 1 : 0));
				kept.labels = Uint8Array.from(pipeline.labels, (l) => (l === 0 ? 0 : 1 + (l % 250)));
			}
		}
		// The program without its gate is only needed until it has forgotten the still person.
		if (!fade.done) {
			plain.step(sensor.rgb, sensor.luma);
			const t = truth.find((p) => p.person === still);
			if (t && street.people[still].pose !== 'walk' && frame > 60) fade.see(frame, plain.mask, t);
		}
	}

	const at = (frame: number) => truths[frame - FIRST];
	const tracks = [...open].map(([id, t]): TrackData => ({
		id,
		from: t.from,
		to: t.from + t.boxes.length / 4 - 1,
		person: -1,
		boxes: Int16Array.from(t.boxes)
	}));
	for (const t of tracks) t.person = owner(t, at);
	const personOf = new Map(tracks.map((t) => [t.id, t.person]));
	for (const a of alerts) a.person = personOf.get(a.track) ?? -1;
	const found = findMoments(tracks, at, 250, FRAMES - 50);
	kept.fade = fade.pictures();
	const data: RecordingData = {
		seed,
		fps: FPS,
		frames: FRAMES,
		seconds: STREET_SECONDS,
		tracks: tracks.filter((t) => t.to >= 0),
		alerts,
		zones: ZONES,
		moments: {
			merge: found.merge,
			ghost: found.ghost,
			switch: found.change,
			fade: kept.fade.length ? { person: still, frames: kept.fade.map((f) => f.frame), ...fade.crop } : null,
			explain: kept.explain
		},
		stats: {}
	};
	const counted = truths.slice(-FIRST);
	data.stats = statistics(data, street, {
		people: new Set(scored(counted).flatMap((f) => f.ids)).size,
		peak: Math.max(...scored(counted).map((f) => f.ids.length)),
		merged: found.merge?.people.length ?? 1,
		fade: fade.seconds(),
		crowdPeak,
		scores: scores(tally(scored(counted), results.slice(-FIRST)))
	});
	return { data, kept };
}

/** How well a frame explains: boxes on people, less twice the boxes on nobody; nothing if Nour has none. */
function explains(truth: FrameTruth, boxes: number[], nour: number): number {
	let right = 0;
	let wrong = 0;
	let seen = false;
	for (let i = 0; i < boxes.length; i += 4) {
		const k = truth.people.findIndex((_, q) => iou(truth.boxes, 4 * q, boxes, i) >= 0.5);
		if (k < 0) wrong++;
		else right++;
		seen ||= k >= 0 && truth.people[k] === nour;
	}
	return seen ? right - 2 * wrong : -Infinity;
}

/** Watches the plain program forget somebody who sits still: their share of its mask, and a picture now and then. */
function followFading() {
	const share: number[] = [];
	const masks: { frame: number; mask: Uint8Array }[] = [];
	const crop = { x: 0, y: 0, w: 0, h: 0 };
	const gone = () => {
		const most = Math.max(...share.slice(0, 25));
		return share.findIndex((v, i) => i > 12 && v < 0.2 * most);
	};
	return {
		crop,
		done: false,
		see(frame: number, mask: Uint8Array, t: { x: number; y: number; w: number; h: number }): void {
			if (share.length === 0) {
				// A square around where they sit, feet near its foot.
				crop.w = crop.h = 34;
				crop.x = Math.max(0, Math.min(320 - crop.w, Math.round(t.x + t.w / 2 - crop.w / 2)));
				crop.y = Math.max(0, Math.min(180 - crop.h, Math.round(t.y + t.h - crop.h + 6)));
			}
			let on = 0;
			let all = 0;
			for (let v = Math.max(0, Math.floor(t.y)); v < Math.min(180, t.y + t.h); v++)
				for (let u = Math.max(0, Math.floor(t.x)); u < Math.min(320, t.x + t.w); u++) {
					all++;
					on += mask[v * 320 + u] ? 1 : 0;
				}
			if (share.length % FADE_EVERY === 0) masks.push({ frame, mask: Uint8Array.from(mask, (m) => (m ? 1 : 0)) });
			share.push(all ? on / all : 0);
			this.done = (share.length > 40 && gone() >= 0) || share.length > 400;
		},
		/** Seconds from sitting down to a fifth of the first share. */
		seconds: () => (gone() < 0 ? share.length : gone()) / FPS,
		/** Six of them at most, evenly spread. */
		pictures(): { frame: number; mask: Uint8Array }[] {
			const n = Math.min(6, masks.length);
			return Array.from({ length: n }, (_, i) => masks[Math.round((i * (masks.length - 1)) / Math.max(1, n - 1))]);
		}
	};
}

interface Measured {
	people: number;
	peak: number;
	merged: number;
	fade: number;
	crowdPeak: number;
	scores: Scores;
}

/** Every number the prose may print: the keys are the story's, the values come from this recording alone. */
function statistics(data: RecordingData, street: Street, m: Measured): Record<string, number> {
	const recording = openRecording(data, street);
	const longest = new Map<number, number>();
	for (const s of recording.stays('place'))
		if (s.person >= 0 && s.to >= 0) longest.set(s.person, Math.max(longest.get(s.person) ?? 0, s.seconds));
	const id = (key: string) => street.people.findIndex((p) => p.key === key);
	const dwell = (key: string) => Math.round(longest.get(id(key)) ?? 0);
	const first = data.alerts.find((a) => a.preset === 'axxon' && a.person === id('nour'));
	let atLocks = 0;
	for (let f = 0; f < FRAMES; f++) {
		street.seek(f);
		const p = street.people[id('thief')];
		if (p?.present && p.pose === 'crouch') atLocks++;
	}
	const inTime = data.alerts.filter((a) => a.frame >= 0);
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
		'alerts.30': inTime.filter((a) => a.preset === 'axxon').length,
		'nour.first30': Math.round((first?.frame ?? 0) / FPS),
		'nour.dwell': dwell('nour'),
		'nour.ids': data.tracks.filter((t) => t.person === id('nour')).length,
		'marcel.dwell': dwell('marcel'),
		'thief.seconds': Math.round(atLocks / FPS),
		'thief.dwell': dwell('thief'),
		waiting: street.people.filter((p) => p.key && p.key !== 'thief' && p.key !== 'salma').length,
		merged: m.merged,
		'fade.seconds': round1(m.fade),
		mota: round1(100 * m.scores.mota),
		idf1: round1(100 * m.scores.idf1),
		hota: round1(100 * m.scores.hota),
		'rules.count': 6,
		'crowd.peak': m.crowdPeak,
		'crowd.alerts': inTime.filter((a) => a.rule === 'crowd').length
	};
	for (const s of THRESHOLDS) stats[`flagged.${s}`] = [...longest.values()].filter((v) => v >= s).length;
	return stats;
}
