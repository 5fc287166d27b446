import type { EmbedData } from '../embed/data';
import { FIGURES, STORY } from '../embed/figures';
import type { Lang } from '../picture/context';
import { ADDRESS } from '../ui/share';
import type { Chapter, Step } from './content';
import { correctedOn, readCorrections } from './corrections';
import { dateIn } from './dates';
import { outlineOf } from './page';
import { getStats, getStory, UI, type Ui } from './site';

/** From a figure's page to its language's root. */
const UP = '../../';

/** A step as a figure's page has it. */
export interface EmbedStep {
	id: string;
	/** The chapter's title, on its first step in the story's own figure. */
	chapter: string;
	title: string;
	html: string;
	/** The control it has, if any. */
	control: string | null;
	/** Its number in its chapter. */
	number: number;
}

export interface EmbedPage {
	id: string;
	lang: Lang;
	ui: Ui;
	title: string;
	/** A sentence of what it shows. */
	takeaway: string;
	describe: string;
	/** Of the still it opens with, and the addresses of that. */
	alt: string;
	still: string;
	chapter: string;
	steps: EmbedStep[];
	opens: number;
	/** It is the whole story. */
	whole: boolean;
	/** To its place in the story. */
	read: string;
	date: string;
	/** Day of the last correction of one of its steps, or ''. */
	corrected: string;
	data: EmbedData;
}

/** All there are. */
export const EMBEDS: readonly string[] = [...FIGURES.map(({ id }) => id), STORY];

/** The story with its markers as links, which every figure's page is cut from. */
const stories: Partial<Record<Lang, Chapter[]>> = {};

/** Links lead out of the page the figure stands in. */
const outward = (html: string): string => html.replaceAll('<a ', '<a target="_blank" rel="noopener" ');

const htmlOf = (step: Step): string => outward(step.parts.map((part) => ('html' in part ? part.html : '')).join(''));

/** The step's first paragraph: quotations stay in the story, they are not ours to hand on. */
const opening = (step: Step): string =>
	/<p>[\s\S]*?<\/p>/.exec(htmlOf(step).replace(/<figure[\s\S]*?<\/figure>/g, ''))?.[0] ?? `<p>${step.alt}</p>`;

const controlOf = (step: Step): string | null => {
	const part = step.parts.find((p) => 'control' in p);
	return part && 'control' in part ? part.control : null;
};

/** A figure's page, or null where there is no such figure. Throws where the story has lost a step of it. */
export function embedPage(id: string, lang: Lang): EmbedPage | null {
	const figure = FIGURES.find((f) => f.id === id);
	const whole = id === STORY;
	if (!figure && !whole) return null;
	const ui = UI[lang];
	const story = (stories[lang] ??= getStory(lang, UP, true));
	const chapters: Chapter[] = figure ? story.filter((c) => c.id === figure.chapter) : story;
	const chosen = chapters.flatMap((chapter) =>
		(figure?.steps ?? chapter.steps.map((s) => s.name)).map((name) => {
			const step = chapter.steps.find((s) => s.name === name);
			if (!step) throw new Error(`Figure "${id}": chapter "${chapter.id}" has no step "${name}"`);
			return { chapter, step };
		})
	);
	const opens = figure ? figure.steps.indexOf(figure.opens) : 0;
	const first = chosen[opens];
	const main = figure?.id === figure?.chapter;
	const days = chosen.map(({ chapter, step }) => correctedOn('', { place: `${chapter.id}/${step.name}` }));
	const last = days.sort().at(-1);
	const lost = ['recording', 'labels', 'scene', 'canvas', 'worker', 'slow'] as const;
	return {
		id,
		lang,
		ui,
		title: whole ? ui.title : main ? first.chapter.title : first.step.title || first.chapter.title,
		takeaway: whole ? ui.subtitle : main ? first.chapter.takeaway : '',
		describe: whole ? '' : first.chapter.describe,
		alt: first.step.alt,
		still: whole ? 'place' : id,
		chapter: first.chapter.id,
		steps: chosen.map(({ chapter, step }, i) => ({
			id: step.id,
			chapter: whole && step === chapter.steps[0] && chapter.number > 0 ? chapter.title : '',
			// A title that stands over the figure need not stand under it too.
			title: chosen.length > 1 ? step.title : '',
			html: whole ? htmlOf(step) : opening(step),
			control: whole || i === opens ? controlOf(step) : null,
			number: Number(step.id.split('.')[1])
		})),
		opens,
		whole,
		read: `${ADDRESS ? `${ADDRESS}${lang}/` : UP}${whole ? '' : `#${first.step.id}`}`,
		date: readCorrections(lang)[0].date,
		corrected: dateIn(lang, last || undefined),
		data: {
			lang,
			seed: getStats().seed,
			outline: outlineOf(chapters),
			steps: chosen.map(({ step }) => ({ id: step.id, rest: step.rest })),
			opens,
			count: ui['embed.count'].replace('{all}', String(chosen.length)),
			lost: Object.fromEntries(lost.map((why) => [why, ui[`lost.${why}`]]))
		}
	};
}
