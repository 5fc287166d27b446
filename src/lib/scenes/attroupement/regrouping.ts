import type { Camera } from '../../camera/camera';
import { ease, mix, stagger } from '../../figure/motion';
import { letter, rows, wrap } from '../../figure/text';
import { group, slip } from '../../figure/marks';
import type { Frame, Mark, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { fromAbove, heatMarks, someoneOf } from './bodies';
import type { Read } from './cues';
import { peakOf } from '../../centre/stop';
import { countedAt, situations, type Counted } from './data';
import { above, middleOf, staging, onStage, zoneRect, type Point } from './layout';
import { banners, prints, STROLL } from './march';
import { counter, zone } from './zone';

/** Of the time of a change, how much two people who leave one after the other share. */
const OVERLAP = 0.85;

/** The same people, taken to the bakery, then into a march; the outline goes with them and reads the same. */
export function regrouping(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const now = peakOf(recording);
	const { down, k } = staging(view);
	const { inside: counted, outside } = countedAt(recording, now);
	const { queue, march } = situations(counted.length);
	const middle = middleOf(recording);
	const [toQueue, toMarch] = [at('toQueue'), at('toMarch')];
	const centreAt = (i: 0 | 1) => mix(mix(middle[i], queue.centre[i], ease(toQueue)), march.centre[i], ease(toMarch));
	const centre: Point = [centreAt(0), centreAt(1)];
	const camera = above(view, k, centre, down);
	const moved: Point = [centre[0] - middle[0], centre[1] - middle[1]];
	const walk = STROLL * at('walk');
	const places = placesOf(counted, camera, toQueue, toMarch, walk);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: 0.2, only: [] }] },
			{ marks: heatMarks(places, k, 1) },
			{ marks: zone(c, camera, 1, moved) },
			{ marks: others(c, outside, camera, k, at('others')) },
			{ marks: prints(places, k, at('prints'), walk) },
			{
				// They turn towards the counter, and stay turned: the march goes the same way.
				marks: someoneOf(recording, counted).map((who, i) =>
					fromAbove(who, places[i], k, 1, { counted: true, turned: stagger(toQueue, i, counted.length, OVERLAP) })
				)
			},
			{ marks: banners(places, k, at('banners')) },
			{ marks: counter(c, camera, counted.length, 1, moved) },
			{ marks: REASONS.flatMap((key, i) => reason(c, key, i, counted.length, at(key))) }
		),
		subject: [zoneRect(c, camera, moved)],
		says: c.say('says.three', { n: counted.length })
	};
}

/** Where each of them is on the stage, between the stop, the queue and the march. */
function placesOf(people: Counted[], camera: Camera, toQueue: number, toMarch: number, walk: number): Point[] {
	const { queue, march } = situations(people.length);
	return people.map((q, i): Point => {
		const a = stagger(toQueue, i, people.length, OVERLAP);
		const b = stagger(toMarch, i, people.length, OVERLAP);
		const x = mix(mix(q.x, queue.places[i][0], a), march.places[i][0], b) + walk;
		return onStage(x, mix(mix(q.y, queue.places[i][1], a), march.places[i][1], b), camera);
	});
}

/** Those who are not counted stay behind, and pale. */
function others({ recording }: SceneContext, outside: Counted[], camera: Camera, k: number, left: number): Mark[] {
	if (left <= 0) return [];
	return someoneOf(recording, outside).map((who, i) =>
		fromAbove(who, onStage(outside[i].x, outside[i].y, camera), k, left * 0.55)
	);
}

const REASONS = ['tram', 'queue', 'march'] as const;

/** What the rule says of one of the three, on a slip. */
function reason(c: SceneContext, key: (typeof REASONS)[number], i: number, n: number, shown: number): Mark[] {
	if (shown <= 0) return [];
	const { free: f, phone } = c.view;
	const gap = phone ? 6 : 14;
	const w = (f.w - 2 * gap) / 3;
	const h = phone ? 74 : 104;
	const x = f.x + i * (w + gap);
	const y = f.y + f.h - h + (phone ? 6 : 0);
	const inset = phone ? 6 : 14;
	const size = phone ? 14 : 22;
	const lines = wrap(c.say(`situation.${key}`), size, 'grot', w - (phone ? 10 : 24));
	const same = c.say(w < 270 ? 'situation.count.short' : 'situation.count', { n });
	const children = [
		slip('back', { x, y, w, h }),
		...rows('name-', 'grot', x + inset, y + size * 1.25, size, lines, size * 1.08),
		letter('same', 'mono', x + inset, y + h - (phone ? 9 : 16), phone ? 12 : 14, same, { fill: 'signal-text' })
	];
	return group(`situation-${key}`, children, { y: (1 - shown) * 40, opacity: shown });
}
