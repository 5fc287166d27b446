import type { Carry } from './carry';
import { createPresence } from './presence';
import type { Meaning } from './presets';
import { NO_ALERTS, type Finding, type Rule, type Zone } from './types';

export interface LoiteringOptions {
	zone: Zone;
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
			let alerts: Finding[] | undefined;
			presence.step(frame, people, (who) => {
				const before = who.read < 0 ? who.since : who.read;
				who.read = frame;
				if (who.anchorFrame < 0) who.anchorFrame = frame;
				const dx = who.x - who.anchorX;
				const dy = who.y - who.anchorY;
				const away = dx * dx + dy * dy;
				if (meaning === 'zone-clock') who.value = (frame - who.since) / fps;
				else if (meaning === 'must-move') {
					if (frame - who.anchorFrame >= 2 * fps) {
						who.moving = away >= stride * stride;
						who.anchorX = who.x;
						who.anchorY = who.y;
						who.anchorFrame = frame;
					}
					if (who.moving) who.value += (frame - before) / fps;
				} else {
					if (away > radius * radius) {
						who.anchorX = who.x;
						who.anchorY = who.y;
						who.anchorFrame = frame;
						who.alerted = false;
					}
					who.value = (frame - who.anchorFrame) / fps;
				}
				if (who.value < seconds || who.alerted) return;
				who.alerted = true;
				(alerts ??= []).push({
					rule: 'loitering',
					zone: zone.id,
					...(preset === undefined ? {} : { preset }),
					frame,
					since: meaning === 'barely-moves' ? who.anchorFrame : who.since,
					track: who.track,
					...(who.carried.length ? { carried: who.carried } : {}),
					value: who.value,
					threshold: seconds,
					unit: 's'
				});
			});
			return alerts ?? NO_ALERTS;
		},
		dwell: (track) => presence.occupants.get(track)?.value ?? 0
	};
}
