import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { locate, readingLine, type Extent } from '../../src/lib/story/locate';
import { createTimeline, stepOfHash } from '../../src/lib/story/timeline';
import { layoutOf, viewOf } from '../../src/lib/picture/view';
import { createContext, fill, formatNumber } from '../../src/lib/picture/context';

const extents: Extent[] = [
	{ top: 0, bottom: 100 },
	{ top: 100, bottom: 300 },
	{ top: 320, bottom: 400 }
];
const at = (line: number, hint?: number) => locate(3, (i) => extents[i], line, hint);

describe('locate', () => {
	it('gives the step the line is in, and how far through', () => {
		expect(at(50)).toEqual({ index: 0, progress: 0.5 });
		expect(at(100)).toEqual({ index: 1, progress: 0 });
		expect(at(200)).toEqual({ index: 1, progress: 0.5 });
	});
	it('keeps to the ends before the first and after the last, and to the step above in a gap', () => {
		expect(at(-20)).toEqual({ index: 0, progress: 0 });
		expect(at(310)).toEqual({ index: 1, progress: 1 });
		expect(at(900)).toEqual({ index: 2, progress: 1 });
		expect(locate(0, () => extents[0], 10)).toEqual({ index: 0, progress: 0 });
	});
	it('never depends on where it starts looking', () => {
		fc.assert(
			fc.property(fc.integer({ min: -50, max: 500 }), fc.integer({ min: -3, max: 9 }), (line, hint) => {
				expect(at(line, hint)).toEqual(at(line, 0));
			})
		);
	});
	it('gives progress 0 for a step without height', () => {
		expect(locate(1, () => ({ top: 5, bottom: 5 }), 5).progress).toBe(0);
	});
});

describe('timeline', () => {
	const timeline = createTimeline([
		{ id: 'place', title: 'a', short: 'a', path5: true, words: 440, steps: ['a', 'b', 'c'] },
		{ id: 'camera', title: 'b', short: 'b', path5: false, words: 10, steps: ['a', 'b'] }
	]);
	it('numbers steps from 1 in order', () => {
		expect(timeline.ids).toEqual(['place.1', 'place.2', 'place.3', 'camera.1', 'camera.2']);
		expect(timeline.chapterAt(3).id).toBe('camera');
		expect(timeline.chapterAt(2).first).toBe(0);
	});
	it('finds steps and chapters by id, and nothing else', () => {
		expect(timeline.indexOf('camera.2')).toBe(4);
		expect(timeline.indexOf('camera')).toBe(3);
		expect(timeline.indexOf('camera.x')).toBe(-1);
		expect(timeline.indexOf('camera.0')).toBe(-1);
		expect(timeline.indexOf('nowhere.2')).toBe(-1);
		expect(timeline.indexOf('')).toBe(-1);
	});
	it('leads a link to a step that is gone to the end of its chapter', () => {
		const { chapters } = timeline;
		expect(timeline.indexOf('camera.9')).toBe(chapters[1].first + chapters[1].steps.length - 1);
	});
	it('reads a hash however badly written', () => {
		expect(stepOfHash('#camera.2')).toBe('camera.2');
		expect(stepOfHash('#%E0%A4%A')).toBe('');
	});
	it('never says zero minutes', () => {
		expect(timeline.chapters[1].minutes).toBe(1);
		expect(timeline.minutes).toBe(2);
	});
});

describe('the short path', () => {
	const chapter = (id: string, path5: boolean, words: number) => ({
		id,
		title: id,
		short: id,
		path5,
		words,
		steps: ['a', 'b']
	});
	const timeline = createTimeline([
		chapter('place', true, 500),
		chapter('camera', false, 900),
		chapter('centre', true, 600),
		chapter('vision', false, 700)
	]);
	it('is as long as the words of its chapters', () => {
		expect(timeline.words).toBe(2700);
		expect(timeline.path).toMatchObject({ words: 1100, minutes: 5 });
		expect(timeline.path.chapters.map((c) => c.id)).toEqual(['place', 'centre']);
	});
	it('leads from step to step past what is left out, and ends where it ends', () => {
		const walk = (by: -1 | 1, short: boolean, from: number) => {
			const out = [];
			for (let at: number | null = from; at !== null; at = timeline.beside(at, by, short)) out.push(timeline.ids[at]);
			return out;
		};
		expect(walk(1, true, 0)).toEqual(['place.1', 'place.2', 'centre.1', 'centre.2']);
		expect(walk(-1, true, 5)).toEqual(['centre.2', 'centre.1', 'place.2', 'place.1']);
		expect(walk(1, false, 0)).toEqual(timeline.ids);
	});
});

describe('view', () => {
	it('knows the three layouts', () => {
		expect(layoutOf(1440, 900)).toBe('wide');
		expect(layoutOf(1024, 768)).toBe('wide');
		expect(layoutOf(390, 844)).toBe('portrait');
		expect(layoutOf(844, 390)).toBe('short');
	});
	it('keeps the free area inside the stage, clear of the column', () => {
		for (const [w, h] of [
			[1440, 900],
			[1024, 768],
			[1920, 1080],
			[390, 439],
			[490, 390]
		]) {
			const { free } = viewOf(w, h, layoutOf(w, h));
			expect(free.x).toBeGreaterThanOrEqual(0);
			expect(free.x + free.w).toBeLessThanOrEqual(w);
			expect(free.y + free.h).toBeLessThanOrEqual(h);
			expect(free.w).toBeGreaterThan(200);
		}
	});
	it('puts the reading line where the steps’ paddings expect it', () => {
		expect(readingLine(1000, false)).toBe(650);
		expect(readingLine(1000, true)).toBe(850);
	});
});

describe('context', () => {
	it('fills labels and refuses unknown ones with their file', () => {
		const context = createContext({
			chapter: 'camera',
			step: 1,
			progress: 0,
			steps: ['a'],
			view: viewOf(800, 600, 'wide'),
			lang: 'fr',
			labels: { camera: { month: '{days} jours' } },
			recording: {} as never,
			params: {}
		});
		expect(context.say('month', { days: 30 })).toBe('30 jours');
		expect(() => context.say('nothing')).toThrow('content/figures/camera.yaml');
		expect(() => fill('fr', '{a}', {})).toThrow('{a}');
	});
	it('prints numbers as each language does', () => {
		expect(formatNumber('fr', 26614)).toBe('26\u202f614');
		expect(formatNumber('en', 26614)).toBe('26,614');
		expect(formatNumber('fr', 1.25, 1)).toBe('1,3');
		expect(formatNumber('en', -0.2)).toBe('0');
		for (const [lang, locale] of [
			['fr', 'fr-FR'],
			['en', 'en-GB']
		] as const)
			for (const digits of [0, 1, 2, 3])
				for (const value of [0, 7, 999, 1000, 12.5, 1939, 999999.96, 1e7, -3.14159, -4200.7, 0.04, 2 / 3])
					expect(formatNumber(lang, value, digits)).toBe(
						new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value).replace(/^-0$/, '0')
					);
	});
});
