import { createStreet } from '../street/street';
import { filmSource } from '../watch/film';
import { observe } from '../watch/observer';
import { filmSetup } from '../watch/setup';
import type { MaskNews, MaskOrder, Seen } from './masks';
import { seenOf } from './seen';
import { LANE } from './site';

/**
 * Frames the pipeline learns from before the first it is asked for: the square with nobody on it, as the camera of the
 * recording first saw it, then as people come.
 */
const EMPTY = 60;
const LIVED = 60;
export const LEARN = EMPTY + LIVED;

/**
 * Runs sensor and pipeline anew, from the street's seed, over the frames `from` to `to`: what the recording does not
 * keep. Yields after every frame, learning included, so that whoever runs it can stop or let others work; the value is
 * what was seen, or null while it learns. The learned background is not that of the recording, which learned longer:
 * tests/unit/masks.test.ts says how near the masks come.
 */
export function* recompute(seed: number, from: number, to: number): Generator<Seen | null, void> {
	const takes = [
		{ from: from - LEARN, to: from - LIVED - 1, empty: true },
		{ from: from - LIVED, to }
	];
	const source = filmSource({ street: createStreet({ seed }), takes });
	for (const seen of observe(source, filmSetup({ lane: LANE }))) yield seen.frame < from ? null : seenOf(seen);
}

/** Runs orders, one window at a time, letting the next order in between frames. `later` calls back in a fresh task. */
export function createRecomputer(
	tell: (news: MaskNews) => void,
	later: (run: () => void) => void
): (order: MaskOrder) => void {
	let run = 0;
	return (order) => {
		const own = ++run;
		if (order.type === 'cancel') return;
		const { seed, from, to } = order;
		const frames: Seen[] = [];
		const work = recompute(seed, from, to);
		const of = to - from + 1 + LEARN;
		let done = 0;
		const step = () => {
			if (own !== run) return;
			const { value, done: over } = work.next();
			if (over) return tell({ type: 'seen', frames });
			if (value) frames.push(value);
			tell({ type: 'progress', done: ++done, of });
			later(step);
		};
		later(step);
	};
}
