import { POLE } from '../../figure/metals';
import { ease } from '../../figure/motion';
import { place, slab } from '../../figure/place';
import type { Ink, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { eye, mastAt } from './evening';

/** The body of the camera, in hundred-and-twentieths of its 0.9 m. */
const ARM = 'M152 18L104 18L90 34';
const CASE: [d: string, fill: string][] = [
	['M4 58L102 26L114 62L16 94Z', '#B9B6AC'],
	['M0 54L100 21L105 36L5 69Z', '#5F6B70'],
	['M-4 64L8 60L18 94L6 98Z', '#16181B'],
	['M-11 70L-2 67L5 90L-4 93Z', '#44587A']
];

/** A mast with its camera, standing near us on the square until the eye goes up. */
export function mast(view: View, shown: number, up: number): Layer {
	const opacity = shown * (1 - ease(up, 0, 0.4));
	if (opacity <= 0) return {};
	const { u, v, k, top } = mastAt(view, eye(view, up));
	const line = (d: string, fill: string): Ink => ({ type: 'shape', d, fill, stroke: '#0E0F10', width: 1.8, opacity });
	// 0.9 m long so that it reads.
	const s = (0.9 * k) / 120;
	const on = (d: string) => place(d, u - 152 * s, top - 4 * s, s);
	return {
		ink: [
			{
				type: 'shape',
				d: `M${u - 0.7 * k} ${v}q${0.7 * k} ${-0.1 * k} ${1.4 * k} 0q${-0.7 * k} ${0.12 * k} ${-1.4 * k} 0Z`,
				fill: '#000000',
				opacity: 0.25 * opacity
			},
			line(slab(u - 0.06 * k, top, 0.12 * k, v - top), POLE),
			line(slab(u - 0.15 * k, v - 0.46 * k, 0.3 * k, 0.46 * k, 3), '#3C4347'),
			{ type: 'shape', d: on(ARM), stroke: '#0E0F10', width: 9 * s, opacity },
			{ type: 'shape', d: on(ARM), stroke: '#6C757A', width: Math.max(1, 9 * s - 3), opacity },
			...CASE.map(([d, fill]) => line(on(d), fill))
		]
	};
}
