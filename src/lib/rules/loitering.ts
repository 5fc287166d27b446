import { createPresence, type Carry } from './presence';
import type { Meaning } from './presets';
import { NO_ALERTS, type Alert, type Area, type Rule } from './types';

export interface LoiteringOptions {
	zone: Area;
	/** The threshold. */
	seconds: number;
	fps: number;
	/** Default `zone-clock`. */
	meaning?: Meaning;
	preset?: string;
	/** `must-move`: metres in two seconds below which somebody stands still (Dahua: its own width). Default 0.5. */
	stride?: number;
	/** `barely-moves`: metres around a point within which somebody hardly moves. Default 1.5, our choice. */
	radius?: number;
	/** How a stay goes on when the tracker loses somebody and finds them again as somebody else. Default: it does not. */
	carry?: Carry;
}

interface Clock {
	/** Seconds on the clock of the rule. */
	value: number;
	alerted: boolean;
	/** Frame the clock was last read. */
	read: number;
	/** Where movement is measured from, and when that was set. */
	anchorX: number;
	anchorY: number;
	anchorFrame: number;
	moving: boolean;
}

/** The loitering rule, whose clocks can be read at any time. */
export interface Loitering extends Rule {
	/** Seconds on a track's clock; 0 for who is not in the zone. */
	dwell(track: number): number;
}

/** Who stays too long, in one of the three senses makers give it. One alert for each stay. */
export function createLoitering(options: LoiteringOptions): Loitering {
	const { zone, seconds, fps, meaning = 'zone-clock', preset, stride = 0.5, radius = 1.5, carry } = options;
	const presence = createPresence<Clock>(
		zone,
		fps,
		(x, y) => ({
			value: 0,
			alerted: false,
			read: -1,
			anchorX: x,
			anchorY: y,
			anchorFrame: -1,
			moving: true
		}),
		carry
	);
	return {
		step(frame, people) {
			let alerts: Alert[] | undefined;
			presence.step(frame, people, (stay) => {
				const before = stay.read < 0 ? stay.since : stay.read;
				stay.read = frame;
				if (stay.anchorFrame < 0) stay.anchorFrame = frame;
				const dx = stay.x - stay.anchorX;
				const dy = stay.y - stay.anchorY;
				const away = dx * dx + dy * dy;
				if (meaning === 'zone-clock') stay.value = (frame - stay.since) / fps;
				else if (meaning === 'must-move') {
					if (frame - stay.anchorFrame >= 2 * fps) {
						stay.moving = away >= stride * stride;
						stay.anchorX = stay.x;
						stay.anchorY = stay.y;
						stay.anchorFrame = frame;
					}
					if (stay.moving) stay.value += (frame - before) / fps;
				} else {
					if (away > radius * radius) {
						stay.anchorX = stay.x;
						stay.anchorY = stay.y;
						stay.anchorFrame = frame;
						stay.alerted = false;
					}
					stay.value = (frame - stay.anchorFrame) / fps;
				}
				if (stay.value < seconds || stay.alerted) return;
				stay.alerted = true;
				(alerts ??= []).push({
					rule: 'loitering',
					zone: zone.id,
					...(preset === undefined ? {} : { preset }),
					frame,
					since: meaning === 'barely-moves' ? stay.anchorFrame : stay.since,
					track: stay.track,
					...(stay.carried.length ? { carried: stay.carried } : {}),
					value: stay.value,
					threshold: seconds,
					unit: 's'
				});
			});
			return alerts ?? NO_ALERTS;
		},
		dwell: (track) => presence.stays.get(track)?.value ?? 0
	};
}
