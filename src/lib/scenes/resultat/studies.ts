import { painted, slab } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { letter, rows, wrap } from '../../figure/text';
import { ease, stagger } from '../../figure/motion';
import { landscapeInk, posterRect, quarter, wholeOf } from '../../figure/poster';
import type { Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import { isLow } from '../../picture/low';
import { stack, type Layer } from '../layers';
import { answer } from './answer';
import { PANELS } from './data';
import { finding } from './finding';
import { emblemOf, panelRects, roomOf } from './layout';

/** The panels have come up, sheets have covered them, a landscape the sheets, and its quarters have come together. */
type Studies = Record<'panels' | 'turned' | 'greened' | 'joined', number>;

/** What moves in the pictures: seconds of the street, and how far the patrol car has still to go. */
export interface Life {
	seconds: number;
	toGo: number;
}

const outline = (r: Rect, opacity?: number): Ink =>
	painted(slab(r.x, r.y, r.w, r.h), { stroke: 'ink', width: 1.6, opacity });

/** What reviews found, in four pictures; then four answers; then the four become the poster of the next chapter. */
export function studies(c: SceneContext, m: Studies, life: Life): Layer {
	if (m.panels <= 0) return {};
	const poster = posterRect(c.view);
	if (m.joined >= 1) return stack(titles(c, m), { ink: [...landscapeInk(poster, poster), outline(poster)] });
	const panels = panelRects(c.view).map((r, i) => panel(c, r, i, m, life));
	return stack(titles(c, m), ...panels, m.joined > 0 && { ink: [outline(poster, ease(m.joined, 0.8, 1))] });
}

function panel(c: SceneContext, rect: Rect, i: number, m: Studies, life: Life): Layer {
	const come = stagger(m.panels, i, PANELS.length, 0.6);
	if (come <= 0) return {};
	const home = { ...rect, y: rect.y + (1 - come) * (c.view.height - rect.y + 8) };
	const r = mixRects(home, quarter(posterRect(c.view), i), m.joined);
	const turn = stagger(m.turned, i, PANELS.length, 0.7);
	const green = stagger(m.greened, i, PANELS.length, 0.7);
	const strip = { x: r.x, y: r.y + (1 - green) * r.h, w: r.w, h: r.h * green };
	return stack(
		green < 1 && turn < 1 && finding(c, r, i, turn, life),
		green < 1 && turn > 0 && answer(c, r, i, turn, green),
		green > 0 && { ink: [...landscapeInk(wholeOf(r, i), strip, 1, false), outline(strip, 1 - m.joined)] }
	);
}

function titles(c: SceneContext, m: Studies): Layer {
	const { x, y, half } = emblemOf(c.view);
	const known = ease(m.panels, 0.1, 0.7) * (1 - ease(m.greened, 0, 0.3));
	const look = { anchor: 'end', fill: 'muted', opacity: known, fact: 'f03' } as const;
	return {
		marks: [
			...title(c, 'found', ease(m.panels, 0.5, 0.85) * (1 - ease(m.turned, 0, 0.3)), 'f04'),
			...title(c, 'answers', ease(m.turned, 0.4, 0.8) * (1 - ease(m.greened, 0, 0.4)), 'f03'),
			...(c.view.phone ? [] : [letter('emblem', 'mono', x + half, y + half + 16, 12, c.say('emblem'), look)])
		]
	};
}

function title(c: SceneContext, key: 'found' | 'answers', opacity: number, fact: string): Mark[] {
	if (opacity <= 0) return [];
	const { phone } = c.view;
	const { x, y, w } = roomOf(c.view);
	const size = phone ? 15 : c.view.shape === 'tall' ? Math.min(28, w / 26) : Math.min(isLow(c.view) ? 21 : 32, w / 24);
	const lines = wrap(c.say(`head.${key}`), size, 'grot', w - 2 * emblemOf(c.view).half - (phone ? 14 : 40));
	const lead = size * 1.12;
	const under = y + size * 0.9 + lines.length * lead + (phone ? 0 : 4);
	const by = { opacity, fill: 'muted', fact };
	return [
		...rows(`head.${key}.`, 'grot', x, y + size * 0.9, size, lines, lead, { opacity, fact }),
		...(phone && lines.length > 2
			? []
			: [letter(`head.${key}.by`, 'mono', x, under, phone ? 12 : 14, c.say(`by.${key}`), by)])
	];
}
