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

export interface TownBill {
	/** Euros to install them all. */
	low: number;
	high: number;
	/** Euros a year to run them. */
	running: number;
	/** Euros of State aid, never more than what is spent at the lower price. */
	aid: number;
	/** Euros left to the town. */
	restLow: number;
	restHigh: number;
	/** The same per inhabitant; null without a population. */
	eachLow: number | null;
	eachHigh: number | null;
	/** Agents to watch them live, day and night. */
	agents: number;
	alerts: number;
}

/** Ministry average in gendarmerie areas, 2013, and the Cour des comptes' upper figure, 2011 (fact f02). */
export const PRICE = { low: 8650, high: 36000 };
/** Euros a year to run one camera, Cour des comptes 2011 (fact f02). */
export const RUNNING = 7400;
/** About a dozen agents for a hundred cameras live, day and night: ministry, 2013 (fact f02). */
export const AGENTS_PER_CAMERA = 12 / 100;
/** False alerts per camera and day: the middle of a maker's own test, 2019, at its best (fact f17). */
export const FALSE_ALERTS = 2.5;

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
export function computeTown(t: TownInput): TownBill {
	const low = t.cameras * t.low;
	const high = t.cameras * t.high;
	const aid = Math.min(low, t.cameras * t.aid);
	const restLow = low - aid;
	const restHigh = high - aid;
	return {
		low,
		high,
		running: t.cameras * RUNNING,
		aid,
		restLow,
		restHigh,
		eachLow: t.population > 0 ? restLow / t.population : null,
		eachHigh: t.population > 0 ? restHigh / t.population : null,
		agents: Math.ceil(t.cameras * AGENTS_PER_CAMERA),
		alerts: t.cameras * t.false
	};
}
