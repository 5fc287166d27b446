/** The learned colours of the empty scene. */
export interface Empty {
	/** RGB. */
	readonly colours: Uint8Array;
	/** Learns the `frame`th frame, from 1, where nothing is in front: a quarter of the rows. */
	learn(frame: number, raw: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void;
	/** The share of the scene's light that pixel `i` has, or 0 if it differs in colour. */
	share(i: number, rgb: Uint8Array | Uint8ClampedArray): number;
}

/** Squared distance from grey darkening, beyond which a pixel has a colour of its own. */
const CHROMA = 170;

export function createEmpty(width: number, height: number): Empty {
	const colours = new Uint8Array(width * height * 3);
	/** Colours times 128. */
	const learned = new Int16Array(colours.length);
	return {
		colours,
		learn(frame, raw, rgb) {
			if (frame === 1) {
				for (let c = 0; c < learned.length; c++) learned[c] = rgb[c] << 7;
				colours.set(rgb);
				return;
			}
			const shift = frame < 40 ? 2 : 4;
			for (let y = frame & 3; y < height; y += 4)
				for (let i = y * width, end = i + width; i < end; i++) {
					if (raw[i]) continue;
					for (let c = i * 3, next = c + 3; c < next; c++) {
						learned[c] += ((rgb[c] << 7) - learned[c]) >> shift;
						colours[c] = (learned[c] + 64) >> 7;
					}
				}
		},
		share(i, rgb) {
			const c = i * 3;
			const r = colours[c];
			const g = colours[c + 1];
			const b = colours[c + 2];
			const size = r * r + g * g + b * b;
			if (size < 300) return 0;
			const part = (rgb[c] * r + rgb[c + 1] * g + rgb[c + 2] * b) / size;
			const dr = rgb[c] - part * r;
			const dg = rgb[c + 1] - part * g;
			const db = rgb[c + 2] - part * b;
			return dr * dr + dg * dg + db * db < CHROMA ? part : 0;
		}
	};
}
