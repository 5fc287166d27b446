import { BOTTLE, FAWN } from '../../figure/firm/colours';
import { measure } from '../../figure/text';
import type { Rect, SceneContext } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Look } from '../../street/types';

/** A sheet lighter than the page it lies on, and the back of its folded corner. */
export const SHEET = { front: '#FFFDF8', back: '#E9E0CC' };
/** One skin for all who watch: at their size they are a count, nobody in particular. */
export const SKIN = '#D8A27F';
/** Whoever comes last: drawn for this picture only, in no recording, in colours nobody else of the square has together. */
export const LAST: Look = {
	coat: BOTTLE,
	legs: '#59636B',
	skin: '#C48A66',
	hair: '#3A2C22',
	cut: 'bun',
	long: true,
	bag: FAWN,
	shoes: '#4B3A30'
};

/** The three questions, by their place. */
export const QUESTIONS = [0, 1, 2] as const;
export const question = (c: SceneContext, i: number): string => c.say(`q.${i + 1}`);

type Point = readonly [x: number, y: number];

/** Sizes and places of the three questions: alone in balloons, as heads of answers, as heads of the sheet's parts. */
export interface Layout {
	phone: boolean;
	/** Size of the questions when they stand alone, as heads of answers, and of the sheet. */
	big: number;
	head: number;
	sheetHead: number;
	/** From the sheet's top to the baseline of what it is. */
	title: number;
	text: number;
	sheetText: number;
	balloons: Rect[];
	/** First baselines. */
	alone: Point[];
	rows: Point[];
	sheet: Point[];
	/** The question of law, before the three: its baseline, and its size. */
	law: Point;
	sheetLaw: number;
	/** The paper under the masts, and the whole sheet. */
	panel: Rect;
	paper: Rect;
	/** Between the sheet's edge and what is on it; height of each of its three parts. */
	inset: number;
	part: number;
	/** How far the sheet drops to be out of the picture. */
	drop: number;
}

export function layoutOf(c: SceneContext): Layout {
	const { free, height, portrait, shape } = c.view;
	const phone = shape === 'phone';
	const low = isLow(c.view);
	const longest = Math.max(...QUESTIONS.map((i) => measure(question(c, i), 1, 'grot')));
	const big = Math.min(
		phone ? 34 : 72,
		(free.w * (phone ? 0.86 : 0.72)) / longest,
		free.h / (shape === 'tall' ? 10.5 : 8)
	);
	const head = phone ? 16 : low ? 22 : 27;
	const pad = big * 0.42;
	const balloons = QUESTIONS.map((i): Rect => {
		const w = measure(question(c, i), big, 'grot') + 2 * pad;
		const x = free.x + (free.w - w) * [0, 0.42, 1][i];
		return { x, y: free.y + i * big * (phone ? 1.95 : 1.85), w, h: big * 1.56 };
	});
	const top = free.y + free.h * (portrait ? 0.36 : phone ? 0.3 : low ? 0.34 : 0.42);
	const bottom = free.y + free.h + (phone ? 8 : 16);
	const panel = { x: free.x - (phone ? 6 : 10), y: top, w: free.w + (phone ? 12 : 24), h: bottom - top };
	// The last answer is the longest.
	const shares = portrait ? [0, 1 / 3, 2 / 3] : phone ? [0, 0.29, 0.63] : [0, 0.28, 0.615];
	const room = panel.h - (phone ? 8 : 22);
	const left = panel.x + (phone ? 10 : 26);
	const w = Math.min(free.w, phone ? free.w : 680);
	const paper = { x: free.x + (free.w - w) / 2, y: free.y, w, h: free.h };
	const inset = phone ? 14 : 36;
	// The law comes first, on a line of its own.
	const sheetLaw = Math.min(
		phone ? 15 : 24,
		(w - 2 * inset - (phone ? 20 : 26)) / measure(c.say('sheet.law'), 1, 'grot')
	);
	const law = phone ? 25 : low ? 40 : 54;
	const part = (paper.h - law - (phone ? 44 : low ? 66 : 92)) / 3;
	return {
		phone,
		big,
		head,
		sheetHead: phone ? 15 : low ? 20 : 25,
		title: phone ? 28 : low ? 42 : 54,
		text: phone ? 12.5 : Math.max(12, Math.min(18.5, room / 21)),
		sheetText: phone ? 13 : low ? 16 : 20,
		balloons,
		alone: balloons.map((b) => [b.x + pad, b.y + big * 1.12]),
		rows: shares.map((share) => [left, panel.y + (phone ? 4 : 12) + share * room + head * 0.95]),
		sheetLaw,
		law: [paper.x + inset, paper.y + (phone ? 55 : low ? 88 : 108)],
		sheet: QUESTIONS.map((i) => [paper.x + inset, paper.y + law + (phone ? 56 : low ? 88 : 112) + i * part]),
		panel,
		paper,
		inset,
		part,
		drop: height * 1.2
	};
}
