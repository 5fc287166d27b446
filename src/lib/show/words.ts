import { fill, type Lang } from '../picture/context';

/** The words of content/figures/show.yaml. */
export type Say = (key: string, vars?: Record<string, string | number>) => string;

/** @param labels an unknown key throws */
export const sayIn =
	(lang: Lang, labels: Record<string, string>): Say =>
	(key, vars) => {
		if (labels[key] === undefined) throw new Error(`No label "${key}" in content/figures/show.yaml`);
		return fill(lang, labels[key], vars);
	};
