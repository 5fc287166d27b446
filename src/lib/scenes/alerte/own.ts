import { letter } from '../../figure/lettering';
import { box } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { WHITE } from '../../figure/night';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import type { DayChart } from './chart';
import { sorted, unsorted, type Thousand } from './grid';
import { FALSE } from './layout';

/** Nour's alert from the day to its place among the thousand: it stays marked, and keeps her name. */
export function own(
	c: SceneContext,
	chart: DayChart,
	grid: Thousand,
	trues: number,
	m: Record<'toGrid' | 'judged' | 'sorted' | 'named' | 'own', number>
): Layer {
	if (m.toGrid <= 0 || m.own <= 0) return {};
	const before = unsorted(grid, grid.own);
	const after = sorted(grid, grid.own, trues);
	const fell = chart.own >= 0;
	const come = fell ? m.toGrid : 1;
	const from = fell ? [chart.x[chart.own], chart.y[chart.own]] : before;
	const [x, y] = from.map((v, k) => mix(v, mix(before[k], after[k], m.sorted), come));
	const r = mix(chart.r * 1.5, grid.cell * 0.58, come);
	const size = c.view.shape === 'phone' ? 13 : 17;
	const low = y + r + size > grid.foot - 34;
	return {
		marks: [
			box(
				'row-ours',
				{ x: x - r, y: y - r, w: 2 * r, h: 2 * r },
				{ r, fill: m.judged > 0.5 ? FALSE : 'signal-text', stroke: WHITE, width: mix(1.8, 2.6, m.judged) }
			),
			letter('nour', 'grot', x + r, low ? y - r - 5 : y + r + size, size, c.say('nour'), {
				anchor: 'end',
				fill: 'paper',
				halo: 'night',
				opacity: m.named * m.own
			})
		]
	};
}
