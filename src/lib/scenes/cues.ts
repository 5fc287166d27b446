import { ease } from '../figure/motion';
import type { SceneContext } from '../picture/frame';

/** Part of a step, from one share of it to another. Two equal shares make a cut. */
export type Part = readonly [step: string, from: number, to: number];

/** One part, or several taken as one, in the order of the steps. A step that is not named holds what came before it. */
export type Parts = Part | readonly Part[];

/**
 * When something comes, holds and goes. Parts alone are when it comes. Without `goes` it stays to the chapter's end,
 * without `comes` it has been there from the start. Soft at both ends (smoothstep) unless `even`.
 */
export type Cue = Parts | { comes?: Parts; goes?: Parts; even?: boolean };

/** What a cue is a function of: where the reader is in a chapter. */
export type Place = Pick<SceneContext, 'chapter' | 'steps' | 'step' | 'progress'>;

/** A cue's own 0 to 1 at a place. */
export type At<Name extends string = string> = (cue: Name) => number;

export interface Cues<Name extends string = string> {
	(place: Place): At<Name>;
	declared: Readonly<Record<Name, Cue>>;
}

/**
 * A chapter's cues as data, by step name and share of that step; reads `const at = CUES(c)`, then `at('built')`.
 * Throws, naming chapter and cue, where a declaration names a step the chapter has not, or runs backwards.
 */
export function cues<const Name extends string>(declared: Readonly<Record<Name, Cue>>): Cues<Name> {
	/** As resolved for the steps of the place last asked about: they are the same from picture to picture. */
	let steps: readonly string[] = [];
	let resolved = new Map<string, Resolved>();
	const resolve = (place: Place): At<Name> => {
		if (!resolved.size || !areSame(steps, place.steps)) {
			resolved = new Map();
			for (const name in declared) resolved.set(name, resolveCue(name, declared[name], place));
			steps = [...place.steps];
		}
		const known = resolved;
		return (name) => {
			const cue = known.get(name);
			if (!cue) throw new Error(`${place.chapter}: there is no cue "${name}"`);
			return valueOf(cue, place);
		};
	};
	return Object.assign(resolve, { declared });
}

/** Several cues at once, by their names: what a layer with several numbers of its own is given. */
export const valuesOf = <Name extends string, Given extends Name>(at: At<Name>, ...names: Given[]) =>
	Object.fromEntries(names.map((name) => [name, at(name)])) as Record<Given, number>;

/** A clock without soft ends through parts, or whole steps where only their names are given. */
export const even = (...parts: readonly (string | Part)[]): Cue => ({
	comes: parts.map((p): Part => (typeof p === 'string' ? [p, 0, 1] : p)),
	even: true
});

/**
 * What is declared for the step now read, or else for the nearest before it: how a chapter chooses among pictures that
 * it composes anew for some steps, words or subjects. Throws where nothing is declared so far, or an unknown step is.
 */
export const latest = <T>(place: Place, byStep: Readonly<Record<string, T>>): T =>
	byStep[latestOf(place, Object.keys(byStep))];

/** Which of some steps is read, or was last: a picture's words are kept under its name. */
export function latestOf(place: Place, names: readonly string[]): string {
	for (const name of names) indexOf(name, place, 'what is chosen by step');
	for (let i = place.step - 1; i >= 0; i--) if (names.includes(place.steps[i])) return place.steps[i];
	throw new Error(`${place.chapter}: nothing is declared up to step "${place.steps[place.step - 1]}"`);
}

/** The cue's parts, for tests and for the resolver: when it comes, and when it goes. */
export function partsOf(cue: Cue): { comes: readonly Part[]; goes: readonly Part[]; even: boolean } {
	if (isParts(cue)) return { comes: listOf(cue), goes: [], even: false };
	return { comes: listOf(cue.comes), goes: listOf(cue.goes), even: cue.even ?? false };
}

const isParts = (cue: Cue): cue is Parts => Array.isArray(cue);
const isPart = (parts: Parts): parts is Part => typeof parts[0] === 'string';
const listOf = (parts: Parts = []): readonly Part[] => (isPart(parts) ? [parts] : parts);

/** A part by the number of its step, 1-based. */
interface Stretch {
	at: number;
	from: number;
	to: number;
}
interface Resolved {
	comes: readonly Stretch[];
	goes: readonly Stretch[];
	even: boolean;
}

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
	a === b || (a.length === b.length && a.every((name, i) => name === b[i]));

function valueOf({ comes, goes, even }: Resolved, place: Place): number {
	const come = comes.length ? paced(shareOf(comes, place), even) : 1;
	return goes.length ? come * (1 - paced(shareOf(goes, place), even)) : come;
}

const paced = (t: number, even: boolean): number => (even ? t : ease(t));

/** How much of some parts lies behind a place: 0 before the first, 1 after the last. */
function shareOf(parts: readonly Stretch[], { step, progress }: Place): number {
	let done = 0;
	let whole = 0;
	for (const { at, from, to } of parts) {
		if (from === to && parts.length === 1) return step > at || (step === at && progress >= to) ? 1 : 0;
		whole += to - from;
		if (step > at || (step === at && progress >= to)) done += to - from;
		else if (step === at && progress > from) done += progress - from;
	}
	return done / whole;
}

function indexOf(step: string, { chapter, steps }: Place, who: string): number {
	const i = steps.indexOf(step);
	if (i < 0) throw new Error(`${chapter}: ${who} names the step "${step}"; there are ${steps.join(', ')}`);
	return i;
}

/** Finds a cue's steps by their names, and holds its parts to the order of the steps. */
function resolveCue(name: string, cue: Cue, place: Place): Resolved {
	const { comes, goes, even } = partsOf(cue);
	const who = `cue "${name}"`;
	let before = 0;
	const found = (parts: readonly Part[]): Stretch[] =>
		parts.map(([step, from, to]) => {
			const at = indexOf(step, place, who);
			const cut = from === to && to > 0 && parts.length === 1;
			if (!(from >= 0 && to <= 1 && (from < to || cut)))
				throw new Error(`${place.chapter}: ${who} cannot run from ${from} to ${to} of "${step}"`);
			if (at + from < before) throw new Error(`${place.chapter}: ${who} runs backwards at "${step}"`);
			before = at + to;
			return { at: at + 1, from, to };
		});
	const resolved = { comes: found(comes), goes: found(goes), even };
	if (!comes.length && !goes.length) throw new Error(`${place.chapter}: ${who} has no parts`);
	return resolved;
}
