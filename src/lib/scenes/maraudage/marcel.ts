import { type Camera } from '../../camera/camera';
import { DEFAULT_THRESHOLD } from '../../centre/held';
import { clockMarks, found, minutesSeconds } from '../../figure/boxes';
import { slab } from '../../figure/inks';
import { mixCameras, mixRects } from '../../figure/inset';
import { group, slip } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { viewBox } from '../../figure/square';
import { letter, measure } from '../../figure/text';
import type { Frame, Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { isLow } from '../../picture/low';
import { stack, type Layer } from '../layers';
import { chart } from './chart';
import type { Read } from './cues';
import { marcelRect, panelCamera, speakersCamera } from './layout';
import { rowsOf } from './rows';
import { trialOf, type Trial } from './trial';

/** Nights in a row, as an example: what the clock does in each. */
const NIGHTS = ['first', 'second', 'third'] as const;

/** Marcel alone, who sleeps there: nights fall and lift over him, and each time his clock fills and starts again. */
export function marcel(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const trial = trialOf(recording);
	const [alone, dawn] = [at('alone'), at('dawn')];
	const rect = mixRects(seedOf(c, trial), marcelRect(view), alone);
	// From so near that he is all there is to see.
	const camera = mixCameras(panelCamera(recording, rect, 8.4, 0.84), panelCamera(recording, rect), dawn);
	const now = sleeping(trial);
	const his = recording.boxesAt(now).find((b) => b.id === trial?.track);
	// A clock stays full until its night has lifted.
	const n = NIGHTS.findIndex((key) => at(`${key}Clock`) < 1 || at(`${key}Night`) > 0.3);
	const share = n < 0 ? 1 : at(`${NIGHTS[n]}Clock`);
	const own = his ? [found('b', viewBox(his, camera), share >= 1, 0.2, 3)] : [];
	const shown = ease(alone, 0.8, 1) * (1 - ease(dawn, 0, 0.6));
	return {
		night: 0,
		...stack(
			folding(c, at),
			alone > 0 && { ink: portrait(rect, camera, at, trial) },
			{ marks: group('marcel-box', own, { clip: rect, opacity: shown }) },
			{ marks: group('marcel-clock', clock(view, rect, share), { opacity: shown }) },
			{ marks: NIGHTS.flatMap((key, i) => tally(c, rect, i, at(`${key}Clock`), shown)) }
		),
		subject: [marcelRect(view)],
		says: c.say('says.marcel')
	};
}

/** A frame at which he sits, and the program has its box on him. */
const sleeping = (trial: Trial | null): number => (trial ? Math.round(mix(trial.from, trial.to, 0.6)) : 0);

/** The chart folds away as Marcel's dot grows. */
function folding(c: SceneContext, at: Read): Layer {
	const opacity = at('chart');
	if (opacity <= 0) return {};
	return { marks: group('chart', chart(c, speakersCamera(c, at('near'), at('turns')), at), { opacity }) };
}

/** What his picture grows from: the man's dot. */
function seedOf({ recording, view }: SceneContext, trial: Trial | null): Rect {
	const dot = rowsOf(recording, view).dots.find((d) => d.person === trial?.person);
	const { free: f } = view;
	return dot ? { x: dot.x - 5, y: dot.y - 5, w: 10, h: 10 } : { x: f.x + f.w / 2, y: f.y + f.h / 2, w: 10, h: 10 };
}

/** The street as it draws him, with nobody else, in its frame; the others are there again when the next step begins. */
function portrait(rect: Rect, camera: Camera, at: Read, trial: Trial | null): Ink[] {
	const night = Math.max(...NIGHTS.map((key) => at(`${key}Night`)));
	const street = { type: 'street', camera, clip: rect } as const;
	const dawn = at('dawn');
	return [
		{ ...street, at: sleeping(trial), night, only: trial ? [trial.person] : [] },
		...(dawn > 0 ? [{ ...street, at: trial?.from ?? 0, opacity: dawn }] : []),
		{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h), stroke: 'ink', width: 2 }
	];
}

/** The clock on him, large, in the corner of the picture. */
function clock(view: View, rect: Rect, share: number): Mark[] {
	const small = view.phone || isLow(view);
	const r = small ? 22 : 44;
	const inset = small ? 8 : 18;
	const size = small ? 20 : 38;
	const digits = minutesSeconds(DEFAULT_THRESHOLD * share);
	const [x, y] = [rect.x + inset, rect.y + inset];
	const middle = y + inset + r;
	const fill = share >= 1 ? 'signal-text' : 'ink';
	return [
		slip('back', { x, y, w: 2 * r + 3 * inset + measure(digits, size, 'mono'), h: 2 * r + 2 * inset }),
		...clockMarks('c', x + inset + r, middle, r, share),
		letter('digits', 'mono', x + 2 * inset + 2 * r, middle + size * 0.36, size, digits, { fill })
	];
}

/** A night under the picture: its clock as it stood at the end of it. */
function tally(c: SceneContext, rect: Rect, i: number, share: number, shown: number): Mark[] {
	const { phone } = c.view;
	const r = phone ? 9 : 16;
	const size = phone ? 13 : 18;
	const text = c.say('marcel.night', { n: i + 1 });
	const x = rect.x + (i * rect.w) / NIGHTS.length + r + 2;
	const y = rect.y + rect.h + (phone ? 20 : 38);
	const fill = share >= 1 ? 'signal-text' : 'ink';
	const word = letter('word', 'grot', x + r + (phone ? 7 : 12), y + size * 0.36, size, text, { fill });
	return group(`night-${i}`, [...clockMarks('c', x, y, r, share), word], { opacity: shown * ease(share, 0, 0.15) });
}
