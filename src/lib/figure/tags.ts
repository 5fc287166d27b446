import type { Mark, Rect } from '../picture/frame';
import { measure, regular, wrap } from './text';
import { down, overlap, slip } from './marks';

interface Tag {
	key: string;
	/** Top of what is named. */
	x: number;
	y: number;
	name: string;
	/** A sentence under the name; '' for none. */
	says: string;
	/** 0 to 1: how far it has appeared. */
	shown: number;
}

/**
 * Names on paper slips over people, with a fine leader; they keep inside `bounds` and off one another by moving up,
 * and those that find no room are left out.
 */
export function tagMarks(tags: Tag[], bounds: Rect, size: number, max = 190): Mark[] {
	const taken: Rect[] = [];
	const marks: Mark[] = [];
	for (const tag of tags.filter((t) => t.shown > 0)) {
		const lines = tag.says ? wrap(tag.says, size * 0.95, 'news', max) : [];
		const w = Math.max(measure(tag.name, size, 'grot'), ...lines.map((l) => measure(l, size * 0.95, 'news'))) + 14;
		const h = size * 1.42 + lines.length * size * 1.1;
		const x = Math.max(bounds.x + w / 2, Math.min(bounds.x + bounds.w - w / 2, tag.x));
		let y = tag.y - 14 - h;
		let free = false;
		for (let tries = 0; tries < 14 && y > bounds.y; tries++) {
			const clash = taken.find((t) => overlap(t, { x: x - w / 2, y, w, h }));
			if (!clash) {
				free = true;
				break;
			}
			y = clash.y - h - 4;
		}
		if (!free) continue;
		taken.push({ x: x - w / 2, y, w, h });
		const opacity = tag.shown;
		const look = { anchor: 'middle', opacity } as const;
		const lead = down(`${tag.key}-lead`, tag.x, y + h, tag.y - 3, { stroke: 'ink', width: 1.2, opacity });
		// One that would run through another's words goes behind them.
		const behind = taken.some((t) => t.y > y && tag.x > t.x && tag.x < t.x + t.w);
		if (behind) marks.unshift(lead);
		marks.push(
			...(behind ? [] : [lead]),
			slip(`${tag.key}-back`, { x: x - w / 2, y, w, h }, { width: 1.2, opacity }),
			regular(`${tag.key}-name`, 'grot', x, y + size * 1.05, size, tag.name, look),
			...lines.map((text, i) =>
				regular(`${tag.key}-${i}`, 'news', x, y + size * (2.13 + i * 1.08), size * 0.95, text, look)
			)
		);
	}
	return marks;
}
