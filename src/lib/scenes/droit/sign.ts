import { CARD } from '../../figure/colours';
import { letter } from '../../figure/lettering';
import { slab } from '../../figure/place';
import type { SceneContext } from '../../picture/frame';
import { SIGN } from '../../street/acts';
import type { Layer } from '../layers';
import { WOOD } from './layout';

/** The sign she holds up, its word big enough to read. */
export function sign(c: SceneContext, { u, v, k }: { u: number; v: number; k: number }, up: number): Layer {
	if (up <= 0) return {};
	const x = u + SIGN.aside * k;
	const lift = (1 - up) * 0.9 * k;
	const top = v - SIGN.top * k + lift;
	const neck = v - SIGN.neck * k + lift;
	const half = SIGN.half * k;
	const size = Math.max(12, (neck - top) * 0.78);
	const pole = slab(x - 0.028 * k, neck, 0.056 * k, (SIGN.neck - SIGN.low) * k);
	const board = slab(x - half, top, 2 * half, neck - top);
	return {
		ink: [
			{ type: 'shape', d: pole, fill: WOOD, stroke: 'ink', width: 1.3, opacity: up },
			{ type: 'shape', d: board, fill: CARD, stroke: 'ink', width: 1.8, opacity: up }
		],
		marks: [
			letter('no', 'grot', x, (top + neck) / 2 + size * 0.35, size, c.say('no'), { anchor: 'middle', opacity: up })
		]
	};
}
