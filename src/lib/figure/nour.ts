import { project } from '../camera/camera';
import type { Ink, Rect, SceneContext, View } from '../picture/frame';
import type { Recording } from '../recording/types';
import { act, BASE, SPANS, TOTAL } from '../street/acts';
import { CAST } from '../street/cast';
import { HOMES } from '../street/square';
import type { Person } from '../street/types';
import { cameraIn } from './inset';
import { oval } from './inks';

/** Where the camera's picture hangs once Nour leaves it: at the top, blank paper under it. */
export function framedPicture(view: View): Rect {
	const { free } = view;
	// Its frame keeps a little more off the text than what has none.
	const aside = view.phone ? 0 : 14;
	const w = Math.min(free.w - aside, (free.h * 0.62 * 16) / 9);
	return { x: free.x + aside + (free.w - aside - w) / 2, y: free.y, w, h: (w * 9) / 16 };
}

/** Nour as the acts have her at a moment; in a street without her, somebody of her looks at her place. */
export function nourAt(recording: Recording, seconds: number): Person {
	const { street, fps } = recording;
	const known = street.people.find((p) => p.key === 'nour');
	const own = (at: number): Person => {
		if (known) return street.at((BASE + at) * fps).people[known.id];
		const [x, y] = HOMES.nour;
		const still = { x, y, hx: 0, hy: -1, speed: 0, pose: 'stand', phase: 0, shelter: 0 } as const;
		return { id: -1, key: 'nour', reason: 'nour', present: true, ...still, ...CAST.nour };
	};
	const home = own(SPANS.leave.from);
	return act(own(seconds), seconds, [home.x, home.y]);
}

const spot = { u: 0, v: 0, k: 0 };

/** Where Nour stands on the paper once she has left: chapter `droit` ends and `peur` begins there. */
export function nourOut({ recording, view }: Pick<SceneContext, 'recording' | 'view'>) {
	const person = nourAt(recording, TOTAL);
	project(cameraIn(framedPicture(view)), person.x, person.y, 0, spot);
	return { person, x: spot.u, y: spot.v, k: spot.k };
}

/** Somebody standing on paper, with the shadow at their feet; `x`, `y` between the feet, `k` pixels to a metre. */
export const standing = (person: Person, x: number, y: number, k: number, opacity = 1, clip?: Rect): Ink[] => [
	{ type: 'shape', d: oval(x + 0.16 * k, y, 0.42 * k, 0.075 * k), fill: 'ink', opacity: 0.14 * opacity, clip },
	{
		type: 'person',
		look: person.look,
		pose: person.pose,
		x,
		y,
		k,
		height: person.height,
		facing: Math.abs(person.hx) > 0.75 ? (person.hx > 0 ? 1 : -1) : 0,
		back: person.hy > 0.66,
		phase: person.phase,
		shelter: person.shelter,
		opacity,
		clip
	}
];
