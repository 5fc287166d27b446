import type { Labels } from '../picture/context';

/** What pages opened from a disk carry in scripts, since nothing can be fetched there: scripts/offline writes it. */
export interface Carried {
	/** Those of all chapters, in the page's language. */
	labels: Labels;
	/** Panels of sources, in the page's language. */
	panels: Record<string, string>;
	/** The recording's files as base64. */
	recording: string;
	pictures: string;
	/** Files that are read when they are asked for, as base64, by name: each in a script of its own. */
	files?: Record<string, string>;
}

/** Everything the page carries. Throws, and says what to do, where a script of the folder did not come with the page. */
export function carried(): Carried {
	const all = (globalThis as { vsaCarried?: Carried }).vsaCarried;
	if (!all?.recording || !all.labels)
		throw new Error('The page carries no recording: it was taken out of its folder, or the folder is not whole.');
	return all;
}
