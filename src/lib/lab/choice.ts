import type { Meaning, RuleKind } from '../rules/index';
import type { LIGHTS } from '../street/light';
import { PIXELS } from '../vision/detect/learned/letterbox';

/**
 * Where pictures come from. The three ready scenes are the square with other people on it; `boxes` is no pictures but what
 * another machine found in some.
 */
export const SOURCES = ['square', 'queue', 'tram', 'march', 'actors', 'file', 'camera', 'boxes'] as const;
export type SourceName = (typeof SOURCES)[number];

/** The sources that are simulated: what is true of them is known. */
export const SIMULATED: readonly SourceName[] = ['square', 'queue', 'tram', 'march'];

export const MACHINES = ['motion', 'learned', 'both'] as const;
export type MachineName = (typeof MACHINES)[number];

/** What is shown under the boxes: the picture, or what motion makes of it on the way. */
export const LAYERS = ['frame', 'background', 'difference', 'mask', 'blobs', 'heat'] as const;
export type LayerName = (typeof LAYERS)[number];

/** How much the network looks at of a picture, in pixels: it makes every picture smaller or larger first. */
export const INPUTS = { small: 50_000, usual: PIXELS, large: 200_000 } as const;
export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS) as InputName[];

/** The light: the story's afternoon, and the evaluation's four. */
export const WEATHERS = ['afternoon', 'sun', 'grey', 'rain', 'dusk'] as const satisfies (keyof typeof LIGHTS)[];
export type Weather = (typeof WEATHERS)[number];

/** A polygon, or a line of two points, on the ground of the source: metres, or hundredths of the picture's width. */
export type Points = readonly (readonly [number, number])[];

/** A rule and where it looks: an index of `zones`. What the numbers mean is in PARAMETERS. */
export interface RuleChoice {
	kind: RuleKind;
	zone: number;
	values: readonly number[];
	/** Loitering: what its clock counts. */
	meaning?: Meaning;
}

/** The numbers of each rule: name, least, most, usual value. */
export const PARAMETERS: Record<
	RuleKind,
	readonly (readonly [name: string, least: number, most: number, usual: number])[]
> = {
	loitering: [['seconds', 1, 600, 30]],
	crowd: [
		['people', 2, 60, 6],
		['seconds', 1, 120, 5]
	],
	line: [],
	'counter-flow': [
		['metres', 1, 40, 8],
		['degrees', 0, 359, 0]
	],
	abandoned: [['seconds', 1, 300, 10]],
	intrusion: [['seconds', 1, 60, 1]]
};

/** How pictures are laid on the ground. */
export type GroundChoice =
	/** Found out from those who walk; in hundredths of the picture's width where that fails. */
	| { kind: 'found' }
	/** Four points of the picture that are a rectangle on the ground, near left first and round, and its two sides. */
	| { kind: 'four'; points: Points; across: number; along: number }
	/** A level camera so many metres up, the horizon at that share of the height. */
	| { kind: 'height'; metres: number; horizon: number }
	/** Not at all. */
	| { kind: 'none' };

/** Everything the reader chooses: plain data, in the address of the page and in a run that is kept. */
export interface Choice {
	source: SourceName;
	/** Of the square: which people, how many strangers at once (null: the people of the story instead), and the weather. */
	seed: number;
	people: number | null;
	weather: Weather;
	/** Where the camera hangs: metres up, and metres from the square's near edge. */
	height: number;
	distance: number;
	machine: MachineName;
	layer: LayerName;
	/** Share of certainty from which the network's boxes count. */
	threshold: number;
	/** How large a picture the network looks at. */
	input: InputName;
	/** Motion: whether shadows are told from people, and whether people are kept out of the empty scene. */
	shadows: boolean;
	gated: boolean;
	/** Gaussians that the empty scene has a pixel, at most. */
	components: number;
	/** Frames a second of a file of boxes, which does not say. */
	rate: number;
	/** The experiment this was set up by; '' for none. */
	guide: string;
	ground: GroundChoice;
	zones: readonly Points[];
	rules: readonly RuleChoice[];
}

/** Bounds of the numbers, for fields and for what comes from elsewhere. */
export const BOUNDS = {
	seed: { least: 1, most: 9999, step: 1 },
	people: { least: 0, most: 120, step: 1 },
	height: { least: 3, most: 20, step: 0.5 },
	distance: { least: 6, most: 30, step: 1 },
	threshold: { least: 0.05, most: 0.95, step: 0.05 },
	components: { least: 1, most: 5, step: 1 },
	rate: { least: 1, most: 60, step: 1 }
} as const;

/** A zone in the middle of the square, near the column. */
const MIDDLE: Points = [
	[-8, 2],
	[7, 2],
	[7, 13],
	[-8, 13]
];

export const DEFAULTS: Choice = {
	source: 'square',
	seed: 7,
	people: null,
	weather: 'afternoon',
	height: 8.5,
	distance: 13,
	machine: 'motion',
	layer: 'frame',
	threshold: 0.45,
	input: 'usual',
	shadows: true,
	gated: true,
	components: 3,
	rate: 25,
	guide: '',
	ground: { kind: 'found' },
	zones: [MIDDLE],
	rules: [{ kind: 'loitering', zone: 0, values: [30] }]
};

/** What a running machine is made of: when it changes, a new one begins. */
export const AFRESH: readonly (keyof Choice)[] = [
	'source',
	'seed',
	'people',
	'weather',
	'height',
	'distance',
	'machine',
	'threshold',
	'input',
	'shadows',
	'gated',
	'components',
	'rate'
];
