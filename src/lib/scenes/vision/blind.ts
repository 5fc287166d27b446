import { scaleLinear } from 'd3';
import { startFrame } from '../../centre/held';
import { painted } from '../../figure/inks';
import { letter, measure } from '../../figure/text';
import { across, box, down, faded } from '../../figure/marks';
import { stagger } from '../../figure/motion';
import type { Frame, Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Pose } from '../../street/types';
import { stack, type Layer } from '../layers';
import type { Read } from './cues';
import { GROUPS, type Group } from './groups';
import { BY_GROUP } from './guesses';
import { mast } from './layout';

/** Whom either machine finds, by what people do and where they stand: a row a group, a bar a machine. */
export function blindSpots(c: SceneContext, at: Read): Frame {
	const camera = mast(c.view);
	const shown = at('chart');
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: startFrame(c.recording), drained: 0.5 * shown, veil: 0.6 * shown }] },
			shown > 0 && chart(c, shown, at('bars'))
		),
		subject: shown > 0 ? [planOf(c.view).back] : undefined,
		says: GROUPS.map((g) => c.say('blind.says', { who: c.say(`blind.${g}`), ...shares(g) })).join(' ')
	};
}

/** Of a group, in whole percent. */
function shares(group: Group): { ours: number; theirs: number } {
	const [all, ours, theirs] = BY_GROUP[group];
	return { ours: Math.round((100 * ours) / all), theirs: Math.round((100 * theirs) / all) };
}

interface Plan {
	back: Rect;
	/** Of the first row, and from one to the next. */
	top: number;
	pitch: number;
	bar: number;
	size: number;
	/** Where bars begin, and the end of a whole one. */
	from: number;
	to: number;
}

function planOf({ free: f, phone, portrait, width }: View): Plan {
	const size = phone ? 12 : 15;
	const back = phone
		? { x: 6, y: portrait ? 44 : 40, w: width - 12, h: f.h - (portrait ? 32 : 34) }
		: { x: f.x, y: f.y + 34, w: f.w, h: f.h - 60 };
	const head = phone ? 36 : 68;
	const pitch = (back.h - head - (phone ? 4 : 14)) / GROUPS.length;
	const label = phone ? 128 : 250;
	return {
		back,
		top: back.y + head,
		pitch,
		bar: Math.min(phone ? 13 : 24, pitch * 0.3),
		size,
		from: back.x + label,
		to: back.x + back.w - (phone ? 44 : 70)
	};
}

function chart(c: SceneContext, shown: number, grow: number): Layer {
	const plan = planOf(c.view);
	const { x, y, w, h } = plan.back;
	// Its paper lies under the people, who are painted.
	const ink: Ink[] = [painted(`M${x} ${y}h${w}v${h}h${-w}Z`, { fill: 'paper', opacity: shown })];
	const marks = [box('blind-back', plan.back, { stroke: 'ink', width: 1.5 }), ...key(c, plan)];
	GROUPS.forEach((group, i) => {
		const middle = plan.top + (i + 0.5) * plan.pitch;
		ink.push(...personOf(c, group, plan, middle, shown));
		marks.push(...row(c, group, plan, middle, stagger(grow, i, GROUPS.length, 0.6)));
	});
	return { ink, marks: faded(shown, marks) };
}

/** Which bar is whose. */
function key(c: SceneContext, { back, size, bar }: Plan): Mark[] {
	const { phone } = c.view;
	const y = back.y + (phone ? 22 : 40);
	let x = back.x + (phone ? 10 : 22);
	return MACHINES.flatMap((who): Mark[] => {
		const text = c.say(`blind.key.${who}`);
		const left = x;
		x += bar + 8 + measure(text, size, 'mono') + (phone ? 16 : 30);
		return [
			box(`blind-key-${who}`, { x: left, y: y - bar * 0.85, w: bar, h: bar }, LOOKS[who]),
			letter(`blind-key-text-${who}`, 'mono', left + bar + 8, y, size, text, { weight: 500 })
		];
	});
}

const MACHINES = ['ours', 'theirs'] as const;
const LOOKS = {
	ours: { fill: 'signal', stroke: 'signal', width: 1.5 },
	theirs: { fill: 'paper', stroke: 'signal', width: 1.5 }
};

function row(c: SceneContext, group: Group, plan: Plan, middle: number, grow: number): Mark[] {
	const { back, from, to, bar, size, pitch } = plan;
	const { phone } = c.view;
	const x = scaleLinear([0, 100], [from, to]);
	const values = shares(group);
	const rule = { stroke: 'ink', width: 0.8, opacity: 0.35 };
	const left = back.x + (phone ? 40 : 92);
	const who = c.say(`blind.${group}`);
	return [
		across(`blind-rule-${group}`, middle - pitch / 2, back.x + 10, back.x + back.w - 10, rule),
		letter(`blind-who-${group}`, 'grot', left, middle + size * 0.4, phone ? 13 : 18, who, { weight: 500 }),
		down(`blind-zero-${group}`, from, middle - bar - 5, middle + bar + 5, { stroke: 'ink', width: 1.4 }),
		...MACHINES.flatMap((who, k): Mark[] => {
			const top = middle + (k ? 1.5 : -bar - 1.5);
			const end = x(values[who] * grow);
			const words = c.say('blind.share', { n: Math.round(values[who] * grow) });
			return [
				box(`blind-${who}-${group}`, { x: from, y: top, w: Math.max(1, end - from), h: bar }, LOOKS[who]),
				letter(`blind-n-${who}-${group}`, 'mono', end + 6, top + bar * 0.5 + size * 0.36, size, words, {
					fill: 'signal-text'
				})
			];
		})
	];
}

/** Somebody of the square as the group has them. */
const SHOWN: Record<Group, { key: string; pose: Pose; tall?: number }> = {
	walking: { key: 'simon', pose: 'walk' },
	standing: { key: 'nour', pose: 'stand' },
	seated: { key: 'marcel', pose: 'sit' },
	hidden: { key: 'teen3', pose: 'stand' },
	far: { key: 'tourist', pose: 'walk', tall: 0.5 }
};

function personOf(c: SceneContext, group: Group, plan: Plan, middle: number, opacity: number): Ink[] {
	const { key: name, pose, tall = 1 } = SHOWN[group];
	const person = c.recording.street.people.find((p) => p.key === name);
	if (!person) return [];
	const { phone } = c.view;
	const k = ((plan.pitch * 0.8) / 1.75) * tall;
	// Legs stretched out take their room.
	const x = plan.back.x + (phone ? 21 : 48) - (pose === 'sit' ? 0.25 * k : 0);
	const foot = middle + plan.pitch * 0.42 * (tall < 1 ? 0.55 : 1);
	const { look, height } = person;
	const one: Ink = { type: 'person', look, pose, x, y: foot, k, height, facing: 1, phase: 0.12, opacity };
	// Half hidden: behind somebody who stands before them.
	const before = c.recording.street.people.find((p) => p.key === 'teen1');
	return group === 'hidden' && before
		? [one, { ...one, look: before.look, height: before.height, x: x + k * 0.24, y: foot + 3 }]
		: [one];
}
