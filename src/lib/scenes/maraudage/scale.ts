import { scaleSqrt } from 'd3';
import { letter } from '../../figure/lettering';
import { across, down } from '../../figure/line';
import { slip } from '../../figure/slip';
import { measure } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
import { LONGEST, TICKS } from './data';

/** The scale of the threshold, with the makers' own settings on it, and how many people it takes at this instant. */
export function scale(c: SceneContext, seconds: number, people: number, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const { free: f, shape } = c.view;
	const phone = shape === 'phone';
	const inset = phone ? 16 : 40;
	const x = scaleSqrt([1, LONGEST], [f.x + inset, f.x + f.w - inset]);
	const h = phone ? 92 : 130;
	const top = f.y + f.h - h - (phone ? -6 : 6);
	const y = top + h * 0.6;
	const now = x(seconds);
	const text = c.say('scale.now', { s: Math.round(seconds), people });
	const size = phone ? 15 : 22;
	const half = measure(text, size, 'mono') / 2 + 10;
	return [
		slip('scale-back', { x: f.x, y: top, w: f.w, h }, { opacity }),
		across('scale', y, x(1), x(LONGEST), { stroke: 'ink', width: 1.6, opacity }),
		across('scale-on', y, now, x(LONGEST), { stroke: 'signal', width: 5, opacity }),
		{
			type: 'circle',
			key: 'scale-knob',
			x: now,
			y,
			r: phone ? 8 : 11,
			fill: 'paper',
			stroke: 'ink',
			width: 2.2,
			opacity
		},
		letter(
			'scale-value',
			'mono',
			Math.max(f.x + half, Math.min(f.x + f.w - half, now)),
			top + (phone ? 22 : 36),
			size,
			text,
			{ anchor: 'middle', fill: 'signal-text', opacity }
		),
		// Every other name hangs lower, off its neighbours.
		...TICKS.flatMap((t, i) => tick(c, t.key, x(t.seconds), y, i % 2 === 1, opacity))
	];
}

function tick(c: SceneContext, key: string, x: number, y: number, low: boolean, opacity: number): Mark[] {
	const at = c.view.shape === 'phone' ? TICK.phone : TICK.wide;
	const words = y + (low ? at.lowWords : at.words);
	return [
		down(`tick-${key}`, x, y - at.up, y + (low ? at.low : at.up), { stroke: 'ink', width: 1.5, opacity }),
		letter(`tick-text-${key}`, 'mono', x, words, at.size, c.say(`tick.${key}`), { anchor: 'middle', opacity })
	];
}

/** How far a tick and its name stand off the scale, pixels. */
const TICK = {
	phone: { up: 5, low: 18, words: 17, lowWords: 30, size: 12 },
	wide: { up: 9, low: 30, words: 26, lowWords: 44, size: 14 }
};
