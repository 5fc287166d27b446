import { describe, expect, it } from 'vitest';
import { faultsOf, pseudo, type Template } from '../../scripts/translate/check';
import { readTexts, type Text } from '../../scripts/translate/texts';
import { CHAPTER_IDS } from '../../src/lib/server/content';
import { getLabels, getStory, UI } from '../../src/lib/server/site';

const texts = readTexts('src/content');
const byKey = new Map(texts.map((text) => [text.key, text]));
const filled = (fill: (text: Text) => string): Template =>
	Object.fromEntries(texts.map((text) => [text.key, { ...text, text: fill(text) }]));

describe('the template for translators', () => {
	it('has every word of the interface, every label and every step', () => {
		for (const key of Object.keys(UI.en))
			expect(byKey.get(`ui:${key}`)?.en, key).toBe(UI.en[key as keyof typeof UI.en]);
		const labels = getLabels('en');
		for (const id of CHAPTER_IDS)
			for (const [key, said] of Object.entries(labels[id] ?? {}))
				expect(byKey.get(`figures/${id}.yaml:${key}`)?.en, `${id} ${key}`).toBe(said);
		for (const chapter of getStory('en', ''))
			for (let n = 1; n <= chapter.steps.length; n++) {
				const file = `${String(chapter.number).padStart(2, '0')}-${chapter.id}.md`;
				expect(byKey.get(`${file}:${n}`)?.fr, `${file} ${n}`).toBeTruthy();
				expect(byKey.get(`${file}:steps.${n - 1}.alt`)?.most, `${file} ${n}`).toBe(150);
			}
	});

	it('holds with texts two fifths longer: what is filled in is kept, and so are limits', () => {
		expect(
			faultsOf(
				texts,
				filled(({ en, most }) => pseudo(en, most))
			)
		).toEqual([]);
		expect(pseudo('{n} rows of {{people}}')).toBe('{n} røws øf {{people}} ~~~~~~~~');
		expect(pseudo('[the words](fact:f01)')).toMatch(/^\[thé wørds\]\(fact:f01\)/);
		expect(pseudo('Loitering', 18)).toHaveLength(13);
		expect(pseudo('About as long as so', 19)).toHaveLength(19);
	});

	it('names what a translation leaves out, loses, or has too much of', () => {
		const whole = filled(({ fr }) => fr);
		expect(faultsOf(texts, whole)).toEqual([]);
		const put = (key: string, text: string) => faultsOf(texts, { ...whole, [key]: { fr: '', en: '', text } });
		expect(put('ui:title', ' ')).toEqual(['ui:title: is missing']);
		expect(put('ui:readingTime', 'ein paar Minuten')).toEqual(['ui:readingTime: does not keep {minutes}']);
		expect(put('04-maraudage.md:short', 'Herumlungern auf Plätzen')[0]).toMatch(/has 24 characters, 18 at most/);
		expect(put('ui:tilte', 'x')).toEqual(['ui:tilte: is not a text of the site']);
	});
});
