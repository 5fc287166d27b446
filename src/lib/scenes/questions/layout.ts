import { measure } from '../../figure/text';
import type { Rect, SceneContext } from '../../picture/frame';
import { isLow } from '../../picture/low';

/** A sheet lighter than the page it lies on, and the back of its folded corner. */
export const SHEET = { front: '#FFFDF8', back: '#E9E0CC' };
/** The three questions, by their place. */
export const QUESTIONS = [0, 1, 2] as const;
export const question = (c: SceneContext, i: number): string => c.say(`q.${i + 1}`);

type Point = readonly [x: number, y: number];

/** Sizes and places of the three questions: alone in balloons, as heads of answers, as heads of the sheet's parts. */
export function layoutOf(c: SceneContext) {
	const { free, height, portrait, phone, shape } = c.view;
	const low = isLow(c.view);
	const longest = Math.max(...QUESTIONS.map((i) => measure(question(c, i), 1, 'grot')));
	const [most, share] = phone ? [34, 0.86] : [72, 0.72];
	const big = Math.min(most, (free.w * share) / longest, free.h / (shape === 'tall' ? 10.5 : 8));
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
	const lawRoom = w - 2 * inset - (phone ? 20 : 26);
	const sheetLaw = Math.min(phone ? 15 : 24, lawRoom / measure(c.say('sheet.law'), 1, 'grot'));
	const lawHeight = phone ? 25 : low ? 40 : 54;
	const part = (paper.h - lawHeight - (phone ? 44 : low ? 66 : 92)) / 3;
	const law: Point = [paper.x + inset, paper.y + (phone ? 55 : low ? 88 : 108)];
	const first = phone ? 56 : low ? 88 : 112;
	return {
		phone,
		/** Size of the questions when they stand alone, as heads of answers, and of the sheet. */
		big,
		head,
		sheetHead: phone ? 15 : low ? 20 : 25,
		/** From the sheet's top to the baseline of what it is. */
		title: phone ? 28 : low ? 42 : 54,
		text: phone ? 12.5 : Math.max(12, Math.min(18.5, room / 21)),
		sheetText: phone ? 13 : low ? 16 : 20,
		balloons,
		/** First baselines. */
		alone: balloons.map((b): Point => [b.x + pad, b.y + big * 1.12]),
		rows: shares.map((share): Point => [left, panel.y + (phone ? 4 : 12) + share * room + head * 0.95]),
		sheet: QUESTIONS.map((i): Point => [paper.x + inset, paper.y + lawHeight + first + i * part]),
		/** The question of law, before the three: its baseline, and its size. */
		law,
		sheetLaw,
		/** The paper under the masts, and the whole sheet. */
		panel,
		paper,
		/** Between the sheet's edge and what is on it; height of each of its three parts. */
		inset,
		part,
		/** How far the sheet drops to be out of the picture. */
		drop: height * 1.2
	};
}
export type Layout = ReturnType<typeof layoutOf>;
