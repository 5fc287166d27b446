import type { paintSetting } from '../drawing/settings/settings';
import type { Recording } from '../recording/types';
import type { Params, Scene } from '../picture/frame';
import type { Cue } from './cues';

/** What a chapter's module gives: its scene, and what its controls say of the recording with the values now set. */
export interface SceneModule {
	scene: Scene;
	/** When its layers come and go, as data: what tests check the borders between steps on. */
	cues?: { declared: Readonly<Record<string, Cue>> };
	/** Frames whose sensor layers the chapter would show moving: made anew while the reader is there, if that can be. */
	masks?: (recording: Recording) => { from: number; to: number };
	reads?: (recording: Recording, params: Params) => Record<string, number>;
	/** What paints drawn settings (`setting` ink), where the chapter shows some. */
	settings?: typeof paintSetting;
}

/** Chapters in the order of the story, each with the module of its scene; loaded as the reader comes near. */
export const SCENES: Record<string, () => Promise<SceneModule>> = {
	place: () => import('./place/scene'),
	camera: () => import('./camera/scene'),
	centre: () => import('./centre/scene'),
	vision: () => import('./vision/scene'),
	maraudage: () => import('./maraudage/scene'),
	attroupement: () => import('./attroupement/scene'),
	regles: () => import('./regles/scene'),
	alerte: () => import('./alerte/scene'),
	entreprise: () => import('./entreprise/scene'),
	resultat: () => import('./resultat/scene'),
	empreinte: () => import('./empreinte/scene'),
	droit: () => import('./droit/scene'),
	peur: () => import('./peur/scene'),
	questions: () => import('./questions/scene')
};

export const CHAPTERS = Object.keys(SCENES);
