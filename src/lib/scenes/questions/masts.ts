import { project, type Camera } from '../../camera/camera';
import { CREAM, POLE, ZINC } from '../../figure/colours';
import { drawn } from '../../figure/inks';
import type { Ink } from '../../picture/frame';

/** Masts drawn at most; above it one mast stands for several cameras, and the words say how many. */
export const MOST = 1000;

/** Cameras that one drawn mast stands for. */
export const camerasAMast = (cameras: number): number => Math.max(1, Math.ceil(cameras / MOST));

/** The n-th number of a sequence that fills 0 to 1 evenly (Halton, 1960). */
function halton(n: number, base: number): number {
	let f = 1;
	let r = 0;
	for (let i = n + 1; i > 0; i = Math.floor(i / base)) {
		f /= base;
		r += f * (i % base);
	}
	return r;
}

/** Where the masts stand on the square, metres, in the order they come; the same for every town. */
const PLACES: [number, number][] = Array.from({ length: MOST }, (_, i) => [
	-23 + 46 * halton(i, 2),
	5 + 20 * halton(i, 3) ** 0.75
]);

const HEIGHT = 4.4;
const spot = { u: 0, v: 0, k: 0 };

/** One mast for each camera of the town, planted on the square and seen through its camera, the far ones first. */
export function mastsInk(camera: Camera, cameras: number): Ink[] {
	const n = Math.min(MOST, Math.ceil(cameras / camerasAMast(cameras)));
	const order = PLACES.slice(0, n).sort((a, b) => b[1] - a[1]);
	const out: Ink[] = [];
	// Bands of depth, so that near masts stand before far ones and paths stay few.
	const bands = 8;
	for (let b = 0; b < bands; b++) {
		let [poles, bodies, hoods, shade] = ['', '', '', ''];
		let k0 = 0;
		for (let i = Math.floor((b * n) / bands); i < Math.floor(((b + 1) * n) / bands); i++) {
			const [x, y] = order[i];
			project(camera, x, y, 0, spot);
			const { u, v, k } = spot;
			if (u < -k * 2 || u > camera.width + k * 2) continue;
			k0 = k;
			const way = (Math.round(x * 7) & 1) === 0 ? 1 : -1;
			const w = 0.05 * k;
			const top = v - HEIGHT * k;
			const at = (a: number, c: number) => `${(u + way * a * k).toFixed(1)} ${(top + c * k).toFixed(1)}`;
			poles += `M${(u - w).toFixed(1)} ${v.toFixed(1)}V${top.toFixed(1)}H${(u + w).toFixed(1)}V${v.toFixed(1)}Z`;
			bodies += `M${at(-0.05, 0.22)}L${at(-0.78, 0.42)}L${at(-0.7, 0.68)}L${at(0.03, 0.47)}Z`;
			hoods += `M${at(0, 0.1)}L${at(-0.84, 0.34)}L${at(-0.81, 0.46)}L${at(0.04, 0.23)}Z`;
			shade += `M${u.toFixed(1)} ${v.toFixed(1)}l${(0.9 * k).toFixed(1)} ${(0.12 * k).toFixed(1)}l${(0.1 * k).toFixed(1)} ${(-0.07 * k).toFixed(1)}Z`;
		}
		if (!poles) continue;
		const width = Math.max(0.6, Math.min(1.6, k0 / 44));
		const paint = (d: string, fill: string) => drawn(d, fill, width, { opacity: 1 });
		out.push(
			{ type: 'shape', d: shade, fill: 'ink', opacity: 0.14 },
			// Poles darker than the cameras, so that a thousand still read as lines.
			paint(poles, POLE),
			paint(bodies, CREAM),
			paint(hoods, ZINC)
		);
	}
	return out;
}
