import type { ChapterOutline } from '../story/timeline';

/** What a figure's page tells its script. */
export interface EmbedData {
	lang: 'fr' | 'en';
	seed: number;
	/** The chapters its steps are of. */
	outline: ChapterOutline[];
	/** Its steps, `chapter.N`, in order; and where each is at rest. */
	steps: { id: string; rest: number }[];
	/** Which it opens on. */
	opens: number;
	/** "Step {n} of {all}", for the slider and for what is said of it. */
	count: string;
	/** Sentences for what cannot be had, by what. */
	lost: Record<string, string>;
}
