import { ease, mix, span } from '../../figure/motion';
import { frameSquare } from '../../figure/square';
import type { Scene, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { stack, type Layer } from '../layers';
import { CUES, type Read } from './cues';
import { ruleSet, USES } from './data';
import { explained, outside, pickOf } from './explained';
import { blocks } from './head';
import { layoutOf, type Layout } from './layout';
import { list, pager, standingOf } from './list';
import { square } from './square';
import { sheet, sum } from './sum';

export { CUES as cues };

/** Blocks leave the things of the square, make the rows of eighteen uses, and go back to the square as one rule. */
export const scene: Scene = (c) => {
	const at = CUES(c);
	const { free } = c.view;
	const layout = layoutOf(c.view);
	const set = ruleSet(at('shorter') + at('crowd') + at('again'));
	const [folded, gone, heads, lifted] = [at('folded'), at('gone'), at('heads'), at('lifted')];
	const large = 1 - ease(folded, 0.3, 1);
	const spread = heads * large;
	return {
		night: 0,
		...stack(
			square(c, set, { veil: veilOf(at), zone: at('zone'), boxes: at('boxes'), folded }),
			...(at('rows') > 0 && folded < 1 ? matrix(c, layout, at) : []),
			sheet(c.view, layout, { lifted, spread, folded, gone }),
			blocks(c, layout, frameSquare(c.view), { lifted, spread, heads }),
			sum(c, layout, set, { built: at('built'), heads, folded, gone })
		),
		subject: [spread > 0.5 ? free : { x: free.x, y: free.y, w: free.w, h: layout.rule.y + layout.rule.h - free.y }],
		says: c.say(latest(c, SAYS), { n: USES.length, rules: Math.round(c.recording.stats['rules.count'] ?? 0) })
	};
};

const SAYS = {
	bricks: 'says.bricks',
	uses: 'says.uses',
	fines: 'says.fines',
	're-sorted': 'says.re-sorted',
	'one-engine': 'says.one-engine'
};

/** The page over the street. */
const veilOf = (at: Read): number =>
	mix(mix(mix(0.2, 0.32, at('pale')), 1, at('covered')), 0.3, at('uncovered')) - 0.1 * at('clear');

/** Its heading is green only while those sold in the name of ecology are shown to be fines. */
const ECOLOGY: Record<string, (at: Read) => boolean> = {
	bricks: () => false,
	fines: (at) => at('ecology') > 0,
	're-sorted': () => false
};

/** The eighteen uses: as sold, with the fines marked, as used, folded onto one line. */
function matrix(c: SceneContext, layout: Layout, at: Read): Layer[] {
	const [sorted, folded] = [at('sorted'), at('folded')];
	// Over a whole tablet the blocks come down where rows will be: rows wait until they have passed.
	const rows = c.view.shape === 'tall' ? span(at('rows'), 0.55, 1) : at('rows');
	const pick = pickOf(c.params, [
		{ come: 1, told: at('put') },
		{ come: at('toFines'), told: at('fined') },
		{ come: at('toRepressive'), told: at('repressive') }
	]);
	const now = standingOf(c.view, layout, pick, sorted, folded);
	const still = sorted > 0 && sorted < 1 ? 1 - ease(sorted, 0, 0.05) * (1 - ease(sorted, 0.97, 1)) : 1;
	// The frame goes out on one use and comes up on the next: between two rows it would strike their names through.
	const lit = at('explained') * still * (1 - ease(folded, 0, 0.2)) * now.left * Math.abs(1 - 2 * pick.on);
	return [
		list(c, layout, now, {
			rows,
			folded,
			lit,
			tickets: at('tickets'),
			ecology: latest(c, ECOLOGY)(at),
			spoken: [at('spokenFines'), at('spokenRepressive'), at('spokenAll')]
		}),
		pager(c.view, layout, now, ease(rows, 0.5, 1) * (1 - ease(folded, 0, 0.2))),
		explained(c, layout, pick, now.lit.y + layout.h / 2, lit),
		outside(c, layout, ease(sorted, 0.9, 1) * now.left)
	];
}
