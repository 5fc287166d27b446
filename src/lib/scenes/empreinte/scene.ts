import { interpolateRgb } from 'd3';
import { EYE } from '../../camera/camera';
import { cameraIn } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { slab } from '../../figure/place';
import { measure, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, Scene, SceneContext, View } from '../../picture/frame';
import { CONVENTIONS, DAYS, ENERGY_KWH, flights, GPT3_MWH, MEGAWATTS, PROCESSORS, TONNES, WATTS_EACH } from './data';
import { BLOCKS, kilowattHours } from './hours';
import { landscapeInk, POSTER, posterRect } from '../../figure/poster';
import { along, atlantic, fan, offsetOf } from './map';

const DARK = '#2E2B2A';
const OCHRE = '#C99A3F';
const GREY = '#8C857B';

/** What moves between the steps, each from 0 to 1. */
interface Moment {
	poster: number;
	rolled: number;
	/** The processors have been cleared away, and the first hour is in sight. */
	away: number;
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
	/** The words have gone and the square is closed: only bars are left for the next chapter. */
	bare: number;
}

function moment(step: number, p: number): Moment {
	const from = (n: number, a: number, b: number) => (step > n ? 1 : step < n ? 0 : ease(p, a, b));
	return {
		poster: from(1, 0.03, 0.42),
		rolled: from(1, 0.62, 0.94),
		away: from(2, 0.02, 0.2),
		struck: from(2, 0.2, 0.26),
		written: from(2, 0.26, 0.34),
		tonnes: from(3, 0, 0.18),
		flown: step > 3 ? 1 : step < 3 ? 0 : span(p, 0.16, 0.54),
		convention: step > 3 ? 2 : step < 3 ? 0 : ease(p, 0.66, 0.74) + ease(p, 0.82, 0.9),
		rows: from(4, 0.04, 0.36),
		bare: from(4, 0.7, 0.97)
	};
}

interface Places {
	small: boolean;
	poster: Rect;
	/** The processors, as a block. */
	block: Rect;
	/** The window on the hours, which a gigawatt-hour fills. */
	month: Rect;
	strip: Rect;
	plate: Rect;
	/** The bar of the interview's figure, beside its scale: pixels a gigawatt-hour. */
	bar: Rect;
	perGwh: number;
	pitch: number;
	/** Where the square is looked at, in the place of a third bar. */
	square: Rect;
}

function placesOf({ free, portrait, width }: View): Places {
	const small = portrait || width < 700;
	const { x, y, w, h } = free;
	const poster = posterRect({ free, portrait, width } as View);
	const { w: pw, h: ph } = poster;
	const inset = small ? 8 : 16;
	const side = Math.min(pw - 2 * inset, ph - 2 * inset - (small ? 30 : 56));
	const block = { x: poster.x + (pw - side) / 2, y: poster.y + inset, w: side, h: side };
	const head = small ? (portrait ? 100 : 62) : 124;
	const foot = small ? (portrait ? 58 : 54) : 112;
	const month = { x, y: y + head, w, h: h - head - foot };
	const strip = { x, y: y + (small ? 20 : 34), w, h: (w / 100) * 5 };
	const top = strip.y + strip.h + (small ? (portrait ? 62 : 46) : 108);
	const plate = { x, y: top, w, h: y + h - top };
	const title = small ? (portrait ? 52 : 30) : Math.max(84, h * 0.12);
	const pitch = (h - title) * (small ? 0.27 : 0.24);
	const perGwh = (w - 4) / 1.3;
	const bar = {
		x: x + 2,
		y: y + title + pitch * (small ? 0.42 : 0.36),
		w: perGwh,
		h: small ? Math.min(34, pitch * 0.4) : Math.min(84, pitch * 0.52)
	};
	const square = { x, y: bar.y + 2 * pitch + (small ? 28 : 52), w, h: 0 };
	square.h = y + h - square.y;
	return { small, poster, block, month, strip, plate, bar, square, perGwh, pitch };
}

/** What each step speaks of: the poster, the words and the hours, the tonnes and the flights, the bars and the square. */
function subjectOf({ step, view: { free } }: SceneContext, p: Places): Rect[] {
	if (step === 1) return [p.poster];
	if (step === 2) return [{ ...free, h: p.month.y + p.month.h - free.y }];
	if (step === 3) return [p.strip, p.plate];
	return [{ x: p.bar.x, y: p.bar.y, w: 1.3 * p.perGwh, h: p.pitch + p.bar.h }, p.square];
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

/** Where the last step's three bars stand: the next chapter takes them over. */
export const barsOf = (view: View): { bar: Rect; pitch: number; perGwh: number } => placesOf(view);

export const scene: Scene = (c) => {
	const m = moment(c.step, c.progress);
	const p = placesOf(c.view);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	if (c.step <= 2) processors(c, p, m, ink, marks);
	if (c.step === 1 || (c.step === 2 && c.progress < 0.2)) poster(c, p, m, ink, marks);
	if (c.step === 2 || (c.step === 3 && m.tonnes < 0.4))
		kilowattHours(
			c,
			p.month,
			c.step === 2 ? c.progress : 1,
			ease(m.away, 0.5, 1) * (1 - ease(m.tonnes, 0, 0.35)),
			ink,
			marks
		);
	if (c.step >= 3) quantity(c, p, m, ink);
	if (c.step === 2 || (c.step === 3 && m.tonnes < 1)) slip(c, p, m, marks);
	if (c.step >= 3) ocean(c, p, m, ink, marks);
	if (c.step === 4) rows(c, p, m, ink, marks);
	return { night: 0, ink, marks, subject: subjectOf(c, p), says: saying(c) };
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
	if (m.away >= 1) return;
	// They draw together into the window through which their hours are counted.
	const whole = lerp(p.poster, p.month, m.away);
	const r = lerp(p.block, p.month, m.away);
	const opacity = 1 - ease(m.away, 0.6, 1);
	ink.push({
		type: 'shape',
		d: slab(whole.x, whole.y, whole.w, whole.h),
		fill: DARK,
		stroke: 'ink',
		width: 1.6,
		opacity
	});
	const cell = r.w / 100;
	const lit = (1 - ease(m.away, 0.1, 0.7)) * opacity;
	if (lit > 0) {
		ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: '#D9C9A0', opacity: lit });
		ink.push({ type: 'shape', d: cells(r, 100, 100), stroke: DARK, width: Math.max(0.7, cell * 0.46), opacity: lit });
		sparks(c, r, lit, ink);
	}
	const named = ease(m.rolled, 0.7, 1) * (1 - ease(m.away, 0, 0.3));
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
}

/** Some of the processors at work. */
function sparks(c: SceneContext, r: Rect, opacity: number, ink: Ink[]): void {
	let d = '';
	const s = r.w / 100;
	for (let i = 0; i < 240; i++) {
		const n = Math.floor(i * 41.7 + Math.floor(c.life * 2 + i * 0.31) * 97 + c.progress * 60) % 10_000;
		d += `M${(r.x + (n % 100) * s + s * 0.22).toFixed(1)} ${(r.y + Math.floor(n / 100) * s + s * 0.22).toFixed(1)}h${(s * 0.56).toFixed(1)}v${(s * 0.56).toFixed(1)}h${(-s * 0.56).toFixed(1)}Z`;
	}
	ink.push({ type: 'shape', d, fill: '#FFF6DC', opacity });
}

/** What is promised, on a poster that rolls up. The four sentences are the interview's. */
const PROMISES: { key: string; picture: PictogramName; x: number; y: number; size: number; road?: number }[] = [
	{ key: 'fire', picture: 'forest', x: 6, y: 18, size: 27 },
	{ key: 'lights', picture: 'lights', x: 64, y: 40, size: 22 },
	{ key: 'soft', picture: 'bicycle', x: 6, y: 66, size: 22, road: 8 },
	{ key: 'transit', picture: 'bus', x: 64, y: 84, size: 26, road: 12 }
];

/** What drives on the poster goes to and fro along its hill, `reach` units, with the scroll and a little by itself. */
function onRoad(r: Rect, reach: number, c: SceneContext): [number, number] {
	const t = Math.sin(c.progress * 7 + c.life * 0.5);
	return [(t * reach * r.w) / POSTER.w / 2, 0];
}

function poster(c: SceneContext, p: Places, m: Moment, ink: Ink[], marks: Mark[]): void {
	const leaving = c.step === 2 ? ease(c.progress, 0, 0.2) : 0;
	const opacity = 1 - leaving;
	if (opacity <= 0) return;
	const { x, y, w, h } = p.poster;
	const u = w / POSTER.w;
	const tall = h / POSTER.h;
	const roll = p.small ? 16 : 30;
	const left = mix(h, roll * 0.4, m.rolled);
	const clip: Rect = { x: x - 1, y: y - 1, w: w + 2, h: left + 1 };
	ink.push(...landscapeInk(p.poster, clip, opacity));
	ink.push({ type: 'shape', d: slab(x, y, w, h), stroke: 'ink', width: 1.6, clip, opacity });
	const size = p.small ? 13 : Math.min(21, 2.9 * u);
	const children: Mark[] = [];
	PROMISES.forEach((promise, n) => {
		// Each promise is planted on the poster in its turn, its picture first.
		const come = ease(m.poster, n * 0.2, n * 0.2 + 0.3);
		if (come <= 0) return;
		const s = promise.size * Math.min(u, tall);
		const [gx, gy] = promise.road ? onRoad(p.poster, promise.road, c) : [0, 0];
		const px = x + promise.x * u + gx;
		const py = y + promise.y * tall + gy;
		children.push(
			pictogram(promise.key, promise.picture, px + (promise.x > 50 ? 28 * u - s : 0), py + (1 - come) * 14, s, come)
		);
		const right = promise.x > 50;
		const lines = wrap(c.say(`promise.${promise.key}`), size, 'grot', 44 * u);
		// A signboard, so that the words read over hills and road.
		const bw = Math.max(...lines.map((line) => measure(line, size, 'grot'))) + size * 0.9;
		const bh = lines.length * size * 1.12 + size * 0.5;
		const bx = right ? x + (promise.x + 30) * u - bw : x + promise.x * u;
		const by = y + promise.y * tall + s + 4;
		const told = ease(come, 0.5, 1);
		children.push({
			type: 'rect',
			key: `${promise.key}.board`,
			x: bx,
			y: by,
			w: bw,
			h: bh,
			fill: '#FBF7EE',
			stroke: 'ink',
			width: 1.3,
			opacity: told
		});
		lines.forEach((line, i) =>
			children.push(
				letter(`${promise.key}.${i}`, 'grot', bx + size * 0.45, by + size * 1.02 + i * size * 1.12, size, line, {
					weight: 700,
					fact: promise.key === 'fire' ? 'c27' : 'c26',
					opacity: told
				})
			)
		);
	});
	marks.push({ type: 'group', key: 'poster', opacity, clip, children });

	if (m.rolled > 0) {
		// The roll of paper under the part still hanging.
		const ry = y + left - roll * 0.3;
		const rh = roll * Math.min(1, 0.35 + m.rolled);
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
	const opacity = (c.step === 2 ? ease(c.progress, 0.1, 0.17) : 1) * (1 - ease(m.tonnes, 0, 0.4));
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

/** The amount of energy: a gigawatt-hour becomes five hundred tonnes, then one bar among three. */
function quantity(c: SceneContext, p: Places, m: Moment, ink: Ink[]): void {
	const r = lerp(lerp(p.month, p.strip, m.tonnes), p.bar, m.rows);
	const fill = interpolateRgb(interpolateRgb(OCHRE, GREY)(ease(m.tonnes, 0.4, 1)), OCHRE)(m.rows);
	const shown = c.step === 3 ? ease(m.tonnes, 0, 0.12) : 1;
	if (shown <= 0) return;
	ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill, stroke: 'ink', width: 1.6, opacity: shown });
	const blocks = 1 - ease(m.tonnes, 0, 0.6);
	if (blocks > 0)
		ink.push({
			type: 'shape',
			d: cells(r, BLOCKS.across, BLOCKS.down),
			stroke: 'ink',
			width: 0.7,
			opacity: 0.5 * blocks * shown
		});
	const ticks = ease(m.tonnes, 0.8, 1) * (1 - ease(m.rows, 0, 0.4));
	if (ticks > 0)
		ink.push({
			type: 'shape',
			d: cells(p.strip, 100, 5),
			stroke: 'paper',
			width: Math.max(0.8, p.strip.w / 640),
			opacity: ticks
		});
}

/** Five hundred return flights over the ocean, as many as the convention makes of the same tonnes. */
function ocean(c: SceneContext, p: Places, m: Moment, ink: Ink[], marks: Mark[]): void {
	if (m.tonnes <= 0 || m.rows >= 1) return;
	const { plate } = p;
	const map = atlantic(plate);
	// The energy draws up and uncovers the ocean; the ocean closes to the place of the last row.
	const energy = lerp(p.month, p.strip, m.tonnes);
	const top = Math.max(plate.y, energy.y + energy.h);
	const open: Rect = { x: plate.x, y: top, w: plate.w, h: plate.y + plate.h - top };
	const clip = lerp(open, p.square, m.rows);
	if (clip.h <= 0) return;
	ink.push({ type: 'shape', d: slab(clip.x, clip.y, clip.w, clip.h), fill: '#C4D5D8' });
	ink.push({ type: 'shape', d: map.grid, stroke: '#8FAAB2', width: 0.8, clip, opacity: 0.7 });
	ink.push({ type: 'shape', d: map.land, fill: '#EFE4CF', stroke: 'ink', width: 1.4, clip });

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
			clip
		});
		planes(c, map, flown, most, p, clip, ink);
	}
	ink.push({ type: 'shape', d: slab(clip.x, clip.y, clip.w, clip.h), fill: 'none', stroke: 'ink', width: 1.6 });

	const told = ease(m.tonnes, 0.6, 1) * (1 - ease(m.rows, 0, 0.3));
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
				opacity: told
			},
			p.small && key === 'newyork'
				? letter(`city.${key}.name`, 'grot', x, y + 19, label, c.say(`city.${key}`), {
						anchor: 'middle',
						halo: '#EFE4CF',
						opacity: told
					})
				: letter(
						`city.${key}.name`,
						'grot',
						x + (anchor === 'start' ? 1 : -1) * (p.small ? 8 : 12),
						y + label * 0.35,
						label,
						c.say(`city.${key}`),
						{ anchor, halo: '#EFE4CF', opacity: told }
					)
		);
	}

	const s = p.small ? 13 : 20;
	marks.push(
		letter('tonnes', 'news', p.strip.x, p.strip.y - (p.small ? 6 : 10), s, c.say('tonnes', { n: TONNES }), {
			opacity: told,
			fact: 'f08'
		})
	);
	const big = p.small ? 38 : Math.min(92, c.view.free.w * 0.11);
	const by = p.strip.y + p.strip.h + (p.small ? 37 : 84);
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
	clip: Rect,
	ink: Ink[]
): void {
	const count = 9;
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
		const size = p.small ? 0.62 : 1.3;
		ink.push({
			type: 'shape',
			d: turned(PLANE, x, y, a, size),
			fill: 'paper',
			stroke: 'ink',
			width: 1.2,
			clip,
			opacity: fade
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

/** What the figure is about, beside what was published for another model; and the square, for which nothing was found. */
function rows(c: SceneContext, p: Places, m: Moment, ink: Ink[], marks: Mark[]): void {
	const { free } = c.view;
	const title = p.small ? 18 : Math.min(36, free.w / 22);
	const left = 1 - ease(m.bare, 0, 0.62);
	const shown = ease(m.rows, 0.82, 1) * left;
	marks.push(
		...letters('title', 'grot', free.x, free.y + title * 0.9, title, c.say('about'), free.w, {
			opacity: shown,
			leading: 1.1
		})
	);
	const s = p.small ? 13.5 : Math.min(22, free.w / 38);
	const size = p.small ? 22 : 46;
	const named = (name: 'interview' | 'gpt' | 'vsa', x: number, y: number, picture: PictogramName, t: number) => {
		if (t <= 0) return;
		marks.push(pictogram(`row.${name}`, picture, x + 4, y - size - 6, size, t));
		const lines = wrap(c.say(`row.${name}`), s, 'grot', free.x + free.w - x - size - 12);
		lines.forEach((line, k) =>
			marks.push(
				letter(`row.${name}.${k}`, 'grot', x + size + 12, y - 9 - (lines.length - 1 - k) * s * 1.1, s, line, {
					opacity: t,
					weight: 700,
					fact: 'f08'
				})
			)
		);
	};
	const by = p.bar.h * 0.5 + (p.small ? 5 : 7);
	const ns = p.small ? 15 : Math.min(26, p.bar.h * 0.5);
	// One tile a megawatt-hour, as in the window of the second step.
	const across = 50;
	const unit = p.bar.w / across;
	const tiles = (y: number, count: number) => {
		let d = '';
		const deep = 1000 / across;
		for (let i = 1; i <= count / deep; i++)
			d += `M${(p.bar.x + i * unit).toFixed(1)} ${y.toFixed(1)}v${p.bar.h.toFixed(1)}`;
		return d;
	};
	named('interview', p.bar.x, p.bar.y, 'server', shown);
	ink.push({ type: 'shape', d: tiles(p.bar.y, 1000), stroke: 'ink', width: 0.8, opacity: 0.35 * shown });
	const plate = (key: string, y: number, text: string, t: number) => {
		const w = measure(text, ns, 'mono') + 20;
		const h = ns * 1.5;
		marks.push(
			{
				type: 'rect',
				key: `${key}.plate`,
				x: p.bar.x + 8,
				y: y + (p.bar.h - h) / 2,
				w,
				h,
				fill: 'paper',
				stroke: 'ink',
				width: 1.3,
				opacity: t
			},
			letter(key, 'mono', p.bar.x + 18, y + by, ns, text, { opacity: t, fact: 'f08' })
		);
	};
	plate('bar.interview.n', p.bar.y, c.say('mwh', { n: ENERGY_KWH / 1000 }), shown);

	const second = ease(c.progress, 0.3, 0.4);
	const noted = second * left;
	const grow = span(c.progress, 0.34, 0.52);
	const y = p.bar.y + p.pitch;
	named('gpt', p.bar.x, y, 'server', noted);
	if (second > 0) {
		const w = ((p.perGwh * GPT3_MWH) / 1000) * Math.max(0.01, grow);
		marks.push({
			type: 'rect',
			key: 'bar.gpt',
			x: p.bar.x,
			y,
			w,
			h: p.bar.h,
			fill: OCHRE,
			fillOpacity: 0.28,
			stroke: 'ink',
			width: 1.6,
			...(m.bare < 1 ? { dash: '7 5' } : {}),
			opacity: second,
			fact: 'f08'
		});
		ink.push({ type: 'shape', d: tiles(y, GPT3_MWH * grow), stroke: 'ink', width: 0.8, opacity: 0.3 * noted });
		plate('bar.gpt.n', y, c.say('mwh', { n: GPT3_MWH }), ease(grow, 0.3, 0.6) * left);
	}
	square(c, p, m, ink, marks, named);
}

/** Seconds of the street in the window of the last row. */
const SQUARE_AT = 92;

/** In the place of a third bar, a window on the square itself, under its mast: nobody has found what it draws. */
/** Where a third bar would be. */
const blankOf = ({ bar, pitch, square: s }: Places): Rect => ({ x: bar.x, y: bar.y + 2 * pitch, w: s.w - 4, h: bar.h });

function square(
	c: SceneContext,
	p: Places,
	m: Moment,
	ink: Ink[],
	marks: Mark[],
	named: (name: 'vsa', x: number, y: number, picture: PictogramName, t: number) => void
): void {
	const opened = ease(m.rows, 0.55, 1);
	if (opened <= 0) return;
	const full = p.square;
	const closed = ease(m.bare, 0.4, 1);
	const whole = lerp(full, blankOf(p), closed);
	const r: Rect = { ...whole, w: whole.w * opened };
	const seen = 1 - ease(closed, 0.7, 1);
	ink.push({
		type: 'street',
		camera: cameraIn(whole, EYE, { focus: [0.5, 0.62], zoom: 1 }),
		at: (SQUARE_AT + 10 * c.progress + (c.life % 60)) * c.recording.fps,
		clip: r,
		opacity: seen
	});
	const u = whole.x + whole.w * 0.84;
	const foot = whole.y + whole.h;
	const k = whole.h / 108;
	const put = (d: string, fill: string) =>
		ink.push({ type: 'shape', d, fill, stroke: 'ink', width: 1.6, clip: r, opacity: seen });
	const at = (a: number, b: number) => `${(u + a * k).toFixed(1)} ${(foot - b * k).toFixed(1)}`;
	put(`M${at(-2.4, 0)}L${at(2.4, 0)}L${at(2.4, 92)}L${at(-2.4, 92)}Z`, '#4A5257');
	put(`M${at(-42, 82)}L${at(-6, 96)}L${at(-1, 83)}L${at(-37, 69)}Z`, '#F4EFE4');
	put(`M${at(-44, 88)}L${at(-8, 102)}L${at(-5, 96)}L${at(-41, 82)}Z`, '#8E9AA3');
	put(`M${at(-46, 86)}L${at(-41, 87)}L${at(-35, 70)}L${at(-41, 68)}Z`, '#2E2B2A');
	ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), stroke: 'ink', width: 1.8, opacity: seen });
	if (closed > 0) {
		// What the next chapter begins with: the axis, and a bar that has nothing in it.
		const blank = blankOf(p);
		ink.push(
			{ type: 'shape', d: slab(r.x, r.y, r.w, r.h), stroke: 'ink', width: 1, dash: '2 5', opacity: 0.6 * closed },
			{
				type: 'shape',
				d: `M${p.bar.x} ${p.bar.y - p.pitch * 0.14}V${blank.y + blank.h + p.pitch * 0.1}`,
				stroke: 'ink',
				width: 2.2,
				opacity: closed
			}
		);
	}
	const t = ease(c.progress, 0.42, 0.54) * (1 - ease(m.bare, 0, 0.5));
	named('vsa', p.bar.x, r.y, 'camera', t);
	const size = p.small ? 15 : 24;
	const text = c.say('none');
	const w = measure(text, size, 'grot') + 24;
	marks.push(
		{
			type: 'rect',
			key: 'none.slip',
			x: r.x + 14,
			y: r.y + 12,
			w,
			h: size * 1.7,
			fill: 'paper',
			stroke: 'ink',
			width: 1.5,
			opacity: t
		},
		letter('none', 'grot', r.x + 26, r.y + 12 + size * 1.18, size, text, { opacity: t, fact: 'f08' })
	);
}
