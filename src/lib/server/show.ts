import { join } from 'node:path';
import type { Lang } from '../picture/context';
import type { ShowData } from '../show/data';
import { readNotes, type Note } from './notes';
import { CONTENT, getLabels, getStats, getStory, UI } from './site';
import { typeset } from './typography';

/** A step's notes as its page prints them. */
export interface PrintedNote extends Note {
	id: string;
	title: string;
	alt: string;
}

export interface ShowPage {
	data: ShowData;
	chapters: { id: string; number: number; title: string; notes: PrintedNote[] }[];
	say: Record<string, string>;
}

/** What the pages of the show are made of. `up` leads from the page to its language's root. */
export function showPage(lang: Lang, up: string): ShowPage {
	const stats = getStats();
	const say = Object.fromEntries(Object.entries(getLabels(lang).show).map(([key, text]) => [key, typeset(text, lang)]));
	for (const [key, text] of Object.entries(UI[lang])) if (key.startsWith('lost.')) say[key] = text;
	const chapters = getStory(lang, up).map((chapter) => ({
		id: chapter.id,
		number: chapter.number,
		title: chapter.title,
		short: chapter.short,
		steps: chapter.steps,
		notes: readNotes(join(CONTENT, 'notes'), chapter, lang, stats).map((note, i): PrintedNote => ({
			...note,
			id: chapter.steps[i].id,
			title: chapter.steps[i].title || chapter.title,
			alt: chapter.steps[i].alt
		}))
	}));
	return {
		say,
		data: {
			lang,
			seed: stats.seed,
			up,
			labels: say,
			chapters: chapters.map(({ id, number, title, short, steps, notes }) => ({
				id,
				number,
				title,
				short,
				steps: steps.map(({ name, rest }, i) => ({
					name,
					rest: notes[i].stands ?? rest,
					title: notes[i].title,
					line: notes[i].line,
					alt: notes[i].alt,
					ask: notes[i].prompts.map(({ ask }) => ask),
					plays: notes[i].plays
				}))
			}))
		},
		chapters: chapters.map(({ id, number, title, notes }) => ({ id, number, title, notes }))
	};
}
