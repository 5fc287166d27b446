import type { Colour } from './source';

/**
 * Averages squares of `by` by `by` pixels.
 * @param channels bytes a pixel
 */
export function shrink(
	from: Colour,
	width: number,
	height: number,
	channels: number,
	by: number,
	to: Uint8Array
): void {
	const w = Math.floor(width / by);
	const h = Math.floor(height / by);
	for (let y = 0; y < h; y++)
		for (let x = 0; x < w; x++)
			for (let c = 0; c < channels; c++) {
				let sum = 0;
				for (let dy = 0; dy < by; dy++)
					for (let dx = 0; dx < by; dx++) sum += from[((y * by + dy) * width + x * by + dx) * channels + c];
				to[(y * w + x) * channels + c] = sum / (by * by) + 0.5;
			}
}
