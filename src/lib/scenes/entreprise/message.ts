import { AMBER } from '../../figure/colours';
import { LAMP } from '../../figure/firm/colours';
import { DESKS, screenOf } from '../../figure/firm/furniture';
import { laid, px, py, sketch, type Section } from '../../figure/firm/section';
import { letter } from '../../figure/lettering';
import { ease } from '../../figure/motion';
import { slab } from '../../figure/place';
import { wrap } from '../../figure/text';
import type { Ink, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { cableInk, LENGTH, ROUTE, STOPS } from './cable';
import { note, sizeOf, type Words } from './note';
import { WHITE } from './screens';

const SENDER = ROUTE[0];
const SELLER = 3;
/** A reply begun, and the grey of what is written small. */
const BEGUN = '#E6E1D6';
const WRITING = '#6B645B';

interface Moment {
	/** The sender's bubble. */
	written: number;
	/** The message's way along the cable. */
	run: number;
	/** Replies begun and given up, one after the other. */
	typing: number;
	/** The one that is sent. */
	sent: number;
	/** All of it is there; goes at the end. */
	messages: number;
}

/** The message runs from desk to desk and floor to floor; replies are begun and given up; one is sent, about sales. */
export function messages(c: SceneContext, s: Section, m: Moment): Layer {
	// Past the end of the cable, so that the last desk gets it whole.
	const run = (LENGTH + 1.7) * m.run;
	const opacity = m.messages;
	const bubbles = ROUTE.map((index, i) => {
		const come = index === SENDER ? m.written : ease(run, STOPS[i], STOPS[i] + 1.6);
		return { index, i, come, ...corner(index) };
	}).filter(({ come }) => come > 0);
	const drawn = (list: typeof bubbles, d: (come: number) => string) =>
		list.map(({ come, x, y }) => laid(s, d(come), x, y)).join('');
	const received = bubbles.filter(({ index }) => index !== SENDER);
	const own = bubbles.filter(({ index }) => index === SENDER);
	const legible = bubbles.filter(({ come }) => come > 0.9);
	const answer = m.sent > 0 ? sold(s, m.sent, opacity) : {};
	return {
		ink: [
			...cableInk(s, run, opacity),
			{ type: 'shape', d: drawn(received, bubble), fill: WHITE, stroke: 'ink', width: 1.4, opacity },
			{ type: 'shape', d: drawn(own, bubble), fill: LAMP, stroke: 'ink', width: 1.8, opacity },
			{
				type: 'shape',
				d: drawn(legible, () => 'M0.16 0.62L1.12 0.62M0.16 0.46L1.12 0.46M0.16 0.3L0.8 0.3'),
				fill: 'none',
				stroke: WRITING,
				width: Math.max(1.4, s.k * 0.045),
				opacity
			},
			...hesitations(c.life, s, m.typing, received, opacity),
			...(answer.ink ?? [])
		],
		marks: answer.marks
	};
}

/** Lower left of the bubble over a desk's screen, metres. */
function corner(desk: number): { x: number; y: number } {
	const [x, y] = screenOf(DESKS[desk]);
	return { x: x - 0.3, y: y + 0.4 };
}

/** A speech bubble that has grown so far, from its lower left. */
function bubble(come: number): string {
	const w = 1.3 * come;
	const top = 0.16 + 0.62 * come;
	return `M0 0.16L${w} 0.16L${w} ${top}L0 ${top}L0 0.16L0.12 0.16L0.2 0L0.34 0.16Z`;
}

/** Somebody types, stops, deletes; one after the other. */
function hesitations(
	life: number,
	s: Section,
	typing: number,
	desks: { index: number; i: number; x: number; y: number }[],
	opacity: number
): Ink[] {
	// Thousandths of the step: a desk begins 16 after the one before it, and has given up 110 later.
	const now = typing * 254;
	const begun = desks
		.map(({ index, i, x, y }) => {
			const shown = ease(now, i * 16, i * 16 + 30) * (1 - ease(now, i * 16 + 70, i * 16 + 110));
			return { index, i, x: x + 0.2, y: y + 0.98, shown };
		})
		.filter(({ index, shown }) => index !== SELLER && shown > 0);
	const dots = begun.flatMap(({ i, x, y, shown }) =>
		[0, 1, 2].flatMap((k) => [
			px(s, x + 0.12 + k * 0.2),
			py(s, y + 0.04 * Math.sin(life * 5 + k + i)),
			0.065 * s.k * shown
		])
	);
	return [
		...begun.map(({ x, y, shown }): Ink => {
			const d = laid(s, slab(x - 0.14, y - 0.16, 0.9, 0.34, 0.14));
			return { type: 'shape', d, fill: BEGUN, stroke: 'ink', width: 1, opacity: shown * opacity };
		}),
		{ type: 'dots', xyr: dots, fill: 'ink', opacity }
	];
}

/** The salesman's answer, larger than the message. */
function sold(s: Section, sent: number, opacity: number): Layer {
	const [sx, sy] = screenOf(DESKS[SELLER]);
	const [x, y] = [sx + 1.2, sy + 0.42];
	const w = 1.5 * sent;
	const high = 0.9 * sent;
	const size = Math.max(12, 0.62 * s.k);
	return {
		ink: sketch(s, (h) => h.at(x, y).fill(`M0 0L${w} 0L${w} ${high}L0 ${high}L0 0.3L-0.24 0.16Z`, AMBER)),
		marks: [
			letter('euro', 'grot', px(s, x + 0.75), py(s, y + 0.24), size, '€ ?', {
				anchor: 'middle',
				opacity: ease(sent, 0.6, 1) * opacity
			})
		]
	};
}

/** What it was, and what came of it. */
export function account(c: SceneContext, told: number, answer: number): Layer {
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	const size = phone ? 14 : 22;
	const max = Math.min(free.w - 24, phone ? 400 : 640);
	const first: Words = { lines: wrap(c.say('message'), size, 'news', max), size, font: 'news' };
	const lines = ['message.silence', 'message.one'].flatMap((key) => wrap(c.say(key), size, 'grot', free.w - 24));
	const second: Words = { lines, size, font: 'grot' };
	return {
		marks: [
			...note('message', first, free.x, free.y, told, 'f10'),
			...note('answer', second, free.x, free.y + free.h - sizeOf(second).h, answer)
		]
	};
}
