import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Adds the story page's own script to the site's build. The page is the server's HTML and needs no router
 * (`csr = false`); src/lib/server/script.ts finds the script by its name in Vite's manifest.
 */
const storyEntry: Plugin = {
	name: 'story-entry',
	apply: 'build',
	buildStart() {
		if (this.environment.name === 'client')
			this.emitFile({ type: 'chunk', id: 'src/lib/story/entry.ts', name: 'story' });
	}
};

export default defineConfig({
	plugins: [sveltekit(), storyEntry],
	build: { target: 'es2022' },
	worker: { format: 'es' },
	test: {
		include: ['tests/{unit,content,build}/**/*.test.ts'],
		maxWorkers: 2,
		testTimeout: 60_000
	}
});
