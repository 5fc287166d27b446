import { boxMarks } from '../../figure/boxes';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span, stagger } from '../../figure/motion';
import { pictogram } from '../../figure/pictogram';
import { bodyRect, frameSquare, placePeople } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import { groundPath, groundPoint } from '../../figure/trails';
import { inside as within } from '../../rules/types';
import { toGround, type Camera } from '../../camera/camera';
import { PRESETS } from '../../rules/presets';
import type { Box } from '../../recording/types';
import type { Ink, Mark, Rect, Scene, SceneContext } from '../../story/frame';
import { brick } from './brick';
import { BRICKS, openingFrame, OUTSIDE, OWN_RULES, SECONDS, USES, type Brick, type Use } from './data';
import { layoutOf, type Layout } from './layout';

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
		lifted: from(1, 0.03, 0.36),
		built: from(1, 0.38, 0.58),
		spread: ease(from(2, 0.02, 0.34)) * (1 - ease(folded, 0.3, 1)),
		rows: from(2, 0.16, 0.56),
		fine: from(3, 0.06, 0.42),
		sorted: from(4, 0.06, 0.56),
		folded,
		own: step === 5 ? ease(p, 0.42, 0.5) + ease(p, 0.66, 0.73) + ease(p, 0.82, 0.89) : 0,
		veil:
			step === 1
				? 0.32 * ease(p, 0, 0.2)
				: step === 2
					? mix(0.32, 1, ease(p, 0, 0.3))
					: step === 5
						? mix(1, 0.3, ease(p, 0.1, 0.36)) + 0.6 * ease(p, 0.94, 1)
						: 1,
		gone: step === 5 ? ease(p, 0.92, 0.99) : 0
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

const frameAt = (c: SceneContext): number => openingFrame(c.recording);

/** The square with the program's boxes: what every rule is built from, and what every rule is set upon. */
function square(c: SceneContext, m: Moment, ink: Ink[], marks: Mark[]): void {
	const at = frameAt(c);
	const camera = frameSquare(c.view);
	ink.push({ type: 'street', camera, at, drained: 0.7, veil: m.veil });
	const shown = (1 - ease(m.veil, 0.34, 0.75)) * (1 - m.gone);
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
			fill: 'signal',
			fillOpacity: 0.05,
			opacity: shown * flips
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
			const foot = toGround(c.recording.camera, box.x + box.w / 2, box.y + box.h);
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

/** The thing on the square each block is taken from. */
function sources(c: SceneContext, camera: Camera): Record<Brick, { x: number; y: number }> {
	const { free } = c.view;
	const at = frameAt(c);
	const placed = placePeople(c.recording, at, camera, ['nour', 'baker1', 'baker2', 'baker3', 'baker4', 'baker5']);
	const nour = placed.find((p) => p.person.key === 'nour');
	const queue = placed.filter((p) => p.person.key !== 'nour');
	const body: Rect = nour ? bodyRect(nour) : { x: free.x + free.w / 2 - 12, y: free.y + free.h * 0.6, w: 24, h: 80 };
	const corner = c.recording.zones[0]?.polygon[1];
	const edge = corner ? groundPoint(corner[0] * 0.62, corner[1] + 2, camera) : { x: body.x + 120, y: body.y + body.h };
	const crowd = queue[0]
		? { x: queue.reduce((s, p) => s + p.x, 0) / queue.length, y: (queue[0].y + queue[0].top) / 2 }
		: { x: body.x - 120, y: body.y };
	return {
		what: { x: body.x + body.w / 2, y: body.y + body.h * 0.5 },
		where: edge,
		clock: { x: body.x + body.w, y: body.y + body.h * 0.16 },
		count: crowd,
		who: { x: body.x + body.w / 2, y: body.y + body.h * 0.08 }
	};
}

/** Bottom of what one rule needs under the large blocks: its frame and the sentence under it. */
const ruleBottom = (layout: Layout, said: boolean): number =>
	layout.cards ? layout.rule.y + layout.rule.h + (said ? 42 : 6) : layout.rule.y + layout.rule.h * 1.5 + 46;

/** A sheet of paper behind the blocks, so that they read over the street. */
function panel(c: SceneContext, m: Moment, layout: Layout, marks: Mark[]): void {
	const opacity =
		(c.step === 1 ? ease(m.lifted, 0.1, 0.5) : c.step === 2 || c.step === 5 ? 1 - ease(m.spread, 0, 0.5) : 0) *
		(1 - m.gone);
	if (opacity <= 0) return;
	const { free } = c.view;
	const pad = layout.cards ? 8 : 18;
	const y = free.y - (layout.cards ? 6 : 14);
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

/** The five blocks: taken from the square, then at the head of the matrix. */
function head(c: SceneContext, m: Moment, layout: Layout, marks: Mark[]): void {
	const start = m.lifted < 1 ? sources(c, frameSquare(c.view)) : null;
	const small = layout.cards;
	const label = mix(
		small ? 13 : Math.max(13, Math.min(19, c.view.free.w / 42)),
		small ? 12 : Math.max(12.5, Math.min(14, c.view.free.w / 48)),
		m.spread
	);
	BRICKS.forEach((kind, i) => {
		const large = layout.large[kind];
		const column = layout.columns[kind];
		const t = stagger(m.lifted, i, BRICKS.length, 0.62);
		let x = mix(large.x, column.x, m.spread);
		let y = mix(large.y, column.y, m.spread);
		let w = mix(large.w, column.w, m.spread);
		let h = mix(large.h, column.h, m.spread);
		if (start) {
			const s = start[kind];
			x = mix(s.x - 9, x, t);
			y = mix(s.y - 4, y, t) - Math.sin(Math.PI * t) * 18;
			w = mix(18, w, t);
			h = mix(8, h, t);
			const lead = ease(t, 0.02, 0.2) * (1 - ease(t, 0.8, 1));
			if (lead > 0 && c.step === 1)
				marks.push(
					{
						type: 'line',
						key: `lead.${kind}`,
						x1: s.x,
						y1: s.y,
						x2: x + w / 2,
						y2: y + h,
						stroke: 'ink',
						width: 1.2,
						opacity: lead * 0.8
					},
					{ type: 'circle', key: `lead.${kind}.dot`, x: s.x, y: s.y, r: 3, fill: 'ink', opacity: lead * 0.8 }
				);
		}
		const opacity = ease(t, 0, 0.2) * (1 - m.gone);
		if (opacity <= 0) return;
		const body = brick(`brick.${kind}`, kind, x, y, w, h, opacity);
		marks.push(body);
		const named = ease(t, 0.75, 1) * (1 - m.gone);
		if (named > 0)
			marks.push(
				letter(`name.${kind}`, 'grot', x + w / 2, y + h + label * 1.08, label, c.say(`brick.${kind}`), {
					anchor: 'middle',
					opacity: named,
					halo: 'paper',
					weight: 700
				})
			);
		const gloss = named * (1 - ease(m.spread, 0, 0.3)) * (c.step < 3 ? 1 : 0);
		if (gloss > 0 && !small)
			marks.push(
				letter(
					`gloss.${kind}`,
					'news',
					x + w / 2,
					y + h + label * 2.2,
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
	const small = layout.cards;
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

/** The inside of a row or card: the same array as long as size and language stay, so that only its place changes. */
function inside(c: SceneContext, use: Use, layout: Layout): Mark[] {
	const key = [use.id, layout.w, layout.h, c.lang].join();
	let marks = kept.get(key);
	if (marks) return marks;
	if (kept.size > 200) kept.clear();
	const { w, h } = layout;
	marks = [];
	if (layout.cards) {
		marks.push({
			type: 'rect',
			key: 'card',
			x: 0,
			y: 0,
			w,
			h,
			fill: '#FBF7EE',
			stroke: 'ink',
			width: 1.2,
			dash: use === OUTSIDE ? '4 3' : undefined
		});
		const size = Math.min(28, h - 22);
		marks.push(pictogram('picture', use.picture, 5, 4, size));
		const lines = wrap(c.say(`use.${use.id}.short`), 12, 'grot', w - size - 13);
		lines.slice(0, 2).forEach((text, i) =>
			marks!.push(
				letter(`name.${i}`, 'grot', size + 10, 4 + size / 2 + (i - (lines.length - 1) / 2) * 13 + 4, 12, text, {
					weight: 700
				})
			)
		);
	} else {
		const size = Math.min(30, h - 3);
		const s = Math.min(18, w / 44, h * 0.56);
		marks.push(
			{ type: 'rect', key: 'card', x: 0, y: 0.5, w, h: h - 1, fill: 'paper' },
			{
				type: 'line',
				key: 'line',
				x1: 0,
				x2: w * 0.94,
				y1: h,
				y2: h,
				stroke: 'ink',
				width: 0.7,
				opacity: 0.35,
				dash: use === OUTSIDE ? '4 3' : undefined
			},
			pictogram('picture', use.picture, 8, (h - size) / 2, size),
			letter('name', 'grot', 8 + size + 12, h / 2 + s * 0.34, s, c.say(`use.${use.id}`), { weight: 700 })
		);
	}
	for (const kind of BRICKS) {
		const cell = layout.cells[kind];
		if (use.bricks.includes(kind)) marks.push(brick(`b.${kind}`, kind, cell.x, cell.y, cell.w, cell.h));
		else
			marks.push({
				type: 'circle',
				key: `b.${kind}`,
				x: cell.x + cell.w / 2,
				y: cell.y + cell.h / 2,
				r: layout.cards ? 1 : 1.6,
				fill: 'ink',
				opacity: 0.35
			});
	}
	kept.set(key, marks);
	return marks;
}

/** The eighteen uses: as sold, with the fines marked, as used, folded onto one line. */
function matrix(c: SceneContext, m: Moment, layout: Layout, marks: Mark[]): void {
	const before = SPOKEN[Math.max(1, c.step - 1)];
	const now = SPOKEN[Math.min(c.step, 5)];
	const turned = ease(c.progress, 0, 0.3);
	const small = layout.cards;
	const left = c.step === 5 ? 1 - ease(m.folded, 0.8, 1) : 1;

	if (!small) headings(c, m, layout, left, marks);
	else caption(c, layout, left, marks);

	const places = USES.map((use, i) => {
		const sold = layout.places.sold[i];
		const used = layout.places.used[i];
		const move = stagger(m.sorted, rank(use), USES.length, 0.86);
		const fold = c.step === 5 ? stagger(m.folded, i, USES.length, 0.9) : 0;
		const out = small ? 0 : Math.sin(Math.PI * move) * (used.y === sold.y ? 0 : 16);
		return {
			x: mix(mix(sold.x, used.x, move) + out, layout.rule.x, small ? fold : 0),
			y: mix(mix(sold.y, used.y, move), layout.rule.y, fold),
			spoken: mix(c.step === 2 ? now(use) : before(use), now(use), turned)
		};
	});
	USES.forEach((use, i) => {
		const t = stagger(m.rows, i, USES.length, 0.82);
		if (t <= 0) return;
		const { x, y, spoken } = places[i];
		marks.push({
			type: 'group',
			key: `row.${use.id}`,
			x: x - (1 - t) * 24,
			y,
			opacity: t * spoken * left,
			children: inside(c, use, layout)
		});
	});
	USES.forEach((use, i) => {
		if (!use.fine) return;
		const t = stagger(m.fine, i, USES.length, 0.8);
		const opacity = ease(t, 0, 0.4) * left * (c.step === 5 ? 1 - ease(m.folded, 0, 0.3) : 1);
		if (opacity <= 0) return;
		const { x, y } = places[i];
		const size = small ? 19 : Math.min(26, layout.h - 4);
		const drop = (1 - t) * -14;
		const at = small
			? { x: x + layout.w - size - 1, y: y + layout.h - size - 2 + drop }
			: { x: x + layout.w * 0.955, y: y + (layout.h - size) / 2 + drop };
		marks.push(pictogram(`fine.${use.id}`, 'ticket', at.x, at.y, size, opacity));
	});

	const aside = ease(m.sorted, 0.8, 1) * left;
	if (aside > 0) {
		if (layout.outside)
			marks.push({
				type: 'group',
				key: 'row.outside',
				...layout.outside,
				opacity: aside * 0.8,
				children: inside(c, OUTSIDE, layout)
			});
		else {
			const { free } = c.view;
			marks.push(
				letter('outside', 'news', free.x, free.y + free.h - 3, 12.5, c.say('outside'), { opacity: aside, italic: true })
			);
		}
	}
}

/** Order in which rows set off when they are sorted anew: those that go furthest up first. */
const rank = (use: Use): number =>
	(use.service === 'repress' ? 0 : use.service === 'fine' ? 6 : 12) + (USES.indexOf(use) % 6);

function headings(c: SceneContext, m: Moment, layout: Layout, left: number, marks: Mark[]): void {
	const size = Math.max(12, Math.min(13.5, c.view.free.w / 52));
	const eco = c.step === 3 ? ease(c.progress, 0.1, 0.4) : c.step === 4 ? 1 - ease(c.progress, 0, 0.2) : 0;
	layout.headings.sold.forEach(({ key, y }, i) => {
		const opacity = stagger(m.rows, i, 5, 0.6) * (1 - ease(m.sorted, 0, 0.25)) * left;
		if (opacity > 0)
			marks.push(
				letter(`sold.${key}`, 'mono', c.view.free.x, y, size, c.say(`sold.${key}`), {
					opacity,
					fill: key === 'eco' && eco > 0.5 ? 'solved' : 'ink',
					fact: 'f27'
				})
			);
	});
	layout.headings.used.forEach(({ key, y }) => {
		const opacity = ease(m.sorted, 0.7, 1) * left * (c.step === 5 ? 1 - ease(m.folded, 0, 0.3) : 1);
		if (opacity > 0)
			marks.push(letter(`used.${key}`, 'mono', c.view.free.x, y, size, c.say(`used.${key}`), { opacity, fact: 'f27' }));
	});
	const fine = ease(m.fine, 0.5, 1) * left * (c.step === 5 ? 1 - ease(m.folded, 0, 0.3) : 1);
	if (fine > 0)
		marks.push(
			letter(
				'fine',
				'mono',
				c.view.free.x + c.view.free.w,
				layout.columns.what.y + layout.columns.what.h + 15,
				Math.max(12, size * 0.95),
				c.say('fine'),
				{ anchor: 'end', opacity: fine }
			)
		);
}

/** Over a wall of cards one line says how it is sorted. */
function caption(c: SceneContext, layout: Layout, left: number, marks: Mark[]): void {
	const swap = ease(c.progress, 0.1, 0.3);
	const line = (step: number, opacity: number) => {
		if (opacity > 0.02 && step >= 2 && step <= 4)
			marks.push(
				letter(`caption.${step}`, 'mono', c.view.free.x, layout.caption, 12, c.say(`caption.${step}`), {
					opacity: opacity * left,
					fact: 'f27'
				})
			);
	};
	line(c.step - 1, 1 - ease(swap, 0, 0.5));
	line(c.step, ease(swap, 0.5, 1));
}
