import { FPS } from '../camera/camera';
import { createRule, type Alert, type Finding, type People } from '../rules/index';
import type { Truth } from '../street/truth';
import type { Tracks } from '../vision/index';
import type { Observation } from '../watch/index';
import { iou } from './metrics';
import type { Matter } from './scenes';
import { RULES, sceneSetup } from './setup';

/** IoU with a track's box below which a person is not whom it shows. */
const SHOWN = 0.3;
/** Seconds that an alert on a place or a crossing may come before or after the truth's. */
const SLACK = 5;

/** What the machine says of a scene, and what its rules say of what is so: how the two agree. */
export interface Judge {
	/**
	 * Reads a frame; those below zero are not scored.
	 * @param seen what the machine says of it, with the alerts of the matter's rules
	 * @param boxes everybody's true box, visible or not
	 * @param people true places, and those of `things` lying about
	 */
	step(seen: Said, boxes: Boxed[], people: People, things: People): void;
	/** For each rule: truths it found, wrong alerts, truths it missed. */
	verdict(): Record<string, Verdict>;
}

export interface Verdict {
	right: number;
	wrong: number;
	missed: number;
}

type Said = Pick<Observation, 'frame' | 'people' | 'objects' | 'alerts'>;
type Boxed = Pick<Truth, 'person' | 'x' | 'y' | 'w' | 'h'>;

interface Told extends Finding {
	/** The person (or thing, below zero) it is about by the truth; NOBODY, or PLACE for a place. */
	who: number;
}

const NOBODY = -1;
const PLACE = -2;
/** The first thing; the next have lower numbers. */
const THING = -3;

export function createJudge(matter: Matter): Judge {
	const site = sceneSetup(matter);
	/** The same rules, which read the truth. */
	const known = RULES[matter].map((rule) => createRule(rule, site));
	const said: Told[] = [];
	const due: Told[] = [];
	/** Whom each track has shown, frame after frame. */
	const shown = new Map<number, { frame: number; who: number }[]>();

	/** Whom most frames of an alert's evidence showed, from its first to that of the alert, under all its identities. */
	function shownBy(alert: Finding): number {
		const votes = new Map<number, number>();
		for (const track of [...(alert.carried ?? []), alert.track])
			for (const { frame, who } of shown.get(track) ?? [])
				if (frame >= alert.since) votes.set(who, (votes.get(who) ?? 0) + 1);
		return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? NOBODY;
	}

	return {
		step({ frame, people: tracks, objects, alerts }, boxes, people, things) {
			for (let i = 0; i < tracks.count; i++) {
				const sights = shown.get(tracks.id[i]) ?? [];
				sights.push({ frame, who: whoIsIn([tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]], boxes) });
				shown.set(tracks.id[i], sights);
			}
			for (const alert of alerts) {
				const thing = alert.rule === 'abandoned';
				const who = thing ? lyingAt(alert.track, objects, things) : alert.track < 0 ? PLACE : shownBy(alert);
				said.push({ ...alert, who });
			}
			for (const alert of known.flatMap((rule) => rule.step(frame, people, things))) {
				const thing = alert.rule === 'abandoned';
				due.push({ ...alert, who: thing ? THING - alert.track : alert.track < 0 ? PLACE : alert.track });
			}
		},
		verdict: () =>
			Object.fromEntries(
				RULES[matter].map(({ kind: rule }) => [
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
