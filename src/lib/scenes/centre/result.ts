import { FOUND } from '../../centre/published';
import { AMBER } from '../../figure/colours';
import { letter } from '../../figure/lettering';
import { PALE } from '../../figure/night';
import { measure } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { PUBLISHED } from './layout';
import { aroundNine, gameTiles } from './tiles';

/** The reader's own rates on one screen and on nine beside the published ones, as bars over the dimmed monitors. */
export function result(c: SceneContext, yours: [one: number, nine: number], opacity: number): Layer {
	const { free, shape, width, height } = c.view;
	const phone = shape === 'phone';
	const around = aroundNine(gameTiles(c.view));
	const w = Math.min(free.w, around.w);
	const { x } = around;
	const size = phone ? 14 : 19;
	const bar = phone ? 26 : 44;
	const text = (key: string, y: number, words: string, fill: string, high = size): Mark =>
		letter(key, 'grot', x, y, high, words, { fill, opacity, weight: 500 });
	let y = free.y + free.h * 0.5 - (bar * 4 + size * 4) * 0.62;
	const marks: Mark[] = [
		{ type: 'rect', key: 'result-veil', x: 0, y: 0, w: width, h: height, fill: 'night', opacity: 0.86 * opacity },
		text('result', y, c.say('result'), 'paper', size + 2)
	];
	y += size * 1.4;
	[FOUND[0], FOUND[FOUND.length - 1]].forEach(({ monitors, percent }, i) => {
		y += size * 1.5;
		marks.push(text(`result-${monitors}`, y, c.say(`monitors.${monitors}`), PALE));
		y += size * 0.6;
		for (const [key, value] of [
			['test', percent],
			['yours', yours[i]]
		] as const) {
			const label = c.say(key, { n: value });
			marks.push(
				...barMarks(`${key}-${monitors}`, x, y, (w * value) / 100, bar, label, key === 'yours', opacity, phone)
			);
			y += bar + 4;
		}
	});
	return { marks };
}

/** One bar and its label: in it where there is room, else after it. The reader's is bright, the published one sourced. */
function barMarks(
	key: string,
	x: number,
	y: number,
	w: number,
	h: number,
	text: string,
	yours: boolean,
	opacity: number,
	phone: boolean
): Mark[] {
	const size = phone ? 17 : 26;
	const length = Math.max(2, w);
	const inside = length > measure(text, size, 'grot') + 24;
	return [
		{ type: 'rect', key, x, y, w: length, h, fill: yours ? AMBER : PUBLISHED, opacity },
		letter(`${key}-label`, 'grot', inside ? x + 10 : x + length + 8, y + h / 2 + size * 0.34, size, text, {
			fill: yours && inside ? 'ink' : 'paper',
			...(yours ? {} : { fact: 'f16' }),
			opacity,
			weight: 500
		})
	];
}
