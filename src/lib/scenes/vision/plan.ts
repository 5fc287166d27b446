import { footOf, type Camera } from '../../camera/camera';
import { overlap } from '../../figure/inset';
import { letter, measure } from '../../figure/text';
import { disc, path } from '../../figure/marks';
import { mix, span } from '../../figure/motion';
import { groundPath, groundPoint } from '../../figure/trails';
import type { Mark, Rect, SceneContext } from '../../picture/frame';

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
export function plan(c: SceneContext, camera: Camera, now: number, up: number): Mark[] {
	const d = groundPath(COVERED, camera);
	const look = { fill: 'signal', fillOpacity: 0.06 * up, stroke: 'signal', width: 1.2, dash: '6 6', opacity: up };
	const feet = c.recording.boxesAt(now).flatMap((b): Foot[] => {
		const g = footOf(c.recording.camera, b);
		if (!g) return [];
		const { x, y } = groundPoint(g[0], g[1], camera);
		return [{ id: b.id, x, y, says: `${c.number(g[0], 1)} ; ${c.number(g[1], 1)}` }];
	});
	const r = mix(2, 4.5, up);
	return [
		path('cone', d, look),
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
