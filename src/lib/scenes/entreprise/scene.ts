import { interpolateLab } from 'd3';
import { ease, mix, span } from '../../figure/motion';
import { place, slab } from '../../figure/place';
import { measure, wrap } from '../../figure/text';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext, View } from '../../picture/frame';
import type { Look } from '../../street/types';
import { EMPLOYEES, FIRMS, YEARS } from './data';
import { blockAt, blockRect, firmAt, housesInk, marketAt, SIDE } from './market';
import {
	DESKS,
	FLOOR,
	hand,
	LEVELS,
	paintHouse,
	paintTables,
	px,
	py,
	ROOF,
	screenOf,
	STAIRS,
	WIDTH,
	type Section
} from './house';
import { COLLEAGUES, DIRECTORS, ENGINEERS, HE, HE_PHONE, INTERN, SALESMAN, TEN, whereabouts } from './people';

const MORNING = '#DCE6E4';
/** How much of the firm the night hides, before it dawns. */
const DARK = 0.5;

/** The firm in section; floors light up with the steps. One timeline, one view that comes near and draws back. */
export const scene: Scene = (c) => {
	const t = c.step - 1 + c.progress;
	const frame: Frame = { night: t < 0.07 ? 1 : 0, ink: [], marks: [] };
	const dawn = ease(t, 0, 0.16);
	const s = sectionAt(c.view, t);
	const out = ease(t, 5.02, 5.14);
	ground(c, frame, s, dawn, out);
	if (s.k > 1.2) {
		building(c, frame, s, t);
		lights(frame, s, t, dawn);
	}
	if (dawn < 1) {
		const phone = phoneAt(c.view);
		frame.ink.push({
			type: 'shape',
			d: slab(phone.x, phone.y, phone.w, phone.h),
			fill: '#EFE4CF',
			stroke: 'paper',
			width: 1.2,
			opacity: 1 - dawn
		});
	}
	if (t < 1.1) hired(c, t, frame, s);
	if (t > 0.98 && t < 2.12) ten(c, t, frame, s);
	if (t > 1.98 && t < 3.1) challenge(c, t, frame, s);
	if (t > 2.95 && t < 4.1) message(c, t, frame, s);
	if (t > 3.95 && t < 5.2) confidence(c, t, frame, s);
	if (t > 5) market(c, t, frame, s);
	return frame;
};

interface Shot {
	/** Middle of what is shown, metres, and its width and height. */
	x: number;
	y: number;
	w: number;
	h: number;
}

const WHOLE: Shot = { x: 8.5, y: 7.9, w: 24.4, h: 18 };

/** What each step frames; a phone comes nearer and follows. */
function shots(view: View): [number, number, Shot][] {
	const near = view.portrait || view.width < 700;
	const tall = view.portrait;
	if (!near)
		return [
			[0, 0, WHOLE],
			[0.24, 0.44, { x: 10.4, y: 10.6, w: 14.5, h: 9 }],
			[1, 1.24, { ...WHOLE, y: 5.7 }],
			[2, 2.3, { x: 9.4, y: 8.3, w: 10.2, h: 6 }],
			[3, 3.12, { x: 11.6, y: 6.5, w: 15.8, h: 9 }],
			[4, 4.3, { x: 17.1, y: 4.75, w: 4.9, h: 3.3 }]
		];
	return [
		[0, 0, { x: 0.6, y: 2.6, w: 9, h: 8 }],
		[0.26, 0.46, { x: 7.2, y: 11.4, w: tall ? 9 : 11, h: tall ? 8 : 9 }],
		[0.66, 0.78, { x: 14.2, y: 11.4, w: tall ? 9 : 11, h: tall ? 8 : 9 }],
		[1, 1.24, { ...WHOLE, y: tall ? 4.9 : 4.6, h: 19 }],
		[2, 2.3, { x: 8.6, y: 8.6, w: tall ? 9.4 : 11.5, h: 5 }],
		[3, 3.3, { x: 10.7, y: 6.4, w: tall ? 14.6 : 15.6, h: 8.6 }],
		[4, 4.3, { x: 17.3, y: 4.8, w: 4.3, h: 3.4 }]
	];
}

function fitShot(view: View, shot: Shot): Section {
	const { free } = view;
	const k = Math.min(free.w / shot.w, free.h / shot.h);
	return { k, x: free.x + free.w / 2 - shot.x * k, y: free.y + free.h / 2 + shot.y * k };
}

/** The view at a time: scales go by ratio, so that coming near keeps an even pace. */
function sectionAt(view: View, t: number): Section {
	const list = shots(view);
	let s = fitShot(view, list[0][2]);
	for (const [from, to, shot] of list.slice(1)) {
		if (t <= from) break;
		s = blend(view, s, fitShot(view, shot), ease(t, from, to));
	}
	// Out to the house's own block, then to all of them.
	for (const [m, from, to] of [
		[blockAt(view), 5.02, 5.17],
		[marketAt(view), 5.25, 5.42]
	] as const)
		if (t > from) s = blend(view, s, { k: m.k, x: m.x - (WIDTH / 2) * m.k, y: m.y }, ease(t, from, to));
	return s;
}

function blend(view: View, a: Section, b: Section, t: number): Section {
	if (t <= 0) return a;
	if (t >= 1) return b;
	const k = a.k * (b.k / a.k) ** t;
	// The middle of the free area keeps a straight way through the house, weighted by how near it is.
	const cx = view.free.x + view.free.w / 2;
	const cy = view.free.y + view.free.h / 2;
	const near = Math.abs(b.k - a.k) < 1e-6 ? t : (k - a.k) / (b.k - a.k);
	const x = mix((cx - a.x) / a.k, (cx - b.x) / b.k, (near * b.k) / k);
	const y = mix((a.y - cy) / a.k, (b.y - cy) / b.k, (near * b.k) / k);
	return { k, x: cx - x * k, y: cy + y * k };
}

/** Sky and pavement. */
function ground(c: SceneContext, frame: Frame, s: Section, dawn: number, out: number): void {
	const { width, height } = c.view;
	const sky = interpolateLab('#16181B', MORNING)(dawn);
	const paper = interpolateLab(sky, '#EFE4CF')(out);
	frame.ink.push({ type: 'shape', d: slab(0, 0, width, height), fill: paper });
	const y = py(s, 0);
	if (y < height && out < 1)
		frame.ink.push({
			type: 'shape',
			d: slab(-4, y, width + 8, height - y + 40),
			fill: interpolateLab('#1E2328', '#D9CDB6')(dawn),
			stroke: 'ink',
			width: 1.4,
			opacity: 1 - out
		});
	if (s.k > 8) outside(frame, s);
}

/** A tree, a bench, a lamp: the street the house stands in. */
function outside(frame: Frame, s: Section): void {
	const h = hand(frame.ink, s);
	h.line('M-3.7 0L-3.7 3.9', 'ink', 2);
	h.fill('M-3.95 3.9L-3.8 4.35L-3.6 4.35L-3.45 3.9Z', '#F7DFA0');
	h.box(-2.85, 0.42, 1.5, 0.09, '#B98D63');
	h.box(-2.85, 0.62, 1.5, 0.3, '#C79C70');
	h.line('M-2.7 0.42L-2.7 0M-1.5 0.42L-1.5 0', 'ink', 1.5);
	h.box(21.75, 0, 0.22, 2.2, '#9C7F5E');
	h.fill(
		'M21.86 1.9C20.6 1.9 20.4 3.1 21 3.5C20.6 4.3 21.4 5 22 4.8C22.7 5.1 23.4 4.3 23 3.5C23.5 2.8 23 1.9 21.86 1.9Z',
		'#7F9B72'
	);
	h.line('M21.3 3.2C21.5 3.4 21.8 3.4 21.9 3.2M22.2 4C22.4 4.1 22.6 4 22.7 3.8', '#5F7A55', 0.8);
}

interface Body {
	look: Look;
	x: number;
	y: number;
	pose: 'walk' | 'stand' | 'bench';
	facing: -1 | 0 | 1;
	phase?: number;
	height?: number;
}

const person = (s: Section, b: Body): Ink => ({
	type: 'person',
	look: b.look,
	pose: b.pose,
	x: px(s, b.x),
	y: py(s, b.y),
	k: s.k,
	height: b.height ?? 1.74,
	facing: b.facing,
	phase: b.phase ?? 0
});

function building(c: SceneContext, frame: Frame, s: Section, t: number): void {
	paintHouse(frame.ink, s, c.life);
	if (s.k > 5) bodies(c, t).forEach((b, i) => frame.ink.push(person(s, alive(b, i, c.life))));
	paintTables(frame.ink, s, t > 2.9 && t < 4.1 ? '#F6EFE2' : '#B9CCD1');
}

/** Small gestures of people who sit or stand: they breathe, and now and then one looks up at the reader. */
function alive(b: Body, i: number, life: number): Body {
	if (life === 0 || b.pose === 'walk') return b;
	const looks = b.pose === 'bench' && Math.floor(life / 2.3 + i * 1.7) % 7 === 0;
	return {
		...b,
		y: b.y + 0.008 * (1 + Math.sin(life * 1.9 + i * 2.1)),
		facing: looks ? 0 : b.facing
	};
}

/** Everybody in the house at a time, from the back of the picture to the front. */
function bodies(c: SceneContext, t: number): Body[] {
	const on = (level: number) => LEVELS[level] + 0.12;
	const list: Body[] = [];
	// Somebody is always on the stairs.
	const climb = (c.life * 0.045 + t * 0.35) % 1;
	const leg = climb < 0.5 ? climb * 2 : 2 - climb * 2;
	const up = leg < 0.5 ? leg * 2 : 2 - leg * 2;
	list.push({
		look: COLLEAGUES[2],
		x: mix(0.6, 2.7, up),
		y: on(1) + leg * FLOOR,
		pose: 'walk',
		facing: (leg < 0.5 ? 1 : -1) * (climb < 0.5 ? 1 : -1) > 0 ? 1 : -1,
		phase: (c.life * 0.8 + t * 6) % 1
	});
	// Directors: in the meeting room for the exercise, then one at the lunch table, always.
	list.push({ look: DIRECTORS[0], x: 8.3, y: on(3), pose: 'bench', facing: -1 });
	const lunch = t > 0.6;
	list.push(
		lunch
			? { look: DIRECTORS[1], x: 15.9, y: on(3), pose: 'bench', facing: -1 }
			: { look: DIRECTORS[1], x: 9.9, y: on(3), pose: 'bench', facing: -1 }
	);
	list.push({ look: COLLEAGUES[0], x: 13.4, y: on(3), pose: 'bench', facing: 1 });
	if (t > 1) list.push({ look: ENGINEERS[4], x: 12.1, y: on(3), pose: 'bench', facing: 1 });
	// Engineers at their desks; one is at the whiteboard, one at lunch.
	ENGINEERS.forEach((look, i) => {
		const d = DESKS[4 + i];
		if (i === 5) list.push({ look, x: 17.75, y: on(2), pose: 'stand', facing: 1 });
		else if (i !== 4 || t <= 1) list.push({ look, x: d.x, y: on(2), pose: 'bench', facing: 1 });
	});
	// Sales: he has the second desk; the intern leaves hers for the coffee machine.
	list.push({ look: COLLEAGUES[1], x: DESKS[0].x, y: on(1), pose: 'bench', facing: 1 });
	list.push({ look: SALESMAN, x: DESKS[3].x, y: on(1), pose: 'bench', facing: 1 });
	// She crosses to the coffee machine, speaks, and leaves for good: she did not renew her internship.
	const coffee = span(t, 3.94, 4.14);
	const gone = span(t, 4.8, 5.02);
	const desk = DESKS[2].x;
	if (gone < 1)
		list.push({
			look: INTERN,
			x: gone > 0 ? mix(18.2, 9, gone) : coffee > 0 ? mix(desk, 18.2, coffee) : desk,
			y: on(1),
			pose: coffee <= 0 ? 'bench' : gone > 0 || coffee < 1 ? 'walk' : 'stand',
			facing: gone > 0 || coffee >= 1 ? -1 : 1,
			phase: ((gone > 0 ? gone * 6 : coffee * 4.6) + 0.25) % 1,
			height: 1.66
		});
	const he = whereabouts(t);
	list.push({ look: t < 0.26 ? HE_PHONE : HE, ...he });
	return list;
}

/** The lit screen of his telephone as the chapter opens: the chapter before shrinks into it. */
export function phoneAt(view: View): Rect {
	const s = sectionAt(view, 0);
	const he = whereabouts(0);
	const w = Math.max(5, 0.24 * s.k);
	return { x: px(s, he.x + 0.3 * he.facing) - w / 2, y: py(s, he.y + 1.08) - w * 0.75, w, h: w * 1.5 };
}

/** The firm as the chapter opens on it, by night, with him on the bench: the chapter before ends on it. */
export function firmAtNight(c: SceneContext): Ink[] {
	const frame: Frame = { night: 1, ink: [], marks: [] };
	const s = sectionAt(c.view, 0);
	ground(c, frame, s, 0, 0);
	building(c, frame, s, 0);
	lights(frame, s, 0, 0);
	return frame.ink;
}

/** How bright each floor is: the one the step speaks of is lit, the others wait in the half-dark. */
function lights(frame: Frame, s: Section, t: number, dawn: number): void {
	const level = (...on: [number, number, number][]) =>
		on.reduce(
			(v, [from, to, much]) => Math.max(v, much * ease(t, from - 0.08, from + 0.04) * (1 - ease(t, to, to + 0.12))),
			0
		);
	const all = ease(t, 5, 5.15);
	const lit = [
		Math.max(all, level([0.24, 0.4, 0.8], [1, 1.95, 0.7])),
		Math.max(all, level([1.16, 1.9, 0.75], [3.02, 5.1, 1])),
		Math.max(all, level([1.04, 3.95, 1])),
		Math.max(all, level([0.3, 1.02, 1], [1.04, 1.96, 0.85]))
	];
	const dark = interpolateLab('#0E1014', '#5A6670')(dawn);
	lit.forEach((v, i) => {
		if (v >= 1) return;
		const y = LEVELS[i];
		frame.ink.push({
			type: 'shape',
			d: place(
				slab(STAIRS, y + 0.12, WIDTH - STAIRS, FLOOR - 0.34) +
					slab(0, y + 0.12, STAIRS, i === 3 ? FLOOR - 0.24 : FLOOR),
				s.x,
				s.y,
				s.k,
				-s.k
			),
			fill: dark,
			opacity: mix(0.86, 0.5, dawn) * (1 - v)
		});
	});
	if (dawn < 1)
		frame.ink.push({ type: 'shape', d: slab(-10, -10, 6000, 4000), fill: '#16181B', opacity: DARK * (1 - dawn) });
}

interface Slip {
	key: string;
	lines: string[];
	x: number;
	y: number;
	size: number;
	font: 'grot' | 'news';
	opacity: number;
	fact?: string;
}

/** A slip of paper with words, its top left at (x, y). */
function slip(o: Slip): Mark[] {
	if (o.opacity <= 0) return [];
	const w = Math.max(...o.lines.map((l) => measure(l, o.size, o.font))) + 20;
	const h = o.lines.length * o.size * 1.22 + 14;
	return [
		{
			type: 'rect',
			key: `${o.key}-slip`,
			x: o.x,
			y: o.y,
			w,
			h,
			fill: 'paper',
			stroke: 'ink',
			width: 1.3,
			opacity: o.opacity
		},
		...o.lines.map((text, i): Mark => ({
			type: 'text',
			key: `${o.key}-${i}`,
			x: o.x + 10,
			y: o.y + 5 + o.size + i * o.size * 1.22,
			text,
			size: o.size,
			font: o.font,
			opacity: o.opacity,
			...(o.fact ? { fact: o.fact } : {})
		}))
	];
}

const isNear = (c: SceneContext): boolean => c.view.portrait || c.view.width < 700;

function hired(c: SceneContext, t: number, frame: Frame, s: Section): void {
	const { free } = c.view;
	const near = isNear(c);
	const size = near ? 15 : 22;
	const leave = 1 - ease(t, 1, 1.08);
	const places: [number, number, number, number][] = [
		[-2.2, 2.1, 0.08, 0.3],
		[7.6, 13.0, 0.44, 0.66],
		[14.1, 13.0, 0.74, 2]
	];
	places.forEach(([x, y, from, to], i) => {
		const n = i + 1;
		const shown = ease(t, from, from + 0.08) * (1 - ease(t, to, to + 0.04)) * leave;
		if (shown <= 0) return;
		const max = near ? Math.min(free.w - 40, 230) : i === 0 ? 160 : Math.min(260, 6.3 * s.k - 10);
		const lines = wrap(c.say(`hired.${n}`), size, 'grot', max);
		const w = Math.max(...lines.map((l) => measure(l, size, 'grot'))) + 20;
		const h = lines.length * size * 1.22 + 14;
		const r = near ? 12 : 15;
		const sx = Math.max(free.x + r, Math.min(free.x + free.w - w, px(s, x) - w / 2));
		const sy = Math.max(free.y, py(s, y) - h);
		frame.marks.push(
			...slip({ key: `hired-${n}`, lines, x: sx, y: sy, size, font: 'grot', opacity: shown }),
			{
				type: 'circle',
				key: `hired-${n}-dot`,
				x: sx,
				y: sy,
				r,
				fill: '#E0B13A',
				stroke: 'ink',
				width: 1.3,
				opacity: shown
			},
			{
				type: 'text',
				key: `hired-${n}-number`,
				x: sx,
				y: sy + r * 0.4,
				text: String(n),
				size: r + 2,
				font: 'grot',
				anchor: 'middle',
				opacity: shown
			}
		);
	});
	const he = whereabouts(t);
	frame.subject = [{ x: px(s, he.x) - 0.5 * s.k, y: py(s, he.y + 1.8), w: s.k, h: 1.9 * s.k }];
	frame.says = c.say('says.1');
}

function ten(c: SceneContext, t: number, frame: Frame, s: Section): void {
	const { free } = c.view;
	const near = isNear(c);
	const k = near ? Math.min(40, free.w / 11) : Math.min(88, free.w / 9.6);
	const step = Math.min(free.w / 10.4, k * 1.4);
	const y = free.y + free.h - (near ? 4 : 14);
	const left = free.x + (free.w - step * 9) / 2;
	const leave = ease(t, 2, 2.1);
	TEN.forEach(({ look }, i) => {
		const come = ease(t, 1.1 + i * 0.02, 1.3 + i * 0.02);
		if (come <= 0 || leave >= 1) return;
		const x = mix(free.x + free.w + 80 + i * 30, left + i * step, come) - leave * (free.w + 200);
		frame.ink.push({
			type: 'person',
			look,
			pose: come < 1 || leave > 0 ? 'walk' : 'stand',
			x,
			y,
			k,
			height: 1.66 + ((i * 7) % 5) * 0.04,
			facing: come < 1 || leave > 0 ? -1 : 0,
			phase: (come * 3 + leave * 4 + i * 0.21) % 1
		});
	});
	const shown = ease(t, 1.34, 1.44) * (1 - ease(t, 2, 2.06));
	const size = near ? 16 : 29;
	const lines = wrap(c.say('men'), size, 'grot', free.w - 24);
	const h = lines.length * size * 1.22 + 14;
	frame.marks.push(
		...slip({
			key: 'men',
			lines,
			x: left - step * 0.3,
			y: y - k * 2.05 - h,
			size,
			font: 'grot',
			opacity: shown,
			fact: 'c12'
		})
	);
	const floor = near ? 13 : 19;
	for (const [key, level] of [
		['engineers', 2],
		['sales', 1]
	] as const)
		if (!near)
			frame.marks.push(
				...slip({
					key: `floor-${key}`,
					lines: [c.say(`floor.${key}`)],
					x: px(s, 3.4),
					y: py(s, LEVELS[level] + FLOOR - 0.3),
					size: floor,
					font: 'grot',
					opacity: ease(t, 1.2, 1.3) * (1 - ease(t, 2, 2.06))
				})
			);
	if (!near)
		frame.marks.push(
			...slip({
				key: 'lunch',
				lines: wrap(c.say('lunch'), floor, 'news', 200),
				x: px(s, 11.6),
				y: py(s, ROOF + 2.2),
				size: floor,
				font: 'news',
				opacity: ease(t, 1.46, 1.56) * (1 - ease(t, 2, 2.06))
			})
		);
	if (t < 2.02) {
		frame.subject = [{ x: left - step / 2, y: y - 2 * k, w: step * 10, h: 2 * k }];
		frame.says = c.say('says.2');
	}
}

/** Red boxes follow little figures on the engineers' screens. */
function challenge(c: SceneContext, t: number, frame: Frame, s: Section): void {
	const shown = ease(t, 2.12, 2.3) * (1 - ease(t, 3, 3.08));
	let figures = '';
	let boxes = '';
	for (const d of DESKS.filter((desk) => desk.level === 2)) {
		const [x, y] = screenOf(d);
		for (let i = 0; i < 2; i++) {
			const u = (c.life * 0.06 + t * 0.5 + d.x * 0.13 + i * 0.5) % 1;
			const fx = x - 0.22 + u * 0.44;
			const fy = y - 0.2 + i * 0.05;
			figures += place(slab(fx - 0.02, fy, 0.04, 0.12), s.x, s.y, s.k, -s.k);
			boxes += place(slab(fx - 0.05, fy - 0.02, 0.1, 0.18), s.x, s.y, s.k, -s.k);
		}
	}
	frame.ink.push(
		{ type: 'shape', d: figures, fill: 'ink', opacity: shown },
		{ type: 'shape', d: boxes, fill: 'none', stroke: 'signal', width: Math.max(1, s.k / 46), opacity: shown }
	);
	// Somebody's cursor goes after one of them.
	const [mx, my] = screenOf(DESKS[6]);
	const u = (c.life * 0.06 + t * 0.5 + DESKS[6].x * 0.13) % 1;
	frame.ink.push({
		type: 'shape',
		d: place(
			'M0 0L0 -0.15L0.035 -0.115L0.06 -0.17L0.085 -0.158L0.06 -0.105L0.11 -0.105Z',
			px(s, mx - 0.22 + u * 0.44 - 0.04 + 0.03 * Math.sin(t * 40)),
			py(s, my - 0.02),
			s.k,
			-s.k
		),
		fill: '#FFFFFF',
		stroke: 'ink',
		width: 1,
		opacity: shown
	});
	const near = isNear(c);
	const size = near ? 15 : 26;
	const { free } = c.view;
	const lines = wrap(c.say('challenge'), size, 'grot', free.w - 30);
	const y = Math.max(free.y, py(s, LEVELS[2] + FLOOR) - lines.length * size * 1.22 - 30);
	frame.marks.push(
		...slip({ key: 'challenge', lines, x: Math.max(free.x, px(s, 3.6)), y, size, font: 'grot', opacity: shown })
	);
	if (t < 3.02) {
		frame.subject = [roomRect(c.view, s, 2)];
		frame.says = c.say('says.3');
	}
}

/** The part of a floor's rooms that is in the free part of the stage. */
function roomRect({ free }: View, s: Section, level: number): Rect {
	const x = Math.max(free.x, px(s, STAIRS));
	const right = Math.min(free.x + free.w, px(s, WIDTH));
	return { x, y: py(s, LEVELS[level] + FLOOR), w: right - x, h: FLOOR * s.k };
}

/** The desks in the order the message comes to them: along the engineers' floor, down the shaft, along the sales floor. */
const ROUTE = [4, 5, 6, 7, 8, 9, 3, 2, 1, 0];
const SENDER = ROUTE[0];
const SELLER = 3;
/** The shaft between the floors, metres. */
const SHAFT = 17.3;

/** The cable the message runs along, metres, and how far along it each desk of the route is. */
function cable(): { points: [number, number][]; stops: number[]; total: number } {
	const y = (level: number) => LEVELS[level] + 0.2;
	const xs = ROUTE.map((d) => screenOf(DESKS[d])[0]);
	const points: [number, number][] = [
		[xs[0], y(2)],
		[SHAFT, y(2)],
		[SHAFT, y(1)],
		[xs[xs.length - 1], y(1)]
	];
	const first = SHAFT - xs[0];
	const stops = ROUTE.map((d, i) => (DESKS[d].level === 2 ? xs[i] - xs[0] : first + FLOOR + SHAFT - xs[i]));
	return { points, stops, total: stops[stops.length - 1] };
}
const CABLE = cable();

/** A point of the cable, metres. */
function along(run: number): [number, number] {
	let left = run;
	for (let i = 1; i < CABLE.points.length; i++) {
		const [ax, ay] = CABLE.points[i - 1];
		const [bx, by] = CABLE.points[i];
		const length = Math.hypot(bx - ax, by - ay);
		if (left <= length) return [mix(ax, bx, left / length), mix(ay, by, left / length)];
		left -= length;
	}
	return CABLE.points[CABLE.points.length - 1];
}

/** The message runs from desk to desk and floor to floor; replies are begun and given up; one is sent, about sales. */
function message(c: SceneContext, t: number, frame: Frame, s: Section): void {
	const { free } = c.view;
	const near = isNear(c);
	const leave = 1 - ease(t, 4, 4.1);
	const h = hand(frame.ink, s);
	// Past the end of the cable, so that the last desk gets it whole.
	const run = (CABLE.total + 1.7) * ease(t, 3.16, 3.44);
	const sent = ease(t, 3.62, 3.72);
	if (run > 0 && leave > 0) {
		// The cable lights up behind what runs along it.
		const d: [number, number][] = [];
		for (let r = 0; r < run; r += 0.6) d.push(along(r));
		d.push(along(run));
		const path = place(d.map(([x, y], i) => `${i ? 'L' : 'M'}${x} ${y}`).join(''), s.x, s.y, s.k, -s.k);
		frame.ink.push(
			{ type: 'shape', d: path, stroke: 'ink', width: Math.max(3, 0.12 * s.k), round: true, opacity: leave },
			{ type: 'shape', d: path, stroke: '#F7DFA0', width: Math.max(1.6, 0.06 * s.k), round: true, opacity: leave }
		);
		const [x, y] = along(run);
		if (run < CABLE.total) h.box(x - 0.24, y - 0.16, 0.48, 0.34, '#FFFFFF', 0.04);
	}
	const typing: number[] = [];
	let full = '';
	let own = '';
	let lines = '';
	const faded: [string, number][] = [];
	ROUTE.forEach((index, i) => {
		const d = DESKS[index];
		const [x, y] = screenOf(d);
		const come = index === SENDER ? ease(t, 3.08, 3.16) : ease(run, CABLE.stops[i], CABLE.stops[i] + 1.6);
		if (come <= 0) return;
		const w = 1.3 * come;
		const high = 0.62 * come;
		const bx = x - 0.3;
		const by = y + 0.4;
		const bubble = place(
			`M${bx} ${by + 0.16}L${bx + w} ${by + 0.16}L${bx + w} ${by + 0.16 + high}L${bx} ${by + 0.16 + high}L${bx} ${by + 0.16}L${bx + 0.12} ${by + 0.16}L${bx + 0.2} ${by}L${bx + 0.34} ${by + 0.16}Z`,
			s.x,
			s.y,
			s.k,
			-s.k
		);
		if (index === SENDER) own += bubble;
		else full += bubble;
		if (come > 0.9)
			lines += place(
				`M${bx + 0.16} ${by + 0.62}L${bx + 1.12} ${by + 0.62}M${bx + 0.16} ${by + 0.46}L${bx + 1.12} ${by + 0.46}M${bx + 0.16} ${by + 0.3}L${bx + 0.8} ${by + 0.3}`,
				s.x,
				s.y,
				s.k,
				-s.k
			);
		// Somebody types, stops, deletes; one after the other, and each for less long.
		const begin = 3.44 + i * 0.016;
		const hesitates = ease(t, begin, begin + 0.03) * (1 - ease(t, begin + 0.07, begin + 0.11));
		if (index !== SELLER && index !== SENDER && hesitates > 0) {
			const tx = bx + 0.2;
			const ty = by + 0.98;
			faded.push([place(slab(tx - 0.14, ty - 0.16, 0.9, 0.34, 0.14), s.x, s.y, s.k, -s.k), hesitates]);
			for (let k = 0; k < 3; k++)
				typing.push(
					px(s, tx + 0.12 + k * 0.2),
					py(s, ty + 0.04 * Math.sin(c.life * 5 + k + i)),
					0.065 * s.k * hesitates
				);
		}
	});
	frame.ink.push(
		{ type: 'shape', d: full, fill: '#FFFFFF', stroke: 'ink', width: 1.4, opacity: leave },
		{ type: 'shape', d: own, fill: '#F7DFA0', stroke: 'ink', width: 1.8, opacity: leave },
		{ type: 'shape', d: lines, fill: 'none', stroke: '#6B645B', width: Math.max(1.4, s.k * 0.045), opacity: leave }
	);
	for (const [d, o] of faded)
		frame.ink.push({ type: 'shape', d, fill: '#E6E1D6', stroke: 'ink', width: 1, opacity: o * leave });
	frame.ink.push({ type: 'dots', xyr: typing, fill: 'ink', opacity: leave });
	// The salesman's answer, larger than the message.
	if (sent > 0) {
		const [x, y] = screenOf(DESKS[SELLER]);
		const bx = x + 1.2;
		const by = y + 0.42;
		const w = 1.5 * sent;
		const high = 0.9 * sent;
		h.fill(
			`M${bx} ${by}L${bx + w} ${by}L${bx + w} ${by + high}L${bx} ${by + high}L${bx} ${by + 0.3}L${bx - 0.24} ${by + 0.16}Z`,
			'#E0B13A'
		);
		frame.marks.push({
			type: 'text',
			key: 'euro',
			x: px(s, bx + 0.75),
			y: py(s, by + 0.24),
			text: '€ ?',
			size: Math.max(12, 0.62 * s.k),
			font: 'grot',
			weight: 800,
			anchor: 'middle',
			opacity: ease(sent, 0.6, 1) * leave
		});
	}
	const size = near ? 14 : 22;
	const first = wrap(c.say('message'), size, 'news', Math.min(free.w - 24, near ? 400 : 640));
	const top = free.y;
	const second = [c.say('message.silence'), c.say('message.one')].flatMap((text) =>
		wrap(text, size, 'grot', free.w - 24)
	);
	frame.marks.push(
		...slip({
			key: 'message',
			lines: first,
			x: free.x,
			y: top,
			size,
			font: 'news',
			opacity: ease(t, 3.14, 3.24) * leave,
			fact: 'f10'
		}),
		...slip({
			key: 'answer',
			lines: second,
			x: free.x,
			y: free.y + free.h - second.length * size * 1.22 - 14,
			size,
			font: 'grot',
			opacity: ease(t, 3.6, 3.68) * leave
		})
	);
	if (t < 4.02) {
		frame.subject = [roomRect(c.view, s, 2), roomRect(c.view, s, 1)];
		frame.says = c.say('says.4');
	}
}

/** Ten, twenty, thirty years, larger and larger on the wall behind two people who speak low. */
function confidence(c: SceneContext, t: number, frame: Frame, s: Section): void {
	const leave = 1 - ease(t, 5, 5.08);
	// From the edge of what a phone shows to the shelf, in metres; words are longer in one language than in the other.
	const [from, to] = [isNear(c) ? 15.3 : 14.8, 18.5];
	const gap = 0.24;
	const words = YEARS.map((n) => c.say('years', { n }));
	const sizes = [0.27, 0.4, 0.58];
	const total = words.reduce((w, text, i) => w + measure(text, sizes[i], 'grot'), gap * (words.length - 1));
	const scale = Math.min(1, (to - from) / total);
	let x = from;
	words.forEach((text, i) => {
		const shown = ease(t, 4.28 + i * 0.07, 4.38 + i * 0.07) * leave;
		const size = sizes[i] * scale;
		frame.marks.push({
			type: 'text',
			key: `years-${YEARS[i]}`,
			x: px(s, x),
			y: py(s, LEVELS[1] + 2.24) + (1 - shown) * 10,
			text,
			size: Math.max(12, size * s.k),
			font: 'grot',
			fill: 'ink',
			opacity: shown * [0.5, 0.65, 0.85][i]
		});
		x += measure(text, size, 'grot') + gap * scale;
	});
	if (t < 5.02) {
		frame.subject = [{ x: px(s, 16.5), y: py(s, LEVELS[1] + 2), w: 2.4 * s.k, h: 2 * s.k }];
		frame.says = c.say('says.5');
	}
}

/** Two thousand five hundred houses; the one of the chapter among them, pointed at. */
function market(c: SceneContext, t: number, frame: Frame, s: Section): void {
	const { view } = c;
	const { free } = view;
	const m = marketAt(view);
	const near = isNear(c);
	const step = (m.cell / m.k) * s.k;
	const cx = px(s, WIDTH / 2);
	const cy = py(s, 0);
	frame.ink.push(...housesInk(view, m, cx, cy, step, ease(-s.k, -2.4, -1.2), ease(t, 5.02, 5.1)));

	const block = blockRect(cx, cy, step);
	const alone = ease(t, 5.13, 5.17);
	const kept = alone * (1 - ease(t, 5.86, 5.97));
	if (kept > 0) {
		const size = near ? 15 : 22;
		const edge = step * 0.12;
		const label = {
			key: 'market-block',
			lines: [c.say('market.block', { n: SIDE * SIDE })],
			size,
			font: 'grot' as const
		};
		frame.marks.push(
			{
				type: 'rect',
				key: 'market-hundred',
				x: block.x - edge,
				y: block.y - edge,
				w: block.w + 2 * edge,
				h: block.h + 2 * edge,
				stroke: 'ink',
				width: near ? 1.6 : 2.2,
				opacity: kept
			},
			...slip({ ...label, x: block.x, y: free.y + 2, opacity: alone * (1 - ease(t, 5.25, 5.3)) })
		);
	}
	const told = ease(t, 5.36, 5.43) * (1 - ease(t, 5.86, 5.97));
	const big = near ? 34 : Math.min(92, free.w / 8.6);
	const small = near ? 14 : 21;
	let y = free.y + big * 0.84;
	frame.marks.push({
		type: 'text',
		key: 'market-firms',
		x: free.x,
		y,
		text: c.say('market.firms', { n: FIRMS }),
		size: big,
		font: 'grot',
		weight: 800,
		fact: 'c23',
		opacity: told
	});
	y += small * 1.5;
	const people = `${c.say('market.people', { n: EMPLOYEES })}, ${c.say('market.mean', { n: c.number(EMPLOYEES / FIRMS, 1) })}`;
	const lines = [...wrap(people, small, 'news', free.w), ...wrap(c.say('market.source'), small, 'news', free.w)];
	lines.forEach((text, i) =>
		frame.marks.push({
			type: 'text',
			key: `market-${i}`,
			x: free.x,
			y: y + i * small * 1.2,
			text,
			size: small,
			font: 'news',
			fact: i === 0 ? 'c23' : 'f06',
			opacity: told
		})
	);
	const seen = ease(t, 5.42, 5.5) * (1 - ease(t, 5.86, 5.97));
	if (seen > 0) {
		const r = (near ? 9 : 15) * mix(1.8, 1, seen);
		const [x, mid] = firmAt(m, m.own);
		const size = near ? 14 : 19;
		const text = c.say('market.own');
		const w = measure(text, size, 'grot') + 20;
		const sx = Math.min(free.x + free.w - w, x + r + (near ? 16 : 34));
		const sy = mid - r - (near ? 34 : 58);
		frame.marks.push(
			{ type: 'circle', key: 'market-ring', x, y: mid, r, stroke: 'ink', width: near ? 2 : 2.6, opacity: seen },
			{
				type: 'line',
				key: 'market-leader',
				x1: x + r * 0.72,
				y1: mid - r * 0.72,
				x2: sx + 8,
				y2: sy + size,
				stroke: 'ink',
				width: near ? 1.6 : 2.2,
				opacity: seen
			},
			...slip({ key: 'market-own', lines: [text], x: sx, y: sy, size, font: 'grot', opacity: seen })
		);
	}
	frame.subject = [{ x: m.left, y: m.top, w: free.w - 2 * (m.left - free.x), h: free.y + free.h - m.top }];
	frame.says = c.say('says.6', { n: c.number(FIRMS) });
}
