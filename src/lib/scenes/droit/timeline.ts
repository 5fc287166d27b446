import { range, scaleLinear } from 'd3';
import { barsOf, GPT3_MWH } from '../../figure/bars';
import { mixRects } from '../../figure/inset';
import { letter } from '../../figure/lettering';
import { across, down } from '../../figure/line';
import { box } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { OCHRE } from '../../figure/colours';
import type { Mark, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { REACHED, STRUCK, TRIALS } from './data';
import { axisOf, machineSize, periodRect } from './layout';

const DOTTED = '2 5';

/** The bars of the chapter before turn into the years: the measured ones draw in, the blank one stands up as the band. */
export function band(view: View, turned: number, reached: number, opacity: number): Layer {
	const { x, band, top, bottom, at } = axisOf(view);
	const { blank, axis } = barsOf(view);
	// The line runs down as far as the story has come.
	const now = scaleLinear(range(REACHED.length), REACHED.map(at))(reached);
	const left = mix(axis.x, x, turned);
	return {
		marks: [
			box('band', mixRects(blank, { x, y: top, w: band, h: bottom - top }, turned), {
				fill: 'none',
				stroke: 'ink',
				width: 1,
				dash: DOTTED,
				opacity: 0.6 * opacity
			}),
			...bars(view, left, turned),
			down('line', left, mix(axis.top, top, turned), mix(axis.bottom, Math.max(top + 1, now), turned), {
				stroke: 'ink',
				width: 2.2,
				opacity
			})
		]
	};
}

function bars(view: View, x: number, turned: number): Mark[] {
	if (turned >= 1) return [];
	const { bar, pitch, perGwh } = barsOf(view);
	return [1, GPT3_MWH / 1000].map((gwh, i) =>
		box(
			`bar.${i}`,
			{ x, y: bar.y + i * pitch, w: perGwh * gwh * (1 - turned), h: bar.h },
			{ fill: OCHRE, fillOpacity: i ? 0.28 : 1, stroke: 'ink', width: 1.6, opacity: 1 - ease(turned, 0.8, 1) }
		)
	);
}

/** Periods of the experiment grow as their law appears; the struck extension runs on, then is withdrawn. */
export function trials(
	view: View,
	grown: Record<(typeof TRIALS)[number]['key'], number>,
	extension: number,
	opacity: number
): Layer {
	const axis = axisOf(view);
	const marks = TRIALS.filter(({ key }) => grown[key] > 0).map(({ key, from, to }) => {
		const whole = periodRect(axis, from, to);
		const look = { fill: OCHRE, stroke: 'ink', width: 1.6, opacity };
		return box(`trial.${key}`, { ...whole, h: whole.h * grown[key] }, look);
	});
	const struck = periodRect(axis, STRUCK.from, STRUCK.to);
	const h = struck.h * extension;
	const look = { fill: OCHRE, fillOpacity: 0.3, stroke: OCHRE, width: 1.4, dash: '5 4', opacity };
	return { marks: h > 0.5 ? [...marks, box('struck', { ...struck, h }, look)] : marks };
}

/** Where in its year a number stands: below the days on which a trial begins or ends, which would strike it through. */
const MIDDLE = 0.62;

/** The years stand in the band; they come out of the axis of the bars and move with it. */
export function years(view: View, turned: number, opacity: number): Layer {
	const { x, band, at } = axisOf(view);
	const { axis } = barsOf(view);
	const size = view.shape === 'phone' ? 12 : Math.min(20, band * 0.2);
	const written = opacity * ease(turned, 0.05, 0.5);
	const left = mix(axis.x, x, turned);
	return {
		marks: range(2023, 2028).flatMap((year): Mark[] => {
			const turn = (n: number) => mix(mix(axis.top, axis.bottom, (n - 2022) / 6), at(`${n}-01-01`), turned);
			const y = turn(year);
			const middle = mix(y, turn(year + 1), MIDDLE) + size * 0.35;
			const look = { anchor: 'middle', opacity: written } as const;
			return [
				across(`tick.${year}`, y, left, left + band * turned, { stroke: 'ink', width: 1.2, opacity: 0.7 * written }),
				letter(`year.${year}`, 'mono', left + band / 2, middle, size, String(year), look)
			];
		})
	};
}

/** What ochre and blank mean. */
export function legend(c: SceneContext, opacity: number): Layer {
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	const size = phone ? 10 : 14;
	const machine = machineSize(c.view);
	const on = phone ? free.x : axisOf(c.view).x;
	const off = on + size * 1.5 + 6 + c.say('legend.on').length * machine * 0.6 + (phone ? 12 : 30);
	const sample = (x: number) => ({ x, y: free.y, w: size * 1.5, h: size });
	const word = (key: 'legend.on' | 'legend.off', x: number): Mark =>
		letter(`${key}.t`, 'mono', x + size * 1.5 + 6, free.y + size - 1, machine, c.say(key), { opacity });
	return {
		marks: [
			box('legend.on', sample(on), { fill: OCHRE, stroke: 'ink', width: 1.3, opacity }),
			word('legend.on', on),
			box('legend.off', sample(off), { stroke: 'ink', width: 1, dash: '2 3', opacity }),
			word('legend.off', off)
		]
	};
}
