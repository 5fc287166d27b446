import type { Component } from 'svelte';
import type { Params } from '../picture/frame';

/** What every control of the story is given. */
export interface ControlProps {
	params: Params;
	set: (name: string, value: number | string | boolean) => void;
	say: (key: string, vars?: Record<string, string | number>) => string;
	number: (value: number, digits?: number) => string;
	lang: 'fr' | 'en';
	/** Says aloud what the control states: for Output.svelte. */
	announce: (text: string) => void;
	/** What the recording says, `reads` of the chapter's scene module; null while there is no recording. */
	reads: Record<string, number> | null;
	/** The values it says that of: those set last, or, until it has answered, those set before. */
	asked: Params;
	step: number;
	control: string;
}

type Load = () => Promise<Component<ControlProps>>;
const guess: Load = async () => (await import('./Guess.svelte')).default;
const questions: Load = async () => (await import('./questions/Controls.svelte')).default;

/** Controls by name in the text, with the chapter whose labels they use. */
export const CONTROLS_OF: Record<string, { chapter: string; load: Load }> = {
	attention: { chapter: 'centre', load: async () => (await import('./centre/Controls.svelte')).default },
	sureness: { chapter: 'vision', load: async () => (await import('./vision/Controls.svelte')).default },
	threshold: { chapter: 'maraudage', load: async () => (await import('./maraudage/Controls.svelte')).default },
	flagged: { chapter: 'maraudage', load: guess },
	useful: { chapter: 'alerte', load: guess },
	circles: { chapter: 'resultat', load: guess },
	crowd: { chapter: 'attroupement', load: async () => (await import('./attroupement/Controls.svelte')).default },
	uses: { chapter: 'regles', load: async () => (await import('./regles/Controls.svelte')).default },
	alerts: { chapter: 'alerte', load: async () => (await import('./alerte/Controls.svelte')).default },
	town: { chapter: 'questions', load: questions },
	checklist: { chapter: 'questions', load: questions }
};
