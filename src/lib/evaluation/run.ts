import { createSensor } from '../camera/sensor';
import { paintBackdrop, paintStreet } from '../drawing/street';
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
import { truthAt, type Truth } from '../street/truth';
import { createPipeline, type PipelineOptions } from '../vision/index';
import { iou, tally, type Sequence, type Tally } from './metrics';
import { AREAS, createScene, FPS, LEAD, LINE, weatherOf, type Matter, type SceneOptions, type Weather } from './scenes';

/** Truth counts people at least this visible. */
export const VISIBLE = 0.35;
/** The loitering threshold of the evaluation, seconds. */
export const LOITERING = 15;
/** A stay goes on under another identity within this. */
const CARRY = { seconds: 4, metres: 1.5 };

export interface Outcome {
	options: SceneOptions;
	weather: Weather;
	tally: Tally;
	/** Minutes scored. */
	minutes: number;
	/** For each rule of the scene's matter: truths it found, wrong alerts, truths it missed. */
	rules: Record<string, { right: number; wrong: number; missed: number }>;
}

interface Rules {
	step(frame: number, people: People, objects: People): Alert[];
}

/** The rules that a scene's matter is about. */
function rulesOf(matter: Matter): Rules {
	const all = (...rules: { step(frame: number, people: People): readonly Alert[] }[]): Rules => ({
		step: (frame, people) => rules.flatMap((r) => r.step(frame, people))
	});
	switch (matter) {
		case 'loitering':
			return all(createLoitering({ zone: AREAS.loitering, seconds: LOITERING, fps: FPS, carry: CARRY }));
		case 'crowd':
			return all(createCrowd({ zone: AREAS.crowd, threshold: 6, seconds: 15, fps: FPS }));
		case 'flow':
			return all(
				createCounterFlow({ zone: AREAS.flow, direction: [1, 0], metres: 10, fps: FPS }),
				createLine({ ...LINE, fps: FPS })
			);
		case 'abandoned': {
			const rule = createAbandoned({ zone: AREAS.abandoned, seconds: 10, fps: FPS });
			return { step: (frame, people, objects) => [...rule.step(frame, objects, people)] };
		}
		case 'intrusion':
			return all(createIntrusion({ zone: AREAS.intrusion, seconds: 1, fps: FPS }));
		case 'crossing':
			return all();
	}
}

interface Told extends Alert {
	/** The person (or thing, below zero) it is about by the truth; -1 for nobody; 0 for a place. */
	who: number;
}

const NOBODY = -1;

const RULES: Record<Matter, Alert['rule'][]> = {
	crossing: [],
	loitering: ['loitering'],
	crowd: ['crowd'],
	flow: ['counter-flow', 'line'],
	abandoned: ['abandoned'],
	intrusion: ['intrusion']
};

/**
 * Runs one scene through sensor and pipeline, and scores it against the street's own truth: boxes of people at least
 * 35 % visible, and the rules' alerts against the same rules run on the truth.
 */
export function runScene(
	options: SceneOptions,
	settings: Partial<PipelineOptions> = {},
	each?: (frame: number, truth: Truth[]) => void
): Outcome {
	const matter = options.matter ?? 'crossing';
	const street = createScene(options);
	const sensor = createSensor({ street, paint: { paintBackdrop, paintStreet }, seed: options.seed });
	const { camera, width, height } = sensor;
	const pipeline = createPipeline({ width, height, camera, fps: FPS, ...settings });
	const frames = Math.round(options.seconds * FPS);
	const truths: Sequence = [];
	const results: Sequence = [];
	const machine = rulesOf(matter);
	const known = rulesOf(matter);
	const said: Told[] = [];
	const due: Told[] = [];

	for (let frame = -LEAD * FPS; frame < frames; frame++) {
		sensor.expose(frame);
		const tracks = pipeline.step(sensor.rgb, sensor.luma);
		const all = truthAt(street, camera);
		const seen = all.filter((t) => t.visible >= VISIBLE);
		if (frame >= 0) {
			truths.push({ ids: seen.map((t) => t.person), boxes: seen.flatMap((t) => [t.x, t.y, t.w, t.h]) });
			const result = { ids: [] as number[], boxes: [] as number[] };
			for (let i = 0; i < tracks.count; i++) {
				result.ids.push(tracks.id[i]);
				result.boxes.push(tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]);
			}
			results.push(result);
			each?.(frame, seen);
		}
		if (matter === 'crossing') continue;
		for (const alert of machine.step(frame, tracks, pipeline.objects)) {
			let who = alert.track < 0 ? 0 : NOBODY;
			if (alert.rule === 'abandoned') {
				const i = Array.from(pipeline.objects.id).indexOf(alert.track);
				const thing = street.things.findIndex((t) => {
					const dx = t.x - pipeline.objects.groundX[i];
					const dy = t.y - pipeline.objects.groundY[i];
					return t.present && dx * dx + dy * dy < 1;
				});
				who = thing < 0 ? NOBODY : -2 - thing;
			} else if (alert.track >= 0) {
				let most = 0.3;
				for (let i = 0; i < tracks.count; i++) {
					if (tracks.id[i] !== alert.track) continue;
					const box = [tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]];
					for (const t of all) {
						const o = iou([t.x, t.y, t.w, t.h], 0, box, 0);
						if (o > most) {
							most = o;
							who = t.person;
						}
					}
				}
			}
			said.push({ ...alert, who });
		}
		const present = street.people.filter((p) => p.present);
		const lying = street.things.map((t, i) => ({ t, i })).filter(({ t }) => t.present);
		const truePeople: People = {
			count: present.length,
			id: present.map((p) => p.id),
			groundX: present.map((p) => p.x),
			groundY: present.map((p) => p.y)
		};
		const trueThings: People = {
			count: lying.length,
			id: lying.map(({ i }) => i),
			groundX: lying.map(({ t }) => t.x),
			groundY: lying.map(({ t }) => t.y)
		};
		for (const alert of known.step(frame, truePeople, trueThings))
			due.push({ ...alert, who: alert.rule === 'abandoned' ? -2 - alert.track : alert.track < 0 ? 0 : alert.track });
	}
	return {
		options,
		weather: options.weather ?? weatherOf(options.seed),
		tally: tally(truths, results),
		minutes: options.seconds / 60,
		rules: Object.fromEntries(
			RULES[matter].map((rule) => [
				rule,
				judge(
					said.filter((a) => a.rule === rule),
					due.filter((a) => a.rule === rule)
				)
			])
		)
	};
}

/** Seconds that an alert on a place or a crossing may come before or after the truth's. */
const SLACK = 5;

/**
 * Which alerts were right. About a stay (loitering, abandoned, intrusion) and about going against the flow, an alert is
 * right if the truth has one on the same person at all; a second one on them is neither right nor wrong. About
 * crossings and crowds, it must also come within five seconds of one of the truth's, each used once.
 */
function judge(said: Told[], due: Told[]): { right: number; wrong: number; missed: number } {
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
