import { interpolateLab } from 'd3';
import { painted } from '../../figure/inks';
import { ease } from '../../figure/motion';
import { slab } from '../../figure/place';
import type { Ink, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { floor, PAVING, WALL } from './layout';

/** The wall as its light goes: `risen` draws it, `parted` brings dusk, `shown` the dark round a screen. */
export function wall(view: View, risen: number, parted: number, shown: number): Layer {
	const tone = (list: string[]) => {
		const a = interpolateLab(list[0], list[1])(ease(risen, 0, 1));
		const b = interpolateLab(a, list[2])(parted);
		return interpolateLab(b, list[3])(shown);
	};
	const y = floor(view);
	const ink: Ink[] = [
		{ type: 'shape', d: slab(0, 0, view.width, y), fill: tone(WALL) },
		{ type: 'shape', d: slab(0, y, view.width, view.height - y), fill: tone(PAVING) }
	];
	const drawn = ease(risen, 0, 0.5);
	if (drawn <= 0) return { ink };
	// The foot of the wall is drawn from the middle outwards, then its courses of stone.
	const middle = view.free.x + view.free.w / 2;
	const reach = Math.max(middle, view.width - middle) * drawn;
	ink.push(
		{ type: 'shape', d: `M${middle - reach} ${y}H${middle + reach}`, stroke: 'ink', width: 1.8 },
		painted(stones(view, y), { stroke: 'ink', width: 1, opacity: 0.22 * ease(risen, 0.4, 1) * (1 - 0.6 * shown) })
	);
	return { ink };
}

/** Few of them: a wall is said with some stones. */
function stones({ width, shape }: View, foot: number): string {
	const course = shape === 'phone' ? 26 : 46;
	let d = '';
	for (let row = 1; row * course < foot; row++)
		for (let i = 0; i < 16; i++) {
			if ((row * 7 + i * 5) % 9 > 1) continue;
			const x = ((i + (row % 2) / 2) * width) / 14;
			d += `M${x.toFixed(1)} ${(foot - row * course).toFixed(1)}h${(width / 17).toFixed(1)}m0 0v${course * 0.9}`;
		}
	return d;
}
