import { between } from '../../figure/marks';
import { groundPoint } from '../../figure/trails';
import type { Frame, Mark, Rect, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { anyone, fromAbove, someoneOf } from './bodies';
import { crowdIn, degreesOf, type Pressed } from './crowd';
import type { Read } from './cues';
import { peakOf } from '../../centre/stop';
import { letter, letters } from '../../figure/text';
import { mix } from '../../figure/motion';
import { countedAt, DANGER, SIDE, situations, type Counted } from './data';
import { densityScale } from './density';
import { above, middleOf, squareOf, staging, type Point } from './layout';
import { banners, STROLL } from './march';
import { counter, zone } from './zone';

/** People are added to nine square metres, to the scale they are drawn at, until they touch. */
export function pressing(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const now = peakOf(recording);
	const counted = countedAt(recording, now).inside;
	const { march } = situations(counted.length);
	const square = squareOf(view);
	const come = at('square');
	const { down, k } = staging(view);
	const scale = mix(k, square.w / SIDE, come);
	const camera = above(view, scale, march.centre, {
		x: mix(down.x, square.x + square.w / 2, come),
		y: mix(down.y, square.y + square.h / 2, come)
	});
	const { bodies, n } = crowdIn(square, counted.length, degreesOf(at));
	const density = n / (SIDE * SIDE);
	const middle = middleOf(recording);
	const moved: Point = [march.centre[0] - middle[0], march.centre[1] - middle[1]];
	const marching = march.places.map(([x, y]): Point => {
		const p = groundPoint(x + STROLL, y, camera);
		return [p.x, p.y];
	});
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: mix(0.2, 0.55, come), only: [] }] },
			{ marks: ground(square, come) },
			{ marks: zone(c, camera, at('carried'), moved) },
			{ marks: counter(c, camera, counted.length, at('carried'), moved) },
			{ marks: people(c, counted, bodies, marching, scale, come) },
			{ marks: banners(marching, scale, at('carried')) },
			{ marks: densityScale(c, square, density, come, at('own')) },
			{ marks: underSquare(c, square, n, come) }
		),
		subject: [square],
		says: c.say('says.density', { d: c.number(density, 1), n: Math.round(n) })
	};
}

/** The square of three metres, each metre marked. */
function ground(square: Rect, opacity: number): Mark[] {
	const scale = square.w / SIDE;
	const line = (key: string, x1: number, x2: number, y1: number, y2: number): Mark =>
		between(key, [x1, y1], [x2, y2], { stroke: 'ink', width: 1, dash: '4 6', opacity: 0.35 * opacity });
	return [
		{ type: 'rect', key: 'square', ...square, fill: 'ground', stroke: 'ink', width: 2, opacity },
		...[1, 2].flatMap((m): Mark[] => {
			const x = square.x + m * scale;
			const y = square.y + m * scale;
			return [
				line(`metre-x${m}`, x, x, square.y, square.y + square.h),
				line(`metre-y${m}`, square.x, square.x + square.w, y, y)
			];
		})
	];
}

/** Those of the march come into the square first, then others. */
function people(
	{ recording }: SceneContext,
	counted: Counted[],
	bodies: Pressed[],
	marching: Point[],
	scale: number,
	come: number
): Mark[] {
	const first = someoneOf(recording, counted);
	return bodies.map((b, i) => {
		const from = i < counted.length ? marching[i] : null;
		return fromAbove(first[i] ?? anyone(i), from ? [mix(from[0], b.x, come), mix(from[1], b.y, come)] : [b.x, b.y], {
			scale,
			counted: from !== null && come < 0.5,
			opacity: b.in,
			turned: from ? 1 - come : 0
		});
	});
}

/** How large the square is and how many stand in it; on a phone also what that means. */
function underSquare(c: SceneContext, square: Rect, n: number, opacity: number): Mark[] {
	const { free, phone } = c.view;
	const foot = square.y + square.h;
	const level = DANGER.findLast((d) => n / (SIDE * SIDE) >= d.density - 0.12);
	return [
		...(phone
			? letters('danger-now', 'news', free.x, foot + 54, 17, c.say(`danger.${level?.key ?? 'none'}`), free.w, {
					opacity,
					fact: 'f24'
				})
			: []),
		letter(
			'metres',
			'mono',
			square.x,
			foot + (phone ? 26 : 44),
			phone ? 12 : 15,
			c.say('square.says', { n: Math.round(n) }),
			{ opacity }
		)
	];
}
