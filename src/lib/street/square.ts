import { CAST, passerLook } from './looks';
import type { Itinerary, Point } from './itinerary';
import { cosine, random, sine, type Random } from './maths';
import { COLUMN, RACK, STOP, TERRACE, TRAM } from './places';
import { Plan, shift, type Role } from './plan';
import type { Fright, Pigeon } from './animals';
import type { TramPass } from './tram';

/** Seconds of life before frame 0: the square fills from empty. */
export const LEAD = 48;
const AFTER = 400;

export const TRAMS: readonly TramPass[] = [
	{ halt: 58, go: 75, direction: -1 },
	{ halt: 158, go: 174, direction: 1 }
];
export const FRIGHTS: readonly Fright[] = [
	{ from: 22.4, to: 52 },
	{ from: 117, to: 139 }
];
export const PIGEONS: readonly Pigeon[] = [
	[1.1, 0.7],
	[1.9, 0.1],
	[2.5, 1.1],
	[3.3, 0.3],
	[3.9, 1.3],
	[4.6, -0.4],
	[2.9, -0.8]
].map(([x, y], i) => ({ seed: 40 + i, x, y }));

/** Where the story's people stay. */
export const HOMES = {
	nour: [-1.3, 4.6],
	marcel: [COLUMN.x - 0.66, COLUMN.y - 0.66],
	josette: [-5.85, 8.95],
	friend1: [-10.7, 14.2],
	friend2: [-9.85, 14.4],
	florist: [-0.35, 12.55],
	courier: [-3.7, 12.2],
	simon: [2.2, 8.4]
} as const satisfies Record<string, Point>;

/** Places in the bakery's queue, the first at its door. */
const queue = (i: number): Point => [8.7 - 0.87 * i, 13.15 + 0.12 * sine(0.37 * i)];
const EAST: Point = [1, 0];

/** The story's four minutes: who comes, why, and what each does. */
export function planSquare(seed: number): Plan {
	const plan = new Plan(seed, TRAMS);
	const chance = random(seed);
	const cast = (key: string, reason: string, write: (i: Itinerary) => void) =>
		plan.add({ key, reason, ...CAST[key] }, write);

	residents(cast);
	queueUp(plan, cast);
	visitors(cast);
	sisters(cast);
	travellers(plan, chance);
	passers(plan, chance);
	return plan;
}

type Add = (key: string, reason: string, write: (i: Itinerary) => void) => unknown;

/** Those who are there for the whole recording, or nearly. */
function residents(cast: Add): void {
	cast('marcel', 'sleeps', (i) =>
		i
			.enter(-47, 29, 10.2)
			.walk([[15, 10.3], [11.2, 7.2], [9.2, 6], HOMES.marcel], { pace: 0.95 })
			.stay(AFTER, { face: [-1, -0.12], pose: 'sit', doing: 'sleep' })
	);
	cast('josette', 'rests', (i) =>
		i
			.enter(-46, -29, 7.2)
			.walk([[-12, 7], [-6.4, 7.6], HOMES.josette], { pace: 0.72 })
			.stay(207, { face: [0.05, -1], pose: 'bench' })
			.walk(
				[
					[-6.3, 7.7],
					[-13, 7.1],
					[-31, 7.2]
				],
				{ pace: 0.6, through: true }
			)
	);
	cast('friend1', 'talks', (i) =>
		i
			.enter(-42, -30, 12.9)
			.walk([[-16, 12.9], [-11.8, 13.3], HOMES.friend1], { pace: 1.15 })
			.stay(AFTER, { face: [1, 0.15], doing: 'talk', restless: 0.9, radius: 0.22 })
	);
	cast('friend2', 'talks', (i) =>
		i
			.enter(-36, -3.5, 26.6)
			.walk([[-3.6, 21], [-6.6, 15], HOMES.friend2], { pace: 1.2 })
			.stay(AFTER, { face: [-1, -0.15], doing: 'talk', restless: 0.9, radius: 0.22 })
	);
	const lamp: [string, Point, Point][] = [
		['teen1', [-11.95, 8.35], [0.8, 0.5]],
		['teen2', [-10.6, 8.15], [-0.9, 0.5]],
		['teen3', [-11.6, 9.65], [0.2, -1]]
	];
	lamp.forEach(([key, home, face], n) =>
		cast(key, 'nowhere', (i) =>
			i
				.enter(-33 + 1.1 * n, -30, 9.4 + 0.8 * n)
				.walk([[-15, 9.2 + 0.4 * n], home], { pace: 1.12 })
				.stay(92 + 5 * n, { face, doing: n === 2 ? 'phone' : 'talk', restless: 1.3, radius: 0.35 })
				.walk([[home[0] + 0.6 - 0.9 * n, home[1] - 0.7]], { pace: 0.7 })
				.stay(131 + 4 * n, { face: [0.6 - 0.6 * n, 0.6 - 0.6 * (n % 2)], doing: 'talk', restless: 1.1, radius: 0.3 })
				.walk([home], { pace: 0.7 })
				.stay(AFTER, { face, doing: 'talk', restless: 1.3, radius: 0.35 })
		)
	);
	cast('florist', 'sells', (i) => {
		i.enter(-42, 3.4, 26.6).walk([[3.2, 20], [2.6, 14.6], [-0.2, 13.8], HOMES.florist], { pace: 1.2 });
		// Now and then she goes round to the front of the cart to set the flowers right.
		for (const t of [34, 101, 178]) {
			i.stay(t, { face: [0.35, -1], doing: 'sell', restless: 0.7 }).walk(
				[
					[0, 11.9],
					[1, 11.75]
				],
				{ pace: 0.8 }
			);
			i.stay(t + 12, { face: [0.2, 1], doing: 'sell', restless: 0.9, radius: 0.25 }).walk([[0, 11.9], HOMES.florist], {
				pace: 0.8
			});
		}
		i.stay(AFTER, { face: [0.35, -1], doing: 'sell', restless: 0.7 });
	});
	cast('courier', 'order', (i) =>
		i
			.enter(-25, -30, 10.9)
			.walk([[-16, 10.5], [-7, 11.2], HOMES.courier], { pace: 1.5 })
			.stay(64, { face: [0.5, -1], doing: 'phone', restless: 1, radius: 0.4 })
			.walk(
				[
					[-2.9, 11.4],
					[-3.1, 12.4]
				],
				{ pace: 0.8 }
			)
			.stay(166, { face: [0.2, -1], doing: 'phone', restless: 1.2, radius: 0.4 })
			.walk(
				[
					[-4.6, 11.4],
					[-8, 11.3],
					[-18, 10.2],
					[-31, 10.6]
				],
				{ pace: 1.35, through: true }
			)
	);
	cast('simon', 'phone', (i) => {
		i.enter(-21, 30, 11).walk(
			[
				[12, 11],
				[5.6, 10.7],
				[3.9, 9.4]
			],
			{ pace: 1.3 }
		);
		const [cx, cy] = HOMES.simon;
		const around = random(77);
		let turn = 0.09;
		for (let t = 0; t < 196;) {
			const way: Point[] = [];
			const legs = 2 + Math.floor(around() * 3);
			for (let k = 0; k < legs; k++) {
				turn += around.between(0.13, 0.2);
				const r = around.between(0.9, 2.1);
				way.push([cx + r * cosine(turn), cy + r * sine(turn)]);
			}
			i.walk(way, { pace: around.between(0.55, 0.75), doing: 'search', meander: 0 });
			t = i.now;
			i.stay(t + around.between(0.8, 3.2), { doing: 'search', restless: 0 });
		}
		i.walk(
			[
				[4.2, 9.6],
				[7, 10.8],
				[16, 10.8],
				[31, 11.2]
			],
			{ pace: 1.25, through: true }
		);
	});
}

/** The bakery's queue: each is served in turn and those behind move up. */
function queueUp(plan: Plan, cast: Add): void {
	const served = [23, 96, 131, 166, 198, 229, 262];
	const leave: Point[][] = [
		[
			[8.3, 11.6],
			[3, 10.9],
			[-9, 10.9],
			[-31, 11.4]
		],
		[
			[8, 11.7],
			[14.5, 11.2],
			[31, 10.4]
		],
		[
			[8, 11.4],
			[4, 10.6],
			[0.5, 6.2],
			[-6, 2.2],
			[-14, -3]
		],
		[
			[8.2, 11.6],
			[15, 11.3],
			[31, 11]
		],
		[
			[8, 11.5],
			[5.2, 6.2],
			[6.8, 0],
			[9, -11]
		],
		[
			[8.3, 11.6],
			[15, 11.3],
			[31, 11.2]
		],
		[
			[8.3, 11.6],
			[15, 11.3],
			[31, 11.2]
		]
	];
	const come: Point[][] = [
		[
			[16, 11.4],
			[9.6, 11.5],
			[8.9, 12.4]
		],
		[
			[16, 11.1],
			[9.2, 11.5]
		],
		[
			[-9, 11.1],
			[-3, 10.8],
			[4, 11.4]
		],
		[
			[16, 11.3],
			[8, 11.4]
		],
		[
			[-9, 10.9],
			[-2, 10.8],
			[3.4, 11.3]
		],
		[
			[16, 11.2],
			[8, 11.2],
			[5.4, 11.8]
		],
		[
			[16, 11.2],
			[8, 11.2],
			[5.4, 11.8]
		]
	];
	const arrive = [-41, -37, -33, -30, -22, 68, 133];
	served.forEach((until, n) => {
		const write = (i: Itinerary) => {
			// Those in front who are still waiting when this one comes.
			const ahead = served.slice(0, n).filter((s) => s > arrive[n] + 12).length;
			const first = n - ahead;
			i.enter(arrive[n], come[n][0][0] > 0 ? 30 : -30, come[n][0][1]).walk([...come[n], queue(ahead)], {
				pace: n === 1 ? 1 : 1.25
			});
			for (let k = first; k < n; k++) {
				const place = n - k;
				i.stay(served[k] + 0.9 + 0.7 * place, { face: EAST, restless: 0.7, radius: 0.13 }).walk([queue(place - 1)], {
					pace: 0.7,
					meander: 0
				});
			}
			if (n === 1) {
				// He has forgotten what he came for: turns away, comes back.
				i.stay(48, { face: EAST, doing: 'talk', restless: 0.5, radius: 0.1 });
				i.walk([[8.5, 12.4]], { pace: 0.6 }).stay(63, { face: [-0.5, -1], restless: 0.8, radius: 0.15 });
				i.walk([queue(0)], { pace: 0.6 });
			}
			i.stay(until, { face: EAST, doing: 'talk', restless: 0.5, radius: 0.1 });
			i.walk(leave[n], { pace: n === 1 ? 0.9 : 1.3, through: true });
		};
		if (n < 5) cast(`baker${n + 1}`, n === 1 ? 'forgot' : 'queue', write);
		else plan.add({ reason: 'queue', ...passerLook(random(plan.seed + 500 + n)) }, write);
	});
}

/** Those of the story who come and go. */
function visitors(cast: Add): void {
	cast('tourist', 'visits', (i) =>
		i
			.enter(-8.5, -30, 10.8)
			.walk(
				[
					[-12, 11],
					[-6.4, 10.6],
					[-4.2, 9.6],
					[-3.1, 8.2]
				],
				{ pace: 1.22 }
			)
			.stay(50, { face: [0.7, -0.6], doing: 'map', restless: 0.9, radius: 0.35 })
			.walk(
				[
					[-2.2, 10.2],
					[1.4, 11],
					[5.4, 10.9],
					[5.9, 9.7]
				],
				{ pace: 1.05 }
			)
			.stay(86, { face: [0.5, 1], doing: 'map', restless: 0.9, radius: 0.35 })
			.walk(
				[
					[5.2, 10.9],
					[3.9, 12.2],
					[3.5, 15],
					[4.4, 20],
					[10, 23],
					[31, 24.4]
				],
				{ pace: 1.2, through: true }
			)
	);
	const run = 20.4;
	cast('child', 'pigeons', (i) => {
		i.enter(-1.2, 30, 5.5).walk(
			[
				[12, 5.7],
				[6.7, 5.6]
			],
			{ until: run, meander: 0.25 }
		);
		i.walk(
			[
				[4.6, 3.4],
				[2.9, 1.2]
			],
			{ pace: 2.5 }
		).stay(24.6, { face: [0.2, -1], restless: 0 });
		i.walk(
			[
				[1.6, 0.6],
				[1.2, 1.6],
				[2.4, 2.2],
				[3.6, 1.4]
			],
			{ pace: 1.9 }
		).stay(30, { face: [-0.2, 1], restless: 1.4 });
		i.walk(
			[
				[2.9, 2.2],
				[1.9, 1.7],
				[2.2, 3]
			],
			{ pace: 1.6 }
		).stay(36, { face: [0.3, 1], restless: 1.2, radius: 0.2 });
		i.walk(
			[
				[1.6, 3.2],
				[1.2, 2.9],
				[-6, 2.8],
				[-12, 2.2],
				[-31, 2.4]
			],
			{ pace: 1.12, through: true, meander: 0.3 }
		);
	});
	cast('parent', 'child', (i) =>
		i
			.enter(-1.5, 30, 6.2)
			.walk(
				[
					[12, 6.2],
					[6.3, 6]
				],
				{ until: run + 0.6 }
			)
			.walk(
				[
					[4.4, 4.9],
					[3, 4.1]
				],
				{ pace: 1.1 }
			)
			.stay(37, { face: [-0.3, -1], restless: 0.8, radius: 0.3 })
			.walk(
				[
					[1.8, 3.4],
					[-5, 3.5],
					[-12, 3],
					[-31, 3.2]
				],
				{ pace: 1.15, through: true }
			)
	);
	const lock = (n: number): Point => [RACK.places[n] + 0.32, RACK.y - 1.15];
	cast('thief', 'locks', (i) =>
		i
			.enter(104, 24, -2.5)
			.walk([[14, 1.2], lock(1)], { until: 116.2 })
			.stay(122.2, { face: [-0.4, 1], pose: 'crouch', doing: 'lock', restless: 0 })
			.walk([[10, 2.7], lock(3)], { until: 124.4, meander: 0 })
			.stay(129.4, { face: [-0.4, 1], pose: 'crouch', doing: 'lock', restless: 0 })
			.walk(
				[
					[14, 1.4],
					[26, -3]
				],
				{ pace: 2.1, through: true }
			)
	);
}

/** Nour waits; Salma comes at last; they go. */
function sisters(cast: Add): void {
	const meet = 232;
	cast('nour', 'waits', (i) => {
		i.enter(-17, -30, 4.9).walk([[-14, 5], [-4, 5.2], HOMES.nour], { until: 5.5 });
		const pace = random(4);
		const [x, y] = HOMES.nour;
		let away = false;
		while (i.now < 208) {
			const from = i.now;
			const until = Math.min(210, from + pace.between(9, 17));
			i.stay(until, {
				face: [pace.between(-0.7, 0.9), -pace.between(0.35, 1)],
				doing: pace() < 0.55 ? 'phone' : '',
				restless: 0.9,
				radius: 0.3
			});
			away = !away;
			const a = pace();
			const r = away ? pace.between(0.5, 1.1) : 0.15;
			i.walk([[x + r * cosine(a), y + 0.6 * r * sine(a)]], { pace: 0.75, meander: 0 });
		}
		i.stay(221, { face: [0.3, -1], doing: 'phone', restless: 0.6 });
		i.stay(228.6, { face: [1, 0.25], restless: 0 });
		i.walk([[0.1, 4.75]], { until: meet - 0.7, meander: 0 });
		i.stay(meet + 4.6, { face: EAST, doing: 'greet', restless: 0 });
		i.walk(
			[
				[1.4, 4.4],
				[6, 1.9],
				[13, 0.9],
				[31, -1]
			],
			{ pace: 1.12, through: true, meander: 0.05 }
		);
	});
	cast('salma', 'late', (i) =>
		i
			.enter(208.6, 30, 6.6)
			.walk(
				[
					[14, 6.1],
					[6, 5.7],
					[0.62, 4.78]
				],
				{ until: meet, meander: 0 }
			)
			.stay(meet + 4.3, { face: [-1, 0], doing: 'greet', restless: 0 })
			.walk(
				[
					[2, 3.8],
					[6, 1.2],
					[13, 0.2],
					[31, -1.8]
				],
				{ pace: 1.12, through: true, meander: 0.05 }
			)
	);
}

/** Those who take the tram or come from it. */
function travellers(plan: Plan, chance: Random): void {
	const door = (n: number): number => STOP.tramX + TRAM.doors[n];
	const sill = TRAM.y0 - 0.12;
	const board = (
		role: Role,
		wait: Point,
		come: readonly Point[],
		enter: number,
		pass: number,
		n: number,
		order: number
	) =>
		plan.fit(role, (i, delay, aside) => {
			const halt = TRAMS[pass].halt;
			i.enter(enter + delay, ...come[0]).walk([...shift(come.slice(1), aside, 0, 0), wait], { pace: 1.25 });
			i.stay(halt + 4.5 + 1.5 * order, { face: [0.3 - 0.2 * order, pass ? 0.4 : 1], restless: 0.8, radius: 0.3 });
			i.walk(
				[
					[door(n), sill - 0.7],
					[door(n), sill]
				],
				{ pace: 1.1, through: true, meander: 0 }
			);
		});
	const suitcase: Role = {
		reason: 'tram',
		height: 1.76,
		look: {
			coat: '#44587A',
			legs: '#2F3133',
			skin: '#8D5A3C',
			hair: '#17110E',
			cut: 'short',
			suitcase: '#C77B55',
			shoes: '#2B2523'
		}
	};
	plan.add(suitcase, (i) =>
		i
			.enter(2.2, 13, -6.5)
			.walk(
				[
					[8, -1.6],
					[3.4, 2.3],
					[-3.4, 7.1],
					[-4.4, 10.4],
					[-6.3, 12.8],
					[-6.6, 14.2]
				],
				{ pace: 1.24 }
			)
			.stay(63.5, { face: [0.3, 1], restless: 0.7, radius: 0.25 })
			.walk(
				[
					[-7.9, 14.8],
					[door(2), sill]
				],
				{ pace: 1, through: true, meander: 0 }
			)
	);
	board(
		{ reason: 'tram', ...passerLook(chance, true) },
		[-2.6, 14.5],
		[
			[-1.4, 26.6],
			[-1.6, 20]
		],
		-24,
		0,
		3,
		0
	);
	board(
		{ reason: 'tram', ...passerLook(chance) },
		[-1.2, 14.7],
		[
			[30, 11],
			[6, 11.2],
			[3.4, 11.8],
			[3, 14.3]
		],
		14,
		0,
		3,
		1
	);
	board(
		{ reason: 'tram', ...passerLook(chance) },
		[-15.6, 14.5],
		[
			[-30, 13.6],
			[-20, 13.9]
		],
		30,
		0,
		1,
		0
	);
	board(
		{ reason: 'tram', ...passerLook(chance) },
		[-7.2, 14.4],
		[
			[-3, -11],
			[-3.6, 5],
			[-4.3, 9.9],
			[-6, 12.5]
		],
		94,
		1,
		2,
		0
	);
	board(
		{ reason: 'tram', ...passerLook(chance, true) },
		[-2.2, 14.6],
		[
			[8, 26.6],
			[6, 20],
			[2.9, 14.6]
		],
		106,
		1,
		3,
		0
	);
	board(
		{ reason: 'tram', ...passerLook(chance) },
		[-15, 14.4],
		[
			[-30, 11.4],
			[-18, 13]
		],
		120,
		1,
		1,
		0
	);

	const ways: { n: number; way: Point[] }[] = [
		{
			n: 3,
			way: [
				[-2, 13.9],
				[-1.9, 11.2],
				[-0.4, 10.8],
				[6, 10.9],
				[15, 11],
				[31, 10.8]
			]
		},
		{
			n: 2,
			way: [
				[-7.9, 13.2],
				[-8.2, 11.2],
				[-9.2, 6.2],
				[-9.4, 1],
				[-9, -11]
			]
		},
		{
			n: 1,
			way: [
				[-14.2, 13.2],
				[-17, 10.2],
				[-31, 9.4]
			]
		},
		{
			n: 3,
			way: [
				[-1.9, 13.2],
				[-2, 9.6],
				[0.3, 6.1],
				[5, 3.4],
				[9, 0],
				[15, -6]
			]
		},
		{
			n: 2,
			way: [
				[-7.6, 13],
				[-6.4, 11],
				[-4.6, 10.2],
				[-4.3, 7.4],
				[-4.7, 3],
				[-5.5, -11]
			]
		},
		{
			n: 1,
			way: [
				[-14, 13],
				[-18, 12.6],
				[-31, 12.9]
			]
		},
		{
			n: 2,
			way: [
				[-7.4, 12.8],
				[-8, 11.2],
				[-12, 11.2],
				[-31, 11.6]
			]
		},
		{
			n: 3,
			way: [
				[-2.2, 13.4],
				[-2.4, 10.6],
				[-3, 7],
				[-3.2, 1],
				[-2.6, -11]
			]
		},
		{
			n: 1,
			way: [
				[-14.3, 13],
				[-14, 12.4],
				[-13.4, 6.8],
				[-14, 1],
				[-15, -8]
			]
		},
		{
			n: 2,
			way: [
				[-7.2, 13],
				[-4.8, 11],
				[0, 10.9],
				[5, 10.7],
				[15, 10.7],
				[31, 10.4]
			]
		},
		{
			n: 3,
			way: [
				[-1.8, 13.4],
				[-1.8, 11.2],
				[0.2, 10.9],
				[4.8, 10.5],
				[5.6, 5.9],
				[13, 6],
				[31, 6.4]
			]
		}
	];
	const alight = (pass: number, list: typeof ways) => {
		const order = [0, 0, 0, 0];
		for (const { n, way } of list) {
			const k = order[n]++;
			const role = { reason: 'tram', ...passerLook(chance, chance() < 0.14) };
			const out = TRAMS[pass].halt + 1.2 + 1.25 * k + chance.between(0, 0.5);
			const side = chance.between(-0.25, 0.25);
			plan.fit(
				role,
				(i, delay, aside) => {
					i.enter(out + Math.max(0, delay), door(n) + side, sill, true);
					i.walk([[door(n) + side, sill - 0.8], ...shift(way, aside, 1, 0)], {
						pace: 1.15 + 0.35 * chance(),
						through: true
					});
				},
				24,
				3
			);
		}
	};
	alight(0, ways);
	alight(1, [ways[1], ways[10], ways[2], ways[7], ways[3], ways[9], ways[5]]);
}

/** Those who cross, stroll, run, look into windows. */
function passers(plan: Plan, chance: Random): void {
	const cross = (
		t: number,
		points: readonly Point[],
		pace: number,
		pale = false,
		more: Partial<Role['look']> = {},
		reason = 'crossing'
	) => {
		const { look, height } = passerLook(chance, pale);
		plan.fit({ reason, look: { ...look, ...more }, height }, (i, delay, aside) => {
			i.enter(t + delay, ...points[0]).walk(shift(points.slice(1), aside), { pace, through: true });
		});
	};
	// Along the middle of the square.
	cross(
		-10,
		[
			[-30, 6.4],
			[-10, 6.3],
			[0, 6.1],
			[12, 6.2],
			[31, 6]
		],
		1.3
	);
	cross(
		2,
		[
			[30, 11.3],
			[14, 11.2],
			[0, 10.9],
			[-10, 11.3],
			[-31, 11.8]
		],
		1.4,
		true
	);
	cross(
		36,
		[
			[-30, 2.8],
			[-12, 2.6],
			[0, 2.2],
			[12, 1.4],
			[31, 1]
		],
		1.35
	);
	cross(
		44,
		[
			[30, 6.2],
			[12, 6],
			[4.6, 5.6],
			[-4, 6.2],
			[-14, 6.2],
			[-31, 6]
		],
		2.7,
		false,
		{ bag: undefined, suitcase: undefined, long: false },
		'runs'
	);
	cross(
		84,
		[
			[30, 10.7],
			[14, 10.8],
			[-1, 10.9],
			[-12, 11.3],
			[-31, 11]
		],
		1.25
	);
	cross(
		92,
		[
			[-30, 6.6],
			[-13, 6.4],
			[-2, 6.6],
			[5, 6],
			[14, 6.2],
			[31, 6.4]
		],
		1.35,
		true
	);
	cross(
		128,
		[
			[12, -11],
			[7, 0],
			[5.2, 5],
			[4.6, 10.9],
			[4.1, 15],
			[4.2, 20],
			[0.2, 26.6]
		],
		1.2
	);
	cross(
		136,
		[
			[-30, 10.6],
			[-12, 11.2],
			[0, 10.9],
			[14, 11],
			[31, 11.3]
		],
		1.3
	);
	cross(
		178,
		[
			[30, 6],
			[13, 6.1],
			[0, 6.2],
			[-13, 6],
			[-31, 5.8]
		],
		1.28
	);
	cross(
		188,
		[
			[-30, 3],
			[-13, 2.6],
			[-1, 2],
			[10, 1.2],
			[31, 0.5]
		],
		1.4,
		true
	);
	cross(
		200,
		[
			[30, 11],
			[14, 11],
			[0, 10.8],
			[-12, 11.4],
			[-31, 11]
		],
		1.3
	);
	// Along the far pavement.
	cross(
		-14,
		[
			[30, 23.6],
			[10, 23.4],
			[-12, 23.7],
			[-31, 23.5]
		],
		1.25
	);
	cross(
		6,
		[
			[-22.8, 36],
			[-22.6, 27],
			[-14, 23.4],
			[0, 23.2],
			[31, 23.3]
		],
		1.3
	);
	cross(
		66,
		[
			[30, 23.2],
			[8, 23.6],
			[-20, 23.4],
			[-22.8, 28],
			[-22.8, 36]
		],
		1.2
	);
	cross(
		112,
		[
			[-30, 23.4],
			[-10, 23.6],
			[12, 23.3],
			[31, 23.6]
		],
		1.35
	);
	cross(
		146,
		[
			[13.4, 26.7],
			[13, 23.9],
			[0, 23.4],
			[-31, 23.5]
		],
		1.15,
		false,
		{ bag: '#F2E7CF' }
	);
	// Looks into a window for a while.
	const looker = passerLook(chance);
	plan.fit({ reason: 'window', ...looker }, (i, delay) => {
		i.enter(14 + delay, 30, 23.9).walk(
			[
				[12, 23.8],
				[1.6, 25.6]
			],
			{ pace: 1.1 }
		);
		i.stay(66, { face: [-0.2, 1], restless: 0.9, radius: 0.5 }).walk(
			[
				[-2, 24.4],
				[-2.6, 23.6],
				[-31, 23.8]
			],
			{ pace: 1.2, through: true }
		);
	});
	// Two at the café.
	for (const side of [-1, 1]) {
		const { look, height } = passerLook(chance);
		plan.add(
			{ reason: 'cafe', look: { ...look, phone: undefined, bag: undefined, suitcase: undefined }, height },
			(i) => {
				const { x, y } = TERRACE[1];
				i.enter(-40 + side, -4.9, 26.7).walk(
					[
						[-5, 25.9],
						[x + side * 1.1, 25.9],
						[x + side * 0.55, y]
					],
					{ pace: 0.9, meander: 0 }
				);
				i.stay(AFTER, { face: [-side, -0.1], pose: 'bench', doing: 'talk' });
			}
		);
	}
	// Buys flowers.
	const buyer = passerLook(chance);
	plan.fit(
		{
			reason: 'flowers',
			look: { ...buyer.look, flowers: true, bag: undefined, suitcase: undefined, phone: undefined },
			height: buyer.height
		},
		(i, delay) => {
			i.enter(72 + delay, 30, 10.8).walk(
				[
					[12, 10.9],
					[3.4, 10.9],
					[1.6, 11.7]
				],
				{ pace: 1.25 }
			);
			i.stay(118, { face: [-0.4, 1], restless: 0.8, radius: 0.2 }).walk(
				[
					[0, 10.9],
					[-9, 11.2],
					[-31, 11.4]
				],
				{ pace: 1.3, through: true }
			);
		}
	);
	// Walks a dog along the front.
	const owner = passerLook(chance);
	plan.fit(
		{ reason: 'dog', look: { ...owner.look, suitcase: undefined }, height: owner.height },
		(i, delay) => {
			i.enter(94 + 0.3 * delay, -30, 1.4).walk(
				[
					[-12, 1.6],
					[2, 1.8],
					[7, 0.4],
					[31, -3]
				],
				{ pace: 1.2, through: true }
			);
		},
		12
	);
}
