import { PAPER } from '../../drawing/palette';
import type { Rect, View } from '../../picture/frame';
import { isLow } from '../../picture/low';

/** The wall people stand before and the paving: paper, then late light, then dusk, then dark. */
export const WALL = [PAPER, '#EBDDC2', '#8F97A3', '#3A434E'];
export const PAVING = [PAPER, '#E2D3B4', '#737B86', '#2C333B'];
/** What the podium and what stands on it are made of, beside the common colours. */
export const PAINT = { sand: '#C9B48E', side: '#B8AD98', plaster: '#E6C9B4', oven: '#5F6B70', iron: '#3C444B' };
/** The television's case, its knobs, and its glass when it shines. */
export const SET = { case: '#8A6A4B', knobs: '#D8CBB4', glass: '#B7C3C8' };
/** What is near in the evening: the shade of the mast and its box. */
export const DUSK = { shade: '#000000', box: '#3C4347' };

/** Where wall and paving meet. */
export const floor = ({ free: f }: View): number => f.y + 0.78 * f.h;

export function podiumRect({ free: f }: View): Rect {
	return { x: f.x + 0.1 * f.w, y: f.y + 0.2 * f.h, w: 0.8 * f.w, h: 0.58 * f.h };
}

/** Where all shadows meet: the middle of the great one's feet, its head, and its pixels a metre. */
export function focus(view: View): { x: number; y: number; top: number; k: number } {
	const { free: f } = view;
	const y = floor(view);
	const k = (0.66 * f.h) / TALL;
	return { x: f.x + f.w * (view.phone ? 0.72 : 0.74), y, top: y - k * TALL, k };
}

/** The great shadow. */
export function focusRect(view: View): Rect {
	const { x, top } = focus(view);
	const w = 0.3 * view.free.w;
	return { x: x - w * 0.5, y: top, w, h: floor(view) - top };
}

/** The television. */
export function tube(view: View): Rect {
	const { free: f, phone } = view;
	const w = Math.min(f.w * (phone ? 0.5 : 0.47), f.h * 0.52);
	const h = w * 0.72;
	return { x: f.x, y: f.y + f.h * (phone || isLow(view) ? 0.4 : 0.43) - h, w, h };
}

/** The glass of it. */
export const glassOf = (view: View): Rect => {
	const t = tube(view);
	return { x: t.x + t.w * 0.05, y: t.y + t.h * 0.07, w: t.w * 0.78, h: t.h * 0.82 };
};

/** Where those under umbrellas stand, beside the television. */
export function shelterAt(view: View, n: number): { x: number; y: number; k: number } {
	const { free: f } = view;
	const t = tube(view);
	const area = f.x + f.w - t.x - t.w;
	return {
		x: t.x + t.w + area * (n === 0 ? 0.32 : 0.76),
		y: t.y + t.h - (view.phone ? 16 : 26),
		k: (t.h * 0.82) / 2.2
	};
}

/** The sheet with the ratios. */
export function sheet(view: View): Rect {
	const { free: f, phone } = view;
	const top = f.y + f.h * (phone ? 0.55 : isLow(view) ? 0.58 : 0.545);
	return { x: f.x - (phone ? 6 : 14), y: top, w: f.w + (phone ? 12 : 28), h: f.y + f.h - top + (phone ? 8 : 20) };
}

/** Somebody standing, in metres, feet at the origin, y up the page negative. */
export const BODY =
	'M-0.24 0L-0.04 0L0 -0.76L0.04 0L0.24 0L0.22 -0.86L0.31 -0.88L0.29 -1.28Q0.27 -1.47 0.1 -1.5L0.09 -1.54Q0.17 -1.62 0.15 -1.73Q0.11 -1.86 0 -1.86Q-0.11 -1.86 -0.15 -1.73Q-0.17 -1.62 -0.09 -1.54L-0.1 -1.5Q-0.27 -1.47 -0.29 -1.28L-0.31 -0.88L-0.22 -0.86Z';
export const TALL = 1.86;
