/** From tracks to situations: geometry and a clock. One file a rule. */
export { createLoitering, type Loitering } from './loitering';
export { createCrowd, type Crowd } from './crowd';
export { createLine } from './line';
export { createCounterFlow } from './counterflow';
export { createAbandoned } from './abandoned';
export { createIntrusion } from './intrusion';
export { PRESETS, type Meaning, type Preset } from './presets';
export { area, inside, type Alert, type Area, type People, type Polygon, type Rule } from './types';
