import { STEEL } from '../../figure/metals';
import { oval, place, slab } from '../../figure/place';
import type { Ink } from '../../picture/frame';

/** What stands for a worry: drawn standing at (x, y), `h` high. */
export const THINGS: Record<string, (ink: Ink[], x: number, y: number, h: number) => void> = {
	/** A shop whose shutter is down. */
	jobs(ink, x, y, h) {
		const put = (d: string, fill: string, width = 1.6) =>
			ink.push({ type: 'shape', d: place(d, x, y, h / 100), fill, stroke: 'ink', width });
		put(slab(-52, -100, 104, 100), '#E6C9B4');
		put(slab(-44, -74, 88, 74), '#8E9AA3');
		let slats = '';
		for (let i = 1; i < 8; i++) slats += `M-44 ${-74 + i * 9}L44 ${-74 + i * 9}`;
		put(slats, 'none', 1);
		put('M-56 -100L56 -100L60 -78L-60 -78Z', '#F4EFE4');
		put('M-34 -100L-36 -78L-12 -78L-11 -100ZM12 -100L13 -78L36 -78L34 -100Z', '#44587A', 1);
		put(slab(-6, -8, 12, 4), '#2E2B2A', 1);
	},
	/** An empty pan on a stove. */
	poverty(ink, x, y, h) {
		const put = (d: string, fill: string, width = 1.6) =>
			ink.push({ type: 'shape', d: place(d, x, y, h / 100), fill, stroke: 'ink', width });
		put(slab(-40, -52, 80, 52), '#F4EFE4');
		put(slab(-30, -38, 60, 30, 3), '#5F6B70');
		put(oval(-24, -45, 3.4) + oval(-8, -45, 3.4) + oval(8, -45, 3.4) + oval(24, -45, 3.4), '#2E2B2A', 0.8);
		put('M-30 -58L-27 -80L27 -80L30 -58Q0 -52 -30 -58Z', '#8E9AA3');
		put(oval(0, -80, 27, 6), '#3C444B');
		put('M27 -76L52 -84', 'none', 4.4);
	},
	/** A bicycle rack with a lock, cut: the bicycle is gone. */
	crime(ink, x, y, h) {
		const put = (d: string, fill: string, width = 1.6, stroke = 'ink') =>
			ink.push({ type: 'shape', d: place(d, x, y, h / 100), fill, stroke, width, round: true });
		const hoop = 'M-34 0L-34 -48C-34 -78 34 -78 34 -48L34 0';
		put(hoop, 'none', 0.09 * h);
		put(hoop, 'none', 0.055 * h, STEEL);
		const chain = 'M-34 -34C-52 -30 -56 -8 -40 -3M-34 -34C-20 -34 -10 -20 -14 -6';
		put(chain, 'none', 0.07 * h);
		put(chain, 'none', 0.036 * h, '#E8B23A');
		put(slab(-22, -16, 18, 16, 3), '#E8B23A');
	}
};
