import { letter } from '../../figure/lettering';
import { ease } from '../../figure/motion';
import { slip } from '../../figure/slip';
import { measure } from '../../figure/text';
import type { Mark, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { floor, focus } from './layout';

/** A word on its slip. Italics are set about their place, the upright from it. */
interface Word {
	text: string;
	x: number;
	y: number;
	shown: number;
	italic: boolean;
}

/** The words of the quotation, where the shadows leave and where they meet. */
export function words(c: SceneContext, parted: number, lit: number, shown: number): Layer {
	if (parted <= 0 || shown >= 1) return {};
	const { free, shape } = c.view;
	const size = shape === 'phone' ? 14 : Math.min(26, free.w / 30);
	const left = 1 - ease(shown, 0, 0.3);
	const { x, top } = focus(c.view);
	const foot = floor(c.view);
	const [one, two, three] = [ease(parted, 0.6, 1), ease(lit, 0.3, 0.6), ease(lit, 0.8, 1)].map((t) => t * left);
	const all: Record<string, Word> = {
		'lens.left': { text: c.say('precarity'), x: free.x, y: foot - 0.34 * free.h, shown: one, italic: false },
		'lens.middle': { text: c.say('fear'), x: free.x + 0.34 * free.w, y: foot - 0.5 * free.h, shown: two, italic: true },
		'lens.right': { text: c.say('focus'), x, y: top - size * 0.7, shown: three, italic: true }
	};
	return { marks: Object.keys(all).flatMap((key) => onSlip(c.view, key, size, all[key])) };
}

/** None leaves the free part. */
function onSlip({ free }: View, key: string, size: number, { text, x, y, shown, italic }: Word): Mark[] {
	if (shown <= 0) return [];
	const font = italic ? 'news' : 'grot';
	const w = measure(text, size, font) + size * 0.9;
	const left = Math.max(free.x, Math.min(free.x + free.w - w, italic ? x - w / 2 : x));
	return [
		slip(`${key}.slip`, { x: left, y: y - size * 1.05, w, h: size * 1.5 }, { width: 1.4, opacity: shown }),
		letter(key, font, left + size * 0.45, y, size, text, { italic, opacity: shown, fact: 'c38' })
	];
}
