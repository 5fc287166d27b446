import { beforeAll, describe, expect, it } from 'vitest';
import type { Mark } from '../../src/lib/picture/frame';
import { stillView } from '../../src/lib/picture/view';
import { openFrames, type Frames } from '../../src/lib/server/frames';
import { getStory } from '../../src/lib/server/site';

/** Numbers of a text, as every language prints them: digits, points for decimals. */
const numbers = (text: string): string[] =>
	(text.replace(/(\d)[\u202f\u00a0 ,](?=\d{3}(?!\d))/g, '$1').match(/\d+(?:[.,]\d+)?/g) ?? []).map((n) =>
		n.replace(',', '.')
	);

let frames: Frames;
beforeAll(async () => {
	frames = await openFrames();
}, 120_000);

/** Words drawn on a step's still. */
function drawn(chapter: string, step: number, lang: 'fr' | 'en'): string {
	const progress = frames.rest[chapter][step - 1];
	const { marks } = frames.frameAt({ chapter, step, progress, view: stillView(1200, 750), lang });
	return marks
		.filter((m: Mark) => m.type === 'text' && (m.opacity ?? 1) > 0.2)
		.map((m) => (m as Extract<Mark, { type: 'text' }>).text)
		.join(' § ');
}

/** Alternative texts that give numbers which are not letters of the picture: counted marks, or over the whole recording. */
const COUNTED = ['camera.4', 'maraudage.3', 'resultat.5'];

describe.each(['fr', 'en'] as const)('alternative texts (%s)', (lang) => {
	it('give no number that their still does not show', () => {
		const faults: string[] = [];
		for (const { id: chapter, steps } of getStory(lang, ''))
			steps.forEach(({ id, alt }, i) => {
				if (COUNTED.includes(id)) return;
				const shown = new Set(numbers(drawn(chapter, i + 1, lang)));
				const extra = numbers(alt).filter((n) => !shown.has(n));
				if (extra.length) faults.push(`${id}: ${extra.join(', ')} in “${alt}”`);
			});
		expect(faults).toEqual([]);
	});
	it('carry the values of the story’s charts', () => {
		const told = Object.fromEntries(
			getStory(lang, '').flatMap((c) => c.steps.map((s) => [`${c.id}/${s.name}`, s.alt]))
		);
		for (const [step, least] of Object.entries({
			'camera/bill': 5,
			'centre/few-eyes': 4,
			'centre/umbrellas': 4,
			'maraudage/manuals': 4,
			'maraudage/durations': 2,
			'attroupement/pressing': 5,
			'alerte/thousand': 3,
			'resultat/twenty-two': 3,
			'empreinte/two-bars': 2,
			'questions/town': 5
		}))
			expect(numbers(told[step] ?? '').length, `${step}: ${told[step]}`).toBeGreaterThanOrEqual(least);
	});
});
