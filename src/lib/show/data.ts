import type { Lang } from '../picture/context';
import type { ShowChapter } from './sequence';

/** What a page of the show tells its script. */
export interface ShowData {
	lang: Lang;
	/** The square that is drawn. */
	seed: number;
	/** From the page to its language's root. */
	up: string;
	labels: Record<string, string>;
	chapters: ShowChapter[];
}

/** Minutes a step takes that is read from its notes at 140 words a minute, with a breath to look; its questions apart. */
export const PER_STEP = 0.5;

/** What the page carries for its script. */
export const pageData = (): ShowData => JSON.parse(document.getElementById('show-data')!.textContent) as ShowData;
