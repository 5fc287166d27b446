import type { Alert, Moments, Track, Zone } from './types';

/** What is stored of one tracker identity: its boxes frame by frame from `from` on, in half pixels of the sensor. */
export interface TrackData extends Track {
	/** x, y, w, h for every frame from `from` to `to`; w = 0 where the tracker gave no box. */
	boxes: Int16Array;
}

export interface RecordingData {
	seed: number;
	fps: number;
	frames: number;
	seconds: number;
	tracks: TrackData[];
	alerts: Alert[];
	zones: Zone[];
	moments: Moments;
	stats: Record<string, number>;
}

/** A list of records as one list a field: like stands with like. A field that a record lacks is null. */
type Columns = Record<string, unknown[]>;
const toColumns = (rows: object[]): Columns => {
	const names = new Set(rows.flatMap((r) => Object.keys(r)));
	return Object.fromEntries(
		[...names].map((name) => [name, rows.map((r) => (r as Record<string, unknown>)[name] ?? null)])
	);
};
const toRows = <T>(columns: Columns): T[] => {
	const names = Object.keys(columns);
	return (columns[names[0]] ?? []).map(
		(_, i) => Object.fromEntries(names.flatMap((n) => (columns[n][i] === null ? [] : [[n, columns[n][i]]]))) as T
	);
};
/** Frames in a list as differences from the one before. */
const toSteps = (list: number[]): number[] => list.map((v, i) => v - (list[i - 1] ?? 0));
const fromSteps = (list: number[]): number[] => {
	let sum = 0;
	return list.map((v) => (sum += v));
};

const MAGIC = 0x52_4c_30_33; // "RL03"

/**
 * Packs a recording: a JSON head (everything small), when each track was seen, then all tracks' x, all their y, widths
 * and heights as zigzag varints of the differences from frame to frame. A general compressor then makes that small: like
 * stands with like, and a tracker's boxes tremble too much for second differences to pay. Boxes are rounded to half a
 * pixel by the caller.
 */
export function encode(data: RecordingData): Uint8Array {
	const { tracks, alerts, ...small } = data;
	const head = new TextEncoder().encode(
		JSON.stringify({
			...small,
			id: toSteps(tracks.map((t) => t.id)),
			from: toSteps(tracks.map((t) => t.from)),
			length: tracks.map((t) => t.to - t.from),
			person: tracks.map((t) => t.person),
			alerts: toColumns(alerts)
		})
	);
	const body: number[] = [];
	const put = (v: number) => {
		let z = v < 0 ? -2 * v - 1 : 2 * v;
		while (z > 127) {
			body.push((z & 127) | 128);
			z >>>= 7;
		}
		body.push(z);
	};
	for (const t of data.tracks) {
		const n = t.to - t.from + 1;
		// Runs of seen and unseen frames, seen first.
		let seen = true;
		let run = 0;
		const runs: number[] = [];
		for (let i = 0; i < n; i++) {
			const now = t.boxes[4 * i + 2] > 0;
			if (now !== seen) {
				runs.push(run);
				run = 0;
				seen = now;
			}
			run++;
		}
		runs.push(run);
		put(runs.length);
		runs.forEach(put);
	}
	for (let part = 0; part < 4; part++)
		for (const { boxes } of data.tracks) {
			let last = 0;
			for (let i = 0; i < boxes.length; i += 4) {
				if (boxes[i + 2] <= 0) continue;
				put(boxes[i + part] - last);
				last = boxes[i + part];
			}
		}
	const out = new Uint8Array(8 + head.length + body.length);
	const view = new DataView(out.buffer);
	view.setUint32(0, MAGIC);
	view.setUint32(4, head.length);
	out.set(head, 8);
	out.set(body, 8 + head.length);
	return out;
}

/** Unpacks what `encode` made. Throws on anything else, or on a file cut short. */
export function decode(bytes: Uint8Array): RecordingData {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 8 || view.getUint32(0) !== MAGIC) throw new Error('recording: not a recording of this version');
	const headEnd = 8 + view.getUint32(4);
	if (headEnd > bytes.length) throw new Error('recording: cut short');
	const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, headEnd))) as Omit<
		RecordingData,
		'tracks' | 'alerts'
	> & { id: number[]; from: number[]; length: number[]; person: number[]; alerts: Columns };
	const { id: ids, from: froms, length: lengths, person, alerts, ...small } = head;
	const from = fromSteps(froms);
	const known = fromSteps(ids).map((id, k): Track => ({
		id,
		from: from[k],
		to: from[k] + lengths[k],
		person: person[k]
	}));
	let at = headEnd;
	const get = (): number => {
		let z = 0;
		let shift = 0;
		for (;;) {
			if (at >= bytes.length) throw new Error('recording: cut short');
			const b = bytes[at++];
			z |= (b & 127) << shift;
			if (b < 128) break;
			shift += 7;
		}
		return z & 1 ? -(z + 1) / 2 : z / 2;
	};
	const seen = known.map((t) => {
		const frames = new Uint8Array(t.to - t.from + 1);
		const runs = get();
		let i = 0;
		for (let r = 0; r < runs; r++) for (let k = get(); k > 0; k--) frames[i++] = r % 2 ? 0 : 1;
		return frames;
	});
	const tracks = known.map((t, k): TrackData => ({ ...t, boxes: new Int16Array(4 * seen[k].length) }));
	for (let part = 0; part < 4; part++)
		tracks.forEach(({ boxes }, k) => {
			let last = 0;
			for (let i = 0; i < seen[k].length; i++) if (seen[k][i]) boxes[4 * i + part] = last += get();
		});
	return { ...small, alerts: toRows(alerts), tracks };
}
