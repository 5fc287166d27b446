import type { Component } from 'svelte';
import type { Params } from '../story/frame';
import type { Recording } from '../recording/types';

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
export const CONTROLS_OF: Record<string, { chapter: string; component: Component<ControlProps> }> = {};
