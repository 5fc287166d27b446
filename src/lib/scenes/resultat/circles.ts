import { interpolateRgb, range } from 'd3';
import { GROUND, PAPER, SOLVED as GREEN } from '../../drawing/palette';
import { firmAt, FIRMS, housesInk, marketAt } from '../../figure/firm/market';
import { dots, slab } from '../../figure/inks';
import { disc } from '../../figure/marks';
import { ease, mix, span, stagger } from '../../figure/motion';
import type { Ink, Mark, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { CASES, SOLVED, WITH_VIDEO } from './data';
import { fieldOf } from './field';
import { emblemOf, sunOf, WAITING } from './layout';

const PALE = interpolateRgb(PAPER, GREEN)(0.38);

/** What moves the circles, each 0 to 1. */
export type Moved = Record<'counted' | 'filled' | 'gathered' | 'split' | 'shrunk' | 'joined', number>;

/** How many have arrived. */
export const arrived = (counted: number): number =>
	Math.min(CASES, Math.max(0, Math.round((CASES + FLIGHT) * counted - FLIGHT * 0.8)));

/** A circle for each case, those without video as dots, the 22 over them as marks. */
export function circles(view: View, m: Moved): Layer {
	if (m.joined >= 1) return {};
	const spot = spotsOf(view, m);
	const size = fieldOf(view).dot * homeOf(view, m).scale;
	const width = mix(Math.max(0.7, Math.min(1.1, size / 3.6)), 0.5, m.shrunk);
	const cases = (from: number, to: number, fill: string, opacity: number): Ink =>
		dots(triples(from, to, spot), { fill, stroke: 'ink', width, opacity });
	const video = range(WITH_VIDEO).map((k) => videoCase(k, spot(k), width, m));
	return {
		ink: [
			cases(SOLVED, CASES, 'ground', mix(0.85, 0.5, Math.max(m.split, m.shrunk))),
			cases(WITH_VIDEO, SOLVED, interpolateRgb(GROUND, PALE)(m.split), 0.85),
			...video.flatMap((layer) => layer.ink ?? [])
		],
		marks: video.flatMap((layer) => layer.marks ?? [])
	};
}

/** Cases as one list, filled in place: to lay nineteen hundred small arrays together took 2 of a frame's 2.5 ms. */
function triples(from: number, to: number, spot: (k: number) => [number, number, number]): number[] {
	const out = new Array<number>(3 * (to - from));
	for (let k = from, i = 0; k < to; k++) [out[i++], out[i++], out[i++]] = spot(k);
	return out;
}

/** Where the whole field is: at the end the study is what the sun of the poster is made of. */
function homeOf(view: View, { shrunk, joined }: Moved): { x: number; y: number; scale: number } {
	const { middle } = fieldOf(view);
	const emblem = emblemOf(view);
	const sun = sunOf(view);
	const half = mix(emblem.half, sun.half * 0.7, joined);
	return {
		x: mix(middle.x, mix(emblem.x, sun.x, joined), shrunk),
		y: mix(middle.y, mix(emblem.y, sun.y, joined), shrunk),
		scale: mix(1, half / middle.half, shrunk)
	};
}

/** Middle and radius of each case's circle. */
function spotsOf(view: View, m: Moved): (k: number) => [number, number, number] {
	const { counted, gathered, split, order, dot, middle } = fieldOf(view);
	const home = homeOf(view, m);
	const size = dot * home.scale;
	const waiting = m.counted < 1 ? waitingAt(view) : null;
	const passed = (CASES + FLIGHT) * m.counted;
	return (k) => {
		const g = stagger(m.gathered, k < WITH_VIDEO ? k : 0, WITH_VIDEO, 0.9);
		let x = mix(mix(counted[2 * k], gathered[2 * k], g), split[2 * k], m.split);
		let y = mix(mix(counted[2 * k + 1], gathered[2 * k + 1], g), split[2 * k + 1], m.split);
		let r = size;
		// A circle leaves its row when the count comes to it, and flies to its seat.
		if (waiting) {
			const way = span((passed - order[k]) / FLIGHT, 0, 1);
			if (way <= 0) return [x, y, 0];
			const f = ease(way);
			const [fx, fy, fr] = waiting(order[k]);
			x = mix(fx, x, f);
			y = mix(fy, y, f) - 26 * Math.sin(Math.PI * f);
			r = mix(fr, size, f) * (1 + 0.5 * Math.sin(Math.PI * way));
		}
		return [home.x + (x - middle.x) * home.scale, home.y + (y - middle.y) * home.scale, r];
	};
}

/** One of the 22: drawn larger while they are scattered among the others, at the common size once gathered. */
function videoCase(k: number, [x, y, r]: [number, number, number], width: number, m: Moved): Layer {
	const on = span(m.filled * WITH_VIDEO - k, 0, 1);
	const alone = on * (1 - ease(m.gathered, 0.5, 1));
	const swollen = r * (1 + 1.5 * alone + 1.2 * on * (1 - on));
	// A ring runs out from each as it fills: the eye finds it at a distance.
	const ring = span((m.filled * WITH_VIDEO - k) / 2.4, 0, 1);
	const mark: Mark = disc(`video.${k}`, x, y, Math.max(swollen, m.shrunk > 0 ? Math.min(swollen * 1.6, 1.6) : 0), {
		fill: interpolateRgb(GROUND, GREEN)(on),
		stroke: 'ink',
		width: mix(width, 1.1 + alone * 0.7, on * (1 - m.shrunk)),
		opacity: mix(0.85, 1, on),
		fact: 'f03'
	});
	if (ring <= 0 || ring >= 1) return { marks: [mark] };
	const xyr = [x, y, r * mix(2, 13, ease(ring))];
	return { ink: [dots(xyr, { stroke: 'solved', width: 3 * (1 - ring) + 0.6, opacity: 1 - ring })], marks: [mark] };
}

/** Circles on their way at one time while they are counted. */
const FLIGHT = 130;

/** Where a firm's circle waits to be counted, and its radius. */
function waitingAt(view: View): (n: number) => [number, number, number] {
	const market = marketAt(view);
	return (n) => [...firmAt(market, n), 0.3 * market.cell];
}

/** The houses of the last chapter become blank circles, row by row; those the count does not need fall away. */
export function firms(view: View, moved: Record<'circled' | 'ground' | 'counted' | 'left', number>): Layer {
	const { circled, ground, counted, left } = moved;
	if (left >= 1) return {};
	const market = marketAt(view);
	const xyr: number[] = [];
	for (let i = Math.floor((CASES + FLIGHT) * counted); i < FIRMS; i++) {
		const [x, y] = firmAt(market, i);
		const late = ((i * 7) % 23) / 46;
		const fall = i < CASES ? 0 : ease(left, late, 0.5 + late);
		if (fall < 1) xyr.push(x, y + fall * (view.height - y + 10), 0.3 * market.cell * circled);
	}
	return {
		ink: [
			{ type: 'shape', d: slab(0, 0, view.width, view.height), fill: 'ground', opacity: ground },
			...(circled < 1 ? housesInk(view, market, market.x, market.y, market.cell, 1, 1 - circled) : []),
			dots(xyr, { fill: WAITING, stroke: 'ink', width: 0.6, opacity: 0.55 })
		]
	};
}
