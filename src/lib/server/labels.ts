import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Labels, Lang } from '../picture/context';

/**
 * Reads the labels of the figures, content/figures/CHAPTER.yaml: `key: { fr: …, en: … }`.
 * A missing language stops the build with file and key.
 */
export function readLabels(
	folder: string,
	lang: Lang,
	read: (path: string) => string = (path) => readFileSync(path, 'utf8')
): Labels {
	const labels: Labels = {};
	for (const file of readdirSync(folder)
		.filter((name) => name.endsWith('.yaml') && name !== 'people.yaml')
		.sort()) {
		const path = join(folder, file);
		const entries = (parse(read(path)) ?? {}) as Record<string, Record<Lang, string>>;
		const chapter: Record<string, string> = {};
		for (const [key, value] of Object.entries(entries)) {
			for (const l of ['fr', 'en'] as const)
				if (typeof value?.[l] !== 'string' || !value[l].trim()) throw new Error(`${path}: "${key}" has no "${l}" text`);
			chapter[key] = value[lang];
		}
		labels[file.replace('.yaml', '')] = chapter;
	}
	const people = join(folder, 'people.yaml');
	const cast = parse(read(people)) as Record<string, Record<Lang, { name: string; why: string }>>;
	labels.people = {};
	for (const [key, person] of Object.entries(cast)) {
		for (const l of ['fr', 'en'] as const)
			for (const field of ['name', 'why'] as const)
				if (!person?.[l]?.[field]?.trim()) throw new Error(`${people}: "${key}" has no ${l}.${field}`);
		labels.people[`${key}.name`] = person[lang].name;
		labels.people[`${key}.why`] = person[lang].why;
	}
	return labels;
}
