import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENSOR_PIXELS, SENSOR_WIDTH } from '../../src/lib/camera/camera';
import { codeNumber, createReader, createWriter, NUMBER } from '../../src/lib/recording/bits';
import { decode, encode, type RecordingData, type TrackData } from '../../src/lib/recording/codec';
import { addGreys, openPictures, packPictures, type KeptPictures } from '../../src/lib/recording/sensor';
import { codeMasks, MODELS } from '../../src/lib/scenes/vision/masks';

const nothing = { merge: null, ghost: null, switch: null, fade: null, explain: 0 };
const wrap = (tracks: TrackData[]): RecordingData => ({
	seed: 1,
	fps: 12.5,
	frames: 100,
	seconds: 8,
	tracks,
	alerts: [
		{ rule: 'loitering', preset: 'axxon', frame: -3, track: 1, value: 30.4, threshold: 30, zone: 'place', person: 2 },
		{ rule: 'crowd', frame: 40, track: 0, value: 6, threshold: 5, zone: 'corner', person: -1 }
	],
	zones: [],
	moments: nothing,
	stats: { people: 3 }
});

const track = fc.array(
	fc.record({
		seen: fc.boolean(),
		x: fc.integer({ min: -200, max: 800 }),
		y: fc.integer({ min: -50, max: 400 }),
		w: fc.integer({ min: 1, max: 300 }),
		h: fc.integer({ min: 1, max: 300 })
	}),
	{ minLength: 1, maxLength: 60 }
);

describe('bits', () => {
	it('read as they were written, under any models', () => {
		const item = fc.record({ model: fc.integer({ min: 0, max: 2 }), value: fc.integer({ min: -60_000, max: 60_000 }) });
		fc.assert(
			fc.property(fc.array(item), (items) => {
				const writer = createWriter(3 * NUMBER);
				for (const { model, value } of items) expect(codeNumber(writer.code, model * NUMBER, value)).toBe(value);
				const read = createReader(3 * NUMBER, writer.bytes(), 0);
				for (const { model, value } of items) expect(codeNumber(read, model * NUMBER, 0)).toBe(value);
			})
		);
	});
	it('cost little where they are expected, and about their number where they are not', () => {
		const writer = createWriter(2);
		for (let i = 0; i < 8000; i++) writer.code(0, false);
		expect(writer.bytes().length).toBeLessThan(20);
		let noise = 1;
		for (let i = 0; i < 8000; i++) writer.code(1, (noise = (noise * 48271) % 2147483647) % 2 === 0);
		expect(writer.bytes().length).toBeLessThan(1030);
	});
});

describe('pictures', () => {
	const N = SENSOR_PIXELS;
	const few = (seed: number, most: number) => Uint8Array.from({ length: N }, (_, i) => ((i * seed) % 97) % (most + 1));
	const kept: KeptPictures = {
		explain: 812,
		mask: few(5, 1),
		labels: few(11, 250),
		background: Uint8Array.from({ length: N }, (_, i) => (i * 7 + (i % SENSOR_WIDTH)) & 255),
		fade: [{ frame: 3, mask: few(3, 1) }]
	};
	const clean = few(13, 127);
	it('come back as they were, the background within one grey of 255', () => {
		const { beyond, ...back } = openPictures(packPictures(kept, clean))();
		expect({ ...back, background: kept.background }).toEqual(kept);
		const background = addGreys(clean, beyond);
		expect(Math.max(...background.map((v, i) => Math.abs(v - kept.background[i])))).toBeLessThanOrEqual(1);
	});
	it('refuse a file cut short', () => {
		const bytes = packPictures(kept, clean);
		expect(() => openPictures(bytes.subarray(0, bytes.length - 1))).toThrow('cut short');
	});
});

describe('masks of a chapter film', () => {
	it('come back pixel by pixel, the first and the last of a row too', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(SENSOR_PIXELS - 1), { maxLength: 40 }), (whites) => {
				const masks = [0, 1, 2].map((k) => {
					const mask = new Uint8Array(SENSOR_PIXELS);
					for (const at of [...whites, SENSOR_WIDTH - 1, SENSOR_WIDTH]) mask[(at + k) % SENSOR_PIXELS] = 1;
					return mask;
				});
				const writer = createWriter(MODELS);
				codeMasks(
					writer.code,
					masks.map((mask) => mask.slice())
				);
				const read = masks.map(() => new Uint8Array(SENSOR_PIXELS));
				codeMasks(createReader(MODELS, writer.bytes(), 0), read);
				expect(read).toEqual(masks);
			}),
			{ numRuns: 8 }
		);
	});
});

describe('codec', () => {
	it('gives back what it was given', () => {
		fc.assert(
			fc.property(fc.array(track, { maxLength: 6 }), (all) => {
				const tracks = all.map((frames, id): TrackData => {
					const boxes = new Int16Array(frames.length * 4);
					frames.forEach((f, i) => f.seen && boxes.set([f.x, f.y, f.w, f.h], 4 * i));
					return { id, from: 10, to: 10 + frames.length - 1, person: -1, boxes };
				});
				expect(decode(encode(wrap(tracks)))).toEqual(wrap(tracks));
			})
		);
	});
	it('refuses what is not a recording, or is cut short', () => {
		const boxes = Int16Array.from({ length: 400 }, (_, i) => i * 7);
		const bytes = encode(wrap([{ id: 1, from: 0, to: 99, person: 2, boxes }]));
		expect(() => decode(bytes.subarray(0, bytes.length - 3))).toThrow('cut short');
		expect(() => decode(new Uint8Array(40))).toThrow('not a recording');
		expect(() => decode(new Uint8Array(3))).toThrow('not a recording');
	});
});
