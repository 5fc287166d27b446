import film from '../../../generated/objection.json';
import type { PictogramName } from '../../figure/pictogram';
import type { Box } from '../../recording/types';
import { SPANS, type ActId } from '../../street/acts';

/**
 * What the program saw of the acts, which were filmed and run through the same pipeline as the recording
 * (scenes/droit/film.ts): her boxes and the counter are what it gave.
 */
const { boxes, fps, ids } = film;

export const GESTURES: { id: ActId; picture: PictogramName }[] = [
	{ id: 'sign', picture: 'sign' },
	{ id: 'umbrella', picture: 'umbrella' },
	{ id: 'back', picture: 'turned' }
];

export interface Counted {
	all: number;
	by: Record<string, number>;
}

/** Images with a box on her up to a moment, and within each gesture. */
export function countedAt(seconds: number): Counted {
	const until = Math.min(ids.length, Math.floor(seconds * fps) + 1);
	const boxed = (from: number, to: number) => ids.slice(from, Math.max(from, to)).filter(Boolean).length;
	const within = ({ from, to }: { from: number; to: number }) =>
		boxed(Math.round(from * fps), Math.ceil(Math.min(until, to * fps)));
	return { all: boxed(0, until), by: Object.fromEntries(GESTURES.map(({ id }) => [id, within(SPANS[id])])) };
}

/** Her box at a moment with the number the program gave it; null where it gave none. */
export function boxAt(seconds: number): Box | null {
	const f = Math.max(0, Math.min(ids.length - 1, Math.floor(seconds * fps)));
	if (!ids[f]) return null;
	const [x, y, w, h] = boxes.slice(4 * f, 4 * f + 4).map((v) => v / 2);
	return { id: ids[f], x, y, w, h };
}
