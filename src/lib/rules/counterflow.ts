import { createPresence } from './presence';
import { NO_ALERTS, type Finding, type Rule, type Zone } from './types';

export interface CounterFlowOptions {
	zone: Zone;
	/** Permitted direction on the ground; any length but zero. */
	direction: readonly [number, number];
	/** Degrees away from it that count as against, 90 to 180. Default 90. */
	degrees?: number;
	/** Metres gone against it. Default 10 (Hikvision's, for vehicles). */
	metres?: number;
	fps: number;
}

/** Who goes against the flow over a distance. One alert for each stay in the zone. */
export function createCounterFlow({ zone, direction, degrees = 90, metres = 10, fps }: CounterFlowOptions): Rule {
	const size = Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1]);
	if (!(size > 0)) throw new RangeError(`Counter-flow in ${zone.id} has no direction`);
	const fx = direction[0] / size;
	const fy = direction[1] / size;
	// Bhaskara's cosine, within 0.0017: the same on every engine.
	const a = 180 - degrees;
	const cosine = -(32400 - 4 * a * a) / (32400 + a * a);
	const presence = createPresence(zone, fps, (x, y) => ({ alerted: false, fromX: x, fromY: y, from: -1 }));
	return {
		step(frame, people) {
			let alerts: Finding[] | undefined;
			presence.step(frame, people, (who) => {
				const dx = who.x - who.fromX;
				const dy = who.y - who.fromY;
				const along = dx * fx + dy * fy;
				// Measured from the point furthest along the flow.
				if (who.from < 0 || along > 0) {
					who.fromX = who.x;
					who.fromY = who.y;
					who.from = frame;
					return;
				}
				const gone = Math.sqrt(dx * dx + dy * dy);
				if (who.alerted || gone < metres || along > cosine * gone) return;
				who.alerted = true;
				(alerts ??= []).push({
					rule: 'counter-flow',
					zone: zone.id,
					frame,
					since: who.from,
					track: who.track,
					value: gone,
					threshold: metres,
					unit: 'm'
				});
			});
			return alerts ?? NO_ALERTS;
		}
	};
}
