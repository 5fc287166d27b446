import { alertOfNour, clockOf, queueOf } from '../../centre/queue';
import { minutesSeconds } from '../../figure/boxes';
import { painted } from '../../figure/inks';
import { letter } from '../../figure/lettering';
import { FAINT, PALE, PANEL, RAISED, WHITE } from '../../figure/night';
import { slab } from '../../figure/place';
import type { Ink, Mark, SceneContext } from '../../picture/frame';
import type { RecordedAlert } from '../../recording/types';
import { stack, type Layer } from '../layers';
import { anybody, somebody } from './figures';
import { arrivals, listFrame, rowRect, rowsOf, type Rows } from './rows';

/** The list: every row is a rule, a time, a number, and somebody. Nour's row leaves it once it closes up (`toDot`). */
export function list(c: SceneContext, shown: number, slot: number, pushed: number, toDot: number): Layer {
	if (shown <= 0) return {};
	const g = rowsOf(c.view);
	const ours = alertOfNour(c.recording);
	const all = queueOf(c.recording);
	const arrived = arrivals(c, all, listFrame(c, slot, pushed));
	const rows: Layer[] = [];
	// The sum over later ones is how far an alert has been pushed down.
	let place = 0;
	for (let i = all.length - 1; i >= 0; i--) {
		const opacity = shown * arrived[i] * Math.max(0, Math.min(1, g.count - place));
		if (opacity > 0.01 && !(all[i] === ours && toDot > 0))
			rows.push(row(c, g, all[i], place, all[i] === ours, opacity));
		place += arrived[i];
	}
	return stack(sheet(c, g, all, shown), ...rows);
}

function sheet(c: SceneContext, g: Rows, all: RecordedAlert[], opacity: number): Layer {
	const phone = c.view.shape === 'phone';
	const count = c.say('queue.count', { n: all.filter((a) => a.rule === 'loitering').length });
	return {
		ink: [
			painted(slab(g.x - g.pad, g.top, g.w + 2 * g.pad, c.view.height - g.top + 20, 4), {
				fill: PANEL,
				stroke: 'paper',
				width: 1.6,
				opacity
			})
		],
		marks: [
			letter('queue', 'grot', g.x, g.y - (phone ? 28 : 46), phone ? 19 : 30, c.say('queue'), {
				fill: 'paper',
				opacity
			}),
			letter('queue-count', 'news', g.x, g.y - (phone ? 10 : 17), phone ? 14 : 18, count, { fill: PALE, opacity })
		]
	};
}

function row(c: SceneContext, g: Rows, a: RecordedAlert, place: number, ours: boolean, opacity: number): Layer {
	const key = ours ? 'row-ours' : `row-${a.rule}-${a.zone}-${a.track}-${a.frame}`;
	const box = rowRect(g, place);
	const foot = g.y + place * g.row + g.row - 5;
	const x = g.x + g.w * 0.05;
	const people: Ink[] =
		a.rule === 'crowd'
			? [-0.3, 0.3, 0].flatMap((dx) => anybody(x + dx * g.row, foot, g.row * 0.7, opacity))
			: somebody(c, a.person, x, foot, g.row - 11, opacity);
	return {
		ink: [painted(slab(box.x, box.y, box.w, box.h), { fill: ours ? 'signal-text' : RAISED, opacity }), ...people],
		marks: [
			{ type: 'rect', key, ...box, stroke: ours ? WHITE : FAINT, width: ours ? 2 : 1, opacity },
			...cellsOf(c, a).map(([share, text, anchor, inferred], i): Mark =>
				letter(
					`${key}-${i}`,
					'mono',
					g.x + share * g.w,
					g.y + place * g.row + g.row / 2 + g.size * 0.36,
					g.size,
					text,
					{ anchor, fill: ours ? WHITE : inferred ? 'signal' : PALE, opacity, weight: 500 }
				)
			)
		]
	};
}

type Cell = [share: number, text: string, anchor: 'start' | 'end', inferred?: true];

/** What a row says, and how far along it. */
function cellsOf(c: SceneContext, a: RecordedAlert): Cell[] {
	const phone = c.view.shape === 'phone';
	const cells: Cell[] = [[phone ? 0.11 : 0.105, clockOf(c.recording, a.frame), 'start']];
	if (!phone) cells.push([0.25, c.say('queue.camera'), 'start']);
	cells.push(
		[phone ? 0.36 : 0.39, c.say(`rule.${a.rule}`), 'start', true],
		[0.83, a.track >= 0 ? c.say('screen.id', { n: String(a.track) }) : c.say('zone'), 'end'],
		[0.975, a.rule === 'loitering' ? minutesSeconds(a.value) : c.number(a.value, 1), 'end']
	);
	return cells;
}
