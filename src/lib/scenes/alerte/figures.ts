import { DIM, GREY, PANEL } from '../../figure/night';
import type { Ink, SceneContext } from '../../picture/frame';

/** Somebody standing in a row, `h` pixels high with their feet at (x, y); a dotted outline where the box held nobody. */
export function somebody(c: SceneContext, person: number, x: number, y: number, h: number, opacity: number): Ink[] {
	const known = c.recording.street.people.find((p) => p.id === person);
	if (!known)
		return standIn(
			x,
			y,
			h,
			{ half: 0.15, shoulders: 0.62, head: 0.1 },
			{ fill: 'none', stroke: GREY, width: 1.4, dash: '3 3', opacity },
			{ fill: GREY, opacity }
		);
	return [
		{
			type: 'person',
			look: known.look,
			pose: 'stand',
			x,
			y,
			k: h / 1.78,
			height: Math.min(known.height, 1.78),
			facing: 0,
			opacity
		}
	];
}

/** One of a crowd, whom the rule does not tell apart. */
export function anybody(x: number, y: number, h: number, opacity: number): Ink[] {
	const paint = { fill: DIM, stroke: PANEL, width: 1.2, opacity };
	return standIn(x, y, h, { half: 0.18, shoulders: 0.58, head: 0.13 }, paint, paint);
}

/** A body without features, feet at (x, y), in shares of its height `h`: half its width, its shoulders, its head's radius. */
function standIn(
	x: number,
	y: number,
	h: number,
	{ half, shoulders, head }: { half: number; shoulders: number; head: number },
	body: Omit<Extract<Ink, { type: 'shape' }>, 'type' | 'd'>,
	face: Omit<Extract<Ink, { type: 'dots' }>, 'type' | 'xyr'>
): Ink[] {
	const [w, s] = [h * half, y - h * shoulders];
	return [
		{ type: 'shape', d: `M${x - w} ${y}V${s}Q${x} ${y - h * 0.84} ${x + w} ${s}V${y}Z`, ...body },
		{ type: 'dots', xyr: [x, y - h * 0.86, h * head], ...face }
	];
}
