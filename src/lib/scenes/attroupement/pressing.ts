import { scaleLinear } from 'd3';
import { countsOf, peakOf, ZONE } from '../../centre/stop';
import { across, between, box, down, path } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { letter, letters } from '../../figure/text';
import type { Frame, Mark, Rect, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { anyone, fromAbove, someoneOf, type Someone } from './bodies';
import { crowdIn, degreesOf, type Pressed } from './crowd';
import type { Read } from './cues';
import { countedAt, DANGER, SIDE, situations, zoneArea } from './data';
import { above, middleOf, onStage, squareOf, staging, type Point } from './layout';
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
	const marching = march.places.map(([x, y]) => onStage(x + STROLL, y, camera));
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: mix(0.2, 0.55, come), only: [] }] },
			{ marks: ground(square, come) },
			{ marks: zone(c, camera, at('carried'), moved) },
			{ marks: counter(c, camera, counted.length, at('carried'), moved) },
			{ marks: people(someoneOf(recording, counted), bodies, marching, scale, come) },
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
	const look = { stroke: 'ink', width: 1, dash: '4 6', opacity: 0.35 * opacity };
	return [
		box('square', square, { fill: 'ground', stroke: 'ink', width: 2, opacity }),
		...[1, 2].flatMap((m): Mark[] => {
			const x = square.x + (m * square.w) / SIDE;
			const y = square.y + (m * square.w) / SIDE;
			return [
				between(`metre-x${m}`, [x, square.y], [x, square.y + square.h], look),
				between(`metre-y${m}`, [square.x, y], [square.x + square.w, y], look)
			];
		})
	];
}

/** Those of the march come into the square first, then others. */
const people = (first: Someone[], bodies: Pressed[], marching: Point[], scale: number, come: number): Mark[] =>
	bodies.map((b, i) => {
		const from = marching[i];
		if (!from) return fromAbove(anyone(i), [b.x, b.y], scale, b.in);
		return fromAbove(first[i], [mix(from[0], b.x, come), mix(from[1], b.y, come)], scale, b.in, {
			counted: come < 0.5,
			turned: 1 - come
		});
	});

/** How large the square is and how many stand in it; on a phone also what that means. */
function underSquare(c: SceneContext, square: Rect, n: number, opacity: number): Mark[] {
	const { free, phone } = c.view;
	const foot = square.y + square.h;
	const level = DANGER.findLast((d) => n / (SIDE * SIDE) >= d.density - 0.12);
	const danger = c.say(`danger.${level?.key ?? 'none'}`);
	const says = c.say('square.says', { n: Math.round(n) });
	const look = { opacity, fact: 'f24' };
	return [
		...(phone ? letters('danger-now', 'news', free.x, foot + 54, 17, danger, free.w, look) : []),
		letter('metres', 'mono', square.x, foot + (phone ? 26 : 44), phone ? 12 : 15, says, { opacity })
	];
}

/** Top of the scale, people a square metre. */
const TOP = 7.6;

/** Fruin's scale beside the square, with how dense it is now; `own` brings in what the rule sounded for at the stop. */
function densityScale(c: SceneContext, square: Rect, density: number, opacity: number, own: number): Mark[] {
	const { free: f, phone } = c.view;
	const x = square.x + square.w + (phone ? 20 : 46);
	const y = scaleLinear([0, TOP], [square.y + square.h, square.y]);
	const room = f.x + f.w - x - (phone ? 12 : 24);
	const line = (key: string, to: number, width: number): Mark =>
		down(key, x, y(0), y(to), { stroke: 'ink', width, opacity });
	const [off, long, half] = phone ? [5, 9, 6] : [8, 14, 9];
	const hand = `M${x - off} ${y(density)}l${-long} ${-half}v${2 * half}Z`;
	return [
		line('axis', TOP, 1.8),
		line('axis-now', density, phone ? 7 : 11),
		path('axis-hand', hand, { fill: 'ink', opacity }),
		...DANGER.flatMap((level, i) => degree(c, level, i, [x, y(level.density), room], density, opacity)),
		...ownDensity(c, x, y, room, opacity * own)
	];
}

/** One of Fruin's degrees: its mark, its number, and where there is room what it means. */
function degree(
	c: SceneContext,
	level: (typeof DANGER)[number],
	i: number,
	[x, y, room]: [number, number, number],
	density: number,
	opacity: number
): Mark[] {
	const { phone } = c.view;
	const reached = density >= level.density - 0.02;
	const value = c.say(phone ? 'density.short' : 'density', { d: c.number(level.density, 2) });
	const narrow = room < 190;
	const look = { opacity: opacity * ease(density, level.density - 0.35, level.density) };
	const says = c.say(`danger.${level.key}`);
	return [
		across(`level-${i}`, y, x - 6, x + 10, { stroke: 'ink', width: reached ? 2.4 : 1.4, opacity }),
		letter(`density-${i}`, 'mono', x + (phone ? 14 : 18), y + 5, phone ? 13 : 18, value, {
			opacity: opacity * (reached ? 1 : 0.55),
			fact: 'f24'
		}),
		...(phone
			? []
			: letters(`danger-${i}`, 'news', x + 18, y + (narrow ? 21 : 27), narrow ? 14.5 : 18, says, room, look))
	];
}

/** The tram stop's own density, at the moment the rule sounds, on the same scale. */
function ownDensity(c: SceneContext, x: number, y: (d: number) => number, room: number, opacity: number): Mark[] {
	const { recording, view } = c;
	const peak = peakOf(recording);
	const area = zoneArea(recording);
	const density = peak >= 0 && area > 0 ? countsOf(recording, ZONE)[peak] / area : 0;
	const own = y(density);
	const d = c.number(density, 1);
	const look = { fill: 'signal-text', opacity };
	const [aside, over, size, text] = view.phone
		? [14, 12, 12, c.say('own.density.short', { d })]
		: [18, 2, 14, c.say('own.density', { d })];
	return [
		across('own', own, x - 6, x + 10, { stroke: 'signal', width: 3, opacity }),
		...letters('own-says', 'mono', x + aside, own - over, size, text, room, look)
	];
}
