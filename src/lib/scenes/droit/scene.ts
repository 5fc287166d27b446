import { sum } from 'd3';
import { letter, letters } from '../../figure/text';
import { ease, mix } from '../../figure/motion';
import { nourOut } from '../../figure/nour';
import type { Frame, Mark, Scene, SceneContext } from '../../picture/frame';
import { latest, valuesOf } from '../cues';
import { stack, type Layer } from '../layers';
import { countedAt, counter } from './counter';
import { CUES, type Read } from './cues';
import { TELLING, type Telling } from './data';
import { events, type Clocks } from './events';
import { asideAt, caseRects, moirans } from './moirans';
import { plug } from './plug';
import { boxes, nour, openingAt, secondsAt, shotAt, square } from './refusal';
import { band, HERE, lastTrial, legend, trials, years, yearsOf, type Away } from './timeline';

export { CUES as cues };

/**
 * The law year by year, with the analysis plugged in and out. The camera goes through the last ochre band, in which
 * analysis may be tried, into the square: Nour cannot say no to a lens except by leaving.
 */
export const scene: Scene = (c) => latest(c, PICTURES)(c, CUES(c));

type Picture = (c: SceneContext, at: Read) => Frame;

const PICTURES: Record<string, Picture> = {
	position: telling('position'),
	trial: telling('trial'),
	moirans: telling('moirans'),
	'dark-screens': telling('dark-screens'),
	rider: telling('rider'),
	reopened: telling('reopened'),
	refusals: (c, at) => refusing(c, at, 'refusals'),
	'out-of-frame': (c, at) => refusing(c, at, 'out-of-frame')
};

/** A step of the timeline, or of the case that opens out of one of its days. */
function telling(step: Telling | 'dark-screens'): Picture {
	return (c, at) => {
		const opened = at('opened');
		const away = opened > 0 ? asideAt(c.view, opened) : HERE;
		const told = stack(...law(c, at, away, 1 - ease(opened, 0, 0.4)));
		const tried = moirans(c, valuesOf(at, 'opened', 'filed', 'walk', 'climbed', 'inside', 'door', 'ruled', 'dark'));
		return {
			night: 0,
			...stack({ ink: told.ink, marks: moved(told.marks, away) }, tried),
			subject: step === 'moirans' || step === 'dark-screens' ? caseRects(c.view) : [yearsOf(c.view, step)],
			says: c.say(`says.${step}`)
		};
	};
}

/** Marks of the years, as one where they move. */
const moved = (marks: Mark[], away: Away): Mark[] =>
	away === HERE || !marks.length ? marks : [{ type: 'group', key: 'years', ...away, children: marks }];

/** The years and what stands beside them. */
function law(c: SceneContext, at: Read, away: Away, shown = 1): Layer[] {
	const opacity = at('years') * shown;
	if (opacity <= 0) return [];
	const { view } = c;
	const clock = (step: Telling) => at(`told.${step}`);
	const folded = (step: Telling) => (step === 'reopened' ? 0 : at(`folded.${step}`));
	const reached = sum(TELLING, (step) => ease(clock(step), 0, 0.3));
	const clocks = Object.fromEntries(TELLING.map((s) => [s, { clock: clock(s), folded: folded(s) }])) as Clocks;
	const plugged = {
		inserted: at('plugged') + at('pluggedAgain'),
		socket: at('socket') + at('socketAgain'),
		trial: latest(c, { position: 'first', reopened: 'second' } as const),
		out: at('out'),
		again: at('again'),
		opacity: opacity * at('rig')
	};
	return [
		band(view, at('turned'), reached, opacity),
		trials(view, { first: at('firstTrial'), second: at('secondTrial') }, at('extension'), opacity),
		years(view, at('turned'), opacity),
		legend(c, at('legend') * opacity),
		events(c, clocks, at('today'), opacity),
		plug(c, plugged, away)
	];
}

/** The square behind the band, which grows to the whole stage while the years move aside with it. */
function refusing(c: SceneContext, at: Read, step: 'refusals' | 'out-of-frame'): Frame {
	const through = at('through');
	const away = awayAt(c, through);
	const aside = stack(...law(c, at, away));
	const seconds = secondsAt(at('waiting'), at('gestures'), at('leaving'));
	const framed = at('framed');
	const alone = at('alone');
	const shot = shotAt(c, seconds, valuesOf(at, 'through', 'near', 'framed'));
	const counted = countedAt(seconds);
	const told = stack(
		square(c, shot, valuesOf(at, 'ochre', 'ochreLine', 'framed', 'alone')),
		nour(c, shot, seconds, step === 'refusals'),
		boxes(c, shot, seconds, at('boxed') * (1 - ease(alone, 0, 0.3))),
		counter(c, counted, at('boxed') * (1 - ease(alone, 0, 0.6)), framed),
		outOfFrame(c, at('outOfFrame'), alone)
	);
	return {
		night: 0,
		ink: [...aside.ink, ...told.ink],
		marks: [...told.marks, ...moved(aside.marks, away)],
		subject: [shot.figure],
		says: c.say(`says.${step}`, { n: counted.all })
	};
}

/** How the years move with the band's middle. */
function awayAt({ view }: SceneContext, through: number): Away {
	if (through === 0) return HERE;
	const band = lastTrial(view);
	const opening = openingAt(view, through);
	const scale = mix(1, 6, through);
	return {
		x: opening.x + opening.w / 2 - scale * (band.x + band.w / 2),
		y: opening.y + opening.h / 2 - scale * (band.y + band.h / 2),
		scale
	};
}

/** What is said beside her once she stands on the paper. */
function outOfFrame(c: SceneContext, out: number, alone: number): Layer {
	if (out <= 0) return {};
	const { free, phone } = c.view;
	const { person, ...feet } = nourOut(c);
	const x = feet.x + 0.5 * feet.k;
	const y = feet.y - person.height * feet.k * 0.62;
	const size = phone ? 17 : 30;
	const opacity = out * (1 - ease(alone, 0, 0.6));
	const room = free.x + free.w - x;
	const says = letters('out.says', 'news', x, y + size * 0.95, phone ? 13.5 : 19, c.say('out.says'), room, { opacity });
	return { marks: [letter('out', 'grot', x, y, size, c.say('out'), { opacity }), ...says] };
}
