import type { Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { ease, mix, span } from '../../figure/motion';
import { bodyRect, placed, viewBox } from '../../figure/square';
import type { Frame, Mark, Rect, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { FIRST_RUN, type Read } from './cues';
import { centreOf, mistakesOf, nearness, type Mistake } from './failures';
import { focusOf, mast, risen } from './layout';
import { around, heads, sentences, verdict } from './verdict';

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
		...verdict(view, around(viewBox(box, camera), ...people.map(bodyRect)), sentences(c, mistake), told)
	];
}
