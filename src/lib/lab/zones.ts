import { DEFAULTS, type GroundChoice, type Points } from './choice';
import { groundOf, wholeOf, type GroundSpec, type PictureGround } from './ground';

/** Keeps zones where they are in a picture of which the ground is found out, or chosen anew. */
export interface Zones {
	/**
	 * Zones for a ground that is now known; null where they are right as they are.
	 * @param chosen what the reader says of the ground
	 */
	lay(zones: readonly Points[], spec: GroundSpec, chosen: GroundChoice, size: Size): readonly Points[] | null;
	/** Another source: what was known of the ground before is of no use. */
	forget(): void;
}

interface Size {
	width: number;
	height: number;
}

export function createZones(): Zones {
	/** The zone that was laid over the whole picture, while nobody has changed it. */
	let own: readonly Points[] | null = null;
	let last: { ground: PictureGround; chosen: GroundChoice } | null = null;
	return {
		lay(zones, spec, chosen, { width, height }) {
			const ground = groundOf(spec);
			const before = last;
			last = { ground, chosen };
			// The usual zone is the square's: elsewhere rules look at the whole picture until they are told where to.
			if (zones === DEFAULTS.zones || zones === own) {
				const whole = wholeOf(ground, width, height);
				if (!whole.length || (zones === own && same(zones[0], whole))) return null;
				return (own = [whole]);
			}
			if (!before || same(before.chosen, chosen)) return null;
			const moved = zones.map((points) => points.map(([x, y]) => ground.toGround(...before.ground.toPicture(x, y))));
			return moved.flat().includes(null) ? null : (moved as Points[]);
		},
		forget() {
			last = null;
		}
	};
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
