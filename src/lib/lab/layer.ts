import type { LearnedObserver, Observation } from '../watch/index';
import type { LayerName } from './choice';
import type { Layer } from './messages';

/** Night and paper of the picture's look, and the tints of blobs: told apart, none of them red. */
type Tint = readonly [red: number, green: number, blue: number];
const NIGHT: Tint = [22, 24, 27];
const PAPER: Tint = [246, 239, 226];
const TINTS: readonly Tint[] = [
	[226, 178, 62],
	[96, 158, 178],
	[142, 172, 104],
	[186, 128, 168],
	[214, 148, 106],
	[128, 138, 196]
];

/**
 * What motion has of the last picture, as a picture. Undefined where there is none yet, or where the page shows its own.
 * @param width pixels looked at in a row
 * @param own whether the page has the picture itself
 */
export function layerOf(name: LayerName, seen: Observation, width: number, own: boolean): Layer | undefined {
	if (name === 'heat' || (name === 'frame' && own)) return undefined;
	if (name !== 'frame' && seen.state === 'learning') return undefined;
	const { layers } = seen;
	const pixels = layers.luma.length;
	const rgba = new Uint8ClampedArray(pixels * 4);
	const put = (i: number, r: number, g: number, b: number) => {
		rgba[4 * i] = r;
		rgba[4 * i + 1] = g;
		rgba[4 * i + 2] = b;
		rgba[4 * i + 3] = 255;
	};
	if (name === 'frame') {
		const { colour } = layers;
		for (let i = 0; i < pixels; i++) put(i, colour[3 * i], colour[3 * i + 1], colour[3 * i + 2]);
	} else if (name === 'mask') {
		const { mask } = layers;
		for (let i = 0; i < pixels; i++) put(i, ...(mask[i] ? PAPER : NIGHT));
	} else if (name === 'blobs') {
		const { labels } = layers;
		for (let i = 0; i < pixels; i++) put(i, ...(labels[i] ? TINTS[labels[i] % TINTS.length] : NIGHT));
	} else {
		const grey = name === 'background' ? layers.background : layers.difference;
		for (let i = 0; i < pixels; i++) put(i, grey[i], grey[i], grey[i]);
	}
	return { width, height: pixels / width, rgba };
}

/** The picture darkened, and lit where the network is sure that somebody's middle is. */
export function heatOf(
	{ heat, letterbox }: LearnedObserver['eyes'],
	seen: Observation,
	width: number,
	height: number
): Layer {
	const { colour } = seen.layers;
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let y = 0, i = 0; y < height; y++)
		for (let x = 0; x < width; x++, i++) {
			let sure = 0;
			for (const { stride, columns, rows, score } of heat) {
				const column = Math.floor((x / letterbox.across + letterbox.left) / stride);
				const row = Math.floor((y / letterbox.down + letterbox.top) / stride);
				if (column >= 0 && column < columns && row >= 0 && row < rows)
					sure = Math.max(sure, score[row * columns + column]);
			}
			const rest = 0.35 * (1 - sure);
			for (let c = 0; c < 3; c++) rgba[4 * i + c] = colour[3 * i + c] * rest + TINTS[0][c] * sure;
			rgba[4 * i + 3] = 255;
		}
	return { width, height, rgba };
}
