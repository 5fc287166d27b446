import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';

/** What some files need when they run. */
export interface Needed {
	/** They themselves and all files they import, as paths from the root. */
	files: string[];
	/** Packages by the names they are imported by. */
	packages: string[];
}

/** A static import or re-export, and what it is of: types are gone when a program runs. */
const STATIC = /^(?:import|export)\s+(?:(type\s)?([^'"`;()]*?)\s*from\s*)?['"]([^'"]+)['"]/gm;
const ENDINGS = ['', '.ts', '.mjs', '.js', '/index.ts'];

/** Whether every name in the braces of an import is a type. */
const onlyTypes = (names: string): boolean =>
	/^\{[^}]*\}$/.test(names) &&
	names
		.slice(1, -1)
		.split(',')
		.every((name) => !name.trim() || /^\s*type\s/.test(name));

/**
 * Follows the static imports of files to all that they need. What is imported when it comes to it (`import()`) is not
 * followed: it is for whoever asks for it to name. Throws where an imported file is not there.
 * @param read gives the text of a file by its path from the root
 */
export function importsOf(root: string, entries: readonly string[], read: (path: string) => string): Needed {
	const files = new Set<string>();
	const packages = new Set<string>();
	const isFile = (path: string) => existsSync(posix.join(root, path)) && statSync(posix.join(root, path)).isFile();
	const follow = (path: string): void => {
		if (files.has(path)) return;
		files.add(path);
		if (!/\.(ts|mjs|js)$/.test(path)) return;
		for (const [, type, names = '', from] of read(path).matchAll(STATIC)) {
			if (type || onlyTypes(names)) continue;
			if (!/^\.\.?\//.test(from)) {
				packages.add(from);
				continue;
			}
			const target = posix.join(posix.dirname(path), from.replace(/\?.*$/, ''));
			const ending = ENDINGS.find((e) => isFile(target + e));
			if (ending === undefined) throw new Error(`${path} imports ${from}, which is not there`);
			follow(target + ending);
		}
	};
	for (const entry of entries) follow(entry);
	return { files: [...files].sort(), packages: [...packages].sort() };
}
