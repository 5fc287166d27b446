import { between, type Camera, type Pose } from '../../camera/camera';
import { ease } from '../../figure/motion';
import { domeAt, mastInk } from '../../figure/mast';
import { cameraOf, WINDOW } from '../../figure/poses';
import { bodyRect, placePeople, viewfinder, worldFrame, type Placed } from '../../figure/square';
import { tagMarks } from '../../figure/tags';
import type { Frame, Rect, Scene, SceneContext, View } from '../../picture/frame';
import { latest } from '../cues';
import { stack, type Layer } from '../layers';
import { CUES, type Read } from './cues';
import { FRIENDS, haltAt, MORE, NOUR, OTHERS, poseAt, poseOnClimb, poseOnWalk, type Halt } from './walk';

export { CUES as cues };

/** World frame the chapter begins at, and how many pass while it is read. */
const START = 150;
const SPAN = 52 * 6;

/** People of a halt, and how clear their words are. */
interface Speech {
	who: string[];
	shown: number;
}

/** Where the eye is in each step, who speaks there, and whom it is about if nobody does. */
const STEPS: Record<
	string,
	{ pose: (view: View, at: Read) => Pose; speech?: (at: Read) => Speech[]; about?: string[] }
> = {
	square: { pose: () => WINDOW },
	nour: {
		pose: (view, at) => between(WINDOW, poseAt(view, NOUR), at('near')),
		speech: (at) => [{ who: NOUR.who, shown: at('nour') }]
	},
	others: {
		pose: (view, at) => poseOnWalk(view, OTHERS, at('others')),
		speech: (at) => speechOnWalk(OTHERS, at('others'))
	},
	more: { pose: (view, at) => poseOnWalk(view, MORE, at('more')), speech: (at) => speechOnWalk(MORE, at('more')) },
	'window-again': {
		pose: (view, at) => between(poseAt(view, FRIENDS), WINDOW, at('back')),
		speech: (at) => [{ who: FRIENDS.who, shown: at('friends') }]
	},
	'up-the-mast': { pose: (view, at) => poseOnClimb(view, at('climb')), about: ['nour'] }
};

/** People speak while the eye is nearer to their halt than to another. */
function speechOnWalk(walk: Halt[], t: number): Speech[] {
	const at = haltAt(walk.length, t);
	return walk.map(({ who }, i) => ({ who, shown: 1 - ease(Math.abs(at - i), 0.12, 0.5) })).filter((s) => s.shown > 0);
}

/** From a first-floor window down to those who stay, back, and up to the lens that will film them. */
export const scene: Scene = (c): Frame => {
	const at = CUES(c);
	const { pose, speech, about } = latest(c, STEPS);
	const camera = cameraOf(c.view, pose(c.view, at));
	const now = worldFrame(c, START + SPAN * at('clock'), 0);
	const speaking = speakers(c, now, camera, speech?.(at) ?? []);
	const subject = about ? placePeople(c.recording, now, camera, about) : speaking;
	return {
		night: 0,
		...stack({ ink: [{ type: 'street', camera, at: now }] }, mast(c.view, camera), tags(c, speaking), {
			marks: viewfinder(c, now, at('finder'))
		}),
		subject: about || subject.length ? subject.map(bodyRect) : undefined
	};
};

/** Where tags may lie. */
const boundsOf = ({ width, height, portrait, free }: View): Rect =>
	portrait ? { x: 6, y: 6, w: width - 12, h: height - 12 } : free;

/** Those who speak now and are in the picture. */
function speakers(c: SceneContext, now: number, camera: Camera, speech: Speech[]): (Placed & { shown: number })[] {
	const { x, w } = boundsOf(c.view);
	return speech.flatMap(({ who, shown }) =>
		placePeople(c.recording, now, camera, who)
			.filter((p) => p.x >= x && p.x <= x + w)
			.map((p) => ({ ...p, shown }))
	);
}

function tags(c: SceneContext, speaking: (Placed & { shown: number })[]): Layer {
	const { phone } = c.view;
	const list = speaking.map(({ person: { key }, x, top, shown }) => ({
		key,
		x,
		y: top,
		name: c.say(`${key}.name`),
		says: c.say(`${key}.why`),
		shown
	}));
	return { marks: tagMarks(list, boundsOf(c.view), phone ? 15 : 19, phone ? 170 : 230) };
}

/** The mast, once the eye is behind it; its glass clears as the eye goes through. */
function mast({ height }: View, camera: Camera): Layer {
	const dome = domeAt(camera);
	return { ink: mastInk(camera, dome ? 1 - ease(dome.r / height, 0.34, 0.85) : 1) };
}
