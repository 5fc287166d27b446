import type { Ink, SceneContext } from '../../picture/frame';
import type { SceneModule } from '../index';

/** Frames the pipeline is shown on once their masks have been made anew: six seconds, of which the last dissolve into the first. */
export const LOOP = 75;
const DISSOLVE = 10;
export const masks: SceneModule['masks'] = ({ moments }) => ({ from: moments.explain, to: moments.explain + LOOP - 1 });

/** What the pipeline is shown on: a frame, and while the loop begins again the one that dissolves into it. */
export interface Explained {
	at: number;
	/** The frame that leaves, and how much of it is still there. */
	old?: { at: number; share: number };
	/** How far the loop has come, 0 to 1, and how long it is, while there is one. */
	run?: { share: number; seconds: number };
}

/**
 * The frame the pipeline is explained on; where masks can be had for more, the seconds after it in a loop, as far as it
 * is let `loose`: it sets out from that frame and comes back to it.
 */
export function explained({ recording, life }: SceneContext, loose: number): Explained {
	const { moments, live, fps } = recording;
	const window = life > 0 ? live?.() : null;
	if (!window || loose === 0) return { at: moments.explain };
	const turn = window.to - window.from + 1 - DISSOLVE;
	const p = Math.floor(life * fps) % turn;
	const frame = (n: number): number => Math.round(window.from + loose * n);
	return {
		at: frame(p),
		old: p < DISSOLVE ? { at: frame(turn + p), share: 1 - (p + 1) / (DISSOLVE + 1) } : undefined,
		run: loose === 1 ? { share: p / turn, seconds: Math.round(turn / fps) } : undefined
	};
}

/** What is drawn at the frame explained, with that of the one that leaves dissolving over it. */
export const dissolving = ({ at, old }: Explained, draw: (at: number) => Ink[]): Ink[] => [
	...draw(at),
	...(old ? draw(old.at).map((ink): Ink => ({ ...ink, opacity: old.share }) as Ink) : [])
];
