import { drawn, oval, painted, slab } from '../../figure/inks';
import { letter, measure } from '../../figure/text';
import { ease, mix, stagger } from '../../figure/motion';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { CAST } from '../../street/cast';
import type { Layer } from '../layers';
import { question, QUESTIONS, type Layout } from './layout';

/** Who asks the three questions. */
const ASKERS = ['florist', 'baker2', 'friend1'];

/** Where they stand: feet, and pixels a metre. */
function askersAt({ free: f, phone, shape }: View): { x: number; y: number; k: number }[] {
	const k = (f.h * (phone ? 0.37 : 0.4)) / 1.8;
	return ASKERS.map((_, i) => ({
		x: f.x + f.w * [0.16, 0.5, 0.84][i],
		y: f.y + f.h + (phone ? 6 : shape === 'tall' ? 18 : 30) - (i === 1 ? 0.1 * k : 0),
		k
	}));
}

export const askerRects = (view: View): Rect[] =>
	askersAt(view).map(({ x, y, k }) => ({ x: x - 0.4 * k, y: y - 1.8 * k, w: 0.8 * k, h: 1.8 * k }));

/** Three people of the square come up one after the other, ask, and go back. */
export function askers(c: SceneContext, coming: number, gone: number): Ink[] {
	const people = askersAt(c.view);
	// The one in the middle stands behind the others.
	return [1, 0, 2].flatMap((i): Ink[] => {
		const { x: homeX, y: homeY, k } = people[i];
		const come = stagger(coming, i, 3, 1 / 3);
		if (come <= 0) return [];
		const away = 1 - come + gone;
		const x = homeX + (i - 1) * away * 0.16 * c.view.width;
		const y = homeY + away * 2 * k;
		const [pose, up] = away > 0.02 ? (['walk', 0] as const) : (['stand', breath(c.life, i) * k] as const);
		const { height, look } = CAST[ASKERS[i]];
		const phase = (come * 2 + gone * 2) % 1;
		return [
			painted(oval(x + 0.1 * k, y, 0.36 * k, 0.06 * k), { fill: 'ink', opacity: 0.16 }),
			{ type: 'person', height, look, pose, x, y: y - up, k, facing: 0, phase }
		];
	});
}

/** How far somebody who stands rises with a breath, metres. */
const breath = (life: number, i: number): number => 0.006 * (1 + Math.sin(life * 1.7 + i * 2));

/** How far question `i` has been asked. */
const askedOf = (asked: number, i: number): number => stagger(asked, i, 3, 0);

/** What they say: each balloon opens from the mouth of whoever speaks. */
export function balloons(view: View, l: Layout, asked: number): Ink[] {
	const people = askersAt(view);
	return QUESTIONS.flatMap((i): Ink[] => {
		const s = askedOf(asked, i);
		if (s <= 0) return [];
		const b = l.balloons[i];
		const { x: mouth, y: feet, k } = people[i];
		const chin = feet - 1.66 * k * (CAST[ASKERS[i]].height / 1.7);
		const r = { x: mix(mouth, b.x, s), y: mix(chin, b.y, s), w: b.w * s, h: b.h * s };
		const foot = Math.max(r.x + r.w * 0.16, Math.min(r.x + r.w * 0.84, mouth));
		const half = Math.min(l.big * 0.2, r.w * 0.1);
		const tipX = mouth + (foot - mouth) * 0.12;
		const bottom = r.y + r.h;
		const tipY = Math.max(chin - 0.2 * k * s, bottom);
		const tail = `H${foot + half}L${tipX} ${tipY}L${foot - half} ${bottom}`;
		return [drawn(`M${r.x} ${r.y}H${r.x + r.w}V${bottom}${tail}H${r.x}Z`, 'paper', 1.8)];
	});
}

/** Each 0 to 1: the questions asked, on their way to the answers and to the sheet, and `bare` of their own slips. */
type Moment = Record<'asked' | 'toRow' | 'toSheet' | 'dropped' | 'bare', number>;

/** The three questions: alone, then over the answers, then on the sheet; between the first two on slips if `slips`. */
export function headings(c: SceneContext, l: Layout, m: Moment, slips: boolean): Layer {
	const size = mix(mix(l.big, l.head, m.toRow), l.sheetHead, m.toSheet);
	const all = QUESTIONS.map((i) => {
		const at = (axis: 0 | 1) => mix(mix(l.alone[i][axis], l.rows[i][axis], m.toRow), l.sheet[i][axis], m.toSheet);
		return { i, text: question(c, i), x: at(0), y: at(1) + m.dropped * l.drop };
	});
	const papers = all.map(({ text, x, y }): Ink => {
		const w = measure(text, size, 'grot') + size * 0.84;
		const d = slab(x - size * 0.42, y - size * 1.12, w, size * 1.56);
		return drawn(d, 'paper', 1.8, { opacity: 1 - m.bare });
	});
	const marks = all.map(({ i, text, x, y }): Mark =>
		letter(`q-${i + 1}`, 'grot', x, y, size, text, { opacity: ease(askedOf(m.asked, i), 0.5, 1) })
	);
	return { ink: slips ? papers : [], marks };
}
