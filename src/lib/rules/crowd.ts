import { area, inside, NO_ALERTS, type Finding, type Rule, type Zone } from './types';

export interface CrowdOptions {
	zone: Zone;
	/** People, or people a square metre with `density`. */
	threshold: number;
	density?: boolean;
	/** How long it must hold. Hikvision allows 20 to 360 s; default 20. */
	seconds?: number;
	fps: number;
	/** Seconds the count may fall short without the clock starting again. Default 1. */
	grace?: number;
}

export interface Crowd extends Rule {
	/** The last frame's count or density. */
	readonly value: number;
	/** Seconds it has held; 0 when it does not. */
	readonly held: number;
}

/** Too many in one place for too long: a count or a density, held. One alert until the count falls again. */
export function createCrowd({ zone, threshold, density = false, seconds = 20, fps, grace = 1 }: CrowdOptions): Crowd {
	const unit = density ? area(zone.polygon) : 1;
	let value = 0;
	let held = 0;
	let since = -1;
	let reached = -1;
	let alerted = false;
	return {
		get value() {
			return value;
		},
		get held() {
			return held;
		},
		step(frame, people) {
			let count = 0;
			for (let i = 0; i < people.count; i++) if (inside(zone.polygon, people.groundX[i], people.groundY[i])) count++;
			value = count / unit;
			if (value >= threshold) {
				if (since < 0) since = frame;
				reached = frame;
			} else if (since >= 0 && frame - reached > grace * fps) {
				since = -1;
				alerted = false;
			}
			held = since < 0 ? 0 : (frame - since) / fps;
			if (since < 0 || alerted || held < seconds || value < threshold) return NO_ALERTS;
			alerted = true;
			const alert: Finding = {
				rule: 'crowd',
				zone: zone.id,
				frame,
				since,
				track: -1,
				value,
				threshold,
				unit: density ? 'people/m2' : 'people'
			};
			return [alert];
		}
	};
}
