import {
	BOUNDS,
	DEFAULTS,
	INPUT_NAMES,
	LAYERS,
	MACHINES,
	PARAMETERS,
	SOURCES,
	WEATHERS,
	type Choice,
	type GroundChoice,
	type Points,
	type RuleChoice
} from './choice';
import { RULE_KINDS, type Meaning } from '../rules/index';

/**
 * A choice as the query of an address and back, in 200 characters at most for up to three zones: what is as usual is left
 * out, points are decimetres, rules are `kind.zone.value…`.
 */

/** Most zones, corners and rules that are taken: what a reader can still tell apart, and what keeps the address short. */
export const MOST = { zones: 4, corners: 8, rules: 6 };

const MEANINGS: readonly Meaning[] = ['zone-clock', 'must-move', 'barely-moves'];

/** What stands in an address as it is. */
const PLAIN = [
	'guide',
	'source',
	'seed',
	'weather',
	'height',
	'distance',
	'machine',
	'layer',
	'threshold',
	'input',
	'components',
	'rate'
] as const;

const tenth = (v: number): string => String(Math.round(v * 10));
const printPoints = (points: Points): string => points.map(([x, y]) => `${tenth(x)}.${tenth(y)}`).join('*');

const printRule = ({ kind, zone, values, meaning }: RuleChoice): string =>
	[
		RULE_KINDS.indexOf(kind),
		zone,
		...values,
		...(meaning && meaning !== 'zone-clock' ? [`m${MEANINGS.indexOf(meaning)}`] : [])
	].join('.');

function printGround(g: GroundChoice): string {
	if (g.kind === 'four') return `4*${tenth(g.across)}.${tenth(g.along)}*${printPoints(g.points)}`;
	return g.kind === 'height' ? `h*${tenth(g.metres)}.${Math.round(g.horizon * 100)}` : g.kind[0];
}

/** The query, with its question mark; '' for the usual choice. */
export function printAddress(choice: Choice): string {
	const parts: string[] = [];
	const put = (key: string, value: string, usual: string) => value !== usual && parts.push(`${key}=${value}`);
	for (const key of PLAIN) put(key, String(choice[key]), String(DEFAULTS[key]));
	put('people', String(choice.people), 'null');
	put('shadows', choice.shadows ? '1' : '0', '1');
	put('gated', choice.gated ? '1' : '0', '1');
	put('ground', printGround(choice.ground), 'f');
	put('zones', choice.zones.map(printPoints).join('~'), DEFAULTS.zones.map(printPoints).join('~'));
	put('rules', choice.rules.map(printRule).join('~'), DEFAULTS.rules.map(printRule).join('~'));
	return parts.length ? `?${parts.join('&')}` : '';
}

/**
 * The choice of an address. Whatever cannot be read is left as usual and named in `faults` by its key: no address makes
 * an exception.
 */
export function readAddress(query: string): { choice: Choice; faults: string[] } {
	const given = new URLSearchParams(query);
	const faults: string[] = [];
	const read = <T>(key: string, usual: T, parse: (text: string) => T | null): T => {
		const text = given.get(key);
		if (text === null) return usual;
		const value = text.length > 400 ? null : parse(text);
		if (value === null) faults.push(key);
		return value ?? usual;
	};
	const among = <T extends string>(key: string, all: readonly T[], usual: T): T =>
		read(key, usual, (text) => all.find((one) => one === text) ?? null);
	const number = (key: Exclude<keyof typeof BOUNDS, 'people'>): number =>
		read(key, DEFAULTS[key], (text) => bounded(text, BOUNDS[key]));
	const flag = (key: 'shadows' | 'gated'): boolean =>
		read(key, true, (t) => (t === '1' ? true : t === '0' ? false : null));
	const zones = read('zones', DEFAULTS.zones, (text) => list(text, MOST.zones, readPoints));
	return {
		choice: {
			source: among('source', SOURCES, DEFAULTS.source),
			seed: number('seed'),
			people: read('people', DEFAULTS.people, (text) => bounded(text, BOUNDS.people)),
			weather: among('weather', WEATHERS, DEFAULTS.weather),
			height: number('height'),
			distance: number('distance'),
			machine: among('machine', MACHINES, DEFAULTS.machine),
			layer: among('layer', LAYERS, DEFAULTS.layer),
			threshold: number('threshold'),
			input: among('input', INPUT_NAMES, DEFAULTS.input),
			components: number('components'),
			rate: number('rate'),
			guide: read('guide', '', (text) => (/^[a-z]{1,12}$/.test(text) ? text : null)),
			shadows: flag('shadows'),
			gated: flag('gated'),
			ground: read('ground', DEFAULTS.ground, readGround),
			zones,
			rules: read('rules', DEFAULTS.rules, (text) => list(text, MOST.rules, (part) => readRule(part, zones)))
		},
		faults
	};
}

function bounded(text: string, { least, most }: { least: number; most: number }): number | null {
	const value = text === '' ? NaN : Number(text);
	return value >= least && value <= most ? value : null;
}

/** Parts of a text, each read; null when one cannot be, or there are too many. An empty text is an empty list. */
function list<T>(text: string, most: number, read: (part: string) => T | null): T[] | null {
	if (text === '') return [];
	const parts = text.split('~').map(read);
	return parts.length > most || parts.includes(null) ? null : (parts as T[]);
}

const numbers = (text: string): number[] | null => {
	const values = text.split('.').map((t) => (t === '' ? NaN : Number(t)));
	return values.every((v) => Number.isInteger(v) && Math.abs(v) < 100_000) ? values : null;
};

function readPoints(text: string): Points | null {
	const points = text.split('*').map(numbers);
	if (points.length < 2 || points.length > MOST.corners) return null;
	if (points.some((p) => p?.length !== 2)) return null;
	return points.map((p) => [p![0] / 10, p![1] / 10] as const);
}

function readRule(text: string, zones: readonly Points[]): RuleChoice | null {
	const [kindText, zoneText, ...rest] = text.split('.');
	const kind = RULE_KINDS[Number(kindText)];
	const zone = Number(zoneText);
	if (!kind || kindText === '' || !zones[zone] || zones[zone].length < (kind === 'line' ? 2 : 3)) return null;
	const meaning = rest.at(-1)?.startsWith('m') ? MEANINGS[Number(rest.pop()!.slice(1))] : undefined;
	if (rest.length !== PARAMETERS[kind].length) return null;
	const values = rest.map((t, i) => bounded(t, { least: PARAMETERS[kind][i][1], most: PARAMETERS[kind][i][2] }));
	if (values.includes(null)) return null;
	return { kind, zone, values: values as number[], ...(meaning ? { meaning } : {}) };
}

function readGround(text: string): GroundChoice | null {
	if (text === 'f') return { kind: 'found' };
	if (text === 'n') return { kind: 'none' };
	const [kind, size, ...points] = text.split('*');
	const [a, b] = (size && numbers(size)) || [];
	if (!(a > 0 && b >= 0)) return null;
	if (kind === 'h') return b <= 100 ? { kind: 'height', metres: a / 10, horizon: b / 100 } : null;
	const corners = kind === '4' && points.length === 4 ? readPoints(points.join('*')) : null;
	return corners && { kind: 'four', across: a / 10, along: b / 10, points: corners };
}
