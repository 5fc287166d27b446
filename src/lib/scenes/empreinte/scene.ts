import { interpolateRgb } from 'd3';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { place, slab } from '../../figure/place';
import { measure, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, Scene, SceneContext, View } from '../../story/frame';
import { CONVENTIONS, DAYS, ENERGY_KWH, flights, GPT3_MWH, MEGAWATTS, PROCESSORS, TONNES, WATTS_EACH } from './data';
import { along, atlantic, fan, offsetOf } from './map';

const DARK = '#2E2B2A';
const OCHRE = '#C99A3F';
const GREY = '#8C857B';

/** What moves between the steps, each from 0 to 1. */
interface Moment {
	poster: number;
	rolled: number;
	/** The processors stand as the axis of power. */
	stood: number;
	/** The month has run. */
	month: number;
	struck: number;
	written: number;
	/** Energy has become tonnes. */
	tonnes: number;
	/** Flights that have left, 0 to 1 of the first convention. */
	flown: number;
	/** Place in the list of conventions. */
	convention: number;
	/** Tonnes have become the bar of the first row. */
	rows: number;
}

function moment(step: number, p: number): Moment {
	const from = (n: number, a: number, b: number) => (step > n ? 1 : step < n ? 0 : ease(p, a, b));
	return {
		poster: from(1, 0.03, 0.26),
		rolled: from(1, 0.42, 0.86),
		stood: from(2, 0.02, 0.18),
		month: step > 2 ? 1 : step < 2 ? 0 : span(p, 0.36, 0.6),
		struck: from(2, 0.21, 0.28),
		written: from(2, 0.28, 0.37),
		tonnes: from(3, 0, 0.18),
		flown: step > 3 ? 1 : step < 3 ? 0 : span(p, 0.16, 0.54),
		convention: step > 3 ? 2 : step < 3 ? 0 : ease(p, 0.66, 0.74) + ease(p, 0.82, 0.9),
		rows: from(4, 0.04, 0.36)
	};
}

interface Places {
	small: boolean;
	poster: Rect;
	/** The processors, as a block and as an axis. */
	block: Rect;
	axis: Rect;
	/** Power times a month. */
	month: Rect;
	strip: Rect;
	plate: Rect;
	/** The bar of the interview's figure, beside its scale: pixels a gigawatt-hour. */
	bar: Rect;
	perGwh: number;
	pitch: number;
}

function placesOf({ free, portrait, width }: View): Places {
	const small = portrait || width < 700;
	const { x, y, w, h } = free;
	const ph = small ? h - 12 : Math.min(h - 40, 700);
	const pw = Math.min(w * 0.86, ph * 0.78);
	const poster = { x: x + (w - pw) / 2, y: y + 6, w: pw, h: ph };
	const inset = small ? 8 : 16;
	const side = Math.min(pw - 2 * inset, ph - 2 * inset);
	const block = { x: poster.x + (pw - side) / 2, y: poster.y + (ph - side) * 0.36, w: side, h: side };
	const head = small ? (portrait ? 118 : 84) : Math.max(150, h * 0.22);
	const left = small ? 62 : 78;
	const foot = small ? 38 : 62;
	const axis = { x: x + left, y: y + head, w: small ? 20 : 34, h: h - head - foot };
	const month = { x: axis.x + axis.w, y: axis.y, w: w - left - axis.w - (small ? 4 : 10), h: axis.h };
	const strip = { x, y: y + (small ? 20 : 34), w, h: (w / 100) * 5 };
	const top = strip.y + strip.h + (small ? (portrait ? 62 : 42) : 96);
	const plate = { x, y: top, w, h: y + h - top };
	const title = small ? (portrait ? 52 : 34) : Math.max(84, h * 0.13);
	const pitch = (h - title) / 3;
	const perGwh = (w - 4) / 1.42;
	const bar = {
		x: x + 2,
		y: y + title + pitch * (small ? 0.5 : 0.44),
		w: perGwh,
		h: small ? Math.min(34, pitch * 0.28) : Math.min(84, pitch * 0.4)
	};
	return { small, poster, block, axis, month, strip, plate, bar, perGwh, pitch };
}

const lerp = (a: Rect, b: Rect, t: number): Rect => ({
	x: mix(a.x, b.x, t),
	y: mix(a.y, b.y, t),
	w: mix(a.w, b.w, t),
	h: mix(a.h, b.h, t)
});

/** Lines that cut a rectangle into `across` by `down` cells. */
function cells({ x, y, w, h }: Rect, across: number, down: number): string {
	let d = '';
	for (let i = 1; i < across; i++) d += `M${(x + (i * w) / across).toFixed(1)} ${y.toFixed(1)}v${h.toFixed(1)}`;
	for (let i = 1; i < down; i++) d += `M${x.toFixed(1)} ${(y + (i * h) / down).toFixed(1)}h${w.toFixed(1)}`;
	return d;
}

export const scene: Scene = (c) => {
	const m = moment(c.step, c.progress);
	const p = placesOf(c.view);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	if (c.step <= 2) processors(c, p, m, ink, marks);
	if (c.step === 1 || (c.step === 2 && c.progress < 0.2)) poster(c, p, m, ink, marks);
	if (c.step >= 2) quantity(c, p, m, ink, marks);
	if (c.step === 2 || (c.step === 3 && m.tonnes < 1)) slip(c, p, m, marks);
	if (c.step >= 3) ocean(c, p, m, ink, marks);
	if (c.step === 4) rows(c, p, m, marks);
	return { night: 0, ink, marks, subject: [c.view.free], says: saying(c) };
};

function saying(c: SceneContext): string {
	return c.say(`says.${c.step}`, {
		processors: PROCESSORS,
		megawatts: c.number(MEGAWATTS, 2),
		watts: Math.round(WATTS_EACH),
		days: DAYS,
		tonnes: TONNES,
		a: flights(CONVENTIONS[0]),
		b: flights(CONVENTIONS[1]),
		c: flights(CONVENTIONS[2]),
		gpt: GPT3_MWH
	});
}

/** Ten thousand processors, a hundred by a hundred, behind the poster; then stood on end as the axis of power. */
function processors(c: SceneContext, p: Places, m: Moment, ink: Ink[], marks: Mark[]): void {
	const shown = c.step === 1 ? ease(m.rolled, 0, 0.08) : 1;
	if (shown <= 0) return;
	const r = lerp(p.block, p.axis, m.stood);
	const whole = lerp(p.poster, p.axis, m.stood);
	ink.push({ type: 'shape', d: slab(whole.x, whole.y, whole.w, whole.h), fill: DARK, stroke: 'ink', width: 1.6 });
	const cell = r.w / 100;
	const lit = 1 - ease(m.stood, 0.2, 0.9);
	if (lit > 0) {
		ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: '#D9C9A0', opacity: lit });
		ink.push({ type: 'shape', d: cells(r, 100, 100), stroke: DARK, width: Math.max(0.7, cell * 0.46), opacity: lit });
	}
	const named = ease(m.rolled, 0.7, 1) * (1 - ease(m.stood, 0, 0.3));
	if (named > 0 && p.block.y - p.poster.y > 30) {
		const s = Math.min(26, (p.poster.y + p.poster.h - p.block.y - p.block.h) * 0.42);
		marks.push(
			letter(
				'processors',
				'grot',
				p.block.x,
				p.block.y + p.block.h + s * 1.6,
				s,
				c.say('processors', { n: PROCESSORS }),
				{ fill: 'paper', opacity: named, fact: 'f08' }
			)
		);
	}
	const told = ease(m.stood, 0.7, 1);
	if (told > 0) {
		const size = p.small ? 12 : 13;
		const { x, y, h } = p.axis;
		marks.push(
			letter('axis.mw', 'mono', x - 8, y + size, size, c.say('mw', { n: c.number(MEGAWATTS, 2) }), {
				anchor: 'end',
				opacity: told,
				fact: 'f08'
			}),
			letter('axis.0', 'mono', x - 8, y + h, size, '0', { anchor: 'end', opacity: told })
		);
		const foot = c.say('power', { n: PROCESSORS, w: Math.round(WATTS_EACH) });
		marks.push(
			letter('axis.sum', 'news', p.small ? c.view.free.x : x, y + h + (p.small ? 34 : 50), p.small ? 13 : 17, foot, {
				opacity: told,
				fact: 'f08'
			})
		);
	}
}

/** What is promised, on a poster that rolls up. The four sentences are the interview's. */
const PROMISES: { key: string; picture: PictogramName; x: number; y: number; size: number; flip?: boolean }[] = [
	{ key: 'fire', picture: 'forest', x: 7, y: 13, size: 25 },
	{ key: 'lights', picture: 'lights', x: 63, y: 38, size: 24 },
	{ key: 'soft', picture: 'bicycle', x: 8, y: 63, size: 26 },
	{ key: 'transit', picture: 'bus', x: 60, y: 86, size: 25 }
];

function poster(c: SceneContext, p: Places, m: Moment, ink: Ink[], marks: Mark[]): void {
	const leaving = c.step === 2 ? ease(c.progress, 0, 0.2) : 0;
	const opacity = 1 - leaving;
	if (opacity <= 0) return;
	const { x, y, w, h } = p.poster;
	const u = w / 100;
	const tall = h / 128;
	const roll = p.small ? 16 : 30;
	// It comes down as it will go up: as a roll at the top.
	const rolled = Math.max(m.rolled, 1 - m.poster);
	const left = mix(h, roll * 0.4, rolled);
	const clip: Rect = { x: x - 1, y: y - 1, w: w + 2, h: left + 1 };
	const put = (d: string, fill: string, stroke = 'ink') =>
		ink.push({ type: 'shape', d: place(d, x, y, u, tall), fill, stroke, width: 1.4, clip, opacity });
	put(slab(0, 0, 100, 128), '#DCE6E4');
	put('M58 12C58 3 74 3 74 12C74 21 58 21 58 12Z', '#F7DFA0');
	put('M0 42Q25 27 52 37Q80 47 100 33L100 128L0 128Z', '#B7C6A9');
	put('M0 76Q30 62 60 71Q84 79 100 67L100 128L0 128Z', '#9DB58F');
	put('M0 106Q40 95 100 104L100 128L0 128Z', '#88A57B');
	const road = place('M38 128Q62 112 46 94Q30 80 50 66Q66 54 52 37', x, y, u, tall);
	ink.push({ type: 'shape', d: road, fill: 'none', stroke: 'ink', width: 5.4 * u + 2.6, clip, opacity });
	ink.push({ type: 'shape', d: road, fill: 'none', stroke: '#EFE4CF', width: 5.4 * u, clip, opacity });
	ink.push({
		type: 'shape',
		d: place('M90 34L90 7L82 7', x, y, u, tall),
		fill: 'none',
		stroke: 'ink',
		width: 2.2,
		clip,
		opacity
	});
	put('M66 6L81 3L83 10L68 13Z', '#F4EFE4');
	put('M66 6L81 3L81.8 5.6L66.8 8.6Z', '#8E9AA3');
	put('M65 7L66.4 6.7L67.8 12L66.4 12.3Z', DARK);
	put(slab(0, 0, 100, 128), 'none');

	const size = p.small ? 12 : Math.min(18, 3.2 * u);
	const children: Mark[] = [];
	for (const promise of PROMISES) {
		const s = promise.size * Math.min(u, tall);
		const px = x + promise.x * u;
		const py = y + promise.y * tall;
		children.push(pictogram(promise.key, promise.picture, px + (promise.x > 50 ? 28 * u - s : 0), py, s));
		const right = promise.x > 50;
		const lines = wrap(c.say(`promise.${promise.key}`), size, 'grot', 44 * u);
		// A signboard, so that the words read over hills and road.
		const bw = Math.max(...lines.map((line) => measure(line, size, 'grot'))) + size * 0.9;
		const bh = lines.length * size * 1.12 + size * 0.5;
		const bx = right ? px + 30 * u - bw : px;
		const by = py + s + 2;
		children.push({
			type: 'rect',
			key: `${promise.key}.board`,
			x: bx,
			y: by,
			w: bw,
			h: bh,
			fill: '#FBF7EE',
			stroke: 'ink',
			width: 1.3
		});
		lines.forEach((line, i) =>
			children.push(
				letter(`${promise.key}.${i}`, 'grot', bx + size * 0.45, by + size * 1.02 + i * size * 1.12, size, line, {
					weight: 700,
					fact: promise.key === 'fire' ? 'c27' : 'c26'
				})
			)
		);
	}
	marks.push({ type: 'group', key: 'poster', opacity, clip, children });

	if (rolled > 0) {
		// The roll of paper under the part still hanging.
		const ry = y + left - roll * 0.3;
		const rh = roll * Math.min(1, 0.35 + rolled);
		ink.push({
			type: 'shape',
			d: slab(x - 7, ry, w + 14, rh, rh / 2),
			fill: '#FBF7EE',
			stroke: 'ink',
			width: 1.6,
			opacity
		});
		ink.push({
			type: 'shape',
			d: `M${x - 2} ${ry + rh * 0.3}h${w + 4}M${x + 4} ${ry + rh * 0.62}h${w - 8}`,
			stroke: 'ink',
			width: 0.8,
			opacity: opacity * 0.5
		});
	}
	const pin = (px: number) =>
		ink.push({
			type: 'shape',
			d: `M${px - 4} ${y + 1}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`,
			fill: OCHRE,
			stroke: 'ink',
			width: 1.3,
			opacity
		});
	pin(x + 12);
	pin(x + w - 12);
}

/** The wrong unit struck through and the right one written over it. */
function slip(c: SceneContext, p: Places, m: Moment, marks: Mark[]): void {
	const { free } = c.view;
	const opacity = (c.step === 2 ? ease(c.progress, 0.14, 0.2) : 1) * (1 - ease(m.tonnes, 0, 0.4));
	if (opacity <= 0) return;
	const before = c.say('slip.before');
	const wrong = c.say('slip.wrong');
	const right = c.say('slip.right');
	const after = c.say('slip.after');
	const gap = 7;
	const room = free.w - 4;
	const one = 'grot' as const;
	let size = p.small ? 22 : 44;
	const full = measure(`${before} ${wrong} ${after}`, size, one);
	const broken = p.small && c.view.portrait;
	if (!broken && full > room) size *= room / full;
	const y1 = free.y + size * (broken ? 0.95 : 0.9);
	const xw = broken ? free.x : free.x + measure(before, size, one) + gap + size * 0.1;
	const yw = broken ? y1 + size * 1.12 : y1;
	const ww = measure(wrong, size, one);
	marks.push(
		letter('slip.before', 'grot', free.x, y1, size, before, { opacity, fact: 'f08' }),
		letter('slip.wrong', 'grot', xw, yw, size, wrong, { opacity, fact: 'f08' }),
		letter('slip.after', 'grot', xw + ww + size * 0.2, yw, size, after, { opacity, fact: 'f08' })
	);
	if (m.struck > 0)
		marks.push({
			type: 'line',
			key: 'slip.line',
			x1: xw - 4,
			x2: xw - 4 + (ww + 8) * m.struck,
			y1: yw - size * 0.26,
			y2: yw - size * 0.31,
			stroke: 'solved',
			width: Math.max(3, size * 0.11),
			round: true,
			opacity
		});
	if (m.written > 0) {
		const s = size * 1.06;
		const rw = measure(right, s, 'news');
		const clip: Rect = { x: xw - 6, y: yw, w: (rw + 26) * m.written, h: s * 1.7 };
		marks.push({
			type: 'group',
			key: 'slip.new',
			opacity,
			clip,
			children: [
				letter('right', 'news', xw, yw + s * 1.12, s, right, { italic: true, weight: 700, fill: 'solved', fact: 'f08' })
			]
		});
	}
}

/** The amount of energy: a month of power; then five hundred tonnes; then one bar among three. */
function quantity(c: SceneContext, p: Places, m: Moment, ink: Ink[], marks: Mark[]): void {
	if (m.month <= 0) return;
	const filled: Rect = { ...p.month, w: p.month.w * m.month };
	const asStrip = lerp(filled, p.strip, m.tonnes);
	const r = lerp(asStrip, p.bar, m.rows);
	const fill = interpolateRgb(interpolateRgb(OCHRE, GREY)(ease(m.tonnes, 0.4, 1)), OCHRE)(m.rows);
	ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill, stroke: 'ink', width: 1.6 });
	const days = 1 - ease(m.tonnes, 0, 0.5);
	if (days > 0) {
		let d = '';
		for (let i = 1; i < DAYS && (i * p.month.w) / DAYS < filled.w; i++)
			d += `M${(p.month.x + (i * p.month.w) / DAYS).toFixed(1)} ${p.month.y}v${p.month.h}`;
		if (m.tonnes === 0) ink.push({ type: 'shape', d, stroke: 'ink', width: 0.8, opacity: 0.45 });
	}
	const ticks = ease(m.tonnes, 0.8, 1) * (1 - ease(m.rows, 0, 0.4));
	if (ticks > 0)
		ink.push({
			type: 'shape',
			d: cells(p.strip, 100, 5),
			stroke: 'paper',
			width: Math.max(0.8, p.strip.w / 640),
			opacity: ticks
		});

	const told = ease(m.month, 0.5, 0.9) * (1 - ease(m.tonnes, 0, 0.35));
	if (told > 0) {
		const size = p.small ? 46 : Math.min(112, p.month.w * 0.16);
		const cx = p.month.x + p.month.w / 2;
		const cy = p.month.y + p.month.h / 2;
		marks.push(
			letter('gwh', 'grot', cx, cy + size * 0.2, size, c.say('gwh'), { anchor: 'middle', opacity: told, fact: 'f08' }),
			letter(
				'gwh.is',
				'news',
				cx,
				cy + size * 0.2 + (p.small ? 22 : 36),
				p.small ? 14 : 20,
				c.say('gwh.is', { n: ENERGY_KWH }),
				{ anchor: 'middle', opacity: told, fact: 'f08' }
			)
		);
	}
	const axis = ease(m.month, 0.02, 0.2) * (1 - ease(m.tonnes, 0, 0.35));
	if (axis > 0)
		marks.push(
			letter(
				'days',
				'mono',
				p.month.x + p.month.w,
				p.month.y + p.month.h + 18,
				p.small ? 12 : 13,
				c.say('days', { n: Math.max(1, Math.round(DAYS * m.month)) }),
				{ anchor: 'end', opacity: axis }
			)
		);
	// The axis follows the energy out.
	if (c.step === 3 && m.tonnes < 1) {
		const gone = 1 - ease(m.tonnes, 0, 0.35);
		if (gone > 0) {
			ink.push({
				type: 'shape',
				d: slab(p.axis.x, p.axis.y, p.axis.w, p.axis.h),
				fill: DARK,
				stroke: 'ink',
				width: 1.6,
				opacity: gone
			});
			marks.push(
				letter(
					'axis.mw',
					'mono',
					p.axis.x - 8,
					p.axis.y + (p.small ? 12 : 13),
					p.small ? 12 : 13,
					c.say('mw', { n: c.number(MEGAWATTS, 2) }),
					{ anchor: 'end', opacity: gone, fact: 'f08' }
				),
				letter('axis.0', 'mono', p.axis.x - 8, p.axis.y + p.axis.h, p.small ? 12 : 13, '0', {
					anchor: 'end',
					opacity: gone
				}),
				letter(
					'axis.sum',
					'news',
					p.small ? c.view.free.x : p.axis.x,
					p.axis.y + p.axis.h + (p.small ? 34 : 50),
					p.small ? 13 : 17,
					c.say('power', { n: PROCESSORS, w: Math.round(WATTS_EACH) }),
					{ opacity: gone, fact: 'f08' }
				)
			);
		}
	}
}

/** Five hundred return flights over the ocean, as many as the convention makes of the same tonnes. */
function ocean(c: SceneContext, p: Places, m: Moment, ink: Ink[], marks: Mark[]): void {
	const opacity = ease(m.tonnes, 0.3, 1) * (1 - ease(m.rows, 0, 0.4));
	if (opacity <= 0) return;
	const { plate } = p;
	const map = atlantic(plate);
	const clip = plate;
	ink.push({ type: 'shape', d: slab(plate.x, plate.y, plate.w, plate.h), fill: '#C4D5D8', opacity });
	ink.push({ type: 'shape', d: map.grid, stroke: '#8FAAB2', width: 0.8, clip, opacity: opacity * 0.7 });
	ink.push({ type: 'shape', d: map.land, fill: '#EFE4CF', stroke: 'ink', width: 1.4, clip, opacity });

	const most = flights(CONVENTIONS[0]);
	const i = Math.min(1, Math.floor(m.convention));
	const n =
		m.convention >= 2
			? flights(CONVENTIONS[2])
			: mix(flights(CONVENTIONS[i]), flights(CONVENTIONS[i + 1]), m.convention - i);
	const flown = Math.round(n * m.flown);
	if (flown > 0) {
		const spacing = (2 * map.reach) / most;
		ink.push({
			type: 'shape',
			d: fan(map, flown, most),
			fill: 'none',
			stroke: 'blue',
			width: Math.min(0.6, spacing * 0.6),
			clip,
			opacity
		});
		planes(c, map, flown, most, p, ink, opacity);
	}
	ink.push({
		type: 'shape',
		d: slab(plate.x, plate.y, plate.w, plate.h),
		fill: 'none',
		stroke: 'ink',
		width: 1.6,
		opacity
	});

	const label = p.small ? 13 : 17;
	for (const [key, at, anchor] of [
		['paris', map.paris, 'start'],
		['newyork', map.newYork, 'end']
	] as const) {
		const [x, y] = at;
		marks.push(
			{
				type: 'circle',
				key: `city.${key}`,
				x,
				y,
				r: p.small ? 4 : 6,
				fill: 'paper',
				stroke: 'ink',
				width: 1.8,
				opacity
			},
			p.small && key === 'newyork'
				? letter(`city.${key}.name`, 'grot', x, y + 19, label, c.say(`city.${key}`), {
						anchor: 'middle',
						halo: '#EFE4CF',
						opacity
					})
				: letter(
						`city.${key}.name`,
						'grot',
						x + (anchor === 'start' ? 1 : -1) * (p.small ? 8 : 12),
						y + label * 0.35,
						label,
						c.say(`city.${key}`),
						{ anchor, halo: '#EFE4CF', opacity }
					)
		);
	}

	const told = opacity;
	const s = p.small ? 13 : 18;
	marks.push(
		letter('tonnes', 'news', p.strip.x, p.strip.y - (p.small ? 6 : 10), s, c.say('tonnes', { n: TONNES }), {
			opacity: told,
			fact: 'f08'
		})
	);
	const big = p.small ? 34 : Math.min(70, c.view.free.w * 0.085);
	const by = p.strip.y + p.strip.h + (p.small ? 34 : 70);
	const now = Math.round(m.convention);
	const count = c.number(flown);
	marks.push(letter('flights', 'grot', p.strip.x, by, big, count, { opacity: told, fact: 'f08' }));
	const x = p.strip.x + measure(c.number(most), big, 'grot') + (p.small ? 10 : 18);
	const swap = 1 - Math.min(1, 2.4 * Math.abs(m.convention - now));
	const said = wrap(
		c.say('flights', { t: c.number(CONVENTIONS[now], 1), who: c.say(`convention.${now}`) }),
		s,
		'news',
		p.strip.x + p.strip.w - x
	);
	said.forEach((line, k) =>
		marks.push(
			letter(`flights.t${k}`, 'news', x, by - (said.length - 1) * s * 1.15 - 3 + k * s * 1.15, s, line, {
				opacity: told * swap,
				fact: 'f08'
			})
		)
	);
}

/** A few of the flights on their way, there and back. */
function planes(
	c: SceneContext,
	map: ReturnType<typeof atlantic>,
	flown: number,
	most: number,
	p: Places,
	ink: Ink[],
	opacity: number
): void {
	const count = 7;
	for (let k = 0; k < count; k++) {
		const i = Math.floor((k * 71 + 3) % Math.max(1, flown));
		const offset = offsetOf(map, i, most);
		const phase = (k / count + c.life * 0.03 + c.progress * 0.6) % 1;
		const back = k % 2 === 1;
		const t = back ? 1 - phase : phase;
		const [x, y] = along(map, offset, t);
		const [nx, ny] = along(map, offset, t + (back ? -0.02 : 0.02));
		const a = Math.atan2(ny - y, nx - x);
		const fade = Math.min(1, 8 * Math.min(phase, 1 - phase));
		const size = p.small ? 0.62 : 1;
		ink.push({
			type: 'shape',
			d: turned(PLANE, x, y, a, size),
			fill: 'paper',
			stroke: 'ink',
			width: 1.2,
			opacity: opacity * fade
		});
	}
}

/** An airliner seen from above, nose to the right. */
const PLANE: [number, number][] = [
	[15, 0],
	[11, -2.4],
	[4, -2.6],
	[-4, -13],
	[-8, -13],
	[-3.4, -2.6],
	[-10, -2.2],
	[-13, -6],
	[-15.4, -6],
	[-13.8, 0],
	[-15.4, 6],
	[-13, 6],
	[-10, 2.2],
	[-3.4, 2.6],
	[-8, 13],
	[-4, 13],
	[4, 2.6],
	[11, 2.4]
];

function turned(points: [number, number][], x: number, y: number, angle: number, scale: number): string {
	const cos = Math.cos(angle) * scale;
	const sin = Math.sin(angle) * scale;
	return (
		points
			.map(([a, b], i) => `${i ? 'L' : 'M'}${(x + a * cos - b * sin).toFixed(1)} ${(y + a * sin + b * cos).toFixed(1)}`)
			.join('') + 'Z'
	);
}

/** What the figure is about, beside what was published for another model and what was not found. */
function rows(c: SceneContext, p: Places, m: Moment, marks: Mark[]): void {
	const { free } = c.view;
	const title = p.small ? 17 : Math.min(32, free.w / 24);
	const shown = ease(m.rows, 0.5, 1);
	marks.push(
		...letters('title', 'grot', free.x, free.y + title * 0.9, title, c.say('about'), free.w, {
			opacity: shown,
			leading: 1.12
		})
	);
	const names = ['interview', 'gpt', 'vsa'] as const;
	const pictures: PictogramName[] = ['server', 'server', 'camera'];
	const grow = ease(c.progress, 0.3, 0.5);
	marks.push({
		type: 'line',
		key: 'base',
		x1: p.bar.x,
		x2: p.bar.x,
		y1: p.bar.y - p.pitch * 0.14,
		y2: p.bar.y + 2 * p.pitch + p.bar.h + p.pitch * 0.1,
		stroke: 'ink',
		width: 2,
		opacity: shown
	});
	names.forEach((name, i) => {
		const t = i === 0 ? shown : ease(c.progress, 0.2 + 0.1 * i, 0.38 + 0.1 * i);
		if (t <= 0) return;
		const y = p.bar.y + i * p.pitch;
		const fact = 'f08';
		const s = p.small ? 13.5 : Math.min(23, free.w / 36);
		const size = p.small ? 22 : Math.min(56, p.pitch * 0.27);
		const lx = p.bar.x + size + 12;
		marks.push(pictogram(`row.${name}`, pictures[i], p.bar.x + 6, y - size - 6, size, t));
		const lines = wrap(c.say(`row.${name}`), s, 'grot', free.x + free.w - lx);
		lines.forEach((line, k) =>
			marks.push(
				letter(`row.${name}.${k}`, 'grot', lx, y - 10 - (lines.length - 1 - k) * s * 1.1, s, line, {
					opacity: t,
					weight: 700,
					fact
				})
			)
		);
		const by = y + p.bar.h * 0.5 + (p.small ? 5 : 7);
		const ns = p.small ? 14 : Math.min(22, p.bar.h * 0.5);
		if (name === 'gpt') {
			const w = (p.perGwh * GPT3_MWH) / 1000;
			marks.push({
				type: 'rect',
				key: 'bar.gpt',
				x: p.bar.x,
				y,
				w: w * Math.max(0.01, grow),
				h: p.bar.h,
				fill: OCHRE,
				fillOpacity: 0.28,
				stroke: 'ink',
				width: 1.6,
				dash: '7 5',
				opacity: t,
				fact
			});
			marks.push(
				letter('bar.gpt.n', 'mono', p.bar.x + 12, by, ns, c.say('mwh', { n: GPT3_MWH }), { opacity: t, fact })
			);
		} else if (name === 'vsa') {
			marks.push({
				type: 'rect',
				key: 'bar.vsa',
				x: p.bar.x,
				y,
				w: free.w - 4,
				h: p.bar.h,
				stroke: 'muted',
				width: 1.4,
				dash: '2 6',
				opacity: t
			});
			marks.push(
				letter('bar.vsa.n', 'news', p.bar.x + 12, by, p.small ? 14 : 20, c.say('none'), {
					italic: true,
					opacity: t,
					fact
				})
			);
		} else
			marks.push(
				letter('bar.interview.n', 'mono', p.bar.x + 12, by, ns, c.say('mwh', { n: ENERGY_KWH / 1000 }), {
					opacity: t,
					fact
				})
			);
	});
}
