import { place, slab } from '../../figure/place';
import type { Ink, Rect } from '../../picture/frame';

/** The drawing of the camera in its own units; the analysis hangs under it. */
const CAMERA = { w: 184, h: 124 };

export interface PlugPlace {
	/** Where the camera and the analysis hang. */
	rig: Rect;
	/** The left edge of the band, and how far down the plug is. */
	x: number;
	y: number;
	/** How far down the socket is, and 0 to 1 whether there is one. */
	socket: number;
	open: number;
	/** Scale of plug and socket. */
	k: number;
}

/**
 * A camera that always films, the analysis behind it, and the lead from the analysis to the years: its plug is in the
 * ochre band (`inserted` 1), which is the law that allows it, or hangs out of it (0). `away` moves the whole drawing.
 */
export function plugInk(
	{ rig, x, y, socket, open, k }: PlugPlace,
	inserted: number,
	opacity: number,
	away: { x: number; y: number; scale: number }
): Ink[] {
	const out: Ink[] = [];
	const s = rig.w / CAMERA.w;
	const lay = (d: string) => place(d, away.x, away.y, away.scale);
	const hang = (d: string) => lay(place(d, rig.x, rig.y, s));
	const put = (d: string, fill: string, width = 1.5) =>
		out.push({ type: 'shape', d, fill, stroke: 'ink', width, round: true, opacity });
	const cable = (d: string, width: number, fill: string) =>
		out.push(
			{ type: 'shape', d, stroke: 'ink', width: width * away.scale, round: true, opacity },
			{ type: 'shape', d, stroke: fill, width: Math.max(1, width * away.scale - 2.6), round: true, opacity }
		);
	const on = inserted > 0.9;

	// Wall plate, arm, camera.
	put(hang(slab(166, 2, 12, 74)), '#8E9AA3');
	cable(hang('M168 40L128 40L116 52'), 9 * s, '#B9C0C4');
	put(hang('M18 66L122 34L134 74L30 106Z'), '#F4EFE4');
	put(hang('M14 62L120 29L125 44L19 77Z'), '#8E9AA3');
	put(hang('M10 72L22 68L33 105L21 109Z'), '#2E2B2A');
	put(hang('M4 79L14 76L20 97L10 100Z'), '#44587A');

	// From the camera's back to the analysis under it.
	const top = CAMERA.h + 22;
	const tall = Math.max(60, rig.h / s - top);
	cable(hang(`M132 62C176 84 150 ${top - 26} 106 ${top + 4}`), 5 * s, '#5F6B70');
	put(hang(slab(30, top, 134, tall, 4)), '#2E2B2A');
	const unit = (tall - 16) / 4;
	for (let row = 0; row < 4; row++) {
		const ry = top + 10 + row * unit;
		put(hang(slab(42, ry, 110, unit * 0.68, 2)), on ? '#A9C0C6' : '#5F6B70', 1);
		put(hang(slab(52, ry + unit * 0.2, 9, unit * 0.28)), on ? '#8FB38A' : '#2E2B2A', 0.8);
	}

	// The lead: it lies in the socket, or has dropped out and hangs before it.
	const pulled = 1 - inserted;
	const px = x - (4 + 34 * pulled) * k;
	const py = y + 12 * k * pulled;
	const from = [rig.x + 97 * s, rig.y + (top + tall) * s];
	const low = Math.max(from[1], py) + 26 * k;
	const back = px - 46 * k;
	cable(
		lay(
			`M${from[0]} ${from[1]}C${from[0]} ${low + 30 * k} ${back - 36 * k} ${mixed(from[1], py, 0.8) + 20 * k} ${back} ${py}`
		),
		6 * k,
		'#5F6B70'
	);
	const at = (d: string) => lay(place(d, px, py, k));
	out.push({
		type: 'shape',
		d: lay(place(slab(-3, -25, 13, 50, 3), x, socket, k)),
		fill: '#F4EFE4',
		stroke: 'ink',
		width: 1.5,
		opacity: opacity * open
	});
	put(at('M-16 -10L4 -10L4 -4L-16 -4Z'), '#B9C0C4', 1.2);
	put(at('M-16 4L4 4L4 10L-16 10Z'), '#B9C0C4', 1.2);
	put(at(slab(-48, -18, 34, 36, 5)), on ? '#C99A3F' : '#F4EFE4');
	return out;
}

const mixed = (a: number, b: number, t: number): number => a + (b - a) * t;
