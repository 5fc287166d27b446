import { letter, letters } from '../../figure/lettering';
import { ease, mix, stagger } from '../../figure/motion';
import { operatorInk } from '../../figure/operator';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { oval, slab } from '../../figure/place';
import { measure, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, SceneContext, SettingName, View } from '../../picture/frame';
import type { Look } from '../../street/types';
import { landscapeInk, posterRect, quarter, wholeOf } from '../empreinte/poster';
import { MAYORS_SHARE } from './data';

interface Panel {
	key: 'place' | 'live' | 'together' | 'newark';
	/** Who answers, on the sheet that comes over the picture. */
	back: 'mayors' | 'assembly' | 'author' | 'audit';
	seal: PictogramName;
	fact: string;
	look: Look;
}

const speaker = (coat: string, hair: string, skin: string, more: Partial<Look> = {}): Look => ({
	coat,
	hair,
	skin,
	legs: '#3B4048',
	...more
});

const PANELS: Panel[] = [
	{
		key: 'place',
		back: 'mayors',
		seal: 'townhall',
		fact: 'f03',
		look: speaker('#44587A', '#D9D4CC', '#E6BFA0', { cut: 'short', glasses: true })
	},
	{
		key: 'live',
		back: 'assembly',
		seal: 'hall',
		fact: 'f03',
		look: speaker('#2E3440', '#3A2C22', '#C98F6B', { cut: 'short' })
	},
	{
		key: 'together',
		back: 'author',
		seal: 'report',
		fact: 'f03',
		look: speaker('#3F6B63', '#6B4A2B', '#E0B08E', { cut: 'curly', beard: true })
	},
	{
		key: 'newark',
		back: 'audit',
		seal: 'ledger',
		fact: 'f04',
		look: speaker('#7A4A5E', '#17110E', '#8D5A3C', { cut: 'bun', long: true })
	}
];

const narrow = (view: View): boolean => view.portrait || view.width < 700;

/** Where the field of circles goes when it becomes one study among others. */
export function emblemOf({ free, portrait, width }: View): { x: number; y: number; half: number } {
	const half = portrait ? 25 : width < 700 ? 24 : Math.min(60, free.h * 0.08);
	return { x: free.x + free.w - half, y: free.y + half, half };
}

/** The stage's free part; frames keep a little more off the text and the bar than what has none. */
function roomOf(view: View): Rect {
	const { x, y, w, h } = view.free;
	return narrow(view) ? view.free : { x: x + 14, y, w: w - 14, h: h - 8 };
}

/** The four panels, two by two, under the title. */
export function panelRects(view: View): Rect[] {
	const free = roomOf(view);
	const small = narrow(view);
	const e = emblemOf(view);
	const gap = small ? 10 : 18;
	const head = small ? 2 * e.half + 8 : 2 * e.half + 20;
	const w = (free.w - gap) / 2;
	const h = (free.h - head - gap) / 2;
	return PANELS.map((_, i) => ({
		x: free.x + (i % 2) * (w + gap),
		y: free.y + head + Math.floor(i / 2) * (h + gap),
		w,
		h
	}));
}

export interface Studies {
	/** The panels have come up. */
	panels: number;
	/** Sheets have covered the pictures. */
	turned: number;
	/** A landscape has covered the sheets, and its quarters have come together. */
	greened: number;
	joined: number;
}

/** What reviews found, in four pictures; then four answers; then the four become the poster of the next chapter. */
export function studies(c: SceneContext, m: Studies, ink: Ink[], marks: Mark[]): void {
	const { view } = c;
	titles(c, m, marks);
	const rects = panelRects(view);
	const poster = posterRect(view);
	if (m.joined >= 1) {
		ink.push(...landscapeInk(poster, poster));
		ink.push({ type: 'shape', d: slab(poster.x, poster.y, poster.w, poster.h), stroke: 'ink', width: 1.6 });
		return;
	}
	PANELS.forEach((panel, i) => {
		const come = stagger(m.panels, i, PANELS.length, 0.6);
		if (come <= 0) return;
		const home = { ...rects[i], y: rects[i].y + (1 - come) * (view.height - rects[i].y + 8) };
		const q = quarter(poster, i);
		const r: Rect = {
			x: mix(home.x, q.x, m.joined),
			y: mix(home.y, q.y, m.joined),
			w: mix(home.w, q.w, m.joined),
			h: mix(home.h, q.h, m.joined)
		};
		const turn = stagger(m.turned, i, PANELS.length, 0.7);
		const green = stagger(m.greened, i, PANELS.length, 0.7);
		if (green < 1) {
			if (turn < 1) finding(c, panel, r, i, turn, ink, marks);
			if (turn > 0) answer(c, panel, r, i, turn, green, ink, marks);
		}
		if (green > 0) {
			const clip = { x: r.x, y: r.y + (1 - green) * r.h, w: r.w, h: r.h * green };
			ink.push(...landscapeInk(wholeOf(r, i), clip, 1, false));
			ink.push({
				type: 'shape',
				d: slab(clip.x, clip.y, clip.w, clip.h),
				stroke: 'ink',
				width: 1.6,
				opacity: 1 - m.joined
			});
		}
	});
	if (m.joined > 0)
		ink.push({
			type: 'shape',
			d: slab(poster.x, poster.y, poster.w, poster.h),
			stroke: 'ink',
			width: 1.6,
			opacity: ease(m.joined, 0.8, 1)
		});
}

function titles(c: SceneContext, m: Studies, marks: Mark[]): void {
	const free = roomOf(c.view);
	const small = narrow(c.view);
	const e = emblemOf(c.view);
	const headWidth = free.w - 2 * e.half - (small ? 14 : 40);
	const title = (key: string, opacity: number, fact: string) => {
		if (opacity <= 0) return;
		const s = small ? 15 : Math.min(32, free.w / 24);
		const lines = wrap(c.say(`head.${key}`), s, 'grot', headWidth);
		lines.forEach((line, i) =>
			marks.push(
				letter(`head.${key}.${i}`, 'grot', free.x, free.y + s * 0.9 + i * s * 1.12, s, line, { opacity, fact })
			)
		);
		const y = free.y + s * 0.9 + lines.length * s * 1.12;
		if (!small || lines.length < 3)
			marks.push(
				letter(`head.${key}.by`, 'mono', free.x, y + (small ? 0 : 4), small ? 12 : 14, c.say(`by.${key}`), {
					opacity,
					fill: 'muted',
					fact
				})
			);
	};
	title('found', ease(m.panels, 0.5, 0.85) * (1 - ease(m.turned, 0, 0.3)), 'f04');
	title('answers', ease(m.turned, 0.4, 0.8) * (1 - ease(m.greened, 0, 0.4)), 'f03');
	if (!small)
		marks.push(
			letter('emblem', 'mono', e.x + e.half, e.y + e.half + 16, 12, c.say('emblem'), {
				anchor: 'end',
				fill: 'muted',
				opacity: ease(m.panels, 0.1, 0.7) * (1 - ease(m.greened, 0, 0.3)),
				fact: 'f03'
			})
		);
}

/** A picture of where or how cameras were found to have an effect, and what was found under it. */
function finding(c: SceneContext, panel: Panel, r: Rect, i: number, covered: number, ink: Ink[], marks: Mark[]): void {
	const small = narrow(c.view);
	const high = r.h * (small ? 0.54 : r.h < 280 ? 0.5 : 0.58);
	const picture: Rect = { x: r.x, y: r.y, w: r.w, h: high };
	ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: '#FBF7EE', stroke: 'ink', width: 1.6 });
	PICTURES[panel.key](c, picture, ink);
	ink.push({
		type: 'shape',
		d: slab(picture.x, picture.y, picture.w, picture.h),
		fill: 'none',
		stroke: 'ink',
		width: 1.6
	});

	const pad = small ? 9 : 16;
	const s = small ? 14 : Math.min(25, r.w / 16);
	const shown = { x: r.x, y: r.y, w: r.w, h: r.h * (1 - covered) };
	const children: Mark[] = [];
	const title = letters(
		'title',
		'grot',
		r.x + pad,
		r.y + high + s * 1.25,
		s,
		c.say(`find.${panel.key}`),
		r.w - 2 * pad,
		{
			leading: 1.1,
			fact: 'f04'
		}
	);
	children.push(...title);
	const under = r.y + high + s * 1.25 + title.length * s * 1.1 + (small ? 2 : 4);
	for (const text of small ? [12.5, 12] : [17, 16, 15, 14]) {
		const says = letters('text', 'news', r.x + pad, under, text, c.say(`find.${panel.key}.text`), r.w - 2 * pad, {
			fact: 'f04',
			leading: 1.18
		});
		// A sentence with no room for all its lines is left to the text beside the drawing.
		if (under + (says.length - 1) * text * 1.18 < r.y + r.h - (small ? 5 : 12)) {
			children.push(...says);
			break;
		}
	}
	marks.push({ type: 'group', key: `finding.${i}`, clip: shown, opacity: 1, children });
}

const scene = (c: SceneContext, name: SettingName, seed: number, r: Rect): Ink => ({
	type: 'setting',
	name,
	seed,
	at: Math.round((30 + 24 * c.progress + c.life) * 12.5) / 12.5,
	x: r.x,
	y: r.y,
	w: r.w,
	h: r.h
});

/** A camera on its mast, standing at (x, y), `h` pixels high, looking left. */
function mastInk(x: number, y: number, h: number, clip: Rect): Ink[] {
	const s = h / 100;
	const put = (d: string, fill: string): Ink => ({ type: 'shape', d, fill, stroke: 'ink', width: 1.4, clip });
	const at = (a: number, b: number) => `${(x + a * s).toFixed(1)} ${(y - b * s).toFixed(1)}`;
	return [
		put(`M${at(-2, 0)}L${at(2, 0)}L${at(2, 96)}L${at(-2, 96)}Z`, '#4A5257'),
		put(`M${at(-34, 88)}L${at(-6, 98)}L${at(-2, 86)}L${at(-30, 76)}Z`, '#F4EFE4'),
		put(`M${at(-36, 93)}L${at(-7, 103)}L${at(-5, 98)}L${at(-34, 88)}Z`, '#8E9AA3'),
		put(`M${at(-37, 91)}L${at(-33, 92)}L${at(-29, 77)}L${at(-33, 76)}Z`, '#2E2B2A')
	];
}

const person = (
	look: Look,
	x: number,
	y: number,
	k: number,
	clip: Rect,
	more: Partial<Extract<Ink, { type: 'person' }>> = {}
): Ink => ({
	type: 'person',
	look,
	pose: 'stand',
	x,
	y,
	k,
	height: 1.75,
	facing: 0,
	clip,
	...more
});

const GUARD: Look = {
	coat: '#384A63',
	legs: '#2E2B2A',
	skin: '#C98F6B',
	hair: '#17110E',
	cut: 'short',
	hat: '#2E2B2A'
};
const OTHER: Look = {
	coat: '#384A63',
	legs: '#2E2B2A',
	skin: '#E0B08E',
	hair: '#6B4A2B',
	cut: 'ponytail',
	hat: '#2E2B2A'
};

const PICTURES: Record<Panel['key'], (c: SceneContext, r: Rect, ink: Ink[]) => void> = {
	place(c, r, ink) {
		ink.push(scene(c, 'carpark', 3, r));
		ink.push(...mastInk(r.x + r.w * 0.86, r.y + r.h, r.h * 0.86, r));
	},
	live(c, r, ink) {
		ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: 'night' });
		const names: SettingName[] = ['carpark', 'market', 'platform', 'square'];
		const gap = r.w * 0.018;
		const w = (r.w * 0.62 - 3 * gap) / 2;
		const h = (r.h * 0.74 - 3 * gap) / 2;
		names.forEach((name, i) =>
			ink.push(
				scene(c, name, 5 + i, {
					x: r.x + gap * 1.6 + (i % 2) * (w + gap),
					y: r.y + gap * 1.6 + Math.floor(i / 2) * (h + gap),
					w,
					h
				})
			)
		);
		// Whoever watches, and the recorder that nobody does.
		ink.push(
			...operatorInk({
				x: r.x + r.w * 0.33,
				y: r.y + r.h,
				scale: (r.h * 0.62) / 310,
				turn: Math.sin(c.life * 0.4) * 0.6
			})
		);
		const x = r.x + r.w * 0.7;
		const y = r.y + r.h * 0.24;
		const bw = r.w * 0.24;
		const put = (d: string, fill: string) =>
			ink.push({ type: 'shape', d, fill, stroke: '#F6EFE2', width: 1.4, clip: r });
		for (let k = 0; k < 3; k++) {
			const by = y + k * r.h * 0.2;
			put(slab(x, by, bw, r.h * 0.17, 3), '#2A3036');
			put(slab(x + bw * 0.08, by + r.h * 0.05, bw * 0.5, r.h * 0.03), '#16181B');
			put(oval(x + bw * 0.76, by + r.h * 0.085, r.h * 0.035), '#3C444B');
		}
	},
	together(c, r, ink) {
		ink.push(scene(c, 'underpass', 2, r));
		// A light, and somebody there.
		const lx = r.x + r.w * 0.72;
		const foot = r.y + r.h * 0.95;
		const top = r.y + r.h * 0.16;
		ink.push({
			type: 'shape',
			d: `M${lx - r.h * 0.05} ${top}L${lx - r.h * 0.52} ${foot}L${lx + r.h * 0.52} ${foot}L${lx + r.h * 0.05} ${top}Z`,
			fill: '#F7DFA0',
			opacity: 0.55,
			clip: r
		});
		ink.push({ type: 'shape', d: `M${lx} ${top}V${foot}`, stroke: 'ink', width: Math.max(2, r.h * 0.016), clip: r });
		ink.push({
			type: 'shape',
			d: `M${lx - r.h * 0.06} ${top}L${lx - r.h * 0.04} ${top - r.h * 0.09}L${lx + r.h * 0.04} ${top - r.h * 0.09}L${lx + r.h * 0.06} ${top}Z`,
			fill: '#E8B23A',
			stroke: 'ink',
			width: 1.4,
			clip: r
		});
		ink.push(...mastInk(r.x + r.w * 0.94, r.y + r.h, r.h * 0.84, r));
		ink.push(person(GUARD, lx - r.h * 0.2, foot, r.h * 0.34, r, { facing: -1 }));
		ink.push(
			person(
				speaker('#B98D63', '#8A5A2B', '#E0B08E', { cut: 'bun', bag: '#46685E' }),
				lx - r.h * 0.5,
				foot,
				r.h * 0.33,
				r,
				{ facing: 1, height: 1.66 }
			)
		);
	},
	newark(c, r, ink) {
		ink.push(scene(c, 'square', 4, r));
		const y = r.y + r.h * 0.97;
		const u = r.h * 0.62;
		ink.push(...carInk(r.x + r.w * 0.06 + (1 - c.progress) * r.w * 0.1 * (c.step === 4 ? 1 : 0), y, u, r));
		ink.push(person(GUARD, r.x + r.w * 0.7, y, r.h * 0.38, r, { facing: -1 }));
		ink.push(person(OTHER, r.x + r.w * 0.84, y - r.h * 0.02, r.h * 0.37, r, { facing: -1, height: 1.68 }));
	}
};

/** A patrol car from its side, its left end at x, its wheels on y, `h` high with its lamp. */
function carInk(x: number, y: number, h: number, clip: Rect): Ink[] {
	const s = h / 46;
	const at = (a: number, b: number) => `${(x + a * s).toFixed(1)} ${(y - b * s).toFixed(1)}`;
	const put = (d: string, fill: string, width = 1.6): Ink => ({ type: 'shape', d, fill, stroke: 'ink', width, clip });
	const wheel = (a: number, q: number) => oval(x + a * s, y - 7 * s, q * s);
	return [
		put(
			`M${at(2, 8)}L${at(2, 20)}Q${at(4, 25)} ${at(18, 26)}L${at(30, 38)}L${at(66, 38)}L${at(80, 26)}Q${at(98, 25)} ${at(99, 16)}L${at(99, 8)}Z`,
			'#F4EFE4'
		),
		put(`M${at(2.4, 15)}L${at(98.6, 15)}L${at(98.6, 21)}L${at(3, 21)}Z`, '#44587A', 1.1),
		put(`M${at(32, 35)}L${at(46, 35)}L${at(46, 26)}L${at(23, 26)}Z`, '#A9C0C6', 1.2),
		put(`M${at(50, 35)}L${at(64, 35)}L${at(73, 26)}L${at(50, 26)}Z`, '#A9C0C6', 1.2),
		put(`M${at(42, 38)}L${at(54, 38)}L${at(53, 43)}L${at(43, 43)}Z`, '#44587A', 1.2),
		put(wheel(22, 8), '#2E2B2A'),
		put(wheel(78, 8), '#2E2B2A'),
		put(wheel(22, 3.4), '#B9C0C4', 1),
		put(wheel(78, 3.4), '#B9C0C4', 1)
	];
}

/** A sheet over the picture: who answers, speaking from a lectern, what, and on what ground. */
function answer(
	c: SceneContext,
	panel: Panel,
	r: Rect,
	i: number,
	turn: number,
	green: number,
	ink: Ink[],
	marks: Mark[]
): void {
	const small = narrow(c.view);
	const clip: Rect = { x: r.x, y: r.y + (1 - turn) * r.h, w: r.w, h: r.h * Math.max(0, turn - green) };
	ink.push({ type: 'shape', d: slab(r.x, clip.y, r.w, r.h * turn), fill: '#FBF7EE', stroke: 'ink', width: 1.6 });
	const pad = small ? 9 : 18;
	// The speaker, to the waist behind the lectern.
	const k = small ? r.h * 0.27 : r.h * 0.43;
	const px = r.x + r.w - (small ? 0.55 * k : 0.62 * k);
	const floor = r.y + r.h;
	const sway = 0.02 * Math.sin(c.life * 1.1 + i * 2);
	ink.push(person(panel.look, px + sway * k, floor + 0.16 * k, k, clip, { facing: -1 }));
	const half = 0.4 * k;
	ink.push({
		type: 'shape',
		d: `M${px - half * 1.3} ${floor - 0.78 * k}L${px + half * 0.9} ${floor - 0.78 * k}L${px + half * 0.7} ${floor}L${px - half * 1.05} ${floor}Z`,
		fill: '#B98D63',
		stroke: 'ink',
		width: 1.6,
		clip
	});
	ink.push({
		type: 'shape',
		d: `M${px - half * 1.45} ${floor - 0.78 * k}L${px + half * 1.05} ${floor - 0.78 * k}L${px + half * 1.05} ${floor - 0.86 * k}L${px - half * 1.45} ${floor - 0.86 * k}Z`,
		fill: '#C79C70',
		stroke: 'ink',
		width: 1.6,
		clip
	});
	ink.push({
		type: 'shape',
		d: `M${px - half * 0.9} ${floor - 0.86 * k}Q${px - half * 1.2} ${floor - 1.06 * k} ${px - half * 0.7} ${floor - 1.14 * k}`,
		stroke: 'ink',
		width: 2,
		clip
	});
	const children: Mark[] = [];
	const seal = small ? 0.5 * k : 0.56 * k;
	children.push(pictogram('seal', panel.seal, px - half * 0.2 - seal / 2, floor - 0.39 * k - seal / 2, seal));
	const label = small ? 12 : 14;
	const room = r.w - 2 * pad;
	const kind = wrap(c.say(`kind.${panel.back}`), label, 'mono', room);
	kind.forEach((line, n) =>
		children.push(
			letter(`kind.${n}`, 'mono', r.x + pad, r.y + pad + label + n * label * 1.2, label, line, {
				fill: panel.back === 'audit' ? 'blue' : '#8A6420',
				fact: panel.fact
			})
		)
	);
	const number = panel.back === 'mayors';
	const big = number ? c.say('percent', { n: c.number(MAYORS_SHARE, 1) }) : c.say(`back.${panel.back}`);
	const most = number ? (small ? 36 : Math.min(88, r.w / 4.6)) : small ? 15 : Math.min(31, r.w / 13);
	const top = r.y + pad + kind.length * label * 1.2 + (small ? 5 : 12);
	// The ground of it, beside the speaker: a number makes room for it; with none for all its lines it is left to the text
	// beside the drawing.
	const beside = px - half * 1.6 - r.x - pad - 4;
	const texts = small ? [12] : [19, 18, 17, 16, 15, 14];
	const under = (s: number) => top + wrap(big, s, 'grot', room).length * s * 1.06 + (small ? 2 : 6);
	const fits = (s: number, text: number) => {
		const rows = wrap(c.say(`back.${panel.back}.text`), text, 'news', beside);
		return (
			under(s) + rows.length * text * 1.2 <= r.y + r.h - pad * 0.5 &&
			rows.every((row) => measure(row, text, 'news') <= beside)
		);
	};
	const s = (number ? [most, most * 0.75, most * 0.55] : [most]).find((q) => texts.some((t) => fits(q, t))) ?? most;
	const text = texts.find((t) => fits(s, t));
	wrap(big, s, 'grot', room).forEach((line, n) =>
		children.push(letter(`big.${n}`, 'grot', r.x + pad, top + s * 0.82 + n * s * 1.06, s, line, { fact: panel.fact }))
	);
	if (text)
		wrap(c.say(`back.${panel.back}.text`), text, 'news', beside).forEach((line, n) =>
			children.push(
				letter(`text.${n}`, 'news', r.x + pad, under(s) + text + n * text * 1.2, text, line, { fact: panel.fact })
			)
		);
	marks.push({ type: 'group', key: `answer.${i}`, clip, opacity: 1, children });
}
