import { SENSOR_PIXELS, SENSOR_WIDTH } from '../camera/camera';
import { createSensor } from '../camera/sensor';
import { paintBackdrop, paintStreet } from '../drawing/street';
import type { Street } from '../street/types';
import { codeNumber, createReader, createWriter, NUMBER, type Coder } from './bits';
import type { Seen } from './masks';
import type { SensorSource } from './reader';

const W = SENSOR_WIDTH;
const N = SENSOR_PIXELS;

/** Sensor pictures that were kept from the recording, unpacked. */
export interface KeptPictures {
	explain: number;
	background: Uint8Array;
	mask: Uint8Array;
	labels: Uint8Array;
	fade: { frame: number; mask: Uint8Array }[];
}

/** Colours of blobs: what the machine says by colour alone. */
const BLOBS = [
	[242, 57, 27],
	[255, 163, 26],
	[255, 222, 89],
	[255, 120, 120],
	[214, 88, 160],
	[255, 196, 160]
];

/**
 * Makes sensor pictures in a page or in Node. Colour and luminance are exposed anew from the street's seed at any
 * frame; background, difference, mask and blobs exist at the frame the pipeline is explained on, `fade` at the frames
 * of the fading person; elsewhere they are what `anew` has of the frame (masks.ts), or null.
 */
export function openSensor(
	street: Street,
	seed: number,
	kept: KeptPictures | null,
	anew: (frame: number) => Seen | null = () => null
): SensorSource {
	let sensor: ReturnType<typeof createSensor> | null = null;
	let exposed = -1;
	const expose = (frame: number) => {
		sensor ??= createSensor({ street, paint: { paintBackdrop, paintStreet }, seed });
		if (exposed !== frame) sensor.expose(frame);
		exposed = frame;
		return sensor;
	};
	const grey = (at: (i: number) => number): Uint8ClampedArray => {
		const out = new Uint8ClampedArray(4 * N);
		for (let i = 0; i < N; i++) {
			out[4 * i] = out[4 * i + 1] = out[4 * i + 2] = at(i);
			out[4 * i + 3] = 255;
		}
		return out;
	};
	return (at, layer) => {
		const frame = Math.floor(at);
		if (layer === 'luma') {
			const { luma } = expose(frame);
			return grey((i) => luma[i]);
		}
		if (layer === 'colour') {
			const { rgb } = expose(frame);
			const out = new Uint8ClampedArray(4 * N);
			for (let i = 0; i < N; i++) {
				out[4 * i] = rgb[3 * i];
				out[4 * i + 1] = rgb[3 * i + 1];
				out[4 * i + 2] = rgb[3 * i + 2];
				out[4 * i + 3] = 255;
			}
			return out;
		}
		if (!kept) return null;
		if (layer === 'fade') {
			const picture = kept.fade.find((f) => f.frame === frame);
			return picture ? grey((i) => (picture.mask[i] ? 255 : 12)) : null;
		}
		const seen = frame === kept.explain ? kept : anew(frame);
		if (!seen) return null;
		if (layer === 'background') return grey((i) => seen.background[i]);
		if (layer === 'mask') return grey((i) => (seen.mask[i] ? 255 : 12));
		if (layer === 'difference') {
			const { luma } = expose(frame);
			return grey((i) => Math.min(255, 2 * Math.abs(luma[i] - seen.background[i])));
		}
		const out = new Uint8ClampedArray(4 * N);
		for (let i = 0; i < N; i++) {
			const label = seen.labels[i];
			if (!label) continue;
			const [r, g, b] = BLOBS[label % BLOBS.length];
			out.set([r, g, b, 255], 4 * i);
		}
		return out;
	};
}

/**
 * What a picture's pixel is likely to be, from its left, upper and upper left neighbours: the median edge detector of
 * Weinberger, Seroussi & Sapiro, "The LOCO-I lossless image compression algorithm", IEEE Trans. Image Processing 9(8), 2000.
 */
function likely(left: number, above: number, corner: number): number {
	if (corner >= Math.max(left, above)) return Math.min(left, above);
	if (corner <= Math.min(left, above)) return Math.max(left, above);
	return left + above - corner;
}

/** Models of a picture of few values: like the pixel before or not, like the one above or not, a value. */
const LIKE_LEFT = 0;
const LIKE_ABOVE = 64;
const VALUE = 65;
const FEW = VALUE + 2 * NUMBER;
/** Models of the background, by how uneven it is around a pixel. */
const UNEVEN = 14;
/** Three pictures of few values, of a kind each: mask, labels, and those of the fading person. */
const GREY = 3 * FEW;
const MODELS = GREY + UNEVEN * NUMBER;

/** Two rows of nothing above a picture, so that every pixel has neighbours. */
const MARGIN = 2 * W + 1;

/** Codes, in place, a picture whose pixels are mostly those beside them, from what is left of and above each. */
function codeFew(code: Coder, model: number, data: Uint8Array): void {
	const d = new Uint8Array(MARGIN + N);
	d.set(data, MARGIN);
	for (let i = MARGIN; i < d.length; i++) {
		const left = d[i - 1];
		const above = d[i - W];
		const around =
			(above === left ? 1 : 0) |
			(d[i - W - 1] === left ? 2 : 0) |
			(d[i - W + 1] === left ? 4 : 0) |
			(d[i - 2] === left ? 8 : 0) |
			(d[i - 2 * W] === left ? 16 : 0) |
			(left ? 32 : 0);
		if (code(model + LIKE_LEFT + around, d[i] === left)) d[i] = left;
		else if (above !== left && code(model + LIKE_ABOVE, d[i] === above)) d[i] = above;
		else d[i] = codeNumber(code, model + VALUE + (left ? NUMBER : 0), d[i]);
	}
	data.set(d.subarray(MARGIN));
}

/** Codes, in place, a picture of greys: of every pixel how far it is from what is likely. */
function codeGreys(code: Coder, model: number, data: Uint8Array): void {
	const d = new Uint8Array(MARGIN + N);
	d.set(data, MARGIN);
	for (let i = MARGIN; i < d.length; i++) {
		const [left, above, corner] = [d[i - 1], d[i - W], d[i - W - 1]];
		const uneven =
			Math.abs(left - corner) + Math.abs(corner - above) + Math.abs(above - d[i - W + 1]) + Math.abs(left - d[i - 2]);
		const context = uneven < 10 ? uneven : uneven < 20 ? 10 : uneven < 40 ? 11 : uneven < 80 ? 12 : 13;
		const expected = likely(left, above, corner);
		d[i] = expected + codeNumber(code, model + context * NUMBER, d[i] - expected);
	}
	data.set(d.subarray(MARGIN));
}

/** Codes all pictures, in place. */
function codePictures(code: Coder, mask: Uint8Array, labels: Uint8Array, fade: Uint8Array[], greys: Uint8Array): void {
	codeFew(code, 0, mask);
	codeFew(code, FEW, labels);
	for (const f of fade) codeFew(code, 2 * FEW, f);
	codeGreys(code, GREY, greys);
}

/**
 * Packs the pictures through a coder of their own, without loss but for the background, which keeps 128 greys. Twice as
 * many would weigh half as much again and look the same.
 */
export function packPictures(kept: KeptPictures): Uint8Array {
	const head = new TextEncoder().encode(JSON.stringify({ explain: kept.explain, fade: kept.fade.map((f) => f.frame) }));
	const writer = createWriter(MODELS);
	codePictures(
		writer.code,
		kept.mask,
		kept.labels,
		kept.fade.map((f) => f.mask),
		kept.background.map((v) => v >> 1)
	);
	const body = writer.bytes();
	const out = new Uint8Array(4 + head.length + body.length);
	new DataView(out.buffer).setUint32(0, head.length);
	out.set(head, 4);
	out.set(body, 4 + head.length);
	return out;
}

/** Unpacks `packPictures`. Throws when the file is cut short. */
export function unpackPictures(bytes: Uint8Array): KeptPictures {
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
	const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as {
		explain: number;
		fade: number[];
	};
	const empty = () => new Uint8Array(N);
	const [mask, labels, background] = [empty(), empty(), empty()];
	const fade = head.fade.map((frame) => ({ frame, mask: empty() }));
	codePictures(
		createReader(MODELS, bytes, 4 + length),
		mask,
		labels,
		fade.map((f) => f.mask),
		background
	);
	// 128 greys spread over 256: 0 stays 0, 127 becomes 255.
	for (let i = 0; i < N; i++) background[i] = (background[i] << 1) | (background[i] >> 6);
	return { explain: head.explain, mask, labels, fade, background };
}
