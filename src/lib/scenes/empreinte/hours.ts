import { cross, range } from 'd3';
import { slab } from '../../figure/inks';
import { ease, span } from '../../figure/motion';
import { letter, measure, rows, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import { CAST } from '../../street/cast';
import type { Layer } from '../layers';
import { DAYS, PROCESSORS, WATTS_EACH } from './data';
import { placesOf } from './layout';
import { BLOCKS, HOME, HOURS, openingOf, OWN, OWN_HEATER, ROOM, TILE, TILE_PALE, type Opening } from './zoom';

/**
 * One kilowatt-hour drawn as a thing one knows, a heater left on for an hour; then a thousand (`z` 1), then a million
 * of them (2). They come as the processors go `away`, and go as energy turns into `tonnes`.
 */
export function kilowattHours(c: SceneContext, z: number, away: number, tonnes: number): Layer {
	const shown = ease(away, 0.5, 1) * (1 - ease(tonnes, 0, 0.35));
	if (shown <= 0) return {};
	const r = placesOf(c.view).month;
	const opening = openingOf(r, z);
	const tiles = ease(opening.across, 42, 58);
	const d = slab(r.x, r.y, r.w, r.h);
	return {
		ink: [
			{ type: 'shape', d, fill: ROOM.even, opacity: shown },
			...(tiles < 1 ? heaters(r, opening, c.life, shown) : []),
			...(opening.across > 14 ? blocks(r, opening, tiles, shown) : []),
			{ type: 'shape', d, stroke: 'ink', width: 1.8, opacity: shown }
		],
		marks: range(3).flatMap((n) => caption(c, n, shown * nearAt(z, n)))
	};
}

/** Thousands of heaters as tiles, the one we come from apart. */
function blocks(clip: Rect, { at, w, h }: Opening, tiles: number, shown: number): Ink[] {
	const [bw, bh] = [w * HOURS.across, h * HOURS.down];
	let [even, odd, own] = ['', '', ''];
	for (const [row, column] of cross(range(BLOCKS.down), range(BLOCKS.across))) {
		const [x, y] = at(column * HOURS.across, row * HOURS.down);
		if (x > clip.x + clip.w || y > clip.y + clip.h || x + bw < clip.x || y + bh < clip.y) continue;
		const d = `M${x.toFixed(1)} ${y.toFixed(1)}h${bw.toFixed(1)}v${bh.toFixed(1)}h${(-bw).toFixed(1)}Z`;
		if (column === HOME.block[0] && row === HOME.block[1]) own = d;
		else if ((column + row) % 2) odd += d;
		else even += d;
	}
	const opacity = tiles * shown;
	return [
		{ type: 'shape', d: even, fill: TILE, clip, opacity },
		{ type: 'shape', d: odd, fill: TILE_PALE, clip, opacity },
		{ type: 'shape', d: even + odd, stroke: 'ink', width: 0.7, clip, opacity: 0.5 * shown },
		{ type: 'shape', d: own, fill: OWN, fillOpacity: tiles, stroke: 'ink', width: 2.4, clip, opacity: shown }
	];
}

/** How far the zoom shows 1000 to the power of `n` heaters. */
const nearAt = (z: number, n: number): number =>
	n === 0 ? 1 - span(z, 0.2, 0.4) : n === 1 ? span(z, 0.6, 0.85) * (1 - span(z, 1.15, 1.35)) : span(z, 1.65, 1.9);

/** What is in the window, in kilowatt-hours and in heaters. */
function caption(c: SceneContext, n: number, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const { free, phone } = c.view;
	const { month } = placesOf(c.view);
	const big = phone ? 27 : 58;
	const size = phone ? 13 : 20;
	const head = c.say('hour.kwh', { n: c.number(1000 ** n) });
	const y = month.y + month.h + big * 1.02;
	const x = free.x + measure(head, big, 'grot') + (phone ? 12 : 22);
	const lines = wrap(c.say(`hour.${n}`), size, 'news', free.x + free.w - x);
	const first = y - (lines.length - 1) * size * 1.16 - (phone ? 1 : 4);
	const sum = c.say('power', { n: PROCESSORS, w: Math.round(WATTS_EACH), d: DAYS });
	const look = { opacity, fact: 'f08' };
	const muted = { opacity, fill: 'muted', fact: 'f08' };
	return [
		letter(`hour.${n}`, 'grot', free.x, y, big, head, look),
		...rows(`hour.${n}.`, 'news', x, first, size, lines, size * 1.16, look),
		...(n === 2 ? [letter('hour.sum', 'mono', free.x, y + (phone ? 18 : 30), phone ? 12 : 14, sum, muted)] : [])
	];
}

/** The heaters in sight, as many as can be told apart, and Josette beside the first. */
function heaters(r: Rect, { at, w, h, ...middle }: Opening, life: number, shown: number): Ink[] {
	const half = middle.across / 2 + 1;
	const line = Math.max(0.6, Math.min(1.8, w / 60));
	const whole = (m: number) => range(Math.floor(m - half), Math.floor(m + half) + 1);
	let [rooms, bodies, fins, glow] = ['', '', '', ''];
	for (const y of whole(middle.y))
		for (const x of whole(middle.x)) {
			const [px, py] = at(x, y);
			if (px > r.x + r.w || py > r.y + r.h || px + w < r.x || py + h < r.y) continue;
			const a = (u: number, v: number) => `${(px + u * w).toFixed(1)} ${(py + v * h).toFixed(1)}`;
			if ((x + y) % 2) rooms += `M${a(0, 0)}L${a(1, 0)}L${a(1, 1)}L${a(0, 1)}Z`;
			bodies += `M${a(0.46, 0.56)}L${a(0.74, 0.56)}L${a(0.74, 0.82)}L${a(0.46, 0.82)}Z`;
			if (w > 30) {
				for (let i = 1; i < 8; i++) fins += `M${a(0.46 + i * 0.035, 0.58)}L${a(0.46 + i * 0.035, 0.8)}`;
				fins += `M${a(0.49, 0.82)}L${a(0.49, 0.86)}M${a(0.71, 0.82)}L${a(0.71, 0.86)}M${a(0, 0.86)}L${a(1, 0.86)}`;
			}
			for (let i = 0; w > 60 && i < 4; i++) {
				const u = 0.5 + i * 0.065;
				const sway = 0.012 * Math.sin(life * 2 + i);
				glow += `M${a(u, 0.53)}Q${a(u + 0.02 + sway, 0.49)} ${a(u, 0.46)}Q${a(u - 0.02 - sway, 0.43)} ${a(u, 0.39)}`;
			}
		}
	const [x, y] = at(OWN_HEATER[0] - 0.5 + 0.3, OWN_HEATER[1] - 0.5 + 0.88);
	const { look, height } = CAST.josette;
	const opacity = shown * ease(w, 36, 60);
	const josette: Ink = { type: 'person', look, pose: 'stand', x, y, k: 0.37 * h, height, facing: 1, clip: r, opacity };
	return [
		{ type: 'shape', d: rooms, fill: ROOM.odd, clip: r, opacity: shown },
		{ type: 'shape', d: bodies, fill: TILE, stroke: 'ink', width: line, clip: r, opacity: shown },
		{ type: 'shape', d: fins, stroke: 'ink', width: line, round: true, clip: r, opacity: shown },
		{ type: 'shape', d: glow, stroke: TILE, width: line * 1.8, round: true, clip: r, opacity: shown },
		...(w > 36 ? [josette] : [])
	];
}
