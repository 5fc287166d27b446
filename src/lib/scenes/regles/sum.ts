import { letter, letters, measure } from '../../figure/text';
import { box } from '../../figure/marks';
import { ease, mix, stagger } from '../../figure/motion';
import { pictogram } from '../../figure/pictogram';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import { PRESETS } from '../../rules/presets';
import type { Layer } from '../layers';
import { brick, rule } from './brick';
import { BRICKS, SECONDS, type Setting } from './data';
import type { Layout } from './layout';
import { alertsOf } from './square';

/** A sheet of paper behind the blocks and their rule, so that they read over the street. */
export function sheet(
	{ free, phone }: View,
	{ rule: r }: Layout,
	m: Record<'lifted' | 'spread' | 'folded' | 'gone', number>
): Layer {
	const opacity = ease(m.lifted, 0.1, 0.5) * (1 - ease(m.spread, 0, 0.5)) * (1 - m.gone);
	if (opacity <= 0) return {};
	const pad = phone ? 8 : 18;
	const y = free.y - (phone ? 6 : 14);
	const bottom = phone ? r.y + r.h + (m.folded > 0 ? 48 : 6) : r.y + r.h * 1.5 + 46;
	const panel = { x: free.x - pad, y, w: free.w + 2 * pad, h: bottom - y };
	return { marks: [box('panel', panel, { fill: 'paper', fillOpacity: 0.93, stroke: 'ink', width: 1.5, opacity })] };
}

/** One rule as a sum of blocks, under their heads: loitering at first, the rules of the recording at the end. */
export function sum(
	c: SceneContext,
	layout: Layout,
	set: Setting,
	m: Record<'built' | 'heads' | 'folded' | 'gone', number>
): Layer {
	const first = ease(m.built, 0, 0.3) * (1 - ease(m.heads, 0.1, 0.6));
	const shown = (m.folded > 0 ? ease(m.folded, 0.75, 1) : first) * (1 - m.gone);
	if (shown <= 0) return {};
	const { x, y, w, h } = layout.rule;
	const { phone } = c.view;
	const high = h * (phone ? 0.56 : 0.74);
	const block = {
		x: x + (phone ? 8 : 16),
		y: y + h * (phone ? 0.3 : 0.42),
		w: Math.min(high * 2.2, w * 0.14),
		h: high
	};
	const told = shown * ease(m.built, 0.7, 1) * set.plain;
	const again = m.folded > 0;
	const summed = addends(layout, set, block, m.built, shown);
	return {
		marks: [
			rule('rule', [x, x + w], [y, y], 1, shown * 0.5),
			...summed.marks,
			...named(c, layout, set, { ...block, x: summed.x }, { shown, told, again }),
			...sentence(c, layout, set, block.x, told, again)
		]
	};
}

/** Blocks slide in from above and touch; the count comes and goes with the rule. Ends at `x`. */
function addends(layout: Layout, { from, to, turned }: Setting, at: Rect, built: number, shown: number) {
	let { x } = at;
	const marks: Mark[] = [];
	BRICKS.forEach((kind, i) => {
		const share = mix(Number(from.bricks.includes(kind)), Number(to.bricks.includes(kind)), turned);
		if (share <= 0) return;
		const t = stagger(built, Math.min(i, 2), 3, 0.5);
		const head = layout.large[kind];
		const y = mix(head.y, at.y, t) - (1 - share) * 40;
		const opacity = shown * ease(share) * ease(t, 0, 0.2);
		marks.push(brick(`sum.${kind}`, kind, mix(head.x, x, t), y, at.w, at.h, opacity));
		x += at.w * ease(share);
	});
	return { marks, x };
}

/** What the blocks add up to. */
function named(
	c: SceneContext,
	layout: Layout,
	{ rule }: Setting,
	at: Rect,
	m: { shown: number; told: number; again: boolean }
): Mark[] {
	const r = layout.rule;
	const { phone } = c.view;
	const size = phone ? 17 : Math.min(34, r.w / 24);
	const middle = at.y + at.h / 2;
	const line = middle + size * 0.35;
	const is = at.x + (phone ? 9 : 18);
	const marks = [letter('sum.is', 'grot', is, line, size, '=', { opacity: m.shown })];
	let x = is + size * 0.72;
	if (!phone) {
		const picture = at.h * 1.3;
		const name = rule.use === 'crowd' ? 'crowd' : 'loiter';
		marks.push(pictogram('sum.picture', name, x, middle - picture / 2, picture, m.told));
		x += picture + 10;
	}
	const s = PRESETS.find((p) => p.id === rule.preset)?.seconds ?? SECONDS;
	const name = c.say(m.again && rule.rule === 'loitering' ? 'own.loitering' : `use.${rule.use}`, { s });
	const room = r.x + r.w - x - 6;
	const fitted = Math.min(size, (size * room) / measure(name, size, 'grot'));
	return [...marks, letter('sum.name', 'grot', x, line, fitted, name, { opacity: m.told })];
}

/** Under the rule: what it says, then how many alerts it gave. A phone has room for the second only. */
function sentence(
	c: SceneContext,
	{ rule: r }: Layout,
	{ rule }: Setting,
	x: number,
	told: number,
	again: boolean
): Mark[] {
	const { phone } = c.view;
	const look = { opacity: told, halo: 'paper' };
	if (again) {
		const size = phone ? 13 : Math.min(19, r.w / 40);
		const says = c.say('own.alerts', { n: alertsOf(c, rule).length });
		const y = r.y + r.h * (phone ? 1 : 1.5) + size * 1.5;
		return letters('own.alerts', 'news', x, y, size, says, r.w - 2 * (x - r.x), look);
	}
	if (phone) return [];
	const size = Math.min(18, r.w / 40);
	return [letter('sum.says', 'news', x, r.y + r.h * 1.5 + size * 1.5, size, c.say('sum', { s: SECONDS }), look)];
}
