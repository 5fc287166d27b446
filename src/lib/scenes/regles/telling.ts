import { ease, mix } from '../../figure/motion';
import type { Params } from '../../picture/frame';
import { BRICKS, USES, type Brick, type Use } from './data';

const indices = (is: (use: Use) => boolean): number[] => USES.flatMap((u, i) => (is(u) ? [i] : []));

/** Uses the scroll speaks of one after the other: those put forward, those that end in a fine, the repressive. */
const TOLD = [
	indices((u) => u.pitch === 'smart' || u.pitch === 'urban'),
	indices((u) => !!u.fine),
	indices((u) => u.service === 'repress')
];

/** The use explained now, and how far the scroll is on to the next. */
export interface Pick {
	index: number;
	next: number;
	on: number;
}

/** How far the scroll has come to each of the lists told, and how much of it is told. */
export function pickOf(params: Params, lists: { come: number; told: number }[]): Pick {
	const wanted = USES.findIndex((u) => u.id === params['regles.use']);
	if (wanted >= 0) return { index: wanted, next: wanted, on: 0 };
	const n = Math.max(
		0,
		lists.findLastIndex(({ told }) => told > 0)
	);
	const uses = TOLD[n];
	const place = lists[n].told * uses.length;
	const k = Math.min(uses.length - 1, Math.floor(place));
	if (k < uses.length - 1) return { index: uses[k], next: uses[k + 1], on: ease(place - k, 0.6, 1) };
	return { index: uses[k], next: TOLD[n + 1]?.[0] ?? uses[k], on: lists[n + 1]?.come ?? 0 };
}

/** The block the reader asks for. */
export const brickAsked = (params: Params): Brick | undefined => BRICKS.find((b) => b === params['regles.brick']);

/** How much a use is spoken of: those put forward, then those that end in a fine, the repressive, all. */
export function spokenOf(use: Use, [fines, repressive, all]: readonly [number, number, number]): number {
	const put = use.pitch === 'smart' || use.pitch === 'urban' ? 1 : FAINT;
	const fined = mix(put, use.fine || use.pitch === 'eco' ? 1 : FAINT, fines);
	const serves = use.service === 'repress' ? 1 : use.service === 'fine' ? 0.7 : FAINT;
	return mix(mix(fined, serves, repressive), 1, all);
}

const FAINT = 0.5;
