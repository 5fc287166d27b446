import { COARSEST, NARROWEST } from './graph';

export interface Size {
	width: number;
	height: number;
}

/** Pixels that the network looks at unless it is told otherwise: 384 × 224 of 16:9, 320 × 256 of 4:3. */
export const PIXELS = 88_000;

/**
 * The size a picture is best looked at in: of those with both sides multiples of 32, and no more than so many pixels, the
 * one in which the picture is largest.
 */
export function inputFor({ width, height }: Size, pixels = PIXELS): Size {
	let best = { width: NARROWEST, height: COARSEST };
	let largest = 0;
	for (let w = NARROWEST; w * COARSEST <= Math.max(pixels, NARROWEST * COARSEST); w += COARSEST)
		for (let h = COARSEST; h === COARSEST || w * h <= pixels; h += COARSEST) {
			const scale = Math.min(w / width, h / height);
			if (scale <= largest) continue;
			largest = scale;
			best = { width: w, height: h };
		}
	return best;
}

/** How a picture lies in what the network looks at: as large as it can be, in the middle, black around it. */
export interface Letterbox {
	/** Where it begins, and pixels of the picture for one of the input. */
	readonly left: number;
	readonly top: number;
	readonly across: number;
	readonly down: number;
	/**
	 * Writes a picture of three bytes a pixel: what is made smaller is averaged, what is made larger is bilinear between
	 * the middles of pixels.
	 * @param input the network's own numbers, four a pixel: blue, green, red
	 * @param first index of the number at the input's top left
	 * @param row numbers in a row of it
	 */
	fill(rgb: ArrayLike<number>, input: Float32Array, first: number, row: number): void;
}

/** What stands for a pixel: less the mean, over the deviation, for blue, green and red. */
interface Scale {
	mean: readonly number[];
	deviation: readonly number[];
}

/** Lays pictures of one size in inputs of another. */
export function createLetterbox(picture: Size, input: Size, { mean, deviation }: Scale): Letterbox {
	const k = Math.min(input.width / picture.width, input.height / picture.height);
	const width = Math.max(1, Math.round(picture.width * k));
	const height = Math.max(1, Math.round(picture.height * k));
	const left = (input.width - width) >> 1;
	const top = (input.height - height) >> 1;
	const columns = shares(picture.width, width);
	const rows = shares(picture.height, height);
	const slope = deviation.map((d) => 1 / d);
	const black = mean.map((m, c) => -m * slope[c]);
	/** One row of the picture as it is laid: red, green, blue. */
	const line = new Float64Array(3 * width);

	/** Adds a row of the picture, that begins at `from`, to the line. */
	function addRow(rgb: ArrayLike<number>, from: number, weight: number): void {
		for (let x = 0, share = 0; x < width; x++)
			for (let tap = 0; tap < columns.taps; tap++, share++) {
				const at = from + 3 * columns.source[share];
				const w = weight * columns.weight[share];
				line[3 * x] += w * rgb[at];
				line[3 * x + 1] += w * rgb[at + 1];
				line[3 * x + 2] += w * rgb[at + 2];
			}
	}

	return {
		left,
		top,
		across: picture.width / width,
		down: picture.height / height,
		fill(rgb, to, first, row) {
			for (let y = 0; y < input.height; y++) {
				const own = y - top;
				const inside = own >= 0 && own < height;
				line.fill(0);
				for (let tap = 0, share = own * rows.taps; inside && tap < rows.taps; tap++, share++)
					if (rows.weight[share] > 0) addRow(rgb, 3 * picture.width * rows.source[share], rows.weight[share]);
				for (let x = 0, at = first + y * row; x < input.width; x++, at += 4) {
					const from = inside && x >= left && x < left + width ? 3 * (x - left) : -1;
					for (let c = 0; c < 3; c++) to[at + c] = black[c] + (from < 0 ? 0 : line[from + 2 - c] * slope[c]);
				}
			}
		}
	};
}

/** For each of `to` pixels, those of `from` that it is made of, `taps` at most, and their shares, which sum to 1. */
function shares(from: number, to: number) {
	const by = from / to;
	const taps = by > 1 ? Math.ceil(by) + 1 : 2;
	const source = new Int32Array(to * taps);
	const weight = new Float64Array(to * taps);
	for (let i = 0; i < to; i++) {
		// Enlarged: the two nearest. Made smaller: all that it covers, by how much of each.
		const middle = Math.max(0, Math.min(from - 1, (i + 0.5) * by - 0.5));
		const begin = Math.floor(by > 1 ? i * by : middle);
		for (let tap = 0; tap < taps; tap++) {
			const at = begin + tap;
			const covered = Math.min(at + 1, (i + 1) * by) - Math.max(at, i * by);
			source[i * taps + tap] = Math.min(from - 1, at);
			weight[i * taps + tap] = by > 1 ? Math.max(0, covered) / by : 1 - Math.abs(at - middle);
		}
	}
	return { taps, source, weight };
}
