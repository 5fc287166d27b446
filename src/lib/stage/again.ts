/** Seconds between one try and the next. */
const BACK_OFF = [1, 3, 9, 27, 60];

/** Something that is tried until it succeeds. */
export interface Trying {
	/** Tries at once, unless a try is under way or has succeeded. */
	now(): void;
	stop(): void;
}

/**
 * Tries `work` at once and, as long as it rejects, again after 1, 3, 9, 27 and then every 60 seconds. `work` is told how
 * often it was tried before; `failed` hears of every failure.
 */
export function keepTrying(
	work: (attempt: number) => Promise<void>,
	failed: (error: unknown) => void = () => {},
	wait: (run: () => void, seconds: number) => () => void = later
): Trying {
	let attempt = 0;
	let over = false;
	let busy = false;
	let cancel = () => {};
	const go = (): void => {
		if (over || busy) return;
		cancel();
		busy = true;
		work(attempt++).then(
			() => (over = true),
			(error: unknown) => {
				busy = false;
				if (over) return;
				cancel = wait(go, BACK_OFF[Math.min(BACK_OFF.length, attempt) - 1]);
				failed(error);
			}
		);
	};
	go();
	return {
		now: go,
		stop() {
			over = true;
			cancel();
		}
	};
}

function later(run: () => void, seconds: number): () => void {
	const timer = setTimeout(run, 1000 * seconds);
	return () => clearTimeout(timer);
}
