import { boxMarks, clockMarks } from '../../figure/boxes';
import { mixRects } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span, stagger } from '../../figure/motion';
import { pictogram } from '../../figure/pictogram';
import { bodyRect, frameSquare, placePeople, viewBox } from '../../figure/square';
import { spread } from '../../figure/spread';
import { measure, wrap } from '../../figure/text';
import { groundPath, groundPoint } from '../../figure/trails';
import { inside as within } from '../../rules/types';
import { footOf, type Camera } from '../../camera/camera';
import { beforeAlert } from '../../centre/queue';
import { PRESETS } from '../../rules/presets';
import type { Box } from '../../recording/types';
import type { Ink, Mark, Rect, Scene, SceneContext } from '../../picture/frame';
import { brick } from './brick';
import { BRICKS, OUTSIDE, OWN_RULES, SECONDS, USES, type Brick, type Use } from './data';
import { layoutOf, sortingOf, type Layout, type Sorting } from './layout';

/** How much each use is spoken of at each step, in the order of USES. */
const FAINT = 0.5;
const SPOKEN: ((use: Use) => number)[] = [
	() => 1,
	() => 1,
	(u) => (u.pitch === 'smart' || u.pitch === 'urban' ? 1 : FAINT),
	(u) => (u.fine || u.pitch === 'eco' ? 1 : FAINT),
	(u) => (u.service === 'repress' ? 1 : u.service === 'fine' ? 0.7 : FAINT),
	() => 1
];

interface Moment {
	/** Blocks have left the things of the square. */
	lifted: number;
	/** Blocks have joined into one rule. */
	built: number;
	/** Large blocks have become the head of the matrix; 0 again at the end. */
	spread: number;
	/** Rows have come. */
	rows: number;
	/** Fines are shown. */
	fine: number;
	/** Rows are in the order of use. */
	sorted: number;
	/** Rows have folded onto one. */
	folded: number;
	/** Place in the list of own rules. */
	own: number;
	/** Page over the street. */
	veil: number;
	/** Everything but the street has gone. */
	gone: number;
}

function moment(step: number, p: number): Moment {
	const from = (n: number, a: number, b: number) => (step > n ? 1 : step < n ? 0 : span(p, a, b));
	const folded = step === 5 ? span(p, 0.02, 0.34) : 0;
	return {
		lifted: step === 5 ? 1 - span(p, 0.9, 0.99) : from(1, 0.03, 0.36),
		built: from(1, 0.38, 0.58),
		spread: ease(from(2, 0.02, 0.34)) * (1 - ease(folded, 0.3, 1)),
		rows: from(2, 0.14, 0.42),
		fine: from(3, 0.06, 0.3),
		sorted: from(4, 0.08, 0.58),
		folded,
		own: step === 5 ? ease(p, 0.4, 0.47) + ease(p, 0.58, 0.65) + ease(p, 0.76, 0.83) : 0,
		veil:
			step === 1
				? mix(0.2, 0.32, ease(p, 0, 0.2))
				: step === 2
					? mix(0.32, 1, ease(p, 0, 0.3))
					: step === 5
						? mix(1, 0.3, ease(p, 0.1, 0.36)) - 0.1 * ease(p, 0.9, 1)
						: 1,
		gone: step === 5 ? ease(p, 0.88, 0.92) : 0
	};
}

export const scene: Scene = (c) => {
	const m = moment(c.step, c.progress);
	const layout = layoutOf(c.view);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const { free } = c.view;

	if (m.veil < 1) square(c, m, ink, marks);
	if (m.rows > 0 && m.folded < 1) matrix(c, m, layout, marks);
	panel(c, m, layout, marks);
	head(c, m, layout, marks);
	rule(c, m, layout, marks);
	return {
		night: 0,
		ink,
		marks,
		subject: [m.spread > 0.5 ? free : { x: free.x, y: free.y, w: free.w, h: layout.rule.y + layout.rule.h - free.y }],
		says: c.say(`says.${c.step}`, { n: USES.length, rules: Math.round(c.recording.stats['rules.count'] ?? 0) })
	};
};

const frameAt = (c: SceneContext): number => beforeAlert(c.recording);

/** The square with the program's boxes: what every rule is built from, and what every rule is set upon. */
function square(c: SceneContext, m: Moment, ink: Ink[], marks: Mark[]): void {
	const at = frameAt(c);
	const camera = frameSquare(c.view);
	ink.push({ type: 'street', camera, at, drained: 0.7, veil: m.veil });
	const shown = (1 - ease(m.veil, 0.34, 0.75)) * (c.step === 5 ? 1 - ease(c.progress, 0.96, 1) : 1);
	if (shown <= 0) return;
	const own = OWN_RULES[Math.round(m.own)];
	const zone = c.recording.zones[c.step === 5 ? own.zone : 0];
	const flips = c.step === 5 ? 1 - Math.min(1, 2 * Math.abs(m.own - Math.round(m.own))) : 1;
	if (zone)
		marks.push({
			type: 'path',
			key: 'zone',
			d: groundPath(zone.polygon, camera),
			stroke: 'signal',
			width: 1.6,
			dash: '10 7',
			opacity: shown * flips * (c.step === 1 ? ease(c.progress, 0, 0.06) : 1)
		});
	const hot = c.step === 5 ? flaggedBy(c, own, at) : ofNour(c);
	marks.push(...boxMarks(c.recording, at, camera, { hot, opacity: shown }));
}

const ofNour = (c: SceneContext): ((box: Box) => boolean) => {
	const nour = c.recording.street.people.find((p) => p.key === 'nour')?.id;
	const tracks = new Set(c.recording.tracks.filter((t) => t.person === nour).map((t) => t.id));
	return (box) => tracks.has(box.id);
};

/** The boxes a rule has an alert for by this frame; for a place, everybody whose feet are in it. */
function flaggedBy(c: SceneContext, own: (typeof OWN_RULES)[number], at: number): (box: Box) => boolean {
	if (own.rule === 'crowd') {
		const polygon = c.recording.zones[own.zone]?.polygon;
		return (box) => {
			const foot = footOf(c.recording.camera, box);
			return !!polygon && !!foot && within(polygon, foot[0], foot[1]);
		};
	}
	// The next chapter shows the alert itself: here the clock may run its last two seconds.
	const tracks = new Set(
		alertsOf(c, own)
			.filter((a) => a.frame <= at + 24)
			.map((a) => a.track)
	);
	return (box) => tracks.has(box.id);
}

const alertsOf = (c: SceneContext, own: (typeof OWN_RULES)[number]) =>
	c.recording.alerts.filter((a) => a.rule === own.rule && (!own.preset || a.preset === own.preset));

type Flight = (to: Rect, t: number, opacity: number) => Mark[];

/** The thing on the square each block is made of, on its way into the block: `t` 0 where it is, 1 in the block. */
function sources(c: SceneContext, camera: Camera): Record<Brick, Flight> {
	const { free } = c.view;
	const at = frameAt(c);
	const boxes = c.recording.boxesAt(at);
	const own = boxes.find(ofNour(c));
	const nour = placePeople(c.recording, at, camera, ['nour'])[0];
	const body: Rect = own
		? viewBox(own, camera)
		: nour
			? bodyRect(nour)
			: { x: free.x + free.w / 2 - 12, y: free.y + free.h * 0.6, w: 24, h: 80 };
	const polygon = c.recording.zones[0]?.polygon ?? [];
	const outline = polygon.map(([x, y]) => groundPoint(x, y, camera));
	const queue = new Set(
		c.recording.tracks.filter((t) => c.recording.street.people[t.person]?.key.startsWith('baker')).map((t) => t.id)
	);
	const line = boxes.filter((b) => queue.has(b.id)).map((b) => viewBox(b, camera));
	const frame = (key: string, a: Rect, to: Rect, t: number, opacity: number, fill = 0): Mark => ({
		type: 'rect',
		key,
		...mixRects(a, to, t),
		fill: fill ? 'signal' : 'none',
		fillOpacity: fill,
		stroke: 'signal',
		width: 2.4,
		opacity
	});
	return {
		what: (to, t, opacity) => [frame('fly.what', body, to, t, opacity, 0.2)],
		where: (to, t, opacity) => {
			if (outline.length !== 4) return [];
			const corners = [
				{ x: to.x, y: to.y + to.h },
				{ x: to.x + to.w, y: to.y + to.h },
				{ x: to.x + to.w, y: to.y },
				{ x: to.x, y: to.y }
			];
			return [
				{
					type: 'path',
					key: 'fly.where',
					d: outline
						.map(
							(p, i) =>
								`${i ? 'L' : 'M'}${mix(p.x, corners[i].x, t).toFixed(1)} ${mix(p.y, corners[i].y, t).toFixed(1)}`
						)
						.join('')
						.concat('Z'),
					stroke: 'signal',
					width: 2.4,
					dash: '10 7',
					opacity
				}
			];
		},
		clock: (to, t, opacity) =>
			clockMarks(
				'fly.clock',
				mix(body.x + body.w + 12, to.x + to.w / 2, t),
				mix(body.y + 10, to.y + to.h / 2, t),
				mix(11, to.h * 0.4, t),
				0.93
			).map((m) => ({ ...m, opacity })),
		count: (to, t, opacity) =>
			line.map((r, i) => {
				const w = to.h * 0.22;
				const goal = {
					x: to.x + to.w / 2 + (i - (line.length - 1) / 2) * w * 1.5 - w / 2,
					y: to.y + to.h / 2 - w,
					w,
					h: w * 2
				};
				return frame(`fly.count.${i}`, r, goal, t, opacity);
			}),
		who: (to, t, opacity) => {
			const head = { x: body.x + body.w * 0.22, y: body.y, w: body.w * 0.56, h: body.w * 0.56 };
			const r = mixRects(head, to, t);
			const arm = Math.min(r.w, r.h) * 0.3;
			const corner = (x: number, y: number, sx: number, sy: number) => `M${x} ${y + sy * arm}V${y}H${x + sx * arm}`;
			return [
				{
					type: 'path',
					key: 'fly.who',
					d:
						corner(r.x, r.y, 1, 1) +
						corner(r.x + r.w, r.y, -1, 1) +
						corner(r.x, r.y + r.h, 1, -1) +
						corner(r.x + r.w, r.y + r.h, -1, -1),
					stroke: 'signal',
					width: 2.6,
					opacity
				}
			];
		}
	};
}

/** Bottom of what one rule needs under the large blocks: its frame and the sentence under it. */
const ruleBottom = (layout: Layout, said: boolean): number =>
	layout.small ? layout.rule.y + layout.rule.h + (said ? 42 : 6) : layout.rule.y + layout.rule.h * 1.5 + 46;

/** A sheet of paper behind the blocks, so that they read over the street. */
function panel(c: SceneContext, m: Moment, layout: Layout, marks: Mark[]): void {
	const opacity =
		(c.step === 1 ? ease(m.lifted, 0.1, 0.5) : c.step === 2 || c.step === 5 ? 1 - ease(m.spread, 0, 0.5) : 0) *
		(1 - m.gone);
	if (opacity <= 0) return;
	const { free } = c.view;
	const pad = layout.small ? 8 : 18;
	const y = free.y - (layout.small ? 6 : 14);
	marks.push({
		type: 'rect',
		key: 'panel',
		x: free.x - pad,
		y,
		w: free.w + 2 * pad,
		h: ruleBottom(layout, c.step === 5) - y,
		fill: 'paper',
		fillOpacity: 0.93,
		stroke: 'ink',
		width: 1.5,
		opacity
	});
}

/** How far a name at the head of a column may stand from it, pixels. */
const ASIDE = 9;

/**
 * The names at the heads of the columns: pushed apart a little where they would touch, on two lines where that is not
 * enough. How far each stands to the right of its column's middle, and its lines.
 */
function headNames(c: SceneContext, { columns, small, cells }: Layout): { x: number; lines: string[] }[] {
	const size = Math.max(12, Math.min(13, cells.what.w * 0.36));
	const names = BRICKS.map((kind) => c.say(`brick.${kind}`));
	if (small) return names.map((name) => ({ x: 0, lines: [name] }));
	const wide = names.map((name) => measure(name, size, 'grot') + 5);
	const middles = BRICKS.map((kind) => columns[kind].x + columns[kind].w / 2);
	const lefts = spread(
		middles.map((x, i) => x - wide[i] / 2),
		wide,
		0,
		c.view.width
	);
	const x = lefts.map((left, i) => left + wide[i] / 2 - middles[i]);
	if (x.every((d) => Math.abs(d) <= ASIDE)) return names.map((name, i) => ({ x: x[i], lines: [name] }));
	return names.map((name) => ({ x: 0, lines: name.split(' ') }));
}

/** The five blocks: each made of the thing on the square it stands for, then at the head of the matrix. */
function head(c: SceneContext, m: Moment, layout: Layout, marks: Mark[]): void {
	const apart = m.lifted < 1 ? sources(c, frameSquare(c.view)) : null;
	const small = layout.small;
	const label = mix(
		small ? 13 : Math.max(13, Math.min(19, c.view.free.w / 42)),
		small ? 12 : Math.max(12, Math.min(13, layout.cells.what.w * 0.36)),
		m.spread
	);
	const names = headNames(c, layout);
	BRICKS.forEach((kind, i) => {
		const large = layout.large[kind];
		const column = layout.columns[kind];
		const t = stagger(m.lifted, i, BRICKS.length, 0.62);
		const rect = {
			x: mix(large.x, column.x, m.spread),
			y: mix(large.y, column.y, m.spread),
			w: mix(large.w, column.w, m.spread),
			h: mix(large.h, column.h, m.spread)
		};
		if (apart && t > 0 && t < 1)
			marks.push(...apart[kind](rect, ease(t, 0.05, 0.8), ease(t, 0, 0.1) * (1 - ease(t, 0.8, 1))));
		const opacity = ease(t, 0.7, 0.9);
		if (opacity <= 0) return;
		marks.push(brick(`brick.${kind}`, kind, rect.x, rect.y, rect.w, rect.h, opacity));
		const named = ease(t, 0.8, 1) * (small ? 1 - ease(m.spread, 0.5, 1) : 1);
		const paint = { anchor: 'middle', halo: 'paper', weight: 700 } as const;
		const { x, lines } = names[i];
		const middle = rect.x + rect.w / 2 + x * m.spread;
		const below = rect.y + rect.h + label * 1.08;
		// A name of two lines parts as it goes to its place at the head.
		const whole = lines.length < 2 || m.spread < 0.5;
		if (named > 0)
			(whole ? [c.say(`brick.${kind}`)] : lines).forEach((text, n) =>
				marks.push(
					letter(`name.${kind}${n || ''}`, 'grot', middle, below + n * label * 0.98, label, text, {
						...paint,
						opacity: named
					})
				)
			);
		const gloss = named * (1 - ease(m.spread, 0, 0.3)) * (c.step < 3 ? 1 : 0);
		if (gloss > 0 && !small)
			marks.push(
				letter(
					`gloss.${kind}`,
					'news',
					rect.x + rect.w / 2,
					rect.y + rect.h + label * 2.2,
					Math.max(13, label * 0.82),
					c.say(`gloss.${kind}`),
					{ anchor: 'middle', opacity: gloss, halo: 'paper' }
				)
			);
	});
}

/** One rule as a sum of blocks, under their heads: loitering at first, the rules of the recording at the end. */
function rule(c: SceneContext, m: Moment, layout: Layout, marks: Mark[]): void {
	const first = c.step === 1 ? m.built : c.step === 2 ? 1 : 0;
	const again = c.step === 5 ? ease(m.folded, 0.75, 1) : 0;
	const out = c.step === 2 ? ease(m.spread, 0.1, 0.6) : 0;
	const shown = (first > 0 ? ease(first, 0, 0.3) : again) * (1 - out) * (1 - m.gone);
	if (shown <= 0) return;
	const small = layout.small;
	const r = layout.rule;
	const state = c.step === 5 ? Math.min(OWN_RULES.length - 1, Math.round(m.own)) : 0;
	const own = OWN_RULES[state];
	const flips = c.step === 5 ? 1 - Math.min(1, 2 * Math.abs(m.own - state)) : 1;
	const { y } = r;
	const pad = small ? 8 : 16;
	marks.push({
		type: 'line',
		key: 'rule',
		x1: r.x,
		x2: r.x + r.w,
		y1: y,
		y2: y,
		stroke: 'ink',
		width: 1,
		opacity: shown * 0.5
	});
	const bh = r.h * (small ? 0.56 : 0.74);
	const bw = Math.min(bh * 2.2, r.w * 0.14);
	const top = y + (small ? r.h * 0.3 : r.h * 0.42);
	// Blocks slide in from above and touch; the count comes and goes with the rule.
	const share: Record<Brick, number> = { what: 1, where: 1, clock: 1, count: 0, who: 0 };
	if (c.step === 5) {
		const a = OWN_RULES[Math.floor(Math.min(m.own, OWN_RULES.length - 1))];
		const b = OWN_RULES[Math.ceil(Math.min(m.own, OWN_RULES.length - 1))];
		const f = m.own - Math.floor(m.own);
		for (const kind of BRICKS) share[kind] = mix(Number(a.bricks.includes(kind)), Number(b.bricks.includes(kind)), f);
	}
	let x = r.x + pad;
	BRICKS.forEach((kind, i) => {
		if (share[kind] <= 0) return;
		const t = c.step === 1 ? stagger(m.built, i, 3, 0.5) : 1;
		const from = layout.large[kind];
		marks.push(
			brick(
				`sum.${kind}`,
				kind,
				mix(from.x, x, t),
				mix(from.y, top, t) - (1 - share[kind]) * 40,
				bw,
				bh,
				shown * ease(share[kind]) * ease(t, 0, 0.2)
			)
		);
		x += bw * ease(share[kind]);
	});
	const told = shown * (c.step === 1 ? ease(m.built, 0.7, 1) : flips);
	const size = small ? 17 : Math.min(34, r.w / 24);
	const line = top + bh / 2 + size * 0.35;
	x += small ? 9 : 18;
	marks.push(letter('sum.is', 'grot', x, line, size, '=', { opacity: shown }));
	x += size * 0.72;
	const picture = small ? 0 : bh * 1.3;
	if (picture) {
		marks.push(
			pictogram('sum.picture', own.use === 'crowd' ? 'crowd' : 'loiter', x, top + bh / 2 - picture / 2, picture, told)
		);
		x += picture + 10;
	}
	const preset = PRESETS.find((p) => p.id === own.preset);
	const seconds = c.step === 5 ? (preset?.seconds ?? SECONDS) : SECONDS;
	const name = c.say(c.step === 5 && own.rule === 'loitering' ? 'own.loitering' : `use.${own.use}`, { s: seconds });
	const room = r.x + r.w - x - 6;
	const fitted = Math.min(size, (size * room) / measure(name, size, 'grot'));
	marks.push(letter('sum.name', 'grot', x, line, fitted, name, { opacity: told }));
	if (c.step === 5) {
		const says = c.say('own.alerts', { n: alertsOf(c, own).length });
		const s = small ? 13 : Math.min(19, r.w / 40);
		marks.push(
			...letters('own.alerts', 'news', r.x + pad, y + r.h * (small ? 1 : 1.5) + s * 1.5, s, says, r.w - 2 * pad, {
				opacity: told,
				halo: 'paper'
			})
		);
	} else if (!small) {
		const s = Math.min(18, r.w / 40);
		marks.push(
			letter('sum.says', 'news', r.x + pad, y + r.h * 1.5 + s * 1.5, s, c.say('sum', { s: SECONDS }), {
				opacity: told,
				halo: 'paper'
			})
		);
	}
}

const kept = new Map<string, Mark[]>();

/** The inside of a row: the same array as long as size and language stay, so that only its place changes. */
function inside(c: SceneContext, use: Use, layout: Layout): Mark[] {
	const key = [use.id, layout.w, layout.h, c.lang].join();
	let marks = kept.get(key);
	if (marks) return marks;
	if (kept.size > 200) kept.clear();
	const { w, h } = layout;
	const size = Math.min(32, h - 4);
	const name = c.say(`use.${use.id}.short`);
	// The sign of a fine stands between the name and the blocks.
	const sign = use.fine && !layout.small ? Math.min(24, h - 6) + 6 : 0;
	const room = layout.cells.what.x - size - sign - (layout.small ? 22 : 12);
	const wanted = Math.min(layout.small ? 16 : 18, h * 0.56);
	const s = Math.max(12, Math.min(wanted, (wanted * room) / measure(name, wanted, 'grot')));
	marks = [
		{ type: 'rect', key: 'card', x: 0, y: 0.5, w, h: h - 1, fill: 'paper' },
		{
			type: 'line',
			key: 'line',
			x1: 0,
			x2: w,
			y1: h,
			y2: h,
			stroke: 'ink',
			width: 0.7,
			opacity: 0.35,
			dash: use === OUTSIDE ? '4 3' : undefined
		},
		pictogram('picture', use.picture, 4, (h - size) / 2, size),
		letter('name', 'grot', size + (layout.small ? 14 : 9), h / 2 + s * 0.34, s, name, { weight: 700 })
	];
	for (const kind of BRICKS) {
		const cell = layout.cells[kind];
		if (use.bricks.includes(kind)) marks.push(brick(`b.${kind}`, kind, cell.x, cell.y, cell.w, cell.h));
		else
			marks.push({
				type: 'circle',
				key: `b.${kind}`,
				x: cell.x + cell.w / 2,
				y: cell.y + cell.h / 2,
				r: 1.8,
				fill: 'ink',
				opacity: 0.35
			});
	}
	kept.set(key, marks);
	return marks;
}

/** Uses the scroll speaks of one after the other, by step, and the part of the step it takes. */
const TOLD: Record<number, { uses: number[]; from: number; to: number }> = {
	2: { uses: indices((u) => u.pitch === 'smart' || u.pitch === 'urban'), from: 0.44, to: 0.98 },
	3: { uses: indices((u) => !!u.fine), from: 0.3, to: 0.98 },
	4: { uses: indices((u) => u.service === 'repress'), from: 0.62, to: 1 }
};

function indices(is: (use: Use) => boolean): number[] {
	return USES.map((u, i) => (is(u) ? i : -1)).filter((i) => i >= 0);
}

/** The use explained now: the reader's, or the one the scroll has come to; and how far the scroll is on to the next. */
function chosen(c: SceneContext): { index: number; next: number; on: number; own: boolean } {
	const wanted = USES.findIndex((u) => u.id === c.params['regles.use']);
	if (wanted >= 0) return { index: wanted, next: wanted, on: 0, own: true };
	const step = Math.max(2, Math.min(4, c.step));
	const told = TOLD[step];
	const before = TOLD[step - 1];
	const p = c.step === 5 ? 1 : c.progress;
	if (before && p < told.from) {
		const last = before.uses[before.uses.length - 1];
		return { index: last, next: told.uses[0], on: step === 4 ? 0 : ease(p, told.from - 0.14, told.from), own: false };
	}
	const place = span(p, told.from, told.to) * told.uses.length;
	const k = Math.min(told.uses.length - 1, Math.floor(place));
	return {
		index: told.uses[k],
		next: told.uses[Math.min(told.uses.length - 1, k + 1)],
		on: k === told.uses.length - 1 ? 0 : ease(place - k, 0.6, 1),
		own: false
	};
}

/** The eighteen uses: as sold, with the fines marked, as used, folded onto one line. */
function matrix(c: SceneContext, m: Moment, layout: Layout, marks: Mark[]): void {
	const before = SPOKEN[Math.max(1, c.step - 1)];
	const now = SPOKEN[Math.min(c.step, 5)];
	const turned = ease(c.progress, 0, 0.3);
	const { small, list } = layout;
	const left = c.step === 5 ? 1 - ease(m.folded, 0.8, 1) : 1;
	const sorting = sortingOf(layout, m.sorted);
	const pick = chosen(c);
	const scroll = offset(layout, sorting, m, pick);
	const children: Mark[] = [];
	const window = {
		x: 0,
		y: small ? mix(list.y, layout.rule.y, c.step === 5 ? ease(m.folded) : 0) : 0,
		w: c.view.width,
		h: small ? list.h : c.view.height
	};
	/** Out of the window: not drawn at all. */
	const unseen = (y: number, h: number) => small && (y + h < window.y || y > window.y + window.h);

	const size = small ? 12.5 : 13.5;
	for (const { key, y, opacity } of sorting.headings) {
		const shown = opacity * ease(m.rows, 0, 0.6) * left * (1 - ease(m.folded, 0, 0.3));
		if (shown > 0.02 && !unseen(list.y + y - scroll, layout.heading))
			children.push(
				letter(
					key,
					'mono',
					list.x,
					list.y + y + layout.heading - 6 - scroll,
					size,
					c.say(small && key === 'sold.repress' ? 'sold.repress.short' : key),
					{
						opacity: shown,
						weight: 600,
						fill: key === 'sold.eco' && c.step === 3 && c.progress > 0.2 ? 'solved' : 'ink',
						fact: 'f27'
					}
				)
			);
	}
	const places = USES.map((use, i) => {
		const row = sorting.rows[i];
		const fold = c.step === 5 ? stagger(m.folded, i, USES.length, 0.9) : 0;
		return {
			x: list.x + row.lane * layout.lane,
			y: mix(list.y + row.y - scroll, layout.rule.y, fold),
			fold,
			spoken: row.lane > 0 ? 1 : mix(c.step === 2 ? now(use) : before(use), now(use), turned)
		};
	});
	// Those on their way are drawn last.
	const order = USES.map((_, i) => i).sort((a, b) => sorting.rows[a].lane - sorting.rows[b].lane || a - b);
	for (const i of order) {
		const use = USES[i];
		const t = stagger(m.rows, i, USES.length, 0.82);
		if (t <= 0) continue;
		const { x, y, spoken, fold } = places[i];
		if (unseen(y, layout.h) || x > c.view.width) continue;
		children.push({
			type: 'group',
			key: `row.${use.id}`,
			x: x - (1 - t) * 24,
			y,
			opacity: t * spoken * left * (1 - ease(fold, 0.25, 0.8)),
			children: inside(c, use, layout)
		});
		const fine = use.fine ? stagger(m.fine, i, USES.length, 0.8) : 0;
		const opacity = ease(fine, 0, 0.4) * left * (c.step === 5 ? 1 - ease(m.folded, 0, 0.3) : 1);
		if (opacity > 0) {
			const s = Math.min(24, layout.h - 6);
			children.push(
				pictogram(
					`fine.${use.id}`,
					'ticket',
					x + layout.cells.what.x - s - 8,
					y + (layout.h - s) / 2 - (1 - fine) * 14,
					s,
					opacity
				)
			);
		}
	}
	// The frame goes out on one use and comes up on the next: between two rows it would strike their names through.
	const lit = told(c, m) * left * Math.abs(1 - 2 * pick.on);
	const at = { x: places[pick.index].x, y: places[pick.on < 0.5 ? pick.index : pick.next].y };
	if (lit > 0) {
		const { x, y } = at;
		const kind = BRICKS.find((b) => b === c.params['regles.brick']);
		children.push({
			type: 'rect',
			key: 'lit',
			x: x - 3,
			y: y + 0.5,
			w: layout.w + 6,
			h: layout.h - 1,
			r: 3,
			stroke: 'ink',
			width: 2.2,
			opacity: lit
		});
		if (kind) {
			const cell = layout.cells[kind];
			children.push({
				type: 'rect',
				key: 'lit.cell',
				x: x + cell.x - 4,
				y: y + cell.y - 5,
				w: cell.w + 8,
				h: cell.h + 8,
				stroke: 'ink',
				width: 3,
				opacity: lit
			});
		}
	}
	marks.push({ type: 'group', key: 'list', clip: window, children });
	if (small) pager(c, layout, sorting, scroll, left * ease(m.rows, 0.5, 1) * (1 - ease(m.folded, 0, 0.2)), marks);
	explain(c, layout, pick, at.y + layout.h / 2, lit, marks);

	const aside = ease(m.sorted, 0.9, 1) * left;
	if (aside > 0 && !small) {
		const { panel } = layout;
		const lines = wrap(c.say('outside'), 16, 'news', panel.w);
		marks.push(
			...letters(
				'outside',
				'news',
				panel.x,
				panel.y + panel.h + 46 - (lines.length - 1) * 19,
				16,
				c.say('outside'),
				panel.w,
				{
					opacity: aside,
					italic: true
				}
			)
		);
	}
}

/** How far a use is being explained: not while rows come, travel or fold. */
const told = (c: SceneContext, m: Moment): number =>
	(c.step === 2 ? ease(c.progress, 0.4, 0.48) : 1) *
	(m.sorted > 0 && m.sorted < 1 ? 1 - ease(m.sorted, 0, 0.05) * (1 - ease(m.sorted, 0.97, 1)) : 1) *
	(1 - ease(m.folded, 0, 0.2));

/** How far the list is paged on a phone, so that the use spoken of is in the middle of the window; the top while rows travel. */
function offset(layout: Layout, sorting: Sorting, m: Moment, pick: ReturnType<typeof chosen>): number {
	if (!layout.small) return 0;
	const most = Math.max(0, sorting.height - layout.list.h);
	const to = (i: number) => Math.max(0, Math.min(most, sorting.rows[i].y + layout.h / 2 - layout.list.h / 2));
	const own = mix(to(pick.index), to(pick.next), pick.on);
	const up = m.sorted > 0 ? ease(m.sorted, 0, 0.12) * (1 - ease(m.sorted, 0.94, 1)) : 0;
	return mix(own, 0, up);
}

/** Where the window is on the list. */
function pager(
	c: SceneContext,
	layout: Layout,
	sorting: Sorting,
	scroll: number,
	opacity: number,
	marks: Mark[]
): void {
	if (opacity <= 0 || sorting.height <= layout.list.h) return;
	const { list } = layout;
	const x = c.view.width - 4;
	const share = list.h / sorting.height;
	marks.push(
		{
			type: 'line',
			key: 'pager',
			x1: x,
			x2: x,
			y1: list.y,
			y2: list.y + list.h,
			stroke: 'ink',
			width: 1,
			opacity: opacity * 0.3
		},
		{
			type: 'line',
			key: 'pager.now',
			x1: x,
			x2: x,
			y1: list.y + scroll * share,
			y2: list.y + (scroll + list.h) * share,
			stroke: 'ink',
			width: 3,
			opacity
		}
	);
}

/** The use spoken of, built of its blocks, each with what it is there. `row` is the middle of its row. */
function explain(
	c: SceneContext,
	layout: Layout,
	pick: ReturnType<typeof chosen>,
	row: number,
	opacity: number,
	marks: Mark[]
): void {
	if (opacity <= 0) return;
	const use = USES[pick.on > 0.5 ? pick.next : pick.index];
	const children = layout.small ? caption(c, layout, use) : beside(c, layout, use, row);
	marks.push({ type: 'group', key: 'explained', opacity, children });
}

/** The blocks to explain: those of the use, and the one the reader asks for. */
const spokenBlocks = (c: SceneContext, use: Use): { shown: Brick[]; lit: Brick | undefined } => {
	const lit = BRICKS.find((b) => b === c.params['regles.brick']);
	return { shown: BRICKS.filter((b) => use.bricks.includes(b) || b === lit), lit };
};

/** On a phone: a sheet under the list. */
function caption(c: SceneContext, { panel }: Layout, use: Use): Mark[] {
	const { shown, lit } = spokenBlocks(c, use);
	const picture = 34;
	const pad = 8;
	const size = 17;
	const line = (panel.h - picture - 12) / Math.max(4, shown.length);
	const left = panel.x + pad + picture + 8;
	const title = wrap(c.say(`use.${use.id}`), size, 'grot', panel.w - 3 * pad - picture);
	const children: Mark[] = [
		{ type: 'rect', key: 'back', ...panel, fill: '#FBF7EE', stroke: 'ink', width: 1.6 },
		pictogram('picture', use.picture, panel.x + pad, panel.y + 5, picture),
		...title.map((text, i) =>
			letter(`title.${i}`, 'grot', left, panel.y + 27 + (i - (title.length - 1) / 2) * size, size, text)
		)
	];
	shown.forEach((kind, i) => {
		const has = use.bricks.includes(kind);
		const y = panel.y + picture + 10 + i * line;
		const bw = 26;
		if (has) children.push(brick(`brick.${kind}`, kind, panel.x + pad, y + 2, bw, 14));
		const says = has ? c.say(`cell.${use.id}.${kind}`) : c.say('control.absent');
		children.push(
			letter(`says.${kind}`, 'news', panel.x + pad + bw + 8, y + 14, 14, `${c.say(`brick.${kind}`)} : ${says}`, {
				weight: lit === kind ? 700 : 500
			})
		);
		if (lit === kind)
			children.push({
				type: 'rect',
				key: 'lit',
				x: panel.x + pad - 6,
				y: y - 1,
				w: panel.w - 2 * pad + 12,
				h: line,
				stroke: 'ink',
				width: 2
			});
	});
	return children;
}

/** On a wide stage: a sheet that keeps beside the row, tied to it. */
function beside(c: SceneContext, layout: Layout, use: Use, row: number): Mark[] {
	const { panel } = layout;
	const { shown, lit } = spokenBlocks(c, use);
	const u = Math.min(1.1, panel.w / 360);
	const pad = 22 * u;
	const picture = 136 * u;
	const size = 33 * u;
	const words = Math.max(15, 21 * u);
	const kindSize = Math.max(14, 18 * u);
	const bw = 104 * u;
	const bh = 52 * u;
	const line = Math.max(86 * u, kindSize + 2.2 * words + 10);
	const title = wrap(c.say(`use.${use.id}`), size, 'grot', panel.w - 2 * pad);
	const above = pad + picture + size * (1.35 + (title.length - 1) * 1.08) + 16 * u;
	const height = above + shown.length * line + pad * 0.4;
	const top = Math.max(panel.y, Math.min(panel.y + panel.h - height, row - height / 2));
	const tie = Math.min(top + height - 14, row);
	const list = layout.list.x + layout.w + 3;
	const turn = (list + panel.x) / 2;
	const children: Mark[] = [
		{
			type: 'path',
			key: 'tie',
			d: `M${list} ${row}H${turn}V${tie}H${panel.x}`,
			stroke: 'ink',
			width: 2.2
		},
		{
			type: 'rect',
			key: 'back',
			x: panel.x,
			y: top,
			w: panel.w,
			h: height,
			r: 3,
			fill: '#FBF7EE',
			stroke: 'ink',
			width: 2.2
		},
		pictogram('picture', use.picture, panel.x + pad, top + pad, picture),
		...title.map((text, i) =>
			letter(
				`title.${i}`,
				'grot',
				panel.x + pad,
				top + pad + picture + size * (1.15 + i * 1.08),
				Math.min(size, (size * (panel.w - 2 * pad)) / measure(text, size, 'grot')),
				text
			)
		),
		letter('note', 'news', panel.x + panel.w - pad * 0.7, top + pad + 4, Math.max(12, 15 * u), c.say('panel.note'), {
			anchor: 'end',
			italic: true,
			fact: 'f27'
		})
	];
	shown.forEach((kind, i) => {
		const has = use.bricks.includes(kind);
		const y = top + above + i * line;
		if (has) children.push(brick(`brick.${kind}`, kind, panel.x + pad, y + 8 * u, bw, bh));
		const x = panel.x + pad + bw + 16 * u;
		const says = has ? c.say(`cell.${use.id}.${kind}`) : c.say('control.absent');
		children.push(
			letter(`kind.${kind}`, 'grot', x, y + kindSize, kindSize, c.say(`brick.${kind}`)),
			...letters(
				`says.${kind}`,
				'news',
				x,
				y + kindSize + words * 1.08,
				words,
				says,
				panel.x + panel.w - pad * 0.6 - x,
				{
					weight: lit === kind ? 700 : 500,
					leading: 1.05
				}
			)
		);
		if (lit === kind)
			children.push({
				type: 'rect',
				key: 'lit',
				x: panel.x + pad * 0.5,
				y: y - 6 * u,
				w: panel.w - pad,
				h: line - 4 * u,
				stroke: 'ink',
				width: 2
			});
	});
	return children;
}
