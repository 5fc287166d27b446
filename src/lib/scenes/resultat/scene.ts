import { interpolateRgb } from 'd3';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span, stagger } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { measure, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, Scene, SceneContext } from '../../story/frame';
import { CASES, MAYORS_SHARE, SHARE_OF_ALL, SHARE_OF_SOLVED, SOLVED, WITH_VIDEO } from './data';
import { fieldOf, type Field } from './field';

const PALE = interpolateRgb('#F6EFE2', '#46685E')(0.38);

/** What moves between the steps, each from 0 to 1. */
interface Moment {
	counted: number;
	filled: number;
	gathered: number;
	split: number;
	shrunk: number;
	panels: number;
	turned: number;
}

/** Circles are counted (1), 22 fill and gather (2), solved cases part from the others (3), all shrink to one study among others (4). */
function moment(step: number, p: number): Moment {
	const at = (n: number, from: number, to: number) => (step > n ? 1 : step < n ? 0 : ease(p, from, to));
	return {
		counted: step > 1 ? 1 : span(p, 0.02, 0.62),
		filled: step > 2 ? 1 : step < 2 ? 0 : span(p, 0.04, 0.3),
		gathered: at(2, 0.36, 0.58),
		split: at(3, 0.02, 0.42),
		shrunk: at(4, 0.02, 0.3),
		panels: step > 4 ? 1 : step < 4 ? 0 : span(p, 0.2, 0.5),
		turned: step > 5 ? 1 : step < 5 ? 0 : span(p, 0.06, 0.5)
	};
}

const narrow = (c: SceneContext) => c.view.portrait || c.view.width < 700;

/** Where the whole field goes when it becomes one study among others. */
function emblem({ view: { free, portrait, width } }: SceneContext): { x: number; y: number; half: number } {
	const half = portrait ? 25 : width < 700 ? 24 : Math.min(60, free.h * 0.08);
	return { x: free.x + free.w - half, y: free.y + half, half };
}

export const scene: Scene = (c) => {
	const m = moment(c.step, c.progress);
	const field = fieldOf(c.view);
	const ink: Ink[] = [];
	const marks: Mark[] = [];

	circles(c, field, m, ink, marks);
	if (c.step <= 4) words(c, field, m, marks);
	if (m.panels > 0) evidence(c, m, marks);

	const { free } = c.view;
	const disc = m.split > 0.5 ? field.solved : field.whole;
	return {
		night: 0,
		ink,
		marks,
		subject: m.shrunk > 0.5 ? [free] : [{ x: disc.x - disc.r, y: disc.y - disc.r, w: 2 * disc.r, h: 2 * disc.r }],
		says: saying(c)
	};
};

function saying(c: SceneContext): string {
	const n = { all: CASES, video: WITH_VIDEO, solved: SOLVED };
	if (c.step === 1) return c.say('says.1', n);
	if (c.step === 2) return c.say('says.2', { ...n, share: c.number(100 * SHARE_OF_ALL, 1) });
	if (c.step === 3) return c.say('says.3', { ...n, share: c.number(100 * SHARE_OF_SOLVED, 2) });
	return c.say(`says.${c.step}`);
}

function circles(c: SceneContext, field: Field, m: Moment, ink: Ink[], marks: Mark[]): void {
	const shown = CASES * m.counted;
	const to = emblem(c);
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
		// A circle takes its size as the count passes it.
		const r = size * Math.max(0, Math.min(1, (shown - field.order[k]) / 60));
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
		const swell = 1 + 0.55 * on * (1 - ease(m.gathered, 0.5, 1)) + 0.35 * on * (1 - on);
		marks.push({
			type: 'circle',
			key: `video.${k}`,
			x,
			y,
			r: Math.max(r * swell, m.shrunk > 0 ? Math.min(r * swell * 1.6, 1.6) : 0),
			fill: interpolateRgb('#EFE4CF', '#46685E')(on),
			stroke: 'ink',
			width: mix(line.width, 1.1, on * (1 - m.shrunk)),
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
	const number = c.number(Math.round(CASES * ease(m.counted)));
	const first = { opacity: gone * (portrait ? 1 - video : 1 - ease(m.split, 0, 0.5)), fact: 'f03' };
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

interface Panel {
	key: string;
	/** What does better, and what it is compared with. */
	more: PictogramName;
	less?: PictogramName;
	/** The sheet on the back: who answers. */
	back: string;
	seal: PictogramName;
	fact: string;
}

const PANELS: Panel[] = [
	{ key: 'place', more: 'carpark', less: 'house', back: 'mayors', seal: 'townhall', fact: 'f03' },
	{ key: 'live', more: 'watching', less: 'recorder', back: 'assembly', seal: 'hall', fact: 'f03' },
	{ key: 'together', more: 'together', less: 'camera', back: 'author', seal: 'report', fact: 'f03' },
	{ key: 'newark', more: 'patrol', back: 'audit', seal: 'ledger', fact: 'f04' }
];

/** What reviews found, in four panels; each turns over to show who answers what, and on what ground. */
function evidence(c: SceneContext, m: Moment, marks: Mark[]): void {
	const { free } = c.view;
	const small = narrow(c);
	const e = emblem(c);
	const gap = small ? 10 : 22;
	const head = small ? 2 * e.half + 8 : 2 * e.half + 34;
	const w = (free.w - gap) / 2;
	const h = (free.h - head - gap) / 2;

	const headWidth = free.w - 2 * e.half - (small ? 14 : 40);
	const title = (key: string, opacity: number, fact: string) => {
		if (opacity <= 0) return;
		const s = small ? 15 : Math.min(27, free.w / 27);
		const lines = wrap(c.say(`head.${key}`), s, 'grot', headWidth);
		lines.forEach((line, i) =>
			marks.push(
				letter(`head.${key}.${i}`, 'grot', free.x, free.y + s * 0.9 + i * s * 1.14, s, line, { opacity, fact })
			)
		);
		const y = free.y + s * 0.9 + lines.length * s * 1.14;
		if (!small || lines.length < 3)
			marks.push(
				letter(`head.${key}.by`, 'mono', free.x, y + (small ? 0 : 5), small ? 12 : 13, c.say(`by.${key}`), {
					opacity,
					fill: 'muted',
					fact
				})
			);
	};
	title('found', ease(m.panels, 0.1, 0.7) * (1 - ease(m.turned, 0, 0.3)), 'f04');
	title('answers', ease(m.turned, 0.4, 0.8), 'f03');
	if (!small)
		marks.push(
			letter('emblem', 'mono', e.x + e.half, e.y + e.half + 18, 12, c.say('emblem'), {
				anchor: 'end',
				fill: 'muted',
				opacity: ease(m.panels, 0.1, 0.7),
				fact: 'f03'
			})
		);

	PANELS.forEach((panel, i) => {
		const t = stagger(m.panels, i, PANELS.length, 0.6);
		if (t <= 0) return;
		const turn = stagger(m.turned, i, PANELS.length, 0.7);
		const fold = Math.abs(1 - 2 * turn);
		const x = free.x + (i % 2) * (w + gap);
		const y = free.y + head + Math.floor(i / 2) * (h + gap) + (1 - t) * 26;
		const shown = Math.max(0.02, fold) * w;
		const r: Rect = { x: x + (w - shown) / 2, y, w: shown, h };
		const back = turn > 0.5;
		marks.push({
			type: 'rect',
			key: `panel.${i}`,
			...r,
			fill: back ? '#FBF7EE' : 'ground',
			stroke: 'ink',
			width: 1.5,
			opacity: t
		});
		const inside = ease(fold, 0.45, 1) * t;
		if (inside <= 0) return;
		const box = { x, y, w, h };
		marks.push({
			type: 'group',
			key: `inside.${i}`,
			opacity: inside,
			clip: r,
			children: back ? sheet(c, panel, box) : finding(c, panel, box)
		});
	});
}

function finding(c: SceneContext, panel: Panel, { x, y, w, h }: Rect): Mark[] {
	const small = narrow(c);
	const pad = small ? 9 : Math.min(22, w / 16);
	const size = small ? Math.min(50, h * 0.3) : Math.min(132, h * 0.42, w * 0.31);
	const s = small ? 13.5 : Math.min(24, w / 17);
	const top = y + pad;
	const marks: Mark[] = [pictogram('more', panel.more, x + pad, top, size)];
	if (panel.less) {
		marks.push(
			letter('than', 'grot', x + pad + size * 1.36, top + size * 0.66, size * 0.52, '>', { anchor: 'middle' })
		);
		marks.push(pictogram('less', panel.less, x + pad + size * 1.72, top, size));
	} else {
		marks.push(
			letter('than', 'grot', x + pad + size * 1.36, top + size * 0.66, size * 0.52, '+', { anchor: 'middle' })
		);
		marks.push(pictogram('less', 'watching', x + pad + size * 1.72, top, size));
	}
	const title = letters('title', 'grot', x + pad, top + size + s * 1.5, s, c.say(`find.${panel.key}`), w - 2 * pad, {
		leading: 1.12,
		fact: 'f04'
	});
	marks.push(...title);
	const under = top + size + s * 1.5 + title.length * s * 1.12 + (small ? 2 : 4);
	const text = small ? 12.5 : Math.max(14, s * 0.79);
	const says = letters('text', 'news', x + pad, under, text, c.say(`find.${panel.key}.text`), w - 2 * pad, {
		fact: 'f04',
		leading: small ? 1.18 : 1.25
	});
	// A sentence with no room for all its lines is left to the text beside the drawing.
	if (under + (says.length - 1) * text * 1.2 < y + h - 6) marks.push(...says);
	return marks;
}

function sheet(c: SceneContext, panel: Panel, { x, y, w, h }: Rect): Mark[] {
	const small = narrow(c);
	const pad = small ? 9 : Math.min(22, w / 16);
	const size = small ? 26 : Math.min(76, h * 0.24);
	const label = small ? 12 : 13;
	const kind = wrap(c.say(`kind.${panel.back}`), label, 'mono', w - 2 * pad - size - 10);
	const marks: Mark[] = [pictogram('seal', panel.seal, x + w - pad - size, y + pad, size)];
	kind.forEach((line, i) =>
		marks.push(
			letter(`kind.${i}`, 'mono', x + pad, y + pad + label + i * label * 1.25, label, line, {
				fill: panel.back === 'audit' ? 'blue' : '#8A6420',
				fact: panel.fact
			})
		)
	);
	const big =
		panel.back === 'mayors' ? c.say('percent', { n: c.number(MAYORS_SHARE, 1) }) : c.say(`back.${panel.back}`);
	const number = panel.back === 'mayors';
	const s = number ? (small ? 34 : Math.min(84, w / 5)) : small ? 14 : Math.min(30, w / 13);
	let at = y + pad + Math.max(size, kind.length * label * 1.25) + (small ? 6 : 14);
	const lines = wrap(big, s, 'grot', w - 2 * pad);
	lines.forEach((line, i) =>
		marks.push(letter(`big.${i}`, 'grot', x + pad, at + s * 0.82 + i * s * 1.1, s, line, { fact: panel.fact }))
	);
	at += lines.length * s * 1.1 + (small ? 2 : 8);
	const text = small ? 12 : Math.max(14, Math.min(19, w / 21));
	const rows = wrap(c.say(`back.${panel.back}.text`), text, 'news', w - 2 * pad);
	const room = Math.floor((y + h - pad - at) / (text * 1.24));
	rows
		.slice(0, Math.max(1, room))
		.forEach((line, i) =>
			marks.push(letter(`text.${i}`, 'news', x + pad, at + text + i * text * 1.24, text, line, { fact: panel.fact }))
		);
	return marks;
}
