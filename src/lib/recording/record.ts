import { sensorCamera, FPS } from '../camera/camera';
import { iou, scores, tally, type Sequence } from '../evaluation/metrics';
import { LEAD } from '../street/square';
import { createSensor } from '../camera/sensor';
import { createStreetPainter } from '../drawing/street';
import { createStreet } from '../street/street';
import { truthAt, type Truth } from '../street/truth';
import type { Tracks } from '../vision/index';
import { createObserver, filmSource, observe, type Observation } from '../watch/index';
import type { RecordingData, TrackData } from './codec';
import { followFading } from './fading';
import { FRAMES } from './length';
import { findMoments, owner, scored, type FrameTruth } from './moments';
import { seenOf } from './seen';
import { cleanGreys, type KeptPictures } from './sensor';
import { CROWD, SETUP } from './setup';
import { statistics } from './statistics';
import type { RecordedAlert } from './types';

/** The camera has been filming for a while when the recording begins: the square was empty, then people came. */
const FIRST = -Math.round(LEAD * FPS);
/** Whose fading is shown: the one who sits down and stays. */
const STILL = 'marcel';
/** The frame the pipeline is explained on is looked for between these, every so many frames. */
const EXPLAIN = { from: 400, to: 2300, every: 20 };

export interface Recorded {
	data: RecordingData;
	kept: KeptPictures;
	/** The square around the frame explained, as a camera without noise has it. */
	clean: Uint8Array;
}

/**
 * Runs the square of a seed once through the machine and keeps what it gave: boxes, identities, alerts, the moments where
 * it fails, and every number the prose prints. Takes some tens of seconds.
 */
export function record(seed: number, progress: (frame: number) => void = () => {}): Recorded {
	const street = createStreet({ seed });
	const idOf = (key: string) => street.people.findIndex((p) => p.key === key);
	const [still, nour] = [idOf(STILL), idOf('nour')];
	const source = filmSource({ street, takes: [{ from: FIRST, to: FRAMES - 1 }] });
	const observer = createObserver(SETUP);
	const crowd = observer.rule(CROWD);
	/** The program without its gate, which forgets who does not move. */
	const plain = createObserver({ ...SETUP, rules: [], detector: { kind: 'motion', gated: false } });

	const boxes = keepBoxes();
	const fade = followFading();
	const explained = findClearest(nour);
	const alerts: RecordedAlert[] = [];
	const truths: FrameTruth[] = [];
	let crowdPeak = 0;
	for (const seen of observe(source, SETUP, observer)) {
		const { frame } = seen;
		if (frame % 100 === 0) progress(frame);
		const truth = truthAt(source.now, sensorCamera());
		truths.push(frameOf(truth));
		boxes.keep(frame, seen.people);
		for (const { rule, preset, frame, track, value, threshold, zone } of seen.alerts)
			alerts.push({ rule, preset, frame, track, value, threshold, zone, person: -1 });
		if (frame >= 0) crowdPeak = Math.max(crowdPeak, crowd.value);
		// A tram hides what is to be explained.
		if (Number.isNaN(source.now.tramX)) explained.consider(seen, truths[truths.length - 1]);
		// Only needed until it has forgotten the still person.
		if (fade.done) continue;
		const { layers } = plain.see(source.rgb, source.luma, source.time);
		const t = truth.find((p) => p.person === still);
		if (t && source.now.people[still].pose !== 'walk' && frame > 60) fade.see(frame, layers.mask, t);
	}

	const at = (frame: number) => truths[frame - FIRST];
	const tracks = boxes.tracks();
	for (const t of tracks) t.person = owner(t, at);
	const personOf = new Map(tracks.map((t) => [t.id, t.person]));
	for (const a of alerts) a.person = personOf.get(a.track) ?? -1;
	const found = findMoments(tracks, at, 250, FRAMES - 50);
	const kept: KeptPictures = { ...explained.kept(), fade: fade.pictures() };
	const data: RecordingData = {
		seed,
		fps: FPS,
		frames: FRAMES,
		seconds: street.seconds,
		tracks: tracks.filter((t) => t.to >= 0),
		alerts,
		zones: [...SETUP.zones],
		moments: {
			merge: found.merge,
			ghost: found.ghost,
			switch: found.change,
			fade: kept.fade.length ? { person: still, frames: kept.fade.map((f) => f.frame), ...fade.crop } : null,
			explain: kept.explain
		},
		stats: {}
	};
	const counted = scored(truths.slice(-FIRST));
	data.stats = statistics(data, street, {
		people: new Set(counted.flatMap((f) => f.ids)).size,
		peak: Math.max(...counted.map((f) => f.ids.length)),
		merged: found.merge?.people.length ?? 1,
		fade: fade.seconds(),
		crowdPeak,
		scores: scores(tally(counted, boxes.frames.slice(-FIRST)))
	});
	const camera = createSensor({ street, paint: createStreetPainter(), seed });
	return { data, kept, clean: cleanGreys(camera, kept.explain) };
}

const frameOf = (truth: Truth[]): FrameTruth => ({
	people: truth.map((t) => t.person),
	boxes: truth.flatMap((t) => [t.x, t.y, t.w, t.h]),
	visible: truth.map((t) => t.visible)
});

/** Keeps the boxes of every frame, exactly; and by track, in half pixels. */
function keepBoxes() {
	const frames: Sequence = [];
	const open = new Map<number, { from: number; boxes: number[] }>();
	return {
		frames,
		keep(frame: number, people: Tracks): void {
			const ids: number[] = [];
			const boxes: number[] = [];
			for (let i = 0; i < people.count; i++) {
				const own = [people.x[i], people.y[i], people.w[i], people.h[i]];
				ids.push(people.id[i]);
				boxes.push(...own);
				let t = open.get(people.id[i]);
				if (!t) open.set(people.id[i], (t = { from: frame, boxes: [] }));
				while (t.boxes.length < 4 * (frame - t.from)) t.boxes.push(0, 0, 0, 0);
				const [x, y, w, h] = own.map((v) => Math.round(2 * v));
				// A box seen has a width.
				t.boxes.push(x, y, Math.max(1, w), Math.max(1, h));
			}
			frames.push({ ids, boxes });
		},
		tracks: (): TrackData[] =>
			[...open].map(([id, t]) => ({
				id,
				from: t.from,
				to: t.from + t.boxes.length / 4 - 1,
				person: -1,
				boxes: Int16Array.from(t.boxes)
			}))
	};
}

/** Finds the frame to explain the pipeline on: as many people as possible, as few mistakes, which have a step of their own. */
function findClearest(nour: number) {
	let clearest = -Infinity;
	let best: Omit<KeptPictures, 'fade'> = {
		explain: -1,
		background: new Uint8Array(0),
		mask: new Uint8Array(0),
		labels: new Uint8Array(0)
	};
	return {
		consider(seen: Observation, truth: FrameTruth): void {
			const { frame, people } = seen;
			if (frame < EXPLAIN.from || frame >= EXPLAIN.to || frame % EXPLAIN.every !== 0) return;
			const clarity = explains(truth, people, nour);
			if (clarity <= clearest) return;
			clearest = clarity;
			const { background, mask, labels } = seenOf(seen);
			best = { explain: frame, background, mask, labels };
		},
		kept: () => best
	};
}

/** How well a frame explains: boxes on people, less twice the boxes on nobody; nothing if Nour has none. */
function explains(truth: FrameTruth, { count, x, y, w, h }: Tracks, nour: number): number {
	let right = 0;
	let wrong = 0;
	let seen = false;
	for (let i = 0; i < count; i++) {
		const box = [x[i], y[i], w[i], h[i]];
		const k = truth.people.findIndex((_, q) => iou(truth.boxes, 4 * q, box, 0) >= 0.5);
		if (k < 0) wrong++;
		else right++;
		seen ||= k >= 0 && truth.people[k] === nour;
	}
	return seen ? right - 2 * wrong : -Infinity;
}
