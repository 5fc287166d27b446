/** Seconds for which a kiosk says that it will begin anew. */
const WARNING = 10;
/** Seconds a step stands while nobody leads. */
const STANDS = 9;

/** What a kiosk does now: it runs by itself, somebody leads, or it will soon begin anew. */
export type Mood = 'running' | 'led' | 'warning';

export interface Kiosk {
	readonly mood: Mood;
	/** Somebody is there. */
	touch(): void;
	stop(): void;
}

export interface KioskOptions {
	/** Seconds without a hand after which it begins anew. */
	seconds: number;
	/** Seconds the step now shown goes on by itself. */
	plays(): number;
	/** Goes on by a step, and after the last to the first. */
	next(): void;
	/** Begins anew, as if nobody had been there. */
	begin(): void;
	changed(mood: Mood): void;
}

/** Leads while nobody does. It never ends and never leads anywhere else. */
export function createKiosk({ seconds, plays, next, begin, changed }: KioskOptions): Kiosk {
	let mood: Mood = 'running';
	let waiting: ReturnType<typeof setTimeout>;
	const wait = (s: number, then: () => void) => {
		clearTimeout(waiting);
		waiting = setTimeout(then, s * 1000);
	};
	function become(now: Mood): void {
		if (mood !== now) changed((mood = now));
	}
	function run(): void {
		become('running');
		wait(STANDS + plays(), () => {
			next();
			run();
		});
	}
	function restart(): void {
		begin();
		run();
	}
	const warning = Math.min(WARNING, seconds / 2);
	run();
	return {
		get mood() {
			return mood;
		},
		touch() {
			become('led');
			wait(seconds - warning, () => {
				become('warning');
				wait(warning, restart);
			});
		},
		stop: () => clearTimeout(waiting)
	};
}
