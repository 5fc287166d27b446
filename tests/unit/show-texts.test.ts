import { describe, expect, it } from 'vitest';
import { tagMarks } from '../../src/lib/figure/tags';
import { getStory } from '../../src/lib/server/site';
import { showPage } from '../../src/lib/server/show';
import { viewOfShow, zoomOf } from '../../src/lib/show/view';
import { flat, frameAt, textFaults } from '../kit';

/** A projector and an old one, each with one line of text under the picture and with two; and what letters have at least. */
const ROOMS = [
	[1920, 1080, 66, 24],
	[1920, 1080, 106, 24],
	[1024, 768, 47, 18],
	[1024, 768, 76, 18]
] as const;
const STEPS = showPage('fr', '').data.chapters.flatMap(({ id, steps }) =>
	steps.map((step, i) => ({ chapter: id, step: i + 1, progress: step.plays?.to ?? step.rest }))
);

describe('words of pictures in a room', () => {
	it('are looked at in every step there is', () => {
		expect(STEPS).toHaveLength(getStory('fr', '').reduce((n, c) => n + c.steps.length, 0));
	});

	for (const [width, height, line, least] of ROOMS)
		it(`at ${width} × ${height}, less ${line}, cover one another nowhere and have ${least} pixels`, () => {
			const zoom = zoomOf(width, height);
			const view = viewOfShow(width, height - line, zoom);
			const faults: string[] = [];
			for (const lang of ['fr', 'en'] as const)
				for (const at of STEPS) {
					const frame = frameAt({ ...at, view, lang });
					const small = [...flat(frame.marks)].filter(
						({ size = 99, opacity }) => opacity > 0 && size * zoom < least - 1e-6
					);
					for (const fault of [...textFaults(frame, view), ...small.map(({ size }) => `${size! * zoom} pixels`)])
						faults.push(`${at.chapter}.${at.step} ${lang}: ${fault}`);
				}
			expect(faults).toEqual([]);
		});

	it('have no leader of another run through them', () => {
		const tag = { says: 'one two three', shown: 1, y: 200 };
		const marks = tagMarks(
			[
				{ ...tag, key: 'a', name: 'A', x: 100 },
				{ ...tag, key: 'b', name: 'B', x: 110 }
			],
			{ x: 0, y: 0, w: 400, h: 300 },
			16
		);
		const keys = marks.map(({ key }) => key);
		expect(keys).toContain('b-back');
		expect(keys.indexOf('b-lead')).toBeLessThan(keys.indexOf('a-back'));
	});
});
