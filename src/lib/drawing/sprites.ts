import type { Camera } from '../camera/camera';
import type { Look } from '../street/types';
import { local, localFlat, type Local } from './frame';
import type { Tone } from './palette';
import { gaitOf, paceOf, paintBody, type Figure } from './person';
import type { Pen } from './types';

/** A canvas of device pixels and its pen. */
export interface Sheet {
	canvas: unknown;
	pen: Pen;
}

/** How pictures are kept and put down. `paintStreet` asks it before it draws; false means: draw it yourself. */
export interface Stamp {
	/** Says from where the street is about to be seen. */
	begin(camera: Camera, tone: Tone, line: number): void;
	/** Puts a person down. */
	person(pen: Pen, who: Figure, at: Local, line: number, facing: boolean, idle: number): boolean;
	/** Puts a still thing down: `paint` draws it when it is not kept yet, `box` is (x0, y0, x1, y1) in pixels of the view. */
	still(pen: Pen, index: number, box: ArrayLike<number>, paint: (pen: Pen) => void): boolean;
}

export interface SpriteOptions {
	/** Makes a canvas of whole device pixels (an OffscreenCanvas in a page, a Canvas in Node). */
	createCanvas: (width: number, height: number) => Sheet;
	/** Device pixels to a pixel of the view. */
	ratio?: number;
	/** Device pixels kept at most; the longest unused go first. 6 million by default, 24 MB. */
	budget?: number;
}

interface Kept {
	sheet: Sheet;
	/** Place of the feet in the picture, and its size, pixels of the view at the sprite's own scale. */
	x: number;
	y: number;
	w: number;
	h: number;
	k: number;
	area: number;
	seen: number;
}

/** Walks are kept as eight phases, quick ones as sixteen; headings as sixteen. */
const PHASES = 8;
const QUICK = 16;
const HEADINGS = 16;
/** Sizes go by steps of this ratio. */
const STEP = 1.09;
const SIDE = Float64Array.from({ length: HEADINGS }, (_, i) => round(Math.sin((2 * Math.PI * i) / HEADINGS)));
const FRONT = Float64Array.from({ length: HEADINGS }, (_, i) => round(Math.cos((2 * Math.PI * i) / HEADINGS)));

function round(v: number): number {
	return Math.round(v * 1e6) / 1e6;
}

type Drawer = Pen & { drawImage(image: unknown, x: number, y: number, w: number, h: number): void };

/**
 * Keeps people pre-drawn by look, gait phase, heading and size, and still things by camera, and puts them down as
 * images. Nothing is kept while the camera moves or looks down: then it declines and everything is drawn.
 */
export function createSprites({ createCanvas, ratio = 1, budget = 6e6 }: SpriteOptions): Stamp {
	const people = new Map<Look, Map<number, Kept>>();
	const stills = new Map<number, Kept | null>();
	const flat = local();
	const figure: Figure = { look: {} as Look, pose: 'stand', phase: 0, hx: 0, hy: 0, height: 1.7 };
	let area = 0;
	let turn = 0;
	let tone: Tone;
	let line = 1;
	let steady = 0;
	let last: Camera | null = null;
	let lastTone: Tone | null = null;

	function make(w: number, h: number): Sheet {
		const sheet = createCanvas(Math.max(1, Math.ceil(w * ratio)), Math.max(1, Math.ceil(h * ratio)));
		sheet.pen.scale(ratio, ratio);
		return sheet;
	}

	/** Drops what was not used lately until there is room. */
	function clear(): void {
		for (let age = 240; age >= 1 && area > budget; age >>= 1)
			for (const row of people.values())
				for (const [key, kept] of row)
					if (turn - kept.seen > age) {
						row.delete(key);
						area -= kept.area;
					}
	}

	return {
		begin(camera, t, width) {
			turn++;
			tone = t;
			line = width;
			const same =
				!!last &&
				lastTone === t &&
				last.x === camera.x &&
				last.y === camera.y &&
				last.z === camera.z &&
				last.sin === camera.sin &&
				last.f === camera.f &&
				last.u0 === camera.u0 &&
				last.v0 === camera.v0 &&
				last.width === camera.width &&
				last.height === camera.height;
			if (same) steady++;
			else {
				steady = 0;
				stills.clear();
				if (lastTone !== t) {
					people.clear();
					area = 0;
				}
				last = { ...camera };
				lastTone = t;
			}
			if (area > budget) clear();
		},

		person(pen, who, at, lineHere, facing, idle) {
			if (steady < 2 || at.uz !== 0 || (who.shelter ?? 0) > 0.01) return false;
			const size = Math.round(logStep(at.k));
			const k = power(size);
			const w = 2.6 * k;
			const h = 2.5 * k;
			if (w * h * ratio * ratio > 400_000) return false;
			let heading = 0;
			let most = -2;
			for (let i = 0; i < HEADINGS; i++) {
				const d = SIDE[i] * at.side + FRONT[i] * at.front;
				if (d > most) {
					most = d;
					heading = i;
				}
			}
			// Those who stand have small movements instead of steps.
			const cycle = who.pose === 'walk' ? who.phase : who.pose === 'stand' ? idle : 0;
			const way = who.pose === 'walk' ? gaitOf(who, k) : 'plain';
			const phases = way === 'short' || way === 'skip' ? QUICK : PHASES;
			const phase = Math.round((cycle - Math.floor(cycle)) * phases) % phases;
			const rise = Math.round(at.rise * 12);
			const pose = POSES.indexOf(who.pose);
			const pace = who.pose === 'walk' ? paceOf(who.speed) : 0;
			const key =
				((((((size + 64) * 16 + heading) * 16 + phase) * 13 + rise) * 5 + pose) * 4 + pace) * 2 + (facing ? 1 : 0);
			let row = people.get(who.look);
			if (!row) people.set(who.look, (row = new Map()));
			let kept = row.get(key);
			if (!kept) {
				const sheet = make(w, h);
				kept = { sheet, x: 1.3 * k, y: 2.2 * k, w, h, k, area: w * h * ratio * ratio, seen: turn };
				figure.look = who.look;
				figure.pose = who.pose;
				figure.phase = phase / phases;
				figure.speed = who.pose === 'walk' ? pace / 2 : 0;
				figure.height = who.height;
				figure.key = who.key;
				figure.hx = SIDE[heading];
				figure.hy = -FRONT[heading];
				localFlat(kept.x, kept.y, k, figure.hx, figure.hy, rise / 12, flat);
				paintBody(sheet.pen, figure, flat, tone, (lineHere * k) / at.k, facing, phase / phases);
				row.set(key, kept);
				area += kept.area;
			}
			kept.seen = turn;
			const s = at.k / k;
			(pen as Drawer).drawImage(
				kept.sheet.canvas,
				at.x - kept.x * s,
				at.y - kept.y * s,
				ceil(kept.w) * s,
				ceil(kept.h) * s
			);
			return true;
		},

		still(pen, index, box, paint) {
			if (steady < 2 || !last) return false;
			let kept = stills.get(index);
			if (kept === undefined) {
				const x0 = Math.max(-4, Math.floor(box[0] - 2 * line));
				const y0 = Math.max(-4, Math.floor(box[1] - 2 * line));
				const w = Math.min(last.width + 4, box[2] + 2 * line) - x0;
				const h = Math.min(last.height + 4, box[3] + 2 * line) - y0;
				if (w <= 0 || h <= 0) kept = null;
				else {
					const sheet = make(w, h);
					sheet.pen.translate(-x0, -y0);
					paint(sheet.pen);
					kept = { sheet, x: x0, y: y0, w, h, k: 1, area: 0, seen: turn };
				}
				stills.set(index, kept);
			}
			if (kept) (pen as Drawer).drawImage(kept.sheet.canvas, kept.x, kept.y, ceil(kept.w), ceil(kept.h));
			return true;
		}
	};

	/** The size in pixels of the view that a canvas made for `v` really has. */
	function ceil(v: number): number {
		return Math.max(1, Math.ceil(v * ratio)) / ratio;
	}
}

const POSES = ['walk', 'stand', 'sit', 'crouch', 'bench'];

/** Steps of size above 40 pixels per metre. */
const logStep = (k: number): number => Math.log(k / 40) / Math.log(STEP);
const power = (n: number): number => 40 * STEP ** n;
