import { alertOfNour, BEFORE, boxOfAlert, frameOfAlert } from '../../centre/queue';
import { GROUND } from '../../drawing/palette';
import { boxMarks, minutesSeconds } from '../../figure/boxes';
import { painted, slab } from '../../figure/inks';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { lookAt, windowsAt } from '../../figure/map/look';
import { townInk } from '../../figure/map/map';
import { box, path } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { WHITE } from '../../figure/night';
import { frameSquare, viewBox } from '../../figure/square';
import { along, town } from '../../figure/town/town';
import { OURS } from '../../figure/wall/feeds';
import { wallSlots } from '../../figure/wall/wall';
import type { Ink, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { roomTiles, rowRect, rowsOf } from './queue';

/** Of the way out of the square: how near the rule is to sounding, how small the square has become, how far the eye flies. */
type Leaving = Record<'sounds' | 'dark' | 'shrunk' | 'fly', number>;

/** The square while it draws back to its place on the plan; out of the picture, behind the eye, near the house. */
function squareAt({ recording, view }: SceneContext, { sounds, shrunk, fly }: Leaving) {
	const { square } = town();
	const [x, y] = lookAt(view, fly)(square.at[0], square.at[1], 0) ?? [-1000, view.height + 1000];
	const tile = { x: x - 24, y: y - 13.5, w: 48, h: 27 };
	const own = frameSquare(view);
	return {
		/** World frame. */
		now: frameOfAlert(recording) - BEFORE * (1 - sounds),
		camera: shrunk > 0 ? mixCameras(own, cameraIn(tile), shrunk) : own,
		/** Where its picture lies on the stage, and on the plan of the town. */
		rect: mixRects({ x: 0, y: 0, w: view.width, h: view.height }, tile, shrunk),
		tile
	};
}

/** The square at nightfall, and the town it is a part of. */
export function street(c: SceneContext, m: Leaving): Layer {
	const { shrunk, fly, dark } = m;
	if (fly >= 1) return {};
	const { now: at, camera, rect } = squareAt(c, m);
	const ink: Ink[] = [];
	if (shrunk > 0)
		ink.push(...townInk(c.view, { fly, dusk: 1, lenses: 1, grow: 1, run: 0, packets: false, opacity: 1 }));
	if (shrunk < 1) ink.push({ type: 'street', camera, at, drained: 0.7, veil: 0.2, night: dark, clip: rect });
	const look = { fill: shrunk >= 1 ? GROUND : 'none', stroke: 'paper', width: 1.6 };
	if (shrunk > 0 && fly < 0.2) ink.push(painted(slab(rect.x, rect.y, rect.w, rect.h), look));
	return { ink };
}

/** The program's boxes, of which one is the alert's. */
export function boxes(c: SceneContext, m: Leaving, opacity: number): Layer {
	const { recording } = c;
	const alert = alertOfNour(recording);
	if (!alert || opacity <= 0) return {};
	const { now, camera } = squareAt(c, m);
	const dwell = (id: number) => recording.dwell(id, now);
	return {
		marks: boxMarks(recording, now, camera, {
			hot: (b) => b.id === alert.track,
			clock: (b) => (b.id === alert.track ? dwell(b.id) / alert.threshold : undefined),
			label: (b) => (b.id === alert.track ? `${c.say('rule.loitering')} ${minutesSeconds(dwell(b.id))}` : ''),
			opacity,
			size: c.view.phone ? 12 : 14
		})
	};
}

/** The alert on its way: a box that is filled and becomes round, runs, goes up to a window, and drops into the list. */
export type Journey = Leaving & Record<'filled' | 'round' | 'run' | 'enters' | 'opened' | 'landed', number>;

/** The corner it starts from, and how far down the streets it is; they end a little behind the door. */
function runOf(run: number): { start: number; run: number } {
	const { lenses, square, distance } = town();
	const start = lenses[square.lens].node;
	return { start, run: run * (distance[start] + 60) };
}

/** Its box in the square, its middle on the streets, and the screen it comes to. */
function stops(c: SceneContext, m: Journey): { from: Rect; x: number; y: number; screen: Rect } {
	const { recording, view } = c;
	const { free } = view;
	const { now, camera, tile } = squareAt(c, m);
	const own = boxOfAlert(recording, now);
	const { house } = town();
	const { start, run } = runOf(m.run);
	const end = along(town(), start, run) ?? [house.x, house.y];
	// Near the wall the door is under the picture's edge: the packet waits inside it.
	const [x, y] = lookAt(view, m.fly)(end[0], end[1], 0) ?? [view.width / 2, view.height];
	return {
		from: own ? viewBox(own, camera) : tile,
		x: Math.max(20, Math.min(view.width - 20, x)),
		y: Math.max(20, Math.min(free.y + free.h - 20, y)),
		screen: m.fly < 1 ? windowsAt(view, Math.max(0.5, m.fly))[wallSlots(view)[OURS]] : roomTiles(view, m.opened)[OURS]
	};
}

export function packet(c: SceneContext, m: Journey, opacity: number): Layer {
	if (opacity <= 0) return {};
	const size = c.view.phone ? 14 : 20;
	const { from, x, y, screen } = stops(c, m);
	const dot = { x: x - size / 2, y: y - size / 2, w: size, h: size };
	const list = rowsOf(c.view);
	const place = mixRects(mixRects(mixRects(from, dot, m.round), screen, m.enters), rowRect(list, 0), m.landed);
	const look = {
		r: 0.5 * size * m.round * (1 - m.enters),
		fill: 'signal',
		fillOpacity: mix(mix(0.25, 1, m.filled), 0.22, m.enters),
		stroke: m.enters > 0.5 ? 'signal' : WHITE,
		width: mix(1.5, 4, m.enters),
		opacity
	};
	return { marks: [box('alert', place, look)] };
}

/** What it has run down glows behind it. */
export function trail({ view }: SceneContext, m: Journey, opacity: number): Layer {
	if (m.run <= 0) return {};
	const { start, run } = runOf(m.run);
	const look = lookAt(view, m.fly);
	let d = '';
	for (let s = 0; s <= run; s += 6) {
		const q = along(town(), start, s);
		const p = q && look(q[0], q[1], 0);
		if (p) d += `${d ? 'L' : 'M'}${p[0].toFixed(1)} ${p[1].toFixed(1)}`;
	}
	return { marks: [path('trail', d || 'M0 0', { stroke: 'signal', width: 3.4, round: true, opacity })] };
}

/** Where to look while it is on its way: at its box, then at it, then at the screen it comes to. */
export function packetRect(c: SceneContext, m: Journey): Rect {
	const { from, x, y, screen } = stops(c, m);
	return m.filled < 0.5 ? from : m.fly < 0.25 ? { x: x - 30, y: y - 30, w: 60, h: 60 } : screen;
}
