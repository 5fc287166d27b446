import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readdirSync, readFileSync, rmSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const site = adapter({ strict: true });

/** All SvelteKit options live in this one object, so that the move to SvelteKit 3 is a move of one object. */
const kit = {
	adapter: {
		name: site.name,
		async adapt(builder) {
			await site.adapt(builder);
			// The data a router would read: no page has one, and each has its text already.
			for (const file of readdirSync('build', { recursive: true, encoding: 'utf8' }))
				if (file.endsWith('__data.json')) rmSync(`build/${file}`);
		}
	},
	paths: { relative: true },
	prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
	// The style sheet is small: in the page it saves a slow line a journey.
	inlineStyleThreshold: 24_000,
	// Scripts are checked like everything else.
	typescript: {
		config: ({ include }) =>
			void include.push('../scripts/**/*.ts', '../scripts/**/*.svelte', '../playwright.config.ts')
	},
	output: { preloadStrategy: 'modulepreload' },
	// A date in its place would make each build of the same source another one.
	version: { name: version, pollInterval: 0 }
};

/** @type {import('@sveltejs/kit').Config} */
export default { preprocess: vitePreprocess(), compilerOptions: { runes: true }, kit };
