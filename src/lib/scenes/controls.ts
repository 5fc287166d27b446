import type { Component } from 'svelte';
import type { Params } from '../story/frame';
import type { Recording } from '../recording/types';
import Alerte from './alerte/Controls.svelte';
import Attroupement from './attroupement/Controls.svelte';
import Centre from './centre/Controls.svelte';
import Maraudage from './maraudage/Controls.svelte';
import Questions from './questions/Controls.svelte';

/** What every control of the story is given. */
export interface ControlProps {
	params: Params;
	set: (name: string, value: number | string | boolean) => void;
	say: (key: string, vars?: Record<string, string | number>) => string;
	number: (value: number, digits?: number) => string;
	lang: 'fr' | 'en';
	recording: Recording;
	step: number;
	control: string;
}

/** Controls by name in the text, with the chapter whose labels they use. */
export const CONTROLS_OF: Record<string, { chapter: string; component: Component<ControlProps> }> = {
	attention: { chapter: 'centre', component: Centre },
	threshold: { chapter: 'maraudage', component: Maraudage },
	crowd: { chapter: 'attroupement', component: Attroupement },
	alerts: { chapter: 'alerte', component: Alerte },
	town: { chapter: 'questions', component: Questions },
	checklist: { chapter: 'questions', component: Questions }
};
