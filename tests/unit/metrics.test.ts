import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { follow } from '../../src/lib/evaluation/follow';
import { add, dropIgnored, scores, tally, type Sequence } from '../../src/lib/evaluation/metrics';
import {
	compare,
	FileError,
	parseInfo,
	parseRows,
	toSequence,
	writeResults
} from '../../src/lib/evaluation/motchallenge';
import { sort } from '../../src/lib/evaluation/sort';

/** One box a frame for each [id, x] given. */
const frames = (...all: [number, number][][]): Sequence =>
	all.map((f) => ({ ids: f.map(([id]) => id), boxes: f.flatMap(([, x]) => [x, 0, 10, 20]) }));

describe('metrics on cases worked by hand', () => {
	it('gives a perfect tracker 1', () => {
		const truth = frames([[1, 0]], [[1, 2]], [[1, 4]]);
		expect(scores(tally(truth, truth))).toMatchObject({ mota: 1, idf1: 1, hota: 1, switches: 0 });
	});

	it('counts a switch once, where the identity changes', () => {
		const truth = frames([[1, 0]], [[1, 0]], [[1, 0]], [[1, 0]]);
		const results = frames([[7, 0]], [[7, 0]], [[8, 0]], [[8, 0]]);
		const s = scores(tally(truth, results));
		expect(s.switches).toBe(1);
		expect(s.mota).toBeCloseTo(1 - 1 / 4);
		// Identity: the best single identity explains two of four frames.
		expect(s.idf1).toBeCloseTo((2 * 2) / 8);
		// HOTA: DetA 1; each hit has association accuracy 2 / (4 + 2 - 2).
		expect(s.hota).toBeCloseTo(Math.sqrt(0.5));
	});

	it('counts misses and false positives', () => {
		const truth = frames([[1, 0]], [[1, 0]]);
		const results = frames(
			[
				[1, 0],
				[2, 100]
			],
			[]
		);
		const s = scores(tally(truth, results));
		expect([s.hits, s.misses, s.falsePositives]).toEqual([1, 1, 1]);
		expect(s.mota).toBeCloseTo(0);
		expect(s.idf1).toBeCloseTo(2 / 4);
	});

	it('keeps a pair that was together, even if another overlaps more', () => {
		const truth = frames([[1, 0]], [[1, 0]]);
		const results = frames(
			[[1, 0]],
			[
				[1, 2],
				[2, 0]
			]
		);
		expect(scores(tally(truth, results)).switches).toBe(0);
	});

	it('matches at an overlap of one half and not below', () => {
		// Boxes ten wide: 10/3 apart share half of what they cover.
		expect(scores(tally(frames([[1, 0]]), frames([[1, 3.3]]))).hits).toBe(1);
		expect(scores(tally(frames([[1, 0]]), frames([[1, 3.4]]))).hits).toBe(0);
	});

	it('takes out truth that does not count together with what it matched', () => {
		const truth = frames([
			[1, 0],
			[2, 50]
		]);
		const results = frames([
			[5, 0],
			[6, 50],
			[7, 100]
		]);
		const left = dropIgnored(truth, results, (_, i) => i !== 1);
		expect(left.truth[0].ids).toEqual([1]);
		expect(left.results[0].ids).toEqual([5, 7]);
	});

	it('adds sequences before making scores of them', () => {
		const truth = frames([[1, 0]]);
		const none = frames([]);
		expect(scores(add([tally(truth, truth), tally(truth, none)])).mota).toBeCloseTo(0.5);
		expect(scores(tally(none, none)).idf1).toBe(1);
	});
});

describe('MOTChallenge files', () => {
	it('names file and line of what it cannot read', () => {
		expect(() => parseRows('1,-1,0,0,10,20,1\n2,-1,0,zero,10,20,1\n', 'det.txt')).toThrow('det.txt, line 2');
		expect(() => parseRows('1,-1,0,0\n', 'det.txt')).toThrow(FileError);
		expect(() => parseRows('1,-1,0,0,-3,20,1\n', 'det.txt')).toThrow('line 1');
		expect(() => parseInfo('[Sequence]\nname=A\nframeRate=x\n', 'seqinfo.ini')).toThrow('seqinfo.ini, line 3');
		expect(() => parseInfo('[Sequence]\nname=A\n', 'seqinfo.ini')).toThrow('no frameRate');
	});

	it('writes what it can read again', () => {
		const s = frames([[1, 0]], [], [[2, 5.25]]);
		const again = toSequence(parseRows(writeResults(s), 'x'), 3);
		expect(again.map((f) => f.ids)).toEqual([[1], [], [2]]);
		expect(again[2].boxes).toEqual([5.25, 0, 10, 20]);
	});
});

const DATA = '../shared/data/mot15';
const PUBLISHED = {
	'TUD-Stadtmitte': [71.7, 73.5, 53.0],
	'ETH-Bahnhof': [50.4, 62.9, 47.1],
	'ADL-Rundle-6': [38.1, 43.4, 34.3],
	'KITTI-13': [19.4, 43.8, 28.0]
};

describe.skipIf(!existsSync(DATA))('on MOT15 training sequences', () => {
	const load = (name: string) => {
		const read = (file: string) => readFileSync(`${DATA}/${name}/${file}`, 'utf8');
		const info = parseInfo(read('seqinfo.ini'), 'seqinfo.ini');
		return {
			fps: info.fps,
			detections: toSequence(parseRows(read('det_sort_frcnn.txt'), 'det'), info.frames),
			truth: toSequence(parseRows(read('gt.txt'), 'gt'), info.frames)
		};
	};

	it.each(Object.entries(PUBLISHED))('plain SORT has its known scores on %s', (name, [mota, idf1, hota]) => {
		const { detections, truth } = load(name);
		const s = scores(compare(truth, sort(detections)));
		expect(Math.abs(s.mota * 100 - mota)).toBeLessThan(0.3);
		expect(Math.abs(s.idf1 * 100 - idf1)).toBeLessThan(0.3);
		expect(Math.abs(s.hota * 100 - hota)).toBeLessThan(0.3);
	});

	it('our tracker alone beats SORT on the same boxes', () => {
		const all = Object.keys(PUBLISHED).map(load);
		const ours = scores(add(all.map((q) => compare(q.truth, follow(q.detections, q.fps)))));
		const theirs = scores(add(all.map((q) => compare(q.truth, sort(q.detections)))));
		expect(ours.mota / theirs.mota).toBeGreaterThan(1.05);
		expect(ours.idf1 / theirs.idf1).toBeGreaterThan(1.05);
		expect(ours.hota / theirs.hota).toBeGreaterThan(1.02);
	});
});
