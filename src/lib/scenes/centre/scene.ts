import { operatorInk, mugInk } from '../../figure/operator';
import { ease, mix, seeded, span } from '../../figure/motion';
import { measure, wrap } from '../../figure/text';
import { slab } from '../../figure/place';
import { sensorRect } from '../../figure/square';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext, SettingName } from '../../story/frame';
import { CENTRES, FEEDS, FOUND, GROUPS, MEAUX, NIMES, OURS } from './data';
import { ROUNDS } from './game';
import { anchor, lookAt, townInk } from './map';
import { LENSES, town } from './town';
import {
	feedInk,
	grownAt,
	ownCamera,
	gameTiles,
	groupsOf,
	tilesAt,
	umbrellaField,
	walkersInk,
	wallTiles,
	type Tile
} from './wall';

/**
 * The supervision centre: the town's streams run to one house, night falls, the wall of screens, what attention can do,
 * the game, and the screen the machine chooses. One timeline runs through the six steps, so that neighbours meet.
 */
export const scene: Scene = (c) => {
	const t = c.step - 1 + c.progress;
	const frame: Frame = { night: t >= 1.33 && t < 5.94 ? 1 : 0, ink: [], marks: [] };
	if (t < 1.4) townPart(c, t, frame);
	if (t > 1.28 && t < 2.3) countsPart(c, t, frame);
	if (t > 2) wallPart(c, t, frame);
	return frame;
};

function townPart(c: SceneContext, t: number, frame: Frame): void {
	const fly = span(t, 0.88, 1.33);
	const shown = ease(t, 0, 0.1);
	frame.ink.push(
		...townInk(c.view, {
			fly,
			lenses: ease(t, 0.04, 0.3),
			grow: span(t, 0.14, 0.62),
			run: 46 * c.life + 900 * t,
			opacity: shown
		})
	);
	const labels = shown * (1 - ease(fly, 0, 0.12));
	const at = anchor(c.view);
	const { house, square, nodes, lenses } = town();
	const size = c.view.portrait ? 14 : 17;
	frame.subject = [{ x: at.x - 40, y: at.y - 60, w: 80, h: 90 }];
	frame.says = t < 0.95 ? c.say('says.map', { n: LENSES }) : c.say('says.flight');
	if (labels <= 0) return;
	const top = lookAt(c.view, fly)(house.x, house.y + house.depth, 0)!;
	frame.marks.push(
		...chip(
			c,
			'house',
			c.say(c.view.portrait ? 'houseShort' : 'house'),
			top[0],
			top[1] - 12,
			size,
			ease(t, 0.16, 0.26) * labels,
			true
		)
	);
	const lens = nodes[lenses[square.lens].node];
	const spot = lookAt(c.view, fly)(lens[0], lens[1], 0)!;
	const inside =
		spot[0] > c.view.free.x && spot[1] > c.view.free.y + 20 && spot[1] < c.view.free.y + c.view.free.h - 60;
	if (inside)
		frame.marks.push(
			...chip(c, 'ours', c.say('ours'), spot[0], spot[1] + 34, size - 2, ease(t, 0.1, 0.2) * labels, false)
		);
	frame.marks.push(...cartouche(c, ease(t, 0.3, 0.42) * labels));
}

/** A label on the map: letters on a slip of paper. */
function chip(
	c: SceneContext,
	key: string,
	text: string,
	x: number,
	y: number,
	size: number,
	opacity: number,
	dark: boolean
): Mark[] {
	const w = measure(text, size, 'grot') + 16;
	const left = Math.max(c.view.free.x, Math.min(c.view.free.x + c.view.free.w - w, x - w / 2));
	return [
		{
			type: 'rect',
			key: `${key}-slip`,
			x: left,
			y: y - size - 5,
			w,
			h: size + 12,
			fill: dark ? 'night' : 'paper',
			stroke: 'ink',
			width: 1.3,
			opacity
		},
		{ type: 'text', key, x: left + 8, y, text, size, font: 'grot', fill: dark ? 'paper' : 'ink', opacity }
	];
}

/** The map's own title, at its foot, with the number of centres in France. */
function cartouche(c: SceneContext, opacity: number): Mark[] {
	const { free } = c.view;
	const title = c.say('town', { n: LENSES });
	const small = c.view.portrait || c.view.width < 700;
	const size = small ? 14 : 17;
	const max = small ? Math.min(free.w - 20, 250) : 270;
	const lines = wrap(c.say('centres', { a: CENTRES[0], b: CENTRES[1] }), size - 1, 'news', max);
	const w = Math.max(measure(title, size, 'grot'), ...lines.map((l) => measure(l, size - 1, 'news'))) + 24;
	const h = 20 + size + lines.length * (size + 4);
	const x = free.x + free.w - w;
	const y = free.y + free.h - h;
	return [
		{ type: 'rect', key: 'cartouche', x, y, w, h, fill: 'paper', stroke: 'ink', width: 1.4, opacity },
		{
			type: 'rect',
			key: 'cartouche-line',
			x: x + 3.5,
			y: y + 3.5,
			w: w - 7,
			h: h - 7,
			stroke: 'ink',
			width: 0.7,
			opacity
		},
		{
			type: 'text',
			key: 'cartouche-title',
			x: x + 12,
			y: y + 10 + size * 0.9,
			text: title,
			size,
			font: 'grot',
			opacity
		},
		...lines.map((text, i): Mark => ({
			type: 'text',
			key: `cartouche-${i}`,
			x: x + 12,
			y: y + 12 + size * 0.9 + (i + 1) * (size + 4),
			text,
			size: size - 1,
			font: 'news',
			fact: 'f05',
			opacity
		}))
	];
}

interface Count {
	dots: { x: number; y: number }[];
	screens: Rect[];
	people: { x: number; y: number }[];
	title: { x: number; y: number };
	lines: string[];
	r: number;
	glyph: number;
	size: number;
}

/** Two centres as unit marks at the same scale: cameras, screens, people. */
function counts(c: SceneContext): [Count, Count] {
	const { free } = c.view;
	const small = c.view.portrait || c.view.width < 700;
	const size = small ? 13 : 17;
	const titleSize = small ? 18 : 26;
	const out: Count[] = [];
	const cell = Math.min(free.w / 74, Math.sqrt((free.w * free.h * 0.27) / NIMES.cameras));
	const columns = Math.floor(free.w / cell);
	const sw = small ? 13 : Math.min(20, free.w / 40);
	const sg = small ? 3 : 4;
	const sh = (sw * 9) / 16;
	const perRow = Math.floor((free.w + sg) / (sw + sg));
	const glyph = small ? 9 : 14;
	let y = free.y;
	for (const [key, centre] of [
		['nimes', NIMES],
		['meaux', MEAUX]
	] as const) {
		const x = free.x;
		const lines = wrap(
			c.say(`${key}.says`, { cameras: centre.cameras, screens: centre.screens }),
			size,
			'news',
			free.w
		);
		const title = { x, y: y + titleSize };
		y += titleSize + 6 + lines.length * size * 1.25 + (small ? 6 : 12);
		const dots = Array.from({ length: centre.cameras }, (_, i) => ({
			x: x + cell / 2 + (i % columns) * cell,
			y: y + cell / 2 + Math.floor(i / columns) * cell
		}));
		y += Math.ceil(centre.cameras / columns) * cell + (small ? 5 : 12);
		const screens = Array.from({ length: centre.screens }, (_, i) => ({
			x: x + (i % perRow) * (sw + sg),
			y: y + Math.floor(i / perRow) * (sh + sg),
			w: sw,
			h: sh
		}));
		y += Math.ceil(centre.screens / perRow) * (sh + sg) + (small ? 5 : 10);
		const step = Math.min(glyph * 1.5, free.w / 50);
		const people = Array.from({ length: centre.people }, (_, i) => ({ x: x + step / 2 + i * step, y: y + glyph }));
		y += glyph * 1.4 + (small ? 10 : 38);
		out.push({ dots, screens, people, title, lines, r: cell * 0.27, glyph, size });
	}
	// Both together in the middle of the free height.
	const spare = Math.max(0, (free.h - (y - free.y)) * 0.45);
	for (const n of out) {
		n.title.y += spare;
		for (const list of [n.dots, n.screens, n.people]) for (const p of list) p.y += spare;
	}
	return out as [Count, Count];
}

function countsPart(c: SceneContext, t: number, frame: Frame): void {
	const both = counts(c);
	const small = c.view.portrait || c.view.width < 700;
	const random = seeded(9);
	both.forEach((n, which) => {
		const key = which ? 'meaux' : 'nimes';
		const enter = which ? 1.34 : 1.3;
		const leave = 1 - ease(t, which ? 2.02 : 2, which ? 2.16 : 2.12);
		const xyr: number[] = [];
		n.dots.forEach((p, i) => {
			// Lights come in from outside the stage, where the streams came from.
			const a = random() * Math.PI * 2;
			const s = ease(t, enter + (i / n.dots.length) * 0.06, enter + 0.1 + (i / n.dots.length) * 0.06);
			if (s <= 0) return;
			const far = Math.max(c.view.width, c.view.height) * 0.7;
			xyr.push(
				mix(c.view.width / 2 + Math.cos(a) * far, p.x, s),
				mix(c.view.height / 2 + Math.sin(a) * far, p.y, s),
				n.r
			);
		});
		frame.ink.push({ type: 'dots', xyr, fill: '#9FB0CC', opacity: leave });
		const shown = ease(t, enter + 0.08, enter + 0.16);
		// Meaux's screens are the ones that will grow into the wall: they are painted by it from step 3 on.
		if (t <= 2 || !which)
			frame.ink.push({
				type: 'shape',
				d: n.screens.map((r) => slab(r.x, r.y, r.w, r.h)).join(''),
				fill: '#23272C',
				stroke: 'paper',
				width: 1.2,
				opacity: which ? shown : shown * leave
			});
		if (!which) {
			let d = '';
			for (const r of n.screens)
				d += `M${r.x + r.w / 3} ${r.y}V${r.y + r.h}M${r.x + (2 * r.w) / 3} ${r.y}V${r.y + r.h}M${r.x} ${r.y + r.h / 3}H${r.x + r.w}M${r.x} ${r.y + (2 * r.h) / 3}H${r.x + r.w}`;
			frame.ink.push({ type: 'shape', d, fill: 'none', stroke: '#7D848C', width: 0.7, opacity: shown * leave });
		}
		frame.ink.push(...peopleInk(n, shown * leave));
		const opacity = ease(t, enter, enter + 0.08) * leave;
		frame.marks.push(
			{
				type: 'text',
				key,
				x: n.title.x,
				y: n.title.y,
				text: c.say(key),
				size: small ? 18 : 26,
				font: 'grot',
				fill: 'paper',
				opacity
			},
			...n.lines.map((text, i): Mark => ({
				type: 'text',
				key: `${key}-${i}`,
				x: n.title.x,
				y: n.title.y + 4 + (i + 1) * n.size * 1.25,
				text,
				size: n.size,
				font: 'news',
				fill: 'paper',
				fact: 'f05',
				opacity
			}))
		);
	});
	frame.subject = [c.view.free];
	if (t >= 1.33)
		frame.says = c.say('says.counts', { a: NIMES.cameras, b: NIMES.screens, c: MEAUX.cameras, d: MEAUX.screens });
}

/** Heads and shoulders, one for each person. */
function peopleInk(n: Count, opacity: number): Ink[] {
	const heads: number[] = [];
	let bodies = '';
	const g = n.glyph;
	for (const p of n.people) {
		heads.push(p.x, p.y - g * 0.62, g * 0.27);
		bodies += `M${(p.x - g * 0.42).toFixed(1)} ${(p.y + g * 0.3).toFixed(1)}V${(p.y + g * 0.06).toFixed(1)}Q${p.x.toFixed(1)} ${(p.y - g * 0.62).toFixed(1)} ${(p.x + g * 0.42).toFixed(1)} ${(p.y + g * 0.06).toFixed(1)}V${(p.y + g * 0.3).toFixed(1)}Z`;
	}
	return [
		{ type: 'shape', d: bodies, fill: '#E0B13A', opacity },
		{ type: 'dots', xyr: heads, fill: '#E0B13A', opacity }
	];
}

const fraction = (c: SceneContext, name: string): number => Number(c.params[`centre.${name}`] ?? 0);

function wallPart(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const playing = t > 4 && t < 5 ? fraction(c, 'round') : 0;
	const clock = fraction(c, 'clock');
	const small = counts(c)[1].screens;
	const tiles = tilesAt(view, t, small, playing);
	const at = c.life + t * 10;
	// The next chapter holds on this frame: life stops as the screen grows.
	const streetAt = c.recording.moments.explain - 160 * (1 - span(t, 2, 5.9));
	const looking = gaze(t, c.life);
	const chosen = ease(t, 5.3, 5.4);
	const wall = wallTiles(view);
	const bottom = wall[wall.length - 1].y + wall[0].h;
	const operator = operatorAt(c, t, bottom);

	if (operator.shown > 0) frame.ink.push(...deskInk(c, operator));
	const watched = tiles.find((r) => r.index === looking);
	let last: Ink | null = null;
	const gazing = ease(t, 2.3, 2.4) * (1 - ease(t, 3, 3.08));
	for (const r of tiles) {
		const lit = r.index === OURS && chosen > 0 ? 1 : r.index === looking ? gazing : 0;
		const inGame = t > 3.2 && t < 5.2;
		const grey = r.index === OURS && chosen > 0 ? 1 - chosen : inGame ? 0.5 : 1 - lit;
		const dim = inGame ? 1 : mix(0.62, 1, lit);
		const feed = FEEDS[r.index];
		const grown = ease(t, 2, 2.3);
		const picture: Ink =
			feed.setting === 'street'
				? { type: 'street', camera: ownCamera(view, r, grownAt(t)), at: streetAt, drained: grey, clip: r }
				: feedInk(feed, r, imageTime(at + r.index * 3.7, r.index, lit > 0 || inGame), grey);
		// The one that grows goes over everything else.
		if (r.index === OURS && t > 5.3) last = picture;
		else frame.ink.push(picture);
		// The dark comes over a whole picture: half-clear shapes would show through one another.
		const dark = 1 - r.opacity * dim * grown;
		if (dark > 0.01 && last !== picture)
			frame.ink.push({
				type: 'shape',
				d: slab(r.x, r.y, r.w, r.h),
				fill: grown < 1 ? '#23272C' : 'night',
				opacity: dark
			});
		if (playing > 0 && playing < 3) {
			const screen = playing === 1 ? 0 : GROUPS[3].indexOf(r.index);
			if (r.opacity > 0.5 && screen >= 0)
				frame.ink.push(...walkersInk(ROUNDS[playing - 1], screen, clock, r, feed.setting as SettingName));
		}
	}
	frame.ink.push({
		type: 'shape',
		d: tiles
			.filter((r) => r.index !== OURS || chosen === 0)
			.map((r) => slab(r.x, r.y, r.w, r.h))
			.join(''),
		fill: 'none',
		stroke: t < 2.2 ? 'paper' : '#4A5057',
		width: 1.2,
		opacity: t > 5.3 ? 1 - 0.6 * chosen : 1
	});
	if (watched && gazing > 0) {
		frame.ink.push(...beamInk(operator, watched, gazing));
		frame.marks.push(...caption(c, watched, FEEDS[looking], gazing));
	}
	if (operator.shown > 0) frame.ink.push(...operatorFigure(c, operator, looking, wall));
	if (last) {
		frame.ink.push(last);
		const luma = ease(t, 5.9, 5.99);
		const camera = ownCamera(view, tiles[tiles.length - 1], grownAt(t));
		if (luma > 0) frame.ink.push({ type: 'sensor', at: streetAt, layer: 'luma', ...sensorRect(camera), opacity: luma });
	}
	if (t > 3 && t < 4.2) attention(c, t, frame);
	if (t > 4 && t < 5.1) game(c, t, frame, tiles, playing);
	if (t > 5) choose(c, t, frame, tiles, chosen);
	if (t <= 3.02) {
		frame.subject = [{ x: wall[0].x, y: wall[0].y, w: view.free.w, h: bottom - wall[0].y }];
		frame.says = c.say('says.wall', { n: FEEDS.length });
	}
}

/** Screens nobody looks at change twice a second, out of step; the one that is watched, ten times. */
function imageTime(at: number, index: number, watched: boolean): number {
	const rate = watched ? 10 : 2;
	const offset = (index * 0.37) % 1;
	return (Math.floor(at * rate + offset) - offset) / rate;
}

/** Which screen the operator looks at: it changes with the scroll and with time. */
function gaze(t: number, life: number): number {
	const turn = Math.floor((t - 2) * 9 + life * 0.55);
	const i = (((turn * 19 + 13) % FEEDS.length) + FEEDS.length) % FEEDS.length;
	return i;
}

interface OperatorPlace {
	x: number;
	y: number;
	scale: number;
	shown: number;
	desk: number;
}

function operatorAt(c: SceneContext, t: number, bottom: number): OperatorPlace {
	const { view } = c;
	const up = ease(t, 2.04, 2.36) * (1 - ease(t, 3, 3.2)) + ease(t, 5.06, 5.3) * (1 - ease(t, 5.66, 5.9));
	const room = view.height - bottom;
	const scale = Math.min(1.5, (room * (view.portrait ? 1.16 : 0.95)) / 322);
	const drop = (1 - up) * 340 * scale;
	return {
		x: view.free.x + view.free.w * 0.5,
		y: view.height + drop,
		scale,
		shown: up > 0.001 ? 1 : 0,
		desk: view.height - 96 * scale + drop
	};
}

function deskInk(c: SceneContext, o: OperatorPlace): Ink[] {
	const w = c.view.width;
	const h = c.view.height;
	const y = o.desk;
	const mug = o.x + 235 * o.scale < w - 20 ? o.x + 225 * o.scale : o.x - 215 * o.scale;
	const near = y + (34 * Math.abs(mug - o.x)) / w;
	return [
		{
			type: 'shape',
			d: `M0 ${y + 34}Q${o.x} ${y - 14} ${w} ${y + 34}V${h + 400}H0Z`,
			fill: '#23272C',
			stroke: 'paper',
			width: 1.4
		},
		...mugInk(mug, near + 16 * o.scale, o.scale, c.life)
	];
}

function operatorFigure(c: SceneContext, o: OperatorPlace, looking: number, wall: Rect[]): Ink[] {
	const target = wall[looking];
	const turn = Math.max(-1, Math.min(1, ((target.x + target.w / 2 - o.x) / c.view.free.w) * 2));
	return operatorInk({ x: o.x, y: o.y, scale: o.scale, turn, breath: Math.sin(c.life * 1.5) });
}

/** A faint cone of light from the head to the one screen that is looked at. */
function beamInk(o: OperatorPlace, r: Rect, shown: number): Ink[] {
	const y = o.y - 262 * o.scale;
	return [
		{
			type: 'shape',
			d: `M${o.x} ${y}L${r.x} ${r.y + r.h}L${r.x} ${r.y}L${r.x + r.w} ${r.y}L${r.x + r.w} ${r.y + r.h}Z`,
			fill: 'paper',
			opacity: 0.07 * shown
		},
		{ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: 'none', stroke: 'paper', width: 2.4, opacity: shown }
	];
}

/** The name of the screen looked at, on its lower edge. */
function caption(c: SceneContext, r: Rect, feed: (typeof FEEDS)[number], opacity: number): Mark[] {
	const text = c.say('screen', { n: String(feed.camera), place: c.say(`place.${feed.setting}`) });
	const size = c.view.portrait ? 12 : 13;
	const w = measure(text, size, 'mono') + 12;
	const x = Math.max(c.view.free.x, Math.min(c.view.free.x + c.view.free.w - w, r.x + r.w / 2 - w / 2));
	return [
		{
			type: 'rect',
			key: 'gaze-slip',
			x,
			y: r.y + r.h - 2,
			w,
			h: size + 9,
			fill: 'paper',
			stroke: 'night',
			width: 1,
			opacity
		},
		{ type: 'text', key: 'gaze', x: x + 6, y: r.y + r.h + size + 1, text, size, font: 'mono', opacity }
	];
}

function attention(c: SceneContext, t: number, frame: Frame): void {
	const groups = groupsOf(c.view);
	const leave = 1 - ease(t, 4, 4.12);
	groups.forEach((g, i) => {
		const shown = ease(t, 3.2 + i * 0.05, 3.3 + i * 0.05) * leave;
		const { monitors, percent } = FOUND[i];
		frame.marks.push(
			{
				type: 'text',
				key: `monitors-${monitors}`,
				...g.caption,
				text: c.say(`monitors.${monitors}`),
				size: c.view.portrait ? 13 : 15,
				font: 'grot',
				fill: '#C9CDD2',
				opacity: shown
			},
			{
				type: 'text',
				key: `percent-${monitors}`,
				...g.number,
				text: c.say('percent', { n: percent }),
				font: 'grot',
				fill: 'paper',
				fact: 'f16',
				opacity: shown
			}
		);
		const field = umbrellaField(g.field, percent, span(t, 3.24 + i * 0.05, 3.5 + i * 0.05));
		for (const ink of field) frame.ink.push({ ...ink, opacity: leave } as Ink);
	});
	const last = groups[groups.length - 1];
	const size = c.view.portrait ? 13 : 16;
	const y = last.field.y + last.field.cell * (100 / last.field.columns) + size * 1.7;
	const free = c.view.free;
	if (y + size * 1.2 < free.y + free.h + 4)
		wrap(c.say('found'), size, 'news', free.w).forEach((text, i) =>
			frame.marks.push({
				type: 'text',
				key: `found-${i}`,
				x: free.x,
				y: y + i * size * 1.2,
				text,
				size,
				font: 'news',
				fill: '#C9CDD2',
				opacity: ease(t, 3.3, 3.42) * leave
			})
		);
	if (t <= 4.02) {
		frame.subject = [free];
		frame.says = c.say('says.attention', {
			a: FOUND[0].percent,
			b: FOUND[1].percent,
			c: FOUND[2].percent,
			d: FOUND[3].percent
		});
	}
}

function game(c: SceneContext, t: number, frame: Frame, tiles: Tile[], playing: number): void {
	const free = c.view.free;
	const shown = ease(t, 4.24, 4.34) * (1 - ease(t, 5, 5.08));
	if (playing === 3) result(c, frame, shown);
	else
		for (const r of tiles) {
			const k = GROUPS[3].indexOf(r.index);
			if (k < 0 || (playing === 1 && k !== 4)) continue;
			const size = c.view.portrait ? 13 : 16;
			const text = playing === 1 ? '1' : String(k + 1);
			const pressed = fraction(c, 'pressed') === Number(text) && playing > 0;
			frame.marks.push(
				{
					type: 'rect',
					key: `key-${k}-slip`,
					x: r.x,
					y: r.y,
					w: size + 10,
					h: size + 8,
					fill: pressed ? '#E0B13A' : 'night',
					opacity: shown
				},
				{
					type: 'text',
					key: `key-${k}`,
					x: r.x + (size + 10) / 2,
					y: r.y + size + 2,
					text,
					size,
					font: 'grot',
					anchor: 'middle',
					fill: pressed ? 'ink' : 'paper',
					opacity: shown
				}
			);
			if (pressed)
				frame.marks.push({
					type: 'rect',
					key: `pressed-${k}`,
					x: r.x,
					y: r.y,
					w: r.w,
					h: r.h,
					stroke: '#E0B13A',
					width: 3,
					opacity: shown
				});
		}
	frame.subject = [free];
	frame.says =
		playing === 3
			? c.say('says.result', {
					a: fraction(c, 'percent1'),
					b: fraction(c, 'percent9'),
					c: FOUND[0].percent,
					d: FOUND[3].percent
				})
			: c.say('says.game');
}

/** The reader's own rates beside the published ones, as bars over the dimmed monitors. */
function result(c: SceneContext, frame: Frame, shown: number): void {
	const free = c.view.free;
	const small = c.view.portrait || c.view.width < 700;
	const nine = gameTiles(c.view);
	const w = Math.min(free.w, nine[2].x + nine[2].w - nine[0].x);
	const x = nine[0].x;
	const size = small ? 14 : 19;
	const bar = small ? 26 : 44;
	const big = small ? 17 : 26;
	frame.marks.push({
		type: 'rect',
		key: 'result-veil',
		x: 0,
		y: 0,
		w: c.view.width,
		h: c.view.height,
		fill: 'night',
		opacity: 0.86 * shown
	});
	let y = free.y + free.h * 0.5 - (bar * 4 + size * 4) * 0.62;
	frame.marks.push({
		type: 'text',
		key: 'result',
		x,
		y,
		text: c.say('result'),
		size: size + 2,
		font: 'grot',
		fill: 'paper',
		opacity: shown
	});
	y += size * 1.4;
	for (const [name, monitors, published] of [
		['percent1', 1, FOUND[0].percent],
		['percent9', 9, FOUND[3].percent]
	] as const) {
		y += size * 1.5;
		frame.marks.push({
			type: 'text',
			key: `result-${monitors}`,
			x,
			y,
			text: c.say(`monitors.${monitors}`),
			size,
			font: 'grot',
			fill: '#C9CDD2',
			opacity: shown
		});
		y += size * 0.6;
		for (const [key, value] of [
			['test', published],
			['yours', fraction(c, name)]
		] as const) {
			const own = key === 'yours';
			const text = c.say(key, { n: value });
			const length = Math.max(2, (w * value) / 100);
			const inside = length > measure(text, big, 'grot') + 24;
			frame.marks.push(
				{
					type: 'rect',
					key: `${key}-${monitors}`,
					x,
					y,
					w: length,
					h: bar,
					fill: own ? '#E0B13A' : '#4A5057',
					opacity: shown
				},
				{
					type: 'text',
					key: `${key}-${monitors}-label`,
					x: inside ? x + 10 : x + length + 8,
					y: y + bar / 2 + big * 0.34,
					text,
					size: big,
					font: 'grot',
					fill: own && inside ? 'ink' : 'paper',
					...(own ? {} : { fact: 'f16' }),
					opacity: shown
				}
			);
			y += bar + 4;
		}
	}
}

function choose(c: SceneContext, t: number, frame: Frame, tiles: Tile[], chosen: number): void {
	const ours = tiles.find((r) => r.index === OURS);
	if (!ours) return;
	const opacity = chosen * (1 - ease(t, 5.66, 5.78));
	const framed = chosen * (1 - ease(t, 5.8, 5.93));
	const size = c.view.portrait ? 12 : 14;
	const text = c.say('chosen');
	const w = measure(text, size, 'mono') + 14;
	frame.marks.push(
		{
			type: 'rect',
			key: 'chosen',
			x: ours.x,
			y: ours.y,
			w: ours.w,
			h: ours.h,
			stroke: 'signal',
			width: 4,
			opacity: framed
		},
		{
			type: 'rect',
			key: 'chosen-slip',
			x: ours.x - 2,
			y: ours.y - size - 10,
			w,
			h: size + 10,
			fill: 'signal-text',
			opacity
		},
		{
			type: 'text',
			key: 'chosen-word',
			x: ours.x + 5,
			y: ours.y - 8,
			text,
			size,
			font: 'mono',
			fill: '#FFFFFF',
			opacity
		}
	);
	frame.subject = [ours];
	frame.says = c.say('says.choose');
}
