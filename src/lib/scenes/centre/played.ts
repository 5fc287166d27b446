import { FOUND } from '../../centre/published';
import { AMBER } from '../../figure/colours';
import { letter, measure } from '../../figure/text';
import { box } from '../../figure/marks';
import { PALE } from '../../figure/night';
import { GROUPS } from '../../figure/wall/feeds';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { aroundNine, gameTiles, type Tile } from './tiles';

/** The number to press on every screen that is played, and what was pressed just now. */
export function keys(c: SceneContext, tiles: Tile[], round: number, pressed: number, opacity: number): Layer {
	const size = c.view.portrait ? 13 : 16;
	const key = ({ index, x, y, w, h }: Tile): Mark[] => {
		const k = GROUPS[3].indexOf(index);
		const number = round === 1 ? 1 : k + 1;
		const down = round > 0 && pressed === number;
		const look = { anchor: 'middle', fill: down ? 'ink' : 'paper', opacity, weight: 500 } as const;
		return [
			box(`key-${k}-slip`, { x, y, w: size + 10, h: size + 8 }, { fill: down ? AMBER : 'night', opacity }),
			letter(`key-${k}`, 'grot', x + (size + 10) / 2, y + size + 2, size, String(number), look),
			...(down ? [box(`pressed-${k}`, { x, y, w, h }, { stroke: AMBER, width: 3, opacity })] : [])
		];
	};
	return { marks: tiles.filter((r) => GROUPS[3].includes(r.index) && r.on >= 0.5).flatMap(key) };
}

/** Bar of the published test, beside the reader's. */
const PUBLISHED = '#4A5057';

/** The reader's own rates on one screen and on nine beside the published ones, as bars over the dimmed monitors. */
export function result(c: SceneContext, yours: [one: number, nine: number], opacity: number): Layer {
	const { free, phone, width, height } = c.view;
	const around = aroundNine(gameTiles(c.view));
	const w = Math.min(free.w, around.w);
	const { x } = around;
	const size = phone ? 14 : 19;
	const bar = phone ? 26 : 44;
	const text = (key: string, y: number, words: string, fill: string, high = size): Mark =>
		letter(key, 'grot', x, y, high, words, { fill, opacity, weight: 500 });
	let y = free.y + free.h * 0.5 - (bar * 4 + size * 4) * 0.62;
	const marks: Mark[] = [
		box('result-veil', { x: 0, y: 0, w: width, h: height }, { fill: 'night', opacity: 0.86 * opacity }),
		text('result', y, c.say('result'), 'paper', size + 2)
	];
	y += size * 1.4;
	[FOUND[0], FOUND[FOUND.length - 1]].forEach(({ monitors, percent }, i) => {
		y += size * 1.5;
		marks.push(text(`result-${monitors}`, y, c.say(`monitors.${monitors}`), PALE));
		y += size * 0.6;
		Object.entries({ test: percent, yours: yours[i] }).forEach(([key, value]) => {
			const place = { x, y, w: Math.max(2, (w * value) / 100), h: bar };
			marks.push(...barMarks(`${key}-${monitors}`, place, c.say(key, { n: value }), key === 'yours', opacity, phone));
			y += bar + 4;
		});
	});
	return { marks };
}

/** One bar and its label: in it where there is room, else after it. The reader's is bright, the published one sourced. */
function barMarks(key: string, r: Rect, text: string, yours: boolean, opacity: number, phone: boolean): Mark[] {
	const size = phone ? 17 : 26;
	const inside = r.w > measure(text, size, 'grot') + 24;
	const x = inside ? r.x + 10 : r.x + r.w + 8;
	const fill = yours && inside ? 'ink' : 'paper';
	const look = { fill, fact: yours ? undefined : 'f16', opacity, weight: 500 };
	return [
		box(key, r, { fill: yours ? AMBER : PUBLISHED, opacity }),
		letter(`${key}-label`, 'grot', x, r.y + r.h / 2 + size * 0.34, size, text, look)
	];
}
