import film from '../../../generated/shower.json';
import { SENSOR_WIDTH } from '../../camera/camera';
import type { Rect } from '../../picture/frame';
import type { Shower } from './shower';

/** What the program saw of the shower. */
export const FILM: Shower = film;

const n = (v: number) => Math.round(10 * v) / 10;

/** The white of a kept mask as a path in the view; the last one is kept, for it is asked again and again. */
let kept: { key: string; d: string } = { key: '', d: '' };
export function maskPath(index: number, r: Rect): string {
	const key = [index, r.x, r.y, r.w].join();
	if (kept.key === key) return kept.d;
	const s = r.w / SENSOR_WIDTH;
	let d = '';
	let at = 0;
	FILM.masks[index].forEach((run, i) => {
		// White runs are the odd ones; one that goes on in the next row is cut there.
		for (let left = run; i % 2 && left > 0;) {
			const x = at % SENSOR_WIDTH;
			const w = Math.min(left, SENSOR_WIDTH - x);
			d += `M${n(r.x + x * s)} ${n(r.y + Math.floor(at / SENSOR_WIDTH) * s)}h${n(w * s)}v${n(s)}h${n(-w * s)}Z`;
			at += w;
			left -= w;
		}
		if (!(i % 2)) at += run;
	});
	kept = { key, d };
	return d;
}
