import type { Words } from '../ui/words';
import type { Reader } from './reader.svelte';
import type { Timeline } from './timeline';

export interface StripOptions {
	/** The element the server rendered lib/ui/Bar.svelte in. */
	target: HTMLElement;
	words: Words;
	lang: 'fr' | 'en';
	timeline: Timeline;
	/** Leads the reader to a step. */
	go(index: number): void;
	/** Takes the short path, or leaves it. */
	shorten(on: boolean): void;
	/** Puts the picture now on stage in words. */
	describe(): void;
	setMotion(on: boolean): void;
	/** Resolves when what the reader opened is there, or cannot be: the strip waits for that unless it is used. */
	first: Promise<void>;
	/** Says a text through the page's one live region. */
	announce(text: string): void;
}

export interface Strip {
	/** Where the reader is, whether things move, and whether chapters are left out. */
	follow(state: Partial<Pick<Reader, 'index' | 'motion' | 'short'>>): void;
	/** To the step before or after, along the short path for who takes it; its title is then said. */
	step(by: -1 | 1): void;
	/** Brings the strip to life. Harmless when it lives; rejects when its script cannot be had, and may be tried again. */
	wake(): Promise<void>;
}

/**
 * The strip at the foot of the page, and the switches of motion in the text, which are plain HTML. Svelte comes with the
 * first need of it: when the reader leaves the first step or touches the strip. What is pressed until then is pressed
 * again when the strip lives.
 */
export function createStrip(options: StripOptions): Strip {
	const { target, timeline, first, announce, setMotion, shorten } = options;
	const state = { index: 0, motion: true, short: false };
	let reader: Reader | null = null;
	let waking: Promise<void> | null = null;
	/** Step that the strip leads to, until the reader is there. */
	let awaited: number | null = null;
	const pressed: HTMLElement[] = [];

	function wake(): Promise<void> {
		return (waking ??= import('./islands.svelte').then(
			({ hydrateStrip }) => {
				reader = Object.assign(hydrateStrip(target, { ...options, go, step }), state);
				for (const e of pressed.splice(0)) e.click();
			},
			(error: unknown) => {
				waking = null;
				// A link leads on without us.
				const link = pressed.splice(0).find((e) => e instanceof HTMLAnchorElement);
				if (link instanceof HTMLAnchorElement) location.assign(link.href);
				throw error;
			}
		));
	}
	/** The strip stays as it is when it cannot be woken; the next need tries again. */
	const need = () => void wake().catch(() => {});

	function go(to: number): void {
		awaited = to;
		options.go(to);
	}

	function step(by: -1 | 1): void {
		const to = timeline.beside(state.index, by, state.short);
		if (to !== null) go(to);
	}

	/** The chapter's title, where it begins, and the step's. */
	const title = (index: number) =>
		[...document.querySelectorAll(`[data-step="${timeline.ids[index]}"] :is(h1, h2, h3)`)]
			.map((e) => e.textContent?.trim())
			.join('. ');

	target.addEventListener('pointerenter', need, { once: true });
	target.addEventListener('focusin', need, { once: true });
	target.addEventListener(
		'click',
		(event) => {
			const e = (event.target as Element).closest<HTMLElement>('a, button:not([popovertarget])');
			if (reader || !e || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
			pressed.push(e);
			need();
		},
		{ capture: true }
	);
	document.addEventListener('change', ({ target: e }) => {
		if (!(e instanceof HTMLInputElement) || (reader && target.contains(e))) return;
		if (e.matches('[data-motion-switch]')) setMotion(e.checked);
		else if (e.matches('[data-short-switch]')) shorten(e.checked);
	});

	return {
		follow(next) {
			const moved = next.index !== undefined && next.index !== state.index;
			Object.assign(state, next);
			if (reader) Object.assign(reader, next);
			else if (state.index > 0) void first.then(need);
			if (next.motion !== undefined)
				for (const e of document.querySelectorAll<HTMLInputElement>('[data-motion-switch]'))
					if (!(reader && target.contains(e))) e.checked = state.motion;
			if (!moved) return;
			if (awaited === state.index) announce(title(state.index));
			awaited = null;
		},
		step,
		wake
	};
}
