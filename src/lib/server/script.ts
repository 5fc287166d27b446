import { building } from '$app/environment';
import { readFileSync } from 'node:fs';

/** Pages with a script of their own, by its folder in src/lib: vite.config.ts adds each to the site's build. */
type Name = 'story' | 'lab' | 'show' | 'show/speaker' | 'show/build' | 'council' | 'embed';
const entryOf = (name: Name): string => `src/lib/${name}/entry.ts`;
/** Where SvelteKit's client build, which is over before pages are prerendered, lists its files. */
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

interface Manifest {
	[source: string]: { file: string; imports?: string[]; css?: string[] };
}

export interface EntryScript {
	src: string;
	/** All that is needed at once, the script itself too. */
	imports: string[];
	/** Style sheets of its components. */
	styles: string[];
}

/** Addresses of a page's script and of what it needs, from a page `up` from the site's root. */
export function entryScript(name: Name, up: string): EntryScript {
	const entry = entryOf(name);
	if (!building) return { src: `/${entry}`, imports: [], styles: [] };
	const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
	const needed = new Set<string>();
	const walk = (chunk: string): void => {
		for (const other of manifest[chunk].imports ?? [])
			if (!needed.has(other)) {
				needed.add(other);
				walk(other);
			}
	};
	walk(entry);
	const chunks = [entry, ...needed].map((chunk) => manifest[chunk]);
	return {
		src: up + manifest[entry].file,
		imports: chunks.map(({ file }) => up + file),
		styles: chunks.flatMap(({ css = [] }) => css).map((file) => up + file)
	};
}
