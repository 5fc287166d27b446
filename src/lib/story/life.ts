/** Milliseconds between two pictures of small life: walking reads well at 25 a second. */
const PAUSE = 39;

/** The small life of the drawing: seconds that go on while it can be seen. */
export interface Life {
	readonly seconds: number;
	/** Goes on, or stands still. */
	run(on: boolean): void;
}

/** `passed` hears of every step of time. A page that nobody sees stands still. */
export function createLife(passed: () => void): Life {
	let seconds = 0;
	let on = false;
	let request = 0;
	let before = 0;
	function live(now: number): void {
		if (now - before >= PAUSE) {
			if (before) {
				seconds += Math.min(0.1, (now - before) / 1000);
				passed();
			}
			before = now;
		}
		request = requestAnimationFrame(live);
	}
	function reflect(): void {
		cancelAnimationFrame(request);
		before = 0;
		if (on && !document.hidden) request = requestAnimationFrame(live);
	}
	document.addEventListener('visibilitychange', reflect);
	return {
		get seconds() {
			return seconds;
		},
		run(now) {
			on = now;
			reflect();
		}
	};
}
