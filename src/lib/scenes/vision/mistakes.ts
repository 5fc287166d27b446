import { SENSOR_HEIGHT, SENSOR_WIDTH, type Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { disc, faded, overlap, slip } from '../../figure/marks';
import { ease, mix, span } from '../../figure/motion';
import { bodyRect, placed, viewBox, type Placed } from '../../figure/square';
import { letter, measure, wrap, rows } from '../../figure/text';
import type { Frame, Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Box, Moment, Recording } from '../../recording/types';
import { stack } from '../layers';
import { FIRST_RUN, type Read } from './cues';
import { focusOf, mast, risen } from './layout';

/** Frames of the street before a failure that are shown on the way to it. */
const LEAD = 14;

/** The failures one after the other: down from the plan to the first, then across from one to the next. */
export function mistakes(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const list = mistakesOf(recording);
	if (!list.length) return none(c);
	const place = at('through') * list.length;
	const i = Math.min(list.length - 1, Math.floor(place));
	const own = place - i;
	const way = i === 0 ? at('back') : ease(own, 0, 0.24);
	// Time runs to each moment while the eye goes there, back or on, and through the last second before it at its pace.
	const until = list[i].moment.frame - LEAD;
	const run = i === 0 ? span(own, FIRST_RUN.from * list.length, FIRST_RUN.to) : span(own, 0.24, 0.5);
	const from = i === 0 ? recording.moments.explain + 110 : list[i - 1].moment.frame;
	const now = way < 1 ? mix(from, until, way) : until + LEAD * run;
	const camera = cameraTo(c, list, i, way);
	const leaving = i > 0 && way < 0.5;
	const shown = leaving ? list[i - 1] : list[i];
	const level = i > 0 || way === 1;
	const told = leaving ? 1 - ease(way, 0, 0.3) : level ? ease(own, 0.36, 0.48) : 0;
	const { truth, said } = sentences(c, shown);
	const r = viewBox(shown.box, camera);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.5, veil: 0.12 }] },
			level && { marks: wrong(c, shown, now, camera, told) }
		),
		subject: level ? [{ ...r, h: Math.min(r.h, view.height - r.y) }] : undefined,
		says: `${truth} ${said}`
	};
}

/** The machine without a mistake of these kinds, in a recording that has none. */
function none({ recording, view }: SceneContext): Frame {
	const camera = mast(view);
	const at = recording.moments.explain;
	return {
		night: 0,
		ink: [{ type: 'street', camera, at, drained: 0.7, veil: 0.2 }],
		marks: boxMarks(recording, at, camera)
	};
}

/** On the way to failure `i` from the one before, a little back from both between them; to the first, from the plan. */
function cameraTo({ recording, view }: SceneContext, list: Mistake[], i: number, way: number): Camera {
	const near = nearness(recording, view, list[i]);
	const [x, y] = centreOf(list[i]);
	const [x0, y0] = i === 0 ? focusOf(view) : centreOf(list[i - 1]);
	const zoom =
		i === 0
			? mix(1, near, way)
			: mix(nearness(recording, view, list[i - 1]), near, way) - 0.9 * Math.sin(Math.PI * way);
	return risen(view, i === 0 ? 1 - way : 0, Math.max(1, zoom), [mix(x0, x, way), mix(y0, y, way)]);
}

/** The box that is wrong, with its number, over the others; who really stands there, and the sentences. */
function wrong(c: SceneContext, mistake: Mistake, now: number, camera: Camera, told: number): Mark[] {
	const { recording, view } = c;
	const { moment, key, box } = mistake;
	const own = boxMarks(recording, now, camera, {
		only: (b) => b.id === moment.track,
		hot: () => true,
		label: (b) => c.say('person.number', { id: String(b.id) }),
		size: view.phone ? 13 : 17
	});
	const chip = own.find((m) => m.type === 'rect' && m.key === `chip-${moment.track}`) as Rect | undefined;
	const people = placed(recording, now, camera, moment.people);
	return [
		...boxMarks(recording, now, camera, { only: (b) => b.id !== moment.track, opacity: 0.4 }),
		...own.map((m) => ({ ...m, key: `hot-${m.key}` })),
		...(key === 'merge' ? heads(view, people, chip, told) : []),
		...faded(told, verdict(view, around(viewBox(box, camera), ...people.map(bodyRect)), sentences(c, mistake)))
	];
}

/** A failure of the program: when, of which kind (the key of its labels), and the box that is wrong. */
export interface Mistake {
	moment: Moment;
	key: 'merge' | 'ghost' | 'switch';
	box: Box;
}

/** The failures of a recording that have their box, in the order they are shown. */
export const mistakesOf = ({ moments, boxesAt }: Recording): Mistake[] =>
	(['merge', 'ghost', 'switch'] as const).flatMap((key) => {
		const moment = moments[key];
		const box = moment && boxesAt(moment.frame).find((b) => b.id === moment.track);
		return box ? [{ moment, key, box }] : [];
	});

/** The middle of its box, in fractions of the camera's picture. */
export const centreOf = ({ box }: Mistake): [number, number] => [
	(box.x + box.w / 2) / SENSOR_WIDTH,
	Math.min(0.94, (box.y + box.h / 2) / SENSOR_HEIGHT)
];

/** How near it is looked at: its box takes up about a third of the picture's height. */
export function nearness(recording: Recording, view: View, { box }: Mistake): number {
	const [least, most] = view.phone ? [1.6, 4.5] : [2, 6];
	const s = mast(view).f / recording.camera.f;
	return Math.max(least, Math.min(most, (0.34 * view.height) / (box.h * s)));
}

/** The number the same person had before this track, if the recording has one. */
function before({ tracks }: Recording, { moment }: Mistake): number | null {
	const own = tracks.find((t) => t.id === moment.track);
	const earlier = tracks
		.filter((t) => own && t.id !== own.id && t.person === moment.people[0] && t.to <= moment.frame)
		.sort((a, b) => b.to - a.to)[0];
	return earlier?.id ?? null;
}

/** What really happened, and what the machine said. */
function sentences(c: SceneContext, mistake: Mistake): { truth: string; said: string } {
	const { moment, key } = mistake;
	const who = c.recording.street.people[moment.people[0]]?.key;
	const name = key === 'switch' && who ? c.say(`${who}.name`) : '';
	const number = String(before(c.recording, mistake) ?? '?');
	return {
		truth: c.say(`fails.${key}${key === 'switch' && !name ? '.other' : ''}`, { people: moment.people.length, name }),
		said: c.say(`fails.${key}.said`, { id: String(moment.track), before: number })
	};
}

/** Ink figures over the heads of those who really stand there, and clear of the number the machine has on them. */
function heads(view: View, people: Placed[], chip: Rect | undefined, opacity: number): Mark[] {
	const r = view.phone ? 10 : 14;
	const look = { weight: 500, anchor: 'middle', opacity } as const;
	return people.flatMap(({ x, top }, i): Mark[] => {
		const above = top - r * 1.5;
		const hidden = chip && overlap(chip, { x: x - r, y: above - r, w: 2 * r, h: 2 * r });
		const y = hidden ? chip.y - r - 2 : above;
		return [
			disc(`head-${i}`, x, y, r, { fill: 'paper', stroke: 'ink', width: 1.6, opacity }),
			letter(`head-text-${i}`, 'grot', x, y + r * 0.42, Math.max(12, r * 1.15), String(i + 1), look)
		];
	});
}

/** The rectangle around some. */
function around(...all: Rect[]): Rect {
	const x = Math.min(...all.map((q) => q.x));
	const y = Math.min(...all.map((q) => q.y));
	return { x, y, w: Math.max(...all.map((q) => q.x + q.w)) - x, h: Math.max(...all.map((q) => q.y + q.h)) - y };
}

/** What happened, in ink, and what the machine said, in its own hand and colour, on one slip beside a rectangle. */
function verdict(view: View, r: Rect, { truth, said }: ReturnType<typeof sentences>): Mark[] {
	const { phone } = view;
	const size = phone ? 15 : 22;
	const mono = phone ? 12.5 : 16;
	const max = phone ? 240 : 400;
	const lines = wrap(truth, size, 'grot', max);
	const machine = wrap(said, mono, 'mono', max);
	const widths = [...lines.map((l) => measure(l, size, 'grot')), ...machine.map((l) => measure(l, mono, 'mono'))];
	const w = Math.max(...widths) + 26;
	const h = lines.length * size * 1.16 + machine.length * mono * 1.3 + 26;
	const left = phone ? 8 : view.free.x;
	const x = Math.max(left, Math.min(view.width - w - 12, r.x + r.w / 2 - w / 2));
	const bottom = view.height - { phone: 10, tall: 28, wide: 74 }[view.shape];
	const y = r.y + r.h + 20 + h < bottom ? r.y + r.h + 20 : Math.max(10, r.y - h - (phone ? 34 : 56));
	const spoken = y + 16 + lines.length * size * 1.14;
	return [
		slip('fail-back', { x, y, w, h }, { width: 1.8 }),
		...rows('fail-', 'grot', x + 13, y + 8 + size * 1.1, size, lines, size * 1.1, { weight: 500 }),
		...rows('fail-said-', 'mono', x + 13, spoken + mono * 1.04, mono, machine, mono * 1.3, { fill: 'signal-text' })
	];
}
