import { clamp } from '../../maths';
import type { Colour } from './colour';
import { untouch, type Coverage } from './coverage';

/** Blends a colour into an RGBA picture where the coverage says, and empties the coverage. */
export function blend(data: Uint8Array, cover: Coverage, { r, g, b, a: opacity }: Colour, alpha: number): void {
	const { areas, width, pitch, bottom, left, right } = cover;
	const most = clamp(opacity * alpha, 0, 1) * 256;
	const end = Math.min(right, width - 1);
	for (let row = cover.top; row <= bottom; row++) {
		let sum = 0;
		let at = row * pitch + left;
		let to = (row * width + left) * 4;
		for (let c = left; c <= end; c++, at++, to += 4) {
			sum += areas[at];
			areas[at] = 0;
			const part = sum < 0 ? -sum : sum;
			const a = ((part > 1 ? 1 : part) * most + 0.5) | 0;
			if (a === 0) continue;
			if (a === 256) {
				data[to] = r;
				data[to + 1] = g;
				data[to + 2] = b;
			} else {
				data[to] += ((r - data[to]) * a + 128) >> 8;
				data[to + 1] += ((g - data[to + 1]) * a + 128) >> 8;
				data[to + 2] += ((b - data[to + 2]) * a + 128) >> 8;
			}
		}
		for (let c = end + 1; c <= right && c < pitch; c++) areas[row * pitch + c] = 0;
	}
	untouch(cover);
}

/** Paints a whole RGBA picture one colour. */
export function flood(data: Uint8Array, { r, g, b }: Colour): void {
	for (let i = 0; i < data.length; i += 4) {
		data[i] = r;
		data[i + 1] = g;
		data[i + 2] = b;
	}
}
