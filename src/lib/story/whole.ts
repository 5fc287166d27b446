import { promised } from '../stage/promised';
import type { Loss, StageState } from '../stage/stage';
import type { Words } from '../ui/words';

/**
 * What the page says of its picture, for readers and on its root element: `data-live` names the step whose whole picture
 * is on stage, with controls that answer; `data-fallback` says in a word why a still stands in, and a sentence says it to
 * the reader.
 */
export interface Whole {
	reflect(state: StageState): void;
	/** The controls of a step answer now. */
	answer(step: string): void;
	/** Resolves when a step's picture was first whole, or was first said not to be: the rest can be fetched now. */
	readonly first: Promise<void>;
}

export interface WholeOptions {
	/** Of the page: its sentence, and its link to the page itself. */
	notice: HTMLElement;
	words: Words;
	/** Tries again what could not be had. */
	again(): void;
	/** Says a text through the page's one live region. */
	announce(text: string): void;
}

export function createWhole({ notice, words, again, announce }: WholeOptions): Whole {
	const root = document.documentElement;
	const sentence = notice.querySelector('p') as HTMLElement;
	const answering = new Set<string>();
	let state: StageState = { live: null, lost: null };
	let said: Loss | null = null;
	const first = promised<void>();

	notice.querySelector('a')?.addEventListener('click', (event) => {
		event.preventDefault();
		again();
	});

	/** Steps without a control have nothing that must answer. */
	const answers = (step: string) =>
		answering.has(step) || !document.querySelector(`[data-step="${step}"] [data-control]`);

	function reflect(next: StageState): void {
		state = next;
		const { live, lost } = state;
		if (live && answers(live)) root.dataset.live = live;
		else delete root.dataset.live;
		if (lost) root.dataset.fallback = lost;
		else delete root.dataset.fallback;
		if (live || lost) first.keep();
		if (lost === said) return;
		said = lost;
		if (!lost) return;
		sentence.textContent = words[`lost.${lost}`];
		// What is only late comes by itself, most often before a sentence is read out.
		if (lost !== 'slow') announce(words[`lost.${lost}`]);
	}

	return {
		reflect,
		answer(step) {
			answering.add(step);
			reflect(state);
		},
		first: first.promise
	};
}
