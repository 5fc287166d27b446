import type { Finding } from '../rules/index';
import type { Running } from './messages';

/** How an alert was, in the reader's eyes. */
export type Mark = 'right' | 'wrong' | 'nothing';
export const MARKS: readonly Mark[] = ['right', 'wrong', 'nothing'];

/** An alert with all that is known of it. */
export interface Row {
	key: string;
	machine: Running;
	finding: Finding;
	/** Seconds of the source. */
	time: number;
	/** What the picture showed. */
	still: HTMLCanvasElement | null;
	who: { key: string; reason: string } | null;
	mark: Mark | null;
}

/** Alerts kept, and those of them that keep their stills: a picture weighs more than all the rest. */
const ROWS = 500;
const STILLS = 100;
/** Pixels of a still. */
const STILL = { width: 128, height: 96 };

export const keyOf = (machine: Running, { rule, zone, track, frame, threshold }: Finding): string =>
	[machine, rule, zone, track, frame, threshold].join('-');

/** Rows and newer ones, as many as are kept. */
export function joined(rows: readonly Row[], newer: readonly Row[]): Row[] {
	const all = [...rows, ...newer].slice(-ROWS);
	const old = all.length - STILLS;
	return all.map((row, i) => (i < old && row.still ? { ...row, still: null } : row));
}

/** Parts of the marked rows, in percent; null while none is marked. */
export function shares(rows: readonly Pick<Row, 'mark'>[]): Record<Mark | 'n', number> | null {
	const n = rows.filter((r) => r.mark).length;
	const part = (mark: Mark) => Math.round((100 * rows.filter((r) => r.mark === mark).length) / n);
	return n ? { right: part('right'), wrong: part('wrong'), nothing: part('nothing'), n } : null;
}

/** What a canvas shows round a box, or all of it. `scale`: canvas pixels in one of the box's. */
export function cut(
	canvas: HTMLCanvasElement,
	scale: number,
	box?: { x: number; y: number; w: number; h: number }
): HTMLCanvasElement {
	const still = Object.assign(document.createElement('canvas'), STILL);
	const { x, y, w, h } = box ?? { x: 0, y: 0, w: canvas.width / scale, h: canvas.height / scale };
	const side = Math.max(w / 4, h / 3) * 1.25 * scale;
	const [cx, cy] = [(x + w / 2) * scale, (y + h / 2) * scale];
	still
		.getContext('2d')!
		.drawImage(canvas, cx - 2 * side, cy - 1.5 * side, 4 * side, 3 * side, 0, 0, STILL.width, STILL.height);
	return still;
}
