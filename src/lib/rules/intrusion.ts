import { createPresence } from './presence';
import { NO_ALERTS, type Alert, type Area, type Rule } from './types';

/** Somebody is in a place closed to them for `seconds` (0 to 10 in Hikvision's menus). One alert for each stay. */
export function createIntrusion({ zone, seconds = 0, fps }: { zone: Area; seconds?: number; fps: number }): Rule {
	const presence = createPresence(zone, fps, () => ({ alerted: false }));
	return {
		step(frame, people) {
			let alerts: Alert[] | undefined;
			presence.step(frame, people, (stay) => {
				const value = (frame - stay.since) / fps;
				if (stay.alerted || value < seconds) return;
				stay.alerted = true;
				(alerts ??= []).push({
					rule: 'intrusion',
					zone: zone.id,
					frame,
					since: stay.since,
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
