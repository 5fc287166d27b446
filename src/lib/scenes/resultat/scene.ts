import { interpolateRgb } from 'd3';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span, stagger } from '../../figure/motion';
import { slab } from '../../figure/place';
import { measure, wrap } from '../../figure/text';
import type { Ink, Mark, Scene, SceneContext } from '../../picture/frame';
import { onPoster, POSTER, posterRect, SUN, sunInk } from '../empreinte/poster';
import { CASES, SHARE_OF_ALL, SHARE_OF_SOLVED, SOLVED, WITH_VIDEO } from './data';
import { FIRMS, firmAt, housesInk, marketAt } from '../../figure/firm/market';
import { fieldOf, type Field } from './field';
import { emblemOf, panelRects, studies } from './studies';

const PALE = interpolateRgb('#F6EFE2', '#46685E')(0.38);

/** What moves between the steps, each from 0 to 1. */
interface Moment {
	counted: number;
	/** The firms too many for the cases have gone. */
	left: number;
	filled: number;
	gathered: number;
	split: number;
	shrunk: number;
	panels: number;
	turned: number;
	greened: number;
	joined: number;
}

/** Circles are counted (1), 22 fill and gather (2), solved cases part from the others (3), all shrink to one study among others (4). */
function moment(step: number, p: number): Moment {
	const at = (n: number, from: number, to: number) => (step > n ? 1 : step < n ? 0 : ease(p, from, to));
	return {
		counted: step > 1 ? 1 : span(p, 0.06, 0.68),
		left: step > 1 ? 1 : ease(p, 0.68, 0.9),
		filled: step > 2 ? 1 : step < 2 ? 0 : span(p, 0.04, 0.3),
		gathered: at(2, 0.36, 0.58),
		split: at(3, 0.02, 0.42),
		shrunk: at(4, 0.02, 0.3),
		panels: step > 4 ? 1 : step < 4 ? 0 : span(p, 0.04, 0.42),
		turned: step > 5 ? 1 : step < 5 ? 0 : span(p, 0.06, 0.42),
		greened: step < 5 ? 0 : span(p, 0.74, 0.88),
		joined: step < 5 ? 0 : ease(p, 0.86, 0.98)
	};
}

const narrow = (c: SceneContext) => c.view.portrait || c.view.width < 700;

export const scene: Scene = (c) => {
	const m = moment(c.step, c.progress);
	const field = fieldOf(c.view);
	const ink: Ink[] = [];
	const marks: Mark[] = [];

	if (c.step === 1 && m.left < 1) firms(c, m, ink);
	if (m.joined < 1) circles(c, field, m, ink, marks);
	if (c.step <= 4) words(c, field, m, marks);
	if (m.panels > 0) studies(c, m, ink, marks);
	if (m.joined > 0 && m.joined < 1) sun(c, m, ink);

	const disc = m.split > 0.5 ? field.solved : field.whole;
	return {
		night: 0,
		ink,
		marks,
		subject:
			m.shrunk > 0.5 ? panelRects(c.view) : [{ x: disc.x - disc.r, y: disc.y - disc.r, w: 2 * disc.r, h: 2 * disc.r }],
		says: saying(c)
	};
};

/** The sun of the poster rises over what is left of the study. */
function sun(c: SceneContext, m: Moment, ink: Ink[]): void {
	const r = posterRect(c.view);
	const [x, y] = onPoster(r, SUN.x, SUN.y);
	const radius = (SUN.r * r.w) / POSTER.w;
	ink.push(...sunInk(x, y, radius * ease(m.joined, 0.5, 1)));
}

function saying(c: SceneContext): string {
	const n = { all: CASES, video: WITH_VIDEO, solved: SOLVED };
	if (c.step === 1) return c.say('says.1', n);
	if (c.step === 2) return c.say('says.2', { ...n, share: c.number(100 * SHARE_OF_ALL, 1) });
	if (c.step === 3) return c.say('says.3', { ...n, share: c.number(100 * SHARE_OF_SOLVED, 2) });
	return c.say(`says.${c.step}`);
}

/** Circles on their way at one time while they are counted. */
const FLIGHT = 130;
/** Circles that wait to be counted. */
export const WAITING = '#E2D5BB';

const arrived = (counted: number): number =>
	Math.min(CASES, Math.max(0, Math.round((CASES + FLIGHT) * counted - FLIGHT * 0.8)));

/** The houses of the last chapter become blank circles, row by row; those the count does not need fall away. */
function firms(c: SceneContext, m: Moment, ink: Ink[]): void {
	const { view } = c;
	const market = marketAt(view);
	const turned = ease(c.progress, 0, 0.07);
	ink.push({
		type: 'shape',
		d: slab(0, 0, view.width, view.height),
		fill: 'ground',
		opacity: 1 - ease(c.progress, 0.02, 0.3)
	});
	if (turned < 1) ink.push(...housesInk(view, market, market.x, market.y, market.cell, 1, 1 - turned));
	const gone = (CASES + FLIGHT) * m.counted;
	const r = 0.3 * market.cell * turned;
	const xyr: number[] = [];
	for (let i = Math.floor(gone); i < FIRMS; i++) {
		const [x, y] = firmAt(market, i);
		const fall = i < CASES ? 0 : ease(m.left, ((i * 7) % 23) / 46, 0.5 + ((i * 7) % 23) / 46);
		if (fall < 1) xyr.push(x, y + fall * (view.height - y + 10), r);
	}
	ink.push({ type: 'dots', xyr, fill: WAITING, stroke: 'ink', width: 0.6, opacity: 0.55 });
}

function circles(c: SceneContext, field: Field, m: Moment, ink: Ink[], marks: Mark[]): void {
	const passed = (CASES + FLIGHT) * m.counted;
	const market = m.counted < 1 ? marketAt(c.view) : null;
	const e = emblemOf(c.view);
	// At the end the study is what the sun of the poster is made of.
	const home = posterRect(c.view);
	const [sx, sy] = onPoster(home, SUN.x, SUN.y);
	const to = {
		x: mix(e.x, sx, m.joined),
		y: mix(e.y, sy, m.joined),
		half: mix(e.half, ((SUN.r * home.w) / POSTER.w) * 0.7, m.joined)
	};
	const q = mix(1, to.half / field.middle.half, m.shrunk);
	const cx = mix(field.middle.x, to.x, m.shrunk);
	const cy = mix(field.middle.y, to.y, m.shrunk);

	const rest = new Array<number>(3 * (CASES - SOLVED));
	const solved = new Array<number>(3 * (SOLVED - WITH_VIDEO));
	const size = field.dot * q;
	const spot = (k: number): [number, number, number] => {
		const g = stagger(m.gathered, k < WITH_VIDEO ? k : 0, WITH_VIDEO, 0.9);
		let x = mix(field.counted[2 * k], field.gathered[2 * k], g);
		let y = mix(field.counted[2 * k + 1], field.gathered[2 * k + 1], g);
		x = mix(x, field.split[2 * k], m.split);
		y = mix(y, field.split[2 * k + 1], m.split);
		// A circle leaves its row when the count comes to it, and flies to its seat.
		let r = size;
		if (market) {
			const n = field.order[k];
			const way = Math.max(0, Math.min(1, (passed - n) / FLIGHT));
			if (way <= 0) return [x, y, 0];
			const f = ease(way);
			const [fx, fy] = firmAt(market, n);
			x = mix(fx, x, f);
			y = mix(fy, y, f) - 26 * Math.sin(Math.PI * f);
			r = mix(0.3 * market.cell, size, f) * (1 + 0.5 * Math.sin(Math.PI * way));
		}
		return [cx + (x - field.middle.x) * q, cy + (y - field.middle.y) * q, r];
	};
	for (let k = SOLVED; k < CASES; k++) {
		const [x, y, r] = spot(k);
		const i = 3 * (k - SOLVED);
		rest[i] = x;
		rest[i + 1] = y;
		rest[i + 2] = r;
	}
	for (let k = WITH_VIDEO; k < SOLVED; k++) {
		const [x, y, r] = spot(k);
		const i = 3 * (k - WITH_VIDEO);
		solved[i] = x;
		solved[i + 1] = y;
		solved[i + 2] = r;
	}
	const line = { stroke: 'ink', width: mix(Math.max(0.7, Math.min(1.1, size / 3.6)), 0.5, m.shrunk) };
	ink.push({ type: 'dots', xyr: rest, fill: 'ground', ...line, opacity: mix(0.85, 0.5, Math.max(m.split, m.shrunk)) });
	ink.push({ type: 'dots', xyr: solved, fill: interpolateRgb('#EFE4CF', PALE)(m.split), ...line, opacity: 0.85 });

	for (let k = 0; k < WITH_VIDEO; k++) {
		const [x, y, r] = spot(k);
		const on = Math.max(0, Math.min(1, m.filled * WITH_VIDEO - k));
		// The 22 are drawn larger while they are scattered among the others, at the common size once gathered.
		const alone = on * (1 - ease(m.gathered, 0.5, 1));
		const swell = 1 + 1.5 * alone + 1.2 * on * (1 - on);
		// A ring runs out from each as it fills: the eye finds it at a distance.
		const ring = Math.max(0, Math.min(1, (m.filled * WITH_VIDEO - k) / 2.4));
		if (ring > 0 && ring < 1)
			ink.push({
				type: 'dots',
				xyr: [x, y, r * mix(2, 13, ease(ring))],
				stroke: 'solved',
				width: 3 * (1 - ring) + 0.6,
				opacity: 1 - ring
			});
		marks.push({
			type: 'circle',
			key: `video.${k}`,
			x,
			y,
			r: Math.max(r * swell, m.shrunk > 0 ? Math.min(r * swell * 1.6, 1.6) : 0),
			fill: interpolateRgb('#EFE4CF', '#46685E')(on),
			stroke: 'ink',
			width: mix(line.width, 1.1 + alone * 0.7, on * (1 - m.shrunk)),
			opacity: mix(0.85, 1, on),
			fact: 'f03'
		});
	}
}

/** The numbers and what each counts. */
function words(c: SceneContext, field: Field, m: Moment, marks: Mark[]): void {
	const { free, portrait } = c.view;
	const small = narrow(c);
	const gone = 1 - ease(m.shrunk, 0, 0.5);
	const video = ease(m.filled, 0, 0.3);
	const number = c.number(arrived(m.counted));
	const first = { opacity: gone * (portrait ? 1 - video : 1 - ease(m.split, 0, 0.5)), fact: 'f03' };
	if (c.step === 1) first.opacity *= ease(c.progress, 0, 0.06);
	const all = c.number(100 * SHARE_OF_ALL, 1);
	const second = { opacity: gone * video * (1 - ease(m.split, 0, 0.45)), fact: 'f03' };
	const third = { opacity: gone * ease(m.split, 0.55, 1), fact: 'f03' };

	if (portrait) {
		const size = 50;
		const side = (key: string, big: string, caption: string, fill: string, look: { opacity: number; fact: string }) => {
			if (look.opacity <= 0) return;
			const x = free.x + measure(big, size, 'grot') + 14;
			const lines = wrap(caption, 13.5, 'news', free.x + free.w - x);
			marks.push(letter(`${key}.n`, 'grot', free.x, free.y + 44, size, big, { fill, ...look }));
			lines.forEach((text, i) =>
				marks.push(
					letter(`${key}.t${i}`, 'news', x, free.y + 30 + (i - (lines.length - 1) / 2) * 16 + 4, 13.5, text, look)
				)
			);
		};
		side('all', number, c.say('cases'), 'ink', first);
		side('video', c.number(Math.round(WITH_VIDEO * m.filled)), c.say('video', { share: all }), 'solved', second);
		if (third.opacity > 0) {
			const x = field.solved.x + field.solved.r + 16;
			marks.push(
				letter('solved.n', 'grot', x, free.y + 42, 46, c.say('percent', { n: c.number(100 * SHARE_OF_SOLVED, 2) }), {
					fill: 'solved',
					...third
				}),
				...letters(
					'solved.t',
					'news',
					x,
					free.y + 64,
					13.5,
					c.say('solved', { video: WITH_VIDEO, solved: SOLVED }),
					free.x + free.w - x,
					third
				),
				...letters('rest.t', 'mono', free.x, free.y + free.h - 18, 12, c.say('rest', { n: CASES - SOLVED }), 96, third)
			);
		}
		return;
	}

	const size = small ? 42 : Math.min(118, free.w * 0.14);
	const text = small ? 12.5 : Math.max(16, Math.min(20, free.w / 42));
	const lead = text * 1.24;
	const wide = small ? 124 : Math.min(field.whole.x - field.whole.r * 0.72 - free.x, 250);
	if (first.opacity > 0) {
		marks.push(letter('all.n', 'grot', free.x, free.y + size * 0.78, size, number, first));
		marks.push(
			...letters('all.t', 'news', free.x + 2, free.y + size * 0.78 + lead * 1.3, text, c.say('cases'), wide, first)
		);
	}
	const foot = (key: string, big: string, caption: string, look: { opacity: number; fact: string }) => {
		if (look.opacity <= 0) return;
		const s = small ? 34 : size * 0.72;
		const lines = wrap(caption, text, 'news', wide);
		const y = free.y + free.h - (lines.length - 1) * lead - 4;
		marks.push(letter(`${key}.n`, 'grot', free.x, y - lead * 1.25, s, big, { fill: 'solved', ...look }));
		lines.forEach((line, i) => marks.push(letter(`${key}.t${i}`, 'news', free.x + 2, y + i * lead, text, line, look)));
	};
	foot('video', c.number(Math.round(WITH_VIDEO * m.filled)), c.say('video', { share: all }), second);
	foot(
		'solved',
		c.say('percent', { n: c.number(100 * SHARE_OF_SOLVED, 2) }),
		c.say('solved', { video: WITH_VIDEO, solved: SOLVED }),
		third
	);
	if (third.opacity > 0) {
		const label = small ? 12 : 13;
		marks.push(
			letter(
				'solved.l',
				'mono',
				field.solved.x - field.solved.r,
				field.solved.y - field.solved.r - 12,
				label,
				c.say('about', { n: SOLVED }),
				{ fill: 'solved', ...third }
			),
			letter(
				'rest.l',
				'mono',
				field.rest.x + field.rest.r,
				field.rest.y - field.rest.r - (small ? 6 : 14),
				label,
				c.say('rest', { n: CASES - SOLVED }),
				{ anchor: 'end', ...third }
			)
		);
	}
}
