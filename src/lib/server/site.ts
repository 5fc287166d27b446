import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fr from '../../content/ui.fr.json';
import en from '../../content/ui.en.json';
import type { Lang } from '../picture/context';
import { readReference, readStory, type Chapter, type Reference } from './content';
import { readLabels } from './labels';

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
	return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
}

/** Options of rendering for a page that lies `up` from its language's root. */
export const renderOptions = (lang: Lang, up: string) => ({
	lang,
	reference: getReference(),
	stats: getStats(),
	up,
	ui: UI[lang]
});

export const getStory = (lang: Lang, up: string): Chapter[] => readStory(CONTENT, renderOptions(lang, up));

export const getLabels = (lang: Lang) => readLabels(join(CONTENT, 'figures'), lang);
