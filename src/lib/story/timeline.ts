/** What navigation needs of a chapter. */
export interface ChapterOutline {
	id: string;
	title: string;
	short: string;
	path5: boolean;
	words: number;
	/** Names of the steps. */
	steps: string[];
}

/** Words a minute of attentive reading on a screen: our convention, used for every reading time on the site. */
const PACE = 220;

export const minutes = (words: number): number => Math.max(1, Math.round(words / PACE));

/** All steps of the story in order. */
export interface Timeline {
	/** `chapter.N` of every step. */
	ids: string[];
	chapters: (ChapterOutline & { first: number; minutes: number })[];
	minutes: number;
	/** The chapter a step index is in. */
	chapterAt(index: number): ChapterOutline & { first: number; minutes: number };
	/** Index of `chapter.N`, of `chapter` (its first step), or -1. */
	indexOf(id: string): number;
}

export function createTimeline(outline: ChapterOutline[]): Timeline {
	const ids: string[] = [];
	const chapters = outline.map((c) => {
		const first = ids.length;
		for (let n = 1; n <= c.steps.length; n++) ids.push(`${c.id}.${n}`);
		return { ...c, first, minutes: minutes(c.words) };
	});
	return {
		ids,
		chapters,
		minutes: minutes(outline.reduce((n, c) => n + c.words, 0)),
		chapterAt(index) {
			let found = chapters[0];
			for (const c of chapters) if (c.first <= index) found = c;
			return found;
		},
		indexOf(id) {
			const at = ids.indexOf(id);
			return at >= 0 ? at : (chapters.find((c) => c.id === id)?.first ?? -1);
		}
	};
}

/** The step id a location's hash names, without '#'; '' when there is none. */
export const stepOfHash = (hash: string): string => {
	try {
		return decodeURIComponent(hash.replace(/^#/, ''));
	} catch {
		return '';
	}
};
