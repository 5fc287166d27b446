import type { Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { letter } from '../../figure/text';
import { down, path } from '../../figure/marks';
import { bodyRect, placePeople, viewBox, type Placed } from '../../figure/square';
import type { Frame, Ink, Mark, SceneContext } from '../../picture/frame';
import type { Box } from '../../recording/types';
import { stack } from '../layers';
import type { Read } from './cues';
import { dissolving, explained, type Explained } from './explained';
import { black, mast } from './layout';
import { edges, pixels, strips } from './sensor';
import { caption, loopDial, names } from './words';

/** The blobs come over the mask, then the drawing over both, each from the left; boxes on the blobs. */
export function boxing(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const shot = explained(c, at('loop'));
	const camera = mast(view);
	const shown = strips(view, at);
	const street = Math.round(view.width * at('street'));
	const drawn = (frame: number): Ink[] => [{ type: 'street', camera, at: frame, drained: 0.7, veil: 0.2 }];
	const nour = placePeople(recording, shot.at, camera, ['nour'])[0];
	const own = nour && boxOn(recording.boxesAt(shot.at), nour, camera);
	return {
		night: 0,
		...stack(
			{ ink: street > 0 ? dissolving(shot, drawn) : drawn(shot.at) },
			street < view.width && {
				ink: [black(view, street), ...dissolving(shot, (frame) => pixels(view, camera, shown, frame, street))]
			},
			{ marks: edges(view, shown) },
			street > 0 &&
				street < view.width && {
					marks: [down('wipe-street', street, 0, view.height, { stroke: 'signal', width: 2 })]
				},
			{ marks: boxes(c, shot, camera, at('boxes')) },
			own && { marks: ruler(c, own, camera, at('ruler')) },
			{ marks: at('boxesNamed') ? caption(c, c.say('layer.boxes'), 1) : names(c, shown) },
			{ marks: loopDial(c, shot.run) }
		),
		subject: nour ? [bodyRect(nour)] : undefined
	};
}

/** The box somebody stands in. */
const boxOn = (boxes: Box[], { x, y }: Placed, camera: Camera): Box | undefined =>
	boxes.find((b) => {
		const r = viewBox(b, camera);
		return x > r.x && x < r.x + r.w && y - 5 > r.y && y - 20 < r.y + r.h;
	});

/** The program's boxes, those of the frame that leaves going with it. */
function boxes({ recording }: SceneContext, { at, old }: Explained, camera: Camera, opacity: number): Mark[] {
	const leaving = old ? boxMarks(recording, old.at, camera, { opacity: opacity * old.share }) : [];
	return [
		...leaving.map((m) => ({ ...m, key: `old-${m.key}` })),
		...boxMarks(recording, at, camera, { opacity: opacity * (1 - (old?.share ?? 0)) })
	];
}

/** How tall a person should be in that place: the height the detector expects there. */
function ruler(c: SceneContext, box: Box, camera: Camera, opacity: number): Mark[] {
	const r = viewBox(box, camera);
	const x = r.x - 14;
	const foot = r.y + r.h;
	return [
		path('ruler', `M${x - 5} ${r.y}h10M${x} ${r.y}V${foot}M${x - 5} ${foot}h10`, {
			stroke: 'signal',
			width: 1.6,
			opacity
		}),
		letter('ruler-text', 'mono', x - 8, r.y + r.h / 2 + 4, 13, c.say('ruler'), {
			weight: 500,
			fill: 'signal-text',
			halo: 'paper',
			anchor: 'end',
			opacity
		})
	];
}
