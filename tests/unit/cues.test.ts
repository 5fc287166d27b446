import { describe, expect, it } from 'vitest';
import { cues, even, latest, partsOf, type Cue, type Part, type Place } from '../../src/lib/scenes/cues';
import { SCENES } from '../../src/lib/scenes/index';
import { WINDOWS } from '../../src/lib/picture/view';
import { framesOf, names as STEPS } from '../kit';

const steps = ['a', 'b', 'c'];
const at = (step: number, progress: number, names = steps): Place => ({
	chapter: 'test',
	steps: names,
	step,
	progress
});

describe('a cue', () => {
	it('comes in its part of its step, softly, and stays', () => {
		const read = (p: Place) => cues({ built: ['b', 0.2, 0.6] })(p)('built');
		expect([read(at(1, 1)), read(at(2, 0.2)), read(at(2, 0.6)), read(at(3, 0)), read(at(3, 1))]).toEqual([
			0, 0, 1, 1, 1
		]);
		expect(read(at(2, 0.4))).toBeCloseTo(0.5, 12);
		expect(read(at(2, 0.3))).toBeCloseTo(0.15625, 12);
	});
	it('goes, and has been there from the start when nothing says when it comes', () => {
		const read = (p: Place) => cues({ others: { goes: ['b', 0, 0.5] } })(p)('others');
		expect([read(at(1, 0)), read(at(2, 0)), read(at(2, 0.25)), read(at(2, 0.5)), read(at(3, 1))]).toEqual([
			1, 1, 0.5, 0, 0
		]);
	});
	it('takes several parts as one, and holds between them', () => {
		const read = (p: Place, names = steps) =>
			cues({ way: even(['a', 0.5, 1], ['c', 0, 0.5]) })({ ...p, steps: names })('way');
		expect([
			read(at(1, 0.5)),
			read(at(1, 0.75)),
			read(at(1, 1)),
			read(at(2, 0.5)),
			read(at(3, 0.25)),
			read(at(3, 0.5))
		]).toEqual([0, 0.25, 0.5, 0.5, 0.75, 1]);
	});
	it('can be an even clock through whole steps', () => {
		const read = (p: Place) => cues({ clock: even('a', 'b') })(p)('clock');
		expect([read(at(1, 0)), read(at(1, 0.5)), read(at(2, 0)), read(at(2, 0.5)), read(at(3, 0))]).toEqual([
			0, 0.25, 0.5, 0.75, 1
		]);
	});
	it('can be a cut', () => {
		const read = (p: Place) => cues({ night: ['b', 0.34, 0.34] })(p)('night');
		expect([read(at(1, 1)), read(at(2, 0.33)), read(at(2, 0.34)), read(at(3, 0))]).toEqual([0, 0, 1, 1]);
	});
	it.each<[string, Cue, RegExp]>([
		['an unknown step', ['d', 0, 1], /test: cue "it" names the step "d"; there are a, b, c/],
		['a part outside its step', ['a', 0.5, 1.5], /test: cue "it" cannot run from 0.5 to 1.5 of "a"/],
		['a part that runs backwards', ['a', 0.5, 0.2], /cannot run/],
		['a cut at the top of a step, which the border would show', ['b', 0, 0], /cannot run/],
		[
			'parts out of order',
			[
				['b', 0, 1],
				['a', 0, 1]
			],
			/test: cue "it" runs backwards at "a"/
		],
		['something that goes before it has come', { comes: ['b', 0, 0.6], goes: ['b', 0.5, 1] }, /runs backwards at "b"/],
		['nothing at all', {}, /has no parts/]
	])('refuses %s', (_, cue, message) => expect(() => cues({ it: cue })(at(1, 0))).toThrow(message));
	it('refuses a name nobody declared', () => {
		const read = cues({ built: ['a', 0, 1] })(at(1, 0)) as (name: string) => number;
		expect(() => read('bult')).toThrow('test: there is no cue "bult"');
	});
});

describe('what is declared by step', () => {
	it('is that of the step read, or of the nearest before it', () => {
		const seen = [1, 2, 3].map((step) => latest(at(step, 0), { a: 'first', c: 'last' }));
		expect(seen).toEqual(['first', 'first', 'last']);
	});
	it('names an unknown step, and a step nothing is declared for', () => {
		expect(() => latest(at(1, 0), { a: 1, d: 2 })).toThrow('test: what is chosen by step names the step "d"');
		expect(() => latest(at(1, 0), { b: 1 })).toThrow('test: nothing is declared up to step "a"');
	});
});

/** Chapters that declare their cues. */
const converted = (
	await Promise.all(Object.entries(SCENES).map(async ([chapter, load]) => [chapter, await load()] as const))
).flatMap(([chapter, { cues }]) =>
	cues ? [[chapter, { declared: cues.declared }] as [string, { declared: Record<string, Cue> }]] : []
);

describe.each(converted)('the cues of %s', (chapter, { declared }) => {
	const names = STEPS[chapter];
	const read = (step: number, progress: number) => cues(declared)({ chapter, steps: names, step, progress });

	it('are the same on both sides of every border', () => {
		for (let step = 1; step < names.length; step++)
			for (const name in declared)
				expect(read(step + 1, 0)(name), `${name}, ${names[step - 1]} to ${names[step]}`).toBe(read(step, 1)(name));
	});
	it('are 0 until they come, 1 while they hold, 0 once they are gone', () => {
		for (let step = 1; step <= names.length; step++)
			for (let p = 0; p <= 1; p += 0.01)
				for (const [name, cue] of Object.entries(declared)) {
					const value = read(step, p)(name);
					const faults = heldAt(cue, names, step - 1 + p).filter((held) => held !== value);
					if (faults.length || !(value >= 0 && value <= 1))
						expect.fail(`${name} is ${value} at ${p.toFixed(2)} of ${names[step - 1]}`);
				}
	});
});

/** What a cue must be at a place counted in steps from the chapter's top; nothing while it comes or goes. */
function heldAt(cue: Cue, names: readonly string[], t: number): number[] {
	const { comes, goes } = partsOf(cue);
	const begins = (parts: readonly Part[], none: number) =>
		parts.length ? names.indexOf(parts[0][0]) + parts[0][1] - 1e-9 : none;
	const ends = (parts: readonly Part[], none: number) =>
		parts.length ? names.indexOf(parts[parts.length - 1][0]) + parts[parts.length - 1][2] + 1e-9 : none;
	if (t < begins(comes, -Infinity) || t > ends(goes, Infinity)) return [0];
	return t > ends(comes, -Infinity) && t < begins(goes, Infinity) ? [1] : [];
}

describe.each(converted)('a step inserted into %s', (chapter) => {
	const names = STEPS[chapter];
	const before = framesOf(chapter);
	it.each(names)('after "%s" moves nothing else, and holds what was there', (name) => {
		const after = names.indexOf(name) + 1;
		const longer = framesOf(chapter, { names: [...names.slice(0, after), 'inserted', ...names.slice(after)] });
		for (const size of [WINDOWS[0], WINDOWS[2]]) {
			for (let step = 1; step <= names.length; step++)
				for (const p of [0, 0.3, 0.62, 1])
					expect(longer(step > after ? step + 1 : step, p, size), `${names[step - 1]} at ${p}`).toEqual(
						before(step, p, size)
					);
			for (const p of [0, 0.5, 1]) expect(longer(after + 1, p, size)).toEqual(before(after, 1, size));
		}
	});
});
