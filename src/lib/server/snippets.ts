import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ADDRESS, cardOf } from '../ui/share';
import { captioned } from './caption';
import { escape } from './markdown';
import type { EmbedPage } from './embed';
import heights from './heights.json';

/** What stands for the site's address in code that is to be copied, where the build was told none. */
const NOWHERE = { fr: 'https://ADRESSE-DU-SITE/', en: 'https://SITE-ADDRESS/' } as const;
/** The same for a page that offers such code; '' where nothing is left to be put in. */
export const blankOf = (lang: EmbedPage['lang']): string => (ADDRESS ? '' : NOWHERE[lang]);
const fromOf = ({ lang }: Pick<EmbedPage, 'lang'>): string => ADDRESS || NOWHERE[lang];

/** Widths that a page of others may give a figure, and the height it has at each: measured by `npm run heights`. */
export const WIDTHS = [320, 480, 640, 960] as const;
export type Width = (typeof WIDTHS)[number];

const known = heights as unknown as Record<string, Record<string, number>>;
/** How high a figure is at a width. */
export const heightOf = ({ id, lang }: Pick<EmbedPage, 'id' | 'lang'>, width: Width): number =>
	known[`${lang}/${id}`]?.[width] ?? Math.round(width * 0.625 + 320);

/** What a browser checks embed.js against before it runs it. */
export const integrity = (): string =>
	`sha384-${createHash('sha384').update(readFileSync('static/embed.js')).digest('base64')}`;

const pageOf = (page: EmbedPage): string => `${fromOf(page)}${page.lang}/embed/${page.id}/`;

/** A frame, for systems that take no script. The sandbox is all it needs. */
export const frameCode = (page: EmbedPage, width: Width = 640): string =>
	`<iframe src="${pageOf(page)}" title="${escape(page.title)}" width="100%" height="${heightOf(page, width)}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-same-origin allow-popups" allowfullscreen></iframe>`;

/** The frame and the script that gives it its height. */
export const scriptCode = (page: EmbedPage, width?: Width): string =>
	`${frameCode(page, width)}\n<script src="${fromOf(page)}embed.js" async integrity="${integrity()}" crossorigin="anonymous"></script>`;

/** A picture with its link and its credit, for systems that take neither. It is a JPEG: many take no AVIF. */
export function pictureCode(page: EmbedPage): string {
	const { lang, still } = page;
	const from = fromOf(page);
	const picture = page.whole ? cardOf(lang, 'story', '', from) : `${from}figures/${lang}/${still}.jpg`;
	// As wide as most columns: where a page has no rule for pictures, a wider one would stand out of it.
	const size = page.whole ? 'width="640" height="336"' : 'width="640" height="400"';
	return `<figure><a href="${from}${lang}/${page.whole ? '' : `#${page.steps[page.opens].id}`}"><img src="${picture}" alt="${escape(page.alt)}" ${size}></a><figcaption>${escape(captioned(page))}</figcaption></figure>`;
}

/** Code for copying: where the site's address is missing, its first line says so, wherever it is pasted. */
export const forCopying = (page: EmbedPage, code: string): string =>
	ADDRESS ? code : `<!-- ${page.ui['republish.blank.line']} -->\n${code}`;

/** oEmbed's answer (oembed.com, 1.0), type rich. */
export const oembed = (page: EmbedPage): object => ({
	version: '1.0',
	type: 'rich',
	title: page.title,
	provider_name: page.ui.title,
	provider_url: `${fromOf(page)}${page.lang}/`,
	html: frameCode(page),
	width: 640,
	height: heightOf(page, 640),
	thumbnail_url: cardOf(page.lang, page.whole ? 'story' : page.chapter, '', fromOf(page)),
	thumbnail_width: 1200,
	thumbnail_height: 630
});
