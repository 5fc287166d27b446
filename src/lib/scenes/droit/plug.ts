import { place, slab } from '../../figure/place';
import type { Ink } from '../../story/frame';

/** Size of the drawing in its own units. */
export const PLUG = { w: 190, h: 404 };

/**
 * A camera that always films, and the cable to the analysis behind it: in or out. Drawn with its top left at (x, y).
 * `inserted` 0 pulled out, 1 plugged in.
 */
export function plugInk(x: number, y: number, scale: number, inserted: number, opacity: number): Ink[] {
	const out: Ink[] = [];
	const put = (d: string, fill: string, width = 1.5) =>
		out.push({ type: 'shape', d: place(d, x, y, scale), fill, stroke: 'ink', width, round: true, opacity });
	const fall = 16 + 40 * inserted;
	const swing = 26 * (1 - inserted);

	// Wall plate, arm, camera.
	put(slab(166, 2, 12, 74), '#8E9AA3');
	out.push({ type: 'shape', d: place('M168 40L128 40L116 52', x, y, scale), stroke: 'ink', width: 9 * scale, opacity });
	out.push({
		type: 'shape',
		d: place('M168 40L128 40L116 52', x, y, scale),
		stroke: '#B9C0C4',
		width: 9 * scale - 3,
		opacity
	});
	put('M18 66L122 34L134 74L30 106Z', '#F4EFE4');
	put('M14 62L120 29L125 44L19 77Z', '#8E9AA3');
	put('M10 72L22 68L33 105L21 109Z', '#2E2B2A');
	put('M4 79L14 76L20 97L10 100Z', '#44587A');
	// The cable hangs from the camera's back to the plug.
	const cx = 95 - swing;
	const py = 168 + fall;
	const cable = place(`M132 62C186 92 178 150 ${120 - swing} 148C${84 - swing} 146 ${cx} 152 ${cx} ${py}`, x, y, scale);
	out.push({ type: 'shape', d: cable, stroke: 'ink', width: 6 * scale, round: true, opacity });
	out.push({ type: 'shape', d: cable, stroke: '#5F6B70', width: Math.max(1, 6 * scale - 2.6), round: true, opacity });
	put(slab(cx - 11, py + 26, 5, 18) + slab(cx + 6, py + 26, 5, 18), '#B9C0C4', 1.2);
	// The analysis, its socket in front of the prongs.
	put(slab(28, 268, 134, 130, 4), '#2E2B2A');
	put(slab(62, 250, 66, 20, 3), '#F4EFE4');
	put(slab(cx - 17, py - 4, 34, 32, 5), '#C99A3F');
	for (let row = 0; row < 4; row++) {
		put(slab(40, 284 + row * 27, 110, 18, 2), inserted > 0.9 ? '#A9C0C6' : '#5F6B70', 1);
		put(
			`M50 ${289 + row * 27}L58 ${289 + row * 27}L58 ${297 + row * 27}L50 ${297 + row * 27}Z`,
			inserted > 0.9 ? '#8FB38A' : '#2E2B2A',
			0.8
		);
	}
	return out;
}
