import { describe, expect, it } from 'vitest';
import { layoutOf, stillView, viewOfWindow as viewIn } from '../../src/lib/picture/view';

describe('the shape of a view', () => {
	it.each<[number, number, string]>([
		[1440, 900, 'wide'],
		[1024, 768, 'wide'],
		[690, 620, 'phone'],
		[390, 844, 'phone'],
		[844, 390, 'phone']
	])('of a window of %i by %i is %s', (width, height, shape) => expect(viewIn([width, height]).shape).toBe(shape));
	it('is a phone wherever the drawing stands above the text', () => {
		for (let width = 280; width < 1600; width += 20)
			for (let height = 300; height < 1200; height += 60)
				if (layoutOf(width, height) === 'portrait') expect(viewIn([width, height]).shape).toBe('phone');
	});
	it('of a still is that of its proportions', () => {
		expect(stillView(1200, 750).shape).toBe('wide');
		expect(stillView(384, 434).shape).toBe('phone');
	});
	it('sets words at their usual size', () => expect(viewIn([1440, 900]).type).toBe(1));
});
