import type { Page } from '@playwright/test';
import { WINDOWS } from '../../src/lib/picture/view';
import type { StageElement } from '../../src/lib/story/story';

/** Where the built site is served to the tests: E2E_PORT, so that two checkouts can be tested at once. */
export const PORT = Number(process.env.E2E_PORT ?? 4179);

export const VIEWPORTS = WINDOWS.map(([width, height]) => ({ width, height }));

/** Errors of a page, and requests to anywhere but the site. */
export function watch(page: Page): { errors: string[]; foreign: string[] } {
	const errors: string[] = [];
	const foreign: string[] = [];
	page.on('pageerror', (e) => errors.push(String(e)));
	page.on('console', (m) => {
		if (m.type() === 'error' || m.type() === 'warning') errors.push(m.text());
	});
	page.on('request', (r) => {
		const url = r.url();
		if (![`http://127.0.0.1:${PORT}/`, 'data:', 'blob:'].some((own) => url.startsWith(own))) foreign.push(url);
	});
	return { errors, foreign };
}

/** Opens a story page and waits until every scene and the recording are there. */
export async function open(page: Page, url: string): Promise<void> {
	await page.goto(url);
	// A reader who moves has everything fetched at once; one who does not is given time.
	await page.waitForFunction(() => document.documentElement.dataset.at !== undefined);
	await page.evaluate(() => dispatchEvent(new PointerEvent('pointerdown')));
	await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes', null, { timeout: 60_000 });
}

/** What the stage shows once it has settled on where the reader is, as plain data, with where that is. */
export const state = (
	page: Page
): Promise<{ at: string; y: number; frame: string; marks: number; ink: number; night: number }> =>
	page.evaluate(async () => {
		// What hangs says where: a test's own timeout names neither.
		const within = <T>(what: string, work: Promise<T>): Promise<T> =>
			Promise.race([
				work,
				new Promise<never>((_, fail) => setTimeout(() => fail(new Error(`${what} has not come in 60 s`)), 60_000))
			]);
		const drawn = new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
		await within('an animation frame', drawn);
		const frame = await within('the frame on stage', (document.querySelector('.stage') as StageElement).inspect!());
		const text = JSON.stringify(frame);
		let hash = 0;
		for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
		return {
			at: document.documentElement.dataset.at ?? '',
			y: Math.round(scrollY),
			frame: `${text.length}/${hash}`,
			marks: frame?.marks.length ?? 0,
			ink: frame?.ink.length ?? 0,
			night: frame?.night ?? 0
		};
	});

/** Scrolls to a place at once, as a reader's jump of the scroll bar does. */
export const scrollTo = (page: Page, y: number): Promise<void> =>
	page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), y);
