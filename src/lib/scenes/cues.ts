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
	const resolve = (place: Place): At<Name> => {
		for (const name in declared) check(name, declared[name], place);
		return (name) => {
			if (!(name in declared)) throw new Error(`${place.chapter}: there is no cue "${name}"`);
			return valueOf(declared[name], place);
		};
	};
	return Object.assign(resolve, { declared });
}

/** A clock without soft ends through parts, or whole steps where only their names are given. */
export const even = (...parts: readonly (string | Part)[]): Cue => ({
	comes: parts.map((p): Part => (typeof p === 'string' ? [p, 0, 1] : p)),
	even: true
});

/**
 * What is declared for the step now read, or else for the nearest before it: how a chapter chooses among pictures that
 * it composes anew for some steps, words or subjects. Throws where nothing is declared so far, or an unknown step is.
 */
export function latest<T>(place: Place, byStep: Readonly<Record<string, T>>): T {
	for (const step in byStep) indexOf(step, place, 'what is chosen by step');
	for (let i = place.step - 1; i >= 0; i--) {
		const step = place.steps[i];
		if (step in byStep) return byStep[step];
	}
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

function valueOf(cue: Cue, place: Place): number {
	const { comes, goes, even } = partsOf(cue);
	const pace = even ? (t: number) => t : ease;
	const come = comes.length ? pace(shareOf(comes, place)) : 1;
	return goes.length ? come * (1 - pace(shareOf(goes, place))) : come;
}

/** How much of some parts lies behind a place: 0 before the first, 1 after the last. */
function shareOf(parts: readonly Part[], { steps, step, progress }: Place): number {
	let done = 0;
	let whole = 0;
	for (const [name, from, to] of parts) {
		const at = steps.indexOf(name) + 1;
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

function check(name: string, cue: Cue, place: Place): void {
	const { comes, goes } = partsOf(cue);
	const who = `cue "${name}"`;
	let before = 0;
	for (const parts of [comes, goes])
		for (const [step, from, to] of parts) {
			const at = indexOf(step, place, who);
			const cut = from === to && to > 0 && parts.length === 1;
			if (!(from >= 0 && to <= 1 && (from < to || cut)))
				throw new Error(`${place.chapter}: ${who} cannot run from ${from} to ${to} of "${step}"`);
			if (at + from < before) throw new Error(`${place.chapter}: ${who} runs backwards at "${step}"`);
			before = at + to;
		}
	if (!comes.length && !goes.length) throw new Error(`${place.chapter}: ${who} has no parts`);
}
