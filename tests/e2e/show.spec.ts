import { expect, test, type Page } from '@playwright/test';
import { createRequire } from 'node:module';
import type { Mark } from '../../src/lib/picture/frame';
import type { PictureElement } from '../../src/lib/show/picture';
import { watch } from './helpers';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const ready = (page: Page) =>
	page.waitForFunction(() => document.documentElement.dataset.ready === 'yes', null, { timeout: 120_000 });
const at = (page: Page) => page.evaluate(() => document.documentElement.dataset.at);
const expectAt = (page: Page, step: string) => expect.poll(() => at(page), { timeout: 15_000 }).toBe(step);
/** The step's whole picture is on stage. */
const live = (page: Page, step: string) =>
	page.waitForFunction((id) => document.documentElement.dataset.live === id, step, { timeout: 60_000 });

/** Opens a show in which pictures are cut to, not played to. */
async function open(page: Page, path: string): Promise<void> {
	const [before, hash = ''] = path.split('#');
	await page.goto(`${before}${before.includes('?') ? '&' : '?'}motion=off${hash ? `#${hash}` : ''}`);
	await ready(page);
}

test('each key does what the list says', async ({ page }) => {
	const seen = watch(page);
	await open(page, '/fr/show/');
	const press = (key: string) => page.keyboard.press(key);
	for (const key of ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n']) await press(key);
	await expectAt(page, 'place.6');
	for (const key of ['ArrowLeft', 'ArrowUp', 'Shift+ ', 'PageUp', 'p']) await press(key);
	await expectAt(page, 'place.1');
	await press('End');
	await expectAt(page, 'questions.5');
	await press('Home');
	await expectAt(page, 'place.1');

	await press('g');
	await page.keyboard.type('34');
	await press('Enter');
	await expectAt(page, 'maraudage.3');
	// Digits alone begin the same; what is no step leads nowhere.
	await press('9');
	await page.keyboard.type('9');
	await press('Enter');
	await press('Escape');
	await expectAt(page, 'maraudage.3');

	await press('o');
	await expect(page.getByRole('dialog').getByRole('button')).toHaveCount(88);
	await press('ArrowRight');
	await expectAt(page, 'maraudage.3');
	await page.getByRole('button', { name: /^2 Nour attend/ }).click();
	await expectAt(page, 'place.2');

	for (const key of ['b', '.']) {
		await press(key);
		await expect(page.locator('.black')).toBeVisible();
		await press(key);
		await expect(page.locator('.black')).toHaveCount(0);
	}
	// In the dark the next press brings light, not the next step.
	await press('b');
	await press('PageDown');
	await expect(page.locator('.black')).toHaveCount(0);
	await expectAt(page, 'place.2');

	const size = () => page.locator('.line').evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
	const usual = await size();
	await press('+');
	expect(await size()).toBeGreaterThan(usual);
	await press('-');
	await press('-');
	expect(await size()).toBeLessThan(usual);

	await press('c');
	await expect(page.locator('.show.projector')).toBeVisible();
	await press('c');

	await press('?');
	await expect(page.locator('dialog dl > div')).toHaveCount(10);
	await page.getByRole('switch').click();
	await press('Escape');
	await press('b');
	await expect(page.locator('.black')).toHaveCount(0);
	await press('?');
	await expect(page.locator('dialog')).toHaveCount(0);
	expect(seen).toEqual({ errors: [], foreign: [] });
});

test('full screen by f, a task on the wall by t that only t, Escape or its button takes down', async ({ page }) => {
	await open(page, '/en/show/#maraudage.3');
	await page.keyboard.press('f');
	await page.waitForFunction(() => document.fullscreenElement !== null);
	await page.keyboard.press('f');
	await page.waitForFunction(() => document.fullscreenElement === null);
	await page.keyboard.press('t');
	const task = page.locator('div.task');
	await expect(task.getByRole('textbox')).toHaveValue(/Note your three numbers/);
	await task.getByRole('button', { name: 'Question 2' }).click();
	await expect(task.getByRole('textbox')).toHaveValue(/Which threshold/);
	await task.getByRole('button', { name: 'One minute less' }).click();
	await expect(task.getByRole('timer')).toHaveText('4:00');
	await task.getByRole('button', { name: 'Start' }).click();
	await expect(task.getByRole('timer')).toHaveText('3:58');
	// A clicker that is touched by chance leaves it there; so does loading the page anew.
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await page.keyboard.press('PageDown');
	await page.reload();
	await ready(page);
	await expect(task).toBeVisible();
	await expectAt(page, 'maraudage.3');
	await page.keyboard.press('t');
	await expect(task).toHaveCount(0);
});

for (const way of ['by channel', 'by postMessage alone'])
	test(`show and speaker follow each other both ways, ${way}, and survive being loaded anew`, async ({ page }) => {
		if (way !== 'by channel')
			await page.context().addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
		await open(page, '/fr/show/#alerte.2');
		const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
		await ready(speaker);
		await expectAt(speaker, 'alerte.2');
		await speaker.getByRole('button', { name: 'Étape suivante' }).click();
		await expectAt(page, 'alerte.3');
		await expect(speaker.locator('[data-note].here')).toHaveAttribute('data-note', 'alerte.3');
		await page.keyboard.press('ArrowRight');
		await expectAt(speaker, 'alerte.4');
		await expect(speaker.locator('[data-note]:visible')).toHaveCount(1);

		await page.keyboard.press('b');
		await expect(speaker.getByText('Noir dans la salle')).toBeVisible();
		await expect(speaker.locator('.black')).toHaveCount(0);
		await speaker.getByRole('button', { name: 'Écran noir' }).click();
		await expect(page.locator('.black')).toHaveCount(0);

		await speaker.locator('.here [data-wall="1"]').click();
		await expect(page.locator('div.task')).toBeVisible();
		await speaker.getByRole('button', { name: 'Ôter la consigne' }).click();
		await expect(page.locator('div.task')).toHaveCount(0);

		await speaker.reload();
		await ready(speaker);
		await expectAt(speaker, 'alerte.4');
		await speaker.keyboard.press('PageDown');
		await expectAt(page, 'alerte.5');
		await page.reload();
		await ready(page);
		await expectAt(page, 'alerte.5');
		await expect(async () => {
			await speaker.keyboard.press('PageDown');
			await expectAt(page, 'alerte.6');
		}).toPass({ timeout: 20_000 });
		await page.keyboard.press('Home');
		await expectAt(speaker, 'place.1');
	});

test('the talk’s clock stands in the dark, goes on over a reload, and is not reset by a slip', async ({ page }) => {
	await open(page, '/fr/speaker/');
	const passed = page.locator('.clocks [role=timer]').first().locator('b');
	await page.getByRole('button', { name: 'Lancer' }).click();
	await expect(passed).toHaveText('0:02');
	await page.reload();
	await ready(page);
	await expect(passed).not.toHaveText('0:00');
	await page.getByRole('button', { name: 'Écran noir' }).click();
	await expect(page.getByRole('button', { name: 'Arrêté par le noir' })).toBeVisible();
	const before = await passed.textContent();
	await page.waitForTimeout(2200);
	expect(await passed.textContent()).toBe(before);
	const reset = page.getByRole('button', { name: /Remettre à zéro/ });
	await reset.click();
	expect(await passed.textContent()).toBe(before);
	await reset.hover();
	await page.mouse.down();
	await page.waitForTimeout(1200);
	await page.mouse.up();
	await expect(passed).toHaveText('0:00');
	await page.getByLabel('Minutes').selectOption('55');
	await expect(page.locator('.clocks [role=timer]').nth(1)).toContainText('55:00');
	// In sight while notes scroll.
	await page.setViewportSize({ width: 700, height: 500 });
	await page.mouse.wheel(0, 3000);
	await expect(page.locator('.clocks')).toBeInViewport();
});

test('one screen only: notes under the picture; printed: every one', async ({ page }) => {
	await open(page, '/en/speaker/#droit.3');
	await page.getByRole('button', { name: 'One screen only' }).click();
	await expect(page).toHaveURL(/mirror=1/);
	const [picture, note] = await Promise.all([
		page.locator('.stage').boundingBox(),
		page.locator('.here').boundingBox()
	]);
	expect(picture!.width).toBeGreaterThan(1000);
	// On whatever screen, all of the picture is seen at once.
	for (const size of [
		{ width: 1920, height: 1080 },
		{ width: 1024, height: 768 },
		{ width: 1280, height: 720 }
	]) {
		await page.setViewportSize(size);
		await expect
			.poll(async () => {
				const box = await page.locator('.stage').boundingBox();
				return box!.y + box!.height;
			})
			.toBeLessThanOrEqual(size.height);
	}
	expect(note!.y).toBeGreaterThan(picture!.y + picture!.height);
	// Loaded anew with its step in the address, it still begins with the picture.
	await page.reload();
	await ready(page);
	await page.waitForTimeout(500);
	expect((await page.locator('.stage').boundingBox())!.y).toBeGreaterThan(0);
	expect(await page.locator('.stage').evaluate((e: HTMLElement) => e.inert)).toBe(true);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('[data-note]:visible')).toHaveCount(87);
	await expect(page.locator('#speaker')).toBeHidden();
});

test('the notes are there without scripts', async ({ browser }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto('/fr/speaker/');
	await expect(page.locator('[data-note]:visible')).toHaveCount(87);
	await page.goto('/fr/show/');
	await expect(page.getByRole('link', { name: 'Tout lire sur une page' })).toBeVisible();
});

for (const lang of ['fr', 'en'])
	test(`on an old projector the list of keys is seen whole, in ${lang}`, async ({ page }) => {
		await page.setViewportSize({ width: 1024, height: 768 });
		await open(page, `/${lang}/show/`);
		await page.keyboard.press('?');
		const hidden = await page.locator('dialog').evaluate((e) => e.scrollHeight - e.clientHeight);
		expect(hidden).toBe(0);
	});

test('keys of a clicker leave the picture alone; a hand brings the buttons', async ({ page }) => {
	await open(page, '/fr/show/');
	const buttons = page.locator('nav.keys');
	await page.keyboard.press('PageDown');
	await expectAt(page, 'place.2');
	await expect(page.locator('.show.used')).toHaveCount(0);
	await expect(buttons).toHaveCSS('opacity', '0');
	await page.mouse.move(300, 300);
	await expect(buttons).toHaveCSS('opacity', '1');
});

test('the plan’s own link opens its steps alone, speaker’s window too', async ({ page }) => {
	await page.goto('/fr/teach/plans/');
	await page.getByRole('link', { name: 'Projeter ces sept étapes' }).click();
	await ready(page);
	await expect(page.locator('.count')).toHaveText('1/7');
	for (let i = 0; i < 2; i++) await page.keyboard.press('PageDown');
	await expectAt(page, 'maraudage.1');
	const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
	await ready(speaker);
	await expect(speaker.getByText('3/7')).toBeVisible();
	await page.keyboard.press('End');
	await expectAt(page, 'maraudage.5');
	await expectAt(speaker, 'maraudage.5');
});

test('the builder’s address shows the chapters that were ticked and the plan’s steps, without links', async ({
	page
}) => {
	await page.goto('/fr/show/build/');
	await page.getByRole('button', { name: '20 minutes' }).click();
	await page.getByLabel('Des liens vers le reste du site').uncheck();
	await expect(page.getByText('2 étapes sur 6')).toBeVisible();
	await page.getByLabel(/Trois questions/).check();
	await page.getByLabel(/Chacun sa raison/).uncheck();
	await expect(page.getByRole('textbox', { name: 'Adresse de votre projection' })).toHaveValue(
		/\?c=13,4\.1-5&links=0$/
	);
	await expect(page.getByRole('img', { name: 'Code QR de cette adresse' })).toBeVisible();
	await page.getByRole('link', { name: 'Ouvrir la projection' }).click();
	await ready(page);
	await expect(page.locator('.count')).toHaveText('1/10');
	await page.keyboard.press('End');
	await expectAt(page, 'questions.5');
	await page.mouse.move(200, 200);
	await expect(page.getByRole('link')).toHaveCount(0);
});

test('a kiosk runs by itself, leads nowhere, and begins anew when nobody is there', async ({ page }) => {
	await page.goto('/en/show/?kiosk=10&motion=off');
	await ready(page);
	await expect.poll(() => at(page), { timeout: 30_000 }).not.toBe('place.1');
	for (const key of ['s', 't', 'b', '?', 'End']) await page.keyboard.press(key);
	await expectAt(page, 'questions.5');
	await expect(page.getByRole('link')).toHaveCount(0);
	await expect(page.locator('div.task, .black, dialog')).toHaveCount(0);
	await expect(page.getByText(/Back to the start/)).toBeVisible({ timeout: 9_000 });
	await expectAt(page, 'place.1');
});

test('a press plays on, and reduced motion cuts', async ({ page }) => {
	// Counts pictures put on stage: how many a press brings depends on the machine, that playing brings more does not.
	await page.addInitScript(() => {
		const { prototype } = ImageBitmapRenderingContext;
		const put = prototype.transferFromImageBitmap;
		Object.assign(globalThis, { pictures: 0 });
		prototype.transferFromImageBitmap = function (bitmap) {
			(globalThis as unknown as { pictures: number }).pictures++;
			put.call(this, bitmap);
		};
	});
	const press = async (address: string) => {
		await page.goto(address);
		await page.reload();
		await ready(page);
		await live(page, 'centre.1');
		const count = () => page.evaluate(() => (globalThis as unknown as { pictures: number }).pictures);
		const before = await count();
		await page.keyboard.press('ArrowRight');
		await live(page, 'centre.2');
		await page.waitForTimeout(2500);
		return (await count()) - before;
	};
	const played = await press('/fr/show/?motion=on#centre.1');
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const cut = await press('/fr/show/#centre.1');
	expect(cut).toBeGreaterThan(0);
	expect(played).toBeGreaterThan(cut);
});

test('once loaded it needs no network', async ({ page, context }) => {
	await open(page, '/fr/show/');
	await context.setOffline(true);
	for (const id of ['camera.3', 'vision.5', 'regles.2', 'entreprise.1', 'resultat.2', 'peur.3', 'questions.4']) {
		await page.evaluate((step) => (location.hash = step), id);
		await live(page, id);
	}
});

for (const [width, height, body, label] of [
	[1920, 1080, 32, 24],
	[1024, 768, 24, 18]
] as const)
	test(`at ${width} × ${height} text has ${body} pixels and the smallest label ${label}`, async ({ page }) => {
		test.slow();
		await page.setViewportSize({ width, height });
		await open(page, '/fr/show/');
		const px = (selector: string) => page.locator(selector).evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
		expect(await px('.say')).toBeGreaterThanOrEqual(body);
		expect(await px('.count')).toBeGreaterThanOrEqual(label);
		const small: string[] = [];
		for (let i = 1; i <= 87; i++) {
			const id = (await at(page))!;
			await live(page, id);
			const least = await page.evaluate(async () => {
				const stage = document.querySelector('.stage') as PictureElement;
				const leastOf = (marks: Mark[], scale: number): number =>
					Math.min(
						Infinity,
						...marks.map((m) => {
							if (m.type === 'group') return m.opacity === 0 ? Infinity : leastOf(m.children, scale * (m.scale ?? 1));
							return m.type === 'text' && m.opacity !== 0 ? m.size * scale : Infinity;
						})
					);
				return leastOf((await stage.inspect!())!.marks, stage.zoom!);
			});
			if (least < label) small.push(`${id}: ${least.toFixed(1)}`);
			await page.keyboard.press('ArrowRight');
		}
		expect(small).toEqual([]);
	});

test('eight hours of steps leave nothing behind', async ({ page }) => {
	test.setTimeout(600_000);
	// The engine runs in the page, so that the page's heap is all there is: 3 200 steps are one every nine seconds for 8 h.
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'OffscreenCanvas'));
	await page.setViewportSize({ width: 640, height: 360 });
	await open(page, '/fr/show/');
	const session = await page.context().newCDPSession(page);
	const used = async () => {
		await session.send('HeapProfiler.collectGarbage');
		return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
	};
	const walk = (steps: number) =>
		page.evaluate(async (count) => {
			const stage = document.querySelector('.stage') as PictureElement;
			for (let i = 0; i < count; i++) {
				const last = document.documentElement.dataset.at === 'questions.5';
				dispatchEvent(new KeyboardEvent('keydown', { key: last ? 'Home' : 'ArrowRight', cancelable: true }));
				if (i % 8 === 0) await stage.inspect!();
				else await new Promise((done) => setTimeout(done));
			}
			await stage.inspect!();
		}, steps);
	await walk(320);
	const before = await used();
	await walk(2880);
	const after = await used();
	console.log(`heap after 320 steps ${before.toFixed(1)} MB, after 3 200 steps ${after.toFixed(1)} MB`);
	expect(after - before).toBeLessThan(20);
});

for (const [path, name] of [
	['show/?motion=off', 'show'],
	['speaker/?motion=off', 'speaker'],
	['show/build/', 'builder']
])
	test(`axe finds nothing on the ${name}, in both languages`, async ({ page }) => {
		for (const lang of ['fr', 'en']) {
			const seen = watch(page);
			await page.goto(`/${lang}/${path}`);
			await (name === 'builder' ? page.locator('.builder').waitFor() : ready(page));
			await page.addScriptTag({ path: AXE });
			const check = () =>
				page.evaluate(async () => {
					const { violations } = await (
						window as unknown as {
							axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
						}
					).axe.run();
					return violations.map((v) => `${v.id}: ${v.nodes[0].html}`);
				});
			expect(await check(), lang).toEqual([]);
			if (name === 'show')
				for (const key of ['?', 'o', 't']) {
					await page.keyboard.press(key);
					expect(await check(), `${lang} ${key}`).toEqual([]);
					await page.keyboard.press('Escape');
				}
			expect(seen).toEqual({ errors: [], foreign: [] });
		}
	});
