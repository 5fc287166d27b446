import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

/** Where SvelteKit's client build lists which file each source became. */
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

/** The built site, as offline copies are made of it. */
export interface Site {
	/** Paths of its files from the site's root, in the order of their names. */
	files: string[];
	/** Those of its pages, `fr/lab/index.html`. */
	pages: string[];
	has(path: string): boolean;
	bytes(path: string): Buffer;
	text(path: string): string;
	/** The source of a built script, `src/lib/lab/entry.ts`; null for one that no page's own script is. */
	entryOf(file: string): string | null;
}

/** Opens what `npm run build` has made. Throws with what to run where it has not been made. */
export function openSite(root: string): Site {
	const folder = join(root, 'build');
	for (const needed of [join(folder, 'fr/index.html'), join(root, MANIFEST)])
		if (!existsSync(needed)) throw new Error(`${needed} is missing: run "npm run build"`);
	const manifest = JSON.parse(readFileSync(join(root, MANIFEST), 'utf8')) as Record<string, { file: string }>;
	const sources = new Map(Object.entries(manifest).map(([source, { file }]) => [file, source]));
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.sort();
	return {
		files,
		pages: files.filter((file) => file.endsWith('.html')),
		has: (path) => existsSync(join(folder, path)) && statSync(join(folder, path)).isFile(),
		bytes: (path) => readFileSync(join(folder, path)),
		text: (path) => readFileSync(join(folder, path), 'utf8'),
		entryOf: (file) => {
			const source = sources.get(file);
			return source?.startsWith('src/lib/') ? source : null;
		}
	};
}

/** The file that an address in a page leads to, from the site's root. */
export const fileAt = (page: string, address: string): string =>
	posix.normalize(posix.join(posix.dirname(page), address.replace(/[?#].*$/, '')));

/** The way from a page to a file, both from the site's root. */
export const wayTo = (page: string, file: string): string => posix.relative(posix.dirname(page), file) || './';

/** Panels of the sources the story cites, by id. */
export const panelsOf = (site: Site, lang: 'fr' | 'en') =>
	JSON.parse(site.text(`${lang}/panels.json`)) as Record<string, string>;
