import { between, EYE, fit, MAST, project, type Camera } from '../../camera/camera';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, stagger } from '../../figure/motion';
import { pictogram } from '../../figure/pictogram';
import { place, slab } from '../../figure/place';
import { frameSquare } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, Scene, SceneContext, View } from '../../story/frame';
import { CAST } from '../../street/looks';
import { nourInk, nourOut } from '../droit/objecting';
import { CROWD, SHELTERS, TIMES, WORRIES } from './data';

const LIGHT = '#F2D98C';
const GLASS = '#A9C0C6';

interface Moment {
	/** The podium has risen. */
	risen: number;
	/** Its steps have become sources and focus. */
	parted: number;
	/** Light has run through the lens. */
	lit: number;
	/** The focus has become a small thing that a screen enlarges. */
	shown: number;
	bars: number;
	/** The square has come back. */
	square: number;
}

function moment(step: number, p: number): Moment {
	const from = (n: number, a: number, b: number) => (step > n ? 1 : step < n ? 0 : ease(p, a, b));
	return {
		risen: from(1, 0.08, 0.46),
		parted: from(2, 0.02, 0.3),
		lit: from(2, 0.28, 0.58),
		shown: from(3, 0.02, 0.3),
		bars: from(3, 0.26, 0.6),
		square: from(4, 0, 0.22)
	};
}

const isSmall = (view: View): boolean => view.portrait || view.width < 700;

/** A podium, then a lens, then a screen and what shelters; then the square at evening. */
export const scene: Scene = (c) => {
	const m = moment(c.step, c.progress);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const rects = blocks(c.view, m);
	if (m.square > 0) square(c, m, ink);
	if (m.square < 1) {
		const left = 1 - ease(m.square, 0, 0.7);
		if (m.parted > 0 && m.shown < 1) lens(c, m, rects, ink, marks, 1 - ease(m.shown, 0, 0.5));
		if (m.shown > 0) screen(c, m, rects, ink, marks, left);
		worries(c, m, rects, ink, marks, left);
		if (m.shown < 1) crowd(c, m, ink);
		if (m.bars > 0) times(c, m, marks, left);
	}
	return { night: 0, ink, marks, subject: [c.view.free], says: c.say(`says.${c.step}`) };
};

/** Where each worry's block stands: on the podium, either side of the lens, beside the screen. */
function blocks({ free: f, portrait, width }: View, m: Moment): Rect[] {
	const small = portrait || width < 700;
	const at = (x: number, y: number, w: number, h: number): Rect => ({
		x: f.x + x * f.w,
		y: f.y + y * f.h,
		w: w * f.w,
		h: h * f.h
	});
	const ground = 0.76;
	const steps = [
		at(0.37, ground - 0.36, 0.26, 0.36),
		at(0.11, ground - 0.25, 0.26, 0.25),
		at(0.63, ground - 0.15, 0.26, 0.15)
	];
	const optics = [at(0.0, 0.26, 0.2, 0.13), at(0.0, 0.54, 0.2, 0.13), at(0.77, 0.4, 0.2, 0.13)];
	const shown = [
		at(-0.3, 0.26, 0.2, 0.13),
		at(-0.3, 0.54, 0.2, 0.13),
		at(0.0, small ? 0.25 : 0.26, small ? 0.17 : 0.15, small ? 0.08 : 0.1)
	];
	return steps.map((s, i) => {
		const up: Rect = { ...s, y: mix(f.y + ground * f.h, s.y, m.risen), h: Math.max(0, s.h * m.risen) };
		return lerp(lerp(up, optics[i], m.parted), shown[i], m.shown);
	});
}

const lerp = (a: Rect, b: Rect, t: number): Rect => ({
	x: mix(a.x, b.x, t),
	y: mix(a.y, b.y, t),
	w: mix(a.w, b.w, t),
	h: mix(a.h, b.h, t)
});

/** The three worries: a block each, what stands for it on top, its rank while there is a podium. */
function worries(c: SceneContext, m: Moment, rects: Rect[], ink: Ink[], marks: Mark[], left: number): void {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const podium = 1 - ease(m.parted, 0, 0.4);
	if (m.risen > 0 && podium > 0) {
		const ground = free.y + 0.76 * free.h;
		const reach = 0.5 * free.w * ease(m.risen, 0, 0.4);
		const middle = free.x + free.w / 2;
		ink.push({
			type: 'shape',
			d: `M${middle - reach} ${ground}H${middle + reach}`,
			stroke: 'ink',
			width: 1.6,
			opacity: podium
		});
		const size = small ? 15 : Math.min(30, free.w / 26);
		const told = podium * ease(m.risen, 0.5, 0.9);
		const lines = wrap(c.say('title'), size, 'grot', free.w);
		lines.forEach((line, i) =>
			marks.push(
				letter(`title.${i}`, 'grot', free.x, free.y + size * 0.85 + i * size * 1.12, size, line, {
					opacity: told,
					fact: 'c39'
				})
			)
		);
		const by = small ? 12 : 13;
		marks.push(
			...letters(
				'title.by',
				'mono',
				free.x,
				free.y + size * 0.85 + lines.length * size * 1.12 + (small ? 2 : 6),
				by,
				c.say('by'),
				free.w,
				{ opacity: told, fill: 'muted', fact: 'f18', leading: 1.25 }
			)
		);
	}
	// From left to right, so that each block hides the side of the one before.
	for (const i of [1, 0, 2]) {
		const worry = WORRIES[i];
		const r = rects[i];
		const gone = i === 2 ? 1 : 1 - ease(m.shown, 0, 0.6);
		const opacity = gone * left * ease(m.risen, 0, 0.12);
		if (opacity <= 0 || r.h < 2) continue;
		const d = Math.min(small ? 12 : 26, r.w * 0.14);
		const shape = (path: string, fill: string) =>
			ink.push({ type: 'shape', d: path, fill, stroke: 'ink', width: 1.6, opacity });
		shape(`M${r.x} ${r.y}l${d} ${-d * 0.7}h${r.w}l${-d} ${d * 0.7}Z`, '#FBF7EE');
		shape(`M${r.x + r.w} ${r.y}l${d} ${-d * 0.7}v${r.h}l${-d} ${d * 0.7}Z`, '#B8AD98');
		shape(slab(r.x, r.y, r.w, r.h), worry.colour);
		const rank = podium * ease(m.risen, 0.4, 0.8);
		const name = c.say(`worry.${worry.key}`);
		const s = Math.min(small ? 14 : 24, (r.w - 8) / measure(name, 1, 'grot'));
		if (rank > 0) {
			const big = Math.min(small ? 30 : 68, r.h * 0.5);
			marks.push(
				letter(`rank.${worry.key}`, 'grot', r.x + r.w / 2, r.y + big * 0.95, big, String(worry.rank), {
					anchor: 'middle',
					opacity: rank,
					fact: 'c39'
				})
			);
		}
		const named = ease(m.risen, 0.5, 0.9) * left * (i === 2 ? 1 - ease(m.shown, 0, 0.4) : gone);
		const above = mix(
			r.y + (Math.min(small ? 30 : 68, r.h * 0.5) * 0.95 + s * 1.15),
			r.y + r.h / 2 + s * 0.35,
			1 - podium
		);
		if (named > 0)
			marks.push(
				letter(`name.${worry.key}`, 'grot', r.x + r.w / 2, above, Math.max(12, s), name, {
					anchor: 'middle',
					opacity: named,
					fact: 'c39'
				})
			);
		const size = mix(mix(small ? 52 : 118, small ? 44 : 84, m.parted), small ? 40 : 74, m.shown);
		marks.push(
			pictogram(
				`picture.${worry.key}`,
				worry.picture,
				r.x + (r.w + d) / 2 - size / 2,
				r.y - d * 0.35 - size * 0.96,
				size,
				opacity
			)
		);
	}
}

/** People of the square, their backs to us: Nour comes from where the last chapter left her, the others come up behind. */
function crowd(c: SceneContext, m: Moment, ink: Ink[]): void {
	const { free, height } = c.view;
	const out = nourOut(c);
	const away = ease(m.shown, 0, 0.9);
	const count = isSmall(c.view) ? 6 : CROWD.length;
	const come = c.step === 1 ? ease(c.progress, 0.06, 0.5) : 1;
	const near = c.step === 1 ? ease(c.progress, 0.02, 0.34) : 1;
	const base = free.y + free.h - (isSmall(c.view) ? 2 : 12);
	const size = free.h * 0.1;
	const nour = { x: out.x, y: mix(out.y, base, near), k: mix(out.k, size, near) };
	const rows: { key: string; x: number; y: number; k: number; t: number }[] = [];
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
	rows.push({ key: 'nour', ...nour, t: near });
	rows.sort((a, b) => a.y - b.y);
	for (const r of rows) {
		const y = r.y + away * (height - base + 2 * r.k);
		if (y - 2 * r.k > height) continue;
		const own = r.key === 'nour';
		const turned = !own || near > 0.86;
		const walking = (away > 0 && away < 1) || (r.t > 0 && r.t < 1);
		ink.push(
			...nourInk(
				{
					...(own ? out.person : { ...out.person, ...CAST[r.key] }),
					hx: 0,
					hy: turned && away === 0 ? 1 : -1,
					pose: walking ? 'walk' : 'stand',
					phase: walking ? ((r.t + away) * 3.2 + r.x * 0.01) % 1 : 0
				},
				r.x,
				y,
				r.k
			)
		);
	}
}

/** Precarity passes through a lens and falls on one point. */
function lens(c: SceneContext, m: Moment, rects: Rect[], ink: Ink[], marks: Mark[], left: number): void {
	const { free } = c.view;
	const small = isSmall(c.view);
	const shown = ease(m.parted, 0.5, 1) * left;
	if (shown <= 0) return;
	const x = free.x + free.w * 0.5;
	const cy = free.y + free.h * 0.44;
	const half = free.h * (small ? 0.2 : 0.21);
	const bulge = half * 0.52;
	const focus: [number, number] = [rects[2].x + rects[2].w * 0.5, rects[2].y - (small ? 26 : 48)];
	const start = rects[0].x + rects[0].w + Math.min(small ? 12 : 26, rects[0].w * 0.14);
	const reach = mix(start, focus[0], m.lit);
	const clip: Rect = { x: start, y: free.y, w: Math.max(0, reach - start), h: free.h };
	if (m.lit > 0) {
		let rays = '';
		let beams = '';
		const each = 5;
		[rects[0], rects[1]].forEach((r, i) => {
			// The upper source lights the upper half of the lens, the lower one the lower half.
			for (let k = 0; k < each; k++) {
				const share = k / (each - 1);
				const source = r.y + r.h * (0.1 + 0.8 * share);
				const through = cy + half * 0.88 * (i === 0 ? share - 1 : share);
				const ray = `L${x} ${through.toFixed(1)}L${focus[0].toFixed(1)} ${focus[1].toFixed(1)}`;
				rays += `M${start} ${source.toFixed(1)}${ray}`;
				if (k === 0) beams += `M${start} ${source.toFixed(1)}${ray}`;
				else if (k === each - 1) beams += `L${x} ${through.toFixed(1)}L${start} ${source.toFixed(1)}Z`;
			}
		});
		ink.push({ type: 'shape', d: beams, fill: LIGHT, clip, opacity: 0.5 * left });
		ink.push({ type: 'shape', d: rays, stroke: '#9A7420', width: small ? 0.9 : 1.2, clip, opacity: left });
	}
	// Glass in its mount.
	ink.push({
		type: 'shape',
		d: `M${x} ${cy - half}Q${x + bulge} ${cy} ${x} ${cy + half}Q${x - bulge} ${cy} ${x} ${cy - half}Z`,
		fill: GLASS,
		opacity: 0.62 * shown
	});
	ink.push({
		type: 'shape',
		d: `M${x} ${cy - half}Q${x + bulge} ${cy} ${x} ${cy + half}Q${x - bulge} ${cy} ${x} ${cy - half}Z`,
		fill: 'none',
		stroke: 'ink',
		width: 1.8,
		opacity: shown
	});
	ink.push({
		type: 'shape',
		d: `M${x - bulge * 0.24} ${cy - half * 0.5}Q${x - bulge * 0.36} ${cy - half * 0.1} ${x - bulge * 0.3} ${cy + half * 0.24}`,
		stroke: 'paper',
		width: small ? 2 : 3.4,
		round: true,
		opacity: shown
	});
	const bar = small ? 8 : 14;
	for (const [dy, sign] of [
		[-half, -1],
		[half, 1]
	] as const)
		ink.push({
			type: 'shape',
			d: slab(x - bar, cy + dy + (sign < 0 ? -bar * 1.5 : 0), 2 * bar, bar * 1.5, 2),
			fill: '#2E2B2A',
			stroke: 'ink',
			width: 1.4,
			opacity: shown
		});

	if (m.lit > 0.9) {
		const glow = ease(m.lit, 0.9, 1) * left;
		ink.push({
			type: 'shape',
			d: `M${focus[0] - 1} ${focus[1]}m${small ? -30 : -56} 0a${small ? 30 : 56} ${small ? 30 : 56} 0 1 0 ${small ? 60 : 112} 0a${small ? 30 : 56} ${small ? 30 : 56} 0 1 0 ${small ? -60 : -112} 0Z`,
			fill: LIGHT,
			opacity: 0.75 * glow
		});
	}
	const s = small ? 13 : Math.min(20, free.w / 40);
	const told = ease(m.lit, 0.2, 0.6) * left;
	marks.push(
		letter('lens.left', 'grot', rects[0].x, rects[0].y - (small ? 60 : 112), s, c.say('precarity'), {
			opacity: ease(m.parted, 0.6, 1) * left,
			fact: 'c38'
		}),
		letter('lens.middle', 'news', x, cy + half + bar * 1.5 + s * 1.4, s, c.say('fear'), {
			anchor: 'middle',
			italic: true,
			opacity: told,
			fact: 'c38'
		}),
		letter(
			'lens.right',
			'news',
			Math.min(focus[0], free.x + free.w - measure(c.say('focus'), s, 'news') / 2),
			rects[2].y + rects[2].h + s * 1.5,
			s,
			c.say('focus'),
			{ anchor: 'middle', italic: true, opacity: ease(m.lit, 0.8, 1) * left, fact: 'c38' }
		)
	);
}

/** A screen enlarges what is already there; two shelters stand beside it. */
function screen(c: SceneContext, m: Moment, rects: Rect[], ink: Ink[], marks: Mark[], left: number): void {
	const { free: f } = c.view;
	const small = isSmall(c.view);
	const shown = ease(m.shown, 0.4, 1) * left;
	if (shown <= 0) return;
	// The antenna, too, must fit above the caption.
	const w = Math.min(f.w * (small ? 0.32 : 0.27), (f.h * 0.36) / 1.4 / 0.68);
	const h = w * 0.68;
	const x = f.x + f.w * (small ? 0.24 : 0.215);
	const y = f.y + f.h * 0.36 - h * 1.12;
	const r = rects[2];
	const from: [number, number] = [r.x + r.w * 0.62, r.y - (small ? 20 : 38)];
	const put = (d: string, fill: string, width = 1.6) =>
		ink.push({ type: 'shape', d, fill, stroke: 'ink', width, opacity: shown });
	ink.push({ type: 'shape', d: `M${from[0]} ${from[1]}L${x} ${y}L${x} ${y + h}Z`, fill: LIGHT, opacity: 0.55 * shown });
	ink.push({
		type: 'shape',
		d: `M${from[0]} ${from[1]}L${x} ${y}M${from[0]} ${from[1]}L${x} ${y + h}`,
		stroke: '#9A7420',
		width: 1.1,
		opacity: shown
	});
	put(`M${x + w * 0.42} ${y}l${-w * 0.12} ${-h * 0.2}M${x + w * 0.5} ${y}l${w * 0.14} ${-h * 0.24}`, 'none');
	put(slab(x, y, w, h, 6), '#5F6B70');
	const inner: Rect = { x: x + w * 0.06, y: y + h * 0.08, w: w * 0.88, h: h * 0.76 };
	put(slab(inner.x, inner.y, inner.w, inner.h, 3), LIGHT);
	put(slab(x + w * 0.2, y + h, w * 0.6, h * 0.07), '#2E2B2A');
	const size = inner.h * 0.98 * ease(m.shown, 0.5, 1);
	marks.push(
		pictogram('screen.lock', 'lock', inner.x + (inner.w - size) / 2, inner.y + (inner.h - size) / 2, size, shown)
	);
	const s = small ? 13 : Math.min(19, f.w / 44);
	marks.push(
		...letters(
			'screen.says',
			'news',
			f.x,
			f.y + f.h * 0.36 + s * (small ? 1.2 : 1.5),
			s,
			c.say('screen'),
			x + w - f.x + (small ? 6 : 0),
			{ opacity: shown, leading: 1.18 }
		)
	);

	const area = { x: f.x + f.w * (small ? 0.6 : 0.56), w: f.w * (small ? 0.4 : 0.44) };
	const told = ease(m.bars, 0, 0.4) * left;
	if (told <= 0) return;
	const step = area.w / 2;
	SHELTERS.forEach((shelter, i) => {
		const cx = area.x + (i + 0.5) * step;
		const p = small ? 44 : Math.min(86, step * 0.5);
		const top = f.y + (small ? 6 : f.h * 0.06);
		const u = (p * 1.5) / 26;
		// An umbrella over each: scallops along its lower edge.
		const canopy = place(
			'M-13 10Q-11 -2 0 -3Q11 -2 13 10Q10 7.4 6.6 10Q3.4 7.4 0 10Q-3.4 7.4 -6.6 10Q-10 7.4 -13 10Z',
			cx,
			top + 3 * u,
			u
		);
		ink.push({
			type: 'shape',
			d: `M${cx} ${top + 12 * u}V${top + 13 * u + p}`,
			stroke: 'ink',
			width: 1.4,
			opacity: told * 0.5
		});
		ink.push({ type: 'shape', d: canopy, fill: '#46685E', stroke: 'ink', width: 1.6, opacity: told });
		marks.push(pictogram(`shelter.${shelter.key}`, shelter.picture, cx - p / 2, top + 12.4 * u, p, told));
		letters(
			`shelter.${shelter.key}.t`,
			'grot',
			cx,
			top + 12.4 * u + p + s * 1.2,
			Math.min(s, 17),
			c.say(`shelter.${shelter.key}`),
			step - 4,
			{ anchor: 'middle', opacity: told, fact: 'c43', weight: 700, leading: 1.1 }
		).forEach((mark) => marks.push(mark));
	});
	if (!small)
		marks.push(
			letter('shelter', 'news', area.x + area.w / 2, f.y + f.h * 0.36 + s * 1.5, s, c.say('shelter'), {
				anchor: 'middle',
				opacity: told,
				fact: 'c43'
			})
		);
}

/** Ratios given in the interview, each against one. */
function times(c: SceneContext, m: Moment, marks: Mark[], left: number): void {
	const { free: f } = c.view;
	const small = isSmall(c.view);
	const s = small ? 13 : Math.min(20, f.w / 42);
	const bar = small ? 16 : Math.min(34, f.h * 0.045);
	const top = f.y + f.h * (small ? 0.55 : 0.53);
	const pitch = (f.y + f.h - top - (small ? 16 : 26)) / TIMES.length;
	const value = small ? 42 : 84;
	const unit = (f.w - value) / 4;
	TIMES.forEach((row, i) => {
		const t = stagger(m.bars, i, TIMES.length, 0.5);
		const opacity = ease(t, 0, 0.4) * left;
		if (opacity <= 0) return;
		const y = top + i * pitch;
		const lines = wrap(c.say(`times.${row.key}`), s, 'news', f.w);
		lines.forEach((line, k) =>
			marks.push(
				letter(`times.${row.key}.${k}`, 'news', f.x, y + s * 0.8 + k * s * 1.12, s, line, { opacity, fact: row.fact })
			)
		);
		const by = y + lines.length * s * 1.12 + (small ? 1 : 4);
		const grown = 1 + (row.times - 1) * ease(t, 0.3, 1);
		marks.push({
			type: 'rect',
			key: `bar.${row.key}`,
			x: f.x,
			y: by,
			w: unit * grown,
			h: bar,
			fill: 'blue',
			stroke: 'ink',
			width: 1.4,
			opacity,
			fact: row.fact
		});
		marks.push({
			type: 'rect',
			key: `one.${row.key}`,
			x: f.x,
			y: by,
			w: unit,
			h: bar,
			fill: '#C9B48E',
			stroke: 'ink',
			width: 1.4,
			opacity
		});
		for (let k = 2; k < grown; k++)
			marks.push({
				type: 'line',
				key: `cut.${row.key}.${k}`,
				x1: f.x + k * unit,
				x2: f.x + k * unit,
				y1: by,
				y2: by + bar,
				stroke: 'paper',
				width: 1,
				opacity: 0.5 * opacity
			});
		const big = small ? 20 : 36;
		marks.push(
			letter(
				`n.${row.key}`,
				'grot',
				f.x + unit * grown + (small ? 6 : 12),
				by + bar / 2 + big * 0.34,
				big,
				c.say('n', { n: row.times }),
				{ opacity: ease(t, 0.6, 1) * left, fact: row.fact }
			)
		);
	});
	const note = small ? 12 : 13;
	marks.push(
		letter('note', 'mono', f.x, f.y + f.h - 2, note, c.say(small ? 'note.short' : 'note'), {
			fill: 'muted',
			opacity: ease(m.bars, 0.7, 1) * left,
			fact: 'f18'
		})
	);
}

/** Seconds of the street at the end of the chapter: the next one begins there. */
const LAST = 196;
const SPAN = 30;

/** The square at evening, from the height of an eye; nobody looks up at the mast. Then the view goes up to it. */
function square(c: SceneContext, m: Moment, ink: Ink[]): void {
	const { view } = c;
	const p = c.progress;
	const rise = ease(p, 0.74, 0.97);
	const leave = ease(p, 0.82, 1);
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
	const at = (LAST - SPAN * (1 - p)) * c.recording.fps + c.life * c.recording.fps * (1 - ease(p, 0.7, 0.95));
	const night = 0.5 * ease(m.square, 0.2, 1) * (1 - leave);
	ink.push({ type: 'street', camera, at, night, drained: 0.5 * leave, veil: Math.max(1 - m.square, 0.9 * leave) });
	mast(view, camera, ease(m.square, 0.3, 1) * (1 - ease(rise, 0, 0.4)), ink);
}

const spot = { u: 0, v: 0, k: 0 };

/** A mast with its camera, standing near us on the square. */
function mast(view: View, camera: Camera, opacity: number, ink: Ink[]): void {
	if (opacity <= 0) return;
	const { free } = view;
	project(camera, 0, 0.6, 0, spot);
	const { v, k } = spot;
	const u = free.x + free.w * (isSmall(view) ? 0.8 : 0.84);
	const top = Math.max(v - 3.7 * k, free.y + 26);
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
