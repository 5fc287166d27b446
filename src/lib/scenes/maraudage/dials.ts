import { clockHand } from '../../figure/boxes';
import { letter } from '../../figure/text';
import { box, path, slip } from '../../figure/marks';
import type { Mark, View } from '../../picture/frame';
import { chipSize, PAD, type Clock } from './clocks';

/** Tenths of a pixel. */
const n = (v: number): number => Math.round(v * 10) / 10;

/**
 * Clocks where `placeClocks` has put them: thin boxes for who is counted, full red only for who is flagged. All leaders,
 * all faces and all hands are one path each: they change with every frame.
 */
export function clockMarks(clocks: Clock[], limit: number, view: View, opacity = 1): Mark[] {
	if (opacity <= 0) return [];
	const size = chipSize(view);
	const hands = (hot: boolean) =>
		join(
			clocks.filter((k) => k.hot === hot),
			({ seconds }, x, y, r) => clockHand(x, y, r, Math.min(1, seconds / limit))
		);
	const leads = join(clocks, ({ chip, pie }, x, y, r) =>
		chip && chip.y < pie.y - pie.r ? `M${n(chip.x + chip.w / 2)} ${n(chip.y + chip.h)}L${x} ${n(y - r)}` : ''
	);
	const faces = join(clocks, (_, x, y, r) => clockHand(x, y, r, 1));
	const drawn = (key: string, d: string, look: Parameters<typeof path>[2]): Mark[] =>
		d ? [path(key, d, { opacity, ...look })] : [];
	return [
		...clocks.map((k) => boxOf(k, opacity)),
		...drawn('leads', leads, { stroke: 'signal', width: 1, opacity: opacity * 0.8 }),
		...drawn('faces', faces, { fill: 'paper', stroke: 'ink', width: 1.4 }),
		...drawn('hands', hands(false), { fill: 'signal', opacity: opacity * 0.55 }),
		...drawn('hands-hot', hands(true), { fill: 'signal' }),
		...clocks.flatMap((k) => chip(k, size, opacity))
	];
}

const join = (clocks: Clock[], draw: (k: Clock, x: number, y: number, r: number) => string): string =>
	clocks.map((k) => draw(k, n(k.pie.x), n(k.pie.y), n(k.pie.r))).join('');

const boxOf = ({ id, rect, hot }: Clock, opacity: number): Mark =>
	box(`box-${id}`, rect, {
		fill: hot ? 'signal' : 'none',
		fillOpacity: 0.2,
		stroke: 'signal',
		width: hot ? 2.4 : 1,
		opacity: opacity * (hot ? 1 : 0.6)
	});

/** The number of a clock on its slip. */
function chip({ id, chip, hot, text }: Clock, size: number, opacity: number): Mark[] {
	if (!chip) return [];
	const look = hot ? { fill: 'signal-text', stroke: 'signal-text' } : { fill: 'paper', stroke: 'signal' };
	return [
		{
			type: 'group',
			key: `chip-${id}`,
			x: n(chip.x),
			y: n(chip.y),
			opacity,
			children: [
				slip('back', { x: 0, y: 0, w: chip.w, h: chip.h }, { ...look, width: 1 }),
				letter('time', 'mono', PAD, size + 1.5, size, text, { fill: hot ? 'paper' : 'signal-text' })
			]
		}
	];
}
