import { createPresence } from './presence';
import { NO_ALERTS, type Finding, type Rule, type Zone } from './types';

export interface AbandonedOptions {
	zone: Zone;
	/** Seconds still and alone. Axxon has 10 (basic) and 60 (long-time); default 60. */
	seconds?: number;
	fps: number;
	/** Metres it may seem to move while still. Default 0.5. */
	drift?: number;
	/** Metres within which a person counts as minding it. Default 2. */
	owner?: number;
}

/** A thing that stays where it is with nobody near. One alert for each thing. */
export function createAbandoned({ zone, seconds = 60, fps, drift = 0.5, owner = 2 }: AbandonedOptions): Rule {
	const presence = createPresence(zone, fps, (x, y) => ({ alerted: false, atX: x, atY: y, still: -1 }));
	return {
		step(frame, people, objects) {
			if (!objects) return NO_ALERTS;
			let alerts: Finding[] | undefined;
			presence.step(frame, objects, (thing) => {
				const dx = thing.x - thing.atX;
				const dy = thing.y - thing.atY;
				if (thing.still < 0 || dx * dx + dy * dy > drift * drift) {
					thing.atX = thing.x;
					thing.atY = thing.y;
					thing.still = frame;
				}
				for (let i = 0; i < people.count; i++) {
					const px = people.groundX[i] - thing.x;
					const py = people.groundY[i] - thing.y;
					if (px * px + py * py < owner * owner) thing.still = frame;
				}
				const value = (frame - thing.still) / fps;
				if (thing.alerted || value < seconds) return;
				thing.alerted = true;
				(alerts ??= []).push({
					rule: 'abandoned',
					zone: zone.id,
					frame,
					since: thing.still,
					track: thing.track,
					value,
					threshold: seconds,
					unit: 's'
				});
			});
			return alerts ?? NO_ALERTS;
		}
	};
}
