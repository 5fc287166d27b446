import { painted } from '../../../figure/inks';
import { operatorInk } from '../../../figure/operator';
import { mix } from '../../../figure/motion';
import { slab } from '../../../figure/place';
import type { Rect, SceneContext, View } from '../../../picture/frame';
import { stack, type Layer } from '../../layers';
import { answersOn, planOf, seatIn, type Lit } from './layout';
import { house } from './house';
import { found, packet, settings, wires, type Journey } from './journey';
import { names } from './names';
import { patrol } from './patrol';
import { street } from './street';

/** How the chain comes out of the dark, and goes back into it. */
export interface Seen {
	shown: number;
	/** The packet is on its way. */
	sent: number;
}

/** All that an alert passes, from the camera to the patrol, but for the operator and their screen. */
export function chain(c: SceneContext, lit: Lit, m: Journey, { shown, sent }: Seen): Layer {
	const p = planOf(c.view);
	const line = wires(p, m);
	return stack(
		{ ink: street(c, p, lit) },
		{ ink: patrol(p, lit.patrol) },
		{ ink: house(c, p, lit) },
		{ ink: line.ink },
		{ ink: [painted(slab(0, 0, c.view.width, c.view.height), { fill: 'night', opacity: 1 - shown })] },
		{
			marks: [
				...(line.marks ?? []).map((mark) => ({ ...mark, opacity: (mark.opacity ?? 1) * shown })),
				...found(p, { ...lit, server: lit.server * shown }),
				...settings(c, p, { ...lit, installer: lit.installer * shown }),
				...packet(p, m, sent * shown),
				...names(c, p, lit, shown)
			]
		}
	);
}

/** Where the operator's screen is in the chain. */
export const screenInChain = (view: View): Rect => planOf(view).screen;

/** All of it, for the words to keep off. */
export function chainRect(view: View): Rect {
	const { free } = view;
	return free;
}

/** The operator in the room of screens; the hand goes from one answer to the other, and rests. */
export function operatorInChain(c: SceneContext, acting: number, opacity: number): Layer {
	const p = planOf(c.view);
	const seat = seatIn(p);
	const [dismiss, pass] = answersOn(p).map((r) => ({ x: r.x + r.w / 2, y: r.y + r.h + 14 * seat.scale }));
	const rest = { x: seat.x + 120 * seat.scale, y: p.room.y + p.room.h * 0.78 };
	const up = Math.min(1, 3 * acting);
	const over = Math.max(0, Math.min(1, 3 * acting - 1.4));
	const aim = { x: mix(dismiss.x, pass.x, over), y: mix(dismiss.y, pass.y, over) };
	return {
		ink: operatorInk({
			...seat,
			turn: 0.4 * acting,
			breath: Math.sin(c.life * 1.5),
			light: 0.9,
			hand: { x: mix(rest.x, aim.x, up), y: mix(rest.y, aim.y, up) },
			opacity
		})
	};
}
