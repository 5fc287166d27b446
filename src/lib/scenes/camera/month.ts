import { letter, measure } from '../../figure/text';
import { box, slip } from '../../figure/marks';
import type { Mark, SceneContext } from '../../picture/frame';
import { RETENTION_DAYS } from './data';

/** The days recordings may be kept, a box for each; `t` of them are filled. */
export function month(c: SceneContext, t: number): Mark[] {
	if (t <= 0) return [];
	const { free: f, phone } = c.view;
	const cell = phone ? 14 : 21;
	const pitch = cell + (phone ? 4 : 5);
	const columns = RETENTION_DAYS * pitch > f.w ? RETENTION_DAYS / 2 : RETENTION_DAYS;
	const rows = RETENTION_DAYS / columns;
	const w = columns * pitch;
	const x0 = f.x + (f.w - w) / 2;
	const y0 = f.y + f.h - (phone ? 26 : 40) - (rows - 1) * pitch;
	const days = Math.round(RETENTION_DAYS * t);
	const label = c.say('month', { days });
	const back = { x: x0 - 12, y: y0 - 30, w: Math.max(w, measure(label, 13, 'mono')) + 22, h: 36 + rows * pitch };
	return [
		slip('month-back', back, { width: 1.4 }),
		letter('month', 'mono', x0, y0 - 10, phone ? 12 : 13, label, { weight: 500, fact: 'f15' }),
		...Array.from({ length: RETENTION_DAYS }, (_, d): Mark => {
			const place = { x: x0 + (d % columns) * pitch, y: y0 + Math.floor(d / columns) * pitch, w: cell, h: cell };
			return box(`day${d}`, place, { fill: d < days ? 'ink' : 'none', stroke: 'ink', width: 1.2 });
		})
	];
}
