import { fit, project, type Camera, type Fit, type Pose } from '../camera/camera';
import type { Look } from '../street/types';
import { CIRCLE, disc, round, SIDES } from './circle';
import { awning, hem, type Awning } from './facades';
import { local, localAt } from './frame';
import { writeSign } from './lettering';
import { INK, toneOf } from './palette';
import type { Figure } from './people/figure';
import { paintBody } from './person';
import { Plot } from './plot';
import type { Pen } from './types';

export type SettingName = 'square' | 'school' | 'carpark' | 'platform' | 'market' | 'underpass';
export const SETTINGS: readonly SettingName[] = ['square', 'school', 'carpark', 'platform', 'market', 'underpass'];

export interface SettingOptions {
	/** 0 in colour, 1 drained towards grey. */
	drained?: number;
	/** 0 day, 1 night. */
	night?: number;
	/** People in view; a number that suits the place when absent. */
	people?: number;
	/** Which of them (0 is the first) holds an open umbrella; nobody when absent. */
	umbrella?: number;
	lineScale?: number;
}

/** A place: where its camera is, what stands still behind and before people, and the ways people go. */
interface Place {
	pose: Pose;
	people: number;
	/** Ways, as (x0, y0, x1, y1): people go to and fro on them, or stand at them when both ends are one. */
	ways: readonly (readonly [number, number, number, number])[];
	children?: boolean;
	behind: (p: Plot, seed: number, time: number) => void;
	/** Things among people, by depth. */
	among: readonly { y: number; paint: (p: Plot, seed: number, time: number) => void }[];
}

/** Whether the picture being painted is turned over. */
let mirrored = false;
const at = local();
const spot = { u: 0, v: 0, k: 0 };

const COATS = [
	'#44587A',
	'#B98467',
	'#3F6B63',
	'#C99A3F',
	'#7A4A5E',
	'#8E9AA3',
	'#E3CBB7',
	'#46685E',
	'#384A63',
	'#F2E7CF'
];
const SKINS = ['#E0B08E', '#8D5A3C', '#D8A27F', '#6F452E', '#EBC7AA', '#B77F5A'];
const HAIRS = ['#2A1D18', '#17110E', '#6B4A2B', '#8A5A2B', '#D9D4CC', '#3A2C22'];
const LEGS = ['#2E2B2A', '#3D4654', '#4C5140', '#55423A', '#384A63'];
const CUTS = ['short', 'long', 'curly', 'ponytail', 'short', 'bun'] as const;

/** A whole number from two others, the same each time. */
function hash(a: number, b: number): number {
	let h = Math.imul(a + 101, 2654435761) ^ Math.imul(b + 7, 40503);
	h = Math.imul(h ^ (h >>> 15), 2246822519);
	return (h ^ (h >>> 13)) >>> 0;
}

const looks: Look[] = Array.from({ length: 48 }, (_, i) => {
	const h = hash(i, 3);
	return {
		coat: COATS[h % COATS.length],
		legs: LEGS[(h >>> 4) % LEGS.length],
		skin: SKINS[(h >>> 8) % SKINS.length],
		hair: HAIRS[(h >>> 12) % HAIRS.length],
		cut: CUTS[(h >>> 16) % CUTS.length],
		long: (h >>> 20) % 4 === 0,
		umbrella: ['#44587A', '#7A4A5E', '#46685E', '#2E2B2A'][(h >>> 22) % 4],
		...((h >>> 24) % 4 === 0 ? { bag: '#5A4A42' } : {})
	};
});

const figure: Figure = { look: looks[0], pose: 'walk', phase: 0, hx: 1, hy: 0, height: 1.7 };
const depth = new Float64Array(64);
const order = new Int32Array(64);
const px = new Float64Array(64);
const py = new Float64Array(64);
const hx = new Float64Array(64);
const hy = new Float64Array(64);
const going = new Uint8Array(64);

/** Where a place's camera looks, by thirds of the seeds: the whole place as composed, or nearer to one side of it. */
const FRAMINGS: readonly Fit[] = [
	{},
	{ zoom: 1.3, focus: [0.36, 0.66], at: [0.5, 0.6] },
	{ zoom: 1.5, focus: [0.64, 0.72], at: [0.5, 0.62] }
];

/**
 * Paints one of the drawn settings of the wall of screens on a picture of w by h pixels. `seed` chooses its people,
 * mirrors it, and frames it: seeds that divide by three show the whole place. `time` is in seconds.
 * Recognisable from 160 by 90 pixels. An unknown name throws.
 */
export function paintSetting(
	pen: Pen,
	name: SettingName,
	seed: number,
	time: number,
	w: number,
	h: number,
	o: SettingOptions = {}
): void {
	const place = PLACES[name];
	if (!place) throw new Error(`No drawn setting is called "${name}"`);
	const camera: Camera = fit(place.pose, w, h, FRAMINGS[seed % 3]);
	mirrored = hash(seed, 1) % 2 === 1;
	const p = new Plot(pen, camera, toneOf(o.drained, 0, o.night), o.lineScale);
	pen.save();
	if (mirrored) {
		pen.translate(w, 0);
		pen.scale(-1, 1);
	}
	pen.lineJoin = 'round';
	pen.lineCap = 'round';
	pen.fillStyle = p.tone.glow('#DCE6E4', '#1B2132');
	pen.fillRect(0, 0, w, h);
	place.behind(p, seed, time);

	const n = Math.min(48, o.people ?? place.people);
	const m = place.among.length;
	for (let i = 0; i < n; i++) walk(place, seed, i, time);
	let count = 0;
	for (let i = 0; i < n + m; i++) {
		const y = i < n ? py[i] : place.among[i - n].y;
		let j = count++;
		while (j > 0 && depth[j - 1] < y) {
			depth[j] = depth[j - 1];
			order[j] = order[j - 1];
			j--;
		}
		depth[j] = y;
		order[j] = i;
	}
	pen.beginPath();
	for (let i = 0; i < n; i++) disc(p, px[i] + 0.3, py[i], 0.42).trace(true);
	pen.fillStyle = p.tone.of(INK);
	const alpha = pen.globalAlpha;
	pen.globalAlpha = alpha * 0.16;
	pen.fill();
	pen.globalAlpha = alpha;
	for (let j = 0; j < count; j++) {
		const i = order[j];
		if (i >= n) {
			place.among[i - n].paint(p, seed, time);
			continue;
		}
		if (!localAt(camera, px[i], py[i], hx[i], hy[i], at)) continue;
		const s = hash(seed, i + 20);
		figure.look = looks[s % looks.length];
		figure.pose = going[i] ? 'walk' : 'stand';
		figure.phase = (time * 0.85 + (s % 100) / 100) % 1;
		figure.hx = hx[i];
		figure.hy = hy[i];
		figure.height = place.children && (s >>> 9) % 2 ? 1.1 + ((s >>> 10) % 5) * 0.07 : 1.58 + ((s >>> 10) % 6) * 0.04;
		figure.shelter = o.umbrella === i ? 1 : 0;
		paintBody(pen, figure, at, p.tone, p.line * 0.85, false);
	}
	pen.restore();
}

/** Where person i is: to and fro on a way, a little beside it, turning at its ends. */
function walk(place: Place, seed: number, i: number, time: number): void {
	const s = hash(seed, i + 20);
	const way = place.ways[(i + (s % 3 === 0 ? 1 : 0)) % place.ways.length];
	const dx = way[2] - way[0];
	const dy = way[3] - way[1];
	const l = Math.sqrt(dx * dx + dy * dy);
	const aside = ((s >>> 6) % 100) / 100 - 0.5;
	if (l < 0.5) {
		px[i] = way[0] + 2.2 * aside;
		py[i] = way[1] + (((s >>> 14) % 100) / 100 - 0.5) * 1.4;
		const a = (s >>> 20) % SIDES;
		hx[i] = CIRCLE[a * 2];
		hy[i] = CIRCLE[a * 2 + 1];
		going[i] = 0;
		return;
	}
	const pace = 1.05 + ((s >>> 4) % 40) / 100;
	const t = time * pace + ((s >>> 12) % 1000) * 0.1;
	const u = t % (2 * l);
	const back = u > l;
	const f = (back ? 2 * l - u : u) / l;
	px[i] = way[0] + dx * f - (dy / l) * aside * 1.6;
	py[i] = way[1] + dy * f + (dx / l) * aside * 1.6;
	hx[i] = (back ? -dx : dx) / l;
	hy[i] = (back ? -dy : dy) / l;
	going[i] = 1;
}

/** A row of windows on a wall facing the camera. */
function windows(
	p: Plot,
	x0: number,
	x1: number,
	y: number,
	z: number,
	w: number,
	h: number,
	n: number,
	seed: number
): void {
	const t = p.tone;
	const gap = (x1 - x0) / n;
	p.open();
	for (let i = 0; i < n; i++) {
		const x = x0 + gap * (i + 0.5);
		p.wall(x - w / 2, x + w / 2, y, z, z + h).add();
	}
	p.paint(t.still('#8FA3AB'), 0.8);
	if (t.night > 0)
		for (let i = 0; i < n; i++) {
			const x = x0 + gap * (i + 0.5);
			if (hash(seed, i + z * 3) % 2) p.wall(x - w / 2, x + w / 2, y, z, z + h).face(t.glow('#8FA3AB', '#FBDD8C'), 0.8);
		}
}

/** Round crown on a trunk. */
function tree(p: Plot, x: number, y: number, s: number): void {
	const { pen, tone } = p;
	p.wall(x - 0.16 * s, x + 0.16 * s, y, 0, 2.6 * s).face(tone.of('#9C8468'), 0.9);
	for (let pass = 0; pass < 2; pass++) {
		pen.beginPath();
		pen.fillStyle = tone.of(pass ? '#7F9B72' : INK);
		for (let i = 0; i < CROWN.length; i += 3) {
			project(p.camera, x + CROWN[i] * s, y, CROWN[i + 1] * s, spot);
			const r = CROWN[i + 2] * s * spot.k + (pass ? 0 : p.line);
			pen.moveTo(spot.u + r, spot.v);
			pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
		}
		pen.fill();
	}
}
const CROWN = [0, 4.3, 1.5, -1.1, 3.7, 1.15, 1.15, 3.75, 1.2, -0.4, 5.1, 1.1, 0.65, 5.1, 1.05];

function lamp(p: Plot, x: number, y: number, h = 4.6): void {
	const t = p.tone;
	p.segment(x, y, 0, x, y, h).rule(1.8);
	p.wall(x - 0.2, x + 0.2, y, h, h + 0.5).face(t.glow('#F5E7BC', '#FFEDB0'), 0.9);
}

function joints(p: Plot, x0: number, x1: number, y0: number, y1: number, step: number): void {
	p.open();
	for (let y = y0; y <= y1; y += step) p.segment(x0, y, 0, x1, y, 0).add(false);
	for (let x = x0; x <= x1; x += step) p.segment(x, y0, 0, x, y1, 0).add(false);
	const a = p.pen.globalAlpha;
	p.pen.globalAlpha = a * 0.14;
	p.inkStroke(0.8);
	p.pen.globalAlpha = a;
}

/** A car of length along X or Y, by its middle; colours never near the machine's red. */
function car(p: Plot, x: number, y: number, across: boolean, colour: string): void {
	const t = p.tone;
	const l = across ? 2.1 : 0.85;
	const w = across ? 0.85 : 2.1;
	const c = t.of(colour);
	const dark = t.shade(colour);
	const glass = t.glow('#7E949C', '#39465A');
	const left = p.camera.x < x;
	const side = left ? x - l : x + l;
	p.floor(x - l - 0.1, x + l + 0.25, y - w - 0.05, y + w, 0).fill(t.of(INK), 0.18);
	p.flank(side, y - w, y + w, 0.3, 0.85).face(dark, 0.8);
	p.floor(x - l, x + l, y - w, y + w, 0.85).face(c, 0.9);
	// Cabin, then front.
	const a = across ? 1.15 : 0.72;
	const b = across ? 0.68 : 1.1;
	const s2 = left ? x - a : x + a;
	p.start()
		.at(side + (left ? 0.1 : -0.1), y - b - 0.25, 0.85)
		.at(side + (left ? 0.1 : -0.1), y + b + 0.25, 0.85)
		.at(s2, y + b, 1.42)
		.at(s2, y - b, 1.42)
		.face(glass, 0.75);
	p.start()
		.at(x - a - 0.2, y - b - (across ? 0.1 : 0.4), 0.85)
		.at(x + a + 0.2, y - b - (across ? 0.1 : 0.4), 0.85)
		.at(x + a, y - b, 1.42)
		.at(x - a, y - b, 1.42)
		.face(glass, 0.75);
	p.floor(x - a, x + a, y - b, y + b, 1.42).face(c, 0.85);
	p.wall(x - l, x + l, y - w, 0.3, 0.85).face(c, 0.9);
	p.open();
	const wx = across ? 1.25 : 0.62;
	for (const s of [-1, 1]) {
		round(p, x + s * wx, y - w - 0.02, 0.3, 0.3).add();
	}
	p.paint(t.of('#2E2B2A'), 0.7);
	if (!across) {
		p.open();
		p.wall(x - l + 0.08, x - l + 0.34, y - w - 0.02, 0.58, 0.74).add();
		p.wall(x + l - 0.34, x + l - 0.08, y - w - 0.02, 0.58, 0.74).add();
		p.paint(t.glow('#F5E7BC', '#FFEDB0'), 0.6);
	}
}
const CARS = ['#8E9AA3', '#44587A', '#F2E7CF', '#46685E', '#C99A3F', '#5D5A58', '#7FA3A8', '#B98467'];

/** A stall under its striped cloth. */
function stall(p: Plot, x: number, y: number, colour: string, seed: number): void {
	const t = p.tone;
	const w = 1.7;
	p.open();
	for (const s of [-1, 1]) p.segment(x + s * (w - 0.1), y + 0.8, 0, x + s * (w - 0.1), y + 0.8, 2.6).add(false);
	p.inkStroke(1.3);
	p.floor(x - w, x + w, y - 0.5, y + 0.6, 0.85).face(t.of('#A9805A'), 0.8);
	for (let i = 0; i < 6; i++) {
		const cx = x - w + 0.1 + i * 0.55;
		p.start()
			.at(cx, y - 0.48, 0.88)
			.at(cx + 0.5, y - 0.48, 0.88)
			.at(cx + 0.5, y + 0.3, 1.14)
			.at(cx, y + 0.3, 1.14)
			.face(t.of(['#C99A3F', '#8FA97E', '#B5654A', '#D9B98A', '#A77A9A', '#7F9B72'][(i + seed) % 6]), 0.7);
	}
	p.wall(x - w, x + w, y - 0.5, 0.1, 0.85).face(t.of('#B98D63'), 0.85);
	const cloth: Awning = {
		x0: x - w - 0.1,
		x1: x + w + 0.1,
		y: y + 0.8,
		z: 2.75,
		y1: y - 0.85,
		z1: 2.25,
		colour,
		striped: true
	};
	awning(p, cloth, 20);
	hem(p, cloth);
}

const PLACES: Record<SettingName, Place> = {
	square: {
		pose: { x: 0, y: -11, z: 6, tilt: 0, focal: 1.15, horizon: 0.24 },
		people: 11,
		ways: [
			[-11, 3, 11, 4],
			[-10, 11, 11, 10],
			[9, 1, 2, 15],
			[-5, 6, -5, 6],
			[-12, 7, -3, 14]
		],
		behind(p, seed) {
			const t = p.tone;
			p.floor(-60, 60, -14, 20).fill(t.still('#E9DFCB'));
			joints(p, -30, 30, -8, 18, 3);
			// A town hall with its clock, houses on both sides.
			p.wall(-32, -9, 20, 0, 9).face(t.still('#E6C9B4'));
			p.wall(9, 32, 20, 0, 8).face(t.still('#D9DDD8'));
			windows(p, -30, -10, 20, 1.4, 1.2, 2, 7, seed);
			windows(p, -30, -10, 20, 5.2, 1.2, 2, 7, seed + 1);
			windows(p, 10, 30, 20, 1.4, 1.2, 2, 7, seed + 2);
			windows(p, 10, 30, 20, 4.8, 1.2, 1.8, 7, seed + 3);
			p.wall(-9, 9, 20, 0, 10).face(t.still('#F1E3CC'));
			p.start().at(-9.4, 20, 10).at(9.4, 20, 10).at(7.4, 21, 13).at(-7.4, 21, 13).face(t.still('#8E9AA3'));
			windows(p, -8.4, 8.4, 20, 5.4, 1.3, 2.6, 6, seed + 4);
			windows(p, -8.4, -2, 20, 1.2, 1.3, 2.6, 2, seed + 5);
			windows(p, 2, 8.4, 20, 1.2, 1.3, 2.6, 2, seed + 6);
			p.wall(-1.3, 1.3, 20, 0, 3.6).face(t.still('#6B5B4E'), 0.9);
			p.wall(-2.2, 2.2, 20.5, 10, 14.5).face(t.still('#F1E3CC'));
			p.start().at(-2.6, 20.5, 14.5).at(2.6, 20.5, 14.5).at(0, 20.5, 18.5).face(t.still('#7F8C93'));
			round(p, 0, 20.4, 12.4, 1.3).face(t.glow('#F8F1E0', '#FFF0BE'), 0.9);
			p.start().at(0, 20.3, 13.3).at(0, 20.3, 12.4).at(0.6, 20.3, 12.1).rule(1);
		},
		among: [
			{ y: 12, paint: (p) => tree(p, -10, 12, 1) },
			{ y: 12.1, paint: (p) => tree(p, 10.5, 12.1, 1.05) },
			{
				y: 7.4,
				paint(p, _seed, time) {
					// A round fountain.
					const t = p.tone;
					disc(p, 0, 8.4, 2.9, 0).face(t.of('#C3B296'));
					disc(p, 0, 8.4, 2.8, 0.55).face(t.of('#D3C6AE'), 0.9);
					disc(p, 0, 8.4, 2.35, 0.5).face(t.of('#A9C4C8'), 0.8);
					p.wall(-0.3, 0.3, 8.4, 0.5, 2).face(t.of('#C3B296'), 0.9);
					disc(p, 0, 8.4, 1.05, 1.9).face(t.of('#D3C6AE'), 0.9);
					disc(p, 0, 8.4, 0.8, 1.95).face(t.of('#A9C4C8'), 0.7);
					p.open();
					const wave = time * 1.7 - Math.floor(time * 1.7);
					for (const s of [-1, -0.5, 0.5, 1]) {
						p.start();
						for (let i = 0; i <= 6; i++) {
							const f = i / 6;
							p.at(s * (0.2 + 1.3 * f), 8.3, 2.1 + 1.5 * f - (2.9 + 0.12 * wave) * f * f);
						}
						p.add(false);
					}
					p.inkStroke(1.1, t.of('#EDF4F2'));
				}
			},
			{ y: 4.5, paint: (p) => lamp(p, -8, 4.5) }
		]
	},
	school: {
		pose: { x: 1, y: -12, z: 5, tilt: 0, focal: 1.2, horizon: 0.27 },
		people: 13,
		children: true,
		ways: [
			[-9, 5.2, 12, 5],
			[-3, 8.6, -3, 8.6],
			[2, 8.8, 2, 8.8],
			[0, 9.4, 4, -4],
			[6, 8.4, 6, 8.4],
			[-1, 8.2, -1, 8.2]
		],
		behind(p, seed) {
			const t = p.tone;
			p.floor(-60, 60, -14, 40).fill(t.still('#E4DAC6'));
			// Yard, school with rows of tall windows and painted shapes.
			p.wall(-16, 15, 17, 0, 8.4).face(t.still('#F1E3CC'));
			p.start().at(-16.4, 17, 8.4).at(15.4, 17, 8.4).at(14, 18, 10.6).at(-15, 18, 10.6).face(t.still('#B98467'));
			windows(p, -15.5, 14.5, 17, 1, 1.8, 2.4, 9, seed);
			windows(p, -15.5, 14.5, 17, 5, 1.8, 2.2, 9, seed + 1);
			p.wall(-3.2, 3.2, 16.9, 3.7, 4.7).face(t.still('#44587A'), 0.8);
			writeSign(p, 'École', 0, 16.85, 3.92, 0.55, 5.4, t.glow('#F2E7CF', '#F0D9A0'), { mirrored });
			p.wall(15, 40, 24, 0, 6).face(t.still('#D9DDD8'));
			windows(p, 16, 34, 24, 2.4, 1.2, 1.7, 6, seed + 2);
			p.wall(-40, -16, 24, 0, 7).face(t.still('#E6C9B4'));
			// Road and crossing.
			p.floor(-60, 60, -10, 2.6).fill(t.still('#B9B3A6'));
			p.segment(-60, 2.6, 0, 60, 2.6, 0).rule(1.1);
			p.segment(-60, 3, 0, 60, 3, 0).rule(0.6, 0.6);
			p.open();
			for (let i = 0; i < 7; i++) p.floor(-1 + i * 0.95, -0.45 + i * 0.95, -5, 2.3).add();
			p.paint(t.still('#F2ECDD'), 0);
		},
		among: [
			{ y: 12, paint: (p) => tree(p, -9.5, 12, 1) },
			{
				y: 9.9,
				paint(p) {
					// Railings with the gate open.
					const t = p.tone;
					p.open();
					for (const [a, b] of [
						[-20, -4.4],
						[7.4, 22]
					]) {
						p.segment(a, 10, 1.5, b, 10, 1.5).add(false);
						p.segment(a, 10, 0.25, b, 10, 0.25).add(false);
						for (let x = a; x <= b; x += 0.45) p.segment(x, 10, 0, x, 10, 1.7).add(false);
					}
					p.inkStroke(0.9, t.of('#3F5A50'));
					for (const x of [-4.4, 7.4]) {
						p.wall(x - 0.3, x + 0.3, 9.9, 0, 2.3).face(t.of('#D3C0A0'), 0.9);
						p.wall(x - 0.4, x + 0.4, 9.85, 2.3, 2.5).face(t.of('#C3B08E'), 0.8);
					}
				}
			},
			{
				y: 3.2,
				paint(p) {
					// The sign of children crossing.
					const t = p.tone;
					p.segment(-6, 3.2, 0, -6, 3.2, 2.4).rule(1.6);
					p.start().at(-6.6, 3.2, 2.1).at(-5.4, 3.2, 2.1).at(-6, 3.2, 3.1).face(t.of('#F2E0A0'), 1.2);
					p.segment(-6.12, 3.15, 2.3, -6.12, 3.15, 2.55).rule(1.2);
					p.segment(-5.9, 3.15, 2.3, -5.9, 3.15, 2.48).rule(1.2);
				}
			}
		]
	},
	carpark: {
		pose: { x: 0, y: -10, z: 8.5, tilt: 0, focal: 1.05, horizon: 0.1 },
		people: 4,
		ways: [
			[-10, 6.4, 10, 6.6],
			[4, 2, 4, 13],
			[-3, 6, -3, 6],
			[-12, 13.4, 10, 13.4]
		],
		behind(p) {
			const t = p.tone;
			p.floor(-70, 70, -12, 60).fill(t.still('#BDB7AA'));
			p.floor(-70, 70, 24, 60).fill(t.still('#A9B79A'));
			p.wall(-60, 60, 30, 0, 5).face(t.still('#CFC7B8'), 0.9);
			p.wall(-60, 60, 30, 3.4, 5).face(t.still('#44587A'), 0.9);
			p.wall(-9, 9, 29.9, 0, 3.2).face(t.glow('#9DB0B5', '#F3D890'), 0.8);
			writeSign(p, 'Primeurs', 0, 29.8, 3.75, 0.9, 12, t.glow('#F2E7CF', '#F0D9A0'), { mirrored });
			// Bays.
			p.open();
			for (let row = 0; row < 3; row++) {
				const y = -1.6 + row * 9.2;
				for (let x = -23; x <= 23; x += 2.9) p.segment(x, y - 2.4, 0, x, y + 2.4, 0).add(false);
				if (row) p.segment(-23, y + 2.4, 0, 23, y + 2.4, 0).add(false);
			}
			p.inkStroke(1.4, t.still('#EFE9DB'));
			p.open();
			p.start()
				.at(-5, 3.2, 0)
				.at(-2.6, 3.2, 0)
				.at(-2.6, 3.5, 0)
				.at(-1.8, 3.05, 0)
				.at(-2.6, 2.6, 0)
				.at(-2.6, 2.9, 0)
				.at(-5, 2.9, 0)
				.add();
			p.paint(t.still('#EFE9DB'), 0);
		},
		among: [
			...[16.8, 7.6, -1.6].flatMap((y, row) =>
				Array.from({ length: 16 }, (_, i) => ({
					y: y - 2,
					paint: (p: Plot, seed: number) => {
						const s = hash(seed + row * 31, i);
						if (s % 10 < 7) car(p, -23 + 1.45 + i * 2.9, y, false, CARS[(s >>> 5) % CARS.length]);
					}
				}))
			),
			{
				y: 11.6,
				paint(p, seed, time) {
					// Somebody looks for a place.
					const u = (time * 2.2 + (seed % 20)) % 60;
					car(p, -30 + u, 12.1, true, CARS[seed % CARS.length]);
				}
			},
			{ y: 12.9, paint: (p) => lamp(p, -6, 12.9, 6) },
			{ y: 3, paint: (p) => lamp(p, 8, 3, 6) }
		]
	},
	platform: {
		pose: { x: -1.4, y: -7, z: 3.4, tilt: 0, focal: 0.95, horizon: 0.34 },
		people: 10,
		ways: [
			[-3, 4, -3, 4],
			[-3.4, 9, -3.4, 9],
			[-2.6, 15, -2.6, 15],
			[-4, 1, -3, 30],
			[-3.2, 21, -3.2, 21],
			[-5.4, 28, -4.6, 2]
		],
		behind(p, seed, time) {
			const t = p.tone;
			p.floor(-80, 80, -8, 200).fill(t.still('#CFC4AC'));
			// Houses far away, the track bed, the other platform.
			for (let i = 0; i < 9; i++) {
				const x = -46 + i * 11;
				p.wall(x, x + 10.5, 70, 0, 8 + (hash(seed, i) % 6)).face(
					t.still(['#E6C9B4', '#EFE2C6', '#D9DDD8', '#EAD9BF'][i % 4]),
					0.8
				);
				windows(p, x, x + 10.5, 70, 3, 1.6, 2.6, 4, seed + i);
			}
			p.floor(-0.6, 5.4, -8, 120).fill(t.still('#B3A78F'));
			p.open();
			for (const x of [0.3, 1.75, 3.1, 4.55]) p.segment(x, -7, 0, x, 120, 0).add(false);
			p.inkStroke(1.3);
			p.open();
			for (let y = -6; y < 40; y += 1.1) p.segment(0, y, 0, 4.9, y, 0).add(false);
			const a = p.pen.globalAlpha;
			p.pen.globalAlpha = a * 0.25;
			p.inkStroke(1);
			p.pen.globalAlpha = a;
			p.start().at(5.4, -7, 0).at(5.4, 90, 0).at(5.4, 90, 0.5).at(5.4, -7, 0.5).face(t.still('#B9AE98'), 0.7);
			p.floor(5.4, 12, -7, 90, 0.5).face(t.still('#E2D8C6'), 0.8);
			p.flank(12, -7, 90, 0.5, 3).face(t.still('#D9CDB6'), 0.8);
			for (let y = 2; y < 60; y += 7)
				p.flank(11.9, y, y + 3.4, 1.1, 2.5).face(
					t.still(['#B98467', '#46685E', '#C99A3F', '#5E7FA3'][(y / 7) & 3]),
					0.7
				);
			// This platform.
			p.floor(-8, -0.6, -7, 90, 0).face(t.still('#E9DEC9'), 0.8);
			p.floor(-1.3, -0.95, -7, 90, 0).fill(t.still('#F6EED8'));
			p.segment(-1.3, -7, 0, -1.3, 90, 0).rule(0.6, 0.5);
			p.flank(-8, -7, 90, 0, 3.4).face(t.still('#E3D3B6'), 0.8);
			// The tram comes in, waits, goes out.
			const u = (time + (seed % 37)) % 46;
			const y =
				u < 8
					? 90 - 84 * (1 - (1 - u / 8) * (1 - u / 8))
					: u < 22
						? 6
						: u < 30
							? 6 - 40 * ((u - 22) / 8) * ((u - 22) / 8)
							: NaN;
			if (y > -6) {
				p.flank(-0.3, y, y + 40, 0.3, 3.2).face(t.of('#F4EFE4'));
				p.flank(-0.32, y, y + 40, 0.3, 1.1).face(t.of('#4F7A74'), 0.8);
				p.open();
				for (let i = 0; i < 12; i++) p.flank(-0.33, y + 1 + i * 3.2, y + 3.4 + i * 3.2, 1.5, 2.7).add();
				p.paint(t.glow('#8CA5AE', '#F3DFA0'), 0.7);
				p.wall(-0.3, 2.2, y, 0.3, 3.2).face(t.of('#F4EFE4'));
				p.wall(-0.3, 2.2, y - 0.01, 0.3, 1.1).face(t.of('#4F7A74'), 0.8);
				p.wall(0, 1.9, y - 0.02, 1.4, 2.8).face(t.glow('#7E949C', '#F3DFA0'), 0.8);
				p.open();
				p.wall(0, 0.4, y - 0.03, 0.75, 0.95).add();
				p.wall(1.5, 1.9, y - 0.03, 0.75, 0.95).add();
				p.paint(t.glow('#F5E7BC', '#FFEDB0'), 0.6);
			}
		},
		among: [
			...[34, 26, 18, 10, 2].map((y) => ({
				y,
				paint: (p: Plot) => {
					const t = p.tone;
					p.segment(-6.4, y, 0, -6.4, y, 3.7).rule(2, 1, t.of('#4D5F6B'));
					p.start()
						.at(-7.8, y - 4, 3.9)
						.at(-3.4, y - 4, 4.15)
						.at(-3.4, y + 4, 4.15)
						.at(-7.8, y + 4, 3.9)
						.face(t.of('#5B6E79'), 0.9);
				}
			})),
			{
				y: 6,
				paint(p) {
					// The clock of the platform.
					const t = p.tone;
					p.segment(-1.9, 6.5, 0, -1.9, 6.5, 3).rule(1.8, 1, t.of('#4D5F6B'));
					round(p, -1.9, 6.45, 3.3, 0.42).face(t.glow('#F8F1E0', '#FFF0BE'), 1);
					p.start().at(-1.9, 6.4, 3.6).at(-1.9, 6.4, 3.3).at(-1.7, 6.4, 3.2).rule(1);
				}
			}
		]
	},
	market: {
		pose: { x: 0, y: -9, z: 5.4, tilt: 0, focal: 1.1, horizon: 0.22 },
		people: 22,
		ways: [
			[-1.2, -1, -0.6, 22],
			[1.2, 24, 1.4, 0],
			[-2.2, 5, -2.2, 5],
			[2.3, 9.2, 2.3, 9.2],
			[-2.3, 13, -2.3, 13],
			[2.2, 3, 2.2, 3],
			[0, 21, 0.4, 1]
		],
		behind(p, seed) {
			const t = p.tone;
			p.floor(-50, 50, -12, 40).fill(t.still('#E4D8C0'));
			joints(p, -6, 6, -6, 30, 2);
			// A narrow street between houses.
			for (const s of [-1, 1]) {
				const x = s * 7.5;
				p.flank(x, 0, 30, 0, 12).face(t.still(s < 0 ? '#E6C9B4' : '#EFE2C6'), 0.9);
				p.open();
				for (let y = 2; y < 29; y += 3.2) for (const z of [4.6, 8.2]) p.flank(x, y, y + 1.3, z, z + 1.9).add();
				p.paint(t.glow('#8FA3AB', '#E8C777'), 0.7);
			}
			p.wall(-7.5, 7.5, 30, 0, 9).face(t.still('#D9DDD8'), 0.9);
			windows(p, -7, 7, 30, 4.6, 1.3, 2, 5, seed);
			p.start().at(-8, 30, 9).at(8, 30, 9).at(7, 32, 12).at(-7, 32, 12).face(t.still('#8E9AA3'), 0.9);
			// Flags of cloth across the street.
			for (const y of [22, 14]) {
				p.start().at(-7.4, y, 8).at(0, y, 7).at(7.4, y, 8).rule(0.8);
				for (let i = 0; i < 9; i++) {
					const x = -6.4 + i * 1.6;
					const z = 7 + (x * x) / 55;
					p.start()
						.at(x - 0.4, y, z)
						.at(x + 0.4, y, z)
						.at(x, y, z - 0.9)
						.face(t.of(['#C99A3F', '#6E8B84', '#D9A3A8', '#5E7FA3'][i % 4]), 0.7);
				}
			}
		},
		among: [20, 15, 10, 5, 0.6].flatMap((y, i) =>
			[-1, 1].map((s) => ({
				y: y + 0.5,
				paint: (p: Plot, seed: number) =>
					stall(
						p,
						s * 4.9,
						y,
						['#46685E', '#C99A3F', '#44587A', '#B98467', '#7A4A5E'][(i + (s > 0 ? 2 : 0) + seed) % 5],
						i + seed
					)
			}))
		)
	},
	underpass: {
		pose: { x: 0, y: -4, z: 2.6, tilt: 0, focal: 0.82, horizon: 0.4 },
		people: 5,
		ways: [
			[-1.2, 1, -0.8, 22],
			[1.3, 22, 1, 2],
			[-2.7, 8, -2.7, 8],
			[0.2, 20, 0.4, 1]
		],
		behind(p) {
			const t = p.tone;
			// A box of concrete with tiles, tubes of light and daylight on the stairs at its end.
			p.wall(-3.4, 3.4, 26, 0, 3.1).fill(t.glow('#EEF1EA', '#AFC0C4'));
			p.floor(-3.4, 3.4, -3.2, 26, 0).face(t.still('#B5AD9D'), 0.8);
			for (const s of [-1, 1]) {
				p.flank(s * 3.4, -3.2, 26, 0, 3.1).face(t.still(s < 0 ? '#A9A497' : '#9C978B'), 0.9);
				p.flank(s * 3.39, -3.2, 26, 0.9, 1.7).face(t.still(s < 0 ? '#5F7C86' : '#55717B'), 0.7);
				p.open();
				for (let y = -2; y < 26; y += 1.2) p.segment(s * 3.38, y, 0, s * 3.38, y, 3.1).add(false);
				const a = p.pen.globalAlpha;
				p.pen.globalAlpha = a * 0.22;
				p.inkStroke(0.7);
				p.pen.globalAlpha = a;
			}
			p.floor(-3.4, 3.4, -3.2, 26, 3.1).face(t.still('#8B867B'), 0.9);
			p.open();
			for (let y = 0; y < 25; y += 4.2) p.floor(-0.35, 0.35, y, y + 2.2, 3.08).add();
			p.paint(t.glow('#F8F3DC', '#FFF3C4'), 0.7);
			p.open();
			for (let i = 0; i < 7; i++) p.wall(-3.4, 3.4, 24 + i * 0.35, i * 0.2, i * 0.2 + 0.2).add();
			p.paint(t.glow('#DCD6C6', '#9AA6A8'), 0.7);
			// A drawing somebody left on the wall, a bin.
			p.flank(-3.37, 5, 7.6, 0.4, 2.3);
			p.start()
				.at(-3.36, 5, 1.9)
				.at(-3.36, 5.6, 2.4)
				.at(-3.36, 6, 1.8)
				.at(-3.36, 6.6, 2.3)
				.at(-3.36, 7.2, 1.9)
				.rule(2.2, 1, t.still('#C99A3F'));
		},
		among: [
			{
				y: 4.4,
				paint(p) {
					const t = p.tone;
					p.wall(2.6, 3.2, 4.4, 0, 0.95).face(t.of('#46685E'), 0.9);
					p.floor(2.6, 3.2, 4.4, 4.9, 0.95).face(t.of('#3D5C53'), 0.8);
				}
			}
		]
	}
};
