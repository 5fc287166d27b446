import found from '../../../generated/learned.json';
import type { Camera } from '../../camera/camera';
import { letter, measure } from '../../figure/text';
import { box, faded, overlap } from '../../figure/marks';
import { WHITE } from '../../figure/night';
import { viewBox } from '../../figure/square';
import type { Mark, Rect } from '../../picture/frame';
import { unpackGuesses, type Guess } from './packed';
import type { Group } from './groups';

/** What the neural network found on the recorded square (learned.ts). */
const FOUND = { ...found, found: found.found as unknown as Record<Group, [all: number, ours: number, theirs: number]> };
const { from, every } = FOUND;
const [first, ...loop] = unpackGuesses(FOUND.boxes, FOUND.pictures + 1);

/** By group: those who could be seen in the recording, and those either machine had a box on. */
export const BY_GROUP = FOUND.found;
/** Everything it found in the picture that is explained, with whom each box is on: -1 for nobody. */
export const FIRST: (Guess & { on: number })[] = first.map((g, i) => ({ ...g, on: FOUND.on[i] }));
/** Who can be seen there. */
export const SEEN = FOUND.people;

/** Boxes at a frame of the loop: those of the picture it looked at last. */
export const guessesAt = (frame: number): Guess[] =>
	loop[Math.max(0, Math.min(loop.length - 1, Math.floor((frame - from) / every)))];

/** What a threshold makes of the picture explained. */
export function judged(threshold: number) {
	const boxes = FIRST.filter((g) => g.sure >= threshold);
	const on = new Set(boxes.map((g) => g.on));
	return {
		boxes,
		somebody: boxes.filter((g) => g.on >= 0).length,
		nobody: boxes.filter((g) => g.on < 0).length,
		missed: SEEN.filter((person) => !on.has(person))
	};
}

interface Showing<G extends Guess> {
	opacity: number;
	/** Opacity of the numbers over them, and their size. */
	numbers: number;
	size: number;
	/** Those filled with red. */
	odd?: (g: G) => boolean;
	/** What numbers keep off. */
	off?: Rect[];
}

/** The network's boxes, each with its number where there is room, the surest first. */
export function guessMarks<G extends Guess>(
	guesses: readonly G[],
	camera: Camera,
	{ opacity, numbers, size, odd, off = [] }: Showing<G>
): Mark[] {
	if (opacity <= 0) return [];
	const taken = [...off];
	const placed = [...guesses]
		.sort((a, b) => b.sure - a.sure)
		.map((g) => ({ g, r: viewBox({ id: g.id, x: g.x / 2, y: g.y / 2, w: g.w / 2, h: g.h / 2 }, camera) }))
		.filter(({ r }) => r.x + r.w > 0 && r.x < camera.width && r.y + r.h > 0 && r.y < camera.height);
	const frames = placed.map(({ g, r }) =>
		box(`guess-${g.id}`, r, {
			stroke: 'signal',
			width: 2,
			fill: odd?.(g) ? 'signal' : 'none',
			fillOpacity: 0.3,
			opacity
		})
	);
	const chips = placed.flatMap(({ g, r }): Mark[] => {
		const text = String(g.sure);
		const chip = { x: r.x - 1, y: r.y - size - 5, w: measure(text, size, 'mono') + 6, h: size + 5 };
		if (chip.y < 2 || chip.x < 2 || chip.x + chip.w > camera.width - 2 || taken.some((t) => overlap(t, chip)))
			return [];
		taken.push(chip);
		return [
			box(`guess-chip-${g.id}`, chip, { fill: WHITE, stroke: 'signal', width: 1 }),
			letter(`guess-sure-${g.id}`, 'mono', chip.x + 3, chip.y + size + 0.5, size, text, { fill: 'signal-text' })
		];
	});
	return [...frames, ...faded(opacity * numbers, chips)];
}
