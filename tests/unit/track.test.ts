import { describe, expect, it } from 'vitest';
import { createTracker, PEOPLE, type Tracker } from '../../src/lib/vision/track';
import { BANDS, createDetections, type Detections } from '../../src/lib/vision/types';

const RED = [180, 40, 40];
const GREEN = [40, 150, 60];

/** A box 8 pixels wide and 20 tall round `x`, in clothes of one colour. */
function show(boxes: Detections, x: number, colour: readonly number[]): void {
	const i = boxes.count++;
	boxes.x[i] = x - 4;
	boxes.y[i] = 80;
	boxes.w[i] = 8;
	boxes.h[i] = 20;
	boxes.score[i] = 0.7;
	boxes.hint[i] = -1;
	for (let k = 0; k < BANDS * 3; k++) boxes.colour[i * BANDS * 3 + k] = colour[k % 3];
}

const people = () => createTracker({ ...PEOPLE, most: 8, detections: 8, fps: 12.5 });

/** Who is seen in each of `frames`, where `at` gives the boxes of a frame. */
function follow(
	tracker: Tracker,
	frames: number,
	at: (frame: number) => [x: number, colour: readonly number[]][]
): number[][] {
	const boxes = createDetections(8);
	return Array.from({ length: frames }, (_, f) => {
		boxes.count = 0;
		for (const [x, colour] of at(f)) show(boxes, x, colour);
		tracker.predict();
		tracker.associate(boxes);
		tracker.update();
		return Array.from(tracker.tracks.id.slice(0, tracker.tracks.count));
	});
}

describe('who was lost', () => {
	const walk = (f: number) => 20 + 1.2 * f;
	/** Behind a wall for three seconds; at its edge only a part is seen, which seems to stop. */
	const behind = (f: number) => (f < 40 ? walk(f) : f < 48 ? walk(40) + 0.1 * (f - 40) : f < 86 ? undefined : walk(f));

	it('is found again where their usual pace has taken them', () => {
		const seen = follow(people(), 100, (f) => {
			const x = behind(f);
			return x === undefined ? [] : [[x, RED]];
		});
		expect(seen[39]).toEqual(seen[20]);
		expect(seen[60]).toEqual([]);
		expect(seen[99]).toEqual(seen[20]);
	});

	it('is not whoever comes out in other clothes', () => {
		const seen = follow(people(), 100, (f) => {
			const x = behind(f);
			return x === undefined ? [] : [[x, f < 50 ? RED : GREEN]];
		});
		expect(seen[99]).toHaveLength(1);
		expect(seen[99]).not.toEqual(seen[20]);
	});

	it('is not a thing left near by', () => {
		const seen = follow(people(), 80, (f) => (f < 40 ? [[walk(f), RED]] : f < 50 ? [] : [[walk(50) - 9, RED]]));
		expect(seen[39]).toHaveLength(1);
		expect(seen[79]).toEqual([]);
	});

	it('is forgotten after the memory’s five seconds', () => {
		const seen = follow(people(), 140, (f) => (f < 40 || f > 110 ? [[walk(f), RED]] : []));
		expect(seen[139]).toHaveLength(1);
		expect(seen[139]).not.toEqual(seen[20]);
	});

	it('leaves alone whoever was seen beside them', () => {
		const seen = follow(people(), 80, (f) => {
			const beside: [number, readonly number[]] = [walk(f) + 14, RED];
			return f < 40 ? [[walk(f), RED], beside] : [beside];
		});
		expect(seen[79]).toEqual(seen[39].slice(1));
	});
});
