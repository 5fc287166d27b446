import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/lib/picture/frame';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { CHAPTER_IDS } from '../../src/lib/server/content';
import { countMarks } from '../../src/lib/stage/marks';
import { flat, framesOf, rest, stepsOf, textFaults } from '../kit';

describe.each(CHAPTER_IDS)('%s', (chapter) => {
	it('is a pure function that always shows something, with finite numbers and unique keys', () => {
		const at = framesOf(chapter);
		for (const size of WINDOWS)
			for (const step of stepsOf(chapter))
				for (const progress of [0, 0.13, 0.5, 0.87, 1]) {
					const where = `${chapter}.${step} at ${progress}, ${size.join('×')}`;
					const frame = at(step, progress, size);
					expect(frame.ink.length + countMarks(frame.marks), where).toBeGreaterThan(0);
					const text = JSON.stringify(frame);
					expect(text, where).not.toMatch(/NaN|Infinity|undefined/);
					for (const { mark } of flat(frame.marks))
						for (const value of Object.values(mark))
							if (typeof value === 'number') expect(Number.isFinite(value), `${where} ${mark.key}`).toBe(true);
					const unique = (marks: Mark[]): void => {
						expect(new Set(marks.map((m) => m.key)).size, where).toBe(marks.length);
						for (const m of marks) if (m.type === 'group') unique(m.children);
					};
					unique(frame.marks);
					expect(JSON.stringify(at(step, progress, size)), where).toBe(text);
				}
	});

	it('says everything at rest in both languages, in letters that can be read, apart, inside the stage', () => {
		const at = framesOf(chapter);
		const faults: string[] = [];
		for (const lang of ['fr', 'en'] as const)
			for (const size of WINDOWS)
				for (const step of stepsOf(chapter))
					for (const fault of textFaults(at(step, rest[chapter][step - 1], size, { lang }), viewOfWindow(size)))
						faults.push(`${lang} ${chapter}.${step} ${size.join('×')}: ${fault}`);
		expect(faults).toEqual([]);
	});
});
