import { codeNumber, createReader, createWriter, NUMBER, type Coder } from './bits';
import type { Zone } from '../rules/index';
import type { Box } from '../watch/observation';
import type { Moments, RecordedAlert, Track } from './types';

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
	alerts: RecordedAlert[];
	zones: Zone[];
	moments: Moments;
	stats: Record<string, number>;
}

/** The box of a track at a frame, in pixels of the sensor; null where the tracker gave none. */
export function boxAt(t: TrackData, frame: number): Box | null {
	const i = 4 * (frame - t.from);
	if (i < 0 || frame > t.to || t.boxes[i + 2] <= 0) return null;
	return { id: t.id, x: t.boxes[i] / 2, y: t.boxes[i + 1] / 2, w: t.boxes[i + 2] / 2, h: t.boxes[i + 3] / 2 };
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

const MAGIC = 0x52_4c_30_34; // "RL04"

/** Fields in the order they are coded: x, width, y, height, each box's sides after what moves them. */
const ORDER = [0, 2, 1, 3];
/** Steps of the box that tell what the next one is likely to be, from −2 or below to 2 or above. */
const STEP = 5;
const kind = (step: number) => Math.max(-2, Math.min(2, step)) + 2;
/** Models: seen or not, by whether it was before; then, for each field, its first value, and its steps by three others. */
const SEEN = 0;
const FIRST = 2;
const STEPS = FIRST + 4 * NUMBER;
const MODELS = STEPS + 4 * STEP ** 3 * NUMBER;

/**
 * Codes the boxes of all tracks through a coder, in place: of every frame whether there is a box, and the steps of its four
 * fields from the box before. What a step is likely to be is learned from how the field moved the last two times and
 * how its partner (x and width, y and height) moved: most of what boxes do is tremble.
 */
function codeBoxes(code: Coder, tracks: TrackData[]): void {
	const last = [0, 0, 0, 0];
	const before = [0, 0, 0, 0];
	for (const { boxes } of tracks) {
		let previous = -1;
		last.fill(0);
		before.fill(0);
		for (let at = 0; at < boxes.length; at += 4) {
			if (!code(SEEN + (previous === at - 4 ? 1 : 0), boxes[at + 2] > 0)) continue;
			for (const f of ORDER) {
				if (previous < 0) {
					boxes[at + f] = codeNumber(code, FIRST + f * NUMBER, boxes[at + f]);
					continue;
				}
				const partner = last[f < 2 ? f + 2 : f - 2];
				const context = ((f * STEP + kind(partner)) * STEP + kind(last[f])) * STEP + kind(before[f]);
				const step = codeNumber(code, STEPS + context * NUMBER, boxes[at + f] - boxes[previous + f]);
				boxes[at + f] = boxes[previous + f] + step;
				before[f] = last[f];
				last[f] = step;
			}
			previous = at;
		}
	}
}

/**
 * Packs a recording: a JSON head (everything small), then the boxes, which are most of it, through a coder of their own:
 * a seventh smaller than what brotli makes of their differences. Boxes are rounded to half a pixel by the caller.
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
	const writer = createWriter(MODELS);
	codeBoxes(writer.code, tracks);
	const body = writer.bytes();
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
	const tracks = fromSteps(ids).map((id, k): TrackData => ({
		id,
		from: from[k],
		to: from[k] + lengths[k],
		person: person[k],
		boxes: new Int16Array(4 * (lengths[k] + 1))
	}));
	codeBoxes(createReader(MODELS, bytes, headEnd), tracks);
	return { ...small, alerts: toRows(alerts), tracks };
}
