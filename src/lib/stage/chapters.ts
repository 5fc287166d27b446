import { fill, type Labels, type Lang } from '../picture/context';
import { SCENES, type SceneModule } from '../scenes/index';

/** The chapters an engine has so far: scenes it has fetched, labels it was given. */
export interface Chapters {
	/** Fetches a chapter's scene, once; again after it could not be had. */
	fetch(chapter: string): void;
	give(chapter: string, labels: Record<string, string>): void;
	module(chapter: string): SceneModule | undefined;
	readonly labels: Labels;
	/** A label of a chapter that has them, with its values filled in. */
	say(chapter: string, key: string, vars?: Record<string, string | number>): string;
	/** The first thing a chapter has not got yet, or null. */
	lacks(chapter: string): 'scene' | 'labels' | null;
}

/** `ready` is told of each chapter that now has its scene and its labels, `lost` of scenes that could not be fetched. */
export function createChapters(
	lang: () => Lang,
	ready: (chapter: string) => void,
	lost: (chapter: string, error: string) => void
): Chapters {
	const modules: Record<string, SceneModule> = {};
	const labels: Labels = {};
	const asked = new Set<string>();
	const lacks = (chapter: string) => (!modules[chapter] ? 'scene' : !labels[chapter] ? 'labels' : null);
	const tell = (chapter: string) => {
		if (!lacks(chapter)) ready(chapter);
	};
	return {
		labels,
		lacks,
		module: (chapter) => modules[chapter],
		fetch(chapter) {
			if (asked.has(chapter)) return;
			asked.add(chapter);
			SCENES[chapter]().then(
				(module) => {
					modules[chapter] = module;
					tell(chapter);
				},
				(error: unknown) => {
					asked.delete(chapter);
					lost(chapter, String(error));
				}
			);
		},
		give(chapter, own) {
			labels[chapter] = own;
			tell(chapter);
		},
		say: (chapter, key, vars) => fill(lang(), labels[chapter][key], vars)
	};
}
