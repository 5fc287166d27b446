import { project } from '../camera/camera';
import type { Recording } from '../recording/types';
import type { Frame, Ink, Mark } from '../picture/frame';

/** What can be counted in a picture of the square. */
export interface Counts {
	/** People drawn inside the picture: truth. */
	people: number;
	/** Boxes the program has drawn. */
	boxes: number;
	/** Of these, how many a rule has flagged. */
	flagged: number;
}

type Street = Extract<Ink, { type: 'street' }>;

const spot = { u: 0, v: 0, k: 0 };
/** Under a thicker veil, or fainter than this, the square is a memory behind a chart: nobody in it is counted. */
const THIN = 0.6;
const FAINT = 0.3;

function peopleIn({ camera, at, only, clip }: Street, { street }: Recording): number {
	const left = clip?.x ?? 0;
	const top = clip?.y ?? 0;
	const right = clip ? clip.x + clip.w : camera.width;
	const bottom = clip ? clip.y + clip.h : camera.height;
	let n = 0;
	for (const p of street.at(at).people) {
		if (!p.present || (only && !only.includes(p.id))) continue;
		// The middle of the body decides.
		project(camera, p.x, p.y, p.height / 2, spot);
		if (spot.k > 0 && spot.u >= left && spot.u <= right && spot.v >= top && spot.v <= bottom) n++;
	}
	return n;
}

/** Counts people, boxes and flagged boxes of a frame; null when the square is not what it shows. */
export function countScene(frame: Frame, recording: Recording): Counts | null {
	const shown = frame.ink.filter(
		(i): i is Street => i.type === 'street' && !i.empty && (i.veil ?? 0) < THIN && (i.opacity ?? 1) > FAINT
	);
	// A scene may lay one street over another while it changes: the last is the one seen.
	const street = shown.at(-1);
	if (!street) return null;
	let boxes = 0;
	let flagged = 0;
	const count = (marks: Mark[], opacity: number): void => {
		for (const m of marks) {
			const o = opacity * (m.opacity ?? 1);
			if (o < FAINT) continue;
			if (m.type === 'group') count(m.children, o);
			else if (m.type === 'rect' && /^box-\d+$/.test(m.key)) {
				boxes++;
				if (m.fill === 'signal') flagged++;
			}
		}
	};
	count(frame.marks, 1);
	return { people: peopleIn(street, recording), boxes, flagged };
}

/** The counts in words; '' when there is nothing to count. Labels are in content/figures/common.yaml. */
export function sayCounts(
	counts: Counts | null,
	say: (key: string, vars?: Record<string, string | number>) => string
): string {
	if (!counts) return '';
	const { people, boxes, flagged } = counts;
	return boxes > 0 ? say('counts.boxes', { people, boxes, flagged }) : say('counts.people', { people });
}
