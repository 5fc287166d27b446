import { range, scaleLinear, type ScaleLinear } from 'd3';
import { axisAcross } from '../../figure/axis';
import { rows, wrap } from '../../figure/text';
import { across, box, disc, down, faded, group, slip } from '../../figure/marks';
import { bodyRect, placed, viewfinder } from '../../figure/square';
import type { Frame, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { stack } from '../layers';
import type { SceneModule } from '../index';
import type { Read } from './cues';
import { FIRST, guessMarks, judged, SEEN } from './guesses';
import { mast } from './layout';
import { machines, title } from './panels';
import { SCORES, sureFrom } from './score';
import { lens } from './sensor';

/** For the control: what the network says of this picture from the score now set on. */
export const reads: NonNullable<SceneModule['reads']> = (_, params) => {
	const { somebody, nobody, missed } = judged(sureFrom(params));
	return { somebody, nobody, missed: missed.length, all: SEEN.length };
};

/** How sure the network is of each of its boxes, and from which score on they count: a number somebody sets. */
export function sureness(c: SceneContext, at: Read): Frame {
	if (at('grown') < 1) return machines(c, at);
	const { view, recording } = c;
	const camera = mast(view);
	const frame = recording.moments.explain;
	const threshold = sureFrom(c.params);
	const { boxes, somebody, nobody, missed } = judged(threshold);
	const shown = at('scale');
	const missing = placed(recording, frame, camera, missed);
	const counts = { t: threshold, boxes: boxes.length, somebody, nobody, missed: missed.length, all: SEEN.length };
	const grey = at('lens');
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: frame, drained: 0.5, veil: 0.12 }] },
			{ ink: lens(view, camera, frame, grey) },
			{ marks: missing.map((p) => box(`missed-${p.person.id}`, bodyRect(p), { ...MISSED, opacity: shown })) },
			{
				marks: guessMarks(boxes, camera, {
					opacity: 1 - grey,
					numbers: 1 - grey,
					size: view.phone ? 12 : 14,
					off: shown > 0 ? [scaleRect(view)] : [],
					odd: (g) => shown > 0.5 && g.on < 0
				})
			},
			{ marks: group('title-theirs', title(c, 'theirs', 0, 1), { opacity: 1 - grey }) },
			{ marks: faded(shown, scale(c, counts)) },
			{ marks: viewfinder(c, frame, at('finder')) }
		),
		// Of those beside the text: the picture goes on behind it.
		subject: missing.map(bodyRect).filter((r) => r.x >= c.view.free.x),
		says: c.say('sure.says', counts)
	};
}

/** A box round whom it has none on. */
const MISSED = { stroke: 'ink', width: 1.6, dash: '4 3' };

/** Where the scale lies, at the foot of the stage. */
function scaleRect({ free: f, phone, shape }: View): Rect {
	const h = { phone: 96, tall: 140, wide: 140 }[shape];
	return { x: f.x, y: f.y + f.h - h - (phone ? -8 : -6), w: f.w, h };
}

/** Every box of the picture as a dot on the scale of scores: full on somebody, hollow on nobody; the threshold cuts them. */
function scale(c: SceneContext, counts: Record<string, number>): Mark[] {
	const { phone } = c.view;
	const back = scaleRect(c.view);
	const x = scaleLinear([SCORES.least, SCORES.most], [back.x + 20, back.x + back.w - 20]);
	const foot = back.y + back.h - (phone ? 20 : 30);
	const [size, lead, first] = phone ? [12, 15, back.y + 16] : [14, 20, back.y + 26];
	// Between two scores: that of the threshold counts.
	const cut = x(counts.t - 0.5);
	const lines = wrap(`${c.say('sure.now', counts)} ${c.say('sure.counts', counts)}`, size, 'mono', back.w - 28);
	return [
		slip('sure-back', back),
		...rows('sure-', 'mono', back.x + 14, first, size, lines, lead, { fill: 'signal-text' }),
		...dots(x, foot, phone ? 2.3 : 4.2, counts.t),
		across('sure-axis', foot, x(SCORES.least), x(SCORES.most), { stroke: 'ink', width: 1.4 }),
		down('sure-cut', cut, first - 2 + lines.length * (size + 4), foot + 5, { stroke: 'signal', width: 2 }),
		...axisAcross('sure-tick', {
			values: range(SCORES.least, SCORES.most + 1, 20),
			at: x,
			say: String,
			lines: { from: foot, to: foot + 4, stroke: 'ink', width: 1.2 },
			words: { at: foot + (phone ? 16 : 20), size: 12 }
		})
	];
}

/** A dot a box, those of like scores on one another. */
function dots(x: ScaleLinear<number, number>, foot: number, r: number, threshold: number): Mark[] {
	const high = new Map<number, number>();
	return FIRST.map(({ id, sure, on }): Mark => {
		const level = high.get(sure) ?? 0;
		high.set(sure, level + 1);
		const counts = sure >= threshold;
		return disc(`sure-dot-${id}`, x(sure), foot - r - 2 - level * (2 * r + (r < 3 ? 0 : 0.6)), r - 0.6, {
			fill: on >= 0 ? (counts ? 'signal' : 'ink') : 'paper',
			stroke: counts ? 'signal' : 'ink',
			width: 1.2,
			opacity: counts ? 1 : 0.55
		});
	});
}
