import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { record } from '../../src/lib/recording/record';
import { readStory } from '../../src/lib/server/content';
import { readReference } from '../../src/lib/server/reference';

/** The prose of a chapter in a language, as the page prints it from a recording's numbers. */
function printed(stats: Record<string, number>, chapter: string): string {
	const reference = readReference('src/content');
	const ui = { source: '', interview: '', original: '' };
	const story = readStory('src/content', { lang: 'fr', reference, stats, up: '', ui });
	return story
		.find((c) => c.id === chapter)!
		.steps.map((s) => s.html)
		.join('');
}

it('another square, another page: who is flagged comes from the recording', { timeout: 300_000 }, () => {
	const ours = JSON.parse(readFileSync('src/generated/stats.json', 'utf8')) as Record<string, number>;
	const { data } = record(8);
	expect(data.stats.seed).toBe(8);
	const flagged = (stats: Record<string, number>) => [10, 20, 30, 60, 120].map((s) => stats[`flagged.${s}`]);
	expect(flagged(data.stats)).not.toEqual(flagged(ours));
	expect(printed(data.stats, 'maraudage')).not.toBe(printed(ours, 'maraudage'));
	// Every number the prose asks for is there, whatever the square.
	expect(Object.keys(data.stats).sort()).toEqual(Object.keys(ours).sort());
});
