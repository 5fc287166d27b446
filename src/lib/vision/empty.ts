/** The learned colours of the empty scene. */
export interface Empty {
	readonly width: number;
	/** RGB, and the same times 128. */
	readonly colours: Uint8Array;
	readonly learned: Int16Array;
	/** Seen so far. */
	frames: number;
}

/** Squared distance from grey darkening, beyond which a pixel has a colour of its own. */
const CHROMA = 170;

export function createEmpty(width: number, height: number): Empty {
	const size = width * height * 3;
	return { width, colours: new Uint8Array(size), learned: new Int16Array(size), frames: 0 };
}

/** Learns where nothing is in front, a quarter of the rows each frame. */
export function learnEmpty(empty: Empty, raw: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void {
	const { width, colours, learned } = empty;
	if (empty.frames++ === 0) {
		for (let c = 0; c < learned.length; c++) learned[c] = rgb[c] << 7;
		colours.set(rgb);
		return;
	}
	const shift = empty.frames < 40 ? 2 : 4;
	for (let row = (empty.frames & 3) * width; row < raw.length; row += 4 * width)
		for (let i = row; i < row + width; i++) {
			if (raw[i]) continue;
			for (let c = i * 3, next = c + 3; c < next; c++) {
				learned[c] += ((rgb[c] << 7) - learned[c]) >> shift;
				colours[c] = (learned[c] + 64) >> 7;
			}
		}
}

/** The share of the empty scene's light that pixel `i` has, or 0 if it differs in colour. */
export function shareOf({ colours }: Empty, i: number, rgb: Uint8Array | Uint8ClampedArray): number {
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
