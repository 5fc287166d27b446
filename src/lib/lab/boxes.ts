import { FileError, parseRows, type Row } from '../evaluation/motchallenge';

/** What another machine found, picture by picture: a MOTChallenge file of detections or results. */
export interface BoxFile {
	/** Of the pictures, as far as the boxes tell. */
	width: number;
	height: number;
	/** x, y, w, h and score of each box, frame by frame. */
	frames: number[][];
}

/** Why a file is none: what is wrong with its first bad line, or with all of it. */
export type BoxFault = { line: number } | { line: 0; what: 'empty' | 'huge' };

/** Frames, boxes in one, and pixels beyond which a file is refused. */
const MOST = { frames: 60_000, boxes: 400, pixels: 20_000 };

/** Bytes beyond which a file is not read. */
const LARGEST = 20e6;

/** Reads a file that a reader has chosen. */
export const openBoxes = async (file: Blob): Promise<BoxFile | BoxFault> =>
	file.size > LARGEST ? { line: 0, what: 'huge' } : readBoxes(await file.text());

/** Reads a MOTChallenge text. No text makes an exception. */
export function readBoxes(text: string): BoxFile | BoxFault {
	const rows: Row[] = [];
	const lines = text.split('\n');
	for (let i = 0; i < lines.length; i++)
		try {
			rows.push(...parseRows(lines[i], ''));
		} catch (error) {
			if (!(error instanceof FileError)) throw error;
			return { line: i + 1 };
		}
	if (!rows.length) return { line: 0, what: 'empty' };
	let [last, width, height] = [0, 0, 0];
	for (const { frame, x, y, w, h } of rows) {
		last = Math.max(last, frame);
		width = Math.max(width, x + w);
		height = Math.max(height, y + h);
	}
	if (last > MOST.frames || Math.max(width, height) > MOST.pixels) return { line: 0, what: 'huge' };
	const frames = Array.from({ length: last }, (): number[] => []);
	// Marks on another scale than 0 to 1 say nothing here; all boxes then count as sure.
	const scored = rows.every(({ mark }) => mark >= 0 && mark <= 1);
	for (const { frame, x, y, w, h, mark } of rows) frames[frame - 1].push(x, y, w, h, scored ? mark : 1);
	if (frames.some((boxes) => boxes.length > 5 * MOST.boxes)) return { line: 0, what: 'huge' };
	return { width: Math.max(32, Math.ceil(width)), height: Math.max(32, Math.ceil(height)), frames };
}
