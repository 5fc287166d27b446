import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lang } from '../../src/lib/picture/context';
import type { EmbedPage } from '../../src/lib/server/embed';
import { interpolatePlain } from '../../src/lib/server/markdown';
import { getStats } from '../../src/lib/server/site';
import { typeset } from '../../src/lib/server/typography';

/** What is shown under a film for a while: seconds from its beginning. */
export interface Cue {
	from: number;
	to: number;
	text: string;
}

/** Words of packs, and captions of steps whose first sentences do not stand alone: content/packs.yaml. */
export interface PackWords {
	words: Record<string, Record<Lang, string>>;
	captions: Record<string, Record<Lang, string>>;
}
export const readWords = (root: string): PackWords =>
	parse(readFileSync(`${root}/src/content/packs.yaml`, 'utf8')) as PackWords;

const LONGEST = 150;
/** Characters a second that captions are read at, and the least a step takes. */
const PACE = 15;
const LEAST = 4.5;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader reads of a piece of HTML, without the marks of its sources. */
export const plainOf = (html: string): string =>
	html
		.replace(/<(a|button)\b[^>]*class="src"[\s\S]*?<\/\1>/g, '')
		.replace(/<[^>]+>/g, '')
		.replace(/&([\w#]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
		.replace(/[ \n]+/g, ' ')
		.trim();

/** The first sentences of a text that are no longer than a caption, and the first in any case. */
export function firstSentences(text: string): string {
	const sentences = text.split(/(?<=[.!?…](?:[\u202f ]?[»”])?) (?=[\p{Lu}«“\d])/u);
	let said = sentences[0];
	for (const next of sentences.slice(1)) {
		if (said.length + 1 + next.length > LONGEST) break;
		said += ` ${next}`;
	}
	return said;
}

/** A caption a step: its own, or how its text begins. */
export const captionsOf = (page: EmbedPage, names: readonly string[], { captions }: PackWords): string[] =>
	page.steps.map((step, i) => {
		const own = captions[`${page.chapter}/${names[i]}`]?.[page.lang];
		const given = { lang: page.lang, file: 'content/packs.yaml', stats: getStats() };
		return own ? typeset(interpolatePlain(own, given, step.id), page.lang) : firstSentences(plainOf(step.html));
	});

/** What is said under a figure's picture, wherever that is shared. */
export const captionOf = (page: EmbedPage, names: readonly string[], words: PackWords): string =>
	page.takeaway || captionsOf(page, names, words)[page.opens];

/** When each caption comes and goes: as long as it takes to read. */
export function cuesOf(captions: readonly string[]): Cue[] {
	let at = 0;
	return captions.map((text) => {
		const from = at;
		at = +(at + Math.max(LEAST, Math.round((text.length / PACE + 1.2) * 5) / 5)).toFixed(1);
		return { from, to: at, text };
	});
}

const stamp = (seconds: number, point: '.' | ','): string =>
	new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23).replace('.', point);

/** WebVTT (w3.org/TR/webvtt1). */
export const vttOf = (cues: readonly Cue[], lang: Lang): string =>
	`WEBVTT\nLanguage: ${lang}\n\n${cues.map((c, i) => `${i + 1}\n${stamp(c.from, '.')} --> ${stamp(c.to, '.')}\n${c.text.replaceAll('-->', '→')}\n`).join('\n')}`;

/** SubRip, as most programs that cut films read it. */
export const srtOf = (cues: readonly Cue[]): string =>
	cues.map((c, i) => `${i + 1}\r\n${stamp(c.from, ',')} --> ${stamp(c.to, ',')}\r\n${c.text}\r\n`).join('\r\n');
