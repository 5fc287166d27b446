import { mount } from 'svelte';
import { CONTROLS_OF } from '../scenes/controls';
import { fill, formatNumber, type Lang } from '../picture/context';
import type { Params } from '../picture/frame';
import type { Announcer } from './announce';
import { pause } from './pause';

export interface ControlsOptions {
	lang: Lang;
	/** What says aloud what a control states. */
	announcer: Announcer;
	/** The labels of a chapter, as its scene has them. */
	labels: (chapter: string) => Promise<Record<string, string>>;
	/** A reader has set a value: all values set so far. */
	changed: (values: Params) => void;
}

export interface Controls {
	/**
	 * Puts the live control in the place (`[data-control]`) the text keeps for it, when the page has a moment. Until then
	 * the sentence for readers without scripts stands there. Harmless for a place that has its control; rejects when the
	 * control cannot be had, and may be tried again.
	 */
	mount(slot: HTMLElement): Promise<void>;
	/** What a chapter's controls say of the recording (`reads` of its scene module) with the values `asked`. */
	reads(chapter: string, values: Record<string, number>, asked: Params): void;
}

interface Answer {
	reads: Record<string, number>;
	asked: Params;
}

/** The story's live controls, over one set of values. Scenes give the defaults. */
export function createControls({ lang, announcer, labels, changed }: ControlsOptions): Controls {
	let params = $state.raw<Params>({});
	let answers = $state.raw<Record<string, Answer>>({});
	const mounted = new WeakMap<HTMLElement, Promise<void>>();

	async function bring(slot: HTMLElement): Promise<void> {
		const name = slot.dataset.control as string;
		const { chapter, load } = CONTROLS_OF[name];
		const [component, words] = await Promise.all([load(), labels(chapter)]);
		await pause();
		const before = [...slot.childNodes];
		mount(component, {
			target: slot,
			props: {
				get params() {
					return params;
				},
				get reads() {
					return answers[chapter]?.reads ?? null;
				},
				get asked() {
					return answers[chapter]?.asked ?? params;
				},
				set(key: string, value: number | string | boolean) {
					params = { ...params, [key]: value };
					changed(params);
				},
				say(key: string, vars?: Record<string, string | number>) {
					if (words[key] === undefined) throw new Error(`No label "${key}" in content/figures/${chapter}.yaml`);
					return fill(lang, words[key], vars);
				},
				number: (value: number, digits?: number) => formatNumber(lang, value, digits),
				announce: (text: string) => announcer.say(text),
				lang,
				step: Number(slot.dataset.stepNumber),
				control: name
			}
		});
		for (const node of before) node.remove();
	}

	return {
		mount(slot) {
			let known = mounted.get(slot);
			if (!known) {
				known = bring(slot);
				mounted.set(slot, known);
				known.catch(() => mounted.delete(slot));
			}
			return known;
		},
		reads(chapter, reads, asked) {
			answers = { ...answers, [chapter]: { reads, asked } };
		}
	};
}
