import { expect, test, type Page } from '@playwright/test';
import { open, VIEWPORTS, watch } from './helpers';

/** The short path: six chapters, one after the other, and the way out. */
const PATH = ['place', 'centre', 'maraudage', 'alerte', 'resultat', 'questions'];

const at = (page: Page) => page.evaluate(() => document.documentElement.dataset.at ?? '');
const taken = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-short'));

for (const [lang, viewport] of [
	['fr', VIEWPORTS[0]],
	['en', VIEWPORTS[2]]
] as const)
	test(`${lang} ${viewport.width}×${viewport.height}: the short path leads through its chapters by keys, scroll and links`, async ({
		page
	}) => {
		const seen = watch(page);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize(viewport);
		await open(page, `/${lang}/`);
		await page.locator('[data-shorten]').click();
		await expect.poll(() => at(page)).toBe('place.2');
		await expect(page).toHaveURL(/short=1/);
		const count = await page.locator('[data-path] [data-step]').count();
		await expect(page.locator('.bar-count')).toHaveText(`2/${count}`);

		const visited = [await at(page)];
		for (let i = 2; i < count; i++) {
			await page.keyboard.press('Alt+ArrowDown');
			await expect.poll(() => at(page)).not.toBe(visited.at(-1));
			visited.push(await at(page));
		}
		expect([...new Set(visited.map((id) => id.split('.')[0]))]).toEqual(PATH);
		expect(new Set(visited).size).toBe(count - 1);
		await expect(page.locator('.bar-step').last()).toBeDisabled();

		// By scroll: from the end of a chapter on the path straight into the next.
		await page.evaluate(() => (location.hash = 'centre.1'));
		await expect.poll(() => at(page)).toBe('centre.1');
		await page.mouse.move(viewport.width / 2, viewport.height * 0.8);
		await page.evaluate(() => scrollBy({ top: -innerHeight, behavior: 'instant' }));
		await expect.poll(() => at(page)).toBe('place.6');
		expect(await taken(page)).toBe(true);
		await page.locator('#place\\.6 .onward a').first().click();
		await expect.poll(() => at(page)).toBe('centre.1');
		expect(seen.errors).toEqual([]);
	});

test('the way out is a link, the list of chapters, a switch or an address; the reader stays in their step', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize(VIEWPORTS[0]);
	await open(page, '/fr/?short=1#alerte.3');
	expect(await at(page)).toBe('alerte.3');
	expect(await taken(page)).toBe(true);
	await page.locator('.bar-chapter').click();
	const control = page.locator('[data-short-switch]');
	await expect(control).toBeChecked();
	await control.uncheck();
	await expect.poll(() => taken(page)).toBe(false);
	expect(await at(page)).toBe('alerte.3');
	await expect(page).toHaveURL(/\/fr\/#alerte\.3$/);
	await control.check();
	await expect.poll(() => taken(page)).toBe(true);
	expect(await at(page)).toBe('alerte.3');

	// Another chapter of the list, which the path leaves out.
	await page.locator('#chapters a[href="#droit.1"]').click();
	await expect.poll(() => at(page)).toBe('droit.1');
	expect(await taken(page)).toBe(false);
	// Taken in a chapter that is not on it, it leads to the next that is.
	await page.locator('.bar-chapter').click();
	await control.check();
	await expect.poll(() => at(page)).toBe('questions.1');
	// A link's address leads anywhere.
	await page.evaluate(() => (location.hash = 'vision.2'));
	await expect.poll(() => at(page)).toBe('vision.2');
	expect(await taken(page)).toBe(false);
});

test('without scripts, each chapter of the path links to the next, and the last back to the whole', async ({
	browser
}) => {
	const page = await browser.newPage({ javaScriptEnabled: false, viewport: VIEWPORTS[2] });
	await page.goto('/fr/');
	await page.locator('[data-shorten]').click();
	await expect(page).toHaveURL(/#place\.2$/);
	for (const [i, id] of PATH.entries()) {
		const link = page.locator(`#${id} .onward a`).first();
		await expect(link).toBeVisible();
		await expect(link).toHaveAttribute('href', `#${PATH[i + 1] ?? 'camera'}.1`);
	}
	expect(await page.locator('.onward').count()).toBe(PATH.length);
	await page.close();
});
