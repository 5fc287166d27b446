import { describe, expect, it } from 'vitest';
import { add, findersOf, nothingFound, precision, recall } from '../../src/lib/evaluation/detections';

const people = [0, 0, 10, 20, 30, 0, 10, 20, 60, 0, 10, 20];

describe('who is found', () => {
	it('is whom the surest box overlaps by a half; a second box on them finds nobody', () => {
		expect([...findersOf(people, [0, 0, 10, 15, 0, 0, 10, 20, 31, 0, 10, 20])]).toEqual([0, 2, -1]);
		expect([...findersOf(people, [0, 0, 10, 9])], 'less than a half').toEqual([-1, -1, -1]);
		expect([...findersOf(people, [0, 0, 10, 9], 0.3)], 'enough for less').toEqual([0, -1, -1]);
	});

	it('counts neither people who do not count nor the boxes on them', () => {
		const sum = nothingFound();
		const counts = (i: number) => i !== 1;
		expect([...add(sum, people, [0, 0, 10, 20, 30, 0, 10, 20, 90, 0, 10, 20], counts)]).toEqual([0, 1, -1]);
		expect(sum).toEqual({ truth: 2, hits: 1, boxes: 2 });
		expect([recall(sum), precision(sum)]).toEqual([0.5, 0.5]);
	});
});
