import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../src/lib/picture/context';
import type { EmbedPage } from '../../src/lib/server/embed';
import { ended } from '../../src/lib/server/caption';
import { UI } from '../../src/lib/server/site';
import { typeset } from '../../src/lib/server/typography';
import { plainOf, type PackWords } from './captions';

/** The site's public address, '' where none was given: then none is printed. */
export const ADDRESS = process.env.PUBLIC_ADDRESS?.replace(/\/*$/, '/') ?? '';

export const creditOf = (page: EmbedPage): string => {
	const at = ADDRESS ? ` ${ADDRESS}${page.lang}/#${page.steps[page.opens].id}` : '';
	return `${page.ui['embed.credit']}.${at}`;
};

/** What goes with a picture or a film in a paper or a post: its title, its sentence, whose it is. */
export const captionText = (page: EmbedPage, caption: string): string =>
	`${page.title}\n${ended(caption)} ${creditOf(page)}`;

/** Everything a picture's text needs to be heard: short, long, and of each step of its film. */
export function altText(page: EmbedPage, alts: readonly string[], { words }: PackWords): string {
	const word = (key: string) => words[key][page.lang];
	return [
		page.title,
		`${word('alt.short')}\n${page.alt}`,
		`${word('alt.long')}\n${plainOf(page.describe)}`,
		`${word('alt.steps')}\n${alts.map((alt, i) => `${i + 1}. ${alt}`).join('\n')}`,
		''
	].join('\n\n');
}

export const licenceText = (lang: Lang, { words }: PackWords): string => `${words.licence[lang]}\n`;

/** The terms of the republish page as plain text: what stands behind its line. */
export function termsText(root: string, lang: Lang): string {
	const page = readFileSync(join(root, `src/content/pages/${lang}/republish.md`), 'utf8');
	const terms = page.slice(page.indexOf('\n---\n') + 5);
	const site = ADDRESS ? `${ADDRESS}${lang}/` : '';
	return typeset(
		terms
			.replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, words: string, href: string) =>
				/^lang:/.test(href)
					? words
					: /^https?:/.test(href)
						? `${words} (${href})`
						: site
							? `${words} (${site}${href})`
							: words
			)
			.replace(/\*\*?([^*]+)\*\*?/g, '$1')
			.replace(/^## /gm, ''),
		lang
	);
}

/** What a folder holds, in its language. `films` is a sentence for what there is of them, or for what there is not. */
export function readMe(
	page: EmbedPage,
	name: string,
	painted: boolean,
	films: string[],
	tables: boolean,
	{ words }: PackWords
): string {
	const word = (key: string) => words[key][page.lang];
	const colon = page.lang === 'fr' ? '\u00a0: ' : ': ';
	const lines = [
		[`${name}-640.png, -1280, -1920, -3840`, word('readme.pictures')],
		[`${name}.svg`, word(painted ? 'svg.painted' : 'svg.marks')],
		[`${name}.pdf`, word('readme.pdf')],
		[`social/`, word('readme.social')],
		[
			`film/`,
			[...films, word('readme.captions')].join(' ; ').replaceAll(' ; ', page.lang === 'fr' ? '\u202f; ' : '; ')
		],
		['data/', tables ? word('readme.data') : word('none.data')],
		['caption.txt', word('readme.caption')],
		['alt.fr.txt, alt.en.txt, credit.txt, licence.txt, terms.txt', word('readme.texts')]
	];
	return [
		`${UI[page.lang].title}. ${page.title}`,
		word('modified').replace('{date}', page.date),
		creditOf(page),
		lines.map(([what, says]) => `${what}${colon}${says}`).join('\n'),
		word('readme.fonts'),
		''
	].join('\n\n');
}

/** What the article's folder holds, and what is to be done with it in an editing system. */
export function articleReadMe(lang: Lang, date: string, { words }: PackWords): string {
	const colon = lang === 'fr' ? '\u00a0: ' : ': ';
	const lines = [
		['article.html, article.md', 'readme.article'],
		['summary-150, summary-600', 'readme.summaries'],
		['headline.txt', 'readme.headline'],
		['pictures/, captions.txt', 'readme.stills'],
		['licence.txt, terms.txt', 'readme.terms']
	].map(([what, says]) => `${what}${colon}${words[says][lang]}`);
	return [
		UI[lang].title,
		words.modified[lang].replace('{date}', date),
		lines.join('\n'),
		words['readme.paste'][lang],
		words['article.note'][lang],
		''
	].join('\n\n');
}
