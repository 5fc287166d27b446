import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { open, VIEWPORTS, watch } from './helpers';

/** The parts of the story page that scripts bring to life: strip, source panels, controls. */
test.beforeEach(async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize(VIEWPORTS[0]);
});

const at = (page: Page) => page.evaluate(() => document.documentElement.dataset.at);
type Marked = Element & { fromServer?: true };

for (const [lang, names] of [
	['fr', ['Chapitres : 0 La place', 'Chapitres : 1 La caméra']],
	['en', ['Chapters: 0 The square', 'Chapters: 1 The camera']]
] as const)
	test(`${lang}: the strip is the server’s, node by node, and follows the reader`, async ({ page }) => {
		const seen = watch(page);
		await page.addInitScript(() =>
			document.addEventListener('DOMContentLoaded', () => {
				for (const e of document.querySelectorAll<Marked>('.strip, .strip *')) e.fromServer = true;
			})
		);
		await open(page, `/${lang}/`);
		const strip = await page.locator('.strip').innerHTML();
		const html = await (await page.request.get(`/${lang}/`)).text();
		const elements = (source: string) => source.replace(/<!--.*?-->/g, '').match(/<\w+/g) ?? [];
		expect(elements(strip)).toEqual(
			elements(html.slice(html.indexOf('<div class="strip">') + 19, html.indexOf('<p class="now"')))
		);
		await expect(page.getByRole('button', { name: names[0], exact: true })).toBeVisible();
		await expect(page.locator('.bar-step').first()).toBeDisabled();
		const steps = await page.locator('[data-step]').count();
		await expect(page.locator('.bar-count')).toHaveText(`1/${steps}`);

		await page.evaluate(() => (location.hash = 'camera.2'));
		await expect(page.getByRole('button', { name: names[1], exact: true })).toBeVisible();
		await expect(page.locator('.bar-chapter')).toHaveText(names[1].replace(/^\S+?\s?: /, ''));
		await expect(page.locator('.bar-count')).toHaveText(`8/${steps}`);
		await expect(page.locator('.bar-lang')).toHaveAttribute('href', `../${lang === 'fr' ? 'en' : 'fr'}/#camera.2`);
		await expect(page.locator('.bar-step').first()).toBeEnabled();
		expect(
			await page.$$eval('#chapters a[aria-current]', (all) => all.map((e) => (e as HTMLAnchorElement).hash))
		).toEqual(['#camera.1']);
		const cells = await page.$$eval('.bar-progress .done', (all) => all.map((e) => Number(e.getAttribute('width'))));
		expect(cells.slice(0, 3).map((w) => Number(w.toFixed(3)))).toEqual([9, 2.571, 0]);

		await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
		await expect(page.locator('.bar-step').last()).toBeDisabled();
		expect(
			await page.$$eval('.strip, .strip *', (all) =>
				all.filter((e) => !(e as Marked).fromServer).map((e) => e.outerHTML)
			)
		).toEqual([]);
		expect(seen.errors).toEqual([]);
	});

test('what is pressed before the strip lives is not lost', async ({ page }) => {
	let release = () => {};
	const held = new Promise<void>((go) => (release = go));
	await page.goto('/fr/', { waitUntil: 'domcontentloaded' });
	await page.waitForFunction(() => document.documentElement.dataset.at === 'place.1');
	// From here on, scripts come when they are let.
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.getByRole('button', { name: 'Étape suivante' }).click();
	await page.waitForTimeout(300);
	expect(await at(page)).toBe('place.1');
	release();
	await expect.poll(() => at(page)).toBe('place.2');
});

test('both switches follow one state, whichever is used', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await open(page, '/fr/');
	const [text, list] = [page.locator('.title-tools [role=switch]'), page.locator('#chapters [data-motion-switch]')];
	await page.locator('.bar-chapter').click();
	await list.uncheck();
	await expect(text).not.toBeChecked();
	await expect(page.locator('html')).toHaveAttribute('data-motion', 'off');
	await page.keyboard.press('Escape');
	await text.check();
	await expect(list).toBeChecked();
	await expect(page.locator('html')).toHaveAttribute('data-motion', 'on');
});

test('previous and next say the title they lead to, once', async ({ page }) => {
	await open(page, '/fr/#place.5');
	await page.evaluate(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		const region = document.getElementById('now')!;
		new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
			childList: true
		});
	});
	const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
	await page.getByRole('button', { name: 'Étape suivante' }).click();
	await expect.poll(said).toHaveLength(1);
	// Two messages are two seconds apart.
	await page.waitForTimeout(2100);
	await page.keyboard.press('Alt+ArrowDown');
	await expect.poll(said).toHaveLength(2);
	const title = (id: string, part: string) => page.locator(`[data-step="${id}"] ${part}`).textContent();
	expect(await said()).toEqual([
		await title('place.6', 'h3'),
		`${await title('camera.1', 'h2')}. ${await title('camera.1', 'h3')}`
	]);
	await expect(page.locator('#now')).not.toHaveClass(/shown/);
	await page.waitForTimeout(2200);
	expect(await said()).toHaveLength(2);
});

for (const [lang, step] of [
	['fr', 'camera.7'],
	['en', 'place.1']
])
	test(`${lang}: axe finds nothing at ${step}, its experimental rules neither`, async ({ page }) => {
		await open(page, `/${lang}/#${step}`);
		for (const values of [undefined, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice', 'experimental']]) {
			const axe = new AxeBuilder({ page });
			if (values) axe.options({ runOnly: { type: 'tag', values } });
			const { violations, passes } = await axe.analyze();
			expect(violations.map((v) => `${v.id}: ${v.nodes[0].html}`)).toEqual([]);
			if (values) expect(passes.map((p) => p.id)).toContain('label-content-name-mismatch');
		}
	});

test('panels that could not be had are asked for again; meanwhile a marker is a link', async ({ page }) => {
	await open(page, '/fr/#camera.7');
	const marker = page.locator('[data-step="camera.7"] .src').first();
	const id = await marker.textContent();
	let asked = 0;
	await page.route('**/panels.json', (route) => (asked++ ? route.continue() : route.abort()));
	// The link is followed; its page answers nothing, so that this one stays.
	const followed = page.waitForRequest((r) => r.isNavigationRequest());
	await page.route('**/fr/sources/', (route) => route.fulfill({ status: 204 }));
	await marker.click();
	expect((await followed).url()).toMatch(/\/fr\/sources\//);
	expect(asked).toBe(1);
	await marker.click();
	const panel = page.locator(`#src-${id}`);
	await expect(panel).toBeVisible();
	// As the page that has them all from the server.
	await expect(panel).toHaveClass('panel');
	await panel.getByRole('button', { name: 'Fermer' }).click();
	await expect(panel).toBeHidden();
	await marker.click();
	await expect(panel).toBeVisible();
	expect(asked).toBe(2);
	expect(await page.locator(`[id="src-${id}"]`).count()).toBe(1);
});

for (const [lang, close] of [
	['fr', 'Fermer'],
	['en', 'Close']
])
	test(`${lang}: a definition opens by key and by touch, is read, and leaves the reader where they were`, async ({
		page
	}) => {
		await open(page, `/${lang}/#alerte.1`);
		const term = page.locator('[data-step="alerte.1"] a.term').first();
		const id = (await term.getAttribute('href'))!.split('#')[1];
		const panel = page.locator(`#src-${id}[role=dialog][aria-labelledby="name-${id}"]`);
		await term.focus();
		await page.keyboard.press('Enter');
		await expect(page.locator(`#src-${id}`)).toBeFocused();
		await expect(panel).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(panel).toBeHidden();
		await expect(term).toBeFocused();
		await term.click();
		await panel.getByRole('button', { name: close }).click();
		await expect(panel).toBeHidden();
		expect(await at(page)).toBe('alerte.1');
	});

test('a control says nothing of a recording that is not there, and works', async ({ page }) => {
	await page.route('**/recording*.bin', (route) => route.abort());
	for (const step of ['maraudage.3', 'attroupement.2']) {
		await page.goto(`/fr/?blocked#${step}`);
		const chapter = step.split('.')[0];
		const control = page.locator(`[data-chapter="${chapter}"] [data-control] .control:has(input)`).first();
		const output = control.locator('output');
		await expect(output).toHaveText('Le résultat s’affichera quand l’enregistrement sera chargé.', { timeout: 30_000 });
		const number = control.locator('input[type=number]').first();
		await number.fill('12');
		await number.blur();
		await expect(control.locator('input[type=range]').first()).toHaveValue('12');
		await page.waitForTimeout(300);
		expect(await output.textContent()).not.toMatch(/\d/);
	}
	// What needs no recording answers at once.
	await page.goto('/fr/?blocked#alerte.5');
	await expect(page.locator('[data-control="alerts"] output')).toHaveText(/\d+ alertes par jour/, { timeout: 30_000 });
});

test('what a control states is true of the values it names', async ({ page }) => {
	await open(page, '/fr/#maraudage.3');
	const output = page.locator('[data-control="threshold"] output');
	const slider = page.locator('[data-control="threshold"] input[type=range]');
	const said = await output.evaluate(
		(e, slider) =>
			new Promise<string[]>((done) => {
				const all = [e.textContent ?? ''];
				new MutationObserver(() => all.push(e.textContent ?? '')).observe(e, {
					childList: true,
					characterData: true,
					subtree: true
				});
				const input = slider as HTMLInputElement;
				for (const value of ['20', '60', '31', '90']) {
					input.value = value;
					input.dispatchEvent(new Event('input', { bubbles: true }));
				}
				setTimeout(() => done(all), 1500);
			}),
		await slider.elementHandle()
	);
	const parse = (text: string) =>
		/^À (\d+) s, .*? (\d+) personnes/.exec(text)?.slice(1).map(Number) as [number, number];
	expect(parse(said.at(-1) as string)[0]).toBe(90);
	// Whatever was printed on the way, a threshold has one answer, and a longer one flags no more people.
	const answers = [...new Set(said)].map(parse).sort((a, b) => a[0] - b[0]);
	expect(new Set(answers.map(([s]) => s)).size).toBe(answers.length);
	for (let i = 1; i < answers.length; i++) expect(answers[i][1]).toBeLessThanOrEqual(answers[i - 1][1]);
});

test('a round of the game ends where the keyboard goes on, and its result is said', async ({ page }) => {
	await open(page, '/fr/#centre.5');
	const control = page.locator('[data-control="attention"]');
	await control.locator('button').first().click();
	await expect(control.locator('.pad button')).toBeFocused();
	await page.keyboard.press('1');
	const output = control.locator('output');
	await expect(output).not.toBeEmpty({ timeout: 40_000 });
	await expect(control.locator('button').first()).toBeFocused();
	await expect(page.locator('#now')).toHaveText((await output.textContent()) as string);
});

test('the mark of a source is never broken over two lines', async ({ page }) => {
	await page.goto('/fr/#droit.6');
	await page.waitForFunction(() => document.documentElement.dataset.live === 'droit.6');
	for (let width = 360; width <= 430; width += 5) {
		await page.setViewportSize({ width, height: 844 });
		const broken = await page.$$eval(
			'#droit .src',
			(all) => all.filter((mark) => mark.getClientRects().length > 1).length
		);
		expect(broken, `${width} px`).toBe(0);
	}
});
