import { interpolateLab } from 'd3';
import { deskInk, mugInk, operatorInk } from '../../figure/operator';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, seeded, span } from '../../figure/motion';
import { measure, wrap } from '../../figure/text';
import { slab } from '../../figure/place';
import { sensorRect } from '../../figure/square';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext, SettingName } from '../../picture/frame';
import { leaving } from '../camera/scene';
import { CENTRES, FOUND, MEAUX, NIMES } from '../../centre/published';
import { FEEDS, GROUPS, OURS } from '../../figure/wall/feeds';
import { feedInk, wallFoot, wallTiles } from '../../figure/wall/wall';
import { ROUNDS } from './game';
import { anchor, lookAt, windowsAt } from '../../figure/map/look';
import { townInk } from '../../figure/map/map';
import { LENSES } from '../../figure/town/plan';
import { town } from '../../figure/town/town';
import {
	fallenAt,
	gameTiles,
	groupsOf,
	grownAt,
	LIT,
	ownCamera,
	screensInView,
	targetInk,
	testFoot,
	testTiles,
	tilesAt,
	umbrellaField,
	walkersInk,
	type Tile
} from './wall';

/** The eye comes down to the house and stops before its windows; these become screens. */
const FLIGHT = [0.8, 1.14] as const;

/**
 * The supervision centre: the square draws back into its town, whose streams run to one house; night falls, the house's
 * windows become the screens inside; what attention can do, the game, and the screen the machine chooses.
 * One timeline runs through the six steps, so that neighbours meet.
 */
export const scene: Scene = (c) => {
	const t = c.step - 1 + c.progress;
	const frame: Frame = { night: t >= FLIGHT[1] && t < 5.94 ? 1 : 0, ink: [], marks: [] };
	if (t < FLIGHT[1]) townPart(c, t, frame);
	if (t >= FLIGHT[1] && t < 2.3) countsPart(c, t, frame);
	if (t > 2) wallPart(c, t, frame);
	return frame;
};

const isSmall = (c: SceneContext): boolean => c.view.portrait || c.view.width < 700;

function townPart(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const fly = span(t, ...FLIGHT);
	const shown = ease(t, 0.08, 0.16);
	frame.ink.push(
		...townInk(view, {
			fly,
			lenses: ease(t, 0.08, 0.3),
			grow: span(t, 0.16, 0.62),
			run: 46 * c.life + 900 * t,
			opacity: 1
		})
	);
	const look = lookAt(view, fly);
	const { house, square, nodes, lenses } = town();
	if (t < 0.19) drawBack(c, t, frame, look(square.at[0], square.at[1], 0)!);
	const labels = shown * (1 - ease(fly, 0, 0.12));
	const at = anchor(view);
	const size = view.portrait ? 14 : 17;
	frame.subject = [{ x: at.x - 40, y: at.y - 60, w: 80, h: 90 }];
	frame.says = t < 0.9 ? c.say('says.map', { n: LENSES }) : c.say('says.flight');
	if (labels <= 0) return;
	const top = look(house.x, house.y + house.depth, 0)!;
	frame.marks.push(
		...chip(
			c,
			'house',
			c.say(view.portrait ? 'houseShort' : 'house'),
			top[0],
			top[1] - 12,
			size,
			ease(t, 0.2, 0.3) * labels,
			true
		)
	);
	const lens = nodes[lenses[square.lens].node];
	const spot = look(lens[0], lens[1], 0)!;
	const { free } = view;
	if (spot[0] > free.x && spot[1] > free.y + 20 && spot[1] < free.y + free.h - 60)
		frame.marks.push(
			...chip(c, 'ours', c.say('ours'), spot[0], spot[1] + 34, size - 2, ease(t, 0.14, 0.22) * labels, false)
		);
	frame.marks.push(...cartouche(c, ease(t, 0.3, 0.42) * labels));
}

/** The eye comes down from the sky to the mast's view of the square, which becomes small and takes its place in the town. */
function drawBack(c: SceneContext, t: number, frame: Frame, [x, y]: readonly [number, number]): void {
	const { view } = c;
	const away = ease(t, 0.05, 0.17);
	const tile = { x: x - 20, y: y - 11, w: 40, h: 22 };
	const rect = mixRects({ x: 0, y: 0, w: view.width, h: view.height }, tile, away);
	const opacity = 1 - ease(t, 0.16, 0.19);
	const { camera, at } = leaving(c, ease(t, 0, 0.06));
	frame.ink.push(
		{ type: 'street', camera: away > 0 ? mixCameras(camera, cameraIn(tile), away) : camera, at, clip: rect, opacity },
		{
			type: 'shape',
			d: slab(rect.x, rect.y, rect.w, rect.h),
			fill: 'none',
			stroke: 'ink',
			width: 1.8,
			opacity: opacity * ease(t, 0.05, 0.07)
		}
	);
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
	const y = c.view.portrait ? free.y : free.y + free.h - h;
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

interface Centre {
	key: 'nimes' | 'meaux';
	/** Places of every camera's dot: in the row of cameras, on a screen, over somebody. Column by column, so that falls are straight. */
	cameras: [number, number][];
	onScreens: [number, number][];
	onPeople: [number, number][];
	screens: Rect[];
	people: [number, number][];
	x: number;
	/** Tops of the three rows' words. */
	words: [number, number, number];
	title: number;
}

interface Counts {
	centres: [Centre, Centre];
	/** Radius of a dot, and height of a person. */
	r: number;
	glyph: number;
	size: number;
}

/** Two centres at the same scale: a row of cameras, one of screens, one of people; one dot a camera falls through all three. */
function counts(c: SceneContext): Counts {
	const { free } = c.view;
	const small = isSmall(c);
	const gap = small ? 16 : free.w * 0.07;
	const wide = (free.w - gap) * 0.65;
	const narrow = free.w - gap - wide;
	const size = small ? 13 : 19;
	const title = small ? 18 : 28;
	const word = size * 1.5;
	const between = small ? 7 : 16;
	const glyph = Math.max(8, Math.min(26, free.h * 0.032));
	const cells = { cameras: 0, screens: 0 };
	// The tallest rows decide how large things can be.
	const room = free.h - title - 3 * word - 2 * between - 4.6 * glyph - (small ? 4 : 20);
	cells.cameras = Math.min(Math.sqrt((wide * room * 0.52) / NIMES.cameras), wide / 40);
	cells.screens = Math.min(Math.sqrt((wide * room * 0.46 * 16) / (NIMES.screens * 9)), wide / 12);
	const columnsOf = (w: number, cell: number) => Math.floor((w + 0.01) / cell);
	const rowsOf = (n: number, columns: number) => Math.ceil(n / columns);
	const cameraRows = rowsOf(NIMES.cameras, columnsOf(wide, cells.cameras));
	const ch = cells.cameras * cameraRows;
	const down = (n: number, w: number) => ((cells.screens * 9) / 16 + 2) * rowsOf(n, columnsOf(w, cells.screens));
	const tallest = () => Math.max(down(NIMES.screens, wide), down(MEAUX.screens, narrow));
	while (cells.screens > 6 && ch + tallest() > room) cells.screens *= 0.97;
	const sy = (cells.screens * 9) / 16 + 2;
	const sh = tallest();
	const total = title + 3 * word + ch + sh + 2 * between + 4.6 * glyph;
	const top = free.y + Math.max(0, (free.h - total) * 0.4);
	const y1 = top + title + word;
	const y2 = y1 + ch + between + word;
	const y3 = y2 + sh + between + word;
	const build = (key: Centre['key'], x: number, w: number): Centre => {
		const n = key === 'nimes' ? NIMES : MEAUX;
		const columns = columnsOf(w, cells.cameras);
		const rows = rowsOf(n.cameras, columns);
		const cameras = Array.from({ length: n.cameras }, (_, i): [number, number] => [
			x + (Math.floor(i / rows) + 0.5) * cells.cameras,
			y1 + ((i % rows) + 0.5) * cells.cameras
		]);
		const across = columnsOf(w, cells.screens);
		const down = rowsOf(n.screens, across);
		const sw = cells.screens - (small ? 1.5 : 4);
		const screens = Array.from({ length: n.screens }, (_, i) => ({
			x: x + Math.floor(i / down) * cells.screens,
			y: y2 + (i % down) * sy,
			w: sw,
			h: sy - (small ? 1.5 : 4)
		}));
		const per = Math.ceil(n.cameras / n.screens);
		const side = Math.ceil(Math.sqrt((per * 16) / 9));
		const onScreens = cameras.map((_, i): [number, number] => {
			const s = Math.floor((i * n.screens) / n.cameras);
			const k = i - Math.ceil((s * n.cameras) / n.screens);
			const r = screens[s];
			const lines = Math.ceil(per / side);
			return [r.x + (((k % side) + 0.5) * r.w) / side, r.y + ((Math.floor(k / side) + 0.5) * r.h) / Math.max(2, lines)];
		});
		const lines = n.people > 12 ? 2 : 1;
		const per2 = n.people / lines;
		const step = w / per2;
		const people = Array.from({ length: n.people }, (_, i): [number, number] => [
			x + (Math.floor(i / lines) + 0.5) * step,
			y3 + glyph * (1.9 + 2.4 * (i % lines))
		]);
		const pile = Math.ceil(n.cameras / n.people);
		const fine = Math.min(step / 6.2, (glyph * 1.1) / Math.ceil(pile / 6));
		const onPeople = cameras.map((_, i): [number, number] => {
			const p = Math.floor((i * n.people) / n.cameras);
			const k = i - Math.ceil((p * n.cameras) / n.people);
			return [people[p][0] + ((k % 6) - 2.5) * fine, people[p][1] - glyph * 0.98 - (Math.floor(k / 6) + 0.5) * fine];
		});
		return {
			key,
			cameras,
			onScreens,
			onPeople,
			screens,
			people,
			x,
			words: [y1 - size * 0.5, y2 - size * 0.5, y3 - size * 0.5],
			title: top + title * 0.8
		};
	};
	return {
		centres: [build('nimes', free.x, wide), build('meaux', free.x + wide + gap, narrow)],
		r: Math.min(cells.cameras * 0.34, 3.4),
		glyph,
		size
	};
}

/** A screen before it shows anything. */
const SCREEN = { fill: '#303942', stroke: '#8795A3' };

/** When the dots of the cameras come in, fall on the screens, and on the people. */
const COME = [1.14, 1.34] as const;
const ON_SCREENS = [1.36, 1.56] as const;
const ON_PEOPLE = [1.66, 1.86] as const;

function countsPart(c: SceneContext, t: number, frame: Frame): void {
	const { centres, r, glyph, size } = counts(c);
	const small = isSmall(c);
	const windows = windowsAt(c.view);
	const random = seeded(9);
	// Words go before the screens of the wall cross them; dots and people stay until it stands.
	const words = 1 - ease(t, 2, 2.1);
	const leave = 1 - ease(t, 2.1, 2.28);
	const opened = ease(t, 1.15, 1.34);
	const lamp = interpolateLab('#F7DFA0', SCREEN.fill)(ease(t, 1.18, 1.32));
	for (const n of centres) {
		const meaux = n.key === 'meaux';
		const fade = leave;
		// The house's windows are the screens, seen from outside.
		let d = '';
		n.screens.forEach((to, i) => {
			// Each window parts in two or three: one screen for Meaux, the others for Nîmes.
			const { x, y, w, h } = windows[i % windows.length];
			const parts = (i % windows.length) + windows.length < NIMES.screens ? 3 : 2;
			const third = { x: x + ((meaux ? 0 : i < windows.length ? 1 : 2) * w) / parts, y, w: w / parts, h };
			const o = mixRects(third, to, opened);
			d += slab(o.x, o.y, o.w, o.h);
		});
		// Meaux's are the ones that will grow into the wall: it paints them from step 3 on.
		if (t <= 2 || !meaux)
			frame.ink.push({
				type: 'shape',
				d,
				fill: lamp,
				stroke: SCREEN.stroke,
				width: mix(0, 1.1, ease(t, 1.2, 1.3)),
				opacity: meaux ? 1 : fade
			});
		const come = (i: number) =>
			ease(t, COME[0] + (i / n.cameras.length) * 0.1, COME[0] + 0.1 + (i / n.cameras.length) * 0.1);
		const part = (from: readonly [number, number], i: number) => {
			const length = from[1] - from[0];
			const start = from[0] + (i / n.cameras.length) * length * 0.45;
			const s = span(t, start, start + length * 0.55);
			return s * s;
		};
		const ghosts: number[] = [];
		const dots: number[] = [];
		n.cameras.forEach((p, i) => {
			const a = random();
			const s = come(i);
			if (s <= 0) return;
			// They rise from the streets, under the stage's edge.
			const x = mix(c.view.width * a, p[0], s);
			const y = mix(c.view.height + 20 + 160 * a, p[1], s);
			const one = part(ON_SCREENS, i);
			const two = part(ON_PEOPLE, i);
			if (one > 0) ghosts.push(p[0], p[1], r * 0.55);
			dots.push(
				mix(mix(x, n.onScreens[i][0], one), n.onPeople[i][0], two),
				mix(mix(y, n.onScreens[i][1], one), n.onPeople[i][1], two),
				mix(r, Math.min(r, n.screens[0].w / 13), one)
			);
		});
		frame.ink.push(
			{ type: 'dots', xyr: ghosts, fill: '#566474', opacity: fade },
			{ type: 'dots', xyr: dots, fill: '#B9CBE0', opacity: fade },
			...peopleInk(n.people, glyph, ease(t, 1.28, 1.38) * fade)
		);
		const shown = (from: number) => ease(t, from, from + 0.08) * words;
		frame.marks.push(
			letter(n.key, 'grot', n.x, n.title, small ? 18 : 28, c.say(n.key), { fill: 'paper', opacity: shown(1.24) })
		);
		(['cameras', 'screens', 'people'] as const).forEach((what, i) =>
			frame.marks.push(
				letter(
					`${n.key}-${what}`,
					'news',
					n.x,
					n.words[i],
					size,
					c.say(`${n.key}.${what === 'people' && small ? 'short' : what}`, meaux ? { ...MEAUX } : { ...NIMES }),
					{ fill: i ? '#C9CDD2' : 'paper', fact: 'f05', opacity: shown([1.26, 1.34, 1.38][i]) }
				)
			)
		);
	}
	frame.subject = [c.view.free];
	frame.says = c.say('says.counts', { a: NIMES.cameras, b: NIMES.screens, c: MEAUX.cameras, d: MEAUX.screens });
}

/** Heads and shoulders, one for each person. */
function peopleInk(people: [number, number][], g: number, opacity: number): Ink[] {
	const heads: number[] = [];
	let bodies = '';
	for (const [x, y] of people) {
		heads.push(x, y - g * 0.62, g * 0.27);
		bodies += `M${(x - g * 0.42).toFixed(1)} ${(y + g * 0.3).toFixed(1)}V${(y + g * 0.06).toFixed(1)}Q${x.toFixed(1)} ${(y - g * 0.62).toFixed(1)} ${(x + g * 0.42).toFixed(1)} ${(y + g * 0.06).toFixed(1)}V${(y + g * 0.3).toFixed(1)}Z`;
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
	const tiles = tilesAt(view, t, counts(c).centres[1].screens, playing);
	const at = c.life + t * 10;
	// The next chapter holds on this frame: life stops as the screen grows.
	const streetAt = c.recording.moments.explain - 160 * (1 - span(t, 2, 5.9));
	const looking = gaze(view, t, c.life);
	const chosen = ease(t, 5.3, 5.4);
	const wall = wallTiles(view);
	const operator = operatorAt(c, t);
	const test = t > 3.06 && t < 5.2;
	const watching = ease(t, 2.3, 2.4) * (1 - ease(t, 3, 3.08));

	// Screens that are off are one shape; as the nine of the test come forward, the others draw back and make room.
	const under = testFoot(view);
	const apart = ease(t, 3.02, 3.12) * (1 - ease(t, 5, 5.1));
	let off = '';
	let low = '';
	let front = '';
	for (const r of tiles)
		if (r.on < 1 && !(r.index === OURS && chosen > 0)) {
			if (apart > 0 && GROUPS[3].includes(r.index)) front += slab(r.x, r.y, r.w, r.h);
			else if (r.y + r.h > under) low += slab(r.x, r.y, r.w, r.h);
			else off += slab(r.x, r.y, r.w, r.h);
		}
	const frames = t < 2.38 ? { ...SCREEN, width: 1.2 } : { fill: '#1B1F23', stroke: '#434B54', width: 1.2 };
	frame.ink.push(
		{ type: 'shape', d: off, ...frames, opacity: 1 - 0.6 * apart },
		{ type: 'shape', d: low, ...frames, opacity: 1 - apart },
		{ type: 'shape', d: front, ...frames }
	);
	let last: Ink | null = null;
	for (const r of tiles) {
		if (r.on < 0.01) continue;
		const ours = r.index === OURS && chosen > 0;
		const lit = ours ? 1 : r.index === looking ? watching : 0;
		const feed = FEEDS[r.index];
		const grey = ours ? 1 - chosen : test ? (r.index === OURS ? 1 : 0.5) : 1 - lit;
		const picture: Ink =
			feed.setting === 'street'
				? { type: 'street', camera: ownCamera(view, r, grownAt(t)), at: streetAt, drained: grey, clip: r }
				: feedInk(feed, r, imageTime(at + r.index * 3.7, r.index, lit > 0 || test), grey);
		// The one that grows goes over everything else.
		if (r.index === OURS && t > 5.3) last = picture;
		else frame.ink.push(picture);
		// The dark comes over a whole picture: half-clear shapes would show through one another.
		const dark = 1 - r.on * (test ? 1 : mix(0.66, 1, lit));
		if (dark > 0.01 && last !== picture)
			frame.ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: '#1B1F23', opacity: dark });
		if (playing > 0 && playing < 3 && r.on > 0.5 && GROUPS[3].includes(r.index))
			frame.ink.push(
				...walkersInk(ROUNDS[playing - 1], playing === 1 ? 0 : r.index, clock, r, feed.setting as SettingName)
			);
		if (t < 4.1 && test && r.on > 0.5) frame.ink.push(targetInk(r, at));
	}
	frame.ink.push({
		type: 'shape',
		d: tiles
			.filter((r) => r.on >= 0.5 && (r.index !== OURS || chosen === 0))
			.map((r) => slab(r.x, r.y, r.w, r.h))
			.join(''),
		fill: 'none',
		stroke: '#59626B',
		width: 1.2
	});
	if (operator.up > 0) frame.ink.push(...desk(c, operator));
	const watched = tiles.find((r) => r.index === looking);
	if (watched && watching > 0) {
		frame.ink.push(...beamInk(operator, watched, watching));
		frame.marks.push(...caption(c, watched, FEEDS[looking], watching));
	}
	if (operator.up > 0) frame.ink.push(...operatorFigure(c, operator, t > 5.3 ? OURS : looking, wall));
	if (last) {
		frame.ink.push(last);
		const luma = ease(t, 5.9, 5.99);
		const camera = ownCamera(view, tiles[tiles.length - 1], grownAt(t));
		if (luma > 0) frame.ink.push({ type: 'sensor', at: streetAt, layer: 'luma', ...sensorRect(camera), opacity: luma });
	}
	if (t > 3 && t < 4.2) attention(c, t, frame, tiles);
	if (t > 4 && t < 5.1) game(c, t, frame, tiles, playing);
	if (t > 5) choose(c, t, frame, tiles, chosen);
	if (t <= 3.02) {
		const left = Math.min(...screensInView(view).map((i) => wall[i].x));
		frame.subject = [{ x: left, y: wall[0].y, w: view.free.x + view.free.w - left, h: wallFoot(view) - wall[0].y }];
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
function gaze(view: SceneContext['view'], t: number, life: number): number {
	const screens = screensInView(view).filter((i) => i !== OURS);
	const turn = Math.floor((t - 2) * 9 + life * 0.55);
	return screens[(((turn * 7 + 3) % screens.length) + screens.length) % screens.length];
}

interface OperatorPlace {
	x: number;
	y: number;
	scale: number;
	/** 0 not in the room, 1 seated. */
	up: number;
	/** Far edge of the desk. */
	desk: number;
}

/** The operator's head reaches the foot of the wall: the room is small for it. */
function operatorAt(c: SceneContext, t: number): OperatorPlace {
	const { view } = c;
	const up = ease(t, 2.04, 2.36) * (1 - ease(t, 3, 3.16)) + ease(t, 5.06, 5.3) * (1 - ease(t, 5.66, 5.9));
	const foot = wallFoot(view);
	const scale = view.portrait
		? Math.min(0.72, (view.height - foot + 96) / 322)
		: Math.min(1.7, (view.height - foot + 46) / 322);
	const drop = (1 - up) * 360 * scale;
	return {
		x: view.free.x + view.free.w * 0.52,
		y: view.height + drop,
		scale,
		up,
		desk: Math.max(foot + 8, view.height - 150 * scale) + drop
	};
}

function desk(c: SceneContext, o: OperatorPlace): Ink[] {
	const { width, height } = c.view;
	const mug = o.x + 250 * o.scale < width - 20 ? o.x + 252 * o.scale : o.x - 160 * o.scale;
	return [
		...deskInk({ x: o.x, y: o.desk, width, height, scale: o.scale }),
		...mugInk(mug, o.desk + 74 * o.scale, o.scale * 1.15, c.life)
	];
}

function operatorFigure(c: SceneContext, o: OperatorPlace, looking: number, wall: Rect[]): Ink[] {
	const target = wall[looking];
	const turn = Math.max(-1, Math.min(1, ((target.x + target.w / 2 - o.x) / c.view.free.w) * 2));
	return operatorInk({ x: o.x, y: o.y, scale: o.scale, turn, breath: Math.sin(c.life * 1.5), light: 0.9 });
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

function attention(c: SceneContext, t: number, frame: Frame, tiles: Tile[]): void {
	const { view } = c;
	const groups = groupsOf(view);
	const leave = 1 - ease(t, 4, 4.12);
	const small = isSmall(c);
	groups.forEach((g, i) => {
		const shown = ease(t, LIT[i] - 0.02, LIT[i] + 0.03) * leave;
		const { monitors, percent } = FOUND[i];
		const fallen = fallenAt(t, i);
		frame.marks.push(
			letter(`monitors-${monitors}`, 'grot', g.caption.x, g.caption.y, small ? 13 : 17, c.say(`monitors.${monitors}`), {
				fill: '#C9CDD2',
				opacity: shown
			}),
			letter(`percent-${monitors}`, 'grot', g.number.x, g.number.y, g.number.size, c.say('percent', { n: percent }), {
				fill: 'paper',
				fact: 'f16',
				opacity: leave * ease(fallen, 0.5, 0.9)
			})
		);
		// Which of the nine screens above the number is of.
		if (!small)
			GROUPS[3].forEach((k, n) =>
				frame.marks.push({
					type: 'rect',
					key: `of-${monitors}-${n}`,
					x: g.field.x + g.field.cell * 10 - 43 + (n % 3) * 14.5,
					y: g.caption.y - 14 + Math.floor(n / 3) * 9,
					w: 12.5,
					h: 7,
					fill: GROUPS[i].includes(k) ? 'paper' : 'none',
					stroke: '#8795A3',
					width: 1,
					opacity: shown
				})
			);
		const from = GROUPS[i].map((k) => tiles.find((r) => r.index === k)!);
		for (const ink of umbrellaField(g.field, percent, fallen, from)) frame.ink.push({ ...ink, opacity: leave } as Ink);
	});
	// One pair of eyes: the bright frame goes from one lit screen to the next.
	const lit = LIT.reduce((n, from, i) => (t >= from ? i : n), 0);
	const group = GROUPS[lit];
	const eye = tiles.find((r) => r.index === group[Math.floor(t * 40 + c.life * 1.4) % group.length]);
	if (eye && eye.on > 0.5 && leave > 0)
		frame.ink.push({
			type: 'shape',
			d: slab(eye.x, eye.y, eye.w, eye.h),
			fill: 'none',
			stroke: 'paper',
			width: 3,
			opacity: leave
		});
	const { free } = view;
	const last = groups[groups.length - 1].field;
	const size = small ? 13 : 17;
	const y = last.y + last.cell * 10 + size * 1.6;
	if (y + size * 1.2 < free.y + free.h + 6)
		frame.marks.push(
			...letters('found', 'news', free.x, y, size, c.say('found'), free.w, {
				fill: '#C9CDD2',
				opacity: ease(t, 3.2, 3.3) * leave
			})
		);
	if (t <= 4.02) {
		const nine = testTiles(view);
		frame.subject = [
			{ x: nine[0].x, y: nine[0].y, w: nine[8].x + nine[8].w - nine[0].x, h: nine[8].y + nine[8].h - nine[0].y },
			{ x: free.x, y: groups[0].caption.y - 16, w: free.w, h: last.y + last.cell * 10 - groups[0].caption.y + 16 }
		];
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
			if (k < 0 || r.on < 0.5) continue;
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
	const nine = gameTiles(c.view);
	frame.subject = [
		playing === 3
			? free
			: { x: nine[0].x, y: nine[0].y, w: nine[2].x + nine[2].w - nine[0].x, h: nine[6].y + nine[6].h - nine[0].y }
	];
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
