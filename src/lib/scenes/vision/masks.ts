import { SENSOR_WIDTH } from '../../camera/camera';
import type { Coder } from '../../recording/bits';

/** Models that `codeMasks` needs: a pixel is foretold by five of its neighbours above and before, and by the mask before. */
export const MODELS = 64;

/** Codes masks of the sensor's pixels through a coder, in place: anything but 0 is white. */
export function codeMasks(code: Coder, masks: Uint8Array[]): void {
	const row = SENSOR_WIDTH;
	masks.forEach((mask, k) => {
		const white = (at: number) => (mask[at] ? 1 : 0);
		for (let at = 0; at < mask.length; at++) {
			const near =
				white(at - 1) |
				(white(at - 2) << 1) |
				(white(at - row) << 2) |
				(white(at - row - 1) << 3) |
				(white(at - row + 1) << 4);
			const model = near | ((masks[k - 1]?.[at] ? 1 : 0) << 5);
			mask[at] = code(model, mask[at] > 0) ? 1 : 0;
		}
	});
}
