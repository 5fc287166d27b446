import { interpolateLab, interpolateRgb } from 'd3';
import type { Ink, View } from '../../picture/frame';
import { ease, mix, seeded, span } from '../../figure/motion';
import { along, town, type Block, type Point, type Town } from './town';

/** A look at the town: pixels of a town point at height z, or null behind the eye. */
export type Look = (x: number, y: number, z: number) => Point | null;

export interface MapState {
	/** 0 straight above the town, 1 at the foot of the house's wall, which then covers the stage. */
	fly: number;
	/** 0 to 1: lenses are there. */
	lenses: number;
	/** 0 to 1: streams have come this far. */
	grow: number;
	/** Units the packets have run down the streets. */
	run: number;
	opacity: number;
	/** Evening over the flat plan, 0 to 1; as the eye comes down, evening comes by itself. */
	dusk?: number;
	/** Packets on the streams; on when absent. */
	packets?: boolean;
}

/** The colours of the hour. */
interface Evening {
	dusk: number;
	tint: (colour: string, depth?: number) => string;
	line: { stroke: string; opacity: number };
}

const ROOFS = ['#EFE2C6', '#E9D6B8', '#E6C9B4', '#D9DDD8', '#EAD9BF', '#CFD8DC'];
const NIGHT = '#16181B';
/** The blue the town turns to as evening comes. */
const EVENING = '#1C2846';
const PACKETS = 3;

/** Where the house stands on the stage, and pixels per unit, seen from straight above. */
export function anchor(view: View): { x: number; y: number; scale: number } {
	const { free } = view;
	const scale = view.portrait ? 0.62 : Math.max(view.width / 1600, view.height / 1000, 0.52);
	return {
		x: free.x + free.w * (view.portrait ? 0.68 : 0.54),
		y: free.y + free.h * (view.portrait ? 0.4 : 0.56),
		scale
	};
}

/** The lit windows of the house's upper floors, as many as the wall inside has screens: units of its front. */
const WINDOWS = { columns: 9, rows: 5, dx: 6.2, dz: 4.6, w: 4.8, h: 2.7, top: 47.4 };
const MIDDLE = WINDOWS.top - ((WINDOWS.rows - 1) * WINDOWS.dz + WINDOWS.h) / 2;

/** The eye at a moment of the flight: it keeps the house at the same place of the stage, and ends before its windows. */
export function lookAt(view: View, fly: number): Look {
	const { house } = town();
	const at = anchor(view);
	const f = 1300;
	// Near enough for the front to cover the stage.
	const across = Math.max(at.x, view.width - at.x) / house.half;
	const up = Math.max(at.y / (house.height - MIDDLE), (view.height - at.y) / MIDDLE);
	const near = f / (1.04 * Math.max(across, up));
	// The eye comes down first and goes forward last; equal ratios make an even approach.
	const far = f / at.scale;
	const distance = far * (near / far) ** ease(fly, 0, 1);
	const pitch = (Math.PI / 2) * (1 - ease(fly, 0.02, 0.72));
	const sin = Math.sin(pitch);
	const cos = Math.cos(pitch);
	const z0 = mix(0, MIDDLE, ease(fly, 0.2, 0.8));
	const ex = house.x;
	const ey = house.y - distance * cos;
	const ez = z0 + distance * sin;
	return (x, y, z) => {
		const dy = y - ey;
		const dz = z - ez;
		const depth = dy * cos - dz * sin;
		if (depth < Math.min(2, near / 2)) return null;
		const k = f / depth;
		return [at.x + k * (x - ex), at.y - k * (dy * sin + dz * cos)];
	};
}

/** Plans that do not move, by stage and hour: their paths are long to write. */
const flat = new Map<string, Ink[]>();

/** Sky, paving, river and bridges. */
function groundInk(view: View, look: Look, t: Town, s: MapState, dusk: number, { tint, line }: Evening): Ink[] {
	const out: Ink[] = [];
	if (dusk > 0) {
		out.push({
			type: 'shape',
			d: `M0 0H${view.width}V${view.height}H0Z`,
			fill: tint('#F6EFE2', 0.8),
			opacity: s.opacity
		});
		const horizon = look(t.house.x, 1e7, 0);
		if (horizon && horizon[1] > 0)
			out.push({
				type: 'shape',
				d: `M0 0H${view.width}V${horizon[1].toFixed(1)}H0Z`,
				fill: interpolateLab('#F6EFE2', '#45587A')(dusk),
				opacity: s.opacity
			});
	}

	const bank = [...t.banks[0], ...[...t.banks[1]].reverse()];
	out.push({ type: 'shape', d: path(look, bank, 0), fill: tint('#B9CCD1'), ...line, width: 1.3 });
	out.push({ type: 'shape', d: ripples(look, t), fill: 'none', stroke: tint('#8FAAB2'), width: 1, opacity: s.opacity });
	let bridges = '';
	for (const [a, b] of t.bridges) bridges += path(look, slab(a, b, 7.5), 0);
	out.push({ type: 'shape', d: bridges, fill: tint('#F6EFE2', 0.94), ...line, width: 1.3 });
	return out;
}

/** The town in paper and ink, from above or as the eye comes down to the house. */
export function townInk(view: View, s: MapState): Ink[] {
	const t = town();
	const look = lookAt(view, s.fly);
	const dusk = Math.max(s.dusk ?? 0, ease(s.fly, 0.1, 0.85));
	const rise = ease(s.fly, 0.02, 0.4);
	const tint = (colour: string, depth = 0.86) => interpolateLab(colour, EVENING)(dusk * depth);
	const line = { stroke: dusk > 0 ? interpolateRgb('#1D1B1A', '#000000')(dusk) : 'ink', opacity: s.opacity };
	const still = s.fly === 0 ? `${view.width}/${view.height}/${view.free.x}/${dusk}/${s.opacity}` : '';
	let out = still && flat.get(still);
	if (!out) {
		out = groundInk(view, look, t, s, dusk, { tint, line, dusk });
		if (rise === 0) flatBlocks(out, view, look, t, { tint, line, dusk });
		if (still) {
			if (flat.size > 4) flat.clear();
			flat.set(still, out);
		}
	}
	out = [...out];
	// Streams lie in the streets: over the paving and the squares, under the walls of the houses in front.
	const near = t.house.y + t.house.depth;
	const stand = (which: (b: Block) => boolean) => {
		if (rise > 0) for (const b of t.blocks) if (which(b)) standingBlock(out, view, look, b, rise, { tint, line, dusk });
	};
	stand((b) => b.kind !== 'houses');
	out.push(...streamsInk(look, t, s, dusk));
	stand((b) => b.kind === 'houses' && b.far > near);
	houseInk(out, look, t, rise, s);
	stand((b) => b.kind === 'houses' && b.far <= near);
	if (s.fly < 0.5) out.push(...lensInk(look, t, s, tint));
	return out;
}

function flatBlocks(out: Ink[], view: View, look: Look, t: Town, { tint, line: { stroke, opacity } }: Evening): void {
	const roofs = ROOFS.map(() => '');
	let courts = '';
	let gardens = '';
	let parks = '';
	let squares = '';
	let walls = '';
	const crowns: number[] = [];
	for (const b of t.blocks) {
		if (!visible(view, look, b, 0)) continue;
		const d = path(look, b.outer, 0);
		if (b.kind === 'park') {
			parks += d;
			for (const [x, y, r] of treesOf(b)) put(crowns, look, x, y, r, 0);
		} else if (b.kind === 'square') squares += d;
		else {
			roofs[b.tone] += d;
			if (b.inner.length && b.tone % 3 === 1) gardens += path(look, b.inner, 0);
			else if (b.inner.length) courts += path(look, b.inner, 0);
			for (const [ax, ay, bx, by] of b.walls) {
				const p = look(ax, ay, 0);
				const q = look(bx, by, 0);
				if (p && q) walls += `M${n(p)}L${n(q)}`;
			}
		}
	}
	const line = { stroke, width: 1.15, opacity };
	roofs.forEach((d, i) => d && out.push({ type: 'shape', d, fill: tint(ROOFS[i]), ...line }));
	out.push({ type: 'shape', d: walls, fill: 'none', stroke, width: 0.7, opacity: 0.55 * opacity });
	out.push({ type: 'shape', d: courts, fill: tint('#E6DDC8'), stroke, width: 0.8, opacity });
	out.push({ type: 'shape', d: gardens, fill: tint('#C5CFAE'), stroke, width: 0.8, opacity });
	out.push({ type: 'shape', d: parks, fill: tint('#A9BC9C'), ...line });
	out.push({ type: 'shape', d: squares, fill: tint('#F6EFE2'), ...line });
	out.push(...trees(crowns, tint('#7F9B72'), line));
}

/** Crowns of trees that touch share one outline: ink first, leaves over it. */
function trees(crowns: number[], fill: string, line: { stroke: string; opacity: number }): Ink[] {
	return [
		{ type: 'dots', xyr: crowns.map((v, i) => (i % 3 === 2 ? v + 0.9 : v)), fill: line.stroke, opacity: line.opacity },
		{ type: 'dots', xyr: crowns, fill, opacity: line.opacity }
	];
}

/** A block with its height: far walls are hidden by its own roof, so only the roof's shifted outline and near walls are painted. */
function standingBlock(
	out: Ink[],
	view: View,
	look: Look,
	b: Block,
	rise: number,
	{ tint, line, dusk }: Evening
): void {
	const height = b.kind === 'houses' ? b.height * rise : 0;
	if (!visible(view, look, b, height)) return;
	if (b.kind !== 'houses') {
		out.push({
			type: 'shape',
			d: path(look, b.outer, 0),
			fill: tint(b.kind === 'park' ? '#A9BC9C' : '#F6EFE2'),
			...line,
			width: 1.1
		});
		if (b.kind === 'park') {
			const crowns: number[] = [];
			for (const [x, y, r] of treesOf(b).sort((p, q) => q[1] - p[1])) put(crowns, look, x, y, r, 7 * rise);
			out.push(...trees(crowns, tint('#7F9B72'), line));
		}
		return;
	}
	let walls = '';
	let windows = '';
	for (let i = 0; i < b.outer.length; i++) {
		const p = b.outer[i];
		const q = b.outer[(i + 1) % b.outer.length];
		const foot = [look(p[0], p[1], 0), look(q[0], q[1], 0), look(q[0], q[1], height)];
		if (!foot[0] || !foot[1] || !foot[2] || !towards(foot[0], foot[1], foot[2], b.turn)) continue;
		walls += path(look, [p, q], 0, [q, p], height);
		// Windows, lit as evening comes.
		const wide = Math.abs(foot[1][0] - foot[0][0]);
		if (wide < 26) continue;
		const count = Math.min(7, Math.floor(Math.hypot(q[0] - p[0], q[1] - p[1]) / 9));
		for (let k = 0; k < count; k++) {
			if ((i * 7 + k * 5 + b.tone) % 3 === 0) continue;
			const at = (u: number): [number, number] => [p[0] + (q[0] - p[0]) * u, p[1] + (q[1] - p[1]) * u];
			const u = (k + 0.5) / count;
			const w = 1.5 / Math.hypot(q[0] - p[0], q[1] - p[1]);
			windows += quad(
				look,
				[...at(u - w), height * 0.72],
				[...at(u + w), height * 0.72],
				[...at(u + w), height * 0.38],
				[...at(u - w), height * 0.38]
			);
		}
	}
	out.push({ type: 'shape', d: walls, fill: tint(SHADE[b.tone]), ...line, width: 1 });
	if (windows)
		out.push({
			type: 'shape',
			d: windows,
			fill: interpolateLab('#8EA5AC', '#E8C877')(dusk),
			stroke: line.stroke,
			width: 0.7,
			opacity: line.opacity * span(rise, 0.4, 0.8)
		});
	out.push({ type: 'shape', d: path(look, b.outer, height), fill: tint(ROOFS[b.tone]), ...line, width: 1.1 });
	if (b.inner.length)
		out.push({
			type: 'shape',
			d: path(look, b.inner, height),
			fill: tint(b.tone % 3 === 1 ? '#A9B592' : '#C4B99F'),
			...line,
			width: 0.8
		});
}

/** Left edge and top of every window, in reading order. */
function windows(t: Town): Point[] {
	const { columns, rows, dx, dz, w, top } = WINDOWS;
	const left = t.house.x - ((columns - 1) * dx + w) / 2;
	return Array.from({ length: columns * rows }, (_, i) => [
		left + (i % columns) * dx,
		top - Math.floor(i / columns) * dz
	]);
}

/** The windows as the eye has them in the later half of its flight, pixels: the screens inside begin as these. */
export function windowsAt(view: View, fly = 1): { x: number; y: number; w: number; h: number }[] {
	const t = town();
	const look = lookAt(view, fly);
	return windows(t).map(([x, z]) => {
		const [ax, ay] = look(x, t.house.y, z)!;
		const [bx, by] = look(x + WINDOWS.w, t.house.y, z - WINDOWS.h)!;
		return { x: ax, y: ay, w: bx - ax, h: by - ay };
	});
}

const SHADE = ROOFS.map((c) => interpolateRgb(c, '#7A6A55')(0.28));

function houseInk(out: Ink[], look: Look, t: Town, rise: number, s: MapState): void {
	const { x, y, half, depth, height } = t.house;
	const h = height * rise;
	const box: Point[] = [
		[x - half, y],
		[x + half, y],
		[x + half, y + depth],
		[x - half, y + depth]
	];
	const face = (a: Point, b: Point) => path(look, [a, b], 0, [b, a], h);
	const paint = { stroke: '#3A3F45', width: 1.4, opacity: s.opacity };
	out.push({ type: 'shape', d: face(box[0], box[3]) + face(box[1], box[2]), fill: '#23272C', ...paint });
	out.push({ type: 'shape', d: path(look, box, h), fill: s.fly < 0.02 ? NIGHT : '#2C3137', ...paint });
	out.push({
		type: 'shape',
		d: face(box[0], box[1]),
		fill: NIGHT,
		...paint,
		stroke: s.fly > 0.9 ? NIGHT : paint.stroke
	});
	const door = quad(look, [x - 5, y, 0], [x + 5, y, 0], [x + 5, y, 11 * rise], [x - 5, y, 11 * rise]);
	if (rise > 0.05)
		out.push({
			type: 'shape',
			d: door,
			fill: '#23272C',
			stroke: '#3A3F45',
			width: 1.4,
			opacity: s.opacity * (1 - ease(s.fly, 0.8, 0.95))
		});
	// The lit floors; seen from above, the skylights.
	let lit = '';
	for (const [x0, z] of windows(t)) {
		const top = (z * h) / height;
		const low = ((z - WINDOWS.h) * h) / height;
		lit += quad(look, [x0, y, top], [x0 + WINDOWS.w, y, top], [x0 + WINDOWS.w, y, low], [x0, y, low]);
	}
	if (rise > 0.05) out.push({ type: 'shape', d: lit, fill: '#F7DFA0', opacity: s.opacity });
	let sky = '';
	for (let i = 0; i < 4; i++) {
		const x0 = x - half + 8 + i * 12;
		sky += quad(look, [x0, y + 12, h], [x0 + 7, y + 12, h], [x0 + 7, y + depth - 12, h], [x0, y + depth - 12, h]);
	}
	out.push({ type: 'shape', d: sky, fill: '#F7DFA0', stroke: 'ink', width: 0.8, opacity: s.opacity });
}

function streamsInk(look: Look, t: Town, s: MapState, dusk: number): Ink[] {
	const longest = t.reaches.reduce((most, r) => Math.max(most, r.distance), 0);
	const front = s.grow * longest * 1.08;
	const colour = interpolateRgb('#44587A', '#8FA3C4')(dusk);
	const byWidth = new Map<number, string>();
	for (const r of t.reaches) {
		let flow = 0;
		while (flow < r.arrivals.length && r.arrivals[flow] < front) flow++;
		if (!flow) continue;
		const share = Math.min(1, (front - r.arrivals[0]) / r.length);
		const a = look(...t.nodes[r.from], 0);
		const [bx, by] = t.nodes[r.to];
		const [ax, ay] = t.nodes[r.from];
		const b = look(ax + (bx - ax) * share, ay + (by - ay) * share, 0);
		if (!a || !b) continue;
		const width = Math.round(2 * (1.2 + 0.86 * Math.sqrt(flow))) / 2;
		byWidth.set(width, (byWidth.get(width) ?? '') + `M${n(a)}L${n(b)}`);
	}
	const out: Ink[] = [];
	const widths = [...byWidth].sort((a, b) => a[0] - b[0]);
	for (const [width, d] of widths)
		out.push({ type: 'shape', d, fill: 'none', stroke: colour, width, round: true, opacity: s.opacity });
	if (s.packets === false) return out;
	// Packets: the images on their way.
	const dots: number[] = [];
	const own: number[] = [];
	t.lenses.forEach((lens, i) => {
		const phase = (i * 0.618) % 1;
		for (let k = 0; k < PACKETS; k++) {
			const run = (s.run + ((k + phase) / PACKETS) * longest) % longest;
			if (run > front || run > lens.distance) continue;
			const p = along(t, lens.node, run);
			const q = p && look(p[0], p[1], 0);
			if (q) (i === t.square.lens ? own : dots).push(q[0], q[1], i === t.square.lens ? 4.4 : 2.1);
		}
	});
	out.push({ type: 'dots', xyr: dots, fill: 'paper', opacity: s.opacity });
	out.push({ type: 'dots', xyr: own, fill: '#E0B13A', stroke: 'ink', width: 1.2, opacity: s.opacity });
	return out;
}

function lensInk(look: Look, t: Town, s: MapState, tint: (colour: string) => string): Ink[] {
	let cones = '';
	let own = '';
	const dots: number[] = [];
	const hide = 1 - ease(s.fly, 0.02, 0.25);
	t.lenses.forEach((lens, i) => {
		const r = ease(s.lenses, (i / t.lenses.length) * 0.8, (i / t.lenses.length) * 0.8 + 0.2);
		if (r === 0) return;
		const [x, y] = t.nodes[lens.node];
		const p = look(x, y, 0);
		if (!p) return;
		const reach = (i === t.square.lens ? 40 : 27) * r;
		const c = 0.86;
		const w = 0.5;
		const left: Point = [x + reach * (c * lens.dx - w * lens.dy), y + reach * (c * lens.dy + w * lens.dx)];
		const right: Point = [x + reach * (c * lens.dx + w * lens.dy), y + reach * (c * lens.dy - w * lens.dx)];
		const tip: Point = [x + reach * 1.12 * lens.dx, y + reach * 1.12 * lens.dy];
		const [a, m, b] = [left, tip, right].map((q) => look(q[0], q[1], 0));
		if (a && m && b) {
			const d = `M${n(p)}L${n(a)}Q${n(m)} ${n(b)}Z`;
			if (i === t.square.lens) own += d;
			else cones += d;
		}
		dots.push(p[0], p[1], (i === t.square.lens ? 6 : 3.6) * r);
	});
	return [
		{ type: 'shape', d: cones, fill: tint('#44587A'), fillOpacity: 0.3, opacity: hide * s.opacity },
		{ type: 'shape', d: own, fill: '#E0B13A', fillOpacity: 0.85, stroke: 'ink', width: 1.1, opacity: hide * s.opacity },
		{ type: 'dots', xyr: dots, fill: tint('#2E3F5C'), stroke: 'ink', width: 1.1, opacity: hide * s.opacity }
	];
}

/** Trees of a park: x, y, radius; the same ones every time. */
function treesOf(b: Block): [number, number, number][] {
	const random = seeded(Math.round(b.outer[0][0] * 7 + b.outer[0][1] * 13));
	const cx = b.outer.reduce((sum, p) => sum + p[0], 0) / b.outer.length;
	const cy = b.outer.reduce((sum, p) => sum + p[1], 0) / b.outer.length;
	return Array.from({ length: 9 }, () => {
		const p = b.outer[Math.floor(random() * b.outer.length)];
		const s = 0.72 * Math.sqrt(random());
		return [cx + (p[0] - cx) * s, cy + (p[1] - cy) * s, 4.5 + random() * 3];
	});
}

function ripples(look: Look, t: Town): string {
	const random = seeded(5);
	const [south, north] = t.banks;
	let d = '';
	for (let i = 2; i + 2 < Math.min(south.length, north.length); i++) {
		const s = 0.25 + random() * 0.5;
		const a: Point = [mix(south[i][0], north[i][0], s), mix(south[i][1], north[i][1], s)];
		const p = look(a[0] - 9, a[1], 0);
		const c = look(a[0], a[1] + 5, 0);
		const q = look(a[0] + 9, a[1], 0);
		if (p && c && q) d += `M${n(p)}Q${n(c)} ${n(q)}`;
	}
	return d;
}

/** Whether a wall, given by its foot a to b and the top above b, shows its outer side to the eye. */
function towards(a: Point, b: Point, top: Point, turn: number): boolean {
	return ((b[0] - a[0]) * (top[1] - b[1]) - (b[1] - a[1]) * (top[0] - b[0])) * turn < 0;
}

function visible(view: View, look: Look, b: Block, z: number): boolean {
	let left = Infinity;
	let right = -Infinity;
	let top = Infinity;
	let bottom = -Infinity;
	for (const [x, y] of b.outer) {
		const p = look(x, y, z);
		const q = look(x, y, 0);
		if (!p || !q) return false;
		left = Math.min(left, p[0]);
		right = Math.max(right, p[0]);
		top = Math.min(top, p[1]);
		bottom = Math.max(bottom, q[1]);
	}
	return right > 0 && left < view.width && bottom > 0 && top < view.height;
}

/** A closed polygon at height z, or two chains at two heights joined to a face. */
function path(look: Look, points: Point[], z: number, more: Point[] = [], z2 = z): string {
	let d = '';
	for (const [list, height] of [
		[points, z],
		[more, z2]
	] as const)
		for (const [x, y] of list) {
			const p = look(x, y, height);
			if (!p) return '';
			d += `${d ? 'L' : 'M'}${n(p)}`;
		}
	return `${d}Z`;
}

function quad(look: Look, ...corners: [number, number, number][]): string {
	const p = corners.map((c) => look(...c));
	return p.every((q) => q !== null) ? `M${p.map((q) => n(q!)).join('L')}Z` : '';
}

function slab(a: Point, b: Point, half: number): Point[] {
	const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
	const nx = ((b[1] - a[1]) / length) * half;
	const ny = (-(b[0] - a[0]) / length) * half;
	return [
		[a[0] + nx, a[1] + ny],
		[b[0] + nx, b[1] + ny],
		[b[0] - nx, b[1] - ny],
		[a[0] - nx, a[1] - ny]
	];
}

function put(list: number[], look: Look, x: number, y: number, r: number, z: number): void {
	const p = look(x, y, z);
	const q = look(x + r, y, z);
	if (p && q) list.push(p[0], p[1], q[0] - p[0]);
}

const n = (p: Point): string => `${p[0].toFixed(1)} ${p[1].toFixed(1)}`;
