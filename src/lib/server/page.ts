import type { Lang } from '../picture/context';
import { createTimeline, type ChapterOutline, type Timeline } from '../story/timeline';
import type { Chapter } from './content';
import { entry, panel } from './entries';
import { getReference, getStory, UI, type Ui } from './site';
import { printTables, type PrintedTable } from './tables';

export interface StoryPage {
	lang: Lang;
	ui: Ui;
	up: string;
	flat: boolean;
	chapters: Chapter[];
	/** The data of the pictures, by chapter. */
	tables: Map<string, PrintedTable[]>;
	outline: ChapterOutline[];
	timeline: Timeline;
	/** Minutes the whole takes to read. */
	minutes: number;
	/** Panels of the sources the story cites, HTML by id. */
	panels: Record<string, string>;
}

const outlineOf = (chapters: Chapter[]): ChapterOutline[] =>
	chapters.map((c) => ({
		id: c.id,
		title: c.title,
		short: c.short,
		path5: c.path5,
		words: c.words,
		steps: c.steps.map((s) => s.name)
	}));

/** Everything the text of the story is made of. `up` leads from the page to the language's root. */
export function storyPage(lang: Lang, up: string, flat: boolean): StoryPage {
	const chapters = getStory(lang, up);
	const reference = getReference();
	const outline = outlineOf(chapters);
	const timeline = createTimeline(outline);
	const cited = [...new Set(chapters.flatMap((c) => c.steps.flatMap((s) => s.facts)))].sort();
	return {
		lang,
		ui: UI[lang],
		up,
		flat,
		chapters,
		tables: printTables(lang, !flat),
		outline,
		timeline,
		minutes: timeline.minutes,
		panels: Object.fromEntries(cited.map((id) => [id, panel(entry(reference, id, lang), lang, up)]))
	};
}
