import { letter } from '../../../figure/lettering';
import { mix } from '../../../figure/motion';
import { PALE } from '../../../figure/night';
import { rows } from '../../../figure/rows';
import { measure, wrap } from '../../../figure/text';
import type { Mark, SceneContext } from '../../../picture/frame';
import { CAMERA, PARTS, type Lit, type Part, type Plan } from './layout';

/** What the sources say of a part. */
const FACTS: Partial<Record<Part, string>> = { recorder: 'f15', server: 'c16' };

/** Where a part's name stands: its first baseline, and how wide its words may be. */
function placeOf(part: Part, p: Plan): { x: number; y: number; w: number } {
	const { name, street, mast, ground, car, room, phone } = p;
	const pad = phone ? 4 : 12;
	if (part === 'camera') {
		const y = ground - 0.95 * mast.h - (phone ? 8 : 10 + p.note * 1.2);
		return { x: mast.x - CAMERA * 1.3 * mast.h, y, w: street.w * 0.6 };
	}
	if (part === 'network') return { x: street.x, y: p.conduit + (phone ? 5 : name * 0.35), w: mast.x - street.x - 20 };
	if (part === 'patrol')
		return { x: car.x, y: ground - car.h - (phone ? 8 : 16 + p.note * 1.2), w: street.x + street.w - car.x - 6 };
	const r = part === 'operator' ? room : p[part];
	return {
		x: r.x + pad,
		y: r.y + name * (phone ? 1.05 : 1.35) + (part === 'operator' ? 0 : r.h * 0.035),
		w: r.w - 2 * pad
	};
}

/** Every part by its name, and where there is room what is said of it. */
export function names(c: SceneContext, p: Plan, lit: Lit, shown: number): Mark[] {
	return PARTS.flatMap((part) => {
		const { x, y, w } = placeOf(part, p);
		const fact = FACTS[part];
		const fill = lit[part] > 0.5 ? 'paper' : PALE;
		const name = c.say(`chain.${part}`);
		const word = letter(`part-${part}`, 'grot', x, y, p.name, name, {
			fill,
			halo: 'night',
			opacity: shown * mix(0.62, 1, lit[part]),
			fact
		});
		if (!p.note) return [word];
		// In the room of screens there is room beside the name, not under it.
		const beside = part === 'operator' ? measure(name, p.name, 'grot') + 10 : 0;
		const lines = wrap(c.say(`chain.${part}.note`), p.note, 'news', w - beside);
		const look = { fill: PALE, halo: 'night', opacity: shown * lit[part], fact };
		return [
			word,
			...rows(`note-${part}-`, 'news', x + beside, beside ? y : y + p.note * 1.3, p.note, lines, p.note * 1.16, look)
		];
	});
}
