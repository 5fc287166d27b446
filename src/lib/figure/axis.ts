import type { Mark } from '../picture/frame';
import { letter, type Look } from './text';
import { down } from './marks';

/** The ticks of a scale. `at` puts a value on the stage, as any scale of d3 does; `scale.ticks(n)` gives `values`. */
export interface Ticks {
	values: readonly number[];
	at: (value: number) => number;
	/** What is written under a value; '' for a line alone. */
	say: (value: number) => string;
	/** The lines: from where to where, and how they look. Without, words alone. */
	lines?: { from: number; to: number } & Parameters<typeof down>[4];
	/** The baseline of the words. */
	words: { at: number; size: number; look?: (value: number) => Look };
}

/** Ticks of a scale that runs from left to right, words under them. Keys are `key.value` and `key.value.t`. */
export const axisAcross = (key: string, { values, at, say, lines, words }: Ticks): Mark[] =>
	values.flatMap((v): Mark[] => {
		const { from = 0, to = 0, ...look } = lines ?? {};
		const text = say(v);
		const written = { anchor: 'middle' as const, ...words.look?.(v) };
		return [
			...(lines ? [down(`${key}.${v}`, at(v), from, to, look)] : []),
			...(text ? [letter(`${key}.${v}.t`, 'mono', at(v), words.at, words.size, text, written)] : [])
		];
	});
