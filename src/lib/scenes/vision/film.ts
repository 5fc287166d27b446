import film from '../../../generated/shower.json';
import { SENSOR_HEIGHT, SENSOR_WIDTH } from '../../camera/camera';
import type { Rect } from '../../picture/frame';
import { createReader } from '../../recording/bits';
import { codeMasks, MODELS } from './masks';
import type { Shower } from './shower';

/** What the program saw of the shower. */
export const FILM: Shower = film;

let masks: Uint8Array[] | null = null;

/** The kept masks, unpacked when the first is asked for. */
function opened(): Uint8Array[] {
	if (masks) return masks;
	const bytes = Uint8Array.from(atob(FILM.masks), (c) => c.charCodeAt(0));
	masks = FILM.frames.map(() => new Uint8Array(SENSOR_WIDTH * SENSOR_HEIGHT));
	codeMasks(createReader(MODELS, bytes, 0), masks);
	return masks;
}

const n = (v: number) => Math.round(10 * v) / 10;

/** The white of a kept mask as a path in the view; the last one is kept, for it is asked again and again. */
let kept: { key: string; d: string } = { key: '', d: '' };
export function maskPath(index: number, r: Rect): string {
	const key = [index, r.x, r.y, r.w].join();
	if (kept.key === key) return kept.d;
	const s = r.w / SENSOR_WIDTH;
	let d = '';
	const mask = opened()[index];
	for (let at = 0; at < mask.length; at++) {
		if (!mask[at]) continue;
		const x = at % SENSOR_WIDTH;
		let w = 1;
		while (x + w < SENSOR_WIDTH && mask[at + w]) w++;
		d += `M${n(r.x + x * s)} ${n(r.y + Math.floor(at / SENSOR_WIDTH) * s)}h${n(w * s)}v${n(s)}h${n(-w * s)}Z`;
		at += w - 1;
	}
	kept = { key, d };
	return d;
}
