import { clockMarks } from '../../figure/boxes';
import { letter, measure } from '../../figure/text';
import { box, faded, slip } from '../../figure/marks';
import type { Mark, SceneContext, View } from '../../picture/frame';
import type { Explained } from './explained';
import type { Strip } from './sensor';

export const sizeOf = ({ phone }: View): number => (phone ? 12 : 14);

/** Left edge and foot of the letters of what is said over pixels: no card is there, nor the viewfinder's corner. */
function cornerOf({ portrait, height, free, phone, shape }: View): { x: number; y: number } {
	if (phone) return { x: 8, y: portrait ? height - 18 : free.y + 8 };
	return shape === 'tall' ? { x: free.x + 8, y: free.y + 38 } : { x: free.x, y: free.y + 8 };
}

/** Words in the machine's hand from `x` on, on a strip of paper that is `pad` wider on either side. */
export function strip(key: string, x: number, y: number, size: number, text: string, pad: number): Mark[] {
	const w = measure(text, size, 'mono') + 2 * pad;
	return [
		box(`${key}-back`, { x: x - pad, y: y - size - 4, w, h: size + 11 }, { fill: 'paper' }),
		letter(key, 'mono', x, y, size, text, { weight: 500 })
	];
}

/** What each layer is called, over the part of the picture where it shows, if there is room. */
export function names(c: SceneContext, shown: Strip[]): Mark[] {
	const size = sizeOf(c.view);
	const { x: left, y } = cornerOf(c.view);
	return shown.flatMap(({ layer, x, w }): Mark[] => {
		const text = c.say(`layer.${layer}`);
		const from = Math.max(x + 10, left);
		if (from + measure(text, size, 'mono') + 14 > x + w - 6 && shown.length > 1) return [];
		return strip(`name-${layer}`, from + 7, y, size, text, 7);
	});
}

/** What the whole picture shows, in the machine's own words. */
export function caption({ view }: SceneContext, text: string, opacity: number): Mark[] {
	const x = view.free.x + { phone: 0, tall: 15, wide: 4 }[view.shape];
	return faded(opacity, strip('caption', x, cornerOf(view).y, sizeOf(view), text, 6));
}

/** A little dial that says these seconds come again, and how far they are. */
export function loopDial(c: SceneContext, run: Explained['run']): Mark[] {
	if (!run) return [];
	const { phone } = c.view;
	const size = sizeOf(c.view);
	const text = c.say('loop', { s: run.seconds });
	const r = size * 0.62;
	const w = measure(text, size, 'mono') + 2 * r + 22;
	const x = c.view.width - w - (phone ? 10 : 34);
	const y = phone ? 48 : 98;
	const middle = y + (size + 11) / 2;
	return [
		box('loop-back', { x, y, w, h: size + 11 }, { fill: 'paper' }),
		...clockMarks('loop', x + 7 + r, middle, r, run.share).map((m) => (m.type === 'path' ? { ...m, fill: 'ink' } : m)),
		letter('loop', 'mono', x + 2 * r + 14, middle + size * 0.36, size, text, { weight: 500 })
	];
}

/** What one half of a split picture shows, its middle at `middle` if that keeps it on the stage; the machine's in red. */
export function saying(
	{ height, phone, shape }: View,
	key: string,
	text: string,
	middle: number,
	fill = 'ink'
): Mark[] {
	const size = phone ? 12 : 15;
	const y = height - { phone: 14, tall: 30, wide: 78 }[shape];
	const w = measure(text, size, 'mono') + 14;
	const x = Math.max(w / 2 + 4, middle);
	return [
		slip(`${key}-back`, { x: x - w / 2, y: y - size - 5, w, h: size + 13 }, { width: 1.2 }),
		letter(key, 'mono', x, y, size, text, { anchor: 'middle', fill })
	];
}
