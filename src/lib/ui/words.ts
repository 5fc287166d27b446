import type { Ui } from '../server/site';

/** What the parts of the story page that scripts bring to life have to say: all that the page sends of the interface. */
const KEYS = [
	'chapters',
	'chapterNow',
	'readingTime',
	'minutes',
	'previous',
	'next',
	'describeNow',
	'otherLanguage',
	'otherLanguageShort',
	'animations',
	'flat',
	'shortPath',
	'shortPath.length',
	'shortPath.on',
	'close',
	'lost.recording',
	'lost.labels',
	'lost.scene',
	'lost.canvas',
	'lost.worker',
	'lost.slow'
] as const satisfies (keyof Ui)[];

export type Words = Pick<Ui, (typeof KEYS)[number]>;

export const pickWords = (ui: Ui): Words => Object.fromEntries(KEYS.map((key) => [key, ui[key]])) as Words;
