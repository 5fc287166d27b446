import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { SHEETS } from '../../src/lib/teach/sheets';
import { VIEWPORTS, watch } from './helpers';

const require = createRequire(import.meta.url);
const AXE = createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

for (const lang of ['fr', 'en'])
	for (const name of ['', ...SHEETS.map((s) => s.name)])
		test(`${lang}/teach/${name}: axe finds nothing, no script runs, nothing leaves a phone's window`, async ({
			page
		}) => {
			const { errors, foreign } = watch(page);
			for (const viewport of [VIEWPORTS[0], { width: 320, height: 640 }]) {
				await page.setViewportSize(viewport);
				await page.goto(`/${lang}/teach/${name ? `${name}/` : ''}`);
				await expect(page.locator('h1')).toHaveCount(1);
				expect(await page.locator('script:not([type])').count()).toBe(0);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
				await page.addScriptTag({ path: AXE });
				const faults = await page.evaluate(async () => {
					const { violations } = await (window as unknown as { axe: Axe }).axe.run();
					return violations.map(
						(v) =>
							`${v.id}: ${v.nodes
								.slice(0, 3)
								.map((n) => n.html.slice(0, 160))
								.join(' | ')}`
					);
				});
				expect(faults).toEqual([]);
			}
			expect(errors).toEqual([]);
			expect(foreign).toEqual([]);
		});

test('on paper the article leads nowhere by links that jump', async ({ page }) => {
	for (const path of ['/fr/flat/', '/en/']) {
		await page.goto(path);
		expect(await page.locator('.onward').count()).toBeGreaterThan(0);
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('.onward:visible')).toHaveCount(0);
		await page.emulateMedia({ media: 'screen' });
	}
});

test('people drawn in a row keep the tops of their heads', async ({ page }) => {
	await page.goto('/fr/teach/plans/');
	const cut = await page
		.locator('svg.drawn.low')
		.evaluateAll((rows) =>
			rows.flatMap((row) =>
				[...row.querySelectorAll('g[transform]')]
					.map((g) => row.getBoundingClientRect().top - g.getBoundingClientRect().top)
					.filter((above) => above > 1)
			)
		);
	expect(cut).toEqual([]);
});
