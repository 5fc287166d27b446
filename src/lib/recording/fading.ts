import { FPS, SENSOR_HEIGHT, SENSOR_WIDTH } from '../camera/camera';
import type { Truth } from '../street/truth';
import { copyOf } from './seen';

/** Frames between two pictures of the fading person. */
const EVERY = 6;

/** How the background swallows somebody who sits still. */
export interface Fading {
	/** Whether enough has been seen. */
	readonly done: boolean;
	see(frame: number, mask: Uint8Array, where: Truth): void;
	/** A square around where they sit, feet near its foot. */
	readonly crop: { x: number; y: number; w: number; h: number };
	/** From sitting down to a fifth of the first share. */
	seconds(): number;
	/** Six masks at most, evenly spread. */
	pictures(): { frame: number; mask: Uint8Array }[];
}

/** Watches the plain program forget somebody who sits still: their share of its mask, and a picture now and then. */
export function followFading(): Fading {
	const share: number[] = [];
	const masks: { frame: number; mask: Uint8Array }[] = [];
	const crop = { x: 0, y: 0, w: 0, h: 0 };
	const gone = () => {
		const most = Math.max(...share.slice(0, 25));
		return share.findIndex((v, i) => i > 12 && v < 0.2 * most);
	};
	const fading = {
		crop,
		done: false,
		see(frame: number, mask: Uint8Array, t: Truth): void {
			if (share.length === 0) {
				crop.w = crop.h = 34;
				crop.x = Math.max(0, Math.min(SENSOR_WIDTH - crop.w, Math.round(t.x + t.w / 2 - crop.w / 2)));
				crop.y = Math.max(0, Math.min(SENSOR_HEIGHT - crop.h, Math.round(t.y + t.h - crop.h + 6)));
			}
			let on = 0;
			let all = 0;
			for (let v = Math.max(0, Math.floor(t.y)); v < Math.min(SENSOR_HEIGHT, t.y + t.h); v++)
				for (let u = Math.max(0, Math.floor(t.x)); u < Math.min(SENSOR_WIDTH, t.x + t.w); u++) {
					all++;
					on += mask[v * SENSOR_WIDTH + u] ? 1 : 0;
				}
			if (share.length % EVERY === 0) masks.push({ frame, mask: copyOf(mask) });
			share.push(all ? on / all : 0);
			fading.done = (share.length > 40 && gone() >= 0) || share.length > 400;
		},
		seconds: () => (gone() < 0 ? share.length : gone()) / FPS,
		pictures() {
			const n = Math.min(6, masks.length);
			return Array.from({ length: n }, (_, i) => masks[Math.round((i * (masks.length - 1)) / Math.max(1, n - 1))]);
		}
	};
	return fading;
}
