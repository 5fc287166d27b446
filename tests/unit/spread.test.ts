import { describe, expect, it } from 'vitest';
import { spread } from '../../src/lib/figure/spread';

describe('spread', () => {
	it('leaves labels where they want to be when there is room', () =>
		expect(spread([0, 50, 90], [20, 20, 20], 0, 200)).toEqual([0, 50, 90]));
	it('moves crowded labels apart evenly, in order, none overlapping', () => {
		const heights = [20, 20, 20, 20];
		const at = spread([100, 102, 104, 180], heights, 0, 300);
		at.slice(1).forEach((y, i) => expect(y).toBeGreaterThanOrEqual(at[i] + heights[i] - 1e-9));
		expect((at[0] + at[1] + at[2]) / 3).toBeCloseTo((100 + 102 + 104) / 3, 6);
		expect(at[3]).toBe(180);
	});
	it('keeps them between the ends', () => {
		const at = spread([-40, 5, 290, 299], [30, 30, 30, 30], 0, 300);
		expect(at[0]).toBe(0);
		expect(at[3] + 30).toBeLessThanOrEqual(300);
	});
	it('is not moved by labels of no height', () =>
		spread([10, 10, 10], [0, 20, 0], 0, 100).forEach((y, i) => expect(y).toBeCloseTo([10, 10, 30][i], 3)));
	it('takes nothing and gives nothing', () => expect(spread([], [], 0, 10)).toEqual([]));
});
