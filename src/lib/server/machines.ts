import { BY_GROUP, judged } from '../scenes/vision/guesses';
import { GROUPS } from '../scenes/vision/groups';
import { USUAL } from '../scenes/vision/score';

/** What both machines gave on the recording, for prose to name: boxes at the usual score, and shares found of each group. */
export function machineStats(): Record<string, number> {
	const { boxes, somebody, nobody, missed } = judged(USUAL);
	const shares = GROUPS.flatMap((group) => {
		const [all, ours, theirs] = BY_GROUP[group];
		return [
			[`found.${group}.ours`, Math.round((100 * ours) / all)],
			[`found.${group}.network`, Math.round((100 * theirs) / all)]
		];
	});
	return {
		'sure.usual': USUAL,
		'sure.boxes': boxes.length,
		'sure.somebody': somebody,
		'sure.nobody': nobody,
		'sure.missed': missed.length,
		...Object.fromEntries(shares)
	};
}
