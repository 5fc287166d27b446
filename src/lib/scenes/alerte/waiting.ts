import { clockOf, frameOfAlert, laterAlerts } from '../../centre/queue';
import { painted } from '../../figure/inks';
import { letter } from '../../figure/lettering';
import { ease } from '../../figure/motion';
import { GREY, PALE, RAISED } from '../../figure/night';
import { slab } from '../../figure/place';
import { slabs, wallTiles } from '../../figure/wall/wall';
import type { Ink, SceneContext } from '../../picture/frame';
import type { RecordedAlert } from '../../recording/types';
import { stack, type Layer } from '../layers';
import { somebody } from './figures';
import { WALL, type Panel } from './layout';
import { arrivals } from './rows';

/** The alerts that came in while this one was looked at: tabs behind the screen, the newest on top, before the dark wall. */
export function waiting(c: SceneContext, panel: Panel, seconds: number, shown: number): Layer {
	if (shown <= 0) return {};
	const { recording, view } = c;
	const start = frameOfAlert(recording);
	const now = start + seconds * recording.fps;
	const later = laterAlerts(recording);
	const arrived = arrivals(c, later, now);
	const sum = arrived.reduce((n, v) => n + v, 0);
	// Those nearest the screen came first; the oldest slide under it when there are too many.
	let place = -Math.max(0, sum - panel.tabs);
	const tabs = later.flatMap((q, i) => {
		if (arrived[i] <= 0) return [];
		place += arrived[i];
		return place > 0 ? [tab(c, panel, q, i, place, arrived[i], shown)] : [];
	});
	const wall: Ink = { type: 'shape', d: slabs(wallTiles(view)), ...WALL, width: 1.2, opacity: shown };
	return {
		ink: [wall, ...[...tabs].reverse().flatMap((t) => t.ink ?? [])],
		marks: stack(...tabs, count(c, panel, later.filter((q) => q.frame <= now).length, sum, shown)).marks
	};
}

/** One of them, `place` tabs above the screen's edge; what it says comes when it has arrived. */
function tab(
	c: SceneContext,
	{ screen, tab: h }: Panel,
	q: RecordedAlert,
	i: number,
	place: number,
	arrived: number,
	shown: number
): Layer {
	const phone = c.view.shape === 'phone';
	const size = phone ? 12 : 14;
	const y = screen.y - place * h;
	const inset = (phone ? 5 : 9) * place;
	const left = screen.x + inset;
	const opacity = shown * Math.min(1, place);
	const legible = shown * ease(arrived, 0.8, 1) * ease(place, 0.85, 1);
	const base = y + h / 2 + size * 0.4;
	return {
		ink: [
			painted(slab(left, y, screen.w - 2 * inset, h + 30, 3), { fill: RAISED, stroke: GREY, width: 1.3, opacity }),
			...(q.rule === 'crowd' ? [] : somebody(c, q.person, left + h * 0.6, y + h * 1.24, h * 1.1, opacity))
		],
		marks: [
			letter(`tab-${i}-clock`, 'mono', left + h * 1.35, base, size, clockOf(c.recording, q.frame), {
				fill: PALE,
				opacity: legible
			}),
			letter(`tab-${i}`, 'mono', screen.x + screen.w - inset - 12, base, size, c.say(`rule.${q.rule}`), {
				anchor: 'end',
				fill: 'signal',
				opacity: legible
			})
		]
	};
}

/** How many wait, over the uppermost tab. */
function count(c: SceneContext, { screen, tab: h, tabs }: Panel, n: number, sum: number, shown: number): Layer {
	const phone = c.view.shape === 'phone';
	const y = screen.y - Math.min(sum, tabs) * h - (phone ? 6 : 10);
	return {
		marks: [
			letter(
				'waiting',
				'grot',
				screen.x + screen.w,
				y,
				phone ? 14 : 20,
				c.say(n === 1 ? 'waiting.one' : 'waiting', { n }),
				{
					anchor: 'end',
					fill: 'paper',
					opacity: n > 0 ? shown * Math.min(1, sum) : 0
				}
			)
		]
	};
}
