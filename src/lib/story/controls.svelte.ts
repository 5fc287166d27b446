import { mount } from 'svelte';
import { CONTROLS_OF } from '../scenes/controls';
import { hearOutputs, type Announcer } from './announce';
import { fill, formatNumber, type Lang } from '../picture/context';
import type { Params } from '../picture/frame';
import { createParams } from './params.svelte';
import { pause } from './pause';

interface Options {
	lang: Lang;
	/** What says aloud what a control states. */
	announcer: Announcer;
	/** The labels of a chapter, as its scene has them. */
	labels: (chapter: string) => Promise<Record<string, string>>;
	/** A reader has set a value. */
	changed: (values: Params) => void;
}

/**
 * Puts the live controls in the places the text keeps for them, one at a time between other work. Returns what to call
 * with what a chapter's controls say of the recording (`reads` of its scene module).
 */
export async function mountControls({
	lang,
	announcer,
	labels,
	changed
}: Options): Promise<(chapter: string, values: Record<string, number>) => void> {
	const params = createParams();
	const reads = createReads();
	for (const slot of document.querySelectorAll<HTMLElement>('[data-control]')) {
		const name = slot.dataset.control as string;
		const { chapter, load } = CONTROLS_OF[name];
		const [component, words] = await Promise.all([load(), labels(chapter)]);
		await pause();
		slot.replaceChildren();
		mount(component, {
			target: slot,
			props: {
				get params() {
					return params.values;
				},
				get reads() {
					return reads.of(chapter);
				},
				set(key: string, value: number | string | boolean) {
					params.set(key, value);
					changed(params.values);
				},
				say(key: string, vars?: Record<string, string | number>) {
					if (words[key] === undefined) throw new Error(`No label "${key}" in content/figures/${chapter}.yaml`);
					return fill(lang, words[key], vars);
				},
				number: (value: number, digits?: number) => formatNumber(lang, value, digits),
				lang,
				step: Number(slot.dataset.stepNumber),
				control: name
			}
		});
		hearOutputs(slot, announcer);
	}
	return reads.set;
}

/** What each chapter's controls say of the recording. */
function createReads() {
	let values = $state.raw<Record<string, Record<string, number>>>({});
	return {
		of: (chapter: string) => values[chapter] ?? {},
		set(chapter: string, own: Record<string, number>) {
			values = { ...values, [chapter]: own };
		}
	};
}
