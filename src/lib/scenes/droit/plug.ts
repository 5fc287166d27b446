import { range } from 'd3';
import { BLUE, CREAM, DARK, GLASS, OCHRE, ON, STEEL, ZINC } from '../../figure/colours';
import { drawn, painted, place, slab } from '../../figure/inks';
import { ease, mix } from '../../figure/motion';
import { measure, rows, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { PLUGGED } from './data';
import { axisOf, CABLE, type Away } from './timeline';

/**
 * Of the plug, each 0 to 1: in; a socket is in the band, in the first trial or the second; out on its way down the
 * years, and in again; and how much the drawing and its caption are seen.
 */
type Plug = Record<'inserted' | 'socket' | 'out' | 'again' | 'opacity', number> & { trial: 'first' | 'second' };

function rigOf(view: View, plug: Plug) {
	const { free, phone } = view;
	const { x, top, at } = axisOf(view);
	const gutter = x - free.x;
	const w = gutter - (phone ? 6 : 24);
	const k = phone ? 0.42 : Math.min(1.15, gutter / 150);
	const first = at(PLUGGED.first);
	return {
		/** Where the camera and the analysis hang. */
		rig: { x: free.x, y: top, w, h: Math.min(w * (phone ? 2.4 : 1.8), first - top - 50 * k) },
		/** The left edge of the band, and how far down plug and socket are. */
		x,
		y: mix(mix(first, at(PLUGGED.out), plug.out), at(PLUGGED.second), plug.again),
		socket: at(PLUGGED[plug.trial]),
		open: plug.socket,
		/** Scale of plug and socket. */
		k
	};
}
type Rig = ReturnType<typeof rigOf>;

/** The analysis is plugged into the years while the law allows it: the drawing before the band, and its caption. */
export function plug(c: SceneContext, plug: Plug, away: Away): Layer {
	const rig = rigOf(c.view, plug);
	return {
		ink: rigInk(rig, plug.inserted, plug.opacity, away),
		marks: c.view.phone ? [] : captions(c, rig, plug)
	};
}

function captions(c: SceneContext, { x, y, k }: Rig, { inserted, opacity }: Plug): Mark[] {
	const gutter = x - c.view.free.x;
	const room = gutter - 16;
	// The size at which both captions keep to one line, unless that is too small to read.
	const fits = room / Math.max(...(['legend.on', 'legend.off'] as const).map((key) => measure(c.say(key), 1, 'grot')));
	const size = fits < 13 ? 15 : Math.min(24, gutter / 8, fits);
	const caption = (key: 'on' | 'off', shown: number): Mark[] => {
		const lines = shown > 0 ? wrap(c.say(`legend.${key}`), size, 'grot', room + 1) : [];
		const look = { anchor: 'end', opacity: opacity * shown, halo: 'paper' } as const;
		return rows(`plug.${key}.`, 'grot', x - 14, y + 52 * k + size, size, lines, size * 1.1, look);
	};
	// They stand in one place: one has gone before the other comes.
	return [...caption('on', ease(inserted, 0.8, 1)), ...caption('off', 1 - ease(inserted, 0.6, 0.8))];
}

/** The drawing of the camera in its own units; the analysis hangs under it. */
const CAMERA = { w: 184, h: 124 };
const TOP = CAMERA.h + 22;

/** What draws the parts: in the units of the rig, or of the stage, moved away as the whole is. */
function handOf(rig: Rect, opacity: number, { x, y, scale }: Away) {
	const lay = (d: string) => place(d, x, y, scale);
	const line = (d: string, stroke: string, width: number): Ink => painted(d, { stroke, width, round: true, opacity });
	return {
		lay,
		hang: (d: string) => lay(place(d, rig.x, rig.y, rig.w / CAMERA.w)),
		put: (d: string, fill: string, width = 1.5): Ink => drawn(d, fill, width, { round: true, opacity }),
		cable: (d: string, width: number, fill: string) => [
			line(d, 'ink', width * scale),
			line(d, fill, Math.max(1, width * scale - 2.6))
		]
	};
}
type Hand = ReturnType<typeof handOf>;

/**
 * A camera that always films, the analysis behind it, and the lead from the analysis to the years: its plug is in the
 * ochre band (`inserted` 1), which is the law that allows it, or hangs out of it (0). `away` moves the whole drawing.
 */
function rigInk(at: Rig, inserted: number, opacity: number, away: Away): Ink[] {
	const hand = handOf(at.rig, opacity, away);
	const on = inserted > 0.9;
	return [...camera(hand, at.rig), ...analysis(hand, at.rig, on), ...lead(hand, at, inserted, on, opacity)];
}

/** Wall plate, arm, camera. */
function camera({ hang, put, cable }: Hand, rig: Rect): Ink[] {
	return [
		put(hang(slab(166, 2, 12, 74)), ZINC),
		...cable(hang('M168 40L128 40L116 52'), (9 * rig.w) / CAMERA.w, STEEL),
		put(hang('M18 66L122 34L134 74L30 106Z'), CREAM),
		put(hang('M14 62L120 29L125 44L19 77Z'), ZINC),
		put(hang('M10 72L22 68L33 105L21 109Z'), DARK),
		put(hang('M4 79L14 76L20 97L10 100Z'), BLUE)
	];
}

/** Height of the cabinet, in the drawing's units. */
const tallOf = (rig: Rect): number => Math.max(60, (rig.h * CAMERA.w) / rig.w - TOP);

/** From the camera's back to the analysis under it. */
function analysis({ hang, put, cable }: Hand, rig: Rect, on: boolean): Ink[] {
	const tall = tallOf(rig);
	const unit = (tall - 16) / 4;
	return [
		...cable(hang(`M132 62C176 84 150 ${TOP - 26} 106 ${TOP + 4}`), (5 * rig.w) / CAMERA.w, CABLE),
		put(hang(slab(30, TOP, 134, tall, 4)), DARK),
		...range(4).flatMap((row) => {
			const y = TOP + 10 + row * unit;
			return [
				put(hang(slab(42, y, 110, unit * 0.68, 2)), on ? GLASS : CABLE, 1),
				put(hang(slab(52, y + unit * 0.2, 9, unit * 0.28)), on ? ON : DARK, 0.8)
			];
		})
	];
}

/** The lead: it lies in the socket, or has dropped out and hangs before it. */
function lead({ lay, put, cable }: Hand, at: Rig, inserted: number, on: boolean, opacity: number): Ink[] {
	const { rig, x, y, socket, open, k } = at;
	const s = rig.w / CAMERA.w;
	const px = x - (4 + 34 * (1 - inserted)) * k;
	const py = y + 12 * k * (1 - inserted);
	const from = [rig.x + 97 * s, rig.y + (TOP + tallOf(rig)) * s];
	const low = Math.max(from[1], py) + 56 * k;
	const back = px - 46 * k;
	const d = `M${from[0]} ${from[1]}C${from[0]} ${low} ${back - 36 * k} ${mix(from[1], py, 0.8) + 20 * k} ${back} ${py}`;
	const near = (d: string) => lay(place(d, px, py, k));
	return [
		...cable(lay(d), 6 * k, CABLE),
		drawn(lay(place(slab(-3, -25, 13, 50, 3), x, socket, k)), CREAM, 1.5, { opacity: opacity * open }),
		put(near('M-16 -10L4 -10L4 -4L-16 -4Z'), STEEL, 1.2),
		put(near('M-16 4L4 4L4 10L-16 10Z'), STEEL, 1.2),
		put(near(slab(-48, -18, 34, 36, 5)), on ? OCHRE : CREAM)
	];
}
