import { LEVELS, px, py, type Section } from '../../figure/firm/section';
import { measure, regular } from '../../figure/text';
import { stagger } from '../../figure/motion';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { YEARS } from './data';

/** Sizes of the words and the room between them, metres, and how dark each is. */
const SIZES = [0.27, 0.4, 0.58];
const GAP = 0.24;
const DARK = [0.5, 0.65, 0.85];

/** Ten, twenty, thirty years, larger and larger on the wall behind two people who speak low. */
export function years(c: SceneContext, s: Section, come: number, wall: number): Layer {
	// From the edge of what a phone shows to the shelf, in metres; words are longer in one language than in the other.
	const [from, to] = [c.view.phone ? 15.3 : 14.8, 18.5];
	const words = YEARS.map((n) => c.say('years', { n }));
	const total = words.reduce((w, text, i) => w + measure(text, SIZES[i], 'grot'), GAP * (words.length - 1));
	const scale = Math.min(1, (to - from) / total);
	let x = from;
	return {
		marks: words.map((text, i): Mark => {
			const shown = stagger(come, i, words.length, 0.3) * wall;
			const size = SIZES[i] * scale;
			const left = px(s, x);
			x += measure(text, size, 'grot') + GAP * scale;
			const y = py(s, LEVELS[1] + 2.24) + (1 - shown) * 10;
			const look = { fill: 'ink', opacity: shown * DARK[i] };
			return regular(`years-${YEARS[i]}`, 'grot', left, y, Math.max(12, size * s.k), text, look);
		})
	};
}

/** The two at the coffee machine. */
export const coffeeRect = (s: Section): Rect => ({ x: px(s, 16.5), y: py(s, LEVELS[1] + 2), w: 2.4 * s.k, h: 2 * s.k });
