import { sveltekit } from '@sveltejs/kit/vite';
import { posix } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Adds the scripts of the pages that have one of their own to the site's build. Such a page is the server's HTML and needs
 * no router (`csr = false`); src/lib/server/script.ts finds its script by its name in Vite's manifest.
 */
const pageEntries: Plugin = {
	name: 'page-entries',
	apply: 'build',
	buildStart() {
		if (this.environment.name === 'client')
			for (const name of ['story', 'lab', 'show', 'show/speaker', 'show/build', 'council', 'embed'])
				this.emitFile({ type: 'chunk', id: `src/lib/${name}/entry.ts`, name: name.replace('/', '-') });
	}
};

/** No page hydrates its route: what SvelteKit would do that with would stand in the file that the pages' own scripts share. */
const noRoot: Plugin = {
	name: 'no-root',
	apply: 'build',
	load(id) {
		const isRoot = this.environment.name === 'client' && /\.svelte-kit\/generated\/root\.js$/.test(id);
		return isRoot ? 'export default class {}' : null;
	}
};

/**
 * Gives the show a stage of its own, and whatever else it has in common with the story: shared, that would be cut out of the
 * story's script, and readers would fetch it in more parts. What a page without workers fetches is the same for both.
 */
const ownCopies: Plugin = {
	name: 'own-copies',
	apply: 'build',
	enforce: 'pre',
	async resolveId(source, importer, options) {
		if (this.environment.name !== 'client' || !importer || /engine$|worker/.test(source)) return undefined;
		if (!/\/lib\/show\/|\?own$/.test(importer)) return undefined;
		const found = await this.resolve(source, importer, { ...options, skipSelf: true });
		return found && /\/src\/lib\/(stage|story|picture)\/[^?]*\.ts$/.test(found.id) ? `${found.id}?own` : undefined;
	}
};

/**
 * What most scenes share, in four files: left to itself the bundler makes some twenty. The first chapter needs the first of
 * them alone, and most chapters none of d3's scales and shapes.
 */
const SQUARE = 'boxes|colours|inks|marks|mast|motion|night|poses|square|tags|text|travel';
const SHARED = [
	{ name: 'square', test: new RegExp(`lib/(figure/(${SQUARE})|scenes/(cues|layers)|centre/queue)\\.ts`) },
	{ name: 'charts', test: /d3-(array|color|format|interpolate|path|scale|shape|time)|figure\/(axis|curve|trails)\.ts/ },
	{ name: 'figure', test: /lib\/(figure\/[^/]*\.ts|centre)/ },
	{ name: 'rules', test: /lib\/(rules|watch|vision|recording)/ }
].map((group) => ({ ...group, minShareCount: 2, includeDependenciesRecursively: false }));

/**
 * Scenes that are fetched together, being near each other, and what they alone need: packed in one, they weigh a tenth less.
 * What is left out of its group comes to import it back, and WebKit waits for ever where files import each other.
 */
const TOGETHER = [
	['camera', 'lib/scenes/(camera|centre)/'],
	['maraudage', 'lib/scenes/(maraudage|attroupement)/|d3-contour'],
	['regles', 'lib/scenes/(regles|alerte)/|lib/centre/day'],
	['entreprise', 'lib/scenes/(entreprise|resultat|empreinte)/|d3-geo'],
	['droit', 'lib/scenes/(droit|peur|questions)/|generated/objection']
].map(([first, files]) => ({
	name: `scenes-${first}`,
	test: new RegExp(files),
	priority: 1,
	includeDependenciesRecursively: false
}));

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
			if (importsOf(file).has(file)) this.error(`${file} imports itself by way of others: see TOGETHER`);
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

/** Where the site will be, as its pages say it: `PUBLIC_ADDRESS=https://example.org/vsa/ npm run build`. */
const address = process.env.PUBLIC_ADDRESS?.replace(/\/*$/, '/') ?? '';
if (address && !/^https?:\/\/[^\s"<>]+\/$/.test(address))
	throw new Error(`PUBLIC_ADDRESS is no web address: ${address}`);

/** Figures run on one classic script in a sandbox, where no module may be fetched: live/app.js, beside routes/live. */
const classicFigures: Plugin = {
	name: 'classic-figures',
	apply: 'build',
	async generateBundle() {
		if (this.environment.name !== 'client') return;
		const { bundle } = await import('./scripts/offline/bundle.ts');
		const root = this.environment.config.root;
		const { script } = await bundle({
			root,
			pages: { embed: 'src/lib/embed/entry.ts' },
			workers: ['src/lib/stage/stage.worker.ts']
		});
		this.emitFile({ type: 'asset', fileName: 'live/app.js', source: script });
	}
};

export default defineConfig({
	plugins: [sveltekit(), noRoot, pageEntries, ownCopies, classicFigures],
	define: { __ADDRESS__: JSON.stringify(address) },
	build: { target: 'es2022' },
	worker: {
		format: 'es',
		plugins: () => [askAtOnce()],
		rolldownOptions: { output: { codeSplitting: { groups: [...SHARED, ...TOGETHER] } } }
	},
	test: {
		include: ['tests/{unit,content,build}/**/*.test.ts'],
		maxWorkers: 2,
		testTimeout: 60_000
	}
});
