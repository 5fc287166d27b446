import type { Ink } from '../../picture/frame';
import { oval, slab } from '../inks';

/** The house in section, metres: x to the right from its left wall, y up from the pavement. */
export const WIDTH = 20;
export const FLOOR = 3.3;
/** Floors from the ground: hall, sales, engineers, directors and kitchen. */
export const LEVELS = [0, FLOOR, 2 * FLOOR, 3 * FLOOR] as const;
export const ROOF = 4 * FLOOR;
/** Right end of the staircase. */
export const STAIRS = 3.2;
/** Wall between the meeting room and the kitchen. */
export const PARTITION = 11.2;

/** What people and things of a floor stand on. */
export const floorOf = (level: number): number => LEVELS[level] + 0.12;

/** How metres are laid on the stage. */
export interface Section {
	/** Pixels of the origin. */
	x: number;
	y: number;
	/** Pixels a metre. */
	k: number;
}

export const px = (s: Section, x: number): number => s.x + x * s.k;
export const py = (s: Section, y: number): number => s.y - y * s.k;

/** Path data in metres from a point of the house, laid on the stage. Absolute M, L, Q, C and Z only, numbers in pairs. */
export function laid(s: Section, d: string, x = 0, y = 0): string {
	let across = true;
	return d.replace(/-?\d*\.?\d+(e-?\d+)?/g, (number) => {
		const v = across ? px(s, x + Number(number)) : py(s, y + Number(number));
		across = !across;
		return v.toFixed(1);
	});
}

/** A hand that draws in metres from its own origin. */
export interface Hand {
	fill(d: string, fill: string, stroke?: string, weight?: number): void;
	line(d: string, stroke?: string, weight?: number): void;
	box(x: number, y: number, w: number, h: number, fill: string, r?: number, stroke?: string): void;
	/** A box that is only its edge. */
	edge(x: number, y: number, w: number, h: number, stroke?: string, weight?: number): void;
	dot(x: number, y: number, r: number, fill: string, stroke?: string): void;
	/** The same hand with its origin moved. */
	at(x: number, y: number): Hand;
}

/** What a hand draws of the house. */
export function sketch(s: Section, draw: (h: Hand) => void): Ink[] {
	const out: Ink[] = [];
	const width = Math.max(0.7, Math.min(1.7, s.k / 30));
	const fill = (d: string, fill: string, stroke = 'ink', weight = 1) =>
		out.push({ type: 'shape', d, fill, stroke, width: width * weight });
	const line = (d: string, stroke = 'ink', weight = 1) =>
		out.push({ type: 'shape', d, fill: 'none', stroke, width: width * weight, round: true });
	const handAt = (x: number, y: number): Hand => ({
		fill: (d, ...paint) => fill(laid(s, d, x, y), ...paint),
		line: (d, ...paint) => line(laid(s, d, x, y), ...paint),
		box: (left, low, w, h, paint, r = 0, stroke) => fill(laid(s, slab(x + left, y + low, w, h, r)), paint, stroke),
		edge: (left, low, w, h, ...paint) => line(laid(s, slab(x + left, y + low, w, h)), ...paint),
		dot: (cx, cy, r, paint, stroke) => fill(laid(s, oval(x + cx, y + cy, r)), paint, stroke),
		at: (dx, dy) => handAt(x + dx, y + dy)
	});
	draw(handAt(0, 0));
	return out;
}
