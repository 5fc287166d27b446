import { footOf, type Camera } from '../../camera/camera';
import { overlap } from '../../figure/inset';
import { mix, span } from '../../figure/motion';
import { measure } from '../../figure/text';
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
		{ type: 'path', key: 'cone', d, ...look },
		...feet.map(({ id, x, y }): Mark => ({
			type: 'circle',
			key: `foot-${id}`,
			x,
			y,
			r,
			fill: 'signal',
			stroke: 'paper',
			width: 1.2
		})),
		...(up > 0.7 ? metres(c, feet, span(up, 0.7, 1)) : [])
	];
}

const SIZE = 12;

/** Metres beside their feet, off one another: on the first of four sides that is free, or left out. */
function metres({ view: { shape, free, width, height } }: SceneContext, feet: Foot[], opacity: number): Mark[] {
	if (shape === 'phone') return [];
	const taken: Rect[] = [];
	return feet.flatMap(({ id, x, y, says: text }): Mark[] => {
		if (y <= 24 || x <= free.x || x >= width - 90) return [];
		const w = measure(text, SIZE, 'mono');
		const sides = [x + 9, x - 9 - w].flatMap((left) =>
			[y - 6, y + 15].map((foot): Rect => ({ x: left, y: foot - SIZE, w, h: SIZE * 1.25 }))
		);
		const side = sides.find((r) => r.x >= free.x && r.y + r.h < height && !taken.some((t) => overlap(r, t)));
		if (!side) return [];
		taken.push(side);
		return [
			{
				type: 'text',
				key: `foot-id-${id}`,
				x: side.x,
				y: side.y + SIZE,
				text,
				size: SIZE,
				font: 'mono',
				fill: 'signal-text',
				halo: 'paper',
				opacity
			}
		];
	});
}
