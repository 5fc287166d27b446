import { TRAVELLER } from './cast';
import type { Point } from './itinerary';
import { passerLook } from './looks';
import { random } from '../maths';
import { STOP, TERRACE, TRAM } from './places';
import { shift, way, type Plan, type Role } from './plan';

/** Where one stands to step in at a door of the tram at its halt. */
const door = (n: number): Point => [STOP.tramX + TRAM.doors[n], TRAM.y0 - 0.12];

/** Those who take the tram or come from it. */
export function addTravellers(plan: Plan): void {
	const chance = random(plan.seed + 1);
	const role = (pale: boolean): Role => ({ reason: 'commuter', ...passerLook(chance, pale) });

	plan.add(TRAVELLER, (i) =>
		i
			.enter(2.2, 13, -6.5)
			.walk(way('8,-1.6 3.4,2.3 -3.4,7.1 -4.4,10.4 -6.3,12.8 -6.6,14.2'), { pace: 1.24 })
			.stay(63.5, { face: [0.3, 1], restless: 0.7, radius: 0.25 })
			.walk(way('-7.9,14.8', door(2)), { pace: 1, through: true, meander: 0 })
	);

	const board = (pale: boolean, from: number, come: Point[], pass: number, n: number, order: number) => {
		const [start, ...steps] = come;
		plan.fit(role(pale), (i, delay, aside) => {
			const [x, y] = door(n);
			i.enter(from + delay, ...start).walk(shift(steps, aside, 1), { pace: 1.25 });
			i.stay(plan.passes[pass].halt + 4.5 + 1.5 * order, {
				face: [0.3 - 0.2 * order, pass ? 0.4 : 1],
				restless: 0.8,
				radius: 0.3
			});
			i.walk(
				[
					[x, y - 0.7],
					[x, y]
				],
				{ pace: 1.1, through: true, meander: 0 }
			);
		});
	};
	board(true, -24, way('-0.6,26.6 -0.6,20 -1,15 -2.6,14.5'), 0, 3, 0);
	board(false, 30, way('-30,13.6 -20,13.9 -15.6,14.5'), 0, 1, 0);
	board(false, 94, way('-3,-11 -3.6,5 -4.3,9.9 -6,12.5 -7.2,14.4'), 1, 2, 0);
	board(true, 96, way('30,22.8 10,22.9 6,20 2.9,14.6 -2.2,14.6'), 1, 3, 0);

	// Those who get off: door and way.
	const off: readonly [number, Point[]][] = [
		[3, way('-2,13.9 -1.9,11.2 -0.4,10.6 6,10.7 15,11 31,10.8')],
		[2, way('-7.9,13.2 -8.2,11.2 -9.2,6.2 -9.4,1 -9,-11')],
		[1, way('-14.2,13.2 -17,9.8 -31,9.4')],
		[3, way('-1.9,13.2 -2,9.6 0.3,6.1 5,3.4 9,0 15,-6')],
		[2, way('-7.6,13 -6.4,11 -4.6,10.2 -4.3,7.4 -4.7,3 -5.5,-11')],
		[1, way('-14,13.2 -18,13.2 -31,12.9')],
		[2, way('-7.4,12.8 -8,11.2 -12,10.7 -31,10.4')],
		[3, way('-2.2,13.4 -2.4,10.6 -3,7 -3.2,1 -2.6,-11')],
		[1, way('-14.3,13 -13.8,12.4 -13.4,6.8 -14,1 -15,-8')],
		[2, way('-7.2,13 -4.8,11 0,10.6 5,10.4 15,10.7 31,10.4')],
		[3, way('-1.8,13.4 -1.8,11.2 0.2,10.7 4.8,10.3 5.6,5.9 13,6 31,6.4')]
	];
	const alight = (pass: number, list: typeof off) => {
		const before = [0, 0, 0, 0];
		for (const [n, steps] of list) {
			const out = plan.passes[pass].halt + 1.2 + 1.35 * before[n]++ + chance.between(0, 0.4);
			const pace = chance.between(1.15, 1.5);
			const side = chance.between(-0.25, 0.25);
			const [x, y] = door(n);
			plan.fit(
				role(chance() < 0.14),
				(i, delay, aside) => {
					i.enter(out + Math.max(0, delay), x + side, y, true);
					i.walk([[x + side, y - 0.8], ...shift(steps, aside)], { pace, through: true });
				},
				12,
				3
			);
		}
	};
	alight(0, off);
	alight(1, [off[1], off[10], off[2], off[7], off[9]]);
}

/** Those who cross, stroll, run, look into windows. */
export function addPassers(plan: Plan): void {
	const chance = random(plan.seed + 2);
	const cross = (
		from: number,
		pace: number,
		steps: Point[],
		{ pale = false, reason = 'crossing', runs = false } = {}
	) => {
		const { look, height } = passerLook(chance, pale);
		if (runs) for (const burden of ['bag', 'suitcase', 'phone', 'long'] as const) delete look[burden];
		const [start, ...rest] = steps;
		plan.fit({ reason, look, height }, (i, delay, aside) => {
			i.enter(from + delay, ...start).walk(shift(rest, aside), { pace, through: true });
		});
	};
	// Along the middle and the front of the square.
	cross(-10, 1.3, way('-30,6.4 -10,6.3 0,6.1 12,5.8 31,5.6'));
	cross(2, 1.4, way('30,11.3 14,11.2 0,10.6 -10,11 -20,10.4 -31,10.6'), { pale: true });
	cross(36, 1.35, way('-30,2.8 -12,2.6 0,2.2 12,1.4 31,1'));
	cross(44, 2.7, way('30,6.2 12,6 4.6,5.6 -4,6.2 -14,6.2 -31,6'), { runs: true, reason: 'runs' });
	cross(92, 1.35, way('-30,6.6 -13,6.4 -2,6.6 5,6 14,6.2 31,6.4'), { pale: true });
	cross(128, 1.2, way('12,-11 7,0 5.2,5 4.6,10.4 4.1,15 4.2,19 0.9,22.6 0.2,26.6'));
	cross(178, 1.28, way('30,6 13,6.1 0,6.2 -13,6 -31,5.8'));
	cross(188, 1.4, way('-30,3 -13,2.6 -1,2 10,1.2 31,0.5'), { pale: true });
	cross(202, 1.3, way('30,11 14,10.8 0,10.6 -12,10.9 -31,10.5'));
	cross(220, 1.3, way('-30,6.4 -12,6.5 -4,6.4 6,6.1 14,6.4 31,6.4'));
	cross(231, 1.2, way('-30,10.6 -12,10.8 0,10.6 14,10.9 31,11'));
	cross(238, 1.35, way('14,-10 9,-2 5,5.6 4.4,10.6 4.2,19 12,23.2 31,23.5'));
	// Along the far pavement.
	cross(-14, 1.25, way('30,23.6 10,23.4 -12,23.7 -31,23.5'));
	cross(6, 1.3, way('-30,23.7 -14,23.4 0,23.2 31,23.3'));
	cross(66, 1.2, way('30,23.2 8,23.6 -20,23.4 -31,23.2'));
	cross(146, 1.15, way('30,23.3 13,23.9 0,23.4 -31,23.5'));
	cross(212, 1.25, way('-30,23.4 -10,23.6 12,23.3 31,23.6'));

	plan.fit({ reason: 'window', ...passerLook(chance) }, (i, delay) => {
		i.enter(14 + delay, 30, 23.9).walk(way('12,23.8 1.6,25.6'), { pace: 1.1 });
		i.stay(66, { face: [-0.2, 1], restless: 0.9, radius: 0.5 });
		i.walk(way('-2,24.4 -2.6,23.6 -31,23.8'), { pace: 1.2, through: true });
	});
	for (const side of [-1, 1]) {
		const { look, height } = passerLook(chance);
		for (const burden of ['bag', 'suitcase', 'phone'] as const) delete look[burden];
		const { x, y } = TERRACE[1];
		plan.add({ reason: 'cafe', look, height }, (i) =>
			i
				.enter(-42 + 2 * side, -4.9, 26.7)
				.walk(
					[
						[-5, 25.9],
						[x + 1.1 * side, 25.9],
						[x + 0.55 * side, y]
					],
					{ pace: 0.9, meander: 0 }
				)
				.stay(262, { face: [-side, -0.1], pose: 'bench', doing: 'talk' })
		);
	}
	const buyer = passerLook(chance);
	for (const burden of ['bag', 'suitcase', 'phone'] as const) delete buyer.look[burden];
	plan.fit({ reason: 'flowers', height: buyer.height, look: { ...buyer.look, flowers: true } }, (i, delay) => {
		i.enter(78 + delay, 30, 10.6).walk(way('12,10.7 3.4,10.6 1.6,11.4'), { pace: 1.25 });
		i.stay(120, { face: [-0.4, 1], restless: 0.8, radius: 0.2 });
		i.walk(way('0,10.6 -9,10.9 -31,10.5'), { pace: 1.3, through: true });
	});
	const owner = passerLook(chance);
	delete owner.look.suitcase;
	plan.fit({ reason: 'dog', ...owner, brings: { kind: 'dog', colour: '#8A5A3C' } }, (i, delay) => {
		i.enter(94 + 0.3 * delay, -30, 1.4).walk(way('-12,1.6 2,1.8 7,0.4 31,-3'), { pace: 1.2, through: true });
	});
}
