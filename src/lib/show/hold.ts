/** Milliseconds a button is held, and for which a second press is waited for. */
export const HELD = 1000;
export const ARMED = 4000;

/** What cannot be done by a slip of the hand: it is held for a second, or pressed twice by keys. */
export interface Hold {
	/** A finger goes down, or up. */
	down(): void;
	up(): void;
	/** Pressed by keys, or by who speaks to the page: neither can hold. */
	press(): void;
	stop(): void;
}

/** @param changed hears that it is being held, that it waits for a second press, or neither */
export function createHold(done: () => void, changed: (state: 'held' | 'armed' | null) => void): Hold {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let state: 'held' | 'armed' | null = null;
	function become(next: typeof state, after = 0, then = () => {}): void {
		clearTimeout(waiting);
		state = next;
		changed(state);
		if (after) waiting = setTimeout(then, after);
	}
	return {
		down() {
			become('held', HELD, () => {
				become(null);
				done();
			});
		},
		up() {
			if (state === 'held') become(null);
		},
		press() {
			if (state !== 'armed') return become('armed', ARMED, () => become(null));
			become(null);
			done();
		},
		stop: () => clearTimeout(waiting)
	};
}
