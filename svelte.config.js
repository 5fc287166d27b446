import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** All SvelteKit options live in this one object, so that the move to SvelteKit 3 is a move of one object. */
const kit = {
	adapter: adapter({ strict: true }),
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
	version: { pollInterval: 0 }
};

/** @type {import('@sveltejs/kit').Config} */
export default { preprocess: vitePreprocess(), compilerOptions: { runes: true }, kit };
