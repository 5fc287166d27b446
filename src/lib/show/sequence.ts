import type { Place } from '../stage/messages';
import type { Position } from '../story/locate';

/** A step as it is presented. */
export interface ShowStep {
	name: string;
	/** Where in the step its picture stands still. */
	rest: number;
	title: string;
	/** The one line under the picture. */
	line: string;
	/** What the picture shows. */
	alt: string;
	/** The two questions for the room. */
	ask: string[];
	/** A step that goes on by itself: from, to, and in how many seconds. */
	plays?: Plays;
}

/** The part of a step that goes on by itself once it is reached. */
export interface Plays {
	from: number;
	to: number;
	seconds: number;
}

export interface ShowChapter {
	id: string;
	number: number;
	title: string;
	short: string;
	steps: ShowStep[];
}

/** One step of what is presented. */
export interface Stop extends ShowStep {
	/** `chapter.N`. */
	id: string;
	chapter: ShowChapter;
	/** From 0, of the whole story: neighbours follow one another. */
	place: number;
}

/**
 * The steps of the chapters that were chosen, and the single steps (`4.3`), in the story's order; all there are where
 * none was, or none that the story has.
 */
export function sequenceOf(
	chapters: readonly ShowChapter[],
	chosen: readonly number[] = [],
	steps: readonly string[] = []
): Stop[] {
	let place = 0;
	const all = chapters.flatMap((chapter) =>
		chapter.steps.map((step, i): Stop => ({ ...step, id: `${chapter.id}.${i + 1}`, chapter, place: place++ }))
	);
	const some = all.filter(({ chapter, id }) => {
		const { number } = chapter;
		return chosen.includes(number) || steps.includes(`${number}${id.slice(chapter.id.length)}`);
	});
	return some.length ? some : all;
}

/** Where in a sequence `chapter.N` is, or `chapter`; -1 where it is not among what was chosen. */
export function indexOf(stops: readonly Stop[], id: string): number {
	const at = stops.findIndex((stop) => stop.id === id);
	return at >= 0 ? at : stops.findIndex(({ chapter }) => chapter.id === id);
}

/** A position of the sequence, as a stage is shown it. */
export function placeOf(stops: readonly Stop[], { index, progress }: Position): Place {
	const { chapter, id } = stops[index];
	return {
		chapter: chapter.id,
		step: Number(id.slice(chapter.id.length + 1)),
		progress,
		steps: chapter.steps.map((step) => step.name)
	};
}
