import { expect, test, type Page } from '@playwright/test';

/** Pages with controls that little room is left for. */
const PAGES = ['fr/', 'en/lab/?source=none', 'fr/show/', 'en/republish/', 'fr/council/', 'en/teach/'];
const SIZES = [
	{ width: 360, height: 740 },
	{ width: 1280, height: 800 }
];

/** Makes every word of controls and titles two fifths longer, as a third language would have them. */
const lengthen = (page: Page) =>
	page.evaluate(() => {
		let changed = 0;
		for (const element of document.querySelectorAll('button, a, label, summary, h1, h2, h3, legend, option, .foot p')) {
			const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const text = node.textContent?.trim() ?? '';
				if (!/\p{L}{2}/u.test(text)) continue;
				const more = Math.ceil(text.length * 0.4);
				node.textContent = `${node.textContent} ${'ñéü œß'.repeat(more).slice(0, more)}`;
				changed++;
			}
		}
		return changed;
	});

/** What does not fit: the page in its window, the words of a control in what cuts them off. */
const misfits = (page: Page) =>
	page.evaluate(() => {
		const out: string[] = [];
		const root = document.documentElement;
		if (root.scrollWidth > root.clientWidth + 1)
			out.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
		for (const element of document.querySelectorAll<HTMLElement>('button, a, label, summary')) {
			const box = element.getBoundingClientRect();
			const style = getComputedStyle(element);
			if (!box.width || style.visibility === 'hidden' || element.closest('[inert], [hidden], .visually-hidden, svg'))
				continue;
			if (
				/hidden|clip/.test(style.overflowX) &&
				element.scrollWidth > element.clientWidth + 1 &&
				style.textOverflow !== 'ellipsis'
			)
				out.push(`${element.tagName} "${element.textContent?.trim().slice(0, 40)}" is cut`);
		}
		return out;
	});

for (const path of PAGES)
	test(`/${path}: words two fifths longer fit, and so do they from right to left`, async ({ page }) => {
		for (const size of SIZES) {
			await page.setViewportSize(size);
			await page.goto(`/${path}`);
			await page.waitForFunction(() => document.querySelectorAll('button, a, label').length > 3);
			expect(await lengthen(page)).toBeGreaterThan(0);
			expect(await misfits(page), `${size.width} px`).toEqual([]);
			await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
			expect(await misfits(page), `${size.width} px, from right to left`).toEqual([]);
		}
	});
