import type { Lang } from '../picture/context';
import { createTimeline, type ChapterOutline, type Timeline } from '../story/timeline';
import type { Chapter, Step } from './content';
import { correctedOn, type Logged } from './corrections';
import { escape } from './markdown';
import { panelsOf } from './panels';
import { getStory, UI, type Ui } from './site';
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
	/** Panels of the sources and terms of the text, HTML by id. */
	panels: Record<string, string>;
}

/** What navigation needs of chapters. */
export const outlineOf = (chapters: Chapter[]): ChapterOutline[] =>
	chapters.map((c) => ({
		id: c.id,
		title: c.title,
		short: c.short,
		path5: c.path5,
		words: c.words,
		steps: c.steps.map((s) => s.name)
	}));

/** Chapters with a mark under each step that was corrected: where none was, the page pays nothing for it. */
export function markCorrected(chapters: Chapter[], lang: Lang, up: string, log?: Logged[]): Chapter[] {
	const marked = (chapter: Chapter, step: Step): Step => {
		const day = correctedOn(lang, { place: `${chapter.id}/${step.name}` }, log);
		if (!day) return step;
		const words = escape(UI[lang]['corrections.on'].replace('{date}', day));
		const html = `<p class="panel-head"><a href="${up}facts/#corrections">${words}</a></p>`;
		return { ...step, parts: [...step.parts, { html }] };
	};
	return chapters.map((c) => ({ ...c, steps: c.steps.map((s) => marked(c, s)) }));
}

/** Everything the text of the story is made of. `up` leads from the page to the language's root. */
export function storyPage(lang: Lang, up: string, flat: boolean): StoryPage {
	const chapters = markCorrected(getStory(lang, up), lang, up);
	const outline = outlineOf(chapters);
	const timeline = createTimeline(outline);
	return {
		lang,
		ui: UI[lang],
		up,
		flat,
		chapters,
		tables: printTables(lang, !flat),
		outline,
		timeline,
		panels: panelsOf(chapters.flatMap((c) => c.steps.map((s) => s.html)).join(''), lang, up)
	};
}
