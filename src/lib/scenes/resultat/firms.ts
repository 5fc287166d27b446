import { ease } from '../../figure/motion';
import { slab } from '../../figure/inks';
import type { View } from '../../picture/frame';
import { FIRMS, firmAt, housesInk, marketAt } from '../../figure/firm/market';
import type { Layer } from '../layers';
import { CASES } from './data';
import { WAITING } from './layout';

/** Circles on their way at one time while they are counted. */
export const FLIGHT = 130;

/** Where a firm's circle waits to be counted, and its radius. */
export function waitingAt(view: View): (n: number) => [number, number, number] {
	const market = marketAt(view);
	return (n) => [...firmAt(market, n), 0.3 * market.cell];
}

/** The houses of the last chapter become blank circles, row by row; those the count does not need fall away. */
export function firms(
	view: View,
	{ circled, ground, counted, left }: { circled: number; ground: number; counted: number; left: number }
): Layer {
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
			{ type: 'dots', xyr, fill: WAITING, stroke: 'ink', width: 0.6, opacity: 0.55 }
		]
	};
}
