import { AID } from '../../centre/published';

/** What a town's cameras are counted with. The reader sets the first six. */
export interface TownInput {
	cameras: number;
	/** Inhabitants; 0 when not given. */
	population: number;
	/** Euros to install one camera, least and most. */
	low: number;
	high: number;
	/** Euros of State aid for one camera. */
	aid: number;
	/** False alerts per camera and day, if software analyses the images. */
	false: number;
}

/** Ministry average in gendarmerie areas, 2013, and the Cour des comptes' upper figure, 2011 (fact f02). */
export const PRICE = { low: 8650, high: 36000 };
/** Euros a year to run one camera, Cour des comptes 2011 (fact f02). */
export const RUNNING = 7400;
/** About a dozen agents for a hundred cameras live, day and night: ministry, 2013 (fact f02). */
export const AGENTS_PER_CAMERA = 12 / 100;
/** False alerts per camera and day: the middle of a maker's own test, 2019, at its best (fact f17). */
const FALSE_ALERTS = 2.5;

export const BOUNDS: Record<keyof TownInput, { least: number; most: number; step: number }> = {
	cameras: { least: 1, most: 5000, step: 1 },
	population: { least: 0, most: 3_000_000, step: 1 },
	low: { least: 0, most: 100_000, step: 50 },
	high: { least: 0, most: 100_000, step: 50 },
	aid: { least: 0, most: 100_000, step: 1 },
	false: { least: 0, most: 30, step: 0.1 }
};

export const DEFAULTS: TownInput = {
	cameras: 60,
	population: 0,
	low: PRICE.low,
	high: PRICE.high,
	aid: Math.round(AID.euros / AID.cameras),
	false: FALSE_ALERTS
};

/** Brings a reader's values into bounds, whole cameras and people; the two prices are put in order. */
export function readTown(params: Record<string, unknown>): TownInput {
	const out = { ...DEFAULTS };
	for (const key of Object.keys(BOUNDS) as (keyof TownInput)[]) {
		const value = params[`questions.${key}`];
		if (typeof value === 'number' && Number.isFinite(value))
			out[key] = Math.max(BOUNDS[key].least, Math.min(BOUNDS[key].most, value));
	}
	out.cameras = Math.round(out.cameras);
	out.population = Math.round(out.population);
	if (out.low > out.high) [out.low, out.high] = [out.high, out.low];
	return out;
}

/** The bill of a town's cameras. */
export function computeTown(t: TownInput) {
	const low = t.cameras * t.low;
	const high = t.cameras * t.high;
	/** Of the State, never more than what is spent at the lower price. */
	const aid = Math.min(low, t.cameras * t.aid);
	const [restLow, restHigh] = [low - aid, high - aid];
	const each = (rest: number) => (t.population > 0 ? rest / t.population : null);
	return {
		/** Euros to install them all. */
		low,
		high,
		/** Euros a year to run them. */
		running: t.cameras * RUNNING,
		aid,
		/** Euros left to the town; the same per inhabitant, null without a population. */
		restLow,
		restHigh,
		eachLow: each(restLow),
		eachHigh: each(restHigh),
		/** Agents to watch them live, day and night. */
		agents: Math.ceil(t.cameras * AGENTS_PER_CAMERA),
		alerts: t.cameras * t.false
	};
}
export type TownBill = ReturnType<typeof computeTown>;

type Say = (key: string, vars?: Record<string, string | number>) => string;
type Print = (value: number, digits?: number) => string;

/** Euros as the language prints them: units, thousands or millions. */
export function euros(say: Say, number: Print, n: number): string {
	if (n >= 1e6) return say('euros.m', { n: number(n / 1e6, n < 1e7 ? 2 : 1) });
	if (n >= 1e4) return say('euros.k', { n: number(Math.round(n / 1000)) });
	return say('euros', { n: number(Math.round(n)) });
}

/** A town's bill in three sentences: cost, who pays, what for. The same on the stage and in the control. */
export function sentences(say: Say, number: Print, input: TownInput): { cost: string; pays: string; result: string } {
	const bill = computeTown(input);
	const e = (n: number) => euros(say, number, n);
	let pays = say('pays', { aid: e(bill.aid), low: e(bill.restLow), high: e(bill.restHigh) });
	if (bill.eachLow !== null && bill.eachHigh !== null)
		pays += ` ${say('pays.each', { low: e(bill.eachLow), high: e(bill.eachHigh) })}`;
	const costs = { n: number(input.cameras), low: e(bill.low), high: e(bill.high), run: e(bill.running) };
	return {
		cost: say(input.cameras === 1 ? 'cost.one' : 'cost', costs),
		pays,
		result: say('result', { agents: number(bill.agents), alerts: number(Math.round(bill.alerts)) })
	};
}
