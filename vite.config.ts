import { sveltekit } from '@sveltejs/kit/vite';
import { posix } from 'node:path';
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
 * What most scenes share, in three files: left to itself the bundler makes some twenty, which a worker can only ask for one
 * after the other as it reads what each imports. The first chapter needs the first of them alone.
 */
const SHARED = [
	{ name: 'square', test: /lib\/(figure\/(mast|motion|poses|square|tags|text|travel)|scenes\/(cues|layers))\.ts/ },
	{ name: 'figure', test: /lib\/(figure\/[^/]*\.ts|scenes\/values|centre)|d3-/ },
	{ name: 'rules', test: /lib\/(rules|watch|vision|recording)/ }
].map((group) => ({ ...group, minShareCount: 2, includeDependenciesRecursively: false }));

/**
 * Has a worker ask for a chunk and for all that it imports at once. A page is told by `modulepreload` links; a worker would
 * find out what a chunk imports when it has read it.
 */
const askAtOnce = (): Plugin => ({
	name: 'ask-at-once',
	generateBundle(_, bundle) {
		const importsOf = (file: string, seen = new Set<string>()): Set<string> => {
			const chunk = bundle[file];
			if (chunk?.type === 'chunk')
				for (const other of chunk.imports) if (!seen.has(other)) importsOf(other, seen.add(other));
			return seen;
		};
		for (const [file, chunk] of Object.entries(bundle)) {
			if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
			let found = 0;
			const here = importsOf(file).add(file);
			chunk.code = chunk.code.replace(/import\((['"`])([^'"`]+)\1\)/g, (asked, _quote, address: string) => {
				found++;
				const target = posix.join(posix.dirname(file), address);
				const others = [...importsOf(target)].filter((other) => !here.has(other));
				const addresses = others.map((other) => `./${posix.relative(posix.dirname(file), other)}`);
				return addresses.length ? `(${JSON.stringify(addresses)}.map(a=>import(a).catch(()=>{})),${asked})` : asked;
			});
			if (chunk.dynamicImports.length && !found) this.error(`${file} is written in a way its imports are not found in`);
		}
	}
});

export default defineConfig({
	plugins: [sveltekit(), storyEntry],
	build: { target: 'es2022' },
	worker: {
		format: 'es',
		plugins: () => [askAtOnce()],
		rolldownOptions: { output: { codeSplitting: { groups: SHARED } } }
	},
	test: {
		include: ['tests/{unit,content,build}/**/*.test.ts'],
		maxWorkers: 2,
		testTimeout: 60_000
	}
});
