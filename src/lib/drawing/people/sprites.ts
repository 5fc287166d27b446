import type { Look } from '../../street/types';
import { local, localFlat, type Local } from '../frame';
import type { Tone } from '../palette';
import { paintBody } from '../person';
import type { Sheet, Sheets } from '../sprites';
import type { Pen } from '../types';
import type { Figure } from './figure';
import { NEAR } from './near';
import { gaitOf, paceOf } from './pace';

/** Walks are kept as eight phases, quick ones as sixteen; headings as sixteen. */
const PHASES = 8;
const QUICK = 16;
const HEADINGS = 16;
/** Sizes go by steps of this ratio. */
const STEP = 1.09;
/** Device pixels of one person above which keeping them is not worth it. */
const LARGEST = 400_000;
/** A person's picture, metres: its size, and where the feet are in it. */
const SHEET = { w: 2.6, h: 2.5, x: 1.3, y: 2.2 };
const POSES = ['walk', 'stand', 'sit', 'crouch', 'bench'];

const round = (v: number): number => Math.round(v * 1e6) / 1e6;
const SIDE = Float64Array.from({ length: HEADINGS }, (_, i) => round(Math.sin((2 * Math.PI * i) / HEADINGS)));
const FRONT = Float64Array.from({ length: HEADINGS }, (_, i) => round(Math.cos((2 * Math.PI * i) / HEADINGS)));

/** Steps of size above 40 pixels per metre. */
const logStep = (k: number): number => Math.log(k / 40) / Math.log(STEP);
const power = (n: number): number => 40 * STEP ** n;

/** The nearest of the views that are kept. */
interface Kind {
	key: number;
	heading: number;
	phase: number;
	speed: number;
	rise: number;
	/** Pixels per metre. */
	k: number;
}

function headingOf({ side, front }: Local): number {
	let heading = 0;
	let most = -2;
	for (let i = 0; i < HEADINGS; i++) {
		const d = SIDE[i] * side + FRONT[i] * front;
		if (d > most) {
			most = d;
			heading = i;
		}
	}
	return heading;
}

function kindOf(who: Figure, at: Local, facing: boolean, idle: number): Kind {
	const size = Math.round(logStep(at.k));
	const k = power(size);
	const walks = who.pose === 'walk';
	// Those who stand have small movements instead of steps.
	const cycle = walks ? who.phase : who.pose === 'stand' ? idle : 0;
	const way = walks ? gaitOf(who, k) : 'plain';
	const phases = way === 'short' || way === 'skip' ? QUICK : PHASES;
	const phase = Math.round((cycle - Math.floor(cycle)) * phases) % phases;
	const rise = Math.round(at.rise * 12);
	const pace = walks ? paceOf(who.speed) : 0;
	const heading = headingOf(at);
	let key = (size + 64) * 16 + heading;
	key = (key * 16 + phase) * 13 + rise;
	key = (key * 5 + POSES.indexOf(who.pose)) * 4 + pace;
	return { key: key * 2 + (facing ? 1 : 0), heading, phase: phase / phases, speed: pace / 2, rise: rise / 12, k };
}

interface Kept {
	sheet: Sheet;
	area: number;
	/** When it was put down last, in pictures. */
	seen: number;
}

/** People pre-drawn in one tone; at most `budget` device pixels of them. */
export function createPeopleSprites(sheets: Sheets, budget: number) {
	const people = new Map<Look, Map<number, Kept>>();
	let area = 0;
	let now = 0;

	/** Drops what was not used lately until there is room. */
	function shrink(): void {
		for (let age = 240; age >= 1 && area > budget; age >>= 1)
			for (const row of people.values())
				for (const [key, kept] of row)
					if (now - kept.seen > age) {
						row.delete(key);
						area -= kept.area;
					}
	}

	function draw(who: Figure, kind: Kind, tone: Tone, line: number, facing: boolean): Sheet {
		const { k, heading, phase, speed, rise } = kind;
		const sheet = sheets.make(SHEET.w * k, SHEET.h * k);
		const figure: Figure = {
			...who,
			phase,
			speed,
			hx: SIDE[heading],
			hy: -FRONT[heading],
			shelter: 0,
			gesture: undefined
		};
		const at = local();
		localFlat(SHEET.x * k, SHEET.y * k, k, figure.hx, figure.hy, rise, at);
		paintBody(sheet.pen, figure, at, { tone, line, facing, idle: phase, near: NEAR });
		return sheet;
	}

	return {
		clear(): void {
			people.clear();
			area = 0;
		},
		/** Says that another picture begins. */
		begin(): void {
			now++;
			if (area > budget) shrink();
		},
		/** Puts somebody down as they look in the nearest of the kept views; false when they are too large to be kept. */
		put(pen: Pen, who: Figure, at: Local, tone: Tone, line: number, facing: boolean, idle: number): boolean {
			const kind = kindOf(who, at, facing, idle);
			const { k, key } = kind;
			const pixels = SHEET.w * k * (SHEET.h * k) * sheets.ratio * sheets.ratio;
			if (pixels > LARGEST) return false;
			let row = people.get(who.look);
			if (!row) people.set(who.look, (row = new Map()));
			let kept = row.get(key);
			if (!kept) {
				const sheet = draw(who, kind, tone, (line * k) / at.k, facing);
				row.set(key, (kept = { sheet, area: pixels, seen: now }));
				area += pixels;
			}
			kept.seen = now;
			const s = at.k / k;
			sheets.put(pen, kept.sheet, at.x - SHEET.x * k * s, at.y - SHEET.y * k * s, SHEET.w * k, SHEET.h * k, s);
			return true;
		}
	};
}
