import type { Camera } from '../../camera/camera';
import { painted } from '../../figure/inks';
import { mix } from '../../figure/motion';
import { OCHRE } from '../../figure/colours';
import type { Ink, View } from '../../picture/frame';
import { cutAt, groundAt, RIBBON, ribbonAt, rowsOf, STEEL, WAIST, WOOD } from './layout';
import { band, lay, type Piece } from './ribbon';

/** Each 0 to 1: the ribbon unrolled, cut (0 or 1), fallen, and risen to lie straight as the chart's first bar. */
type Moment = Record<'laid' | 'cut' | 'fallen' | 'straight', number>;

/** The ribbon from tied to cut to fallen, and from the ground up into the chart. */
export function ribbon(view: View, { laid, cut, fallen, straight }: Moment): Ink[] {
	const { x0, x1, y, sag, ground, k } = ribbonAt(view);
	const s = (cutAt(view) - x0) / (x1 - x0);
	const thick = mix(Math.max(9, 0.12 * k), view.phone ? 15 : 24, straight);
	const base = { x0, x1, y, sag, ground: ground - 3, fallen, bar: rowsOf(view).first, straight };
	const piece = (from: number, to: number, tied: Piece['tied'], look = {}): Ink =>
		painted(band(lay({ ...base, from, to, tied }), thick), {
			fill: OCHRE,
			stroke: 'ink',
			width: 1.6,
			round: true,
			...look
		});
	// The part the State did not pay pales.
	if (cut) return [piece(s, 1, 'right', { fillOpacity: 1 - 0.72 * straight }), piece(0, s, 'left')];
	return laid > 0 ? [piece(0, laid, 'left')] : [];
}

/** Its posts stand on the ground and leave with it. */
export function posts(view: View, camera: Camera): Ink[] {
	const { x0, x1 } = ribbonAt(view);
	return [x0, x1].map((x): Ink => {
		const { u, v, k } = groundAt(view, camera, x, RIBBON);
		const h = WAIST * k;
		const w = Math.max(2.5, 0.035 * k);
		return painted(
			`M${u - w * 3.4} ${v}h${w * 6.8}l${-w * 2.4} ${-w * 1.6}h${-w * 2}ZM${u - w} ${v - w}V${v - h}h${2 * w}V${v - w}ZM${u - 2 * w} ${v - h}a${2 * w} ${2 * w} 0 1 1 ${4 * w} 0Z`,
			{ fill: WOOD, stroke: 'ink', width: 1.5 }
		);
	});
}

/** Scissors on the ribbon where it is cut, `open` 0 to 1. */
export function scissors(view: View, opacity: number, open: number): Ink[] {
	if (opacity <= 0) return [];
	const { x0, x1, y, sag, k } = ribbonAt(view);
	const x = cutAt(view);
	const s = (x - x0) / (x1 - x0);
	const r = Math.max(15, 0.17 * k);
	const cy = y + sag * 4 * s * (1 - s);
	const a = 0.1 + 0.42 * open;
	const bx = x + r * 0.55;
	const blade = (side: 1 | -1): string => {
		const cos = Math.cos(a);
		const sin = side * Math.sin(a);
		return `M${bx} ${cy}L${bx - r * 1.5 * cos} ${cy - r * 1.5 * sin}M${bx} ${cy}L${bx + r * 0.9 * cos} ${cy + r * 0.9 * sin}m0 ${side * r * 0.3}m${-r * 0.3} 0a${r * 0.3} ${r * 0.3} 0 1 0 ${r * 0.6} 0a${r * 0.3} ${r * 0.3} 0 1 0 ${-r * 0.6} 0`;
	};
	const line = (stroke: string, width: number): Ink =>
		painted(blade(1) + blade(-1), { stroke, width, fill: 'none', round: true, opacity });
	return [line('ink', r * 0.3), line(STEEL, r * 0.15)];
}
