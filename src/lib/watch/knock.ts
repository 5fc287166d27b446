import type { Tracks } from '../vision/index';

/** Notices a camera that was knocked and looks elsewhere, or light that changed for good: all of the scene differs, and stays so. */
export interface Knock {
	/**
	 * Reads a frame's foreground and its people; true when the scene has to be learned anew.
	 * @param mask without what is only lit otherwise: cameras set their exposure anew for whoever comes
	 */
	see(mask: Uint8Array, people: Tracks): boolean;
	restart(): void;
}

/** Cells to a side that the picture is divided into. */
const CELLS = 6;
/** Part of a cell that differs, and of the cells. */
const BUSY = 0.08;
const SPREAD = 0.55;
/** Area of boxes over that of what differs, from which it is people who make it differ. */
const PEOPLE = 0.75;
/** Seconds for which it must be so; and from a fresh start, the first in which it is not asked: beginnings are rough. */
const HELD = 1.6;
const CALM = 4;

export function createKnock(width: number, height: number, fps: number): Knock {
	const cells = new Int32Array(CELLS * CELLS);
	let held = 0;
	let frames = 0;
	return {
		see(mask, { count, w, h }) {
			frames++;
			cells.fill(0);
			let all = 0;
			for (let y = 0, i = 0; y < height; y++) {
				const row = Math.floor((y * CELLS) / height) * CELLS;
				for (let x = 0; x < width; x++, i++)
					if (mask[i]) {
						cells[row + Math.floor((x * CELLS) / width)]++;
						all++;
					}
			}
			let busy = 0;
			const least = (BUSY * width * height) / cells.length;
			for (let c = 0; c < cells.length; c++) if (cells[c] > least) busy++;
			let covered = 0;
			for (let k = 0; k < count; k++) covered += w[k] * h[k];
			held = busy > SPREAD * cells.length && covered < PEOPLE * all ? held + 1 : 0;
			return held > HELD * fps && frames > CALM * fps;
		},
		restart() {
			held = frames = 0;
		}
	};
}
