import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure } from '../../src/lib/figure/text';
import { loadRecording } from '../../src/lib/recording/node';
import { SCENES } from '../../src/lib/scenes/index';
import { CHAPTER_IDS, readReference, readStory } from '../../src/lib/server/content';
import { readLabels } from '../../src/lib/server/labels';
import { countMarks } from '../../src/lib/stage/marks';
import { createContext, type Lang } from '../../src/lib/picture/context';
import type { Frame, Mark, Scene } from '../../src/lib/picture/frame';
import { layoutOf, viewOf } from '../../src/lib/picture/view';

const recording = loadRecording('.');
const stats = JSON.parse(readFileSync('src/generated/stats.json', 'utf8')) as Record<string, number>;
const reference = readReference('src/content');
const labels = { fr: readLabels('src/content/figures', 'fr'), en: readLabels('src/content/figures', 'en') };
const story = Object.fromEntries(
	readStory('src/content', {
		lang: 'fr',
		reference,
		stats,
		up: '',
		ui: { source: '', original: '', glossary: '' }
	}).map((c) => [c.id, c.steps.map((s) => s.name)])
);

const WINDOWS: [number, number][] = [
	[1440, 900],
	[1024, 768],
	[390, 844],
	[844, 390]
];

function frameOf(
	scene: Scene,
	chapter: string,
	step: number,
	progress: number,
	[width, height]: [number, number],
	lang: Lang = 'fr'
): Frame {
	const layout = layoutOf(width, height);
	const view = viewOf(
		layout === 'short' ? Math.round(width * 0.58) : width,
		layout === 'portrait' ? Math.round(height * 0.52) : height,
		layout
	);
	return scene(
		createContext({
			chapter,
			step,
			progress,
			steps: story[chapter],
			view,
			lang,
			labels: labels[lang],
			recording,
			params: {}
		})
	);
}

function* flat(
	marks: Mark[],
	dx = 0,
	dy = 0,
	scale = 1,
	opacity = 1
): Generator<{ mark: Mark; dx: number; dy: number; scale: number; opacity: number }> {
	for (const mark of marks) {
		const o = opacity * (mark.opacity ?? 1);
		if (mark.type === 'group')
			yield* flat(mark.children, dx + scale * (mark.x ?? 0), dy + scale * (mark.y ?? 0), scale * (mark.scale ?? 1), o);
		else yield { mark, dx, dy, scale, opacity: o };
	}
}

describe.each(CHAPTER_IDS)('%s', (chapter) => {
	it('is a pure function that always shows something, with finite numbers and unique keys', async () => {
		const { scene } = await SCENES[chapter]();
		for (const size of WINDOWS)
			for (let step = 1; step <= story[chapter].length; step++)
				for (const progress of [0, 0.13, 0.5, 0.87, 1]) {
					const where = `${chapter}.${step} at ${progress}, ${size.join('×')}`;
					const frame = frameOf(scene, chapter, step, progress, size);
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
					expect(JSON.stringify(frameOf(scene, chapter, step, progress, size)), where).toBe(text);
				}
	});

	it('says everything in both languages, in letters that can be read, inside the stage', async () => {
		const { scene } = await SCENES[chapter]();
		const faults: string[] = [];
		for (const lang of ['fr', 'en'] as const)
			for (const size of WINDOWS)
				for (let step = 1; step <= story[chapter].length; step++) {
					const frame = frameOf(scene, chapter, step, 0.6, size, lang);
					const layout = layoutOf(...size);
					const width = layout === 'short' ? size[0] * 0.58 : size[0];
					const height = layout === 'portrait' ? size[1] * 0.52 : size[1];
					for (const { mark, dx, dy, scale, opacity } of flat(frame.marks)) {
						if (mark.type !== 'text' || opacity < 0.3) continue;
						const w = measure(mark.text, mark.size, mark.font) * scale;
						const x = dx + mark.x * scale - (mark.anchor === 'middle' ? w / 2 : mark.anchor === 'end' ? w : 0);
						const y = dy + mark.y * scale;
						// Numbers inside the loupe are pixels: they may be smaller than words.
						if (mark.size * scale < 11.5 && !/^\d{3}$/.test(mark.text))
							faults.push(`${lang} ${chapter}.${step} ${size}: "${mark.text}" is ${mark.size * scale} px`);
						if (x < -3 || x + w > width + 3 || y < 6 || y > height + 2)
							faults.push(
								`${lang} ${chapter}.${step} ${size}: "${mark.text}" leaves the stage (${Math.round(x)}, ${Math.round(y)}, ${Math.round(w)} wide)`
							);
					}
				}
		expect(faults).toEqual([]);
	});
});
