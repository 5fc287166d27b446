import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open, watch } from './helpers';

const PAGES = ['method/', 'accuracy/', 'sources/', 'credits/', 'council/', 'flat/'];
const SIZES = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 },
	{ width: 820, height: 1180 }
];

for (const lang of ['fr', 'en'])
	for (const path of PAGES)
		test(`/${lang}/${path}: axe finds nothing, nothing runs out of the window, tables fit`, async ({ page }) => {
			test.slow();
			const seen = watch(page);
			for (const size of SIZES) {
				await page.setViewportSize(size);
				await page.goto(`/${lang}/${path}`);
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(violations.map((v) => `${size.width}: ${v.id}: ${v.nodes[0].html}`)).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
				const wide = await page.$$eval('.scrolls', (all) => all.map((e) => e.scrollWidth - e.clientWidth));
				expect(Math.max(0, ...wide), `${size.width}: a table wider than its box`).toBeLessThanOrEqual(1);
			}
			expect(seen.errors).toEqual([]);
			expect(seen.foreign).toEqual([]);
		});

for (const [lang, path, close] of [
	['fr', 'method/', 'Fermer'],
	['en', 'flat/', 'Close']
])
	test(`/${lang}/${path}: without scripts a definition opens where it stands`, async ({ browser }) => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.goto(`/${lang}/${path}`);
		const term = page.locator('button.term').first();
		const panel = page.locator(`#${await term.getAttribute('popovertarget')}`);
		await expect(panel).toBeHidden();
		await term.focus();
		await page.keyboard.press('Enter');
		await expect(panel).toBeVisible();
		await panel.getByRole('button', { name: close }).click();
		await expect(panel).toBeHidden();
		await page.close();
	});

test('the sheet for the council begins with the law, has the address’s numbers, and gives its own to the address', async ({
	page
}) => {
	const seen = watch(page);
	await page.goto('/fr/council/?cameras=250&population=40000');
	await expect(page.locator('.sheet h2').first()).toHaveText(/base légale/);
	const cameras = page.getByLabel('Caméras de la commune');
	await expect(cameras).toHaveValue('250');
	await expect(page.locator('.lead')).toContainText('250');
	await expect(page.locator('.sheet-sum').nth(1)).toContainText('2,16 M€ à 9 M€');
	await cameras.fill('10');
	await cameras.blur();
	await expect(page).toHaveURL(/\?cameras=10&population=40000$/);
	await expect(page.locator('.sheet-sum').nth(1)).toContainText(/: de 87/);
	await page.reload();
	await expect(page.getByLabel('Caméras de la commune')).toHaveValue('10');
	expect(seen.errors).toEqual([]);
});

test('the sheet for the council fits one sheet of A4, in both languages', async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	// 210 by 297 mm less the margins of app.css, at 96 pixels an inch.
	await page.setViewportSize({ width: 688, height: 1016 });
	for (const lang of ['fr', 'en']) {
		await page.goto(`/${lang}/council/?cameras=4000&population=2000000`);
		await expect(page.locator('.sheet-address')).toBeVisible();
		const bottom = await page.$eval('.sheet', (e) => e.getBoundingClientRect().bottom);
		expect(bottom, lang).toBeLessThanOrEqual(1016);
	}
});

test('the story leads to the sheet without scripts, and with the reader’s numbers with them', async ({
	page,
	browser
}) => {
	const plain = await browser.newPage({ javaScriptEnabled: false });
	await plain.goto('/fr/');
	await plain.locator('#questions\\.3 .control a').click();
	await expect(plain).toHaveURL(/\/fr\/council\/$/);
	await expect(plain.locator('.sheet section')).toHaveCount(4);
	await plain.close();

	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, '/en/#questions.2');
	const field = page.locator('[data-control=town] input[type=number]').first();
	await field.fill('35');
	await field.blur();
	await expect(page.locator('[data-control=checklist] a')).toHaveAttribute('href', /council\/\?cameras=35/);
});

test('a fact says where the story rests on it, and leads there', async ({ page }) => {
	await page.goto('/en/sources/#f16');
	const link = page.locator('#f16 .told a').first();
	await expect(link).toHaveAttribute('href', /^\.\.\/#centre\.\d$/);
	expect(await page.locator('#f16 [lang=fr]').count()).toBe(0);
	expect(await page.locator('#f01 li [lang=fr]').count()).toBeGreaterThan(3);
});
