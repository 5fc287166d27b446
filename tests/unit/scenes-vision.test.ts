import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/lib/picture/frame';
import { expectClearTexts, framesOf, names, stepsOf } from '../kit';

const at = framesOf('vision');
const stepOf = (name: string): number => names.vision.indexOf(name) + 1;

const PLACES = Array.from({ length: 15 }, (_, i) => i / 14);

it('sets its words off one another in every step', () => expectClearTexts(at, stepsOf('vision'), PLACES));

describe('the plan', () => {
	it('sets the metres of feet off one another', () => expectClearTexts(at, [stepOf('ground')], [0.44, 0.6, 0.62, 0.9]));

	it('gives its metres to most of the feet beside the text', () => {
		const { marks } = at(stepOf('ground'), 0.8);
		const count = (key: string) => marks.filter((m) => m.key.startsWith(key)).length;
		expect(count('foot-id-')).toBeGreaterThan(15);
		expect(count('foot-id-')).toBeGreaterThan((count('foot-') - count('foot-id-')) / 2);
	});
});

describe('the shower', () => {
	const timeOf = ({ ink }: Frame): number => ink.flatMap((i) => (i.type === 'street' ? [i.at] : []))[0];

	it('lets time run on, up to where the next step takes it over', () => {
		const times = PLACES.filter((p) => p > 0.14).map((p) => timeOf(at(stepOf('shower'), p)));
		times.slice(1).forEach((t, i) => expect(t).toBeGreaterThanOrEqual(times[i]));
		expect(times.at(-1)).toBe(timeOf(at(stepOf('fading'), 0)));
	});
});
