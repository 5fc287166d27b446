import { between, EYE, fit, MAST, project, type Camera } from '../../camera/camera';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, stagger } from '../../figure/motion';
import { oval, place, slab } from '../../figure/place';
import { bodyRect, frameSquare, placePeople } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import { interpolateLab } from 'd3';
import type { Ink, Mark, Rect, Scene, SceneContext, View } from '../../picture/frame';
import { CAST } from '../../street/looks';
import { nourOut, standing } from '../../figure/nour';
import { CROWD, SHELTERS, TIMES, WORRIES } from './data';

/** The page is the wall people stand before: paper, then late light, then dusk, then dark. */
const WALL = ['#F6EFE2', '#EBDDC2', '#8F97A3', '#3A434E'];
const PAVING = ['#F6EFE2', '#E2D3B4', '#737B86', '#2C333B'];
const SHADOW = '#16181B';
const UMBRELLA = '#46685E';

interface Moment {
	/** The podium has risen. */
	risen: number;
	/** Its ranks are taken down, and dusk has come. */
	parted: number;
	/** Shadows have grown and run together. */
	lit: number;
	/** A screen has closed round the one shadow they make. */
	shown: number;
	bars: number;
	/** The screen has opened onto the square. */
	square: number;
}

function moment(step: number, p: number): Moment {
	const from = (n: number, a: number, b: number) => (step > n ? 1 : step < n ? 0 : ease(p, a, b));
	return {
		risen: from(1, 0.08, 0.46),
		parted: from(2, 0.02, 0.26),
		lit: from(2, 0.16, 0.56),
		shown: from(3, 0.02, 0.28),
		bars: from(3, 0.24, 0.58),
		square: from(4, 0, 0.26)
	};
}

const isSmall = (view: View): boolean => view.portrait || view.width < 700;

/** A podium before a wall; shadows that run together on it; a screen that enlarges them; then, through it, the square. */
export const scene: Scene = (c) => {
	const m = moment(c.step, c.progress);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const { view } = c;
	if (m.square < 1) {
		wall(c, m, ink);
		shadows(c, m, ink);
		worries(c, m, ink, marks);
		if (m.parted > 0 && m.shown < 1) words(c, m, marks);
		crowd(c, m, ink);
	}
	if (m.shown > 0) screen(c, m, ink, marks);
	if (m.bars > 0 && m.square < 1) times(c, m, ink, marks);
	if (m.square > 0) mast(c, ink);
	const subject: Rect[] =
		c.step === 1
			? [podium(view)]
			: c.step === 2
				? [
						{
							x: focus(view).x - 0.3 * view.free.w * 0.5,
							y: focus(view).top,
							w: 0.3 * view.free.w,
							h: floor(view) - focus(view).top
						}
					]
				: c.step === 3
					? [tube(view), sheet(view)]
					: underMast(c);
	return { night: 0, ink, marks, subject, says: c.say(`says.${c.step}`) };
};

/** Where wall and paving meet. */
const floor = ({ free: f }: View): number => f.y + 0.78 * f.h;

function podium({ free: f }: View): Rect {
	return { x: f.x + 0.1 * f.w, y: f.y + 0.2 * f.h, w: 0.8 * f.w, h: 0.58 * f.h };
}

function wall(c: SceneContext, m: Moment, ink: Ink[]): void {
	const { view } = c;
	const tone = (list: string[]) => {
		const a = interpolateLab(list[0], list[1])(ease(m.risen, 0, 1));
		const b = interpolateLab(a, list[2])(m.parted);
		return interpolateLab(b, list[3])(m.shown);
	};
	const y = floor(view);
	ink.push({ type: 'shape', d: slab(0, 0, view.width, y), fill: tone(WALL) });
	ink.push({ type: 'shape', d: slab(0, y, view.width, view.height - y), fill: tone(PAVING) });
	const drawn = ease(m.risen, 0, 0.5);
	if (drawn <= 0) return;
	// The foot of the wall is drawn from the middle outwards, then its courses of stone.
	const middle = view.free.x + view.free.w / 2;
	const reach = Math.max(middle, view.width - middle) * drawn;
	ink.push({ type: 'shape', d: `M${middle - reach} ${y}H${middle + reach}`, stroke: 'ink', width: 1.8 });
	let stones = '';
	const course = isSmall(view) ? 26 : 46;
	for (let row = 1; row * course < y; row++)
		for (let i = 0; i < 16; i++) {
			// Few of them: a wall is said with some stones.
			if ((row * 7 + i * 5) % 9 > 1) continue;
			const x = ((i + (row % 2) / 2) * view.width) / 14;
			stones += `M${x.toFixed(1)} ${(y - row * course).toFixed(1)}h${(view.width / 17).toFixed(1)}m0 0v${course * 0.9}`;
		}
	ink.push({
		type: 'shape',
		d: stones,
		stroke: 'ink',
		width: 1,
		opacity: 0.22 * ease(m.risen, 0.4, 1) * (1 - 0.6 * m.shown)
	});
}

/** Somebody standing, in metres, feet at the origin, y up the page negative. */
const BODY =
	'M-0.24 0L-0.04 0L0 -0.76L0.04 0L0.24 0L0.22 -0.86L0.31 -0.88L0.29 -1.28Q0.27 -1.47 0.1 -1.5L0.09 -1.54Q0.17 -1.62 0.15 -1.73Q0.11 -1.86 0 -1.86Q-0.11 -1.86 -0.15 -1.73Q-0.17 -1.62 -0.09 -1.54L-0.1 -1.5Q-0.27 -1.47 -0.29 -1.28L-0.31 -0.88L-0.22 -0.86Z';
const TALL = 1.86;

/** Where all shadows meet: the middle of the great one's feet, its head, and its pixels a metre. */
function focus(view: View): { x: number; y: number; top: number; k: number } {
	const { free: f } = view;
	const y = floor(view);
	const k = (0.66 * f.h) / TALL;
	return { x: f.x + f.w * (isSmall(view) ? 0.72 : 0.74), y, top: y - k * TALL, k };
}

/** Each person's shadow on the wall: its own size at first; then all grow and run together into one. */
function shadows(c: SceneContext, m: Moment, ink: Ink[]): void {
	if (m.parted <= 0) return;
	const to = focus(c.view);
	const rows = people(c, m);
	const y = floor(c.view);
	const inside = tubeInner(c.view);
	rows.forEach((r, i) => {
		const t = stagger(m.lit, i, rows.length, 0.75);
		const k = mix(r.k * 1.05, to.k * (0.94 + 0.012 * i), t);
		const x = mix(r.x + 0.2 * r.k, to.x + (i - rows.length / 2) * 1.6, t);
		const sway = 0.006 * k * Math.sin(c.life * 0.9 + i);
		ink.push({
			type: 'shape',
			d: place(BODY, x + sway, y, k),
			fill: SHADOW,
			opacity: mix(0.2, 0.26, t) * ease(m.parted, 0.2, 1) * (1 - ease(m.shown, 0, 0.04))
		});
	});
	if (m.shown > 0.02) {
		// The screen shows the same shadow, larger than it is.
		const s = mix(1, (inside.h * 1.22) / TALL / to.k, m.shown);
		const clip = mixRects({ x: 0, y: 0, w: c.view.width, h: y }, inside, m.shown);
		const x = mix(to.x, inside.x + inside.w / 2, m.shown);
		const foot = mix(to.y, inside.y + inside.h * 1.34, m.shown);
		ink.push({
			type: 'shape',
			d: slab(clip.x, clip.y, clip.w, clip.h),
			fill: '#B7C3C8',
			opacity: ease(m.shown, 0.4, 1)
		});
		ink.push({
			type: 'shape',
			d: place(BODY, x, foot, to.k * s * (1 + 0.012 * Math.sin(c.life * 1.6))),
			fill: SHADOW,
			clip,
			opacity: 0.92
		});
	}
}

/** The three worries: a block of stone each, what stands for it on top, its rank. */
function worries(c: SceneContext, m: Moment, ink: Ink[], marks: Mark[]): void {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const up = 1 - ease(m.parted, 0.1, 0.9);
	const y0 = floor(view);
	if (m.risen > 0 && m.parted < 1) {
		const size = small ? 17 : Math.min(34, free.w / 26);
		const told = ease(m.risen, 0.5, 0.9) * (1 - ease(m.parted, 0, 0.3));
		const lines = wrap(c.say('title'), size, 'grot', free.w);
		lines.forEach((line, i) =>
			marks.push(
				letter(`title.${i}`, 'grot', free.x, free.y + size * 0.85 + i * size * 1.1, size, line, {
					opacity: told,
					fact: 'c39'
				})
			)
		);
		marks.push(
			...letters(
				'title.by',
				'mono',
				free.x,
				free.y + size * 0.85 + lines.length * size * 1.1 + (small ? 0 : 4),
				small ? 12 : 14,
				c.say('by'),
				free.w,
				{ opacity: told, fill: 'muted', fact: 'f18', leading: 1.25 }
			)
		);
	}
	if (m.risen <= 0 || up <= 0) return;
	const blocks: [number, number, number][] = [
		[0.37, 0.3, 0.26],
		[0.11, 0.2, 0.26],
		[0.63, 0.12, 0.26]
	];
	for (const i of [1, 0, 2]) {
		const worry = WORRIES[i];
		const [bx, bh, bw] = blocks[i];
		const come = stagger(m.risen, [2, 1, 0][i], 3, 0.5) * up;
		const h = bh * free.h * come;
		if (h < 2) continue;
		const r: Rect = { x: free.x + bx * free.w, y: y0 - h, w: bw * free.w, h };
		const d = Math.min(small ? 12 : 26, r.w * 0.14);
		const shape = (path: string, fill: string) => ink.push({ type: 'shape', d: path, fill, stroke: 'ink', width: 1.7 });
		shape(`M${r.x} ${r.y}l${d} ${-d * 0.6}h${r.w}l${-d} ${d * 0.6}Z`, '#FBF7EE');
		shape(`M${r.x + r.w} ${r.y}l${d} ${-d * 0.6}v${r.h}l${-d} ${d * 0.6}Z`, '#B8AD98');
		shape(slab(r.x, r.y, r.w, r.h), worry.colour);
		THINGS[worry.key](
			ink,
			r.x + (r.w + d) / 2,
			r.y - d * 0.25,
			(small ? 0.16 : 0.17) * free.h * Math.min(1, 1.5 * come)
		);
		const rank = ease(come, 0.5, 0.9);
		const big = Math.min(small ? 32 : 80, bh * free.h * 0.5);
		const name = c.say(`worry.${worry.key}`);
		const s = Math.max(12, Math.min(small ? 15 : 28, (r.w - 8) / measure(name, 1, 'grot'), bh * free.h * 0.34));
		marks.push(
			letter(`rank.${worry.key}`, 'grot', r.x + r.w / 2, r.y + big * 0.92, big, String(worry.rank), {
				anchor: 'middle',
				opacity: rank,
				fact: 'c39'
			}),
			letter(`name.${worry.key}`, 'grot', r.x + r.w / 2, r.y + big * 0.92 + s * 1.05, s, name, {
				anchor: 'middle',
				opacity: rank,
				fact: 'c39'
			})
		);
	}
}

/** What stands for a worry: drawn standing at (x, y), `h` high. */
const THINGS: Record<string, (ink: Ink[], x: number, y: number, h: number) => void> = {
	/** A shop whose shutter is down. */
	jobs(ink, x, y, h) {
		const put = (d: string, fill: string, width = 1.6) =>
			ink.push({ type: 'shape', d: place(d, x, y, h / 100), fill, stroke: 'ink', width });
		put(slab(-52, -100, 104, 100), '#E6C9B4');
		put(slab(-44, -74, 88, 74), '#8E9AA3');
		let slats = '';
		for (let i = 1; i < 8; i++) slats += `M-44 ${-74 + i * 9}L44 ${-74 + i * 9}`;
		put(slats, 'none', 1);
		put('M-56 -100L56 -100L60 -78L-60 -78Z', '#F4EFE4');
		put('M-34 -100L-36 -78L-12 -78L-11 -100ZM12 -100L13 -78L36 -78L34 -100Z', '#44587A', 1);
		put(slab(-6, -8, 12, 4), '#2E2B2A', 1);
	},
	/** An empty pan on a stove. */
	poverty(ink, x, y, h) {
		const put = (d: string, fill: string, width = 1.6) =>
			ink.push({ type: 'shape', d: place(d, x, y, h / 100), fill, stroke: 'ink', width });
		put(slab(-40, -52, 80, 52), '#F4EFE4');
		put(slab(-30, -38, 60, 30, 3), '#5F6B70');
		put(oval(-24, -45, 3.4) + oval(-8, -45, 3.4) + oval(8, -45, 3.4) + oval(24, -45, 3.4), '#2E2B2A', 0.8);
		put('M-30 -58L-27 -80L27 -80L30 -58Q0 -52 -30 -58Z', '#8E9AA3');
		put(oval(0, -80, 27, 6), '#3C444B');
		put('M27 -76L52 -84', 'none', 4.4);
	},
	/** A bicycle rack with a lock, cut: the bicycle is gone. */
	crime(ink, x, y, h) {
		const put = (d: string, fill: string, width = 1.6, stroke = 'ink') =>
			ink.push({ type: 'shape', d: place(d, x, y, h / 100), fill, stroke, width, round: true });
		const hoop = 'M-34 0L-34 -48C-34 -78 34 -78 34 -48L34 0';
		put(hoop, 'none', 0.09 * h);
		put(hoop, 'none', 0.055 * h, '#B9C0C4');
		const chain = 'M-34 -34C-52 -30 -56 -8 -40 -3M-34 -34C-20 -34 -10 -20 -14 -6';
		put(chain, 'none', 0.07 * h);
		put(chain, 'none', 0.036 * h, '#E8B23A');
		put(slab(-22, -16, 18, 16, 3), '#E8B23A');
	}
};

interface Standing {
	key: string;
	x: number;
	y: number;
	k: number;
	t: number;
}

/** People of the square, from the back of the picture to the front: Nour comes from where the last chapter left her. */
function people(c: SceneContext, m: Moment): Standing[] {
	const { free, height } = c.view;
	const out = nourOut(c);
	const small = isSmall(c.view);
	const count = small ? 6 : CROWD.length;
	const come = c.step === 1 ? ease(c.progress, 0.06, 0.5) : 1;
	const near = c.step === 1 ? ease(c.progress, 0.02, 0.34) : 1;
	const base = free.y + free.h - (small ? 2 : 8);
	const size = free.h * 0.115;
	const rows: Standing[] = [];
	for (let i = 0; i < count; i++) {
		const someone = CROWD[Math.floor((i * CROWD.length) / count)];
		const t = stagger(come, i, count, 0.7);
		let x = free.x + ((i + 0.5) / count) * free.w;
		// Nobody stands in Nour's place.
		if (Math.abs(x - out.x) < 0.78 * size) x = out.x + Math.sign(x - out.x || 1) * 0.78 * size;
		const k = size * (1 - 0.12 * someone.back);
		rows.push({
			key: someone.key,
			x,
			y: base - someone.back * 0.45 * size + (1 - t) * (height - base + 2 * k),
			k: k * mix(1.25, 1, t),
			t
		});
	}
	rows.push({ key: 'nour', x: out.x, y: mix(out.y, base, near), k: mix(out.k, size, near), t: near });
	// Two come forward and are sheltered; the others leave.
	for (const r of rows) {
		const n = SHELTERS.findIndex((s) => s.who === r.key);
		if (n < 0) r.y += ease(m.shown, 0, 0.9) * (height - base + 2 * r.k);
		else {
			const to = shelterAt(c.view, n);
			r.x = mix(r.x, to.x, m.shown);
			r.y = mix(r.y, to.y, m.shown);
			r.k = mix(r.k, to.k, m.shown);
		}
	}
	return rows.sort((a, b) => a.y - b.y);
}

function crowd(c: SceneContext, m: Moment, ink: Ink[]): void {
	const out = nourOut(c);
	const near = c.step === 1 ? ease(c.progress, 0.02, 0.34) : 1;
	const go = ease(m.square, 0, 0.5);
	for (const r of people(c, m)) {
		const y = r.y + go * (c.view.height - r.y + 2 * r.k);
		if (y - 2.6 * r.k > c.view.height) continue;
		const own = r.key === 'nour';
		const sheltered = SHELTERS.some((s) => s.who === r.key);
		const turned = (!own || near > 0.86) && !(sheltered && m.shown > 0.5);
		const walking = (m.shown > 0 && m.shown < 1) || (r.t > 0 && r.t < 1);
		ink.push(
			...standing(
				{
					...(own ? out.person : { ...out.person, ...CAST[r.key] }),
					...(sheltered ? { look: { ...CAST[r.key].look, umbrella: UMBRELLA } } : {}),
					hx: 0,
					hy: turned && (m.shown === 0 || sheltered) ? 1 : -1,
					pose: walking ? 'walk' : 'stand',
					phase: walking ? ((r.t + m.shown) * 3.2 + r.x * 0.01) % 1 : 0,
					shelter: sheltered ? ease(m.bars, 0.1, 0.5) : 0
				},
				r.x,
				y,
				r.k
			)
		);
	}
	// Marcel, at the foot of the wall where all shadows fall; nobody has asked him.
	if (m.parted > 0 && m.shown < 1) {
		const to = focus(c.view);
		const k = c.view.free.h * 0.1;
		ink.push({
			type: 'person',
			...CAST.marcel,
			pose: 'sit',
			x: to.x + 1.15 * k + (1 - ease(m.parted, 0, 0.9)) * (c.view.width - to.x),
			y: floor(c.view) + 0.06 * k,
			k,
			facing: -1,
			opacity: 1 - ease(m.shown, 0, 0.3)
		});
	}
}

/** The words of the quotation, where the shadows leave and where they meet. */
function words(c: SceneContext, m: Moment, marks: Mark[]): void {
	const { free } = c.view;
	const small = isSmall(c.view);
	const s = small ? 14 : Math.min(26, free.w / 30);
	const left = 1 - ease(m.shown, 0, 0.3);
	const to = focus(c.view);
	const put = (
		key: string,
		text: string,
		x: number,
		y: number,
		shown: number,
		anchor: 'start' | 'middle',
		italic: boolean
	) => {
		if (shown <= 0) return;
		const w = measure(text, s, italic ? 'news' : 'grot') + s * 0.9;
		const left = Math.max(free.x, Math.min(free.x + free.w - w, anchor === 'middle' ? x - w / 2 : x));
		marks.push(
			{
				type: 'rect',
				key: `${key}.slip`,
				x: left,
				y: y - s * 1.05,
				w,
				h: s * 1.5,
				fill: 'paper',
				stroke: 'ink',
				width: 1.4,
				opacity: shown
			},
			letter(key, italic ? 'news' : 'grot', left + s * 0.45, y, s, text, { italic, opacity: shown, fact: 'c38' })
		);
	};
	const y = floor(c.view);
	put('lens.left', c.say('precarity'), free.x, y - 0.34 * free.h, ease(m.parted, 0.6, 1) * left, 'start', false);
	put(
		'lens.middle',
		c.say('fear'),
		free.x + free.w * 0.34,
		y - 0.5 * free.h,
		ease(m.lit, 0.3, 0.6) * left,
		'middle',
		true
	);
	put('lens.right', c.say('focus'), to.x, to.top - s * 0.7, ease(m.lit, 0.8, 1) * left, 'middle', true);
}

/** The television, and the glass of it. */
function tube({ free: f, portrait, width }: View): Rect {
	const small = portrait || width < 700;
	const w = Math.min(f.w * (small ? 0.5 : 0.47), f.h * 0.52);
	const h = w * 0.72;
	return { x: f.x, y: f.y + f.h * (small ? 0.4 : 0.43) - h, w, h };
}

const tubeInner = (view: View): Rect => {
	const t = tube(view);
	return { x: t.x + t.w * 0.05, y: t.y + t.h * 0.07, w: t.w * 0.78, h: t.h * 0.82 };
};

function shelterAt(view: View, n: number): { x: number; y: number; k: number } {
	const { free: f } = view;
	const small = isSmall(view);
	const t = tube(view);
	const area = f.x + f.w - t.x - t.w;
	return {
		x: t.x + t.w + area * (n === 0 ? 0.32 : 0.76),
		y: t.y + t.h - (small ? 16 : 26),
		k: (t.h * 0.82) / 2.2
	};
}

/** A television closes round the shadow; at the end it opens, and through it is the square. */
function screen(c: SceneContext, m: Moment, ink: Ink[], marks: Mark[]): void {
	const { view } = c;
	const small = isSmall(view);
	const whole: Rect = { x: 0, y: 0, w: view.width, h: view.height };
	const rest = tube(view);
	const glass = tubeInner(view);
	const left = 1 - ease(m.square, 0, 0.4);
	// It comes in from the edges of the stage, and goes out to them.
	const out = (r: Rect, by: number): Rect => ({
		x: r.x - by * r.w,
		y: r.y - by * r.h,
		w: r.w * (1 + 2 * by),
		h: r.h * (1 + 2 * by)
	});
	const g = m.square > 0 ? mixRects(glass, whole, m.square) : mixRects(whole, glass, m.shown);
	const e = m.square > 0 ? mixRects(rest, out(whole, 0.3), m.square) : mixRects(out(whole, 0.3), rest, m.shown);
	if (m.square > 0) square(c, m, g, ink);
	const ring = (a: Rect, b: Rect) =>
		slab(a.x, a.y, a.w, a.h, Math.min(16, a.w * 0.04)) +
		`M${b.x} ${b.y}L${b.x} ${b.y + b.h}L${b.x + b.w} ${b.y + b.h}L${b.x + b.w} ${b.y}Z`;
	if (m.square >= 1) return;
	const u = rest.w / 100;
	const aerial = ease(m.shown, 0.8, 1) * (1 - ease(m.square, 0, 0.2));
	if (aerial > 0) {
		ink.push({
			type: 'shape',
			d: `M${rest.x + 46 * u} ${rest.y}l${-9 * u} ${-11 * u}M${rest.x + 52 * u} ${rest.y}l${12 * u} ${-12 * u}`,
			stroke: '#D8CBB4',
			width: 2,
			round: true,
			opacity: aerial
		});
	}
	ink.push({ type: 'shape', d: ring(e, g), fill: '#8A6A4B', stroke: 'ink', width: 1.8 });
	if (m.shown > 0.6 && m.square < 0.3) {
		const kx = e.x + e.w * 0.915;
		const o = ease(m.shown, 0.6, 1);
		ink.push({
			type: 'shape',
			d: oval(kx, e.y + e.h * 0.2, e.w * 0.035) + oval(kx, e.y + e.h * 0.36, e.w * 0.035),
			fill: '#D8CBB4',
			stroke: 'ink',
			width: 1.4,
			opacity: o
		});
		let grille = '';
		for (let i = 0; i < 6; i++) grille += `M${e.x + e.w * 0.87} ${e.y + e.h * (0.54 + i * 0.05)}h${e.w * 0.09}`;
		ink.push({ type: 'shape', d: grille, stroke: 'ink', width: 1.4, opacity: o });
	}
	const told = ease(m.bars, 0, 0.4) * left;
	const s = small ? 13 : Math.min(21, view.free.w / 40);
	marks.push(
		...letters('screen', 'news', rest.x, rest.y + rest.h + s * 1.35, s, c.say('screen'), rest.w + (small ? 0 : 10), {
			opacity: told,
			fill: 'paper',
			fact: 'c40',
			leading: 1.14
		})
	);
	SHELTERS.forEach((shelter, n) => {
		const at = shelterAt(view, n);
		marks.push(
			letter(
				`shelter.${shelter.key}.t`,
				'grot',
				at.x,
				at.y + s * 1.25,
				Math.max(13, s),
				c.say(`shelter.${shelter.key}`),
				{
					anchor: 'middle',
					opacity: told,
					fill: 'paper',
					fact: 'c43'
				}
			)
		);
	});
	const area = rest.x + rest.w;
	if (!small)
		marks.push(
			letter(
				'shelter',
				'news',
				(area + view.free.x + view.free.w) / 2,
				rest.y + rest.h + s * 1.6,
				s,
				c.say('shelter'),
				{ anchor: 'middle', opacity: told, fill: 'paper', fact: 'c43' }
			)
		);
}

/** The sheet with the ratios. */
function sheet(view: View): Rect {
	const { free: f } = view;
	const small = isSmall(view);
	const top = f.y + f.h * (small ? 0.55 : 0.545);
	return { x: f.x - (small ? 6 : 14), y: top, w: f.w + (small ? 12 : 28), h: f.y + f.h - top + (small ? 8 : 20) };
}

/** Ratios given in the interview, each against one: as many people as the ratio says, the first of them the comparison. */
function times(c: SceneContext, m: Moment, ink: Ink[], marks: Mark[]): void {
	const { free: f } = c.view;
	const small = isSmall(c.view);
	const gone = ease(m.square, 0, 0.4);
	const rise = 1 - ease(m.bars, 0, 0.3) + gone;
	const paper = sheet(c.view);
	const dy = rise * (c.view.height - paper.y);
	if (rise >= 1) return;
	ink.push({
		type: 'shape',
		d: slab(paper.x, paper.y + dy, paper.w, paper.h),
		fill: 'paper',
		stroke: 'ink',
		width: 1.6
	});
	const s = small ? 13 : Math.min(20, f.w / 42);
	const bar = small ? 22 : Math.min(54, f.h * 0.066);
	const top = paper.y + dy + (small ? 8 : 16);
	const pitch = (paper.h - (small ? 36 : 66)) / TIMES.length;
	const value = small ? 42 : 96;
	const unit = Math.min((f.w - value) / 4, small ? 90 : bar * 2.6);
	TIMES.forEach((row, i) => {
		const t = stagger(ease(m.bars, 0.25, 1), i, TIMES.length, 0.5);
		const opacity = ease(t, 0, 0.4) * (1 - gone);
		if (opacity <= 0) return;
		const y = top + i * pitch;
		const lines = wrap(c.say(`times.${row.key}`), s, 'news', f.w);
		lines.forEach((line, k) =>
			marks.push(
				letter(`times.${row.key}.${k}`, 'news', f.x, y + s * 0.8 + k * s * 1.12, s, line, { opacity, fact: row.fact })
			)
		);
		const by = y + lines.length * s * 1.12 + (small ? 0 : 2);
		const grown = 1 + (row.times - 1) * ease(t, 0.3, 1);
		const cell = (key: string, x: number, w: number, fill: string): Mark => ({
			type: 'rect',
			key,
			x,
			y: by,
			w,
			h: bar,
			fill,
			stroke: 'ink',
			width: 1.4,
			opacity
		});
		marks.push(
			{ ...cell(`bar.${row.key}`, f.x, unit * grown, '#44587A'), fact: row.fact } as Mark,
			cell(`one.${row.key}`, f.x, unit, '#C9B48E')
		);
		let bodies = '';
		for (let k = 0; k < row.times; k++) {
			const on = Math.max(0, Math.min(1, grown - k));
			if (on < 0.6) continue;
			bodies += place(BODY, f.x + (k + 0.5) * unit, by + bar * 0.97, (bar * 0.86) / TALL);
		}
		marks.push({ type: 'path', key: `people.${row.key}`, d: bodies, fill: 'paper', opacity });
		const big = small ? 21 : 46;
		marks.push(
			letter(
				`n.${row.key}`,
				'grot',
				f.x + unit * grown + (small ? 7 : 14),
				by + bar / 2 + big * 0.34,
				big,
				c.say('n', { n: row.times }),
				{ opacity: ease(t, 0.6, 1) * (1 - gone), fact: row.fact }
			)
		);
	});
	const ns = small ? 12 : 13;
	const note = wrap(c.say(small ? 'note.short' : 'note'), ns, 'mono', f.w);
	note.forEach((line, i) =>
		marks.push(
			letter(
				`note.${i}`,
				'mono',
				f.x,
				paper.y + dy + paper.h - (small ? 10 : 24) - (note.length - 1 - i) * ns * 1.2,
				ns,
				line,
				{ fill: 'muted', opacity: ease(m.bars, 0.6, 0.9) * (1 - gone), fact: 'f18' }
			)
		)
	);
}

/** Seconds of the street at the end of the chapter: the next one begins there. */
const LAST = 196;
const SPAN = 30;

/** The square at evening, from the height of an eye; nobody looks up at the mast. Then the view goes up to it. */
function square(c: SceneContext, m: Moment, glass: Rect, ink: Ink[]): void {
	const p = c.progress;
	const { camera } = evening(c);
	const at = (LAST - SPAN * (1 - p)) * c.recording.fps + c.life * c.recording.fps * (1 - ease(p, 0.7, 0.95));
	const day = ease(p, 0.62, 0.92);
	const inside = m.square < 1 ? mixCameras(cameraIn(glass, EYE), camera, ease(m.square, 0.2, 1)) : camera;
	ink.push({
		type: 'street',
		camera: inside,
		at,
		night: 0.72 * (1 - day),
		clip: m.square < 1 ? glass : undefined
	});
}

/** The camera of the last step: an eye on the square, then up to the mast. */
function evening(c: SceneContext): { camera: Camera; rise: number } {
	const { view } = c;
	const rise = ease(c.progress, 0.7, 0.96);
	const pose = between(EYE, MAST, rise);
	const low = frameSquare(view, EYE, { zoom: isSmall(view) ? 1.1 : 1, focus: [0.5, 0.6] });
	const high = frameSquare(view, MAST);
	const own = fit(pose, view.width, view.height);
	const camera: Camera = {
		...own,
		f: mix(low.f, high.f, rise),
		u0: mix(low.u0, high.u0, rise),
		v0: mix(low.v0, high.v0, rise)
	};
	return { camera, rise };
}

const spot = { u: 0, v: 0, k: 0 };

/** Where the near mast stands, how large a metre is there, and where it ends. */
function mastAt(view: View, camera: Camera): { u: number; v: number; k: number; top: number } {
	const { free } = view;
	const { v, k } = project(camera, 0, 0.6, 0, spot);
	const u = free.x + free.w * (isSmall(view) ? 0.8 : 0.84);
	return { u, v, k, top: Math.max(v - 3.7 * k, free.y + 26) };
}

/** The near mast and Nour, who does not look up at it; the whole square once the view goes up. */
function underMast(c: SceneContext): Rect[] {
	const { view, progress: p, recording } = c;
	const { camera, rise } = evening(c);
	if (p < 0.22 || rise > 0.2) return [view.free];
	const { u, v, k, top } = mastAt(view, camera);
	const at = (LAST - SPAN * (1 - p)) * recording.fps;
	const nour = placePeople(recording, at, camera, ['nour']).map(bodyRect);
	return [{ x: u - 1.2 * k, y: top - 0.2 * k, w: 1.4 * k, h: v - top + 0.2 * k }, ...nour];
}

/** A mast with its camera, standing near us on the square. */
function mast(c: SceneContext, ink: Ink[]): void {
	const { view } = c;
	const { camera, rise } = evening(c);
	const opacity = ease(c.progress, 0.22, 0.3) * (1 - ease(rise, 0, 0.4));
	if (opacity <= 0) return;
	const { u, v, k, top } = mastAt(view, camera);
	const put = (d: string, fill: string, width = 1.8) =>
		ink.push({ type: 'shape', d, fill, stroke: '#0E0F10', width, opacity });
	ink.push({
		type: 'shape',
		d: `M${u - 0.7 * k} ${v}q${0.7 * k} ${-0.1 * k} ${1.4 * k} 0q${-0.7 * k} ${0.12 * k} ${-1.4 * k} 0Z`,
		fill: '#000000',
		opacity: 0.25 * opacity
	});
	put(slab(u - 0.06 * k, top, 0.12 * k, v - top), '#4A5257');
	put(slab(u - 0.15 * k, v - 0.46 * k, 0.3 * k, 0.46 * k, 3), '#3C4347');
	// The body of the camera, 0.9 m long so that it reads.
	const s = (0.9 * k) / 120;
	const y = top - 4 * s;
	ink.push({
		type: 'shape',
		d: place('M152 18L104 18L90 34', u - 152 * s, y, s),
		stroke: '#0E0F10',
		width: 9 * s,
		opacity
	});
	ink.push({
		type: 'shape',
		d: place('M152 18L104 18L90 34', u - 152 * s, y, s),
		stroke: '#6C757A',
		width: Math.max(1, 9 * s - 3),
		opacity
	});
	put(place('M4 58L102 26L114 62L16 94Z', u - 152 * s, y, s), '#B9B6AC');
	put(place('M0 54L100 21L105 36L5 69Z', u - 152 * s, y, s), '#5F6B70');
	put(place('M-4 64L8 60L18 94L6 98Z', u - 152 * s, y, s), '#16181B');
	put(place('M-11 70L-2 67L5 90L-4 93Z', u - 152 * s, y, s), '#44587A');
}
