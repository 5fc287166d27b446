import {
	createRule,
	type Finding,
	type Line,
	type Loitering,
	type People,
	type Rule,
	type RuleSetup,
	type Zone
} from '../rules/index';
import type { Choice, Points, RuleChoice } from './choice';
import type { PictureGround } from './ground';

/** Frames that are remembered, so that a changed rule is asked of what was seen before it was changed: ten minutes. */
const MEMORY = 7500;

/** Who was in the picture at a frame: numbers, and where their boxes touch the ground in the picture. */
export interface Seen {
	frame: number;
	ids: readonly number[];
	/** u, v of each. */
	feet: readonly number[];
	/** Small things that stay, likewise. */
	things: readonly number[];
	thingFeet: readonly number[];
}

/** The rules of a choice, over what one machine sees. */
export interface Guard {
	/** What they say of the next frame. */
	see(seen: Seen): Finding[];
	/** Other rules, zones or another ground: everything remembered is asked again. Returns all they would have said. */
	set(choice: Choice, ground: PictureGround): Finding[];
	/** Seconds somebody has on the fullest clock of the loitering rules, and that rule's threshold; zeros without one. */
	clock(id: number): { clock: number; limit: number };
}

export function createGuard(fps: number): Guard {
	const memory: Seen[] = [];
	let rules: Rule[] = [];
	let clocks: { rule: Loitering; limit: number }[] = [];
	let ground: PictureGround | null = null;

	const people = (frame: Seen, ids: readonly number[], feet: readonly number[]): People => {
		const groundX: number[] = [];
		const groundY: number[] = [];
		for (let i = 0; i < ids.length; i++) {
			const at = ground!.toGround(feet[2 * i], feet[2 * i + 1]) ?? [NaN, NaN];
			groundX.push(at[0]);
			groundY.push(at[1]);
		}
		return { count: ids.length, id: ids, groundX, groundY };
	};
	const ask = (frame: Seen): Finding[] => {
		if (!ground) return [];
		const seen = people(frame, frame.ids, frame.feet);
		const things = people(frame, frame.things, frame.thingFeet);
		return rules.flatMap((rule) => [...rule.step(frame.frame, seen, things)]);
	};

	return {
		see(frame) {
			memory.push(frame);
			if (memory.length > MEMORY) memory.shift();
			return ask(frame);
		},
		set(choice, own) {
			ground = own;
			const site = { fps, zones: choice.zones.map(zoneOf), lines: choice.zones.map(lineOf) };
			const chosen = choice.rules.filter((r) => choice.zones[r.zone]?.length >= (r.kind === 'line' ? 2 : 3));
			rules = chosen.map((r) => createRule(setupOf(r, own), site));
			clocks = chosen.flatMap(({ kind, values }, i) =>
				kind === 'loitering' ? [{ rule: rules[i] as Loitering, limit: values[0] }] : []
			);
			return memory.flatMap(ask);
		},
		clock(id) {
			let best = { clock: 0, limit: 0 };
			for (const { rule, limit } of clocks) {
				const clock = rule.dwell(id);
				if (clock / limit > (best.limit ? best.clock / best.limit : 0)) best = { clock, limit };
			}
			return best;
		}
	};
}

const zoneOf = (points: Points, i: number): Zone => ({ id: String(i), polygon: points.map(([x, y]) => [x, y]) });
const lineOf = (points: Points, i: number): Line => ({ id: String(i), from: points[0], to: points[1] });

/** A chosen rule as lib/rules has it. In hundredths of a picture, whoever moves less than two has not moved. */
function setupOf({ kind, zone: index, values, meaning }: RuleChoice, { unit }: PictureGround): RuleSetup {
	const zone = String(index);
	const [a, b] = values;
	const still = unit === 'm' ? {} : { stride: 2, radius: 4 };
	switch (kind) {
		case 'loitering':
			return { kind, zone, seconds: a, meaning, ...still };
		case 'crowd':
			return { kind, zone, threshold: a, seconds: b };
		case 'line':
			return { kind, line: zone };
		case 'counter-flow':
			return { kind, zone, metres: a, direction: [Math.cos((b * Math.PI) / 180), Math.sin((b * Math.PI) / 180)] };
		default:
			return { kind, zone, seconds: a };
	}
}
