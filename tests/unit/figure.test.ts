import { scaleLinear } from 'd3';
import { describe, expect, it } from 'vitest';
import { axisAcross } from '../../src/lib/figure/axis';
import { busts } from '../../src/lib/figure/busts';
import { curve } from '../../src/lib/figure/curve';
import { group } from '../../src/lib/figure/marks';

describe('axis', () => {
	const at = scaleLinear([0, 100], [20, 220]);
	const ticks = {
		values: at.ticks(2),
		at,
		say: (v: number) => (v ? `${v} €` : ''),
		lines: { from: 5, to: 95, stroke: 'ink' },
		words: { at: 110, size: 12, look: () => ({}) }
	};

	it('draws a line a value and writes what is said of it, under a level scale', () => {
		const marks = axisAcross('price', ticks);
		expect(marks.map((m) => m.key)).toEqual(['price.0', 'price.50', 'price.50.t', 'price.100', 'price.100.t']);
		expect(marks[1]).toMatchObject({ type: 'line', x1: 120, x2: 120, y1: 5, y2: 95 });
		expect(marks[2]).toMatchObject({ x: 120, y: 110, anchor: 'middle', text: '50 €' });
	});
});

it('breaks a curve where there is no value', () => {
	expect(curve([[0, 0], [1, 2.04], [2, NaN], [3, 1], [4, 1]])).toBe('M0,0L1,2M3,1L4,1'); // prettier-ignore
});

it('leaves out a group nobody sees', () => {
	const child = { type: 'circle', key: 'a', x: 0, y: 0, r: 1 } as const;
	expect(group('g', [child], { opacity: 0 })).toEqual([]);
	expect(group('g', [])).toEqual([]);
	expect(group('g', [child], { opacity: 0.5 })).toHaveLength(1);
});

it('gives everybody a head', () => {
	const [, heads] = busts([[10, 20], [30, 20]], 10, 'ink', 1); // prettier-ignore
	expect(heads.type === 'dots' && heads.xyr.length).toBe(6);
});
