import { range } from 'd3';
import { NIGHT } from '../../../drawing/palette';
import { OCHRE } from '../../../figure/colours';
import { LED } from '../../../figure/firm/colours';
import { oval, painted, slab } from '../../../figure/inks';
import { BEZEL, DIM, FAINT, GLASS, LAMP, RAISED, WALLING } from '../../../figure/night';
import { mugInk } from '../../../figure/operator';
import { FEEDS } from '../../../figure/wall/feeds';
import { feedInk } from '../../../figure/wall/wall';
import type { Ink, Rect, SceneContext } from '../../../picture/frame';
import { port, type Lit, type Plan } from './layout';

/** Walls, floors, doors of machines; the installer's clothes. */
const CONCRETE = '#343B42';
const FLOOR = '#2A3036';
const CASE = '#39424A';
const WOOD = '#6F5A45';
/** The paper of a picture on its way, and of the server's small screen. */
export const SHEET = '#E9E2D3';
const INSTALLER = {
	coat: OCHRE,
	legs: '#3B4048',
	skin: '#8D5A3C',
	hair: '#17110E',
	cut: 'short',
	helmet: '#E7D9BE'
} as const;

/** The house of the supervision centre cut open: the room of screens over the machines' rooms. */
export function house(c: SceneContext, p: Plan, lit: Lit): Ink[] {
	const { house: h, wall, phone } = p;
	const line = phone ? 1.2 : 1.6;
	const eave = wall * 0.9;
	const look = { stroke: 'paper', width: line };
	return [
		...aerial(p, lit.patrol),
		painted(slab(h.x, h.y, h.w, h.h), { fill: CONCRETE, ...look }),
		painted(slab(h.x - eave, h.y - wall * 0.8, h.w + 2 * eave, wall * 1.3), { fill: CONCRETE, ...look }),
		...screens(c, p, lit.operator),
		...machineRoom(p, p.recorder, lit.recorder),
		...recorder(p, lit.recorder),
		...machineRoom(p, p.server, lit.server),
		...server(p, lit.server),
		...machineRoom(p, p.installer, lit.installer),
		...installer(p),
		// Who is not yet spoken of is in the dark.
		...(['recorder', 'server', 'installer'] as const).map((part) => dark(p[part], lit[part]))
	];
}

const dark = (r: Rect, lit: number): Ink =>
	painted(slab(r.x, r.y, r.w, r.h), { fill: NIGHT, opacity: 0.7 * (1 - lit) });

function aerial({ aerial: [x, y], house: h, phone }: Plan, lit: number): Ink[] {
	const s = phone ? 0.45 : 1;
	const rungs = range(3).map((i) => `M${x - (9 - i * 2) * s} ${y + (14 + i * 11) * s}H${x + (9 - i * 2) * s}`);
	return [
		painted(`M${x} ${y}V${h.y}`, { stroke: 'paper', width: phone ? 1.4 : 2.2, opacity: 0.5 + 0.5 * lit }),
		painted(rungs.join(''), { stroke: 'paper', width: phone ? 1 : 1.5, opacity: 0.5 + 0.5 * lit })
	];
}

/** Screens to both sides of the operator's own, the desk under them, a cupboard and the mug. */
function screens(c: SceneContext, p: Plan, lit: number): Ink[] {
	const { room: r, screen: s, phone } = p;
	const gap = phone ? 4 : 9;
	const w = (s.x - r.x - 3.4 * gap) / 2;
	const h = (s.h - gap) / 2;
	const desk = r.y + r.h * 0.74;
	const tiles = range(8).map((i): Rect => {
		const side = i < 4 ? r.x + gap * 1.4 : s.x + s.w + gap;
		return { x: side + (i % 2) * (w + gap), y: s.y + (Math.floor(i / 2) % 2) * (h + gap), w, h };
	});
	const frames = [...tiles, s].map((t) => slab(t.x - 1.5, t.y - 1.5, t.w + 3, t.h + 3)).join('');
	const others = FEEDS.filter((f) => f.setting !== 'street').slice(2, 10);
	return [
		painted(slab(r.x, r.y, r.w, r.h), { fill: '#191D22', stroke: 'paper', width: phone ? 1.2 : 1.6 }),
		painted(frames, { fill: GLASS, stroke: BEZEL, width: phone ? 1.5 : 3 }),
		...tiles.map((t, i) => feedInk(others[i], { ...t, kept: t.w }, Math.round(12.5 * (i * 3.7 + c.life)) / 12.5, 1)),
		painted(tiles.map((t) => slab(t.x, t.y, t.w, t.h)).join(''), { fill: NIGHT, opacity: 0.78 - 0.36 * lit }),
		// Their light on the wall below, and the desk.
		painted(`M${r.x} ${s.y + s.h + gap}H${r.x + r.w}V${desk}H${r.x}Z`, { fill: '#B9CBE0', opacity: 0.03 + 0.06 * lit }),
		painted(slab(r.x, desk, r.w, r.h - (desk - r.y)), { fill: WALLING, stroke: 'paper', width: 1.2 }),
		painted(slab(r.x, desk, r.w, r.h * 0.035), { fill: FLOOR, stroke: 'paper', width: 1.2 }),
		painted(slab(r.x, r.y, r.w, r.h), { fill: NIGHT, opacity: 0.4 * (1 - lit) }),
		...mugInk(r.x + r.w * 0.84, desk + (phone ? 1 : 3), phone ? 0.42 : 0.95, c.life)
	];
}

/** One of the lower rooms: its wall, its lamp and the light of it. */
function machineRoom({ phone }: Plan, r: Rect, lit: number): Ink[] {
	const x = r.x + r.w / 2;
	const [lamp, drop] = [r.w * 0.12, r.h * 0.035];
	const cone = `M${x - lamp} ${r.y + drop}L${r.x + 2} ${r.y + r.h}L${r.x + r.w - 2} ${r.y + r.h}L${x + lamp} ${r.y + drop}Z`;
	return [
		painted(slab(r.x, r.y, r.w, r.h), { fill: FLOOR, stroke: 'paper', width: phone ? 1.2 : 1.6 }),
		painted(slab(r.x, r.y, r.w, r.h), { fill: LAMP, opacity: 0.09 * lit }),
		painted(cone, { fill: LAMP, opacity: 0.2 * lit }),
		painted(slab(x - lamp, r.y, 2 * lamp, drop), { fill: lit > 0.5 ? LAMP : DIM, stroke: 'paper', width: 1 })
	];
}

/** Where a machine stands in its room: under the words, on the floor. */
const rackIn = (r: Rect, share: number): Rect => {
	const w = r.w * share;
	const y = r.y + r.h * 0.33;
	return { x: r.x + (r.w - w) / 2, y, w, h: r.y + r.h - y - r.h * 0.03 };
};

/** A cabinet with a drawer a day; they fill as pictures come. */
function recorder(p: Plan, lit: number): Ink[] {
	const k = rackIn(p.recorder, 0.72);
	const [columns, lines] = [5, 6];
	const pad = k.w * 0.08;
	const [w, h] = [(k.w - 2 * pad) / columns, (k.h * 0.7) / lines];
	const filled = Math.round(columns * lines * lit);
	const drawer = (i: number) => {
		const [x, y] = [k.x + pad + (i % columns) * w, k.y + pad + Math.floor(i / columns) * h];
		return slab(x + w * 0.1, y + h * 0.14, w * 0.8, h * 0.72, 1);
	};
	const drawers = (from: number, to: number) => range(from, to).map(drawer).join('');
	return [
		...cabinet(p, k),
		painted(drawers(filled, columns * lines), { fill: '#23292E', stroke: DIM, width: 0.8 }),
		painted(drawers(0, filled), { fill: '#B9CBE0', stroke: 'paper', width: 0.8 }),
		...leds(k, port(p), lit)
	];
}

/** A rack of flat machines; in its upper part what it makes of a picture is shown (marks lie there). */
function server(p: Plan, lit: number): Ink[] {
	const k = rackIn(p.server, 0.78);
	const monitor = monitorOf(p);
	const from = monitor.y + monitor.h + k.h * 0.05;
	const units = range(5).map((i) => slab(k.x + k.w * 0.08, from + i * k.h * 0.105, k.w * 0.84, k.h * 0.075, 1));
	return [
		...cabinet(p, k),
		painted(slab(monitor.x, monitor.y, monitor.w, monitor.h), { fill: SHEET, stroke: 'paper', width: 1.2 }),
		painted(units.join(''), { fill: '#23292E', stroke: DIM, width: 0.8 }),
		...leds(k, port(p), lit),
		...leds(k, from + k.h * 0.038, lit)
	];
}

/** The server's own small screen. */
export function monitorOf(p: Plan): Rect {
	const k = rackIn(p.server, 0.78);
	return { x: k.x + k.w * 0.08, y: k.y + k.h * 0.06, w: k.w * 0.84, h: k.h * 0.32 };
}

function cabinet({ phone }: Plan, k: Rect): Ink[] {
	return [
		painted(slab(k.x, k.y, k.w, k.h, phone ? 2 : 4), { fill: CASE, stroke: 'paper', width: phone ? 1.2 : 1.6 }),
		painted(slab(k.x + k.w * 0.1, k.y + k.h, k.w * 0.14, k.h * 0.03), { fill: DIM }),
		painted(slab(k.x + k.w * 0.76, k.y + k.h, k.w * 0.14, k.h * 0.03), { fill: DIM })
	];
}

function leds(k: Rect, y: number, lit: number): Ink[] {
	const r = Math.max(1, k.w * 0.022);
	const at = (i: number) => [k.x + k.w * (0.16 + i * 0.1), y, r];
	const on = range(4).filter((i) => lit > 0.2 + 0.2 * i);
	return [
		{ type: 'dots', xyr: range(4).flatMap(at), fill: LED.off },
		{ type: 'dots', xyr: on.flatMap(at), fill: LED.on }
	];
}

/** Who has set the zone and the threshold stands before a laptop on a stool, its cable in the server. */
function installer(p: Plan): Ink[] {
	const { installer: r, phone } = p;
	const floor = r.y + r.h * 0.97;
	const lap = laptopOf(p);
	const k = (r.h * 0.57) / 1.76;
	const table = `M${lap.x - lap.w * 0.16} ${lap.y + lap.h}H${lap.x + lap.w * 1.16}`;
	const keys = slab(lap.x - lap.w * 0.06, lap.y + lap.h * 0.92, lap.w * 1.12, lap.h * 0.09);
	const legs = `M${lap.x} ${lap.y + lap.h}V${floor}M${lap.x + lap.w} ${lap.y + lap.h}V${floor}`;
	return [
		painted(`M${lap.x} ${lap.y + lap.h * 0.8}H${r.x}`, { stroke: DIM, width: phone ? 1.2 : 2 }),
		painted(legs, { stroke: WOOD, width: phone ? 2 : 4 }),
		painted(table, { stroke: WOOD, width: phone ? 3 : 6, round: true }),
		{ type: 'person', look: INSTALLER, pose: 'stand', x: r.x + r.w * 0.78, y: floor, k, height: 1.76, facing: -1 },
		painted(slab(lap.x, lap.y, lap.w, lap.h * 0.94, 2), { fill: RAISED, stroke: 'paper', width: 1.4 }),
		painted(keys, { fill: FAINT, stroke: 'paper', width: 1 })
	];
}

/** The installer's laptop, seen from before. */
export function laptopOf({ installer: r }: Plan): Rect {
	const w = r.w * 0.5;
	return { x: r.x + r.w * 0.08, y: r.y + r.h * 0.97 - r.h * 0.3 - w * 0.64, w, h: w * 0.64 };
}

/** A head and a body for a picture too small for a person. */
export const body = (x: number, y: number, h: number): string =>
	oval(x, y - h * 0.85, h * 0.13) +
	`M${x - h * 0.17} ${y}L${x - h * 0.14} ${y - h * 0.64}Q${x} ${y - h * 0.78} ${x + h * 0.14} ${y - h * 0.64}L${x + h * 0.17} ${y}Z`;
