import type { Camera } from '../../camera/camera';
import { bodyRect, placePeople } from '../../figure/square';
import type { Ink, Rect, Scene, SceneContext } from '../../picture/frame';
import { latestOf, valuesOf } from '../cues';
import { stack, type Layer } from '../layers';
import { answers } from './answers';
import { askerRects, askers, balloons, headings } from './asking';
import { CUES, type Read } from './cues';
import { layoutOf, type Layout } from './layout';
import { mastsInk } from './masts';
import { onSheet, paper } from './sheet';
import { eyeAt, fadingBoxes, homeRect, meetingRect, someone, worldAt } from './square';
import { readTown } from './town';

export { CUES as cues };

/** The three questions, the town's answers, the sheet; then the square, two sisters, and the square without them. */
export const scene: Scene = (c) => {
	const at = CUES(c);
	const l = layoutOf(c);
	const step = latestOf(c, Object.keys(SUBJECTS));
	const now = worldAt(c, at('before'), at('meeting'), at('leaving'), at('onward'));
	const camera = eyeAt(c.view, at('down'), at('near'), at('back'));
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now }] },
			{ ink: masts(c, camera, at('masts')) },
			{ marks: fadingBoxes(c, now, camera, at('boxes'), at('fading')) },
			...(at('papers') ? papers(c, l, at) : []),
			{ ink: someone(camera, at('someone'), c.life) }
		),
		subject: SUBJECTS[step](c, l, camera, now),
		says: c.say(`says.${step}`, { n: c.number(readTown(c.params).cameras) })
	};
};

/** As many masts as there are cameras, coming and going one after the other. */
function masts(c: SceneContext, camera: Camera, planted: number): Ink[] {
	if (planted <= 0) return [];
	return mastsInk(camera, Math.max(1, Math.round(readTown(c.params).cameras * planted)));
}

/** Those who ask, and the paper their questions go to. */
function papers(c: SceneContext, l: Layout, at: Read): (Layer | false)[] {
	const [asked, toRow, toSheet, dropped] = [at('asked'), at('toRow'), at('toSheet'), at('dropped')];
	return [
		!!at('askers') && { ink: askers(c, at('coming'), at('gone')) },
		toRow <= 0 && { ink: balloons(c.view, l, asked) },
		!!at('ready') && { ink: paper(c.view, l, at('paper'), toSheet, dropped) },
		!!at('ready') && at('answered') > 0 && answers(c, l, at('answers'), at('answered')),
		at('sheet') > 0 && { marks: onSheet(c, l, valuesOf(at, 'sheet', 'items', 'note', 'dropped')) },
		headings(c, l, valuesOf(at, 'asked', 'toRow', 'toSheet', 'dropped', 'bare'), toRow > 0 && !!at('slips'))
	];
}

/** Where what each step speaks of is. */
const SUBJECTS: Record<string, (c: SceneContext, l: Layout, camera: Camera, now: number) => Rect[]> = {
	asking: (c) => askerRects(c.view),
	town: ({ view: { free } }, { panel }) => [{ ...free, h: panel.y - free.y }, panel],
	sheet: (_, { paper }) => [paper],
	salma: (_, l, camera) => [meetingRect(camera)],
	square(c, _, camera, now) {
		const both = placePeople(c.recording, now, camera, ['nour', 'salma']).map(bodyRect);
		return both.length ? both : [homeRect(camera)];
	}
};
