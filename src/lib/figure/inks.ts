import type { Ink } from '../picture/frame';

type Look = Omit<Extract<Ink, { type: 'shape' }>, 'type' | 'd'>;

/** What is painted on the canvas along path data. */
export const painted = (d: string, look: Look): Ink => ({ type: 'shape', d, ...look });

/** A shape as everything on paper is drawn: filled, with a line of ink round it unless its look has another. */
export const drawn = (d: string, fill: string, width = 1.6, look: Omit<Look, 'fill' | 'width'> = {}): Ink =>
	painted(d, { fill, stroke: 'ink', width, ...look });

export const dots = (xyr: ArrayLike<number>, look: Omit<Extract<Ink, { type: 'dots' }>, 'type' | 'xyr'>): Ink => ({
	type: 'dots',
	xyr,
	...look
});

/**
 * Lays a drawing made in its own units on the stage: scales path data by (sx, sy), then moves its origin to (x, y).
 * Only absolute M, L, Q, C and Z, numbers in pairs.
 */
export function place(d: string, x: number, y: number, sx: number, sy = sx): string {
	let across = true;
	return d.replace(/-?\d*\.?\d+/g, (number) => {
		const v = across ? x + Number(number) * sx : y + Number(number) * sy;
		across = !across;
		return v.toFixed(1);
	});
}

/** A rounded rectangle as path data of those commands, so that it can be placed too. */
export function slab(x: number, y: number, w: number, h: number, r = 0): string {
	if (r <= 0) return `M${x} ${y}L${x + w} ${y}L${x + w} ${y + h}L${x} ${y + h}Z`;
	const q = Math.min(r, w / 2, h / 2);
	return (
		`M${x + q} ${y}L${x + w - q} ${y}Q${x + w} ${y} ${x + w} ${y + q}L${x + w} ${y + h - q}Q${x + w} ${y + h} ${x + w - q} ${y + h}` +
		`L${x + q} ${y + h}Q${x} ${y + h} ${x} ${y + h - q}L${x} ${y + q}Q${x} ${y} ${x + q} ${y}Z`
	);
}

/** A full ellipse in the same commands. */
export function oval(x: number, y: number, rx: number, ry = rx): string {
	const k = 0.5523;
	return (
		`M${x - rx} ${y}C${x - rx} ${y - ry * k} ${x - rx * k} ${y - ry} ${x} ${y - ry}C${x + rx * k} ${y - ry} ${x + rx} ${y - ry * k} ${x + rx} ${y}` +
		`C${x + rx} ${y + ry * k} ${x + rx * k} ${y + ry} ${x} ${y + ry}C${x - rx * k} ${y + ry} ${x - rx} ${y + ry * k} ${x - rx} ${y}Z`
	);
}
