import { blockRect, firmAt, FIRMS, housesInk, marketAt, SIDE } from '../../figure/firm/market';
import { px, py, WIDTH, type Section } from '../../figure/firm/section';
import { letter, measure, regular, wrap } from '../../figure/text';
import { between, box, disc } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import type { Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { EMPLOYEES } from './data';
import { note, set } from './note';

/** Two thousand five hundred houses; the chapter's block outlined, and said to be a hundred. */
export function houses(c: SceneContext, s: Section, m: { houses: number; block: number; hundred: number }): Layer {
	const { view } = c;
	const { phone } = view;
	const market = marketAt(view);
	const step = (market.cell / market.k) * s.k;
	const [x, y] = [px(s, WIDTH / 2), py(s, 0)];
	const ink = housesInk(view, market, x, y, step, ease(-s.k, -2.4, -1.2), m.houses);
	if (m.block <= 0) return { ink };
	const block = blockRect(x, y, step);
	const edge = step * 0.12;
	const words = set('grot', phone ? 15 : 22, view.free.w, c.say('market.block', { n: SIDE * SIDE }));
	const round = { x: block.x - edge, y: block.y - edge, w: block.w + 2 * edge, h: block.h + 2 * edge };
	const line = { stroke: 'ink', width: phone ? 1.6 : 2.2, opacity: m.block };
	return {
		ink,
		marks: [box('market-hundred', round, line), ...note('market-block', words, block.x, view.free.y + 2, m.hundred)]
	};
}

/** How many firms and people there are, and whose figures these are. */
export function counted(c: SceneContext, opacity: number): Layer {
	const { free, phone } = c.view;
	const big = phone ? 34 : Math.min(92, free.w / 8.6);
	const small = phone ? 14 : 21;
	const y = free.y + big * 0.84;
	const mean = c.say('market.mean', { n: c.number(EMPLOYEES / FIRMS, 1) });
	const people = `${c.say('market.people', { n: EMPLOYEES })}, ${mean}`;
	const lines = [people, c.say('market.source')].flatMap((text) => wrap(text, small, 'news', free.w));
	return {
		marks: [
			letter('market-firms', 'grot', free.x, y, big, c.say('market.firms', { n: FIRMS }), { fact: 'c23', opacity }),
			...lines.map((text, i) => {
				const look = { fact: i === 0 ? 'c23' : 'f06', opacity };
				return regular(`market-${i}`, 'news', free.x, y + small * 1.5 + i * small * 1.2, small, text, look);
			})
		]
	};
}

/** The house of the chapter among them, pointed at. */
export function own(c: SceneContext, opacity: number): Layer {
	if (opacity <= 0) return {};
	const { free, phone } = c.view;
	const market = marketAt(c.view);
	const [x, y] = firmAt(market, market.own);
	const r = (phone ? 9 : 15) * mix(1.8, 1, opacity);
	const size = phone ? 14 : 19;
	const text = c.say('market.own');
	const left = Math.min(free.x + free.w - measure(text, size, 'grot') - 20, x + r + (phone ? 16 : 34));
	const top = y - r - (phone ? 34 : 58);
	const [ring, line] = phone ? [2, 1.6] : [2.6, 2.2];
	const from = [x + r * 0.72, y - r * 0.72] as const;
	return {
		marks: [
			disc('market-ring', x, y, r, { stroke: 'ink', width: ring, opacity }),
			between('market-leader', from, [left + 8, top + size], { stroke: 'ink', width: line, opacity }),
			...note('market-own', set('grot', size, free.w, text), left, top, opacity)
		]
	};
}

/** All rows of houses. */
export function marketRect(view: View): Rect {
	const { free } = view;
	const { left, top } = marketAt(view);
	return { x: left, y: top, w: free.w - 2 * (left - free.x), h: free.y + free.h - top };
}
