import {
	createAbandoned,
	createCounterFlow,
	createCrowd,
	createIntrusion,
	createLine,
	createLoitering,
	type Alert,
	type People
} from '../rules/index';
import type { Tracks } from '../vision/types';
import { iou } from './metrics';
import { AREAS, FPS, LINE, type Matter } from './scenes';

/** The loitering threshold of the evaluation, seconds. */
export const LOITERING = 15;
/** A stay goes on under another identity within this, tuned on seeds 101 to 116. */
const CARRY = { seconds: 10, metres: 4, colour: 6 };
/** IoU with a track's box below which a person is not whom it shows. */
const SHOWN = 0.3;
/** Seconds that an alert on a place or a crossing may come before or after the truth's. */
const SLACK = 5;

/** A scene's rules on what the machine says and on what is so, and how the two agree. */
export interface Judge {
	/**
	 * Reads a frame; those below zero are not scored.
	 * @param tracks people as the machine follows them, and `objects` small things
	 * @param boxes everybody's true box, visible or not
	 * @param people true places, and those of `things` lying about
	 */
	step(frame: number, tracks: Tracks, objects: Tracks, boxes: Boxed[], people: People, things: People): void;
	/** For each rule: truths it found, wrong alerts, truths it missed. */
	verdict(): Record<string, Verdict>;
}

export interface Verdict {
	right: number;
	wrong: number;
	missed: number;
}

interface Boxed {
	person: number;
	x: number;
	y: number;
	w: number;
	h: number;
}

interface Told extends Alert {
	/** The person (or thing, below zero) it is about by the truth; NOBODY, or PLACE for a place. */
	who: number;
}

const NOBODY = -1;
const PLACE = -2;
/** The first thing; the next have lower numbers. */
const THING = -3;

interface Rules {
	names: Alert['rule'][];
	step(frame: number, people: People, objects: People): Alert[];
}

/** The rules that a scene's matter is about. */
export function rulesOf(matter: Matter): Rules {
	const all = (names: Alert['rule'][], ...rules: { step(frame: number, people: People): readonly Alert[] }[]) => ({
		names,
		step: (frame: number, people: People) => rules.flatMap((r) => r.step(frame, people))
	});
	switch (matter) {
		case 'loitering':
			return all(['loitering'], createLoitering({ zone: AREAS.loitering, seconds: LOITERING, fps: FPS, carry: CARRY }));
		case 'crowd':
			return all(['crowd'], createCrowd({ zone: AREAS.crowd, threshold: 6, seconds: 15, fps: FPS }));
		case 'flow':
			return all(
				['counter-flow', 'line'],
				createCounterFlow({ zone: AREAS.flow, direction: [1, 0], metres: 10, fps: FPS }),
				createLine({ ...LINE, fps: FPS })
			);
		case 'abandoned': {
			const rule = createAbandoned({ zone: AREAS.abandoned, seconds: 10, fps: FPS });
			return { names: ['abandoned'], step: (frame, people, objects) => [...rule.step(frame, objects, people)] };
		}
		case 'intrusion':
			return all(['intrusion'], createIntrusion({ zone: AREAS.intrusion, seconds: 1, fps: FPS }));
		case 'crossing':
			return all([]);
	}
}

export function createJudge(matter: Matter): Judge {
	const machine = rulesOf(matter);
	const known = rulesOf(matter);
	const said: Told[] = [];
	const due: Told[] = [];
	/** Whom each track has shown, frame after frame. */
	const shown = new Map<number, { frame: number; who: number }[]>();

	/** Whom most frames of an alert's evidence showed, from its first to that of the alert, under all its identities. */
	function shownBy(alert: Alert): number {
		const votes = new Map<number, number>();
		for (const track of [...(alert.carried ?? []), alert.track])
			for (const { frame, who } of shown.get(track) ?? [])
				if (frame >= alert.since) votes.set(who, (votes.get(who) ?? 0) + 1);
		return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? NOBODY;
	}

	return {
		step(frame, tracks, objects, boxes, people, things) {
			for (let i = 0; i < tracks.count; i++) {
				const sights = shown.get(tracks.id[i]) ?? [];
				sights.push({ frame, who: whoIsIn([tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]], boxes) });
				shown.set(tracks.id[i], sights);
			}
			for (const alert of machine.step(frame, tracks, objects)) {
				const thing = alert.rule === 'abandoned';
				const who = thing ? lyingAt(alert.track, objects, things) : alert.track < 0 ? PLACE : shownBy(alert);
				said.push({ ...alert, who });
			}
			for (const alert of known.step(frame, people, things)) {
				const thing = alert.rule === 'abandoned';
				due.push({ ...alert, who: thing ? THING - alert.track : alert.track < 0 ? PLACE : alert.track });
			}
		},
		verdict: () =>
			Object.fromEntries(
				machine.names.map((rule) => [
					rule,
					compare(
						said.filter((a) => a.rule === rule),
						due.filter((a) => a.rule === rule)
					)
				])
			)
	};
}

/** The person a box shows: whose own it overlaps most, if it does. */
function whoIsIn(box: number[], people: Boxed[]): number {
	let who = NOBODY;
	let most = SHOWN;
	for (const p of people) {
		const o = iou([p.x, p.y, p.w, p.h], 0, box, 0);
		if (o > most) {
			most = o;
			who = p.person;
		}
	}
	return who;
}

/** The thing within a metre of a followed one. */
function lyingAt(track: number, objects: Tracks, things: People): number {
	const i = objects.id.subarray(0, objects.count).indexOf(track);
	for (let k = 0; k < things.count; k++) {
		const dx = things.groundX[k] - objects.groundX[i];
		const dy = things.groundY[k] - objects.groundY[i];
		if (dx * dx + dy * dy < 1) return THING - things.id[k];
	}
	return NOBODY;
}

/**
 * Which alerts were right. About a stay (loitering, abandoned, intrusion) and about going against the flow, an alert is
 * right if the truth has one on the same person at all; a second one on them is neither right nor wrong. About
 * crossings and crowds, it must also come within five seconds of one of the truth's, each used once.
 */
function compare(said: Told[], due: Told[]): Verdict {
	const timed = (a: Alert) => a.rule === 'line' || a.rule === 'crowd';
	// Alerts of the lead are the truth's as well; neither side is scored on them.
	const scored = (a: Alert) => a.frame >= 0;
	const used = new Set<Told>();
	let wrong = 0;
	for (const a of said) {
		const same = due.filter((d) => d.who === a.who);
		if (timed(a)) {
			const match = same.find((d) => !used.has(d) && Math.abs(d.frame - a.frame) <= SLACK * FPS);
			if (match) used.add(match);
			else if (scored(a)) wrong++;
		} else if (same.length) for (const d of same) used.add(d);
		else if (scored(a)) wrong++;
	}
	const counted = due.filter(scored);
	const right = counted.filter((d) => used.has(d)).length;
	return { right, wrong, missed: counted.length - right };
}
