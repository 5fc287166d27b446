import type { Labels } from './context';

/** Chapters that call the people of the square by name, or say why they are there. */
const NAMED = ['place', 'vision', 'maraudage', 'attroupement'];

/** The labels a chapter's scene and controls may ask for, and no others. */
export const labelsOf = (labels: Labels, chapter: string): Record<string, string> => ({
	...(NAMED.includes(chapter) ? labels.people : {}),
	...labels.common,
	...labels[chapter]
});
