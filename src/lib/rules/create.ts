import { createAbandoned, type AbandonedOptions } from './abandoned';
import { createCounterFlow, type CounterFlowOptions } from './counterflow';
import { createCrowd, type Crowd, type CrowdOptions } from './crowd';
import { createIntrusion, type IntrusionOptions } from './intrusion';
import { createLine, type LineOptions } from './line';
import { createLoitering, type Loitering, type LoiteringOptions } from './loitering';
import type { Line, Rule, RuleKind, Zone } from './types';

/** Where rules look, and how often. */
export interface Site {
	fps: number;
	zones: readonly Zone[];
	lines: readonly Line[];
}

type InZone<K extends RuleKind, Options> = { kind: K; zone: string } & Omit<Options, 'zone' | 'fps'>;

export type LoiteringSetup = InZone<'loitering', LoiteringOptions>;
export type CrowdSetup = InZone<'crowd', CrowdOptions>;
export type LineSetup = { kind: 'line'; line: string } & Omit<LineOptions, 'fps' | keyof Line>;

/** A rule as plain data: which it is, its zone or line by name, its parameters. */
export type RuleSetup =
	| LoiteringSetup
	| CrowdSetup
	| LineSetup
	| InZone<'counter-flow', CounterFlowOptions>
	| InZone<'abandoned', AbandonedOptions>
	| InZone<'intrusion', IntrusionOptions>;

/** What a rule of that setup can be asked while it runs. */
export type RuleOf<R extends RuleSetup> = R extends LoiteringSetup ? Loitering : R extends CrowdSetup ? Crowd : Rule;

const RULES: { [K in RuleKind]: (rule: Extract<RuleSetup, { kind: K }>, site: Site) => Rule } = {
	loitering: (rule, site) => createLoitering({ ...rule, ...zoneOf(rule, site) }),
	crowd: (rule, site) => createCrowd({ ...rule, ...zoneOf(rule, site) }),
	line: (rule, site) => createLine({ ...rule, ...find(site.lines, rule.line, 'line'), fps: site.fps }),
	'counter-flow': (rule, site) => createCounterFlow({ ...rule, ...zoneOf(rule, site) }),
	abandoned: (rule, site) => createAbandoned({ ...rule, ...zoneOf(rule, site) }),
	intrusion: (rule, site) => createIntrusion({ ...rule, ...zoneOf(rule, site) })
};

/** Every rule there is. */
export const RULE_KINDS = Object.keys(RULES) as RuleKind[];

/** Makes a rule that has seen nothing yet. Throws RangeError when its zone or line is not there. */
export function createRule<R extends RuleSetup>(rule: R, site: Site): RuleOf<R> {
	const make = RULES[rule.kind] as (rule: RuleSetup, site: Site) => Rule;
	return make(rule, site) as RuleOf<R>;
}

const zoneOf = (rule: { zone: string }, site: Site) => ({ zone: find(site.zones, rule.zone, 'zone'), fps: site.fps });

function find<T extends { id: string }>(all: readonly T[], id: string, what: string): T {
	const found = all.find((one) => one.id === id);
	if (!found) throw new RangeError(`There is no ${what} "${id}" to look at`);
	return found;
}
