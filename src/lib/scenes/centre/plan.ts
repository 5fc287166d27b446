import { CENTRES } from '../../centre/published';
import { drawn, slab } from '../../figure/inks';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { letter, measure, rows, wrap } from '../../figure/text';
import { anchor, lookAt } from '../../figure/map/look';
import { townInk } from '../../figure/map/map';
import { box, slip } from '../../figure/marks';
import { ease } from '../../figure/motion';
import { leaving } from '../../figure/poses';
import { LENSES } from '../../figure/town/plan';
import { town } from '../../figure/town/town';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';

/** Units a packet runs down the streets in a second of life, and while the town is read. */
const PACE = 46;
const READ = 900 * 1.14;

/** The imagined town; its streams come as far as `streams`, the eye as far down as `fly`. */
export function plan(c: SceneContext, m: Record<'fly' | 'lenses' | 'streams' | 'streaming', number>): Layer {
	const { fly, lenses, streams: grow } = m;
	return { ink: townInk(c.view, { fly, lenses, grow, run: PACE * c.life + READ * m.streaming, opacity: 1 }) };
}

/** The square as the mast has it, which becomes small and takes its place in the town. */
export function drawBack(c: SceneContext, m: Record<'mast' | 'framed' | 'small' | 'square' | 'fly', number>): Layer {
	if (m.square <= 0) return {};
	const { view } = c;
	const at = town().square.at;
	const [x, y] = lookAt(view, m.fly)(at[0], at[1], 0)!;
	const tile = { x: x - 20, y: y - 11, w: 40, h: 22 };
	const clip = mixRects({ x: 0, y: 0, w: view.width, h: view.height }, tile, m.small);
	const { camera, at: now } = leaving(c, m.mast);
	const own = m.small > 0 ? mixCameras(camera, cameraIn(tile), m.small) : camera;
	return {
		ink: [
			{ type: 'street', camera: own, at: now, clip, opacity: m.square },
			drawn(slab(clip.x, clip.y, clip.w, clip.h), 'none', 1.8, { opacity: m.square * m.framed })
		]
	};
}

type Labels = Record<'labels' | 'house' | 'ours' | 'cartouche' | 'fly' | 'gates', number>;

/** What is written on the plan, until the eye comes down. */
export function labels(c: SceneContext, m: Labels): Layer {
	const { view } = c;
	const shown = m.labels * (1 - ease(m.fly, 0, 0.12)) * (1 - ease(m.gates, 0, 0.4));
	if (shown <= 0) return {};
	const { house, square, nodes, lenses } = town();
	const look = lookAt(view, m.fly);
	const size = view.portrait ? 14 : 17;
	const [x, y] = look(house.x, house.y + house.depth, 0)!;
	const name = c.say(view.portrait ? 'houseShort' : 'house');
	const marks = label(view, 'house', name, x, y - 12, size, m.house * shown, 'night');
	const [lx, ly] = nodes[lenses[square.lens].node];
	const [sx, sy] = look(lx, ly, 0)!;
	const { free } = view;
	if (sx > free.x && sy > free.y + 20 && sy < free.y + free.h - 60)
		marks.push(...label(view, 'ours', c.say('ours'), sx, sy + 34, size - 2, m.ours * shown, 'paper'));
	return { marks: [...marks, ...cartouche(c, m.cartouche * shown)] };
}

/** Letters on a slip, light or dark, its middle at `x` where the stage lets it. */
function label(
	{ free }: View,
	key: string,
	text: string,
	x: number,
	y: number,
	size: number,
	opacity: number,
	fill: 'paper' | 'night'
): Mark[] {
	const w = measure(text, size, 'grot') + 16;
	const left = Math.max(free.x, Math.min(free.x + free.w - w, x - w / 2));
	const ink = fill === 'night' ? 'paper' : 'ink';
	return [
		slip(`${key}-slip`, { x: left, y: y - size - 5, w, h: size + 12 }, { fill, width: 1.3, opacity }),
		letter(key, 'grot', left + 8, y, size, text, { fill: ink, opacity, weight: 500 })
	];
}

/** The map's own title, at its foot, with the number of centres in France. */
function cartouche(c: SceneContext, opacity: number): Mark[] {
	const { free, portrait, phone } = c.view;
	const title = c.say('town', { n: LENSES });
	const size = phone ? 14 : 17;
	const max = phone ? Math.min(free.w - 20, 250) : 270;
	const lines = wrap(c.say('centres', { a: CENTRES[0], b: CENTRES[1] }), size - 1, 'news', max);
	const w = Math.max(measure(title, size, 'grot'), ...lines.map((l) => measure(l, size - 1, 'news'))) + 24;
	const h = 20 + size + lines.length * (size + 4);
	const x = free.x + free.w - w;
	const y = portrait ? free.y : free.y + free.h - h;
	const inner = { x: x + 3.5, y: y + 3.5, w: w - 7, h: h - 7 };
	const lead = size + 4;
	return [
		slip('cartouche', { x, y, w, h }, { width: 1.4, opacity }),
		box('cartouche-line', inner, { stroke: 'ink', width: 0.7, opacity }),
		letter('cartouche-title', 'grot', x + 12, y + 10 + size * 0.9, size, title, { opacity, weight: 500 }),
		...rows('cartouche-', 'news', x + 12, y + 12 + size * 0.9 + lead, size - 1, lines, lead, { fact: 'f05', opacity })
	];
}

/** The house, which the plan is about. */
export function houseRect(view: View): Rect {
	const { x, y } = anchor(view);
	return { x: x - 40, y: y - 60, w: 80, h: 90 };
}
