import { iou, scores, tally, type Sequence } from '../evaluation/metrics';
import type { Truth } from '../street/truth';
import type { LabFilm } from './film';
import type { LabBox, News, Score, SeenBy } from './messages';
import { SAME, type Player } from './players';

/** Simulated sources: what is true of the last minute, and what of it was said. */

type Edges = Pick<LabBox, 'x' | 'y' | 'w' | 'h'>;
const sides = (all: readonly Edges[]): number[] => all.flatMap((b) => [b.x, b.y, b.w, b.h]);

function keep(list: Sequence, ids: number[], boxes: number[], most: number): void {
	list.push({ ids, boxes });
	if (list.length > most) list.shift();
}

/**
 * Keeps a picture's truth and what was made of it, and whom each track is on.
 * @param most pictures kept
 */
export function remember(
	truths: Sequence,
	players: Player[],
	truth: readonly Truth[],
	by: readonly SeenBy[],
	most: number
): void {
	const boxes = sides(truth);
	const persons = truth.map((t) => t.person);
	keep(truths, persons, boxes, most);
	by.forEach((seen, p) => {
		const { results, owners } = players[p];
		const own = sides(seen.boxes);
		const ids = seen.boxes.map((b) => b.id);
		keep(results, ids, own, most);
		ids.forEach((id, i) => {
			let best = -1;
			let overlap = SAME;
			persons.forEach((person, k) => {
				const o = iou(own, 4 * i, boxes, 4 * k);
				if (o > overlap) [best, overlap] = [person, o];
			});
			if (best < 0) return;
			const votes = owners.get(id) ?? new Map<number, number>();
			owners.set(id, votes.set(best, (votes.get(best) ?? 0) + 1));
		});
	});
}

/** Who a track has mostly been; null while it was on nobody. */
export function whoOf({ owners }: Player, track: number, film: LabFilm): { key: string; reason: string } | null {
	const votes = [...(owners.get(track) ?? [])].sort((a, b) => b[1] - a[1]);
	return votes.length ? film.who(votes[0][0]) : null;
}

/** Who the tracks of new alerts have mostly been. */
export function whoAlerted(players: Player[], by: readonly SeenBy[], film: LabFilm): News['who'] {
	const out: NonNullable<News['who']> = {};
	by.forEach(({ alerts }, p) => {
		for (const { track } of alerts) {
			const who = whoOf(players[p], track, film);
			if (who) out[track] = who;
		}
	});
	return out;
}

export function scoreOf(truths: Sequence, results: Sequence): Score {
	const counted = tally(truths, results);
	const { mota, idf1 } = scores(counted);
	return {
		recall: counted.truth ? counted.hits / counted.truth : NaN,
		precision: counted.results ? counted.hits / counted.results : NaN,
		mota,
		idf1
	};
}
