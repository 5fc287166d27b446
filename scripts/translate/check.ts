import type { Text } from './texts';

/** A template as translators fill it: by key both languages, limits, notes, and `text`, the translation. */
export type Template = Record<string, Omit<Text, 'key'> & { text: string }>;

/** What must stand in a translation as it stands in the original: numbers to fill in, directives, ends of links. */
const KEPT = /\{\{[^}]*\}\}|\{\w+\}|\]\([^)]*\)/g;
const kept = (text: string): string => [...(text.match(KEPT) ?? [])].sort().join(' ');

const ACCENTED: Record<string, string> = Object.fromEntries(
	[...'aceinouyACEINOUY'].map((letter, i) => [letter, [...'áçéîñøüýÁÇÉÎÑØÜÝ'][i]])
);

/**
 * An English text as a language that is two fifths longer would have it, accented: what the machine reads is kept, and so is
 * a limit.
 */
export function pseudo(text: string, most = Infinity): string {
	const letters = [...text.matchAll(/\{\{[^}]*\}\}|\{\w+\}|\]\([^)]*\)|[^{\]]+|./gs)]
		.map(([part]) =>
			/^(?:\{|\]\()/.test(part) ? part : part.replace(/\p{L}/gu, (letter) => ACCENTED[letter] ?? letter)
		)
		.join('');
	const more = Math.min(Math.ceil(text.length * 0.4), most - text.length);
	return more > 0 ? `${letters} ${'~'.repeat(Math.max(0, more - 1))}`.slice(0, text.length + more) : letters;
}

/** What is missing or wrong in a filled template: one line each, with the key. */
export function faultsOf(texts: readonly Text[], template: Template): string[] {
	const known = new Set(texts.map(({ key }) => key));
	const strange = Object.keys(template).filter((key) => !known.has(key));
	return [
		...strange.map((key) => `${key}: is not a text of the site`),
		...texts.flatMap(({ key, en, fr, most }) => {
			const text = template[key]?.text?.trim();
			// What one language does without another may do without.
			if (!text) return fr && en ? [`${key}: is missing`] : [];
			const faults: string[] = [];
			// French and English need not fill in the same: either will do.
			if (kept(text) !== kept(en) && kept(text) !== kept(fr)) faults.push(`${key}: does not keep ${kept(en)}`);
			if (most && text.length > most) faults.push(`${key}: has ${text.length} characters, ${most} at most`);
			return faults;
		})
	];
}
