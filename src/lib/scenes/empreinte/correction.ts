import { letter, measure } from '../../figure/text';
import { between } from '../../figure/marks';
import { ease } from '../../figure/motion';
import type { Mark, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';

/** The wrong unit struck through and the right one written over it. */
export function correction(
	c: SceneContext,
	{ unit, struck, written, tonnes }: { unit: number; struck: number; written: number; tonnes: number }
): Layer {
	const opacity = unit * (1 - ease(tonnes, 0, 0.4));
	if (opacity <= 0) return {};
	const { free, portrait, phone } = c.view;
	const [before, wrong, after] = ['before', 'wrong', 'after'].map((key) => c.say(`slip.${key}`));
	const room = free.w - 4;
	const most = phone ? 22 : 44;
	const full = measure(`${before} ${wrong} ${after}`, most, 'grot');
	const broken = phone && portrait;
	const size = !broken && full > room ? most * (room / full) : most;
	const first = free.y + size * (broken ? 0.95 : 0.9);
	const x = broken ? free.x : free.x + measure(before, size, 'grot') + 7 + size * 0.1;
	const y = broken ? first + size * 1.12 : first;
	const w = measure(wrong, size, 'grot');
	const look = { opacity, fact: 'f08' };
	const marks = [
		letter('slip.before', 'grot', free.x, first, size, before, look),
		letter('slip.wrong', 'grot', x, y, size, wrong, look),
		letter('slip.after', 'grot', x + w + size * 0.2, y, size, after, look)
	];
	if (struck > 0)
		marks.push(
			between('slip.line', [x - 4, y - size * 0.26], [x - 4 + (w + 8) * struck, y - size * 0.31], {
				stroke: 'solved',
				width: Math.max(3, size * 0.11),
				round: true,
				opacity
			})
		);
	return { marks: written > 0 ? [...marks, writing(c, x, y, size * 1.06, written, opacity)] : marks };
}

/** The right unit, as far as the pen has come. */
function writing(c: SceneContext, x: number, y: number, size: number, written: number, opacity: number): Mark {
	const right = c.say('slip.right');
	const look = { italic: true, weight: 700, fill: 'solved', fact: 'f08' };
	return {
		type: 'group',
		key: 'slip.new',
		opacity,
		clip: { x: x - 6, y, w: (measure(right, size, 'news') + 26) * written, h: size * 1.7 },
		children: [letter('right', 'news', x, y + size * 1.12, size, right, look)]
	};
}
