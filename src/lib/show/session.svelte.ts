import { openLine, type Line } from './line';
import { isLater, readSaid, type Said, type Shared } from './shared';
import { hold, release } from './timer';

/**
 * What this window shares with the others of the same show. A change is told to them and kept in this window's own
 * history entry, so that a window that is loaded anew goes on where it was, and the others with it; nothing is stored.
 */
export class Session {
	state = $state.raw<Shared>() as Shared;
	/** Another window of the show has been heard. */
	company = $state(false);
	#said: Said;
	#line: Line | null = null;
	/** This window, among others. */
	#self = Math.random().toString(36).slice(2);
	/** A step that this window's address asks the others for. */
	#wish: string | undefined;
	#knows: (step: string) => boolean;
	#changed: (before: Shared) => void;

	/** @param changed hears that something was changed, here or in another window */
	constructor(first: Shared, knows: (step: string) => boolean, changed: (before: Shared) => void) {
		this.#knows = knows;
		this.#changed = changed;
		const kept = readSaid((history.state as { show?: unknown } | null)?.show, knows);
		// A link, or a hash that was written by hand, counts for more than what was kept.
		const anew = location.hash !== '' && first.step !== kept?.state.step;
		if (anew) this.#wish = first.step;
		this.#said = { state: kept && !anew ? kept.state : first, stamp: kept?.stamp ?? 0, from: this.#self };
		this.state = this.#said.state;
	}

	/** Joins the other windows. */
	open(): void {
		this.#line = openLine({ hear: (data) => this.#hear(data), met: () => this.#tell() });
		this.#line.say({ hello: true, step: this.#wish });
	}

	/** Another window was opened from this one. */
	meet(other: Window | null): void {
		this.#line?.meet(other);
	}

	change(part: Partial<Shared>): void {
		const state = { ...this.state, ...part };
		// Whoever takes a question in the dark does not pay for it in time.
		if (part.black !== undefined && part.black !== this.state.black)
			state.timer = (part.black ? hold : release)(state.timer, Date.now());
		this.#become({ state, stamp: this.#said.stamp + 1, from: this.#self });
		this.#tell();
	}

	end(): void {
		this.#line?.end();
	}

	#become(said: Said): void {
		const before = this.state;
		this.#said = said;
		this.state = said.state;
		history.replaceState({ ...history.state, show: said }, '', `#${said.state.step}`);
		this.#changed(before);
	}

	#tell(): void {
		this.#line?.say(this.#said);
	}

	#hear(data: unknown): void {
		this.company = true;
		const said = readSaid(data, this.#knows);
		if (said) return isLater(said, this.#said) ? this.#become(said) : undefined;
		const hello = data as { hello?: unknown; step?: unknown } | null;
		if (!hello?.hello) return;
		const { step } = hello;
		if (typeof step === 'string' && this.#knows(step) && step !== this.state.step) this.change({ step });
		else this.#tell();
	}
}
