import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, type RecordingData, type TrackData } from '../../src/lib/recording/codec';

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
