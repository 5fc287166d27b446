/** Milliseconds without an answer after which an engine is taken for dead. */
const DEAD = 15_000;

/** One picture at a time: the next is asked for when the last is there, and only the latest that was wanted. */
export interface Turns {
	/** A picture is wanted of how things are now. */
	want(): void;
	/** One has come; `more` when it was not all of it. */
	came(more: boolean): void;
	/** Nothing will come of what was asked: the engine is gone. */
	lost(): void;
	/** Resolves when nothing is wanted any more. */
	settled(): Promise<void>;
	stop(): void;
}

/**
 * @param ask asks for a picture of how things are by then; false when there is nobody to ask
 * @param dead hears that an answer has not come for too long
 */
export function createTurns(ask: () => boolean, dead: () => void): Turns {
	let busy = false;
	let wanted = false;
	let watch: ReturnType<typeof setTimeout> | undefined;
	const waiting: (() => void)[] = [];
	const rest = () => {
		clearTimeout(watch);
		watch = undefined;
	};
	function send(): void {
		if (!wanted || busy || !ask()) return;
		wanted = false;
		busy = true;
		watch ??= setTimeout(dead, DEAD);
	}
	return {
		want() {
			wanted = true;
			send();
		},
		came(more) {
			rest();
			busy = false;
			wanted ||= more;
			if (wanted) send();
			else for (const done of waiting.splice(0)) done();
		},
		lost() {
			rest();
			busy = false;
			wanted = true;
		},
		async settled() {
			while (busy || wanted) await new Promise<void>((done) => waiting.push(done));
		},
		stop: rest
	};
}
