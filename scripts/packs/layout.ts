import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Frame, Mark, View } from '../../src/lib/picture/frame';
import { stillView } from '../../src/lib/picture/view';
import { TOKENS } from '../../src/lib/stage/tokens';
import type { NodeStage } from '../../src/lib/stage/node';
import { linesOf, text } from '../cards';

/** What a sheet says beside its picture. */
export interface Said {
	name: string;
	title: string;
	caption: string;
	credit: string;
}

/**
 * A sheet of paper with a picture on it. Everything is in the sheet's own units, of which `scale` pixels make one: with
 * 384 units to a phone's width, letters of 12 units are read there as letters of 12 pixels.
 */
export interface Sheet {
	width: number;
	height: number;
	scale: number;
	picture: { x: number; y: number; w: number; h: number };
	/** Where its words stand, and how large they are. */
	words: { x: number; y: number; w: number; title: number; caption: number };
	/** Units of the stage to one of the sheet: below 1 the picture's letters are larger. */
	stage: number;
}

export const SQUARE: Sheet = {
	width: 400,
	height: 400,
	scale: 2.7,
	picture: { x: 0, y: 84, w: 400, h: 294 },
	words: { x: 16, y: 12, w: 368, title: 28, caption: 0 },
	stage: 1.18
};
export const LINK: Sheet = {
	width: 600,
	height: 315,
	scale: 2,
	picture: { x: 212, y: 0, w: 388, h: 315 },
	words: { x: 16, y: 18, w: 180, title: 30, caption: 14 },
	stage: 1.18
};
export const STORY_SHEET: Sheet = {
	width: 384,
	height: 682.67,
	scale: 2.8125,
	picture: { x: 0, y: 229, w: 384, h: 400 },
	words: { x: 18, y: 78, w: 348, title: 28, caption: 16 },
	stage: 1
};
/**
 * Films. A caption's letters are at least a twenty-fifth of the film's height, which a phone held in a bus shows large
 * enough; and words keep clear of what players of upright films lay over them: `SAFE` of the height above and below.
 */
export const SAFE = { above: 0.11, below: 0.19 } as const;
export const UPRIGHT: Sheet = {
	width: 384,
	height: 682.67,
	scale: 1.875,
	picture: { x: 0, y: 318, w: 384, h: 309 },
	words: { x: 14, y: 78, w: 360, title: 22, caption: 27.4 },
	stage: 1.18
};
export const LYING: Sheet = {
	width: 711.11,
	height: 400,
	scale: 1.8,
	picture: { x: 231.11, y: 0, w: 480, h: 400 },
	words: { x: 18, y: 22, w: 196, title: 26, caption: 17 },
	stage: 1
};

/** What a picture on a sheet is composed for. */
export function viewOn({ picture, stage }: Sheet): View {
	const view = stillView(Math.round(picture.w * stage), Math.round(picture.h * stage));
	return { ...view, shape: 'phone', phone: true, portrait: picture.h > picture.w };
}

/** Sizes at which a text takes no more than so many lines; the smallest in any case. */
function fitted(words: string, size: number, width: number, most: number): { size: number; lines: string[] } {
	for (let s = size; ; s -= 1) {
		const lines = linesOf(words, s, width);
		if (lines.length <= most || s <= size * 0.6) return { size: s, lines };
	}
}

/** The face of captions, which is wider than that of titles. */
const CAPTION = { font: 'news', weight: 500 } as const;

/** The words of a sheet, as marks. */
export function wordsOn(sheet: Sheet, { name, title, caption, credit }: Said): Mark[] {
	const { x, y, w, title: large, caption: small } = sheet.words;
	const beside = sheet.picture.x > 0;
	const head = fitted(title, large, w, beside ? 5 : 2);
	let at = y + 12;
	const marks: Mark[] = [
		text('name', name.toUpperCase(), x, at, beside ? 10 : 11, { font: 'mono', weight: 600, fill: 'muted' })
	];
	at += 6;
	for (const [i, line] of head.lines.entries())
		marks.push(text(`title ${i}`, line, x, (at += Math.round(head.size * 1.02)), head.size));
	if (small) {
		at += small * 0.5;
		for (const [i, line] of linesOf(caption, small, w, CAPTION).entries())
			marks.push(text(`caption ${i}`, line, x, (at += small * (small > 20 ? 1.2 : 1.3)), small, CAPTION));
	}
	const foot = sheet.height - (beside ? 14 : sheet.height > 500 ? 32 : 8);
	marks.push(text('credit', credit, x, foot, beside ? 8.5 : 9.5, { font: 'mono', weight: 500, fill: 'muted' }));
	const p = sheet.picture;
	const edges = beside ? [[p.x, 0, p.x, sheet.height]] : [p.y, p.y + p.h].map((v) => [0, v, sheet.width, v]);
	for (const [i, [x1, y1, x2, y2]] of edges.entries())
		marks.push({ type: 'line', key: `edge ${i}`, x1, y1, x2, y2, stroke: 'ink', width: 1.5 });
	return marks;
}

/** Lays a frame composed for `viewOn(sheet)` on its sheet, with its words. */
export function layOut(stage: NodeStage, sheet: Sheet, frame: Frame, said: Said): Canvas {
	const { width, height, scale, picture } = sheet;
	const view = viewOn(sheet);
	const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
	const pen = canvas.getContext('2d');
	pen.fillStyle = TOKENS.paper;
	pen.fillRect(0, 0, canvas.width, canvas.height);
	const ratio = (picture.w * scale) / view.width;
	pen.drawImage(stage.render(frame, view.width, view.height, ratio), picture.x * scale, picture.y * scale);
	pen.scale(scale, scale);
	stage.write(pen, wordsOn(sheet, said));
	return canvas;
}
