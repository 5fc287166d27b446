import { AT_DUSK, bulletInk } from '../../figure/bullet';
import { drawn } from '../../figure/inks';
import { POLE } from '../../figure/metals';
import { ease } from '../../figure/motion';
import { slab } from '../../figure/place';
import type { View } from '../../picture/frame';
import type { Layer } from '../layers';
import { eye, mastAt } from './evening';
import { DUSK } from './layout';

/** A mast with its camera, standing near us on the square until the eye goes up. */
export function mast(view: View, shown: number, up: number): Layer {
	const opacity = shown * (1 - ease(up, 0, 0.4));
	if (opacity <= 0) return {};
	const { u, v, k, top } = mastAt(view, eye(view, up));
	const line = { stroke: AT_DUSK.line, opacity };
	const shade = `M${u - 0.7 * k} ${v}q${0.7 * k} ${-0.1 * k} ${1.4 * k} 0q${-0.7 * k} ${0.12 * k} ${-1.4 * k} 0Z`;
	return {
		ink: [
			{ type: 'shape', d: shade, fill: DUSK.shade, opacity: 0.25 * opacity },
			drawn(slab(u - 0.06 * k, top, 0.12 * k, v - top), POLE, 1.8, line),
			drawn(slab(u - 0.15 * k, v - 0.46 * k, 0.3 * k, 0.46 * k, 3), DUSK.box, 1.8, line),
			// 0.9 m long so that it reads.
			...bulletInk(u, top, 0.9 * k, AT_DUSK, 1.8, { opacity })
		]
	};
}
