/** Why a camera went off by itself. */
export type CameraEnd = 'time' | 'hidden' | 'gone';

/** Seconds after which a camera goes off by itself. */
const SECONDS = 300;

/** Knows that a camera is on, counts its time, and keeps why it went off. */
export class Watchdog {
	on = $state(false);
	/** Seconds the camera still has. */
	left = $state(0);
	/** Why it went off, if not by whoever turned it on. */
	end = $state<CameraEnd | null>(null);
	#clock: ReturnType<typeof setInterval> | undefined;

	/** @param over its time is over */
	start(over: () => void): void {
		this.on = true;
		this.left = SECONDS;
		const until = performance.now() + 1000 * SECONDS;
		this.#clock = setInterval(() => {
			this.left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
			if (!this.left) over();
		}, 1000);
	}

	stop(): void {
		clearInterval(this.#clock);
		this.on = false;
		this.end = null;
	}
}
