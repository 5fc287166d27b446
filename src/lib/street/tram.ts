import { STOP, TRAM } from './places';

export interface TramPass {
	/** Instants it halts at the stop and leaves it, seconds. */
	halt: number;
	go: number;
	/** 1 when it runs to the right, -1 to the left. */
	direction: 1 | -1;
}

const CRUISE = 8.5;
const BRAKE = 0.95;
/** Out of sight when its left end is further than this from the middle. */
const FAR = 62;

/** Left end of the tram at an instant, or NaN when it is out of sight. */
export function tramAt(passes: readonly TramPass[], t: number): number {
	for (const p of passes) {
		const away = t < p.halt ? -run(p.halt - t) : t > p.go ? run(t - p.go) : 0;
		const x = STOP.tramX + p.direction * away;
		if (x > -FAR - TRAM.length && x < FAR) return x;
	}
	return NaN;
}

/** Metres run in t seconds from rest: even acceleration up to cruising speed. */
function run(t: number): number {
	const ramp = CRUISE / BRAKE;
	return t < ramp ? (BRAKE * t * t) / 2 : (CRUISE * ramp) / 2 + CRUISE * (t - ramp);
}
