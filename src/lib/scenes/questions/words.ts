import { computeTown, type TownInput } from './town';

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
	return {
		cost: say(input.cameras === 1 ? 'cost.one' : 'cost', {
			n: number(input.cameras),
			low: e(bill.low),
			high: e(bill.high),
			run: e(bill.running)
		}),
		pays,
		result: say('result', { agents: number(bill.agents), alerts: number(Math.round(bill.alerts)) })
	};
}
