import type { Lang } from '../picture/context';
import type { Frame, Params, View } from '../picture/frame';
import type { FaceFile, RecordingFiles } from './assets';
import type { Patch } from './diff';

/** A place of the story, as a stage is shown it. */
export interface Place {
	chapter: string;
	/** 1-based. */
	step: number;
	/** Through the step, 0 to 1. */
	progress: number;
	/** Names of the chapter's steps. */
	steps: readonly string[];
}

/** What the engine is asked to show: everything a scene is a function of, but the recording and the labels. */
export interface Wanted extends Place {
	view: View;
	/** Seconds of small life, 0 under reduced motion. */
	life: number;
	params: Params;
	/** Device pixels to a CSS pixel, at rest. */
	ratio: number;
	/** The reader is scrolling: pictures may be coarser, if only that keeps up. */
	moving: boolean;
}

/** What a whole picture of a step may lack. */
export type Lack = 'scene' | 'labels' | 'recording' | 'canvas';

/** What the page tells the engine. */
export type Message =
	| { type: 'start'; lang: Lang; seed: number; /** Of the stage: ids in the page begin with it. */ name: string }
	| { type: 'show'; wanted: Wanted }
	/** A chapter is about to be shown: its scene is fetched. */
	| { type: 'prepare'; chapter: string }
	| { type: 'labels'; chapter: string; labels: Record<string, string> }
	/** The recording is on its way: what opens it is fetched. */
	| { type: 'expect' }
	| { type: 'recording'; files: RecordingFiles }
	/** The page's typefaces: from now on marks are painted while the reader moves. */
	| { type: 'faces'; faces: FaceFile[] }
	/** Asks for the picture now on stage in words. */
	| { type: 'describe' }
	/** Asks for the frame now on stage, whole: for tests. */
	| { type: 'inspect' };

/** What the engine made of a `show`. */
export interface Picture {
	/** The place it is of; null when nothing could be made: the stage keeps what it has. */
	place: { chapter: string; step: number } | null;
	/** What was missing for the whole picture of the place; null when it is whole. */
	lacks: Lack | null;
	night: number;
	patches: Patch[];
	painted: boolean;
	/** False when more of the same picture's marks are to come. */
	complete: boolean;
	bitmap?: ImageBitmap;
	/** The picture's marks are those painted last; the elements are not yet, or no longer, of this picture. */
	flat: boolean;
	/** Marks newly painted. */
	sheet?: ImageBitmap;
}

/** What the engine tells the page. */
export type Reply =
	| { type: 'hello' }
	/** The answer to each `show`. */
	| { type: 'picture'; picture: Picture }
	| { type: 'prepared'; chapter: string }
	/** The recording is open. */
	| { type: 'recorded' }
	/** Something was to be fetched or opened and could not be. `chapter` where it is a chapter's. */
	| { type: 'lost'; what: Lack; chapter?: string; error: string }
	/** Masks have been made anew: the same picture may now show more. */
	| { type: 'masked' }
	/** What the controls of a chapter say of the recording with the values `params`. */
	| { type: 'reads'; chapter: string; values: Record<string, number>; params: Params }
	/** What the scene says of its picture, and what can be counted in it; '' where there is nothing to say. */
	| { type: 'described'; says: string; counts: string }
	| { type: 'inspected'; frame: Frame | null }
	/** A scene threw: a fault of ours. */
	| { type: 'fault'; where: string; error: string };
