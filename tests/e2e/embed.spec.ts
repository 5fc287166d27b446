import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { openHost, type Host } from '../server';

/** A page of others around a figure, as its system lets it be. */
const around = (frame: string, more = '') =>
	`<!doctype html><html lang="fr"><title>Un journal</title><body style="margin:0"><h1>Un article</h1>${frame}<p id="after">La suite.</p>${more}</body></html>`;
const frameOf = (src: string, attributes: string) => `<iframe src="${src}" title="Figure" ${attributes}></iframe>`;

let journal: Host;
test.beforeAll(async () => {
	journal = await openHost();
});
test.afterAll(() => journal.close());

/** Opens a page of others: on a host of its own, since browsers keep pages of the wide web from this machine. */
async function publish(page: Page, html: string): Promise<void> {
	journal.serve('/journal', html);
	await page.goto(`${journal.url}journal`);
}
const figure = (page: Page) => page.frameLocator('iframe[title="Figure"]');
const live = (page: Page, step: string) =>
	expect(figure(page).locator(':root')).toHaveAttribute('data-live', step, { timeout: 90_000 });

test.describe('a figure in a page of others', () => {
	for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin'])
		test(`is live in a sandbox that says ${sandbox}`, async ({ page, baseURL }) => {
			const errors: string[] = [];
			const asked: string[] = [];
			page.on('pageerror', (e) => errors.push(e.message));
			page.on('request', (r) => asked.push(r.url()));
			const src = `${baseURL}/fr/embed/maraudage/`;
			await publish(page, around(frameOf(src, `width="640" height="960" sandbox="${sandbox}"`)));
			await live(page, 'maraudage.3');
			const control = figure(page).locator('[data-step="maraudage.3"] .control');
			const number = control.locator('input[type=number]');
			await expect(control).toContainText('30');
			const before = await control.innerText();
			await number.fill('120');
			await number.press('Enter');
			await expect.poll(() => control.innerText()).not.toBe(before);
			await figure(page).getByRole('button', { name: 'Étape suivante' }).click();
			await live(page, 'maraudage.4');
			expect(errors).toEqual([]);
			const hosts = asked.filter((url) => /^https?:/.test(url)).map((url) => new URL(url).host);
			expect(new Set(hosts)).toEqual(new Set([new URL(journal.url).host, new URL(baseURL!).host]));
		});

	test('tells AMP and pym its height, and takes no focus', async ({ page, baseURL }) => {
		const heard = `<script>window.heard=[];addEventListener('message',(e)=>heard.push(e.data))</script>`;
		const src = `${baseURL}/en/embed/resultat/?childId=fig-0&initialWidth=500`;
		await publish(page, around(heard + frameOf(src, 'width="500" height="700" sandbox="allow-scripts"')));
		await live(page, 'resultat.2');
		const all = await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
		const amp = all.filter((m) => (m as { type?: string }).type === 'embed-size') as {
			height: number;
			sentinel: string;
		}[];
		expect(amp.at(-1)).toMatchObject({ sentinel: 'amp' });
		expect(amp.at(-1)!.height).toBeGreaterThan(500);
		expect(all).toContain(`pymxPYMxfig-0xPYMxheightxPYMx${amp.at(-1)!.height}`);
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
	});

	test('is a still with its words where scripts or styles are stripped', async ({ page, baseURL }) => {
		const src = `${baseURL}/fr/embed/peur/`;
		await publish(page, around(frameOf(src, 'width="480" height="800" sandbox')));
		const picture = figure(page).locator('picture img');
		await expect.poll(() => picture.evaluate((e) => (e as HTMLImageElement).naturalWidth)).toBeGreaterThan(400);
		await expect(figure(page).getByRole('heading', { level: 1 })).toHaveText('De quoi a-t-on peur ?');
		await expect(figure(page).getByRole('link', { name: 'Lire le récit' })).toBeVisible();
		await expect(figure(page).locator('.lead')).toBeHidden();

		await page.goto(src);
		await page.evaluate(() => document.querySelectorAll('style, link[rel=stylesheet]').forEach((e) => e.remove()));
		await expect(page.locator('picture img')).toBeVisible();
		await expect(page.locator('[data-step="peur.1"]')).toBeVisible();
	});

	test('fits every width, at the height it asks for', async ({ page, baseURL }) => {
		for (const id of ['maraudage', 'droit', 'story']) {
			await publish(
				page,
				around(
					frameOf(`${baseURL}/fr/embed/${id}/`, 'width="280" height="300"'),
					`<script src="${baseURL}/embed.js"></script>`
				)
			);
			await expect(figure(page).locator('.frame')).toHaveClass(/scripted/);
			for (const width of [280, 320, 400, 480, 560, 600, 640, 760, 900, 1080, 1280]) {
				await page.setViewportSize({ width: Math.max(width, 300), height: 900 });
				await page.locator('iframe').evaluate((e, w) => e.setAttribute('width', String(w)), width);
				const overflow = () =>
					figure(page)
						.locator(':root')
						.evaluate((e) => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]);
				await expect.poll(overflow, { message: `${id} at ${width}` }).toEqual([0, 0]);
			}
		}
	});

	test('is given no height by anybody else', async ({ page, baseURL }) => {
		const src = `${baseURL}/fr/embed/bill/`;
		const other =
			'<iframe id="other" srcdoc="<script>parent.postMessage({type:\'embed-size\',height:4000},\'*\')</script>" height="100"></iframe>';
		await publish(
			page,
			around(frameOf(src, 'width="640" height="700"') + other, `<script src="${baseURL}/embed.js"></script>`)
		);
		await live(page, 'camera.7');
		const heights = () => page.locator('iframe').evaluateAll((all) => all.map((e) => (e as HTMLElement).style.height));
		// A figure asks for less than it was given once it is live, not before.
		await expect.poll(async () => (await heights())[0]).toMatch(/^\d+px$/);
		const [own, others] = await heights();
		expect(others).toBe('');
		const state = () =>
			figure(page)
				.locator(':root')
				.first()
				.evaluate((e) => JSON.stringify({ ...e.dataset }));
		const before = await state();
		await page.evaluate(() => {
			const frame = document.querySelector('iframe')!.contentWindow!;
			const odd = [
				null,
				0,
				'',
				'pymxPYMx0xPYMxwidthxPYMx99',
				{},
				[],
				{ type: 'embed-size', height: 9e9 },
				{ type: 'position', step: 'peur.1', progress: 0 },
				'<img src=x onerror=alert(1)>'
			];
			for (let i = 0; i < 10_000; i++) {
				const message = odd[i % odd.length];
				frame.postMessage(message, '*');
				postMessage(message, '*');
			}
		});
		await page.waitForTimeout(1500);
		expect(await state()).toBe(before);
		expect((await heights())[0]).toBe(own);
	});

	test('weighs what it may: a still of 60 kB, a script of 1.5 KB', async ({ request }) => {
		for (const path of ['figures/fr/maraudage.avif', 'figures/en/resultat-phone.avif'])
			expect((await (await request.get(`/${path}`)).body()).length).toBeLessThanOrEqual(60_000);
		expect(readFileSync('build/embed.js').length).toBeLessThanOrEqual(1500);
	});
});
