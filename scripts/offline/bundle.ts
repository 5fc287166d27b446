import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** What asks a host for something, and what does the same with what a page carries: from src/lib. */
const TWINS: Record<string, string> = {
	'src/lib/stage/assets.address.ts': 'src/lib/offline/assets.ts',
	'src/lib/story/addresses.ts': 'src/lib/offline/addresses.ts',
	'src/lib/ui/Head.svelte': 'src/lib/offline/Head.svelte',
	'src/lib/story/panels-file.ts': 'src/lib/offline/panels-file.ts',
	'src/lib/lab/files.ts': 'src/lib/offline/files.ts'
};

export interface Bundle {
	/** One classic script. */
	script: string;
	/** Styles of the components it brings. */
	styles: string;
}

export interface BundleOptions {
	root: string;
	/** Pages' own scripts by the names their script elements will bear; files from the root. */
	pages: Record<string, string>;
	/** Workers that the pages may start: files from the root. */
	workers: string[];
}

const START = 'virtual:start';
const WORKER = /new Worker\(\s*new URL\('([^']+)',\s*import\.meta\.url\),\s*\{[^}]*\}\)/g;

/** All workers there are. */
export const workersOf = (root: string): string[] =>
	readdirSync(join(root, 'src/lib'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.worker.ts'))
		.map((file) => `src/lib/${file}`)
		.sort();

/** Calls of the global `fetch` in a syntax tree. */
function fetches(node: unknown): boolean {
	if (!node || typeof node !== 'object') return false;
	if (Array.isArray(node)) return node.some(fetches);
	const { type, callee } = node as { type?: string; callee?: { type: string; name?: string } };
	if (type === 'CallExpression' && callee?.type === 'Identifier' && callee.name === 'fetch') return true;
	return Object.values(node).some(fetches);
}

function startOf({ root, pages, workers }: BundleOptions): string {
	const at = (file: string) => JSON.stringify(join(root, file));
	const loads = (all: Record<string, string>) =>
		Object.entries(all).map(([name, file]) => `${JSON.stringify(name)}: () => import(${at(file)})`);
	return `import { open } from ${at('src/lib/offline/open.ts')};
open({ ${loads(pages)} }, { ${loads(Object.fromEntries(workers.map((file) => [file, file]))).join(', ')} });`;
}

/** Puts in place of what a page opened from a disk is refused what does the same there; stops where nothing does. */
function offline(options: BundleOptions): Plugin {
	const { root, workers } = options;
	const pathOf = (id: string) => relative(root, id.split('?')[0]).replaceAll('\\', '/');
	return {
		name: 'offline',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (source === START) return `\0${START}`;
			if (source.startsWith('\0') || !importer) return null;
			const found = await this.resolve(source, importer, { skipSelf: true });
			const twin = found && TWINS[pathOf(found.id)];
			return twin && !importer.includes('/lib/offline/') ? join(root, twin) : found;
		},
		load: (id) => (id === `\0${START}` ? startOf(options) : null),
		transform(code, id) {
			const path = pathOf(id);
			if (!path.startsWith('src/') || !WORKER.test(code)) return null;
			const opened = code.replace(WORKER, (_, file: string) => {
				const worker = pathOf(join(id, '..', file));
				if (!workers.includes(worker)) this.error(`${path} starts ${worker}, which this bundle does not hold`);
				return `openWorker(${JSON.stringify(worker)})`;
			});
			return `import { openWorker } from ${JSON.stringify(join(root, 'src/lib/offline/workers.ts'))};\n${opened}`;
		},
		moduleParsed({ id, code }) {
			const path = pathOf(id);
			if (!code || !/^src\/.*\.(ts|svelte)$/.test(path) || !/\bfetch\(/.test(code)) return;
			if (fetches(this.parse(code)))
				this.error(`${path} fetches: nothing can be fetched from a disk. Give it a twin in src/lib/offline (TWINS).`);
		}
	};
}

/** A module worker of a blob is refused in some engines; what it runs is a classic script here. */
const classic: Plugin = {
	name: 'classic-workers',
	enforce: 'pre',
	transform: (code, id) =>
		/\.worker\.ts$/.test(id)
			? code.replaceAll("new Worker(location.href, { type: 'module', ", 'new Worker(location.href, { ')
			: null
};

/**
 * Bundles pages' scripts, their workers and all they import into one classic script. It is a function that can give its own
 * source: workers are started with that (src/lib/offline/workers.ts).
 */
export async function bundle(options: BundleOptions): Promise<Bundle> {
	const { root } = options;
	const outputs = (await build({
		root,
		configFile: false,
		logLevel: 'warn',
		plugins: [
			offline(options),
			classic,
			svelte({ configFile: false, preprocess: vitePreprocess(), compilerOptions: { runes: true } })
		],
		resolve: { alias: { $lib: join(root, 'src/lib') } },
		publicDir: false,
		build: {
			write: false,
			target: 'es2022',
			minify: true,
			cssCodeSplit: false,
			assetsInlineLimit: Number.MAX_SAFE_INTEGER,
			lib: { entry: START, formats: ['iife'], name: 'unused', fileName: 'app' },
			rolldownOptions: { input: START, output: { codeSplitting: false } }
		}
	})) as Rolldown.RolldownOutput[];
	const [{ output }] = outputs;
	const chunk = output.find((part) => part.type === 'chunk')!;
	if (/\bimport\.meta\b|\bimport\(/.test(chunk.code)) throw new Error('The bundle is not a classic script');
	const css = output.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
	return {
		script: `(function vsa(){"use strict";${chunk.code}})();\n`,
		styles: css?.type === 'asset' ? String(css.source) : ''
	};
}
