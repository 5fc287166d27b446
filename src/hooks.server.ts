import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { storyPage } from '$lib/server/page';
import type { Lang } from '$lib/picture/context';
import Sources from '$lib/ui/Sources.svelte';
import Steps from '$lib/ui/Steps.svelte';

/** Marks of rendering that only hydration reads: this HTML is never hydrated. */
const plain = (html: string) => html.replace(/<!--.*?-->/g, '');

interface Manifest {
	[source: string]: { file: string; imports?: string[] };
}

/** The story's own script, and what it needs at once, from a page `up` from the site's root. */
function storyScript(up: string): string {
	const entry = 'src/lib/story/entry.ts';
	if (!building) return `<script type="module" src="/${entry}"></script>`;
	const manifest = JSON.parse(readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8')) as Manifest;
	const needed = new Set<string>();
	const walk = (name: string): void => {
		for (const other of manifest[name].imports ?? [])
			if (!needed.has(manifest[other].file)) {
				needed.add(manifest[other].file);
				walk(other);
			}
	};
	walk(entry);
	return [
		...[...needed].map((file) => `<link rel="modulepreload" href="${up}${file}">`),
		`<script type="module" src="${up}${manifest[entry].file}"></script>`
	].join('\n');
}

/**
 * Sets the language of each page on its root element, and puts the story's text and sources where its page asks for
 * them: they are on the server only, so that nothing is sent twice and nothing of it has to be hydrated.
 */
export const handle: Handle = ({ event, resolve }) => {
	const lang = event.params.lang as Lang | undefined;
	const flat = event.route.id === '/[lang=lang]/flat';
	const page = lang && (flat || event.route.id === '/[lang=lang]') ? storyPage(lang, flat ? '../' : '', flat) : null;
	return resolve(event, {
		transformPageChunk({ html }) {
			let out = html.replace('%lang%', lang ?? 'fr');
			if (page) {
				out = out.replace('%steps%', () => plain(render(Steps, { props: page }).body));
				out = out.replace('%panels%', () =>
					plain(render(Sources, { props: { panels: page.panels, close: page.ui.close } }).body)
				);
				// The script comes behind the first picture and the letters: nothing moves before they are there.
				if (!flat)
					out = out.replace('<html', '<html data-story').replace('</body>', () => `${storyScript('../')}\n</body>`);
			}
			return out;
		}
	});
};
