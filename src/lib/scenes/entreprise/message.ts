import { range } from 'd3';
import { AMBER } from '../../figure/colours';
import { curve } from '../../figure/curve';
import { drawn, painted, slab } from '../../figure/inks';
import { LAMP } from '../../figure/firm/colours';
import { DESKS, screenOf } from '../../figure/firm/furniture';
import { FLOOR, laid, LEVELS, px, py, sketch, type Section } from '../../figure/firm/section';
import { along } from '../../figure/firm/walk';
import { letter } from '../../figure/text';
import { ease } from '../../figure/motion';
import { WHITE } from '../../figure/night';
import type { Ink, SceneContext } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { decorAt, note, set, sizeOf } from './note';

/** A reply begun, on a screen's white, and the grey of what is written too small to be read. */
const BEGUN = '#E6E1D6';
const WRITING = '#6B645B';

/** The desks in the order the message comes to them: along the engineers' floor, down the shaft, along the sales floor. */
const ROUTE = [4, 5, 6, 7, 8, 9, 3, 2, 1, 0];
/** The shaft between the floors, metres. */
const SHAFT = 17.3;

const xs = ROUTE.map((d) => screenOf(DESKS[d])[0]);
const heights = [LEVELS[2] + 0.2, LEVELS[1] + 0.2];
/** The cable the message runs along, metres. */
const POINTS: [number, number][] = [
	[xs[0], heights[0]],
	[SHAFT, heights[0]],
	[SHAFT, heights[1]],
	[xs[xs.length - 1], heights[1]]
];
/** How far along it each desk of the route is. */
const STOPS = ROUTE.map((d, i) => (DESKS[d].level === 2 ? xs[i] - xs[0] : SHAFT - xs[0] + FLOOR + SHAFT - xs[i]));
/** Its length. */
const LENGTH = STOPS[STOPS.length - 1];

/** The cable lights up behind what runs along it, `run` metres from the sender. */
function cableInk(s: Section, run: number, opacity: number): Ink[] {
	if (run <= 0) return [];
	const behind = [...range(0, run, 0.6), run].map((r) => along(POINTS, r));
	const d = curve(behind.map(({ x, y }) => [px(s, x), py(s, y)]));
	const { x, y } = behind[behind.length - 1];
	return [
		painted(d, { stroke: 'ink', width: Math.max(3, 0.12 * s.k), round: true, opacity }),
		painted(d, { stroke: LAMP, width: Math.max(1.6, 0.06 * s.k), round: true, opacity }),
		...(run < LENGTH ? sketch(s, (h) => h.box(x - 0.24, y - 0.16, 0.48, 0.34, WHITE, 0.04)) : [])
	];
}

const SENDER = ROUTE[0];
const SELLER = 3;
/** A desk's bubble: which desk, when in the order of the route, how far it has grown, and its lower left in metres. */
type Bubble = Record<'index' | 'i' | 'come' | 'x' | 'y', number>;

/**
 * The sender's bubble; the message's way along the cable; replies begun and given up, one after the other; the one that
 * is sent; and all of it is there, until it goes at the end.
 */
type Moment = Record<'written' | 'run' | 'typing' | 'sent' | 'messages', number>;

/** The message runs from desk to desk and floor to floor; replies are begun and given up; one is sent, about sales. */
export function messages(c: SceneContext, s: Section, m: Moment): Layer {
	// Past the end of the cable, so that the last desk gets it whole.
	const run = (LENGTH + 1.7) * m.run;
	const opacity = m.messages;
	const bubbles = ROUTE.map((index, i): Bubble => {
		const come = index === SENDER ? m.written : ease(run, STOPS[i], STOPS[i] + 1.6);
		return { index, i, come, ...corner(index) };
	}).filter(({ come }) => come > 0);
	const all = (list: Bubble[], d: (come: number) => string) =>
		list.map(({ come, x, y }) => laid(s, d(come), x, y)).join('');
	const received = bubbles.filter(({ index }) => index !== SENDER);
	const own = bubbles.filter(({ index }) => index === SENDER);
	const legible = bubbles.filter(({ come }) => come > 0.9);
	const lines = all(legible, () => 'M0.16 0.62L1.12 0.62M0.16 0.46L1.12 0.46M0.16 0.3L0.8 0.3');
	return stack(
		{
			ink: [
				...cableInk(s, run, opacity),
				drawn(all(received, bubble), WHITE, 1.4, { opacity }),
				drawn(all(own, bubble), LAMP, 1.8, { opacity }),
				drawn(lines, 'none', Math.max(1.4, s.k * 0.045), { stroke: WRITING, opacity }),
				...hesitations(c.life, s, m.typing, received, opacity)
			]
		},
		m.sent > 0 && sold(s, m.sent, opacity)
	);
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

/**
 * A reply: dots are there, held, and given up, from when it is begun; and how long after it the next desk begins.
 * Thousandths of the step, as the cue is as long as all desks take.
 */
const TYPING = { next: 16, there: 30, held: 70, gone: 110 };
const ALL = (ROUTE.length - 1) * TYPING.next + TYPING.gone;

/** Somebody types, stops, deletes; one after the other. */
function hesitations(life: number, s: Section, typing: number, desks: Bubble[], opacity: number): Ink[] {
	const begun = desks
		.map(({ index, i, x, y }) => {
			const now = typing * ALL - i * TYPING.next;
			const shown = ease(now, 0, TYPING.there) * (1 - ease(now, TYPING.held, TYPING.gone));
			return { index, i, x: x + 0.2, y: y + 0.98, shown };
		})
		.filter(({ index, shown }) => index !== SELLER && shown > 0);
	const dot =
		({ i, x, y, shown }: (typeof begun)[number]) =>
		(k: number) => [px(s, x + 0.12 + k * 0.2), py(s, y + 0.04 * Math.sin(life * 5 + k + i)), 0.065 * s.k * shown];
	const dots = begun.flatMap((reply) => [0, 1, 2].flatMap(dot(reply)));
	return [
		...begun.map(({ x, y, shown }) =>
			drawn(laid(s, slab(x - 0.14, y - 0.16, 0.9, 0.34, 0.14)), BEGUN, 1, { opacity: shown * opacity })
		),
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
	const look = { anchor: 'middle', opacity: ease(sent, 0.6, 1) * opacity } as const;
	return {
		ink: sketch(s, (h) => h.at(x, y).fill(`M0 0L${w} 0L${w} ${high}L0 ${high}L0 0.3L-0.24 0.16Z`, AMBER)),
		marks: [letter('euro', 'grot', px(s, x + 0.75), py(s, y + 0.24), size, '€ ?', look)]
	};
}

/** What it was, and what came of it. */
export function account(c: SceneContext, told: number, answer: number): Layer {
	const { free, phone } = c.view;
	const size = phone ? 14 : 22;
	const first = set('news', size, Math.min(free.w - 24, phone ? 400 : 640), c.say('message'));
	const second = set('grot', size, free.w - 24, c.say('message.silence'), c.say('message.one'));
	const { w, h } = sizeOf(second);
	const low = free.y + free.h - h;
	const corner = decorAt(c);
	// On a narrow stage it would be covered by what is said in the corner.
	const meets = free.x + w > corner.x - 6 && low + h > corner.y - 6 && low < corner.y + corner.h;
	return {
		marks: [
			...note('message', first, free.x, free.y, told, 'f10'),
			...note('answer', second, free.x, meets ? corner.y - h - 8 : low, answer)
		]
	};
}
