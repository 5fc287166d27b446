import { scaleLinear, type ScaleLinear } from 'd3';
import { letter, letters } from '../../figure/text';
import { across, down, path } from '../../figure/marks';
import { ease } from '../../figure/motion';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import { countsOf, peakOf, ZONE } from '../../centre/stop';
import { DANGER, zoneArea } from './data';

/** Where the scale stands beside the square, and the room its words have. */
interface Ruler {
	x: number;
	y: ScaleLinear<number, number>;
	room: number;
}

const TOP = 7.6;

function rulerOf({ view: { free: f, phone } }: SceneContext, square: Rect): Ruler {
	const x = square.x + square.w + (phone ? 20 : 46);
	return {
		x,
		y: scaleLinear([0, TOP], [square.y + square.h, square.y]),
		room: f.x + f.w - x - (phone ? 12 : 24)
	};
}

/** Fruin's scale beside the square, with how dense it is now; `own` brings in what the rule sounded for at the stop. */
export function densityScale(c: SceneContext, square: Rect, density: number, opacity: number, own: number): Mark[] {
	const ruler = rulerOf(c, square);
	return [
		...axis(c, ruler, density, opacity),
		...DANGER.flatMap((_, i) => degree(c, ruler, i, density, opacity)),
		...ownDensity(c, ruler, opacity * own)
	];
}

function axis({ view }: SceneContext, { x, y }: Ruler, density: number, opacity: number): Mark[] {
	const { phone } = view;
	const line = (key: string, to: number, width: number): Mark =>
		down(key, x, y(0), y(to), { stroke: 'ink', width, opacity });
	return [
		line('axis', TOP, 1.8),
		line('axis-now', density, phone ? 7 : 11),
		path(
			'axis-hand',
			`M${x - (phone ? 5 : 8)} ${y(density)}l${phone ? -9 : -14} ${phone ? -6 : -9}v${phone ? 12 : 18}Z`,
			{ fill: 'ink', opacity }
		)
	];
}

/** One of Fruin's degrees: its mark, its number, and where there is room what it means. */
function degree(c: SceneContext, { x, y, room }: Ruler, i: number, density: number, opacity: number): Mark[] {
	const { phone } = c.view;
	const level = DANGER[i];
	const at = y(level.density);
	const reached = density >= level.density - 0.02;
	const value = c.say(phone ? 'density.short' : 'density', { d: c.number(level.density, 2) });
	const narrow = room < 190;
	const marks: Mark[] = [
		across(`level-${i}`, at, x - 6, x + 10, { stroke: 'ink', width: reached ? 2.4 : 1.4, opacity }),
		letter(`density-${i}`, 'mono', x + (phone ? 14 : 18), at + 5, phone ? 13 : 18, value, {
			opacity: opacity * (reached ? 1 : 0.55),
			fact: 'f24'
		})
	];
	if (phone) return marks;
	const says = c.say(`danger.${level.key}`);
	return [
		...marks,
		...letters(`danger-${i}`, 'news', x + 18, at + (narrow ? 21 : 27), narrow ? 14.5 : 18, says, room, {
			opacity: opacity * ease(density, level.density - 0.35, level.density)
		})
	];
}

/** The tram stop's own density, at the moment the rule sounds, on the same scale. */
function ownDensity(c: SceneContext, { x, y, room }: Ruler, opacity: number): Mark[] {
	const { phone } = c.view;
	const { recording } = c;
	const peak = peakOf(recording);
	const area = zoneArea(recording);
	const own = peak >= 0 && area > 0 ? countsOf(recording, ZONE)[peak] / area : 0;
	const text = c.say(phone ? 'own.density.short' : 'own.density', { d: c.number(own, 1) });
	return [
		across('own', y(own), x - 6, x + 10, { stroke: 'signal', width: 3, opacity }),
		...letters('own-says', 'mono', x + (phone ? 14 : 18), y(own) - (phone ? 12 : 2), phone ? 12 : 14, text, room, {
			fill: 'signal-text',
			opacity
		})
	];
}
