import { CARD } from '../../figure/colours';
import { FAWN, PALE_WOOD } from '../../figure/firm/colours';
import { drawn, slab } from '../../figure/inks';
import { group } from '../../figure/marks';
import { pictogram } from '../../figure/pictogram';
import { measure, rows, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { MAYORS_SHARE, PANELS } from './data';
import { OCHRE_TEXT } from './layout';
import { LOOKS, person } from './people';

/** Height of a metre of the speaker, as a share of the sheet's. */
const SPEAKER = { phone: 0.27, tall: 0.37, wide: 0.43 };

/** A sheet over the picture: who answers, speaking from a lectern, what, and on what ground. */
export function answer(c: SceneContext, r: Rect, i: number, turn: number, green: number): Layer {
	const { back, seal } = PANELS[i];
	const { phone } = c.view;
	const clip: Rect = { x: r.x, y: r.y + (1 - turn) * r.h, w: r.w, h: r.h * Math.max(0, turn - green) };
	const k = r.h * (isLow(c.view) ? 0.36 : SPEAKER[c.view.shape]);
	const x = r.x + r.w - (phone ? 0.55 : 0.62) * k;
	const floor = r.y + r.h;
	const sway = 0.02 * Math.sin(c.life * 1.1 + i * 2);
	const size = (phone ? 0.5 : 0.56) * k;
	const picture = pictogram('seal', seal, x - 0.08 * k - size / 2, floor - 0.39 * k - size / 2, size);
	return {
		ink: [
			drawn(slab(r.x, clip.y, r.w, r.h * turn), CARD),
			person(LOOKS[back], x + sway * k, floor + 0.16 * k, k, clip, { facing: -1 }),
			...lectern(x, floor, k, clip)
		],
		marks: group(`answer.${i}`, [picture, ...said(c, r, i, x - 0.64 * k)], { clip, opacity: 1 })
	};
}

/** The lectern, to the waist of whoever stands behind it, and its microphone. */
function lectern(x: number, floor: number, k: number, clip: Rect): Ink[] {
	const half = 0.4 * k;
	const at = (a: number, b: number) => `${x + half * a} ${floor - b * k}`;
	const wood = (d: string, fill: string) => drawn(d, fill, 1.6, { clip });
	const microphone = `M${at(-0.9, 0.86)}Q${at(-1.2, 1.06)} ${at(-0.7, 1.14)}`;
	return [
		wood(`M${at(-1.3, 0.78)}L${at(0.9, 0.78)}L${at(0.7, 0)}L${at(-1.05, 0)}Z`, FAWN),
		wood(`M${at(-1.45, 0.78)}L${at(1.05, 0.78)}L${at(1.05, 0.86)}L${at(-1.45, 0.86)}Z`, PALE_WOOD),
		{ type: 'shape', d: microphone, stroke: 'ink', width: 2, clip }
	];
}

/** In what capacity, what, and beside the speaker (left of `edge`) on what ground. */
function said(c: SceneContext, r: Rect, i: number, edge: number): Mark[] {
	const { back, fact } = PANELS[i];
	const { phone } = c.view;
	const low = isLow(c.view);
	const pad = phone ? 9 : low ? 13 : 18;
	const label = phone ? 12 : low ? 13 : 14;
	const x = r.x + pad;
	const room = r.w - 2 * pad;
	const kind = wrap(c.say(`kind.${back}`), label, 'mono', room);
	const number = back === 'mayors';
	const big = number ? c.say('percent', { n: c.number(MAYORS_SHARE, 1) }) : c.say(`back.${back}`);
	const most = number ? (phone ? 36 : Math.min(88, r.w / 4.6)) : phone ? 15 : low ? 18 : Math.min(31, r.w / 13);
	const top = r.y + pad + kind.length * label * 1.2 + (phone ? 5 : low ? 7 : 12);
	// A number makes room for its ground; with none for all its lines it is left to the text beside the drawing.
	const beside = edge - x - 4;
	const texts = phone ? [12] : low ? [16, 15, 14, 13, 12] : [19, 18, 17, 16, 15, 14];
	const head = (s: number) => wrap(big, s, 'grot', room);
	const under = (s: number) => top + head(s).length * s * 1.06 + (phone ? 2 : 6);
	const ground = (text: number) => wrap(c.say(`back.${back}.text`), text, 'news', beside);
	const fits = (s: number, text: number) =>
		under(s) + ground(text).length * text * 1.2 <= r.y + r.h - pad * 0.5 &&
		ground(text).every((row) => measure(row, text, 'news') <= beside);
	const sizes = number ? [most, most * 0.75, most * 0.55, ...(low ? [22] : [])] : [most];
	const s = sizes.find((q) => texts.some((t) => fits(q, t))) ?? most;
	const text = texts.find((t) => fits(s, t));
	const fill = back === 'audit' ? 'blue' : OCHRE_TEXT;
	return [
		...rows('kind.', 'mono', x, r.y + pad + label, label, kind, label * 1.2, { fill, fact }),
		...rows('big.', 'grot', x, top + s * 0.82, s, head(s), s * 1.06, { fact }),
		...(text ? rows('text.', 'news', x, under(s) + text, text, ground(text), text * 1.2, { fact }) : [])
	];
}
