import { scaleLinear, scaleSqrt } from 'd3';
import { across, box, disc, down, slip } from '../../figure/marks';
import { letter, measure } from '../../figure/text';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import { flagged, longest, LONGEST, thresholdOf, TICKS } from './data';

/** Where the scale lies, at the foot of the stage. */
export function scaleRect({ free: f, phone }: View): Rect {
	const h = phone ? 98 : 146;
	return { x: f.x, y: f.y + f.h - h - (phone ? -6 : 6), w: f.w, h };
}

/** Its left and right end. */
function endsOf({ free: f, phone }: View): [number, number] {
	const inset = phone ? 16 : 40;
	return [f.x + inset, f.x + f.w - inset];
}

/** Words over a place on the scale, `pad` pixels off either end of the stage at least. */
function words(
	{ free: f }: View,
	key: string,
	at: number,
	y: number,
	size: number,
	text: string,
	pad: number,
	fill: string
): Mark {
	const half = measure(text, size, 'mono') / 2 + pad;
	const x = Math.max(f.x + half, Math.min(f.x + f.w - half, at));
	return letter(key, 'mono', x, y, size, text, { anchor: 'middle', fill });
}

/** The scale of the threshold, with the makers' own settings on it, and how many people it takes at this instant. */
export function scale(c: SceneContext, seconds: number, people: number): Mark[] {
	const { phone } = c.view;
	const back = scaleRect(c.view);
	const x = scaleSqrt([1, LONGEST], endsOf(c.view));
	const y = back.y + (phone ? 47 : 74);
	const now = x(seconds);
	const legend = { x: back.x + (phone ? 12 : 22), y: back.y + back.h - (phone ? 6 : 10), size: phone ? 12 : 14 };
	const text = c.say('scale.now', { s: Math.round(seconds), people });
	return [
		slip('scale-back', back),
		across('scale', y, x(1), x(LONGEST), { stroke: 'ink', width: 1.6 }),
		across('scale-on', y, now, x(LONGEST), { stroke: 'signal', width: 5 }),
		// Every other name hangs lower, off its neighbours.
		...TICKS.flatMap((t, i) => tick(c, t, x(t.seconds), y, i % 2 === 1)),
		disc('scale-knob', now, y, phone ? 8 : 11, { fill: 'paper', stroke: 'ink', width: 2.2 }),
		words(c.view, 'scale-value', now, back.y + (phone ? 22 : 36), phone ? 15 : 22, text, 10, 'signal-text'),
		hollow('scale-hollow', legend.x, legend.y - legend.size * 0.34, phone),
		letter('scale-legend', 'news', legend.x + legend.size * 0.8, legend.y, legend.size, c.say('scale.hollow'))
	];
}

const hollow = (key: string, x: number, y: number, phone: boolean): Mark =>
	disc(key, x, y, phone ? 3.4 : 5, { fill: 'paper', stroke: 'ink', width: 1.8 });

/** How far a tick and its name stand off the scale, pixels. */
const TICK = {
	phone: { up: 5, low: 21, words: 19, lowWords: 31, size: 12 },
	wide: { up: 9, low: 30, words: 26, lowWords: 44, size: 14 }
};

/** A setting is a line across the scale; what is none has a hollow disc on it. */
function tick(
	c: SceneContext,
	{ key, hollow: open }: (typeof TICKS)[number],
	x: number,
	y: number,
	low: boolean
): Mark[] {
	const { phone } = c.view;
	const at = phone ? TICK.phone : TICK.wide;
	return [
		down(`tick-${key}`, x, y - at.up, y + (low ? at.low : at.up), { stroke: 'ink', width: 1.5 }),
		...(open ? [hollow(`tick-open-${key}`, x, y, phone)] : []),
		letter(`tick-text-${key}`, 'mono', x, y + (low ? at.lowWords : at.words), at.size, c.say(`tick.${key}`), {
			anchor: 'middle'
		})
	];
}

/** What the reader said of thirty seconds, and how many people the threshold takes: two places on one line of people. */
export function guessed(c: SceneContext, guess: number): Mark[] {
	const { phone } = c.view;
	const back = scaleRect(c.view);
	const seconds = thresholdOf(c.params);
	const people = flagged(c.recording, seconds).length;
	const x = scaleLinear([0, Math.max(longest(c.recording).length, guess)], endsOf(c.view));
	const y = back.y + back.h / 2;
	const [own, theirs] = [x(guess), x(people)];
	const size = phone ? 14 : 19;
	const off = phone ? 14 : 20;
	const [said, told] = [c.say('guess.said', { n: guess }), c.say('scale.now', { s: seconds, people })];
	return [
		slip('guess-back', back),
		across('guess-all', y, x(0), x.range()[1], { stroke: 'ink', width: 1.6 }),
		box('guess-people', { x: x(0), y: y - 5, w: theirs - x(0), h: 10 }, { fill: 'signal' }),
		down('guess-own', own, y - off, y + 8, { stroke: 'ink', width: 2.2 }),
		disc('guess-knob', own, y - off, phone ? 5 : 7, { fill: 'paper', stroke: 'ink', width: 2.2 }),
		words(c.view, 'guess-said', own, back.y + (phone ? 20 : 32), size, said, 8, 'ink'),
		words(c.view, 'guess-told', theirs, back.y + back.h - off, size, told, 8, 'signal-text')
	];
}
