import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { VIEWPORTS, watch } from './helpers';

const WINDOWS = [...VIEWPORTS, { width: 320, height: 256 }];

for (const viewport of WINDOWS)
	for (const scripts of [true, false])
		test(`${viewport.width}×${viewport.height}: the cover shows the square, both titles and where they lead${scripts ? '' : ', without scripts'}`, async ({
			browser
		}) => {
			const context = await browser.newContext({ viewport, javaScriptEnabled: scripts });
			const page = await context.newPage();
			const seen = watch(page);
			await page.goto('/');
			await expect(page.locator('.square img')).toBeVisible();
			if (scripts)
				expect(await page.$eval('.square img', (e) => (e as HTMLImageElement).currentSrc)).toMatch(/first-\w+\.avif$/);
			for (const [lang, name, read] of [
				['fr', 'Rester là', 'Lire en français'],
				['en', 'Standing Still', 'Read in English']
			]) {
				const door = page.locator(`section[lang=${lang}]`);
				await expect(door.getByRole('heading')).toHaveText(name);
				await expect(door.getByRole('link', { name: read })).toHaveAttribute('href', `${lang}/`);
				const box = await door.getByRole('link', { name: read }).boundingBox();
				expect(box && box.height).toBeGreaterThanOrEqual(44);
				expect(box && box.x + box.width).toBeLessThanOrEqual(viewport.width);
				// On screens people read on, a cover is seen whole.
				if (viewport.height >= 700) expect(box && box.y + box.height).toBeLessThanOrEqual(viewport.height);
			}
			if (scripts) {
				expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(violations.map((v) => `${v.id}: ${v.nodes[0].html}`)).toEqual([]);
				await page.getByRole('link', { name: 'Read in English' }).click();
				await expect(page).toHaveURL(/\/en\/$/);
			}
			expect(seen.foreign).toEqual([]);
			await context.close();
		});
