import type { Scene } from '../story/frame';

/** Chapters in the order of the story, each with the module of its scene; loaded as the reader comes near. */
export const SCENES: Record<string, () => Promise<{ scene: Scene }>> = {
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
