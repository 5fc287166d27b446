import { createPresence } from './presence';
import { NO_ALERTS, type Alert, type Area, type People } from './types';

export interface AbandonedOptions {
	zone: Area;
	/** Seconds still and alone. Axxon has 10 (basic) and 60 (long-time); default 60. */
	seconds?: number;
	fps: number;
	/** Metres it may seem to move while still. Default 0.5. */
	drift?: number;
	/** Metres within which a person counts as minding it. Default 2. */
	owner?: number;
}

export interface Abandoned {
	/** @param objects small things the pipeline follows, as it follows people */
	step(frame: number, objects: People, people: People): readonly Alert[];
}

/** A thing that stays where it is with nobody near. One alert for each thing. */
export function createAbandoned({ zone, seconds = 60, fps, drift = 0.5, owner = 2 }: AbandonedOptions): Abandoned {
	const presence = createPresence(zone, fps, (x, y) => ({ alerted: false, atX: x, atY: y, still: -1 }));
	return {
		step(frame, objects, people) {
			let alerts: Alert[] | undefined;
			presence.step(frame, objects, (stay) => {
				const dx = stay.x - stay.atX;
				const dy = stay.y - stay.atY;
				if (stay.still < 0 || dx * dx + dy * dy > drift * drift) {
					stay.atX = stay.x;
					stay.atY = stay.y;
					stay.still = frame;
				}
				for (let i = 0; i < people.count; i++) {
					const px = people.groundX[i] - stay.x;
					const py = people.groundY[i] - stay.y;
					if (px * px + py * py < owner * owner) stay.still = frame;
				}
				const value = (frame - stay.still) / fps;
				if (stay.alerted || value < seconds) return;
				stay.alerted = true;
				(alerts ??= []).push({
					rule: 'abandoned',
					zone: zone.id,
					frame,
					since: stay.still,
					track: stay.track,
					value,
					threshold: seconds,
					unit: 's'
				});
			});
			return alerts ?? NO_ALERTS;
		}
	};
}
