import type { Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { ease } from '../../figure/motion';
import type { Mark, SceneContext } from '../../picture/frame';

/** The program's boxes, which go out one after the other as `fading` goes from 0 to 1. */
export function fadingBoxes(c: SceneContext, now: number, camera: Camera, shown: number, fading: number): Mark[] {
	if (shown <= 0 || fading >= 1) return [];
	return boxMarks(c.recording, now, camera, { opacity: 1 }).flatMap((m): Mark[] => {
		// Each has its own moment, the same whichever way the reader comes; the last before the camera moves.
		const turn = ((Number(m.key.replace(/\D/g, '')) * 0.618034) % 1) * (1 - LENGTH);
		const opacity = shown * (1 - ease(fading, turn, turn + LENGTH));
		return opacity > 0 ? [{ ...m, opacity }] : [];
	});
}

/** How long one takes. */
const LENGTH = 2 / 11;
