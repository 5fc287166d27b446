import { GROUND } from '../../drawing/palette';
import { alertOfNour, BEFORE, frameOfAlert } from '../../centre/queue';
import { boxMarks, minutesSeconds } from '../../figure/boxes';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { lookAt } from '../../figure/map/look';
import { townInk } from '../../figure/map/map';
import { slab } from '../../figure/place';
import { frameSquare } from '../../figure/square';
import { town } from '../../figure/town/town';
import type { Camera } from '../../camera/camera';
import type { Ink, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';

/** Of the way out of the square: how near the rule is to sounding, how small the square has become, how far the eye flies. */
export type Leaving = Record<'sounds' | 'dark' | 'shrunk' | 'fly', number>;

export interface Square {
	/** World frame. */
	now: number;
	camera: Camera;
	/** Where its picture lies on the stage, and on the plan of the town. */
	rect: Rect;
	tile: Rect;
}

/** The square while it draws back to its place on the plan; out of the picture, behind the eye, near the house. */
export function squareAt({ recording, view }: SceneContext, { sounds, shrunk, fly }: Leaving): Square {
	const { square } = town();
	const [x, y] = lookAt(view, fly)(square.at[0], square.at[1], 0) ?? [-1000, view.height + 1000];
	const tile = { x: x - 24, y: y - 13.5, w: 48, h: 27 };
	const own = frameSquare(view);
	return {
		now: frameOfAlert(recording) - BEFORE * (1 - sounds),
		camera: shrunk > 0 ? mixCameras(own, cameraIn(tile), shrunk) : own,
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
	if (shrunk > 0 && fly < 0.2)
		ink.push({
			type: 'shape',
			d: slab(rect.x, rect.y, rect.w, rect.h),
			fill: shrunk >= 1 ? GROUND : 'none',
			stroke: 'paper',
			width: 1.6
		});
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
			size: c.view.shape === 'phone' ? 12 : 14
		})
	};
}
