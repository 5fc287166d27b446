/** From raw foreground to a clean mask: shadows taken out, specks removed, holes filled, and sums over any box at once. */
export interface MaskCleaner {
	/** The clean mask: 1 foreground, 0 background. */
	readonly mask: Uint8Array;
	/** Sums of `mask` above and left of each corner, (width + 1) × (height + 1). */
	readonly integral: Int32Array;
	/** The learned colours of the empty scene, RGB. */
	readonly colours: Uint8Array;
	/**
	 * @param raw 255 foreground, 0 background, of the background model
	 * @param rgb the frame, three bytes a pixel
	 */
	clean(raw: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void;
	/** Foreground pixels in columns [x0, x1) and rows [y0, y1), clipped to the image. */
	sum(x0: number, y0: number, x1: number, y1: number): number;
}

export interface MaskOptions {
	width: number;
	height: number;
	/** Take cast shadows out. */
	shadows: boolean;
}

export function createMask({ width, height, shadows }: MaskOptions): MaskCleaner {
	const n = width * height;
	const mask = new Uint8Array(n);
	const solid = new Uint8Array(n);
	const colours = new Uint8Array(n * 3);
	/** Colours of the empty scene times 128. */
	const learned = new Int16Array(n * 3);
	const stride = width + 1;
	const integral = new Int32Array(stride * (height + 1));
	let frames = 0;

	function learn(raw: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void {
		if (frames++ === 0) {
			for (let i = 0; i < n * 3; i++) learned[i] = rgb[i] << 7;
			colours.set(rgb);
			return;
		}
		// A quarter of the rows each frame.
		const shift = frames < 40 ? 2 : 4;
		for (let y = frames & 3; y < height; y += 4) {
			for (let i = y * width, end = i + width; i < end; i++) {
				if (raw[i]) continue;
				for (let c = i * 3, stop = c + 3; c < stop; c++) {
					learned[c] += ((rgb[c] << 7) - learned[c]) >> shift;
					colours[c] = (learned[c] + 64) >> 7;
				}
			}
		}
	}

	/** A pixel whose colour is the empty scene's, darkened: all channels by the same part. */
	function shaded(i: number, rgb: Uint8Array | Uint8ClampedArray): boolean {
		const c = i * 3;
		const r = colours[c];
		const g = colours[c + 1];
		const b = colours[c + 2];
		const size = r * r + g * g + b * b;
		if (size < 300) return false;
		const part = (rgb[c] * r + rgb[c + 1] * g + rgb[c + 2] * b) / size;
		if (part < 0.4 || part > 0.95) return false;
		const dr = rgb[c] - part * r;
		const dg = rgb[c + 1] - part * g;
		const db = rgb[c + 2] - part * b;
		return dr * dr + dg * dg + db * db < 170;
	}

	return {
		mask,
		integral,
		colours,
		clean(raw, rgb) {
			learn(raw, rgb);
			for (let i = 0; i < n; i++) solid[i] = raw[i] ? (shadows && shaded(i, rgb) ? 0 : 1) : 0;
			// Majority of the 3 × 3 neighbours; the frame's border is background.
			mask.fill(0);
			for (let y = 1; y < height - 1; y++) {
				const row = y * width;
				let a = solid[row - width] + solid[row] + solid[row + width];
				let b = solid[row - width + 1] + solid[row + 1] + solid[row + width + 1];
				for (let x = 1; x < width - 1; x++) {
					const i = row + x;
					const c = solid[i - width + 1] + solid[i + 1] + solid[i + width + 1];
					if (a + b + c > 4) mask[i] = 1;
					a = b;
					b = c;
				}
			}
			for (let y = 0; y < height; y++) {
				let sum = 0;
				const at = (y + 1) * stride + 1;
				for (let x = 0; x < width; x++) {
					sum += mask[y * width + x];
					integral[at + x] = integral[at + x - stride] + sum;
				}
			}
		},
		sum(x0, y0, x1, y1) {
			const l = x0 < 0 ? 0 : x0;
			const t = y0 < 0 ? 0 : y0;
			const r = x1 > width ? width : x1;
			const b = y1 > height ? height : y1;
			if (r <= l || b <= t) return 0;
			return integral[b * stride + r] - integral[t * stride + r] - integral[b * stride + l] + integral[t * stride + l];
		}
	};
}
