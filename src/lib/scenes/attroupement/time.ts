import { range, scaleLinear, type ScaleLinear } from 'd3';
import { axisAcross } from '../../figure/axis';
import { curve } from '../../figure/curve';
import { letter } from '../../figure/text';
import { across, box, down, path, slip } from '../../figure/marks';
import type { Mark, Params, SceneContext } from '../../picture/frame';
import { countsOf, DEFAULT_COUNT, DEFAULT_HOLD, soundings, ZONE } from '../../centre/stop';

/** The rule's two numbers as the reader has set them. */
export const ruleOf = (params: Params): { count: number; hold: number } => ({
	count: Number(params['attroupement.count'] ?? DEFAULT_COUNT),
	hold: Number(params['attroupement.hold'] ?? DEFAULT_HOLD)
});

interface Chart {
	list: Uint8Array;
	/** Most people the chart has room for. */
	most: number;
	top: number;
	height: number;
	x: ScaleLinear<number, number>;
	y: ScaleLinear<number, number>;
}

function chartOf({ recording, view: { free: f, phone } }: SceneContext, count: number): Chart {
	const list = countsOf(recording, ZONE);
	const height = phone ? 82 : 150;
	const top = f.y + f.h - height - (phone ? -4 : 4);
	const most = Math.max(count + 2, ...list);
	return {
		list,
		most,
		top,
		height,
		x: scaleLinear([0, list.length], [f.x + 34, f.x + f.w - 14]),
		y: scaleLinear([0, most], [top + height - 24, top + (phone ? 22 : 34)])
	};
}

/** The count through time on a slip, and where the rule sounds; a line where the picture is, frame `at`. */
export function timeChart(c: SceneContext, at: number): Mark[] {
	const { free: f, phone } = c.view;
	const { count, hold } = ruleOf(c.params);
	const chart = chartOf(c, count);
	const { list, x, y, most, top, height } = chart;
	const sounded = soundings(c.recording, ZONE, count, hold);
	const says = c.say('time.says', { n: count, s: hold, times: sounded.length });
	return [
		slip('time-back', { x: f.x, y: top - 6, w: f.w, h: height + 10 }),
		letter('time-says', 'mono', f.x + 10, top + (phone ? 10 : 16), phone ? 12 : 14, says, { fill: 'signal-text' }),
		...sounded.map((s, i): Mark => {
			const place = { x: x(s.alert), y: y(most), w: Math.max(2, x(s.to) - x(s.alert)), h: y(0) - y(most) };
			return box(`sounding-${i}`, place, { fill: 'signal', fillOpacity: 0.22 });
		}),
		path('count', line(chart), { stroke: 'ink', width: 1.6 }),
		across('count-limit', y(count), x(0), x(list.length), { stroke: 'signal', width: 1.6, dash: '6 4' }),
		letter('count-limit-text', 'mono', x(0) - 5, y(count) + 4, 12, String(count), {
			anchor: 'end',
			fill: 'signal-text'
		}),
		down('count-now', x(at), y(most), y(0), { stroke: 'ink', width: 1.4 }),
		...axisAcross('minute', {
			values: range(5),
			at: (m) => x(m * 60 * c.recording.fps),
			say: (m) => c.say('minute', { m }),
			words: { at: top + height - 6, size: 12, look: (m) => ({ anchor: m === 4 ? 'end' : 'middle' }) }
		})
	];
}

/** The most of every second or so. */
const line = ({ list, x, y }: Chart): string =>
	curve(range(0, list.length, 12).map((i) => [x(i), y(Math.max(...list.subarray(i, i + 12)))]));
