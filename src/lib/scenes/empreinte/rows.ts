import { range } from 'd3';
import { EYE } from '../../camera/camera';
import { cameraOnPole } from '../../figure/bullet';
import { OCHRE } from '../../figure/colours';
import { painted, slab } from '../../figure/inks';
import { cameraIn, mixRects } from '../../figure/inset';
import { box, slip } from '../../figure/marks';
import { ease } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { letter, letters, measure, rows as set, wrap } from '../../figure/text';
import type { Rect, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { ENERGY_KWH, GPT3_MWH } from './data';
import { placesOf } from './layout';

/** What moves among the rows, each 0 to 1. */
type Compared = Record<'rows' | 'gpt' | 'grown' | 'none' | 'bare', number>;

/** What the figure is about, beside what was published for another model; and the square, for which nothing was found. */
export function rows(c: SceneContext, m: Compared, seconds: number): Layer {
	const { free, phone } = c.view;
	const { bar, pitch } = placesOf(c.view);
	const size = phone ? 18 : Math.min(36, free.w / 22);
	const left = 1 - ease(m.bare, 0, 0.62);
	const shown = ease(m.rows, 0.82, 1) * left;
	const title = letters('title', 'grot', free.x, free.y + size * 0.9, size, c.say('about'), free.w, {
		opacity: shown,
		leading: 1.1
	});
	const y = bar.y + pitch;
	return stack(
		{ marks: title },
		named(c, 'interview', bar.y, 'server', shown),
		tiles(c.view, bar.y, 1000, 0.35 * shown),
		plate(c, 'bar.interview.n', bar.y, ENERGY_KWH / 1000, shown),
		named(c, 'gpt', y, 'server', m.gpt * left),
		...(m.gpt > 0 ? second(c, m, y, left) : []),
		square(c, m, seconds),
		m.rows > 0.55 && named(c, 'vsa', squareAt(c.view, m.bare).y, 'camera', m.none * (1 - ease(m.bare, 0, 0.5))),
		none(c, m)
	);
}

/** The bar of what was published for another model: dashed until only bars are left. */
function second(c: SceneContext, { gpt, grown, bare }: Compared, y: number, left: number): Layer[] {
	const { bar, perGwh } = placesOf(c.view);
	const place = { x: bar.x, y, w: ((perGwh * GPT3_MWH) / 1000) * Math.max(0.01, grown), h: bar.h };
	const look = { fill: OCHRE, fillOpacity: 0.28, stroke: 'ink', width: 1.6, dash: bare < 1 ? '7 5' : undefined };
	return [
		{ marks: [box('bar.gpt', place, { ...look, opacity: gpt, fact: 'f08' })] },
		tiles(c.view, y, GPT3_MWH * grown, 0.3 * gpt * left),
		plate(c, 'bar.gpt.n', y, GPT3_MWH, ease(grown, 0.3, 0.6) * left)
	];
}

/** A picture and the name of what a row is about, over it. */
function named(c: SceneContext, name: string, y: number, picture: PictogramName, opacity: number): Layer {
	if (opacity <= 0) return {};
	const { free, phone } = c.view;
	const { bar, pitch } = placesOf(c.view);
	const { x } = bar;
	const s = phone ? 13.5 : Math.min(22, free.w / 38);
	const size = phone ? 22 : Math.min(46, pitch - bar.h - 10);
	const lines = wrap(c.say(`row.${name}`), s, 'grot', free.x + free.w - x - size - 12);
	const first = y - 9 - (lines.length - 1) * s * 1.1;
	return {
		marks: [
			pictogram(`row.${name}`, picture, x + 4, y - size - 6, size, opacity),
			...set(`row.${name}.`, 'grot', x + size + 12, first, s, lines, s * 1.1, { opacity, weight: 700, fact: 'f08' })
		]
	};
}

/** One tile a megawatt-hour, as in the window of the second step: fifty across a gigawatt-hour. */
function tiles(view: View, y: number, count: number, opacity: number): Layer {
	const { bar } = placesOf(view);
	const d = range(1, Math.floor(count / 20) + 1)
		.map((i) => `M${(bar.x + (i * bar.w) / 50).toFixed(1)} ${y.toFixed(1)}v${bar.h.toFixed(1)}`)
		.join('');
	return { ink: [{ type: 'shape', d, stroke: 'ink', width: 0.8, opacity }] };
}

/** A number on its bar. */
function plate(c: SceneContext, key: string, y: number, mwh: number, opacity: number): Layer {
	const { bar } = placesOf(c.view);
	const { phone } = c.view;
	const size = phone ? 15 : Math.min(26, bar.h * 0.5);
	const text = c.say('mwh', { n: mwh });
	const h = size * 1.5;
	const r = { x: bar.x + 8, y: y + (bar.h - h) / 2, w: measure(text, size, 'mono') + 20, h };
	return {
		marks: [
			slip(`${key}.plate`, r, { width: 1.3, opacity }),
			letter(key, 'mono', bar.x + 18, y + bar.h * 0.5 + (phone ? 5 : 7), size, text, { opacity, fact: 'f08' })
		]
	};
}

const openedAt = (rows: number): number => ease(rows, 0.55, 1);
const closedAt = (bare: number): number => ease(bare, 0.4, 1);

/** The window on the square, which closes to the place of a third bar. */
function squareAt(view: View, bare: number): Rect {
	const { square, blank } = placesOf(view);
	return mixRects(square, blank, closedAt(bare));
}

/** In the place of a third bar, a window on the square itself, under its mast: nobody has found what it draws. */
function square(c: SceneContext, { rows, bare }: Compared, seconds: number): Layer {
	const opened = openedAt(rows);
	if (opened <= 0) return {};
	const whole = squareAt(c.view, bare);
	const clip: Rect = { ...whole, w: whole.w * opened };
	const closed = closedAt(bare);
	const opacity = 1 - ease(closed, 0.7, 1);
	const d = slab(clip.x, clip.y, clip.w, clip.h);
	const { axis } = placesOf(c.view);
	const camera = cameraIn(whole, EYE, { focus: [0.5, 0.62], zoom: 1 });
	return {
		ink: [
			{ type: 'street', camera, at: seconds * c.recording.fps, clip, opacity },
			...cameraOnPole(whole.x + whole.w * 0.84, whole.y + whole.h, whole.h * 0.89, clip, opacity),
			{ type: 'shape', d, stroke: 'ink', width: 1.8, opacity },
			// What the next chapter begins with: the axis, and a bar that has nothing in it.
			...(closed > 0
				? ([
						{ type: 'shape', d, stroke: 'ink', width: 1, dash: '2 5', opacity: 0.6 * closed },
						painted(`M${axis.x} ${axis.top}V${axis.bottom}`, { stroke: 'ink', width: 2.2, opacity: closed })
					] as const)
				: [])
		]
	};
}

/** That no figure was found, in the window. */
function none(c: SceneContext, m: Compared): Layer {
	if (openedAt(m.rows) <= 0) return {};
	const { x, y } = squareAt(c.view, m.bare);
	const size = c.view.phone ? 15 : 24;
	const text = c.say('none');
	const opacity = m.none * (1 - ease(m.bare, 0, 0.5));
	const r = { x: x + 14, y: y + 12, w: measure(text, size, 'grot') + 24, h: size * 1.7 };
	return {
		marks: [
			slip('none.slip', r, { opacity }),
			letter('none', 'grot', x + 26, y + 12 + size * 1.18, size, text, { opacity, fact: 'f08' })
		]
	};
}
