import { DEFAULTS, type Choice, type Points } from './choice';

/** A question to put to the machine, set up, and what is changed then. Its words are in content/figures/lab.yaml. */
export interface Experiment {
	id: string;
	choice: Partial<Choice>;
	then: Partial<Choice>;
}

/** Paving in front of the bakery, and the whole of a picture whose ground is not known. */
const BAKERY: Points = [
	[4, 10],
	[12, 10],
	[12, 15],
	[4, 15]
];
/** The middle of the square and the foot of the column, where Marcel sleeps. */
const COLUMN: Points = [
	[-8, 2],
	[9, 2],
	[9, 13],
	[-8, 13]
];
const WHOLE: Points = [
	[0, 0],
	[100, 0],
	[100, 57],
	[0, 57]
];
const loitering = (seconds: number): Choice['rules'] => [{ kind: 'loitering', zone: 0, values: [seconds] }];
const crowd = (people: number): Choice['rules'] => [{ kind: 'crowd', zone: 0, values: [people, 5] }];

export const EXPERIMENTS: readonly Experiment[] = [
	{ id: 'spare', choice: { source: 'square', rules: loitering(30) }, then: { zones: [COLUMN] } },
	{ id: 'merge', choice: { source: 'queue', layer: 'blobs', rules: [] }, then: { machine: 'learned', layer: 'heat' } },
	{
		id: 'vanish',
		choice: { source: 'camera', gated: false, layer: 'mask', rules: [] },
		then: { machine: 'learned', layer: 'frame' }
	},
	{
		id: 'shadow',
		choice: { source: 'square', people: 10, weather: 'sun', shadows: false, layer: 'mask', rules: [] },
		then: { shadows: true }
	},
	{ id: 'thrice', choice: { source: 'square', people: 12, rules: [] }, then: { people: 40 } },
	{
		id: 'queue',
		choice: { source: 'queue', zones: [BAKERY], rules: crowd(5) },
		then: { rules: crowd(8) }
	},
	{
		id: 'day',
		choice: { source: 'actors', ground: { kind: 'none' }, zones: [WHOLE], rules: loitering(10) },
		then: { rules: loitering(30) }
	},
	{ id: 'height', choice: { source: 'square', people: 20, height: 3, rules: [] }, then: { height: 15 } }
];

/** The whole choice of an experiment: usual but for what it is about. */
export const choiceOf = ({ id, choice }: Experiment): Choice => ({ ...DEFAULTS, ...choice, guide: id });
