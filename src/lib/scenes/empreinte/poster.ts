import { range } from 'd3';
import { CARD, DARK, OCHRE } from '../../figure/colours';
import { drawn, painted, slab } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { slip } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { landscapeInk, POSTER } from '../../figure/poster';
import { letter, measure, rows, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { PROCESSORS } from './data';
import { cells, placesOf, PROCESSOR, SPARK } from './layout';

/** Ten thousand processors, a hundred by a hundred, behind the poster; they draw together into the window on their hours. */
export function processors(c: SceneContext, rolled: number, away: number, clock: number): Layer {
	if (rolled <= 0 || away >= 1) return {};
	const { poster, block, month } = placesOf(c.view);
	const whole = mixRects(poster, month, away);
	const r = mixRects(block, month, away);
	const opacity = 1 - ease(away, 0.6, 1);
	const lit = (1 - ease(away, 0.1, 0.7)) * opacity;
	const width = Math.max(0.7, (r.w / 100) * 0.46);
	const named = ease(rolled, 0.7, 1) * (1 - ease(away, 0, 0.3));
	const s = Math.min(26, (poster.y + poster.h - block.y - block.h) * 0.42);
	const y = block.y + block.h + s * 1.6;
	const look = { fill: 'paper', opacity: named, fact: 'f08' };
	return {
		ink: [
			drawn(slab(whole.x, whole.y, whole.w, whole.h), DARK, 1.6, { opacity }),
			...(lit > 0
				? ([
						{ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: PROCESSOR, opacity: lit },
						{ type: 'shape', d: cells(r, 100, 100), stroke: DARK, width, opacity: lit },
						{ type: 'shape', d: sparks(r, c.life, clock), fill: SPARK, opacity: lit }
					] as const)
				: [])
		],
		marks:
			named > 0 && block.y - poster.y > 30
				? [letter('processors', 'grot', block.x, y, s, c.say('processors', { n: PROCESSORS }), look)]
				: []
	};
}

/** Some of the processors at work. */
function sparks(r: Rect, life: number, clock: number): string {
	const s = r.w / 100;
	const one = (s * 0.56).toFixed(1);
	return range(240)
		.map((i) => {
			const n = Math.floor(i * 41.7 + Math.floor(life * 2 + i * 0.31) * 97 + clock * 60) % PROCESSORS;
			const x = r.x + (n % 100) * s + s * 0.22;
			const y = r.y + Math.floor(n / 100) * s + s * 0.22;
			return `M${x.toFixed(1)} ${y.toFixed(1)}h${one}v${one}h${(-s * 0.56).toFixed(1)}Z`;
		})
		.join('');
}

/** What is promised, on a poster that rolls up. The four sentences are the interview's. */
const PROMISES: { key: string; picture: PictogramName; x: number; y: number; size: number; road?: number }[] = [
	{ key: 'fire', picture: 'forest', x: 6, y: 18, size: 27 },
	{ key: 'lights', picture: 'lights', x: 64, y: 40, size: 22 },
	{ key: 'soft', picture: 'bicycle', x: 6, y: 66, size: 22, road: 8 },
	{ key: 'transit', picture: 'bus', x: 64, y: 84, size: 26, road: 12 }
];

/** The poster: its promises planted one after the other, then rolled up, then taken away. */
export function poster(c: SceneContext, planted: number, rolled: number, hung: number, clock: number): Layer {
	if (hung <= 0) return {};
	const r = placesOf(c.view).poster;
	const { x, y, w, h } = r;
	const roll = c.view.phone ? 16 : 30;
	const left = mix(h, roll * 0.4, rolled);
	const clip: Rect = { x: x - 1, y: y - 1, w: w + 2, h: left + 1 };
	// What drives on the poster goes to and fro along its hill, with the scroll and a little by itself.
	const drive = Math.sin(clock * 7 + c.life * 0.5);
	const children = PROMISES.flatMap((_, n) => promise(c, r, n, ease(planted, n * 0.2, n * 0.2 + 0.3), drive));
	return {
		ink: [
			...landscapeInk(r, clip, hung),
			{ type: 'shape', d: slab(x, y, w, h), stroke: 'ink', width: 1.6, clip, opacity: hung },
			...(rolled > 0 ? rollInk({ x, y: y + left - roll * 0.3, w, h: roll * Math.min(1, 0.35 + rolled) }, hung) : []),
			...[x + 12, x + w - 12].map((px) => pin(px, y, hung))
		],
		marks: [{ type: 'group', key: 'poster', opacity: hung, clip, children }]
	};
}

/** A promise, its picture first, then its words on a signboard so that they read over hills and road. */
function promise(c: SceneContext, r: Rect, n: number, come: number, drive: number): Mark[] {
	if (come <= 0) return [];
	const { key, picture, size: units, road = 0, ...place } = PROMISES[n];
	const u = r.w / POSTER.w;
	const tall = r.h / POSTER.h;
	const size = c.view.phone ? 13 : Math.max(12, Math.min(21, 2.9 * u));
	const s = units * Math.min(u, tall);
	const right = place.x > 50;
	const x = r.x + place.x * u;
	const y = r.y + place.y * tall;
	const lines = wrap(c.say(`promise.${key}`), size, 'grot', 44 * u);
	const w = Math.max(...lines.map((line) => measure(line, size, 'grot'))) + size * 0.9;
	const board = { x: right ? x + 30 * u - w : x, y: y + s + 4, w, h: lines.length * size * 1.12 + size * 0.5 };
	const opacity = ease(come, 0.5, 1);
	const look = { weight: 700, fact: key === 'fire' ? 'c27' : 'c26', opacity };
	const goes = (drive * road * r.w) / POSTER.w / 2;
	return [
		pictogram(key, picture, x + goes + (right ? 28 * u - s : 0), y + (1 - come) * 14, s, come),
		slip(`${key}.board`, board, { fill: CARD, width: 1.3, opacity }),
		...rows(`${key}.`, 'grot', board.x + size * 0.45, board.y + size * 1.02, size, lines, size * 1.12, look)
	];
}

/** The roll of paper under the part still hanging. */
function rollInk({ x, y, w, h }: Rect, opacity: number): Ink[] {
	const folds = `M${x - 2} ${y + h * 0.3}h${w + 4}M${x + 4} ${y + h * 0.62}h${w - 8}`;
	return [
		drawn(slab(x - 7, y, w + 14, h, h / 2), CARD, 1.6, { opacity }),
		painted(folds, { stroke: 'ink', width: 0.8, opacity: opacity * 0.5 })
	];
}

const pin = (x: number, y: number, opacity: number): Ink =>
	drawn(`M${x - 4} ${y + 1}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`, OCHRE, 1.3, { opacity });
