import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fr from '../../content/ui.fr.json';
import en from '../../content/ui.en.json';
import type { Labels, Lang } from '../picture/context';
import { CHAPTERS } from '../scenes/index';
import { readStory, type Chapter } from './content';
import { readReference, type Reference } from './reference';
import { readLabels } from './labels';
import { machineStats } from './machines';

const root = process.cwd();
export const CONTENT = join(root, 'src/content');

export type Ui = typeof fr;
export const UI: Record<Lang, Ui> = { fr, en };

let reference: Reference | undefined;
export const getReference = (): Reference => (reference ??= readReference(CONTENT));

/** The numbers the recording gave; written by `npm run generate`. */
export function getStats(): Record<string, number> {
	const file = join(root, 'src/generated/stats.json');
	if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run generate"`);
	return { ...(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>), ...machineStats() };
}

/** Options of rendering for a page that lies `up` from its language's root. */
export const renderOptions = (lang: Lang, up: string) => ({
	lang,
	reference: getReference(),
	stats: getStats(),
	up,
	ui: UI[lang]
});

/** @param linked markers of sources lead to the page of sources: for pages without panels */
export const getStory = (lang: Lang, up: string, linked = false): Chapter[] =>
	readStory(CONTENT, { ...renderOptions(lang, up), linked });

export const getLabels = (lang: Lang) => readLabels(join(CONTENT, 'figures'), lang);

/** Those that the story's figures need: of the chapters, and what chapters have in common. */
export function storyLabels(lang: Lang): Labels {
	const all = getLabels(lang);
	return Object.fromEntries([...CHAPTERS, 'common', 'people'].flatMap((key) => (all[key] ? [[key, all[key]]] : [])));
}
