import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { follow } from '../../src/lib/evaluation/follow';
import { add, dropIgnored, scores, tally, type Sequence, type Tally } from '../../src/lib/evaluation/metrics';
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

	const counted = new Map<string, { late: Tally; online: Tally; sort: Tally }>();
	const count = (name: string) => {
		const known = counted.get(name);
		if (known) return known;
		const { truth, detections, fps } = load(name);
		const { late, online } = follow(detections, fps);
		const c = { late: compare(truth, late), online: compare(truth, online), sort: compare(truth, sort(detections)) };
		counted.set(name, c);
		return c;
	};
	const over = (which: 'late' | 'online', names: string[]) => {
		const ours = scores(add(names.map((n) => count(n)[which])));
		const theirs = scores(add(names.map((n) => count(n).sort)));
		return { mota: ours.mota / theirs.mota, idf1: ours.idf1 / theirs.idf1, hota: ours.hota / theirs.hota };
	};
	const names = Object.keys(PUBLISHED);

	it('our tracker alone, a second late, beats SORT on the same boxes, whichever sequence is left out', () => {
		const all = over('late', names);
		expect(all.mota).toBeGreaterThan(1.18);
		expect(all.idf1).toBeGreaterThan(1.13);
		expect(all.hota).toBeGreaterThan(1.1);
		for (const left of names) {
			const some = over(
				'late',
				names.filter((n) => n !== left)
			);
			expect(some.mota, left).toBeGreaterThan(1.1);
			expect(some.idf1, left).toBeGreaterThan(1.08);
			expect(some.hota, left).toBeGreaterThan(1.05);
		}
	});

	it('beats it without delay too', () => {
		const all = over('online', names);
		expect(all.mota).toBeGreaterThan(1.05);
		expect(all.idf1).toBeGreaterThan(1.05);
		expect(all.hota).toBeGreaterThan(1.02);
	});
});

describe('the tracker alone', () => {
	/** A walker's box each frame, from `from` to `to`; what `score` gives is the mark, 0 no box. */
	const walker = (count: number, score: (f: number) => number) =>
		Array.from({ length: count }, (_, f) => {
			const s = score(f);
			return s
				? { ids: [-1], boxes: [100 + 3 * f, 50 + (f % 2), 40, 100], marks: [s] }
				: { ids: [], boxes: [], marks: [] };
		});

	it('fills a short gap between two boxes seen, and says nothing before the first or after the last', () => {
		const { late, online } = follow(
			walker(60, (f) => (f < 10 || f > 49 || (f > 24 && f < 30) ? 0 : 0.99)),
			10
		);
		expect(late.map((f) => f.ids.length)).toEqual(Array.from({ length: 60 }, (_, f) => (f < 10 || f > 49 ? 0 : 1)));
		expect(new Set(late.flatMap((f) => f.ids)).size).toBe(1);
		expect(late[27].boxes[0]).toBeCloseTo(100 + 3 * 27, 0);
		// At once, nothing is known of a gap's end, nor who is seen for the first time.
		expect([10, 26, 55].map((f) => online[f].ids.length)).toEqual([0, 0, 0]);
		expect(online[20].ids.length).toBe(1);
	});

	it('does not believe who is seen unsurely, and takes marks on another scale for no marks', () => {
		expect(
			follow(
				walker(40, () => 0.8),
				10
			).late.flatMap((f) => f.ids)
		).toEqual([]);
		expect(
			follow(
				walker(40, () => 37),
				10
			).late.every((f) => f.ids.length === 1)
		).toBe(true);
	});

	it('says nothing of a frame that depends on more than a second after it', () => {
		const full = walker(80, (f) => (f % 9 === 4 || (f > 40 && f < 45) ? 0 : 0.8 + 0.19 * ((f * 7) % 10 < 8 ? 1 : 0)));
		const all = follow(full, 10).late;
		for (let end = 15; end < 80; end++) {
			const known = follow(full.slice(0, end), 10).late;
			for (let f = 0; f + 11 <= end; f++) expect(known[f], `frame ${f} of ${end}`).toEqual(all[f]);
		}
	});
});
