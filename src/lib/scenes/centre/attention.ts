import { FOUND } from '../../centre/published';
import { letter, letters } from '../../figure/lettering';
import { ease } from '../../figure/motion';
import { PALE } from '../../figure/night';
import { slab } from '../../figure/place';
import { measure } from '../../figure/text';
import { GROUPS } from '../../figure/wall/feeds';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { COLD } from './layout';
import { fallenAt, lastLit, toldAt } from './lighting';
import { aroundNine, testTiles, type Tile } from './tiles';
import { groupsOf, umbrellaField, type Group } from './umbrellas';

/** How many of a hundred umbrellas were found, by number of screens: one group after the other. */
export function attention(c: SceneContext, tiles: Tile[], lighting: number, shown: number): Layer {
	return stack(...groupsOf(c.view).map((g, i) => group(c, g, i, tiles, lighting, shown)));
}

function group(c: SceneContext, g: Group, i: number, tiles: Tile[], lighting: number, shown: number): Layer {
	const phone = c.view.shape === 'phone';
	const { monitors, percent } = FOUND[i];
	const fallen = fallenAt(lighting, i);
	const opacity = toldAt(lighting, i) * shown;
	const marks: Mark[] = [
		letter(`monitors-${monitors}`, 'grot', g.caption.x, g.caption.y, phone ? 13 : 17, c.say(`monitors.${monitors}`), {
			fill: PALE,
			opacity
		}),
		letter(`percent-${monitors}`, 'grot', g.number.x, g.number.y, g.number.size, c.say('percent', { n: percent }), {
			fill: 'paper',
			fact: 'f16',
			opacity: shown * ease(fallen, 0.5, 0.9)
		})
	];
	// Which of the nine screens above the number is of, at the end of the field, or after the words.
	const icons = Math.max(
		g.field.x + g.field.cell * 10 - 43,
		g.caption.x + measure(c.say(`monitors.${monitors}`), 17, 'grot') + 12
	);
	if (!phone)
		marks.push(
			...GROUPS[3].map((k, n): Mark => ({
				type: 'rect',
				key: `of-${monitors}-${n}`,
				x: icons + (n % 3) * 14.5,
				y: g.caption.y - 14 + Math.floor(n / 3) * 9,
				w: 12.5,
				h: 7,
				fill: GROUPS[i].includes(k) ? 'paper' : 'none',
				stroke: COLD.stroke,
				width: 1,
				opacity
			}))
		);
	const from = GROUPS[i].map((k) => tiles.find((r) => r.index === k)!);
	return { ink: umbrellaField(g.field, percent, fallen, from, shown), marks };
}

/** One pair of eyes: the bright frame goes from one lit screen to the next, `looks` of them. */
export function eye(tiles: Tile[], lighting: number, looks: number, opacity: number): Layer {
	const group = GROUPS[lastLit(lighting)];
	const on = tiles.find((r) => r.index === group[Math.floor(looks) % group.length]);
	if (!on || on.on <= 0.5) return {};
	return {
		ink: [{ type: 'shape', d: slab(on.x, on.y, on.w, on.h), fill: 'none', stroke: 'paper', width: 3, opacity }]
	};
}

/** What the numbers are, where there is room under them. */
export function found(c: SceneContext, opacity: number): Layer {
	const { free, shape } = c.view;
	const size = shape === 'phone' ? 13 : 17;
	const y = fieldsFoot(groupsOf(c.view)) + size * 1.6;
	if (y + size * 1.2 >= free.y + free.h + 6) return {};
	return { marks: letters('found', 'news', free.x, y, size, c.say('found'), free.w, { fill: PALE, opacity }) };
}

const fieldsFoot = (groups: Group[]): number => {
	const { y, cell } = groups[groups.length - 1].field;
	return y + cell * 10;
};

/** The nine screens, and the numbers under them. */
export function attentionRects(view: View): Rect[] {
	const groups = groupsOf(view);
	const top = groups[0].caption.y - 16;
	return [aroundNine(testTiles(view)), { x: view.free.x, y: top, w: view.free.w, h: fieldsFoot(groups) - top }];
}
