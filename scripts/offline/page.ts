import { fileOf, localPath, singleOf } from '../../src/lib/offline/links';
import { fileAt, type Site } from './site';

/** The script that runs a page: its name, and its file in src/lib. */
export interface Runs {
	name: string;
	source: string;
}

export interface Page {
	/** From the site's root. */
	path: string;
	/** Its HTML without any script that runs, letters, and hints of what to fetch. */
	html: string;
	/** What runs it; null for a page that is only read. */
	runs: Runs | null;
}

const SCRIPT = /[ \t]*<script\b([^>]*)>([\s\S]*?)<\/script>\n?/g;
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** What a script of a page is to the page, which is without it then; null for data, which stay. */
function runsBy(site: Site, path: string, tag: string, code: string): Runs | null {
	const type = attribute(tag, 'type');
	if (type === 'application/json' || type === 'application/ld+json') return null;
	const address = attribute(tag, 'data-entry') ?? attribute(tag, 'src');
	const source = address && site.entryOf(fileAt(path, address));
	if (!source) throw new Error(`${path}: nothing is known of its script ${address ?? code.slice(0, 60)}`);
	return { name: source.split('/').at(-2) as string, source };
}

/**
 * Takes a page of the site apart. Throws where the page runs something nobody has said how to run from a disk.
 */
export function readPage(site: Site, path: string): Page {
	let runs: Runs | null = null;
	let html = site.text(path).replace(SCRIPT, (whole, tag: string, code: string) => {
		const found = runsBy(site, path, tag, code);
		runs ??= found;
		return found ? '' : whole;
	});
	html = html
		.replace(/<link\b[^>]*\brel="(?:modulepreload|preload)"[^>]*>/g, '')
		.replace(/<link\b[^>]*\bdisabled\b[^>]*>\s*/g, '')
		.replace(/<noscript>\s*(?:<!--.*?-->)*\s*<style>[\s\S]*?<\/style>\s*(?:<!--.*?-->)*\s*<\/noscript>/g, '')
		.replace(/<link\b[^>]*\brel="alternate"[^>]*\bhref="\.[^"]*"[^>]*>/g, '')
		.replace(
			/(<style[^>]*>)([\s\S]*?)(<\/style>)/g,
			(_, open, css: string, close) => open + withoutLetters(css) + close
		);
	return { path, html, runs };
}

/** A style sheet without the typefaces that are files. Those of the device, of the same width, stay. */
export const withoutLetters = (css: string): string => css.replace(/@font-face\s*\{[^}]*url\([^}]*\}/g, '');

/** A page's links, each sent where `mend` says. */
const withLinks = (html: string, mend: (href: string, tag: string) => string): string =>
	html.replace(/<a\b[^>]*>/g, (tag) =>
		tag.replace(/(\shref=")([^"]*)"/, (_, start: string, href: string) => `${start}${mend(href, tag)}"`)
	);

/** A page of a folder: links name files, and pictures are those of the folder. */
export const inFolder = (html: string): string =>
	withLinks(html, fileOf)
		.replace(/<source\b[^>]*-(?:phone\.webp|print\.jpg)"[^>]*>\s*/g, '')
		.replace(/(stills\/[^"]*)\.webp/g, '$1.avif');

/** The story as one file: no stills, and links to what is not in it lead to its note. */
export const inOneFile = (html: string): string =>
	// Markers of sources open their panel, which is in the file.
	withLinks(html, (href, tag) => (/\sclass="src"/.test(tag) ? href : singleOf(href)))
		.replace(/<figure class="still">[\s\S]*?<\/figure>/g, '')
		.replace(/<picture class="first">[\s\S]*?<\/picture>/g, '')
		.replace(/<link\b[^>]*\brel="icon"[^>]*>/g, '')
		.replace('<html', '<html data-single');

/** Local files that a page names, from the site's root. */
export const filesOf = ({ path }: Pick<Page, 'path'>, html: string): string[] => [
	...new Set(
		[...html.matchAll(/<(?!meta\b)[a-z][^>]*>/g)]
			.flatMap(([tag]) => [...tag.matchAll(/\s(?:href|src|srcset|data|poster)="([^"]*)"/g)])
			.map((m) => m[1].split(' ')[0])
			.filter((address) => localPath(address))
			.map((address) => fileAt(path, decodeURI(address)))
	)
];
