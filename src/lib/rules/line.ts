import { LOST_SECONDS, NO_ALERTS, type Finding, type Line, type Rule } from './types';

export interface LineOptions extends Line {
	/** Which crossings count. Default both. */
	way?: 'forward' | 'backward' | 'both';
	/** Metres from the line within which nobody has a side, so that who sways on it does not cross. Default 0.3. */
	margin?: number;
	fps: number;
}

interface Side {
	side: number;
	x: number;
	y: number;
	frame: number;
	last: number;
}

/** Who crosses a line on the ground. The alert's value is the metres gone since last surely on the other side. */
export function createLine({ id, from, to, way = 'both', margin = 0.3, fps }: LineOptions): Rule {
	const dx = to[0] - from[0];
	const dy = to[1] - from[1];
	const length = Math.sqrt(dx * dx + dy * dy);
	if (!(length > 0)) throw new RangeError(`Line ${id} has no length`);
	const sides = new Map<number, Side>();
	return {
		step(frame, people) {
			let alerts: Finding[] | undefined;
			for (let i = 0; i < people.count; i++) {
				const x = people.groundX[i];
				const y = people.groundY[i];
				// Metres to the right of the line.
				const off = ((x - from[0]) * dy - (y - from[1]) * dx) / length;
				const side = off > margin ? 1 : off < -margin ? -1 : 0;
				const track = people.id[i];
				const before = sides.get(track);
				if (before) before.last = frame;
				if (side === 0 || off !== off) continue;
				if (!before) {
					sides.set(track, { side, x, y, frame, last: frame });
					continue;
				}
				if (before.side !== side && way !== (side > 0 ? 'backward' : 'forward')) {
					// Where the way between the two sure places meets the line, as a part of its length.
					const was = ((before.x - from[0]) * dy - (before.y - from[1]) * dx) / length;
					const t = was / (was - off);
					const cx = before.x + t * (x - before.x) - from[0];
					const cy = before.y + t * (y - before.y) - from[1];
					const along = (cx * dx + cy * dy) / (length * length);
					if (along >= 0 && along <= 1)
						(alerts ??= []).push({
							rule: 'line',
							zone: id,
							frame,
							since: before.frame,
							track,
							value: Math.sqrt((x - before.x) * (x - before.x) + (y - before.y) * (y - before.y)),
							threshold: 0,
							unit: 'm'
						});
				}
				before.side = side;
				before.x = x;
				before.y = y;
				before.frame = frame;
			}
			for (const [track, s] of sides) if (frame - s.last > LOST_SECONDS * fps) sides.delete(track);
			return alerts ?? NO_ALERTS;
		}
	};
}
