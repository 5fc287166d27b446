import { cues, even, type At } from '../cues';

/** From a window to those who stay, one after the other; back to the window, and up to the mast. */
export const CUES = cues({
	/** The story's first twenty seconds or so pass in this chapter. */
	clock: even('square', 'nour', 'others', 'more', 'window-again', 'up-the-mast'),
	near: ['nour', 0, 0.45],
	nour: ['nour', 0.3, 0.45],
	others: even('others'),
	more: even('more'),
	back: ['window-again', 0, 0.55],
	friends: { goes: ['window-again', 0, 0.12] },
	climb: even('up-the-mast'),
	finder: ['up-the-mast', 0.84, 0.95]
});

export type Read = At<keyof typeof CUES.declared>;
