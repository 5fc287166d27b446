import { createSensor } from '../camera/sensor';
import { paintBackdrop, paintStreet } from '../drawing/street';
import type { Street } from '../street/types';
import type { Seen } from './masks';
import type { SensorSource } from './reader';

const W = 320;
const N = W * 180;

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
function likely(data: Uint8Array, i: number): number {
	const above = i >= W ? data[i - W] : 0;
	if (i % W === 0) return above;
	const left = data[i - 1];
	if (i < W) return left;
	const corner = data[i - W - 1];
	if (corner >= Math.max(left, above)) return Math.min(left, above);
	if (corner <= Math.min(left, above)) return Math.max(left, above);
	return left + above - corner;
}

/**
 * Packs masks and labels as runs, and the background in 128 greys, each as its difference from what is likely, so that
 * the pictures ship small. Twice as many greys would weigh half as much again and look the same.
 */
export function packPictures(kept: KeptPictures): Uint8Array {
	const head = new TextEncoder().encode(JSON.stringify({ explain: kept.explain, fade: kept.fade.map((f) => f.frame) }));
	const body: number[] = [];
	const runs = (data: Uint8Array) => {
		for (let i = 0; i < N;) {
			let n = 1;
			while (i + n < N && data[i + n] === data[i] && n < 255) n++;
			body.push(n, data[i]);
			i += n;
		}
	};
	runs(kept.mask);
	runs(kept.labels);
	for (const f of kept.fade) runs(f.mask);
	const greys = kept.background.map((v) => v >> 1);
	for (let i = 0; i < N; i++) body.push((greys[i] - likely(greys, i)) & 255);
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
	let at = 4 + length;
	const runs = (): Uint8Array => {
		const data = new Uint8Array(N);
		for (let i = 0; i < N;) {
			const n = bytes[at++];
			if (!n) throw new Error('sensor pictures: cut short');
			data.fill(bytes[at++], i, i + n);
			i += n;
		}
		return data;
	};
	const mask = runs();
	const labels = runs();
	const fade = head.fade.map((frame) => ({ frame, mask: runs() }));
	if (at + N > bytes.length) throw new Error('sensor pictures: cut short');
	const background = new Uint8Array(N);
	for (let i = 0; i < N; i++) background[i] = (bytes[at + i] + likely(background, i)) & 255;
	// 128 greys spread over 256: 0 stays 0, 127 becomes 255.
	for (let i = 0; i < N; i++) background[i] = (background[i] << 1) | (background[i] >> 6);
	return { explain: head.explain, mask, labels, fade, background };
}
