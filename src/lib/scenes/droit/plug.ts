import { ease, mix } from '../../figure/motion';
import { rows } from '../../figure/rows';
import { measure, wrap } from '../../figure/text';
import type { Mark, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { PLUGGED } from './data';
import { axisOf, type Away } from './layout';
import { rigInk, type Rig } from './rig';

/** Of the plug, each 0 to 1. */
export interface Plug {
	inserted: number;
	/** There is a socket in the band, in the first trial or the second. */
	socket: number;
	trial: 'first' | 'second';
	/** On its way down the years. */
	out: number;
	again: number;
	/** The drawing, and its caption. */
	opacity: number;
}

function rigOf(view: View, plug: Plug): Rig {
	const { free, shape } = view;
	const { x, top, at } = axisOf(view);
	const phone = shape === 'phone';
	const gutter = x - free.x;
	const w = gutter - (phone ? 6 : 24);
	const k = phone ? 0.42 : Math.min(1.15, gutter / 150);
	const first = at(PLUGGED.first);
	return {
		rig: { x: free.x, y: top, w, h: Math.min(w * (phone ? 2.4 : 1.8), first - top - 50 * k) },
		x,
		y: mix(mix(first, at(PLUGGED.out), plug.out), at(PLUGGED.second), plug.again),
		socket: at(PLUGGED[plug.trial]),
		open: plug.socket,
		k
	};
}

/** The analysis is plugged into the years while the law allows it: the drawing before the band, and its caption. */
export function plug(c: SceneContext, plug: Plug, away: Away): Layer {
	const rig = rigOf(c.view, plug);
	return {
		ink: rigInk(rig, plug.inserted, plug.opacity, away),
		marks: c.view.shape === 'phone' ? [] : captions(c, rig, plug)
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
