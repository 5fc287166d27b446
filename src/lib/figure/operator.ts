import type { Ink } from '../story/frame';
import { oval, place, slab } from './place';

export interface OperatorState {
	/** Middle of the chair at the lower edge, pixels. */
	x: number;
	y: number;
	/** Pixels per unit; the figure is about 300 units high and 330 wide. */
	scale: number;
	/** Where the head turns: -1 left, 1 right. */
	turn?: number;
	/** 0 to 1: breathing, a few units. */
	breath?: number;
	opacity?: number;
}

const LINE = '#F6EFE2';

/** The operator of the supervision centre, from behind: night colours, one light line. */
export function operatorInk({ x, y, scale, turn = 0, breath = 0, opacity = 1 }: OperatorState): Ink[] {
	const lift = breath * 2;
	const shift = turn * 7;
	const out: Ink[] = [];
	const put = (d: string, fill: string, dx = 0, dy = 0, width = 1.7) =>
		out.push({ type: 'shape', d: place(d, x + dx * scale, y + dy * scale, scale), fill, stroke: LINE, width, opacity });
	const rule = (d: string, stroke: string, width: number, dx = 0, dy = 0) =>
		out.push({
			type: 'shape',
			d: place(d, x + dx * scale, y + dy * scale, scale),
			fill: 'none',
			stroke,
			width: width * scale,
			round: true,
			opacity
		});

	// Arms first: they reach for the desk on both sides of the chair.
	put('M-92 -150C-138 -138 -158 -92 -164 -34L-168 4L-112 4L-104 -70Z', '#3B4D6E', 0, -lift);
	put('M92 -150C138 -138 158 -92 164 -34L168 4L112 4L104 -70Z', '#3B4D6E', 0, -lift);
	put('M-128 4C-132 -96 -112 -156 -58 -176C-34 -184 34 -184 58 -176C112 -156 132 -96 128 4Z', '#44587A', 0, -lift);
	// A seam, so that the back is cloth.
	rule('M-96 -122C-58 -140 58 -140 96 -122', '#35476A', 2.2, 0, -lift);
	// Neck and the collar.
	put('M-25 -172L-25 -214L25 -214L25 -172C12 -162 -12 -162 -25 -172Z', '#C98F6B', shift * 0.4, -lift);
	put(
		'M-46 -178C-30 -196 -26 -196 -26 -184C-12 -170 12 -170 26 -184C26 -196 30 -196 46 -178C30 -160 -30 -160 -46 -178Z',
		'#E7D9BE',
		0,
		-lift
	);
	// Ears, head, hair with its crown and the short hairs of the nape.
	put('M-49 -250C-64 -256 -66 -228 -54 -220C-50 -217 -46 -220 -46 -226Z', '#C98F6B', shift * 1.5, -lift);
	put('M49 -250C64 -256 66 -228 54 -220C50 -217 46 -220 46 -226Z', '#C98F6B', shift * 0.2, -lift);
	put(
		'M-50 -236C-56 -300 -30 -312 0 -312C30 -312 56 -300 50 -236C46 -210 38 -200 24 -195L18 -186L10 -194L2 -185L-6 -194L-14 -186L-22 -195C-38 -200 -46 -210 -50 -236Z',
		'#2E241E',
		shift,
		-lift
	);
	rule('M-6 -286C10 -292 20 -280 12 -270C6 -264 -6 -268 -4 -277', '#57453A', 2, shift, -lift);
	rule('M-36 -262C-34 -244 -32 -230 -26 -216', '#57453A', 1.8, shift, -lift);
	rule('M36 -262C34 -244 32 -230 26 -216', '#57453A', 1.8, shift, -lift);
	// Headset.
	rule('M-56 -240C-62 -330 62 -330 56 -240', LINE, 9, shift, -lift);
	rule('M-56 -240C-62 -330 62 -330 56 -240', '#16181B', 5.6, shift, -lift);
	put(slab(-66, -258, 16, 34, 7), '#16181B', shift * 1.3, -lift);
	put(slab(50, -258, 16, 34, 7), '#16181B', shift * 0.5, -lift);
	// The chair, in front of the back.
	put('M-92 4C-94 -50 -92 -84 -84 -104C-56 -120 56 -120 84 -104C92 -84 94 -50 92 4Z', '#1E2328');
	rule('M-66 -88C-30 -98 30 -98 66 -88', '#3A3F45', 2);
	rule('M-70 -62C-32 -70 32 -70 70 -62', '#3A3F45', 2);
	rule('M-72 -36C-34 -42 34 -42 72 -36', '#3A3F45', 2);
	return out;
}

/** The mug on the desk, its steam following `life` seconds. */
export function mugInk(x: number, y: number, scale: number, life: number, opacity = 1): Ink[] {
	const sway = 3 * Math.sin(life * 1.3);
	const handle = 'M12 -24C26 -26 26 -6 11 -8';
	const steam = `M-4 -36C${-10 + sway} -44 ${2 - sway} -50 -5 -60`;
	const more = `M5 -36C${12 - sway} -46 ${-1 + sway} -54 6 -66`;
	const shape = (d: string, fill: string, stroke = LINE, width = 1.6, o = 1): Ink => ({
		type: 'shape',
		d: place(d, x, y, scale),
		fill,
		stroke,
		width,
		round: true,
		opacity: o * opacity
	});
	return [
		shape(handle, 'none', LINE, 3),
		shape('M-13 -30L-11 -2C-8 2 8 2 11 -2L13 -30Z', '#C99A3F'),
		shape(oval(0, -30, 13, 4), '#3a2c22'),
		shape(steam, 'none', LINE, 1.4, 0.5),
		shape(more, 'none', LINE, 1.4, 0.5)
	];
}
