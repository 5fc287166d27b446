import { createPresence } from './presence';
import { NO_ALERTS, type Finding, type Rule, type Zone } from './types';

export interface IntrusionOptions {
	zone: Zone;
	/** 0 to 10 in Hikvision's menus; default 0. */
	seconds?: number;
	fps: number;
}

/** Somebody is in a place closed to them for so long. One alert for each stay. */
export function createIntrusion({ zone, seconds = 0, fps }: IntrusionOptions): Rule {
	const presence = createPresence(zone, fps, () => ({ alerted: false }));
	return {
		step(frame, people) {
			let alerts: Finding[] | undefined;
			presence.step(frame, people, (who) => {
				const value = (frame - who.since) / fps;
				if (who.alerted || value < seconds) return;
				who.alerted = true;
				(alerts ??= []).push({
					rule: 'intrusion',
					zone: zone.id,
					frame,
					since: who.since,
					track: who.track,
					value,
					threshold: seconds,
					unit: 's'
				});
			});
			return alerts ?? NO_ALERTS;
		}
	};
}
