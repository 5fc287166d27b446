import { describe, expect, it } from 'vitest';
import { layoutOf, stillView, viewOfWindow as viewIn } from '../../src/lib/picture/view';

describe('the shape of a view', () => {
	it.each<[number, number, string]>([
		[1440, 900, 'wide'],
		[1024, 768, 'wide'],
		[690, 620, 'phone'],
		[390, 844, 'phone'],
		[844, 390, 'phone'],
		[820, 1180, 'tall'],
		[768, 1024, 'tall'],
		[1080, 1920, 'tall']
	])('of a window of %i by %i is %s', (width, height, shape) => expect(viewIn([width, height]).shape).toBe(shape));
	it('stands above the text in every upright window, as app.css says', () => {
		for (let width = 280; width < 1600; width += 20)
			for (let height = 300; height < 1200; height += 60) {
				const upright = layoutOf(width, height) === 'portrait';
				expect(upright).toBe(width <= height);
				if (upright) expect(viewIn([width, height]).shape).toBe(width < 700 ? 'phone' : 'tall');
			}
	});
	it('of a still is that of its proportions', () => {
		expect(stillView(1200, 750).shape).toBe('wide');
		expect(stillView(384, 434).shape).toBe('phone');
	});
});
