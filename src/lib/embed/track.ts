/** A place on a figure's track: index of a step, and how far through it. */
export interface Spot {
	index: number;
	progress: number;
}

/** Points of the track to a step: what the slider's values count. */
export const POINTS = 100;

/** The spot at a point of the track, kept on it. Points that are no number are its beginning. */
export function spotAt(point: number, steps: number): Spot {
	const most = steps * POINTS - 1;
	const at = Number.isFinite(point) ? Math.max(0, Math.min(most, Math.round(point))) : 0;
	return { index: Math.floor(at / POINTS), progress: (at % POINTS) / POINTS };
}

export const pointOf = ({ index, progress }: Spot): number =>
	Math.round((index + Math.max(0, Math.min(0.99, progress))) * POINTS);

/** Milliseconds from one step to the next. */
const TRAVEL = 1400;

/**
 * Goes from one point to another and calls `at` on the way, as a reader would scroll: the last step of the way, where there
 * are more. At once where things stand still.
 */
export function travel(
	from: number,
	to: number,
	moves: boolean,
	at: (point: number, moving: boolean) => void
): () => void {
	if (!moves || Math.abs(to - from) < 2) {
		at(to, false);
		return () => {};
	}
	const begins = from + Math.sign(to - from) * Math.max(0, Math.abs(to - from) - POINTS);
	let request = 0;
	const start = performance.now();
	const go = (now: number): void => {
		const t = Math.min(1, Math.max(0, now - start) / TRAVEL);
		// Eases in and out.
		const eased = t * t * (3 - 2 * t);
		at(begins + (to - begins) * eased, t < 1);
		if (t < 1) request = requestAnimationFrame(go);
	};
	request = requestAnimationFrame(go);
	return () => cancelAnimationFrame(request);
}
