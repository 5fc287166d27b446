import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import found from '../../src/generated/learned.json';
import { SENSOR_HEIGHT, SENSOR_WIDTH } from '../../src/lib/camera/camera';
import { createSensor } from '../../src/lib/camera/sensor';
import { createStreetPainter } from '../../src/lib/drawing/street';
import { reads } from '../../src/lib/scenes/vision/scene';
import { BY_GROUP, FIRST, guessesAt, judged, SEEN } from '../../src/lib/scenes/vision/guesses';
import { packGuesses, unpackGuesses, type Guess } from '../../src/lib/scenes/vision/packed';
import { SCORES, USUAL } from '../../src/lib/scenes/vision/score';
import { createNetwork } from '../../src/lib/vision/detect/learned/index';
import { flat, framesOf, names, recording, words } from '../kit';
import { NETWORK } from '../network';

const at = framesOf('vision');
const step = (name: string) => names.vision.indexOf(name) + 1;

describe('packed boxes', () => {
	const box = (x: number, sure: number) => ({ x, y: 40, w: 20, h: 60, sure });
	const bare = (pictures: Guess[][]) =>
		pictures.map((p) => p.map(({ id: _, ...rest }) => rest).sort((a, b) => a.x - b.x));

	it('come out as they went in, and keep their keys while they overlap', () => {
		const pictures = [[box(10, 80), box(300, 41)], [box(13, 79)], [box(200, 55), box(16, 82)], []];
		const out = unpackGuesses(packGuesses(pictures), pictures.length);
		expect(bare(out)).toEqual(pictures.map((p) => [...p].sort((a, b) => a.x - b.x)));
		expect(out[1][0].id).toBe(out[0].find((g) => g.x === 10)!.id);
		expect(out[2].find((g) => g.x === 16)!.id).toBe(out[0].find((g) => g.x === 10)!.id);
	});

	it('are refused when they are cut short', () => {
		const text = packGuesses([[box(10, 80), box(300, 41)]]);
		expect(() => unpackGuesses(text.slice(0, 4), 1)).toThrow(/cut short/);
	});

	it('weigh less than three kilobytes with all that goes with them', () => {
		expect(JSON.stringify(found).length).toBeLessThan(3072);
	});
});

describe('the boxes of the story', () => {
	const network = createNetwork(readFileSync(NETWORK));
	const [width, height] = [2 * SENSOR_WIDTH, 2 * SENSOR_HEIGHT];
	const sensor = createSensor({
		street: recording.street,
		paint: createStreetPainter(),
		seed: recording.seed,
		width,
		height
	});
	/** Boxes of the real network at a frame of the street, in whole pixels of what it is given. */
	function look(frame: number, least: number) {
		sensor.expose(frame);
		const { count, x, y, w, h, score } = network.detect(
			{ rgb: sensor.rgb, width, height },
			{ threshold: least / 100, input: { width: 640, height: 384 } }
		);
		return Array.from({ length: count }, (_, i) => ({
			x: Math.round(x[i]),
			y: Math.round(y[i]),
			w: Math.round(w[i]),
			h: Math.round(h[i]),
			sure: Math.floor(100 * score[i])
		}));
	}
	const sorted = (boxes: Omit<Guess, 'id'>[]) => boxes.map(({ x, y, w, h, sure }) => [x, y, w, h, sure].join()).sort();

	it('are what the network says of a frame on the way, and of the frame explained', () => {
		const { explain } = recording.moments;
		expect(found.from, 'made of another recording: npm run generate').toBe(explain);
		const later = explain + 17 * found.every;
		expect(sorted(guessesAt(later))).toEqual(sorted(look(later, USUAL).filter((b) => b.sure >= USUAL)));
		// Between two pictures it says what it said last.
		expect(guessesAt(later + 1)).toEqual(guessesAt(later));
		expect(sorted(FIRST)).toEqual(sorted(look(explain, SCORES.least)));
	}, 60_000);
});

describe('the score that will do', () => {
	const LEVELS = Array.from({ length: 81 }, (_, i) => SCORES.least + i);

	it('takes boxes away as it rises, and adds none', () => {
		const kept = LEVELS.map((t) => judged(t).boxes.map((b) => b.id));
		kept.slice(1).forEach((ids, i) => expect(kept[i]).toEqual(expect.arrayContaining(ids)));
		expect(kept[0].length).toBeGreaterThan(kept[30].length);
		expect(kept[80].length).toBe(0);
	});

	it('counts each box once, and everybody in sight as found or not', () => {
		for (const t of LEVELS) {
			const { boxes, somebody, nobody, missed } = judged(t);
			expect(somebody + nobody).toBe(boxes.length);
			const found = new Set(boxes.map((b) => b.on));
			expect(missed.length).toBe(SEEN.filter((p) => !found.has(p)).length);
			expect(reads!(recording, { 'vision.sure': t })).toEqual({
				somebody,
				nobody,
				missed: missed.length,
				all: SEEN.length
			});
		}
	});

	it.each([20, USUAL, 60])('of %i draws so many boxes and dashes, and says so', (t) => {
		const frame = at(step('sureness'), 0.62, undefined, { params: { 'vision.sure': t } });
		const { boxes, somebody, nobody, missed } = judged(t);
		const keys = [...flat(frame.marks)].map(({ mark }) => mark.key);
		// At this width nobody of the sensor's picture is off the stage but those at its edges.
		expect(keys.filter((k) => /^guess-\d+$/.test(k)).length).toBeLessThanOrEqual(boxes.length);
		expect(keys.filter((k) => k.startsWith('missed-')).length).toBeLessThanOrEqual(missed.length);
		expect(words(frame).join(' ')).toContain(`${boxes.length} boîtes. ${somebody} sur quelqu’un, ${nobody} à côté`);
	});
});

describe('the two pictures', () => {
	it('show the same frame, each with its own machine’s boxes', () => {
		const { ink, marks } = at(step('two-machines'), 0.62);
		const streets = ink.filter((i) => i.type === 'street');
		expect(streets.map((i) => i.at)).toEqual([recording.moments.explain, recording.moments.explain]);
		const count = (group: string, key: RegExp) => {
			const own = marks.find((m) => m.key === group);
			return own?.type === 'group' ? own.children.filter((m) => key.test(m.key)).length : 0;
		};
		expect(count('ours', /^box-/)).toBe(recording.boxesAt(recording.moments.explain).length);
		expect(count('theirs', /^guess-\d+$/)).toBe(guessesAt(recording.moments.explain).length);
	});

	it('run on together while the reader reads', () => {
		const times = at(step('two-machines'), 0.62, undefined, { life: 2 }).ink.flatMap((i) =>
			i.type === 'street' ? [i.at] : []
		);
		expect(times[0]).toBe(times[1]);
		expect(times[0]).toBeGreaterThan(recording.moments.explain);
	});
});

describe('whom either machine misses', () => {
	it('is a share of those who could be seen', () => {
		for (const [all, ours, theirs] of Object.values(BY_GROUP)) {
			expect(all).toBeGreaterThan(50);
			expect(Math.max(ours, theirs)).toBeLessThanOrEqual(all);
		}
		const { says } = at(step('blind-spots'), 0.62);
		const [all, ours, theirs] = BY_GROUP.far;
		expect(says).toContain(
			`le nôtre ${Math.round((100 * ours) / all)} %, le réseau ${Math.round((100 * theirs) / all)} %`
		);
	});
});
