import { boxOfAlert } from '../../centre/queue';
import { mixRects } from '../../figure/inset';
import { lookAt, windowsAt } from '../../figure/map/look';
import { mix } from '../../figure/motion';
import { WHITE } from '../../figure/night';
import { viewBox } from '../../figure/square';
import { along, town } from '../../figure/town/town';
import { OURS } from '../../figure/wall/feeds';
import { wallSlots } from '../../figure/wall/wall';
import type { Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { roomTiles } from './room';
import { rowRect, rowsOf } from './rows';
import { squareAt, type Leaving } from './street';

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
	const box = boxOfAlert(recording, now);
	const { house } = town();
	const { start, run } = runOf(m.run);
	const end = along(town(), start, run) ?? [house.x, house.y];
	// Near the wall the door is under the picture's edge: the packet waits inside it.
	const [x, y] = lookAt(view, m.fly)(end[0], end[1], 0) ?? [view.width / 2, view.height];
	return {
		from: box ? viewBox(box, camera) : tile,
		x: Math.max(20, Math.min(view.width - 20, x)),
		y: Math.max(20, Math.min(free.y + free.h - 20, y)),
		screen: m.fly < 1 ? windowsAt(view, Math.max(0.5, m.fly))[wallSlots(view)[OURS]] : roomTiles(view, m.opened)[OURS]
	};
}

export function packet(c: SceneContext, m: Journey, opacity: number): Layer {
	if (opacity <= 0) return {};
	const size = c.view.shape === 'phone' ? 14 : 20;
	const { from, x, y, screen } = stops(c, m);
	const dot = { x: x - size / 2, y: y - size / 2, w: size, h: size };
	const list = rowsOf(c.view);
	const place = mixRects(mixRects(mixRects(from, dot, m.round), screen, m.enters), rowRect(list, 0), m.landed);
	return {
		marks: [
			{
				type: 'rect',
				key: 'alert',
				...place,
				r: 0.5 * size * m.round * (1 - m.enters),
				fill: 'signal',
				fillOpacity: mix(mix(0.25, 1, m.filled), 0.22, m.enters),
				stroke: m.enters > 0.5 ? 'signal' : WHITE,
				width: mix(1.5, 4, m.enters),
				opacity
			}
		]
	};
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
	return {
		marks: [{ type: 'path', key: 'trail', d: d || 'M0 0', stroke: 'signal', width: 3.4, round: true, opacity }]
	};
}

/** Where to look while it is on its way: at its box, then at it, then at the screen it comes to. */
export function packetRect(c: SceneContext, m: Journey): Rect {
	const { from, x, y, screen } = stops(c, m);
	return m.filled < 0.5 ? from : m.fly < 0.25 ? { x: x - 30, y: y - 30, w: 60, h: 60 } : screen;
}
