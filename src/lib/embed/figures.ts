/** A figure that newsrooms can put in a page of theirs: a few neighbouring steps of a chapter, on one stage. */
export interface Figure {
	/** In addresses, and `data-figure` in the story where it is a chapter's main one: then the chapter's id. */
	id: string;
	chapter: string;
	/** Names of its steps, in the order of the story. */
	steps: readonly string[];
	/** The step it opens on, and which its still shows. */
	opens: string;
}

/** Each chapter's main figure, and some more. */
export const FIGURES: readonly Figure[] = [
	{ id: 'place', chapter: 'place', steps: ['square', 'nour', 'others', 'more'], opens: 'nour' },
	{ id: 'camera', chapter: 'camera', steps: ['viewfinder', 'pixels', 'loupe', 'thirty-days'], opens: 'loupe' },
	{ id: 'bill', chapter: 'camera', steps: ['bill'], opens: 'bill' },
	{ id: 'centre', chapter: 'centre', steps: ['few-eyes', 'wall', 'umbrellas'], opens: 'wall' },
	{
		id: 'vision',
		chapter: 'vision',
		steps: ['background', 'mask', 'boxes', 'tracks', 'ground'],
		opens: 'tracks'
	},
	{
		id: 'maraudage',
		chapter: 'maraudage',
		steps: ['clocks', 'manuals', 'threshold', 'turning-round', 'durations'],
		opens: 'threshold'
	},
	{ id: 'four-rules', chapter: 'maraudage', steps: ['four-rules'], opens: 'four-rules' },
	{ id: 'attroupement', chapter: 'attroupement', steps: ['stop', 'from-above', 'three-reasons'], opens: 'stop' },
	{ id: 'regles', chapter: 'regles', steps: ['bricks', 'uses', 'fines', 're-sorted', 'one-engine'], opens: 'bricks' },
	{ id: 'alerte', chapter: 'alerte', steps: ['queue', 'day', 'thousand', 'assumptions'], opens: 'day' },
	{ id: 'entreprise', chapter: 'entreprise', steps: ['hiring', 'staff', 'engineers', 'message'], opens: 'message' },
	{ id: 'resultat', chapter: 'resultat', steps: ['cases', 'twenty-two', 'solved'], opens: 'twenty-two' },
	{ id: 'empreinte', chapter: 'empreinte', steps: ['heaters', 'two-bars'], opens: 'heaters' },
	{
		id: 'droit',
		chapter: 'droit',
		steps: ['position', 'trial', 'moirans', 'dark-screens', 'rider', 'reopened'],
		opens: 'reopened'
	},
	{ id: 'refusals', chapter: 'droit', steps: ['refusals', 'out-of-frame'], opens: 'refusals' },
	{ id: 'peur', chapter: 'peur', steps: ['ranking', 'shadow', 'television'], opens: 'ranking' },
	{ id: 'questions', chapter: 'questions', steps: ['asking', 'town', 'sheet'], opens: 'asking' }
];

/** The whole story, a step at a time. */
export const STORY = 'story';

/** The step, by name, that stands for each chapter where it is shared. */
export const CARDS: Readonly<Record<string, string>> = {
	place: 'nour',
	camera: 'loupe',
	centre: 'wall',
	vision: 'boxes',
	maraudage: 'threshold',
	attroupement: 'three-reasons',
	regles: 'bricks',
	alerte: 'day',
	entreprise: 'message',
	resultat: 'twenty-two',
	empreinte: 'heaters',
	droit: 'refusals',
	peur: 'shadow',
	questions: 'asking'
};

/** Stages of figures narrower than this are composed upright, as on a phone. */
export const UPRIGHT_BELOW = 600;
/** Width of the stage that an upright figure is composed for, whatever its own; and height to width of either kind. */
export const UPRIGHT_WIDTH = 384;
export const UPRIGHT_RATIO = 35 / 31;
export const WIDE_RATIO = 5 / 8;
