import { SENSOR_PIXELS, SENSOR_WIDTH } from '../camera/camera';
import { createSensor, type Sensor } from '../camera/sensor';
import { createStreetPainter } from '../drawing/street';
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

/** The same as packed: of the background, how it differs from what `cleanGreys` has of its frame. */
export interface PackedPictures extends Omit<KeptPictures, 'background'> {
	beyond: Int8Array;
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
	pictures: (() => PackedPictures) | null,
	anew: (frame: number) => Seen | null = () => null
): SensorSource {
	let sensor: Sensor | null = null;
	let exposed = -1;
	const expose = (frame: number) => {
		sensor ??= createSensor({ street, paint: createStreetPainter(), seed });
		if (exposed !== frame) sensor.expose(frame);
		exposed = frame;
		return sensor;
	};
	let background: Uint8Array | undefined;
	/** What the program has of a frame: the one it is explained on, or one made anew. */
	function seenAt(frame: number, kept: PackedPictures): Omit<Seen, 'frame'> | null {
		if (frame !== kept.explain) return anew(frame);
		if (!background) {
			sensor ??= createSensor({ street, paint: createStreetPainter(), seed });
			background = addGreys(cleanGreys(sensor, frame), kept.beyond);
			exposed = -1;
		}
		return { ...kept, background };
	}
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
		if (!pictures) return null;
		const kept = pictures();
		if (layer === 'fade') {
			const picture = kept.fade.find((f) => f.frame === frame);
			return picture ? grey((i) => (picture.mask[i] ? 255 : 12)) : null;
		}
		const seen = seenAt(frame, kept);
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

/** Frames before the one explained whose pictures say what the square is without its people: they have moved on. */
const BEFORE = [0, 100, 250];

/** The square around a frame as a camera without noise has it, in 128 greys: of each pixel the middle one of some pictures. */
export function cleanGreys(sensor: Sensor, frame: number): Uint8Array {
	const [a, b, c] = BEFORE.map((before) => {
		sensor.expose(frame - before, false);
		return sensor.luma.slice();
	});
	return a.map((v, i) => Math.max(Math.min(v, b[i]), Math.min(Math.max(v, b[i]), c[i])) >> 1);
}

/** A background of 256 greys from one of 128 and what it differs by: 0 stays 0, 127 becomes 255. */
export const addGreys = (clean: Uint8Array, beyond: Int8Array): Uint8Array =>
	clean.map((v, i) => ((v + beyond[i]) << 1) | ((v + beyond[i]) >> 6));

/** Models of a picture of few values: like the pixel before or not, like the one above or not, a value. */
const LIKE_LEFT = 0;
const LIKE_ABOVE = 64;
const VALUE = 65;
const FEW = VALUE + 2 * NUMBER;
/** Models of a difference of greys, by those left of it and above it, from −3 or below to 3 or above. */
const NEAR = 7;
const near = (difference: number) => Math.max(-3, Math.min(3, difference)) + 3;
/** Three pictures of few values, of a kind each: mask, labels, and those of the fading person. */
const GREY = 3 * FEW;
const MODELS = GREY + NEAR * NEAR * NUMBER;

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

/** Codes, in place, by how many greys every pixel differs from what is expected of it. */
function codeDifferences(code: Coder, model: number, data: Int8Array): void {
	const d = new Int8Array(MARGIN + N);
	d.set(data, MARGIN);
	for (let i = MARGIN; i < d.length; i++)
		d[i] = codeNumber(code, model + (near(d[i - 1]) * NEAR + near(d[i - W])) * NUMBER, d[i]);
	data.set(d.subarray(MARGIN));
}

/** Codes all pictures, in place. */
function codePictures(code: Coder, mask: Uint8Array, labels: Uint8Array, fade: Uint8Array[], beyond: Int8Array): void {
	codeFew(code, 0, mask);
	codeFew(code, FEW, labels);
	for (const f of fade) codeFew(code, 2 * FEW, f);
	codeDifferences(code, GREY, beyond);
}

/**
 * Packs the pictures through a coder of their own, without loss but for the background, which keeps 128 greys. Twice as
 * many would weigh half as much again and look the same.
 * @param clean `cleanGreys` of the frame explained
 */
export function packPictures(kept: KeptPictures, clean: Uint8Array): Uint8Array {
	const head = new TextEncoder().encode(JSON.stringify({ explain: kept.explain, fade: kept.fade.map((f) => f.frame) }));
	const writer = createWriter(MODELS);
	codePictures(
		writer.code,
		kept.mask,
		kept.labels,
		kept.fade.map((f) => f.mask),
		Int8Array.from(kept.background, (v, i) => (v >> 1) - clean[i])
	);
	const body = writer.bytes();
	const out = new Uint8Array(8 + head.length + body.length);
	const view = new DataView(out.buffer);
	view.setUint32(0, out.length);
	view.setUint32(4, head.length);
	out.set(head, 8);
	out.set(body, 8 + head.length);
	return out;
}

/**
 * Opens what `packPictures` made; it is unpacked when it is first asked for, which takes as long as the whole recording
 * does. Throws at once when the file is cut short.
 */
export function openPictures(bytes: Uint8Array): () => PackedPictures {
	const length = bytes.length < 8 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
	if (bytes.length < 8 || bytes.length !== length) throw new Error('pictures: cut short');
	let unpacked: PackedPictures | undefined;
	return () => (unpacked ??= unpackPictures(bytes));
}

function unpackPictures(bytes: Uint8Array): PackedPictures {
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4);
	const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as {
		explain: number;
		fade: number[];
	};
	const empty = () => new Uint8Array(N);
	const [mask, labels] = [empty(), empty()];
	const beyond = new Int8Array(N);
	const fade = head.fade.map((frame) => ({ frame, mask: empty() }));
	codePictures(
		createReader(MODELS, bytes, 8 + length),
		mask,
		labels,
		fade.map((f) => f.mask),
		beyond
	);
	return { explain: head.explain, mask, labels, fade, beyond };
}
