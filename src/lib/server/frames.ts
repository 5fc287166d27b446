import { createContext, type Labels, type Lang } from '../picture/context';
import type { Frame, Params, View } from '../picture/frame';
import { viewOfWindow, WINDOWS, type Size } from '../picture/view';
import { loadRecording } from '../recording/node';
import type { Recording } from '../recording/types';
import { CHAPTERS, SCENES, type SceneModule } from '../scenes/index';
import { labelsOf } from '../picture/labels';
import { getLabels, getStory } from './site';

/** Where a reader is, in what and with what. */
export interface Shot {
	chapter: string;
	/** 1-based. */
	step: number;
	progress: number;
	/** The reader's window; the first of WINDOWS when neither this nor `view` is given. */
	window?: Size;
	/** The stage itself, where there is no window. */
	view?: View;
	lang?: Lang;
	params?: Params;
	/** Seconds of small life. */
	life?: number;
	/** Another recording than the site's. */
	recording?: Recording;
	/** Other steps than the chapter has. */
	names?: readonly string[];
}

export interface Frames {
	recording: Recording;
	/** How many steps each chapter has, chapters in the order of the story. */
	steps: Record<string, number>;
	/** Names of each chapter's steps, and the place at which each is at rest. */
	names: Record<string, string[]>;
	rest: Record<string, number[]>;
	/** What the stage shows at that place. Throws on a chapter or step that the story does not have. */
	frameAt(shot: Shot): Frame;
}

/** The frames of the story in Node, from the words and the recording on disk: what stills, previews and tests are made of. */
export async function openFrames(): Promise<Frames> {
	const recording = loadRecording(process.cwd());
	const chapters = getStory('fr', '');
	const steps = Object.fromEntries(chapters.map((c) => [c.id, c.steps.length]));
	const own = Object.fromEntries(chapters.map((c) => [c.id, c.steps.map((s) => s.name)]));
	const modules: Record<string, SceneModule> = {};
	await Promise.all(CHAPTERS.map(async (id) => (modules[id] = await SCENES[id]())));
	const labels: Partial<Record<Lang, Labels>> = {};
	return {
		recording,
		steps,
		names: own,
		rest: Object.fromEntries(chapters.map((c) => [c.id, c.steps.map((s) => s.rest)])),
		frameAt({
			chapter,
			step,
			names = own[chapter],
			window = WINDOWS[0],
			view = viewOfWindow(window),
			lang = 'fr',
			params = {},
			...rest
		}) {
			if (!(step >= 1 && step <= names?.length)) throw new Error(`The story has no step ${chapter}.${step}`);
			return modules[chapter].scene(
				createContext({
					recording,
					...rest,
					chapter,
					step,
					steps: names,
					view,
					lang,
					labels: { [chapter]: labelsOf((labels[lang] ??= getLabels(lang)), chapter) },
					params
				})
			);
		}
	};
}
