import { clockMarks } from '../../figure/boxes';
import { letter } from '../../figure/lettering';
import { slip } from '../../figure/slip';
import { measure } from '../../figure/text';
import type { Mark, SceneContext, View } from '../../picture/frame';
import type { Explained } from './explained';
import type { Strip } from './sensor';

const sizeOf = ({ shape }: View): number => (shape === 'phone' ? 12 : 14);

/** Foot of the letters of what is said over pixels: no card is there. */
const footOf = ({ portrait, height, free }: View): number => (portrait ? height - 18 : free.y + 8);

const back = (key: string, x: number, y: number, w: number, size: number, opacity?: number): Mark => ({
	type: 'rect',
	key,
	x,
	y,
	w,
	h: size + 11,
	fill: 'paper',
	opacity
});

const words = (key: string, x: number, y: number, size: number, text: string, opacity?: number): Mark => ({
	type: 'text',
	key,
	x,
	y,
	text,
	size,
	font: 'mono',
	opacity
});

/** What each layer is called, over the part of the picture where it shows, if there is room. */
export function names(c: SceneContext, shown: Strip[]): Mark[] {
	const size = sizeOf(c.view);
	const y = footOf(c.view);
	const left = c.view.shape === 'phone' ? 8 : c.view.free.x;
	return shown.flatMap(({ layer, x, w }): Mark[] => {
		const text = c.say(`layer.${layer}`);
		const room = measure(text, size, 'mono') + 14;
		const from = Math.max(x + 10, left);
		if (from + room > x + w - 6 && shown.length > 1) return [];
		return [
			back(`name-${layer}`, from, y - size - 4, room, size),
			words(`name-text-${layer}`, from + 7, y, size, text)
		];
	});
}

/** What the whole picture shows, in the machine's own words. */
export function caption(c: SceneContext, text: string, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const { free, shape } = c.view;
	const size = sizeOf(c.view);
	const x = free.x + (shape === 'phone' ? 0 : 4);
	const y = footOf(c.view);
	return [
		back('caption-back', x - 6, y - size - 4, measure(text, size, 'mono') + 12, size, opacity),
		words('caption', x, y, size, text, opacity)
	];
}

/** A little dial that says these seconds come again, and how far they are. */
export function loopDial(c: SceneContext, run: Explained['run']): Mark[] {
	if (!run) return [];
	const phone = c.view.shape === 'phone';
	const size = sizeOf(c.view);
	const text = c.say('loop', { s: run.seconds });
	const r = size * 0.62;
	const w = measure(text, size, 'mono') + 2 * r + 22;
	const x = c.view.width - w - (phone ? 10 : 34);
	const y = phone ? 48 : 98;
	const middle = y + (size + 11) / 2;
	const dial = clockMarks('loop', x + 7 + r, middle, r, run.share);
	return [
		back('loop-back', x, y, w, size),
		...dial.map((m): Mark => (m.type === 'path' ? { ...m, fill: 'ink' } : m)),
		words('loop', x + 2 * r + 14, middle + size * 0.36, size, text)
	];
}

/** What one half of a split picture shows, its middle at `middle` if that keeps it on the stage; the machine's in red. */
export function saying({ height, shape }: View, key: string, text: string, middle: number, fill = 'ink'): Mark[] {
	const phone = shape === 'phone';
	const size = phone ? 12 : 15;
	const y = height - (phone ? 14 : 78);
	const w = measure(text, size, 'mono') + 14;
	const x = Math.max(w / 2 + 4, middle);
	return [
		slip(`${key}-back`, { x: x - w / 2, y: y - size - 5, w, h: size + 13 }, { width: 1.2 }),
		letter(key, 'mono', x, y, size, text, { anchor: 'middle', fill })
	];
}
