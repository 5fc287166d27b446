import type { Ink } from '../../picture/frame';
import type { Look } from '../../street/types';
import { mix } from '../motion';
import { DESKS } from './furniture';
import { COLLEAGUES, DIRECTORS, ENGINEERS, HE, HE_PHONE, INTERN, SALESMAN } from './people';
import { FLOOR, floorOf, px, py, type Section } from './section';
import { whereabouts, WALKS } from './walk';

interface Body {
	look: Look;
	x: number;
	y: number;
	pose: 'walk' | 'stand' | 'bench';
	facing: -1 | 0 | 1;
	phase?: number;
	height?: number;
}

/** What people of the firm are at. */
export interface Doings {
	/** Runs evenly through the chapter, a step a unit: somebody is always on the stairs. */
	clock: number;
	/** A director has left the meeting room for the table; an engineer has come to it. */
	lunch: number;
	joined: number;
	/** How much of each of Thomas Jusquiame's walks is done. */
	walks: readonly number[];
	/** The intern's way to the coffee machine, and out. */
	coffee: number;
	gone: number;
}

/** The night before anything begins: he is on his bench. */
export const WAITING: Doings = { clock: 0, lunch: 0, joined: 0, walks: Array(WALKS).fill(0), coffee: 0, gone: 0 };

/** Everybody in the house, from the back of the picture to the front. */
export const staffInk = (s: Section, life: number, doings: Doings): Ink[] =>
	[climber(life, doings.clock), ...upstairs(doings), ...salesFloor(doings), himself(doings)].map((b, i) =>
		person(s, alive(b, i, life))
	);

const person = (s: Section, { look, pose, x, y, height = 1.74, facing, phase = 0 }: Body): Ink => ({
	type: 'person',
	look,
	pose,
	x: px(s, x),
	y: py(s, y),
	k: s.k,
	height,
	facing,
	phase
});

/** Small gestures of people who sit or stand: they breathe, and now and then one looks up at the reader. */
function alive(b: Body, i: number, life: number): Body {
	if (life === 0 || b.pose === 'walk') return b;
	const looks = b.pose === 'bench' && Math.floor(life / 2.3 + i * 1.7) % 7 === 0;
	return { ...b, y: b.y + 0.008 * (1 + Math.sin(life * 1.9 + i * 2.1)), facing: looks ? 0 : b.facing };
}

/** Somebody who goes up and down between the sales and the engineers. */
function climber(life: number, clock: number): Body {
	const climb = (life * 0.045 + clock * 0.35) % 1;
	const leg = climb < 0.5 ? climb * 2 : 2 - climb * 2;
	const across = leg < 0.5 ? leg * 2 : 2 - leg * 2;
	return {
		look: COLLEAGUES[2],
		x: mix(0.6, 2.7, across),
		y: floorOf(1) + leg * FLOOR,
		pose: 'walk',
		facing: leg < 0.5 === climb < 0.5 ? 1 : -1,
		phase: (life * 0.8 + clock * 6) % 1
	};
}

const seated = (look: Look, level: number, x: number, facing: -1 | 1 = 1): Body => ({
	look,
	x,
	y: floorOf(level),
	pose: 'bench',
	facing
});

/** Directors, one of them at the lunch table, always; engineers, one at the whiteboard and one soon at that table. */
function upstairs({ lunch, joined }: Doings): Body[] {
	const atTable = ENGINEERS[4];
	return [
		seated(DIRECTORS[0], 3, 8.3, -1),
		seated(DIRECTORS[1], 3, lunch > 0 ? 15.9 : 9.9, -1),
		seated(COLLEAGUES[0], 3, 13.4),
		...(joined > 0 ? [seated(atTable, 3, 12.1)] : []),
		...ENGINEERS.flatMap((look, i): Body[] => {
			if (i === 5) return [{ ...seated(look, 2, 17.75), pose: 'stand' }];
			return look === atTable && joined > 0 ? [] : [seated(look, 2, DESKS[4 + i].x)];
		})
	];
}

/** She crosses to the coffee machine, speaks, and leaves for good: she did not renew her internship. */
function salesFloor({ coffee, gone }: Doings): Body[] {
	const desk = DESKS[2].x;
	const she: Body = {
		...seated(INTERN, 1, gone > 0 ? mix(18.2, 9, gone) : mix(desk, 18.2, coffee), gone > 0 || coffee >= 1 ? -1 : 1),
		pose: coffee <= 0 ? 'bench' : gone > 0 || coffee < 1 ? 'walk' : 'stand',
		phase: ((gone > 0 ? gone * 6 : coffee * 4.6) + 0.25) % 1,
		height: 1.66
	};
	return [seated(COLLEAGUES[1], 1, DESKS[0].x), seated(SALESMAN, 1, DESKS[3].x), ...(gone < 1 ? [she] : [])];
}

const himself = ({ walks }: Doings): Body => ({ look: walks[0] > 0 ? HE : HE_PHONE, ...whereabouts(walks) });
