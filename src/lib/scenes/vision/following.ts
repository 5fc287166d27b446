import { footOf, type Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { disc, overlap, path } from '../../figure/marks';
import { mix, span } from '../../figure/motion';
import { bodyRect, placePeople, type Placed } from '../../figure/square';
import { letter, measure } from '../../figure/text';
import { groundPath, groundPoint, trailInk } from '../../figure/trails';
import type { Frame, Mark, Rect, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { stack } from '../layers';
import type { Read } from './cues';
import { risen } from './layout';
import { caption } from './words';

/** How far the street is veiled, whom it is about, and where they are. From above somebody on a bench is a dot. */
const STEPS: Record<string, { veil: number; who: string; place: (p: Placed) => Rect }> = {
	tracks: { veil: 0.3, who: 'nour', place: bodyRect },
	ground: { veil: 0.2, who: 'josette', place: ({ x, y }) => ({ x: x - 12, y: y - 12, w: 24, h: 24 }) }
};

/** Numbered boxes leave trails; then the camera climbs until they are feet on the ground. */
export function following(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const { veil, who, place } = latest(c, STEPS);
	const now = recording.moments.explain + 100 * at('followed') + 10 * at('on');
	const up = at('up');
	const camera = risen(view, up);
	const label = ({ id }: { id: number }) => c.say('person.number', { id: String(id) });
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil }] },
			{ ink: trailInk(recording, now, camera, 12 * at('trails'), 0.9) },
			up === 0 && { marks: boxMarks(recording, now, camera, { label, opacity: at('numbers') }) },
			up > 0.02 && { marks: plan(c, camera, now, up) },
			{ marks: caption(c, c.say('layer.plan'), at('plan')) }
		),
		subject: placePeople(recording, now, camera, [who]).map(place)
	};
}

/** What the lens covers, on the ground. Metres. */
const COVERED: [number, number][] = [
	[-9.6, 0.2],
	[9.6, 0.2],
	[29, 26.9],
	[-29, 26.9]
];

/** Feet under a box: on the stage, and what they are in metres. */
interface Foot {
	id: number;
	x: number;
	y: number;
	says: string;
}

/** Where the program has people's feet, with their metres once the eye is nearly `up`; what the lens covers, under them. */
function plan(c: SceneContext, camera: Camera, now: number, up: number): Mark[] {
	const look = { fill: 'signal', fillOpacity: 0.06 * up, stroke: 'signal', width: 1.2, dash: '6 6', opacity: up };
	const feet = c.recording.boxesAt(now).flatMap((b): Foot[] => {
		const g = footOf(c.recording.camera, b);
		if (!g) return [];
		const { x, y } = groundPoint(g[0], g[1], camera);
		return [{ id: b.id, x, y, says: `${c.number(g[0], 1)} ; ${c.number(g[1], 1)}` }];
	});
	const r = mix(2, 4.5, up);
	return [
		path('cone', groundPath(COVERED, camera), look),
		...feet.map(({ id, x, y }): Mark => disc(`foot-${id}`, x, y, r, { fill: 'signal', stroke: 'paper', width: 1.2 })),
		...(up > 0.7 ? metres(c, feet, span(up, 0.7, 1)) : [])
	];
}

/** Metres beside their feet, off one another: on the first of four sides that is free, or left out. */
function metres({ view }: SceneContext, feet: Foot[], opacity: number): Mark[] {
	const { phone, shape, free, width, height } = view;
	if (phone) return [];
	const size = shape === 'tall' ? 14 : 12;
	// What the caption lies on, on an upright tablet; beside a text it is above them all.
	const taken: Rect[] = shape === 'tall' ? [{ x: 0, y: 0, w: width, h: 76 }] : [];
	return feet.flatMap(({ id, x, y, says: text }): Mark[] => {
		if (y <= 24 || x <= free.x || x >= width - 90) return [];
		const w = measure(text, size, 'mono');
		const sides = [x + 9, x - 9 - w].flatMap((left) =>
			[y - 6, y + 15].map((foot): Rect => ({ x: left, y: foot - size, w, h: size * 1.25 }))
		);
		const side = sides.find((r) => r.x >= free.x && r.y + r.h < height && !taken.some((t) => overlap(r, t)));
		if (!side) return [];
		taken.push(side);
		const look = { weight: 500, fill: 'signal-text', halo: 'paper', opacity };
		return [letter(`foot-id-${id}`, 'mono', side.x, side.y + size, size, text, look)];
	});
}
