import { drawn } from '../../figure/inks';
import { letter } from '../../figure/lettering';
import { ease, mix } from '../../figure/motion';
import { slab } from '../../figure/place';
import { measure } from '../../figure/text';
import type { Ink, Mark, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { askedOf } from './askers';
import { question, QUESTIONS, type Layout } from './layout';

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
	const marks = all.map(({ i, text, x, y }): Mark => {
		return letter(`q-${i + 1}`, 'grot', x, y, size, text, { opacity: ease(askedOf(m.asked, i), 0.5, 1) });
	});
	return { ink: slips ? papers : [], marks };
}
