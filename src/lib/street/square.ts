import type { Fright, Pigeon } from './animals';
import { roleOf } from './cast';
import type { Itinerary, Point } from './itinerary';
import { passerLook } from './looks';
import { cosine, random, sine } from '../maths';
import { addPassers, addTravellers } from './passers';
import { COLUMN, RACK } from './places';
import { Plan, way } from './plan';
import type { TramPass } from './tram';

/** Seconds of life before frame 0: the square fills from empty. */
export const LEAD = 48;
/** Until after the end. */
const ALWAYS = 262;

export const TRAMS: readonly TramPass[] = [
	{ halt: 58, go: 75, direction: -1 },
	{ halt: 158, go: 174, direction: 1 }
];
/** The child runs at them; the dog comes by. */
export const FRIGHTS: readonly Fright[] = [
	{ from: 22.4, to: 52 },
	{ from: 117, to: 139 }
];
export const PIGEONS: readonly Pigeon[] = way('1.1,0.7 1.9,0.1 2.5,1.1 3.3,0.3 3.9,1.3 4.6,-0.4 2.9,-0.8').map(
	([x, y], i) => ({
		seed: 40 + i,
		x,
		y
	})
);

/** Where the story's people stay. */
export const HOMES = {
	nour: [-1.3, 4.6],
	marcel: [COLUMN.x - 0.66, COLUMN.y - 0.66],
	josette: [-5.85, 8.95],
	friend1: [-10.7, 14.2],
	friend2: [-9.85, 14.4],
	teen1: [-11.95, 8.35],
	teen2: [-10.6, 8.15],
	teen3: [-11.6, 9.65],
	florist: [-0.35, 12.55],
	courier: [-3.7, 12.2],
	simon: [2.2, 8.4]
} as const satisfies Record<string, Point>;

const EAST: Point = [1, 0];

type Add = (key: string, write: (i: Itinerary) => void) => void;

/** The story's seed, and the attempts its search keeps: the page takes them as they are. A test repeats the search. */
export const STORY = 7;
export const STORY_ATTEMPTS: readonly number[] = [
	0, 0, 0, 0, 3, 0, 9, 0, 0, 0, 0, 0, 3, 0, 2, 0, 9, 9, 7, 3, 1, 0, 0, 0, 10, 4, 1, 0, 2, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0,
	0
];

/**
 * The story's four minutes: who comes, why, and what each does. Times in seconds, places in metres. `search` finds
 * anew how passers-by give way even where that is known.
 */
export function planSquare(seed: number, search = false): Plan {
	const plan = new Plan(seed, TRAMS, seed === STORY && !search ? STORY_ATTEMPTS : undefined);
	const add: Add = (key, write) => void plan.add(roleOf(key), write);
	addResidents(add);
	addQueue(plan, add);
	addVisitors(add);
	addSisters(add);
	addTravellers(plan);
	addPassers(plan);
	return plan;
}

/** Those who are there for the whole recording, or nearly. */
function addResidents(add: Add): void {
	add('marcel', (i) =>
		i
			.enter(-17.5, 29, 7.3)
			.walk(way('15,6.9 9.4,6.2', HOMES.marcel), { until: 8 })
			.stay(ALWAYS, { face: [-1, -0.12], pose: 'bench', doing: 'sleep' })
	);
	add('josette', (i) =>
		i
			.enter(-46, -29, 7.2)
			.walk(way('-12,7 -6.4,7.6', HOMES.josette), { pace: 0.72 })
			.stay(207, { face: [0.05, -1], pose: 'bench' })
			.walk(way('-6.3,7.7 -13,7.1 -31,7.2'), { pace: 0.6, through: true })
	);
	add('friend1', (i) =>
		i
			.enter(-42, -30, 12.9)
			.walk(way('-16,12.9 -11.8,13.3', HOMES.friend1), { pace: 1.15 })
			.stay(ALWAYS, { face: [1, 0.15], doing: 'talk', restless: 0.9, radius: 0.2 })
	);
	add('friend2', (i) =>
		i
			.enter(-36, -4.8, 26.6)
			.walk(way('-4.6,21 -6.4,15 -7.4,13.4 -9,13.3', HOMES.friend2), { pace: 1.2 })
			.stay(ALWAYS, { face: [-1, -0.15], doing: 'talk', restless: 0.9, radius: 0.2 })
	);
	addTeens(add);
	add('florist', (i) => {
		const behind = { face: [0.35, -1], doing: 'sell', restless: 0.7 } as const;
		i.enter(-42, 3.4, 26.6).walk(way('3.2,20 2.6,14.6 -0.2,13.8', HOMES.florist), { pace: 1.2 });
		// Now and then she goes round to the front of the cart to set the flowers right.
		for (const t of [34, 101, 178]) {
			i.stay(t, behind).walk(way('0,11.9 1,11.75'), { pace: 0.8 });
			i.stay(t + 12, { face: [0.2, 1], doing: 'sell', restless: 0.9, radius: 0.25 });
			i.walk(way('0,11.9', HOMES.florist), { pace: 0.8 });
		}
		i.stay(ALWAYS, behind);
	});
	add('courier', (i) =>
		i
			.enter(-25, -30, 10.7)
			.walk(way('-16,10.4 -7,11.2', HOMES.courier), { pace: 1.5 })
			.stay(64, { face: [0.5, -1], doing: 'phone', restless: 1, radius: 0.4 })
			.walk(way('-2.9,11.4 -3.1,12.4'), { pace: 0.8 })
			.stay(170, { face: [0.2, -1], doing: 'phone', restless: 1.2, radius: 0.4 })
			.walk(way('-4.6,11.3 -8,11.3 -18,10.2 -31,10.6'), { pace: 1.35, through: true })
	);
	add('simon', (i) => {
		i.enter(-21, 30, 11).walk(way('12,11 5.6,10.7 3.9,9.4'), { pace: 1.3 });
		const [x, y] = HOMES.simon;
		const chance = random(77);
		let turn = 0.09;
		while (i.now < 201) {
			const round: Point[] = [];
			for (let k = 2 + Math.floor(3 * chance()); k > 0; k--) {
				turn += chance.between(0.13, 0.2);
				const r = chance.between(0.9, 2.1);
				round.push([x + r * cosine(turn), y + r * sine(turn)]);
			}
			i.walk(round, { pace: chance.between(0.55, 0.75), doing: 'search', meander: 0 });
			i.stay(i.now + chance.between(0.8, 3.2), { doing: 'search', restless: 0 });
		}
		i.walk(way('4.2,9.6 7,10.6 16,10.8 31,11.2'), { pace: 1.25, through: true });
	});
}

function addTeens(add: Add): void {
	const talk = { doing: 'talk', restless: 1.2, radius: 0.35 } as const;
	add('teen1', (i) =>
		i
			.enter(-33, -30, 9.2)
			.walk(way('-15,8.6', HOMES.teen1), { pace: 1.12 })
			.stay(92, { ...talk, face: [0.8, 0.5] })
			.walk(way('-12.6,7.6'), { pace: 0.7 })
			.stay(131, { ...talk, face: [0.8, 0.2] })
			.walk([HOMES.teen1], { pace: 0.7 })
			.stay(ALWAYS, { ...talk, face: [0.8, 0.5] })
	);
	add('teen2', (i) =>
		i
			.enter(-31.5, -30, 8.2)
			.walk(way('-14,7.3 -11.6,7', HOMES.teen2), { pace: 1.12 })
			.stay(97, { ...talk, face: [-0.9, 0.5] })
			.walk(way('-10.9,7.1'), { pace: 0.7 })
			.stay(136, { ...talk, face: [-1, 0.2] })
			.walk([HOMES.teen2], { pace: 0.7 })
			.stay(ALWAYS, { ...talk, face: [-0.9, 0.5] })
	);
	add('teen3', (i) =>
		i
			.enter(-30.5, -30, 10.4)
			.walk(way('-15,10.2', HOMES.teen3), { pace: 1.12 })
			.stay(104, { face: [0.2, -1], doing: 'phone', restless: 1, radius: 0.3 })
			.walk(way('-13,9.3'), { pace: 0.7 })
			.stay(142, { ...talk, face: [0.7, -0.8] })
			.walk([HOMES.teen3], { pace: 0.7 })
			.stay(ALWAYS, { face: [0.2, -1], doing: 'phone', restless: 1, radius: 0.3 })
	);
}

/** Places in the bakery's queue, the first at its door. */
const place = (i: number): Point => [8.7 - 0.87 * i, 13.15 + 0.12 * sine(0.37 * i)];

/** The bakery's queue: when each comes and from where, when each has been served and goes where. */
const QUEUE: readonly { from: number; until: number; come: Point[]; go: Point[] }[] = [
	{ from: -41, until: 23, come: way('30,11.4 16,11.4 9.6,11.5 8.9,12.4'), go: way('8.3,11.6 3,10.7 -9,10.8 -31,10.6') },
	{ from: -37, until: 96, come: way('30,11.1 16,11.1 9.2,11.5'), go: way('8,11.7 14.5,11.2 31,10.4') },
	{
		from: -33,
		until: 131,
		come: way('-30,10.6 -9,11.1 -3,10.8 4,11.4'),
		go: way('8,11.4 4.9,9.8 4.7,6.2 0.8,2.4 -8,0.6 -18,-6')
	},
	{ from: -30, until: 166, come: way('30,11.3 16,11.3 8,11.4'), go: way('8.2,11.6 15,11.3 31,11') },
	{ from: -22, until: 198, come: way('-30,10.4 -9,10.7 -2,10.8 3.4,11.3'), go: way('8,11.5 5.2,6.2 6.8,0 9,-11') },
	{ from: 68, until: 229, come: way('30,11.2 16,11.2 8,11.2 5.4,11.8'), go: way('8.3,11.6 15,11.3 31,11.2') },
	{ from: 133, until: 262, come: way('30,11.2 16,11.2 8,11.2 5.4,11.8'), go: way('8.3,11.6 15,11.3 31,11.2') }
];

/** Each is served in turn and those behind move up. */
function addQueue(plan: Plan, add: Add): void {
	QUEUE.forEach(({ from, until, come, go }, n) => {
		const old = n === 1;
		const write = (i: Itinerary) => {
			const [start, ...steps] = come;
			const ahead = QUEUE.slice(0, n).filter((q) => q.until > from + 12).length;
			i.enter(from, ...start).walk([...steps, place(ahead)], { pace: old ? 1 : 1.25 });
			for (let spot = ahead; spot > 0; spot--) {
				i.stay(QUEUE[n - spot].until + 0.9 + 0.7 * spot, { face: EAST, restless: 0.7, radius: 0.13 });
				i.walk([place(spot - 1)], { pace: 0.7, meander: 0 });
			}
			if (old) {
				// He has forgotten what he came for: turns away, comes back.
				i.stay(48, { face: EAST, doing: 'talk', restless: 0.5, radius: 0.1 }).walk(way('8.5,12.4'), { pace: 0.6 });
				i.stay(63, { face: [-0.5, -1], restless: 0.8, radius: 0.15 }).walk([place(0)], { pace: 0.6 });
			}
			i.stay(until, { face: EAST, doing: 'talk', restless: 0.5, radius: 0.1 });
			i.walk(go, { pace: old ? 0.9 : 1.3, through: true });
		};
		if (n < 5) add(`baker${n + 1}`, write);
		else plan.add({ reason: 'queue', ...passerLook(random(plan.seed + 500 + n)) }, write);
	});
}

/** Those of the story who come and go. */
function addVisitors(add: Add): void {
	add('tourist', (i) =>
		i
			.enter(-8.5, -30, 10.6)
			.walk(way('-12,10.8 -6.4,10.5 -4.2,9.6 -3.1,8.2'), { pace: 1.22 })
			.stay(50, { face: [0.7, -0.6], doing: 'map', restless: 0.9, radius: 0.35 })
			.walk(way('-2.2,10.2 1.4,10.9 5.4,10.8 5.9,9.7'), { pace: 1.05 })
			.stay(86, { face: [0.5, 1], doing: 'map', restless: 0.9, radius: 0.35 })
			.walk(way('5.2,10.9 3.9,12.2 3.4,15 3.1,20 10,23 31,24.4'), { pace: 1.2, through: true })
	);
	// They run at the pigeons, watch a tram, rest on the far bench, watch another tram, go home.
	const run = 20.4;
	const pigeons = { restless: 1.3, radius: 0.3 };
	const watch = { face: [-0.45, 1], restless: 0.9, radius: 0.18 } as const;
	add('child', (i) => {
		i.enter(-1.2, 30, 5.3).walk(way('12,5.5 6.7,5.4'), { until: run, meander: 0.12 });
		i.walk(way('4.6,3.4 2.9,1.2'), { pace: 2.5 }).stay(24.6, { face: [0.2, -1], restless: 0 });
		i.walk(way('1.6,0.6 1.2,1.6 2.4,2.2 3.6,1.4'), { pace: 1.9 }).stay(30, { ...pigeons, face: [-0.2, 1] });
		i.walk(way('2.9,2.2 1.9,1.7 2.2,3'), { pace: 1.6 }).stay(39.4, { ...pigeons, face: [0.3, 1] });
		i.walk(way('4.8,5.8 5,9.6 3.4,11.4 2.95,12.3'), { pace: 1.2, meander: 0.15 }).stay(82, watch);
		i.walk(way('4,11.2 8,10.6 11.6,8.2'), { pace: 1.15, meander: 0.2 });
		for (const [t, to] of [
			[104, '12.6,7.6'],
			[113, '13.4,7 12.8,6.2'],
			[121, '11.4,6.9'],
			[130, '10.8,7.4 10.3,8.4']
		] as const)
			i.stay(t, { restless: 1.5, radius: 0.3 }).walk(way(to), { pace: 1.3 });
		i.stay(141, { face: [0.4, 1], restless: 1 });
		i.walk(way('10.8,10.2 7,10.8 4,11.2 2.95,12.3'), { pace: 1.2, meander: 0.1 }).stay(184.4, watch);
		i.walk(way('3.6,11.2 0,10.8 -13,10.8 -31,10.5'), { pace: 1.15, through: true, meander: 0.12 });
	});
	add('parent', (i) => {
		i.enter(-1.5, 30, 6.1).walk(way('12,6.1 6.3,6'), { until: run + 0.6 });
		i.walk(way('4.4,4.9 3,4.1'), { pace: 1.1 }).stay(37.6, { face: [-0.3, -1], restless: 0.8, radius: 0.3 });
		i.walk(way('5.4,5.9 5.6,9.6 4.1,11.6 3.5,12.6'), { pace: 1.2, meander: 0 }).stay(81, watch);
		i.walk(way('4.6,11.3 8,10.9 12.2,9.9 12.3,8.6'), { pace: 1.1, meander: 0 });
		i.stay(138, { face: [-0.1, -1], pose: 'bench' });
		i.walk(way('11.3,8.7 10.6,10.9 7,11.3 4.4,11.6 3.5,12.6'), { pace: 1.2, meander: 0 }).stay(187, watch);
		i.walk(way('3.6,11.5 1,10.8 -13,10.8 -31,10.6'), { pace: 1.15, through: true, meander: 0 });
	});
	// Two locks tried in eleven seconds.
	const lock = (n: number): Point => [RACK.places[n] + 0.32, RACK.y - 1.15];
	const try_ = { face: [-0.4, 1], pose: 'crouch', doing: 'lock', restless: 0 } as const;
	add('thief', (i) =>
		i
			.enter(104, 24, -2.5)
			.walk(way('14,1.2', lock(1)), { until: 116.2 })
			.stay(122.2, try_)
			.walk(way('10,2.7', lock(3)), { until: 124.4, meander: 0 })
			.stay(129.4, try_)
			.walk(way('14,1.4 26,-3'), { pace: 2.1, through: true })
	);
}

/** Nour waits; Salma comes at last; they go. */
function addSisters(add: Add): void {
	const meet = 232;
	add('nour', (i) => {
		i.enter(-17, -30, 4.9).walk(way('-14,5 -4,5.2', HOMES.nour), { until: 5.5 });
		const chance = random(4);
		const [x, y] = HOMES.nour;
		let away = false;
		while (i.now < 208) {
			i.stay(Math.min(210, i.now + chance.between(9, 17)), {
				face: [chance.between(-0.7, 0.9), -chance.between(0.35, 1)],
				doing: chance() < 0.55 ? 'phone' : '',
				restless: 0.9,
				radius: 0.3
			});
			away = !away;
			const turn = chance();
			const r = away ? chance.between(0.5, 1.1) : 0.15;
			i.walk([[x + r * cosine(turn), y + 0.6 * r * sine(turn)]], { pace: 0.75, meander: 0 });
		}
		i.stay(221, { face: [0.3, -1], doing: 'phone', restless: 0.6 });
		i.stay(228.6, { face: [1, 0.25], restless: 0 });
		i.walk(way('0.1,4.75'), { until: meet - 0.7, meander: 0 });
		i.stay(meet + 4.6, { face: EAST, doing: 'greet', restless: 0 });
		i.walk(way('1.4,4.4 6,1.9 13,0.9 31,-1'), { pace: 1.12, through: true, meander: 0.05 });
	});
	add('salma', (i) =>
		i
			.enter(208.6, 30, 6.6)
			.walk(way('14,6.1 6,5.7 0.62,4.78'), { until: meet, meander: 0 })
			.stay(meet + 4.3, { face: [-1, 0], doing: 'greet', restless: 0 })
			.walk(way('2,3.8 6,1.2 13,0.2 31,-1.8'), { pace: 1.12, through: true, meander: 0.05 })
	);
}
