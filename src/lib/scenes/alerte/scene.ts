import { computeDay, readAssumptions } from '../../centre/day';
import { firmAtNight } from '../../figure/firm/opening';
import { painted, slab } from '../../figure/inks';
import type { Frame, Rect, Scene, SceneContext } from '../../picture/frame';
import { guessOf } from '../guess';
import { valuesOf } from '../cues';
import { stack, type Layer } from '../layers';
import { chain, operatorInChain } from './chain/chain';
import { PARTS } from './chain/layout';
import { CUES, type Read } from './cues';
import { closing, dayChart, dayRect, dots, HOURS, shifts, tally } from './day';
import { hand, panelOf, picture, strip, time, unsaid, waiting } from './decision';
import { boxes, packet, packetRect, street, trail, type Journey } from './leaving';
import { list, room, rowsOf, source } from './queue';
import {
	guessed,
	load,
	own,
	sorted,
	third,
	thousand,
	thousandDots,
	thousandRect,
	verdict,
	type Kinds
} from './thousand';

export { CUES as cues };
export { paintSetting as settings } from '../../drawing/settings/settings';

/** What is told in CUES, layer by layer. */
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
	const kinds = kindsOf(c);
	const { trues } = kinds;
	const guess = guessOf(c.params, 'useful');
	const chart = dayChart(c.view, a);
	const grid = thousand(c.view);
	return [
		thousandDots(chart, grid, kinds, valuesOf(at, 'gathered', 'falling', 'judged', 'sorted'), at('dots')),
		own(c, chart, grid, trues, valuesOf(at, 'toGrid', 'judged', 'sorted', 'named', 'own')),
		verdict(c, a, kinds, at('heading'), at('told')),
		third(c, grid, at('third')),
		guess === undefined ? {} : guessed(c, grid, kinds, guess, at('guessed')),
		load(c, a.operators, computeDay(a).minutesPerHour, grid.foot, at('load'))
	];
}

function kindsOf({ params }: SceneContext): Kinds {
	const { truePerThousand, pointlessPerThousand } = computeDay(readAssumptions(params));
	const trues = Math.round(truePerThousand);
	return { trues, pointless: Math.min(1000 - trues, Math.round(pointlessPerThousand)) };
}

/** The operator's screen. While the seconds run out, alerts that came after this one pile up behind it. */
function toDecide(c: SceneContext, at: Read): (Layer | false)[] {
	const panel = panelOf(c);
	const [shown, spent] = [at('written'), at('spent')];
	const { seconds } = readAssumptions(c.params);
	const own = picture(c, panel, ownDot(c), valuesOf(at, 'grown', 'drawn', 'away', 'boxed'));
	const operator = at('chain') > 0 && operatorInChain(c, at('acting'), at('chain'));
	// The operator sits before the screen, which is left alone when all else goes dark.
	const [under, over] = at('alone') > 0 ? [operator, own] : [own, operator];
	return [
		waiting(c, panel, spent * seconds, shown),
		at('chain') > 0 && theWhole(c, at),
		under,
		at('outside') > 0 && firm(c, at('outside')),
		over,
		shown > 0 && strip(panel, shown),
		at('seated') > 0 && hand(c, panel, at('seated'), at('raised'), spent),
		shown > 0 && time(c, panel, seconds, spent, shown),
		at('unsaid') > 0 && unsaid(c, panel, at('unsaid'), at('telling'), at('kept'))
	];
}

/** The camera to the patrol, with the one alert that goes through it. */
function theWhole(c: SceneContext, at: Read): Layer {
	const journey = valuesOf(at, 'toRecorder', 'toServer', 'toScreen', 'toPatrol');
	return chain(c, valuesOf(at, ...PARTS), journey, at('chain'), at('sent'));
}

/** Where the alert lies among the thousand. */
function ownDot(c: SceneContext): Rect {
	const grid = thousand(c.view);
	const [x, y] = sorted(grid, grid.own, kindsOf(c).trues);
	return { x: x - 4, y: y - 4, w: 8, h: 8 };
}

/** The next chapter's house comes out of the dark. */
const firm = (c: SceneContext, outside: number): Layer => ({
	ink: [...firmAtNight(c), painted(slab(0, 0, c.view.width, c.view.height), { fill: 'night', opacity: 1 - outside })]
});

function spoken(c: SceneContext, at: Read): Pick<Frame, 'subject' | 'says'> {
	const { view } = c;
	if (at('drawn') > 0) return { subject: [view.free], says: c.say('says.chain') };
	if (at('decision') > 0) return { subject: [panelOf(c).screen], says: c.say('says.screen') };
	if (at('thousand') > 0) {
		// What the reader had said before, where they did.
		const guess = guessOf(c.params, 'useful');
		const said = guess === undefined ? '' : `${c.say('guess.said', { n: c.number(guess) })}. `;
		const says = said + c.say('says.thousand', { t: c.number(kindsOf(c).trues) });
		return { subject: [thousandRect(view, thousand(view))], says };
	}
	if (at('day') > 0) {
		const { forNothing } = computeDay(readAssumptions(c.params));
		return { subject: [dayRect(view)], says: c.say('says.day', { n: c.number(Math.round(forNothing)) }) };
	}
	if (at('list') > 0) {
		const { x, y, w, h } = rowsOf(view);
		return { subject: [{ x, y, w, h }], says: c.say('says.queue') };
	}
	return { subject: [packetRect(c, journeyOf(at))], says: c.say(at('night') > 0 ? 'says.run' : 'says.street') };
}
