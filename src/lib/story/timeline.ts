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

/** How long something takes to read: its words are counted when the site is built. */
export interface Length {
	words: number;
	minutes: number;
}

export type TimedChapter = ChapterOutline & { first: number; minutes: number };

/** All steps of the story in order. */
export interface Timeline extends Length {
	/** `chapter.N` of every step. */
	ids: string[];
	chapters: TimedChapter[];
	/** The short path: the chapters it leads through, and its length. */
	path: Length & { chapters: TimedChapter[] };
	/** The chapter a step index is in. */
	chapterAt(index: number): TimedChapter;
	/** Index of `chapter.N` (of its last step where it has fewer by now), of `chapter` (its first step), or -1. */
	indexOf(id: string): number;
	/** The step `by` from a step, of the whole or along the short path; null where there is none. */
	beside(index: number, by: -1 | 1, short: boolean): number | null;
}

const lengthOf = (chapters: ChapterOutline[]): Length => {
	const words = chapters.reduce((n, c) => n + c.words, 0);
	return { words, minutes: minutes(words) };
};

export function createTimeline(outline: ChapterOutline[]): Timeline {
	const ids: string[] = [];
	const chapters = outline.map((c) => {
		const first = ids.length;
		for (let n = 1; n <= c.steps.length; n++) ids.push(`${c.id}.${n}`);
		return { ...c, first, minutes: minutes(c.words) };
	});
	const onPath = chapters.filter((c) => c.path5);
	const chapterAt = (index: number) => chapters.findLast((c) => c.first <= index) ?? chapters[0];
	return {
		ids,
		chapters,
		...lengthOf(chapters),
		path: { chapters: onPath, ...lengthOf(onPath) },
		chapterAt,
		indexOf(id) {
			const at = ids.indexOf(id);
			if (at >= 0) return at;
			const [name, n] = id.split('.');
			const chapter = chapters.find((c) => c.id === name);
			if (chapter && n === undefined) return chapter.first;
			// A link made when the chapter had more steps.
			return chapter && Number(n) > chapter.steps.length ? chapter.first + chapter.steps.length - 1 : -1;
		},
		beside(index, by, short) {
			let to = index + by;
			while (short && to in ids && !chapterAt(to).path5) to += by;
			return to in ids ? to : null;
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
