import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../src/lib/picture/context';
import type { Chapter } from '../src/lib/server/content';
import { labelsOf } from '../src/lib/picture/labels';
import { readLabels } from '../src/lib/server/labels';
import { importsOf } from './imports';

/** Everything that something made follows from: the content of each input, as a hash, by its name. */
export type Inputs = Record<string, string>;

/** Reads a file by its path from the root. */
export type Read = (path: string) => Buffer;

const hashOf = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex').slice(0, 16);

/** Finds out what products follow from, through the imports of the code that makes them. */
export function createInputs(root: string, read: Read = (path) => readFileSync(join(root, path))) {
	const hashes = new Map<string, string>();
	const hash = (path: string): string => {
		let known = hashes.get(path);
		if (!known) hashes.set(path, (known = hashOf(read(path))));
		return known;
	};
	const lock = JSON.parse(read('package-lock.json').toString()) as { packages: Record<string, { version?: string }> };
	const versionOf = (name: string) => {
		const parts = name.split('/');
		const own = name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
		return lock.packages[`node_modules/${own}`]?.version ?? process.version;
	};

	/** Of code: every file that the entries need, and the version of every package. */
	function ofCode(entries: readonly string[]): Inputs {
		const needed = importsOf(root, entries, (path) => read(path).toString());
		return {
			...Object.fromEntries(needed.files.map((path) => [path, hash(path)])),
			...Object.fromEntries(needed.packages.map((name) => [name, versionOf(name)]))
		};
	}

	const labels: Partial<Record<Lang, ReturnType<typeof readLabels>>> = {};
	return {
		/** Of something filmed: the code that films it, the seed, and files it reads. */
		filmed: (entries: readonly string[], seed: number, files: readonly string[] = []): Inputs => ({
			...ofCode(entries),
			...Object.fromEntries(files.map((path) => [path, hash(path)])),
			seed: String(seed)
		}),
		/** Of files that matter by themselves. */
		files: (paths: readonly string[]): Inputs => Object.fromEntries(paths.map((path) => [path, hash(path)])),
		/**
		 * Of a chapter's stills in a language: its scene and what paints it, names and rests of its steps, its labels, the
		 * typefaces, and what was filmed.
		 */
		stills({ id, steps }: Pick<Chapter, 'id' | 'steps'>, lang: Lang): Inputs {
			const fonts = readdirSync(join(root, FONTS)).filter((name) => name.endsWith('.woff2'));
			const files = [...ALONE, ...FILMED, ...fonts.map((name) => `${FONTS}/${name}`)];
			labels[lang] ??= readLabels(join(root, 'src/content/figures'), lang, (path) =>
				read(path.slice(root.length)).toString()
			);
			return {
				...ofCode([`src/lib/scenes/${id}/scene.ts`, ...PAINTING]),
				...Object.fromEntries(files.map((path) => [path, hash(path)])),
				steps: hashOf(JSON.stringify(steps.map(({ name, rest }) => [name, rest]))),
				labels: hashOf(JSON.stringify(labelsOf(labels[lang], id)))
			};
		}
	};
}

const FONTS = 'src/lib/fonts';
/** What gives a scene its context and paints its frame. */
const PAINTING = ['src/lib/stage/node.ts', 'src/lib/picture/context.ts', 'src/lib/picture/view.ts'];
/** Files that matter by themselves: what else they import is of the words, which are inputs by their values. */
const ALONE = ['scripts/stills.ts', 'src/lib/server/frames.ts'];
/** The recording. */
export const FILMED = ['src/generated/recording.bin', 'src/generated/pictures.bin'];

/** Names of the inputs that differ, those that have come or gone included. */
export const changedIn = (before: Inputs | undefined, now: Inputs): string[] =>
	before
		? [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name])
		: [];
