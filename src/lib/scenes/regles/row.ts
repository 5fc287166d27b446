import { letter } from '../../figure/lettering';
import { pictogram } from '../../figure/pictogram';
import { measure } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
import { brick } from './brick';
import { BRICKS, OUTSIDE, type Use } from './data';
import type { Layout } from './layout';
import { rule } from './strokes';

const kept = new Map<string, Mark[]>();

/** The inside of a row: the same array as long as size and language stay, so that only its place changes. */
export function inside(c: SceneContext, use: Use, layout: Layout): Mark[] {
	const key = [use.id, layout.w, layout.h, c.lang].join();
	let marks = kept.get(key);
	if (!marks) {
		if (kept.size > 200) kept.clear();
		kept.set(key, (marks = compose(c, use, layout)));
	}
	return marks;
}

/** Side of the ticket that marks a fine. */
export const ticketSize = ({ h }: Layout): number => Math.min(24, h - 6);

function compose(c: SceneContext, use: Use, layout: Layout): Mark[] {
	const { w, h, cells } = layout;
	const phone = c.view.shape === 'phone';
	const size = Math.min(32, h - 4);
	const name = c.say(`use.${use.id}.short`);
	// The sign of a fine stands between the name and the blocks.
	const sign = use.fine && !phone ? ticketSize(layout) + 6 : 0;
	const room = cells.what.x - size - sign - (phone ? 22 : c.view.shape === 'tall' ? 20 : 12);
	const wanted = Math.min(phone ? 16 : 18, h * (c.view.shape === 'tall' ? 0.62 : 0.56));
	const s = Math.max(12, Math.min(wanted, (wanted * room) / measure(name, wanted, 'grot')));
	return [
		{ type: 'rect', key: 'card', x: 0, y: 0.5, w, h: h - 1, fill: 'paper' },
		rule('line', [0, w], [h, h], 0.7, 0.35, use === OUTSIDE ? '4 3' : undefined),
		pictogram('picture', use.picture, 4, (h - size) / 2, size),
		letter('name', 'grot', size + (phone ? 14 : 9), h / 2 + s * 0.34, s, name, { weight: 700 }),
		...BRICKS.map((kind): Mark => {
			const key = `b.${kind}`;
			const { x, y, w, h } = cells[kind];
			return use.bricks.includes(kind)
				? brick(key, kind, x, y, w, h)
				: { type: 'circle', key, x: x + w / 2, y: y + h / 2, r: 1.8, fill: 'ink', opacity: 0.35 };
		})
	];
}
