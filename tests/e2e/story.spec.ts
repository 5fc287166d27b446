import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { StageElement } from '../../src/lib/story/story';
import { open, scrollTo, state, VIEWPORTS, watch } from './helpers';

for (const lang of ['fr', 'en'])
	for (const viewport of VIEWPORTS) {
		test(`${lang} ${viewport.width}×${viewport.height}: every step, down, up, by link and by jump, is the same picture`, async ({
			page
		}) => {
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.setViewportSize(viewport);
			const seen = watch(page);
			await open(page, `/${lang}/`);
			const ids = await page.$$eval('[data-step]', (all) => all.map((e) => (e as HTMLElement).dataset.step as string));
			expect(ids.length).toBeGreaterThanOrEqual(60);

			// Jump by link to each step: the address alone decides.
			const linked = new Map<string, Awaited<ReturnType<typeof state>>>();
			const tops = new Map<string, number>();
			const topOf = (id: string) =>
				page.locator(`[data-step="${id}"] .card`).evaluate((card) => card.getBoundingClientRect().top);
			for (const id of ids) {
				await page.evaluate((step) => (location.hash = step), id);
				await page.waitForFunction((step) => document.documentElement.dataset.at === step, id, { timeout: 5000 });
				const s = await state(page);
				linked.set(id, s);
				tops.set(id, await topOf(id));
				expect(s.ink + s.marks, `${id} has an empty stage`).toBeGreaterThan(0);
			}
			// Scroll down through the same places, then back up.
			for (const order of [ids, [...ids].reverse()]) {
				let y = order === ids ? 0 : linked.get(order[0])!.y;
				for (const id of order) {
					const target = linked.get(id)!;
					for (const part of [0.35, 0.7, 1]) await scrollTo(page, y + (target.y - y) * part);
					y = target.y;
					expect(await state(page), `${id} ${order === ids ? 'down' : 'up'}`).toEqual(target);
				}
			}
			// A fresh page opened on a step.
			for (const id of [ids[7], ids[Math.floor(ids.length / 2)], ids.at(-1) as string]) {
				await open(page, `/${lang}/?fresh#${id}`);
				const s = await state(page);
				expect(s.at).toBe(id);
				// What controls above say, and so how high they are, comes when their chapter was shown: the card is what counts.
				expect(Math.abs((await topOf(id)) - tops.get(id)!), `${id} opened fresh`).toBeLessThanOrEqual(1);
			}
			expect(seen.errors).toEqual([]);
			expect(seen.foreign).toEqual([]);
		});
	}

test('a resize in mid-step keeps the step and the place in it', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize(VIEWPORTS[0]);
	await open(page, '/fr/#maraudage.3');
	for (const viewport of [VIEWPORTS[2], VIEWPORTS[3], VIEWPORTS[1], VIEWPORTS[0]]) {
		await page.setViewportSize(viewport);
		await page.waitForTimeout(200);
		expect((await state(page)).at).toBe('maraudage.3');
	}
});

test('buttons, keys and the list of chapters move by steps', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize(VIEWPORTS[0]);
	await open(page, '/fr/');
	const at = () => page.evaluate(() => document.documentElement.dataset.at);
	await page.getByRole('button', { name: 'Étape suivante' }).click();
	await expect.poll(at).toBe('place.2');
	await page.keyboard.press('Alt+ArrowDown');
	await expect.poll(at).toBe('place.3');
	await page.keyboard.press('Alt+ArrowUp');
	await expect.poll(at).toBe('place.2');
	await page.locator('.bar-chapter').click();
	await page.locator('#chapters a[href="#resultat.1"]').click();
	await expect.poll(at).toBe('resultat.1');
	await expect(page).toHaveURL(/#resultat\.1$/);
});

test('no card covers another, the strip or the edge of the window; on a phone none lies over the drawing', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const viewport of VIEWPORTS) {
		await page.setViewportSize(viewport);
		await open(page, '/fr/');
		const faults = await page.evaluate(() => {
			const out: string[] = [];
			const cards = [...document.querySelectorAll<HTMLElement>('.step .card')];
			const boxes = cards.map((c) => c.getBoundingClientRect());
			boxes.forEach((b, i) => {
				const id = cards[i].closest<HTMLElement>('.step')!.dataset.step;
				if (b.left < -1 || b.right > innerWidth + 1) out.push(`${id} leaves the window`);
				if (i && boxes[i - 1].bottom > b.top) out.push(`${id} touches the card above`);
				// What a table's own box scrolls to does not stick out of the card.
				for (const e of cards[i].querySelectorAll<HTMLElement>(':not(.data-box *)')) {
					const r = e.getBoundingClientRect();
					if (r.width > 1 && getComputedStyle(e).position !== 'absolute' && r.right > b.right + 2)
						out.push(`${id}: ${e.tagName} ${e.className} sticks out`);
				}
			});
			if (document.documentElement.scrollWidth > innerWidth) out.push('the page scrolls sideways');
			return out;
		});
		expect(faults, JSON.stringify(viewport)).toEqual([]);
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	for (const lang of ['fr', 'en'])
		test(`${lang}: all text, all quotes, a still for every step`, async ({ page }) => {
			await page.goto(`/${lang}/`);
			const steps = await page.locator('[data-step]').count();
			expect(steps).toBeGreaterThanOrEqual(60);
			for (const step of await page.locator('[data-step]').all())
				await expect(step.locator('.still img')).toBeVisible();
			expect(await page.locator('blockquote[data-quote]').count()).toBeGreaterThan(20);
			for (const text of await page.locator('.card').all()) await expect(text).toBeVisible();
			await expect(page.locator('.bar')).toBeHidden();
		});
});

for (const lang of ['fr', 'en'])
	for (const path of ['', 'flat/', 'sources/', 'method/', 'accuracy/', 'credits/', 'council/'])
		test(`axe finds nothing on /${lang}/${path}`, async ({ page }) => {
			await page.emulateMedia({ reducedMotion: 'reduce' });
			if (path === '') await open(page, `/${lang}/`);
			else await page.goto(`/${lang}/${path}`);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(
					(v) =>
						`${v.id}: ${v.nodes
							.slice(0, 3)
							.map((n) => n.html)
							.join(' | ')}`
				)
			).toEqual([]);
		});

test('no cookie, no storage, no other host; nothing moves under reduced motion; served under a deep path', async ({
	page,
	context
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const seen = watch(page);
	await open(page, '/a/b/c/fr/');
	for (const share of [0.2, 0.4, 0.6, 0.8, 1]) {
		await page.evaluate(
			(s) => window.scrollTo({ top: s * document.documentElement.scrollHeight, behavior: 'instant' }),
			share
		);
		await page.waitForTimeout(100);
	}
	const before = await state(page);
	await page.waitForTimeout(600);
	expect(await state(page)).toEqual(before);
	const kept = await page.evaluate(() => ({
		cookie: document.cookie,
		local: localStorage.length,
		running: document.getAnimations().length
	}));
	expect(kept).toEqual({ cookie: '', local: 0, running: 0 });
	await page.goto('/fr/credits/');
	expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
	expect(await context.cookies()).toEqual([]);
	expect(seen.errors).toEqual([]);
	expect(seen.foreign).toEqual([]);
});

test('the switch stops and starts the small life of the drawing', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await page.setViewportSize(VIEWPORTS[0]);
	await open(page, '/fr/');
	const moves = async () => {
		const a = (await state(page)).frame;
		await page.waitForTimeout(400);
		return a !== (await state(page)).frame;
	};
	expect(await moves()).toBe(true);
	await page.getByRole('switch', { name: 'Animations' }).first().uncheck();
	expect(await moves()).toBe(false);
	await expect(page).toHaveURL(/motion=off/);
	await page.reload();
	await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
	expect(await moves()).toBe(false);
});

test('a source marker opens what it rests on', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize(VIEWPORTS[0]);
	await open(page, '/fr/#camera.7');
	const marker = page.locator('[data-step="camera.7"] .src').first();
	const id = await marker.textContent();
	await marker.click();
	await expect(page.locator(`#src-${id}`)).toBeVisible();
	await expect(page.locator(`#src-${id} a[href="sources/#${id}"]`)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator(`#src-${id}`)).toBeHidden();
});

test('the title is there to be read when the page opens, and gone before it would cross the houses', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const viewport of VIEWPORTS) {
		await page.setViewportSize(viewport);
		await open(page, '/fr/');
		const title = () => page.$eval('.opening .card', (e) => Number(getComputedStyle(e).opacity));
		expect(await title(), JSON.stringify(viewport)).toBe(1);
		const box = await page.locator('h1').boundingBox();
		expect(box && box.y + box.height).toBeLessThan(viewport.height);
		await page.evaluate(() => window.scrollTo({ top: innerHeight * 0.5, behavior: 'instant' }));
		await expect.poll(title).toBe(0);
	}
});

test('without workers the page paints the very same pictures itself', async ({ browser }) => {
	const shown: Record<string, string>[] = [];
	const painted: Record<string, number[]>[] = [];
	for (const workers of [true, false]) {
		const page = await browser.newPage({ viewport: VIEWPORTS[2], reducedMotion: 'reduce' });
		const seen = watch(page);
		if (!workers)
			await page.addInitScript(() => {
				Reflect.deleteProperty(window, 'Worker');
				Reflect.deleteProperty(window, 'OffscreenCanvas');
			});
		await open(page, '/fr/');
		expect(await page.$eval('.stage', (e) => (e as StageElement).place)).toBe(workers ? 'worker' : 'page');
		const frames: Record<string, string> = {};
		const means: Record<string, number[]> = {};
		for (const id of ['place.4', 'vision.5', 'maraudage.3', 'alerte.2', 'empreinte.2']) {
			await page.evaluate((step) => (location.hash = step), id);
			await page.waitForFunction((step) => document.documentElement.dataset.at === step, id);
			const { frame } = await state(page);
			// At rest again, marks are elements in both.
			await page.waitForSelector('.stage-box:not(.flat)');
			frames[id] = frame + (await page.$eval('.stage svg', (e) => e.innerHTML.length));
			// What is painted, roughly: the mean colour of the canvas.
			means[id] = await page.$eval('.stage canvas', (e) => {
				const small = document.createElement('canvas');
				small.width = small.height = 1;
				const pen = small.getContext('2d')!;
				pen.imageSmoothingQuality = 'high';
				pen.drawImage(e as HTMLCanvasElement, 0, 0, 1, 1);
				return [...pen.getImageData(0, 0, 1, 1).data];
			});
		}
		expect(seen.errors).toEqual([]);
		shown.push(frames);
		painted.push(means);
		await page.close();
	}
	expect(shown[1]).toEqual(shown[0]);
	// Thumbnails on a wall may be some frames apart; a picture that was not painted is far off.
	for (const [id, mean] of Object.entries(painted[0]))
		mean.forEach((v, i) => expect(Math.abs(v - painted[1][id][i]), `${id}, channel ${i}`).toBeLessThan(8));
});
