/** From tracks to situations: geometry and a clock. One file a rule. */
export {
	createRule,
	RULE_KINDS,
	type CrowdSetup,
	type LoiteringSetup,
	type RuleOf,
	type RuleSetup,
	type Site
} from './create';
export { createLoitering, type Loitering } from './loitering';
export { createCrowd, type Crowd } from './crowd';
export { createLine } from './line';
export { createCounterFlow } from './counterflow';
export { createAbandoned } from './abandoned';
export { createIntrusion } from './intrusion';
export { PRESETS, type Meaning, type Preset } from './presets';
export { area, inside, NO_ALERTS } from './types';
export type { Alert, Finding, Line, People, Polygon, Rule, RuleKind, Stay, Zone } from './types';
