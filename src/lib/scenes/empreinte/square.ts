import { EYE } from '../../camera/camera';
import { painted, slab } from '../../figure/inks';
import { cameraIn, mixRects } from '../../figure/inset';
import { letter, measure } from '../../figure/text';
import { ease } from '../../figure/motion';
import { slip } from '../../figure/marks';
import { cameraOnPole } from '../../figure/bullet';
import type { Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { placesOf } from './layout';
import type { Compared } from './rows';

const openedAt = (rows: number): number => ease(rows, 0.55, 1);
const closedAt = (bare: number): number => ease(bare, 0.4, 1);

/** The window on the square, which closes to the place of a third bar. */
export function squareAt(view: View, bare: number): Rect {
	const { square, blank } = placesOf(view);
	return mixRects(square, blank, closedAt(bare));
}

/** In the place of a third bar, a window on the square itself, under its mast: nobody has found what it draws. */
export function square(c: SceneContext, { rows, bare }: Compared, seconds: number): Layer {
	const opened = openedAt(rows);
	if (opened <= 0) return {};
	const whole = squareAt(c.view, bare);
	const clip: Rect = { ...whole, w: whole.w * opened };
	const closed = closedAt(bare);
	const opacity = 1 - ease(closed, 0.7, 1);
	const d = slab(clip.x, clip.y, clip.w, clip.h);
	const { axis } = placesOf(c.view);
	return {
		ink: [
			{
				type: 'street',
				camera: cameraIn(whole, EYE, { focus: [0.5, 0.62], zoom: 1 }),
				at: seconds * c.recording.fps,
				clip,
				opacity
			},
			...cameraOnPole(whole.x + whole.w * 0.84, whole.y + whole.h, whole.h * 0.89, clip, opacity),
			{ type: 'shape', d, stroke: 'ink', width: 1.8, opacity },
			// What the next chapter begins with: the axis, and a bar that has nothing in it.
			...(closed > 0
				? ([
						{ type: 'shape', d, stroke: 'ink', width: 1, dash: '2 5', opacity: 0.6 * closed },
						painted(`M${axis.x} ${axis.top}V${axis.bottom}`, { stroke: 'ink', width: 2.2, opacity: closed })
					] as const)
				: [])
		]
	};
}

/** That no figure was found, in the window. */
export function none(c: SceneContext, m: Compared): Layer {
	if (openedAt(m.rows) <= 0) return {};
	const { x, y } = squareAt(c.view, m.bare);
	const size = c.view.phone ? 15 : 24;
	const text = c.say('none');
	const opacity = m.none * (1 - ease(m.bare, 0, 0.5));
	const r = { x: x + 14, y: y + 12, w: measure(text, size, 'grot') + 24, h: size * 1.7 };
	return {
		marks: [
			slip('none.slip', r, { opacity }),
			letter('none', 'grot', x + 26, y + 12 + size * 1.18, size, text, { opacity, fact: 'f08' })
		]
	};
}
