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

/**
 * What scenes share, in three files: left to itself the bundler makes some twenty, which a worker can only ask for one
 * after the other as it reads what each imports. The first chapter needs the first of them alone.
 */
const SHARED = [
	{ name: 'square', test: /lib\/(figure\/(mast|motion|poses|square|tags|text|travel)|scenes\/(cues|layers))\.ts/ },
	{ name: 'figure', test: /lib\/(figure\/[^/]*\.ts|scenes\/values|centre)|d3-/ },
	{ name: 'rules', test: /lib\/(rules|watch|vision|recording)/ }
].map((group) => ({ ...group, minShareCount: 2, includeDependenciesRecursively: false }));

export default defineConfig({
	plugins: [sveltekit(), storyEntry],
	build: { target: 'es2022' },
	worker: { format: 'es', rolldownOptions: { output: { codeSplitting: { groups: SHARED } } } },
	test: {
		include: ['tests/{unit,content,build}/**/*.test.ts'],
		maxWorkers: 2,
		testTimeout: 60_000
	}
});
