import { computeDay, readAssumptions } from '../../centre/day';
import { slab } from '../../figure/place';
import type { Frame, Rect, Scene, SceneContext } from '../../picture/frame';
import { firmAtNight } from '../../figure/firm/opening';
import { stack, type Layer } from '../layers';
import { valuesOf } from '../values';
import { dayChart, dayRect, HOURS } from './chart';
import { CUES, type Read } from './cues';
import { closing, dots, tally } from './day';
import { sorted, thousand, thousandRect } from './grid';
import { hand } from './hand';
import { panelOf } from './layout';
import { list } from './list';
import { load } from './load';
import { own } from './own';
import { packet, packetRect, trail, type Journey } from './packet';
import { room, source } from './room';
import { rowsOf } from './rows';
import { picture, strip, time } from './screen';
import { shifts } from './shifts';
import { boxes, street } from './street';
import { thousandDots, verdict } from './thousand';
import { unsaid } from './unsaid';
import { waiting } from './waiting';

export { CUES as cues };
export { paintSetting as settings } from '../../drawing/settings';

/**
 * One alert and what becomes of it: it leaves the square, runs down the streets to the centre, becomes a row, then one
 * dot of a day and one of a thousand, and comes back as a picture with a number.
 */
export const scene: Scene = (c) => {
	const at = CUES(c);
	return {
		night: at('night'),
		...stack(
			...onItsWay(c, at),
			list(c, at('list'), at('slot'), at('pushed'), at('toDot')),
			...(at('day') > 0 && at('gathered') < 1 ? aDay(c, at) : []),
			...(at('gathered') > 0 && at('dots') > 0 ? ofAThousand(c, at) : []),
			...(at('decision') > 0 ? toDecide(c, at) : [])
		),
		...spoken(c, at)
	};
};

const journeyOf = (at: Read): Journey =>
	valuesOf(at, 'sounds', 'dark', 'shrunk', 'fly', 'filled', 'round', 'run', 'enters', 'opened', 'landed');

function onItsWay(c: SceneContext, at: Read): (Layer | false)[] {
	const m = journeyOf(at);
	return [
		at('alert') > 0 && trail(c, m, at('trail')),
		room(c, at('wall'), m.opened, at('screens'), at('off')),
		source(c, m.opened, at('source')),
		street(c, m),
		boxes(c, m, at('boxes')),
		packet(c, m, at('alert'))
	];
}

function aDay(c: SceneContext, at: Read): (Layer | false)[] {
	const a = readAssumptions(c.params);
	const chart = dayChart(c.view, a);
	const clock = HOURS * at('hours');
	return [
		dots(chart, thousand(c.view), clock, at('gathered')),
		at('toGrid') <= 0 && closing(c, chart, at('toDot'), at('rounded')),
		shifts(c, chart, clock, a.operators, at('chart')),
		tally(c, chart, a, clock, at('chart'), at('every'))
	];
}

function ofAThousand(c: SceneContext, at: Read): Layer[] {
	const a = readAssumptions(c.params);
	const trues = truesOf(c);
	const chart = dayChart(c.view, a);
	const grid = thousand(c.view);
	return [
		thousandDots(chart, grid, trues, valuesOf(at, 'gathered', 'falling', 'judged', 'sorted'), at('dots')),
		own(c, chart, grid, trues, valuesOf(at, 'toGrid', 'judged', 'sorted', 'named', 'own')),
		verdict(c, a, trues, at('heading'), at('told')),
		load(c, a.operators, computeDay(a).minutesPerHour, grid.foot, at('load'))
	];
}

const truesOf = (c: SceneContext): number => Math.round(computeDay(readAssumptions(c.params)).truePerThousand);

/** The operator's screen. While the seconds run out, alerts that came after this one pile up behind it. */
function toDecide(c: SceneContext, at: Read): (Layer | false)[] {
	const panel = panelOf(c);
	const [shown, spent] = [at('written'), at('spent')];
	const { seconds } = readAssumptions(c.params);
	return [
		waiting(c, panel, spent * seconds, shown),
		at('outside') > 0 && firm(c, at('outside')),
		picture(c, panel, ownDot(c), valuesOf(at, 'grown', 'away', 'boxed')),
		strip(panel, shown),
		hand(c, panel, at('seated'), at('raised'), spent),
		time(c, panel, seconds, spent, shown),
		unsaid(c, panel, at('unsaid'), at('telling'), at('kept'))
	];
}

/** Where the alert lies among the thousand. */
function ownDot(c: SceneContext): Rect {
	const grid = thousand(c.view);
	const [x, y] = sorted(grid, grid.own, truesOf(c));
	return { x: x - 4, y: y - 4, w: 8, h: 8 };
}

/** The next chapter's house comes out of the dark. */
const firm = (c: SceneContext, outside: number): Layer => ({
	ink: [
		...firmAtNight(c),
		{ type: 'shape', d: slab(0, 0, c.view.width, c.view.height), fill: 'night', opacity: 1 - outside }
	]
});

function spoken(c: SceneContext, at: Read): Pick<Frame, 'subject' | 'says'> {
	const { view } = c;
	if (at('decision') > 0) return { subject: [panelOf(c).screen], says: c.say('says.screen') };
	if (at('thousand') > 0)
		return { subject: [thousandRect(view, thousand(view))], says: c.say('says.thousand', { t: c.number(truesOf(c)) }) };
	if (at('day') > 0) {
		const { falseAlerts } = computeDay(readAssumptions(c.params));
		return { subject: [dayRect(view)], says: c.say('says.day', { n: c.number(Math.round(falseAlerts)) }) };
	}
	if (at('list') > 0) {
		const { x, y, w, h } = rowsOf(view);
		return { subject: [{ x, y, w, h }], says: c.say('says.queue') };
	}
	return { subject: [packetRect(c, journeyOf(at))], says: c.say(at('night') > 0 ? 'says.run' : 'says.street') };
}
