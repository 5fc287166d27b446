import type { Box, Recording } from '../recording/types';
import { PLACE } from '../recording/site';
import { inside } from '../rules/types';
import { longest, type Longest } from '../scenes/maraudage/data';
import type { Somebody } from '../street/types';

/** Somebody of the square as a card of the game: what the machine has in front, what is true behind. */
export interface Card {
	/** Place in the deck, from 1. */
	order: number;
	/** Key of their name and reason in the words of the game. */
	key: string;
	who: Somebody;
	/** The machine's number for their longest stay, and the seconds on its clock. */
	track: number;
	counted: number;
	/** How many numbers the machine gave them. */
	numbers: number;
	/** Seconds they really stayed, the longest time without leaving. */
	stayed: number;
	/** A frame of that stay at which the machine had a box on them, and the box. */
	frame: number;
	box: Box;
}

/** Passers-by in the deck, by what they do: the first of each who was followed. */
export const PASSERS = ['commuter', 'queue', 'flowers', 'dog', 'runs', 'crossing'] as const;

/** Seconds everybody was in the zone without leaving it, at most, by the street itself. */
function staysOf(recording: Recording): Map<number, number> {
	const now = new Map<number, number>();
	const most = new Map<number, number>();
	for (let frame = recording.from; frame < recording.to; frame++)
		for (const p of recording.street.at(frame).people) {
			const here = p.present && inside(PLACE.polygon, p.x, p.y);
			const frames = here ? (now.get(p.id) ?? 0) + 1 : 0;
			now.set(p.id, frames);
			if (frames > (most.get(p.id) ?? 0)) most.set(p.id, frames);
		}
	return new Map([...most].map(([id, frames]) => [id, frames / recording.fps]));
}

/** A frame well within a stay, at which its track has a box. */
function momentOf(recording: Recording, { track, seconds, at }: Longest): { frame: number; box: Box } {
	const middle = Math.max(0, Math.round(at - 0.4 * seconds * recording.fps));
	for (let off = 0; off < recording.frames; off++)
		for (const frame of [middle + off, middle - off]) {
			const box = frame >= 0 && frame < recording.frames && recording.boxesAt(frame).find((b) => b.id === track);
			if (box) return { frame, box };
		}
	throw new Error(`Track ${track} has no box`);
}

/** The deck: everybody of the story the machine followed, then some passers-by. */
export function deckOf(recording: Recording): Card[] {
	const { people } = recording.street;
	const stays = staysOf(recording);
	const followed = longest(recording);
	const named = followed.filter((l) => l.key);
	const passers = PASSERS.flatMap((reason) => followed.find((l) => !l.key && people[l.person].reason === reason) ?? []);
	return [...named, ...passers].map((l, i) => ({
		order: i + 1,
		key: l.key || people[l.person].reason,
		who: people[l.person],
		track: l.track,
		counted: l.seconds,
		numbers: recording.tracks.filter((t) => t.person === l.person).length,
		stayed: stays.get(l.person) ?? 0,
		...momentOf(recording, l)
	}));
}
