import { createHash } from 'node:crypto';
import { fileAt, wayTo } from '../offline/site';

/** A page that runs under `script-src 'self'; style-src 'self'`, and the files that hold what stood in it. */
export interface StrictPage {
	html: string;
	files: Map<string, string>;
}

/** Where style sheets are that pages had in them. */
const SHEETS = '_app/immutable/assets';
const bare = (css: string): string => css.replace(/url\([^)]*\)/g, '').replace(/[\s;]/g, '');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** A style sheet's addresses, from a page, as they are from the folder of style sheets. */
const moved = (css: string, page: string): string =>
	css.replace(/url\((["']?)([^"')]+)\1\)/g, (whole, quote: string, address: string) =>
		/^(?:data:|https?:|#)/.test(address) ? whole : `url(${quote}${wayTo(`${SHEETS}/x`, fileAt(page, address))}${quote})`
	);

/**
 * SvelteKit puts small style sheets into the page and names their files in links that are switched off. Here the links are
 * switched on, in the place and order the sheets had. Throws where the files hold anything else than the page did.
 */
function switchOn(page: string, html: string, read: (path: string) => string): string {
	const links = [...html.matchAll(/<link href="([^"]+)" rel="stylesheet" disabled media="\(max-width: 0\)">\s*/g)];
	if (!links.length) return html;
	const files = bare(links.map(([, href]) => read(fileAt(page, href))).join(''));
	const sheet = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].find(([, css]) => bare(css) === files);
	if (!sheet) throw new Error(`${page}: its style sheets are not those of the files it names`);
	const on = links.map(([, href]) => `<link href="${href}" rel="stylesheet">`).join('');
	for (const [link] of links) html = html.replace(link, '');
	return html.replace(sheet[0], () => on);
}

/** What runs nothing and styles nothing: data, and scripts that are files already. */
const isData = (tag: string): boolean => /\ssrc=|\stype="application\/(?:ld\+)?json"/.test(tag);

/**
 * Lifts out of a page what a strict policy refuses: style sheets become files of their own and keep their place and order.
 * `read` gives files of the site. Throws on what cannot be lifted.
 */
export function lift(page: string, source: string, read: (path: string) => string): StrictPage {
	const files = new Map<string, string>();
	const link = (css: string): string => {
		const path = `${SHEETS}/lifted.${hash(css)}.css`;
		files.set(path, css);
		return `<link rel="stylesheet" href="${wayTo(page, path)}">`;
	};
	const html = switchOn(page, source, read).replace(/<style>([\s\S]*?)<\/style>/g, (_, css: string) =>
		link(moved(css, page))
	);
	for (const [script, tag] of html.matchAll(/<script\b([^>]*)>[\s\S]*?<\/script>/g))
		if (!isData(tag)) throw new Error(`${page}: ${script.slice(0, 80)} is refused by a strict policy`);
	const left = /<style|<[a-z][^>]*\s(?:style|on[a-z]+)="/.exec(html.replace(/<script[\s\S]*?<\/script>/g, ''));
	if (left) throw new Error(`${page}: ${html.slice(left.index, left.index + 80)} is refused by a strict policy`);
	return { html, files };
}
