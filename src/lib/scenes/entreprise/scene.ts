import { GROUND, PAPER } from '../../drawing/palette';
import { SCREEN } from '../../figure/firm/colours';
import { lightsInk } from '../../figure/firm/lights';
import { FIRMS } from '../../figure/firm/market';
import { buildingInk, phoneAt } from '../../figure/firm/opening';
import type { Section } from '../../figure/firm/section';
import type { Doings } from '../../figure/firm/staff';
import { streetInk } from '../../figure/firm/street';
import { slab } from '../../figure/inks';
import type { Rect, Scene, SceneContext, View } from '../../picture/frame';
import { valuesOf } from '../cues';
import { stack, type Layer } from '../layers';
import { sectionAt } from './camera';
import { CUES, type Read } from './cues';
import { counted, houses, marketRect, own } from './firms';
import { account, messages } from './message';
import { decor } from './note';
import { figures, roomRect } from './screens';
import { himself, hiring, lineRect, said, ten } from './staff';
import { coffeeRect, years } from './years';

export { CUES as cues };

/** The firm in section; floors light up with the steps. One timeline, one view that comes near and draws back. */
export const scene: Scene = (c) => {
	const at = CUES(c);
	const s = sectionAt(c.view, at);
	const [says, subject] = SPOKEN.findLast(([, , cue]) => !cue || at(cue) > 0) ?? SPOKEN[0];
	return {
		night: 1 - at('day'),
		...stack(...firm(c, s, at), ...told(c, s, at)),
		subject: subject(c.view, s, at),
		says: c.say(says, { n: c.number(FIRMS) })
	};
};

/** Street, house and people, and his telephone that is lit until day. */
function firm(c: SceneContext, s: Section, at: Read): Layer[] {
	const dawn = at('dawn');
	const screens = at('white') > 0 ? PAPER : SCREEN;
	const house = s.k > 1.2 ? [...buildingInk(s, c.life, doingsAt(at), screens), ...lightsInk(s, litAt(at), dawn)] : [];
	return [{ ink: [...streetInk(c.view, s, dawn, at('out')), ...house] }, dawn < 1 ? telephone(c.view, 1 - dawn) : {}];
}

function telephone(view: View, opacity: number): Layer {
	const { x, y, w, h } = phoneAt(view);
	return { ink: [{ type: 'shape', d: slab(x, y, w, h), fill: GROUND, stroke: 'paper', width: 1.2, opacity }] };
}

/** What the steps tell over it. */
function told(c: SceneContext, s: Section, at: Read): (Layer | false)[] {
	return [
		hiring(c, s, [at('byTelephone'), at('exercise'), at('chat')]),
		ten(c, at('line'), at('off')),
		said(c, s, valuesOf(at, 'men', 'floors', 'always')),
		at('following') > 0 && figures(c, s, STEPS * at('clock'), at('figures')),
		at('message') > 0 && messages(c, s, valuesOf(at, 'written', 'run', 'typing', 'sent', 'messages')),
		at('message') > 0 && account(c, at('told'), at('answer')),
		at('confidence') > 0 && years(c, s, at('years'), at('wall')),
		at('market') > 0 && houses(c, s, valuesOf(at, 'houses', 'block', 'hundred')),
		at('market') > 0 && counted(c, at('counted')),
		at('market') > 0 && own(c, at('own')),
		decor(c, at('decor'))
	];
}

/** The clock's whole run: as long as the steps it runs through. */
const STEPS = 6;

const WALKS = ['walkToMeeting', 'walkToKitchen', 'walkToDesk', 'walkToMachine', 'walkBack'] as const;
/** How far each of his walks has come. */
export const walksAt = (at: Read): number[] => WALKS.map(at);

const doingsAt = (at: Read): Doings => ({
	...valuesOf(at, 'lunch', 'coffee', 'gone'),
	clock: STEPS * at('clock'),
	joined: at('toWhole'),
	walks: walksAt(at)
});

/** How bright each floor is: the one the step speaks of is lit, the others wait in the half-dark. */
const litAt = (at: Read): number[] =>
	[
		[0.8 * at('hallAsHePasses'), 0.7 * at('hallLit')],
		[0.75 * at('salesHalfLit'), at('salesLit')],
		[at('engineersLit')],
		[at('topLit'), 0.85 * at('topHalfLit')]
	].map((floor) => Math.max(at('allLit'), ...floor));

/** What is spoken of and where, from which cue on: a little before the eye gets there. */
const SPOKEN: [says: string, subject: (view: View, s: Section, at: Read) => Rect[], cue?: Parameters<Read>[0]][] = [
	['says.hiring', (_, s, at) => [himself(s, walksAt(at))]],
	['says.staff', (view) => [lineRect(view)], 'staff'],
	['says.engineers', (view, s) => [roomRect(view, s, 2)], 'following'],
	['says.message', (view, s) => [roomRect(view, s, 2), roomRect(view, s, 1)], 'message'],
	['says.worry', (_, s) => [coffeeRect(s)], 'confidence'],
	['says.market', (view) => [marketRect(view)], 'market']
];
