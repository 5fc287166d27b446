import { scaleSqrt } from 'd3';
import { letter, measure } from '../../figure/text';
import { across, disc, down, slip } from '../../figure/marks';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import { LONGEST, TICKS } from './data';

/** Where the scale lies, at the foot of the stage. */
export function scaleRect({ free: f, phone }: View): Rect {
	const h = phone ? 98 : 146;
	return { x: f.x, y: f.y + f.h - h - (phone ? -6 : 6), w: f.w, h };
}

/** The scale of the threshold, with the makers' own settings on it, and how many people it takes at this instant. */
export function scale(c: SceneContext, seconds: number, people: number, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const { free: f, phone } = c.view;
	const inset = phone ? 16 : 40;
	const x = scaleSqrt([1, LONGEST], [f.x + inset, f.x + f.w - inset]);
	const back = scaleRect(c.view);
	const { y: top, h } = back;
	const y = top + (phone ? 50 : 74);
	const now = x(seconds);
	const legend = { x: back.x + (phone ? 12 : 22), y: top + h - (phone ? 6 : 10), size: phone ? 12 : 14 };
	const text = c.say('scale.now', { s: Math.round(seconds), people });
	const size = phone ? 15 : 22;
	const half = measure(text, size, 'mono') / 2 + 10;
	return [
		slip('scale-back', back, { opacity }),
		across('scale', y, x(1), x(LONGEST), { stroke: 'ink', width: 1.6, opacity }),
		across('scale-on', y, now, x(LONGEST), { stroke: 'signal', width: 5, opacity }),
		// Every other name hangs lower, off its neighbours.
		...TICKS.flatMap((t, i) => tick(c, t, x(t.seconds), y, i % 2 === 1, opacity)),
		disc('scale-knob', now, y, phone ? 8 : 11, { fill: 'paper', stroke: 'ink', width: 2.2, opacity }),
		letter(
			'scale-value',
			'mono',
			Math.max(f.x + half, Math.min(f.x + f.w - half, now)),
			top + (phone ? 22 : 36),
			size,
			text,
			{ anchor: 'middle', fill: 'signal-text', opacity }
		),
		hollow('scale-hollow', legend.x, legend.y - legend.size * 0.34, phone, opacity),
		letter('scale-legend', 'news', legend.x + legend.size * 0.8, legend.y, legend.size, c.say('scale.hollow'), {
			opacity
		})
	];
}

const hollow = (key: string, x: number, y: number, phone: boolean, opacity: number): Mark =>
	disc(key, x, y, phone ? 3.4 : 5, { fill: 'paper', stroke: 'ink', width: 1.8, opacity });

/** A setting is a line across the scale; what is none has a hollow disc on it. */
function tick(
	c: SceneContext,
	{ key, hollow: open }: (typeof TICKS)[number],
	x: number,
	y: number,
	low: boolean,
	opacity: number
): Mark[] {
	const at = c.view.phone ? TICK.phone : TICK.wide;
	const words = y + (low ? at.lowWords : at.words);
	return [
		down(`tick-${key}`, x, y - at.up, y + (low ? at.low : at.up), { stroke: 'ink', width: 1.5, opacity }),
		...(open ? [hollow(`tick-open-${key}`, x, y, c.view.phone, opacity)] : []),
		letter(`tick-text-${key}`, 'mono', x, words, at.size, c.say(`tick.${key}`), { anchor: 'middle', opacity })
	];
}

/** How far a tick and its name stand off the scale, pixels. */
const TICK = {
	phone: { up: 5, low: 18, words: 17, lowWords: 28, size: 12 },
	wide: { up: 9, low: 30, words: 26, lowWords: 44, size: 14 }
};
