import { MAST, type Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { cameraIn, mixCameras } from '../../figure/inset';
import { across, group } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { bodyRect, placePeople, viewfinder } from '../../figure/square';
import { measure } from '../../figure/text';
import type { Frame, Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { stack } from '../layers';
import type { Read } from './cues';
import { LOOP } from './explained';
import { guessesAt, guessMarks } from './guesses';
import { focusOf, mast } from './layout';
import { lens } from './sensor';
import { sizeOf, strip } from './words';

/** Frames at either end of the loop that are veiled: its seam. */
const SEAM = 4;

/** The seconds after the frame explained, in a loop, as far as it is let `loose`; and how near its seam it is, 0 to 1. */
function looped({ recording: { moments, fps }, life }: SceneContext, loose: number): { now: number; seam: number } {
	if (life <= 0 || loose <= 0) return { now: moments.explain, seam: 0 };
	const n = (life * fps) % (LOOP - 1);
	return {
		now: moments.explain + Math.floor(loose * n),
		seam: loose * Math.max(0, 1 - Math.min(n, LOOP - 1 - n) / SEAM)
	};
}

/** Half of the stage, and the camera that brings the whole of the machine's picture beside the text there. */
function halves(view: View): { middle: number; ours: Camera; theirs: Camera } {
	const middle = Math.round(view.height / 2);
	const x = view.shape === 'wide' ? view.free.x - 24 : 0;
	const camera = (y: number, h: number): Camera =>
		cameraIn({ x, y, w: view.width - x, h }, MAST, { focus: [0.5, focusOf(view)[1]], at: [0.5, 0.58] });
	return { middle, ours: camera(0, middle), theirs: camera(middle, view.height - middle) };
}

/**
 * The same seconds of the same square twice: above what ours finds, below what the network does. They come apart from the
 * one picture, and `grown` gives the network's the whole stage.
 */
export function machines(c: SceneContext, at: Read): Frame {
	const { view, recording } = c;
	const [split, grown, boxes] = [at('apart'), at('grown'), at('found')];
	const { now, seam } = looped(c, at('passing'));
	const whole = mast(view);
	const { middle, ...own } = halves(view);
	const line = mix(mix(view.height, middle, split), 0, grown);
	const ours = mixCameras(whole, own.ours, split);
	const theirs = mixCameras(own.theirs, whole, grown);
	const upper: Rect = { x: 0, y: 0, w: view.width, h: line };
	const lower: Rect = { x: 0, y: line, w: view.width, h: view.height - line };
	const street = (camera: Camera, clip: Rect): Ink[] =>
		clip.h > 1 ? [{ type: 'street', camera, at: now, drained: 0.5, veil: 0.12 + 0.5 * seam, clip }] : [];
	const nour = placePeople(recording, now, ours, ['nour']).concat(placePeople(recording, now, theirs, ['nour']));
	return {
		night: 0,
		...stack(
			{ ink: [...street(ours, upper), ...street(theirs, lower)] },
			{ ink: lens(view, whole, now, at('lensGoes')) },
			{
				marks: [
					...group('ours', boxMarks(recording, now, ours, { opacity: boxes }), { clip: upper, opacity: 1 - seam }),
					...group(
						'theirs',
						guessMarks(guessesAt(now), theirs, { opacity: Math.min(1, 2 * split), numbers: at('scores'), size: 12 }),
						{ clip: lower, opacity: 1 - seam }
					)
				]
			},
			line < view.height &&
				line > 0 && { marks: [across('apart', line, 0, view.width, { stroke: 'ink', width: 2.5 })] },
			{ marks: group('title-ours', title(c, 'ours', 0, 1), { opacity: boxes * (1 - grown), clip: upper }) },
			{ marks: group('title-theirs', title(c, 'theirs', line, grown), { opacity: split, clip: lower }) },
			{ marks: viewfinder(c, now, at('cornersGo')) }
		),
		subject: nour.map(bodyRect),
		says: c.say('two.says', { ours: recording.boxesAt(now).length, theirs: guessesAt(now).length })
	};
}

/** Which machine the part of the stage below `top` belongs to, in its corner, as far as need be `under` the page's head. */
export function title(c: SceneContext, who: 'ours' | 'theirs', top: number, under: number): Mark[] {
	const { phone, shape, portrait, free } = c.view;
	const size = sizeOf(c.view);
	const head = { phone: portrait ? 40 : 8, tall: 30, wide: 66 }[shape];
	const y = top + size + 12 + under * head;
	const text = c.say(`two.${who}`);
	return measure(text, size, 'mono') + 20 > c.view.width || y > c.view.height - 6
		? []
		: strip(`two-${who}`, phone ? 14 : free.x + 8, y, size, text, 7);
}
