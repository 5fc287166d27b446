import type { Params } from '../picture/frame';
import type { Controls, ControlsOptions } from './controls.svelte';

/** The story's controls, which come, with Svelte, when the first is needed. */
export interface Answers {
	/** Brings the controls of a step to life. Resolves when they answer; rejects when they cannot be had. */
	mount(step: string): Promise<void>;
	/** What a chapter's controls say of the recording with the values `asked`: kept for controls that come later. */
	reads(chapter: string, values: Record<string, number>, asked: Params): void;
}

export function createAnswers(options: ControlsOptions): Answers {
	const said = new Map<string, [Record<string, number>, Params]>();
	let controls: Promise<Controls> | null = null;

	const load = (): Promise<Controls> =>
		(controls ??= import('./controls.svelte').then(
			({ createControls }) => {
				const made = createControls(options);
				for (const [chapter, [values, asked]] of said) made.reads(chapter, values, asked);
				return made;
			},
			(error: unknown) => {
				controls = null;
				throw error;
			}
		));

	return {
		async mount(step) {
			const slots = document.querySelectorAll<HTMLElement>(`[data-step="${step}"] [data-control]`);
			if (slots.length) await Promise.all([...slots].map(async (slot) => (await load()).mount(slot)));
		},
		reads(chapter, values, asked) {
			said.set(chapter, [values, asked]);
			void controls?.then((made) => made.reads(chapter, values, asked));
		}
	};
}
