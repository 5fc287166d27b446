import { describe, expect, it } from 'vitest';
import { showPage } from '../../src/lib/server/show';
import { readSheet } from '../../src/lib/server/teach';
import { printOptions } from '../../src/lib/show/address';
import { PER_STEP } from '../../src/lib/show/data';
import { indexOf, sequenceOf } from '../../src/lib/show/sequence';
import { viewOfShow, zoomOf } from '../../src/lib/show/view';
import { numbered, PLANS } from '../../src/lib/teach/plans';
import { flat, frameAt } from '../kit';

describe('a plan', () => {
	const { chapters } = showPage('fr', '../').data;
	for (const plan of PLANS)
		it(`of ${plan.minutes} minutes shows the steps that its table names, in both languages`, () => {
			const steps = numbered(plan, chapters);
			const stops = sequenceOf(chapters, [], steps);
			const all = sequenceOf(chapters);
			expect(stops, 'each once, in the order of the story').toHaveLength(plan.steps.length);
			expect(stops.map(({ id, name }) => `${id.split('.')[0]}/${name}`)).toEqual(plan.steps);
			for (const lang of ['fr', 'en'] as const) {
				const section = readSheet('plans', lang)
					.html.split('<section')
					.find((part) => part.includes(`show/${printOptions({ steps })}"`))!;
				expect(section, `${lang}: a link to its show`).toBeDefined();
				const link = /<a href="\.\.\/\.\.\/#(\w+\.\d+)">[^<]*<\/a>/.source;
				const named = [...section.matchAll(new RegExp(`${link}(?:\\s(?:à|to)\\s${link})?`, 'g'))].flatMap(
					([, from, to = from]) => all.slice(indexOf(all, from), indexOf(all, to) + 1).map(({ id }) => id)
				);
				expect(named).toEqual(stops.map(({ id }) => id));
				expect(printOptions({ steps }).length).toBeLessThan(100);
			}
		});

	it('shows what its notes say: four settings from 120 to 10 seconds, and three reasons for a crowd', () => {
		const stop = (id: string) => sequenceOf(chapters).find((s) => s.id === id)!;
		for (const id of ['maraudage.2', 'attroupement.3']) {
			const { plays, rest } = stop(id);
			expect(rest, 'without motion as after it').toBe(plays!.to);
			const view = viewOfShow(1920, 1014, zoomOf(1920, 1080));
			const [chapter, step] = id.split('.');
			const frame = frameAt({ chapter, step: Number(step), progress: rest, view, lang: 'fr' });
			const said = JSON.stringify([...flat(frame.marks)].filter(({ opacity }) => opacity > 0.5));
			expect(said).toMatch(id === 'maraudage.2' ? /10 s : \d+ signalés/ : /cortège/);
		}
	});

	it('takes as long to say as the builder reckons', () => {
		const words = (['fr', 'en'] as const).flatMap((lang) =>
			showPage(lang, '../').chapters.flatMap(({ notes }) => notes.map((note) => note.notes.split(/\s+/).length))
		);
		const minutes = words.reduce((a, b) => a + b, 0) / words.length / 140;
		expect(minutes).toBeGreaterThan(PER_STEP * 0.7);
		expect(minutes).toBeLessThan(PER_STEP);
	});
});
