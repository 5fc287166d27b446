import { building } from '$app/environment';
import { readFileSync } from 'node:fs';

/** The story page's own script; vite.config.ts adds it to the site's build. */
const ENTRY = 'src/lib/story/entry.ts';
/** Where SvelteKit's client build, which is over before pages are prerendered, lists its files. */
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

interface Manifest {
	[source: string]: { file: string; imports?: string[] };
}

/** Address of the story's script from a page `up` from the site's root, and of all that is needed at once. */
export function storyScript(up: string): { src: string; imports: string[] } {
	if (!building) return { src: `/${ENTRY}`, imports: [] };
	const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
	const needed = new Set<string>();
	const walk = (name: string): void => {
		for (const other of manifest[name].imports ?? [])
			if (!needed.has(other)) {
				needed.add(other);
				walk(other);
			}
	};
	walk(ENTRY);
	return { src: up + manifest[ENTRY].file, imports: [ENTRY, ...needed].map((name) => up + manifest[name].file) };
}
