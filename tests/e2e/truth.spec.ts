import { expect, test, type Page } from '@playwright/test';
import { computeDay, DEFAULTS } from '../../src/lib/centre/day';
import { formatNumber } from '../../src/lib/picture/context';
import { SCENES } from '../../src/lib/scenes/index';
import { loadRecording } from '../../src/lib/recording/node';
import { DEFAULTS as TOWN } from '../../src/lib/scenes/questions/town';
import { open, VIEWPORTS } from './helpers';

/** What controls say is held to the recording, computed here, however their step was reached. */
const recording = loadRecording('.');
const reads = async (chapter: string) => (await SCENES[chapter]()).reads!(recording, {});

/**
 * Steps with a control, and the numbers its output must hold, in the order they stand: of the recording, or of the same
 * computation run here. Where there are none, what the control says must still be the same however it was reached.
 */
const CONTROLS: Record<string, (lang: 'fr' | 'en') => Promise<string[]>> = {
	'maraudage.3': async (lang) => {
		const { people, all } = await reads('maraudage');
		return ['30', formatNumber(lang, people), formatNumber(lang, all)];
	},
	'attroupement.2': async () => {
		const { times } = await reads('attroupement');
		return times > 1 ? ['5', '20', String(times)] : ['5', '20'];
	},
	'alerte.5': async (lang) => [formatNumber(lang, computeDay(DEFAULTS).alerts, 0)],
	'questions.2': async (lang) => [formatNumber(lang, TOWN.cameras)],
	'regles.4': async () => [],
	'centre.6': async () => []
};

const said = (page: Page, step: string): Promise<string> =>
	page.locator(`[data-step="${step}"] output`).first().innerText();
const live = (page: Page, step: string) =>
	page.waitForFunction((id) => document.documentElement.dataset.live === id, step, { timeout: 30_000 });

/** What the control said the first time, in the test that runs. */
let first: string | undefined;
test.beforeEach(() => (first = undefined));

async function expectTrue(page: Page, lang: 'fr' | 'en', step: string, how: string): Promise<void> {
	await live(page, step);
	const numbers = await CONTROLS[step](lang);
	// A step left aside has no words until the browser's next frame with it in the window.
	const control = page.locator(`[data-step="${step}"] .control`).first();
	await expect.poll(async () => (await control.innerText()).length, `${step} ${how}`).toBeGreaterThan(20);
	const whole = await control.innerText();
	expect(whole, `${step} ${how}`).toBe((first ??= whole));
	if (!numbers.length) return;
	const words = await said(page, step);
	let from = 0;
	for (const number of numbers) {
		const at = words.indexOf(number, from);
		expect(at, `${step} ${how}: "${words}" should hold ${number}`).toBeGreaterThanOrEqual(0);
		from = at + number.length;
	}
}

for (const lang of ['fr', 'en'] as const)
	for (const step of Object.keys(CONTROLS))
		test(`${lang} ${step}: the control says what the recording says, by link, list, scroll, back and reload`, async ({
			page
		}) => {
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.setViewportSize(VIEWPORTS[0]);
			// A link opened cold: nothing but what the step asks for.
			await page.goto(`/${lang}/#${step}`);
			await expectTrue(page, lang, step, 'by link');
			await page.reload();
			await expectTrue(page, lang, step, 'after a reload');
			// Away by the list of chapters, and back by the browser.
			await page.locator('.bar-chapter').click();
			await page.locator('#chapters a[href="#droit.1"]').click();
			await live(page, 'droit.1');
			await page.evaluate((id) => (location.hash = id), step);
			await expectTrue(page, lang, step, 'by another link');
			await page.goto(`/${lang}/sources/`);
			await page.goBack();
			await expectTrue(page, lang, step, 'by going back');

			// Scrolled to from the top, as a reader does.
			await open(page, `/${lang}/?again`);
			const target = await page.locator(`[data-step="${step}"] .card`).evaluate((e) => {
				const { top, height } = e.getBoundingClientRect();
				return scrollY + top - (innerHeight - height) / 2;
			});
			for (let part = 1; part <= 12; part++) {
				await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), (target * part) / 12);
				await page.waitForTimeout(30);
			}
			await expectTrue(page, lang, step, 'by scrolling');
		});

test('a threshold moved says what the recording says of it, and the picture counts the same', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize(VIEWPORTS[0]);
	await page.goto('/fr/#maraudage.3');
	await live(page, 'maraudage.3');
	const module = await SCENES.maraudage();
	for (const seconds of [4, 60, 120]) {
		await page.locator('[data-step="maraudage.3"] input[type=number]').fill(String(seconds));
		await page.keyboard.press('Tab');
		const { people, all } = module.reads!(recording, { 'maraudage.threshold': seconds });
		await expect
			.poll(() => said(page, 'maraudage.3'))
			.toMatch(new RegExp(`${seconds} s\\D+${formatNumber('fr', people)}\\D+${formatNumber('fr', all)}\\D`));
	}
});

for (const step of ['place.1', 'camera.3', 'maraudage.1', 'droit.2'])
	test(`${step} by link is whole within seconds, and says so only then`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize(VIEWPORTS[2]);
		// Whatever is said of the picture is noted as it is said.
		await page.addInitScript(() => {
			const said: string[] = ((window as unknown as { said: string[] }).said = []);
			new MutationObserver(() => {
				const { live, fallback } = document.documentElement.dataset;
				if (live) said.push(live);
				if (fallback) said.push(`lost ${fallback}`);
			}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-live', 'data-fallback'] });
		});
		await page.goto(`/fr/#${step}`);
		await live(page, step);
		const { marks, said } = await page.evaluate(async () => {
			const frame = await (
				document.querySelector('.stage') as HTMLElement & { inspect(): Promise<{ marks: unknown[] } | null> }
			).inspect();
			return { marks: frame?.marks.length ?? 0, said: (window as unknown as { said: string[] }).said };
		});
		expect(new Set(said), 'no other step, and no fallback, on the way').toEqual(new Set([step]));
		if (step === 'maraudage.1') expect(marks).toBeGreaterThan(10);
	});

test('a step opened by its link has its own still until its picture is there, and its control in sight', async ({
	page
}) => {
	await page.setViewportSize(VIEWPORTS[2]);
	// The recording comes late; the page waits with what is true of the step.
	let give = () => {};
	const asked = new Promise<void>((go) => (give = go));
	await page.route('**/*.bin', (route) => asked.then(() => route.continue()));
	await page.goto('/fr/#maraudage.3');
	for (const still of ['.first img', 'img.rest'])
		await expect(page.locator(`.stage ${still}`)).toHaveAttribute('src', /maraudage\.3-phone\.webp$/);
	give();
	await live(page, 'maraudage.3');
	await expect(page.locator('.stage img.rest')).toHaveCount(0);
	await expect(page.locator('[data-step="maraudage.3"] input[type="range"]')).toBeInViewport();
});
