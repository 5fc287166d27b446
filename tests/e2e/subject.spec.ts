import { expect, test, type Page } from '@playwright/test';
import type { Rect } from '../../src/lib/picture/frame';
import type { StageElement } from '../../src/lib/story/story';
import { open, state, VIEWPORTS } from './helpers';

/** Steps that speak of nothing that can be pointed at, with the reason. Every other step declares its subject. */
const NOTHING_TO_POINT_AT: Record<string, string> = {
	'place.1': 'the title, over the whole square',
	'place.5': 'somebody who is not on the square'
};

/** A card may touch a subject by its shadow and border. */
const SLACK = 8;

interface Seen {
	id: string;
	subject: Rect[];
	/** Where the step's text is: its card, or the lines of the title, which has no card. */
	text: Rect[];
	stage: Rect;
	progress: number;
}

/** What a step shows at rest, in pixels of the window. */
const look = (page: Page): Promise<Seen> =>
	page.evaluate(async () => {
		const rect = (e: Element) => {
			const { x, y, width: w, height: h } = e.getBoundingClientRect();
			return { x, y, w, h };
		};
		const stageBox = document.querySelector('.stage') as StageElement;
		const frame = await stageBox.inspect!();
		const id = document.documentElement.dataset.at as string;
		const step = document.querySelector(`[data-step="${id}"]`)!;
		const card = step.querySelector('.card')!;
		const stage = rect(stageBox);
		const text = step.matches('.opening') ? [...card.querySelectorAll('h1, p')].map(rect) : [rect(card)];
		// On a phone the stage lies over the text: what is behind it covers nothing.
		const behind = getComputedStyle(stageBox).zIndex === '2';
		const line = innerHeight * (behind ? 0.85 : 0.65);
		const s = rect(step);
		return {
			id,
			subject: (frame?.subject ?? []).map((r) => ({ ...r, x: r.x + stage.x, y: r.y + stage.y })),
			text: behind
				? text.map((t) => {
						const y = Math.max(t.y, stage.y + stage.h);
						return { ...t, y, h: t.y + t.h - y };
					})
				: text,
			stage,
			progress: (line - s.y) / s.h
		};
	});

const overlap = (a: Rect, b: Rect): { w: number; h: number } => ({
	w: Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x),
	h: Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
});
const clip = (a: Rect, b: Rect): Rect => ({ x: Math.max(a.x, b.x), y: Math.max(a.y, b.y), ...overlap(a, b) });
const round = (r: Rect) => `${Math.round(r.x)},${Math.round(r.y)} ${Math.round(r.w)}×${Math.round(r.h)}`;

for (const lang of ['fr', 'en'])
	for (const viewport of VIEWPORTS)
		test(`${lang} ${viewport.width}×${viewport.height}: no text covers what it speaks of, and what it speaks of is on stage`, async ({
			page
		}) => {
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.setViewportSize(viewport);
			await open(page, `/${lang}/`);
			const ids = await page.$$eval('[data-step]', (all) => all.map((e) => (e as HTMLElement).dataset.step as string));
			const faults: string[] = [];
			for (const id of ids) {
				await page.evaluate((step) => (location.hash = step), id);
				await page.waitForFunction((step) => document.documentElement.dataset.at === step, id, { timeout: 5000 });
				await state(page);
				const { subject, text, stage, progress } = await look(page);
				if (subject.length === 0) {
					if (!(id in NOTHING_TO_POINT_AT)) faults.push(`${id} declares no subject`);
					continue;
				}
				for (const r of subject) {
					if (!(r.w > 0 && r.h > 0)) {
						faults.push(`${id} declares a subject without extent: ${round(r)}`);
						continue;
					}
					const inside = overlap(r, stage);
					if (inside.w < Math.min(r.w, stage.w) / 2 || inside.h < Math.min(r.h, stage.h) / 2)
						faults.push(`${id} at ${progress.toFixed(2)} speaks of what is off the stage: ${round(r)}`);
					const shown = clip(r, stage);
					for (const t of text) {
						const o = overlap(shown, t);
						if (o.w > SLACK && o.h > SLACK)
							faults.push(`${id} at ${progress.toFixed(2)}: text ${round(t)} covers subject ${round(r)}`);
					}
				}
			}
			expect(faults).toEqual([]);
		});
