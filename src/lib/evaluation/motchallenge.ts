import { dropIgnored, tally, type Labelled, type Sequence, type Tally } from './metrics';

/** A file that cannot be read as what it should be; the message names file and line. */
export class FileError extends Error {}

/** One row of a MOTChallenge file. */
export interface Row {
	/** From 1. */
	frame: number;
	id: number;
	x: number;
	y: number;
	w: number;
	h: number;
	/** Score of a detection, or 0 for ground truth that does not count. */
	mark: number;
}

/** Rows of a MOTChallenge text. Throws FileError naming `file` and the line. */
export function parseRows(text: string, file: string): Row[] {
	const rows: Row[] = [];
	text.split('\n').forEach((line, i) => {
		if (!line.trim()) return;
		const v = line.split(',').map((s) => (s.trim() === '' ? NaN : Number(s)));
		const where = `${file}, line ${i + 1}`;
		if (v.length < 7) throw new FileError(`${where}: ${v.length} values where at least 7 are expected`);
		const bad = v.slice(0, 7).findIndex((n) => !Number.isFinite(n));
		if (bad >= 0) throw new FileError(`${where}: value ${bad + 1} is not a number ("${line.split(',')[bad].trim()}")`);
		const [frame, id, x, y, w, h, mark] = v;
		if (!Number.isInteger(frame) || frame < 1) throw new FileError(`${where}: frame ${frame} is not 1 or more`);
		if (!(w > 0 && h > 0)) throw new FileError(`${where}: a box of ${w} × ${h}`);
		rows.push({ frame, id, x, y, w, h, mark });
	});
	return rows;
}

export interface SequenceInfo {
	name: string;
	fps: number;
	frames: number;
	width: number;
	height: number;
}

/** The seqinfo.ini of a sequence. Throws FileError on a missing or malformed key. */
export function parseInfo(text: string, file: string): SequenceInfo {
	const values = new Map<string, { value: string; line: number }>();
	text.split('\n').forEach((line, i) => {
		const at = line.indexOf('=');
		if (at > 0) values.set(line.slice(0, at).trim(), { value: line.slice(at + 1).trim(), line: i + 1 });
		else if (line.trim() && !/^\s*[[;#]/.test(line)) throw new FileError(`${file}, line ${i + 1}: not "key=value"`);
	});
	const number = (key: string): number => {
		const found = values.get(key);
		if (!found) throw new FileError(`${file}, line 1: no ${key}`);
		const n = Number(found.value);
		if (!(n > 0)) throw new FileError(`${file}, line ${found.line}: ${key} is "${found.value}"`);
		return n;
	};
	return {
		name: values.get('name')?.value ?? '',
		fps: number('frameRate'),
		frames: number('seqLength'),
		width: number('imWidth'),
		height: number('imHeight')
	};
}

/** A sequence whose entries have a mark. */
export type Marked = (Labelled & { marks: number[] })[];

/** Rows as a sequence of `frames` frames; rows beyond are left out. */
export function toSequence(rows: Row[], frames: number): Marked {
	const sequence: Marked = Array.from({ length: frames }, () => ({ ids: [], boxes: [], marks: [] }));
	for (const r of rows) {
		if (r.frame > frames) continue;
		const at = sequence[r.frame - 1];
		at.ids.push(r.id);
		at.boxes.push(r.x, r.y, r.w, r.h);
		at.marks.push(r.mark);
	}
	return sequence;
}

/** Scores results against ground truth whose flag-0 rows do not count. */
export function compare(truth: Marked, results: Sequence): Tally {
	const left = dropIgnored(truth, results, (f, i) => truth[f].marks[i] !== 0);
	return tally(left.truth, left.results);
}

/** A MOTChallenge result file. */
export function writeResults(sequence: Sequence): string {
	const lines: string[] = [];
	sequence.forEach(({ ids, boxes }, f) =>
		ids.forEach((id, i) => {
			const box = boxes.slice(i * 4, i * 4 + 4).map((v) => v.toFixed(2));
			lines.push(`${f + 1},${id},${box.join(',')},1,-1,-1,-1`);
		})
	);
	return lines.join('\n') + (lines.length ? '\n' : '');
}
