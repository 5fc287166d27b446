import type { Sheets } from './dom';
import type { Host } from './host';
import type { Picture } from './messages';
import { createLayer } from './svg';

/** Puts pictures on a stage's sheets: drawing and marks of one picture reach the page together, so no box slips off its person. */
export function createFront(sheets: Sheets, turned?: (night: boolean) => void) {
	let layer = createLayer(sheets.svg);
	let night = false;
	/** The marks on stage are painted, not elements. */
	let flat = false;
	return {
		put(picture: Picture, host: Host | null): void {
			host?.put(picture.bitmap, picture.sheet);
			layer(picture.patches);
			if (!picture.place) return;
			if (picture.flat !== flat) sheets.box.classList.toggle('flat', (flat = picture.flat));
			if (picture.painted) sheets.box.classList.add('painted');
			if (picture.night > 0.5 !== night) turned?.((night = !night));
		},
		/** Begins anew on fresh canvases. */
		renew(): void {
			flat = false;
			sheets.renew();
			layer = createLayer(sheets.svg);
		}
	};
}
