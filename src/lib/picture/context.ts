import type { Recording } from '../recording/types';
import type { Params, SceneContext, View } from './frame';

export type Lang = 'fr' | 'en';
/** Labels of the figures by chapter, in one language. */
export type Labels = Record<string, Record<string, string>>;

/**
 * A number as the language prints it, `digits` after the point at most. Without Intl, whose first formatter takes a
 * phone a tenth of a second.
 */
export function formatNumber(lang: Lang, value: number, digits = 0): string {
	const [whole, part = ''] = Math.abs(value).toFixed(digits).split('.');
	const groups = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'fr' ? '\u202f' : ',');
	const rest = part.replace(/0+$/, '');
	const sign = value < 0 && /[1-9]/.test(whole + rest) ? '-' : '';
	return sign + groups + (rest && (lang === 'fr' ? ',' : '.') + rest);
}

/** Replaces {name} in a label; numbers are printed as the language does. Throws on a name without a value. */
export function fill(lang: Lang, text: string, vars: Record<string, string | number> = {}): string {
	return text.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = vars[name];
		if (value === undefined) throw new Error(`Label "${text}" needs a value for {${name}}`);
		return typeof value === 'number' ? formatNumber(lang, value, 1) : value;
	});
}

export interface ContextInput {
	chapter: string;
	step: number;
	progress: number;
	steps: readonly string[];
	view: View;
	lang: Lang;
	labels: Labels;
	life?: number;
	recording: Recording;
	params: Params;
}

/** Builds what a scene is given. Unknown labels throw with chapter and key. */
export function createContext({ labels, life = 0, lang, chapter, ...rest }: ContextInput): SceneContext {
	return {
		...rest,
		chapter,
		lang,
		life,
		say(key, vars) {
			const text = labels[chapter]?.[key];
			if (text === undefined) throw new Error(`No label "${key}" in content/figures/${chapter}.yaml`);
			return fill(lang, text, vars);
		},
		number: (value, digits) => formatNumber(lang, value, digits)
	};
}
