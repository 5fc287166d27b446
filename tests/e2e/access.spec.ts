import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type { StageElement } from '../../src/lib/story/story';
import { open, state, VIEWPORTS } from './helpers';

const DESKTOP = VIEWPORTS[0];
const PHONE = VIEWPORTS[2];

async function goTo(page: Page, id: string): Promise<void> {
	await page.evaluate((step) => (location.hash = step), id);
	await page.waitForFunction((step) => document.documentElement.dataset.at === step, id, { timeout: 10_000 });
	await state(page);
}
const stepIds = (page: Page): Promise<string[]> =>
	page.$$eval('[data-step]', (all) => all.map((e) => (e as HTMLElement).dataset.step as string));

/** axe comes with its Playwright package; here it is put in the page once, and run on the parts that change. */
const require = createRequire(import.meta.url);
const AXE = createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
type Axe = {
	run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

const axeFaults = (page: Page, parts: string[]): Promise<string[]> =>
	page.evaluate(async (include) => {
		const { axe } = window as unknown as { axe: Axe };
		const { violations } = await axe.run(include.length ? { include } : document, { resultTypes: ['violations'] });
		return violations.map(
			(v) =>
				`${v.id}: ${v.nodes
					.slice(0, 3)
					.map((n) => n.html)
					.join(' | ')}`
		);
	}, parts);

for (const lang of ['fr', 'en'])
	for (const viewport of [DESKTOP, PHONE])
		test(`${lang} ${viewport.width}×${viewport.height}: axe finds nothing after any step`, async ({ page }) => {
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.setViewportSize(viewport);
			await open(page, `/${lang}/`);
			await page.addScriptTag({ path: AXE });
			const ids = await stepIds(page);
			const faults: string[] = [];
			for (const [i, id] of ids.entries()) {
				await goTo(page, id);
				// What a step changes: its card, the stage and the strip. The whole page at a few of them.
				const parts = i % 26 === 25 ? [] : [`[data-step="${id}"]`, '.stage', '.bar', '#now'];
				for (const fault of await axeFaults(page, parts)) faults.push(`${id}: ${fault}`);
			}
			expect(faults).toEqual([]);
		});

for (const viewport of [DESKTOP, PHONE])
	test(`${viewport.width}×${viewport.height}: targets are large enough, and those that act larger on a touch screen`, async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize(viewport);
		await open(page, '/fr/');
		await page.evaluate(() => {
			for (const d of document.querySelectorAll('details')) d.open = true;
		});
		const faults = await page.evaluate((touch) => {
			const out: string[] = [];
			const what = (e: Element) =>
				`${e.closest('[data-step]')?.getAttribute('data-step') ?? ''} <${e.tagName.toLowerCase()} class="${e.className}"> ${e.textContent?.trim().slice(0, 30)}`;
			for (const e of document.querySelectorAll<HTMLElement>('button, input, select, summary, a[href]')) {
				if (e.matches('.skip') || !e.checkVisibility()) continue;
				// Links in a sentence are as high as its lines (WCAG 2.5.8, inline).
				if (e.matches('a') && getComputedStyle(e).display === 'inline') continue;
				const label = e.closest('label');
				const r = (label && e.matches('[type=checkbox]') ? label : e).getBoundingClientRect();
				const after = getComputedStyle(e, '::after');
				// A mark may have a larger invisible target around it.
				const grown = after.position === 'absolute' && after.content !== 'none';
				const w = Math.max(r.width, grown ? parseFloat(after.width) : 0);
				const h = Math.max(r.height, grown ? parseFloat(after.height) : 0);
				if (w < 23.9 || h < 23.9) out.push(`${what(e)}: ${Math.round(w)}×${Math.round(h)}`);
				// The strip's buttons and the controls are what a thumb uses.
				if (touch && e.matches('.bar :is(button, a), .control :is(button, input)') && !e.matches('[type=checkbox]'))
					if (h < 43.9) out.push(`${what(e)}: ${Math.round(h)} px high under a thumb`);
			}
			return out;
		}, viewport === PHONE);
		expect(faults).toEqual([]);
	});

for (const viewport of [DESKTOP, PHONE])
	test(`${viewport.width}×${viewport.height}: the keyboard's focus is visible and never under the strip or the stage`, async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize(viewport);
		await open(page, '/fr/#maraudage.2');
		const faults: string[] = [];
		const reached = new Set<string>();
		for (let i = 0; i < 60; i++) {
			await page.keyboard.press('Tab');
			await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))));
			const seen = await page.evaluate(() => {
				const e = document.activeElement as HTMLElement;
				if (e === document.body) return null;
				const s = getComputedStyle(e);
				const r = e.getBoundingClientRect();
				const inBar = e.closest('.bar, .skip, .chapters, [popover]') !== null;
				const bar = document.querySelector('.bar')!.getBoundingClientRect().top;
				const stage = document.querySelector('.stage')!;
				const behind = getComputedStyle(stage).zIndex === '2' ? stage.getBoundingClientRect().bottom : 0;
				return {
					what: `${e.closest('[data-step]')?.getAttribute('data-step') ?? ''} ${e.tagName} ${e.className} ${e.textContent?.trim().slice(0, 24)}`,
					ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
					hidden: !inBar && (r.bottom <= behind || r.top >= bar)
				};
			});
			if (!seen) continue;
			reached.add(seen.what);
			if (!seen.ring) faults.push(`${seen.what}: no ring`);
			if (seen.hidden) faults.push(`${seen.what}: hidden`);
		}
		expect(faults).toEqual([]);
		expect(reached.size).toBeGreaterThan(15);
	});

/** Text of the page that is cut off, or pushes the page sideways. What moves sideways in a box of its own is not lost. */
const clipped = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const out: string[] = [];
		if (document.documentElement.scrollWidth > innerWidth + 1)
			out.push(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth}`);
		for (const e of document.querySelectorAll<HTMLElement>(
			'.card :is(p, h1, h2, h3, li, button, label, summary, blockquote, figcaption), .foot *, .bar button, .page :is(p, h1, h2, li)'
		)) {
			if (!e.checkVisibility({ checkOpacity: true }) || e.closest('.alt, .skip, .data-box, .rail')) continue;
			const r = e.getBoundingClientRect();
			if (r.width < 2) continue;
			const s = getComputedStyle(e);
			const where = `${e.closest('[data-step]')?.getAttribute('data-step') ?? ''} ${e.tagName} ${e.className}: ${e.textContent?.trim().slice(0, 30)}`;
			if (r.left < -1 || r.right > innerWidth + 1) out.push(`${where} leaves the window`);
			if (s.overflow === 'hidden' && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
				out.push(`${where} is cut`);
		}
		return out.slice(0, 20);
	});

for (const path of ['', 'flat/', 'sources/', 'method/', 'council/'])
	test(`nothing is lost at 400 % (320 px wide) or with text at 200 % on /fr/${path}`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const visit = () => (path ? page.goto(`/fr/${path}`) : open(page, '/fr/'));
		// A window of 1280 by 1024 zoomed four times.
		await page.setViewportSize({ width: 320, height: 256 });
		await visit();
		expect(await clipped(page)).toEqual([]);
		if (!path)
			expect(
				await page.evaluate(() => {
					const stage = document.querySelector('.stage')!;
					return getComputedStyle(stage).position === 'sticky' && stage.clientHeight > innerHeight / 2 + 1;
				}),
				'a stage that takes more than half of a small window does not stick'
			).toBe(false);
		await page.setViewportSize(DESKTOP);
		await visit();
		await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
		expect(await clipped(page)).toEqual([]);
		await page.setViewportSize(PHONE);
		await page.addStyleTag({
			content:
				'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'
		});
		await page.evaluate(() =>
			document.querySelectorAll('style').forEach((s) => s.textContent?.includes('200%') && s.remove())
		);
		expect(await clipped(page)).toEqual([]);
	});

test('with forced colours, text, strip and marks stay; an alert is more than a colour', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
	await page.setViewportSize(DESKTOP);
	await open(page, '/fr/#maraudage.3');
	await state(page);
	const seen = await page.evaluate(() => ({
		card: getComputedStyle(document.querySelector('[data-step="maraudage.3"] .card')!).borderTopStyle,
		bar: getComputedStyle(document.querySelector('.bar')!).borderTopStyle,
		marks: [...document.querySelectorAll('.stage svg rect')].filter((r) => {
			const s = getComputedStyle(r);
			return s.stroke !== 'none' && s.stroke !== s.backgroundColor;
		}).length
	}));
	expect(seen.card).toBe('solid');
	expect(seen.bar).toBe('solid');
	expect(seen.marks).toBeGreaterThan(3);
	// A flagged box is drawn heavier and filled: told apart without its hue.
	const boxes = await page.evaluate(async () => {
		const frame = await (document.querySelector('.stage') as StageElement).inspect!();
		return (frame?.marks ?? []).flatMap((m) =>
			m.type === 'rect' && /^box-\d+$/.test(m.key) ? [{ filled: m.fill !== 'none', width: m.width ?? 1 }] : []
		);
	});
	const widths = (filled: boolean) => boxes.filter((b) => b.filled === filled).map((b) => b.width);
	expect(widths(true).length).toBeGreaterThan(0);
	expect(widths(false).length).toBeGreaterThan(0);
	expect(Math.min(...widths(true))).toBeGreaterThan(Math.max(...widths(false)));
});

for (const [lang, name] of [
	['fr', 'Décrire la scène maintenant'],
	['en', 'Describe the scene now']
])
	test(`${lang}: the scene is put in words when asked for, and never by scrolling`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize(PHONE);
		await open(page, `/${lang}/`);
		const region = page.locator('#now');
		expect(
			await page.$$eval(
				'[aria-live]:not([aria-live="off"]), [role=status]:not(#now), [role=alert], output:not([aria-live="off"])',
				(all) => all.length
			)
		).toBe(0);
		const faults: string[] = [];
		for (const id of await stepIds(page)) {
			await goTo(page, id);
			if ((await region.textContent()) !== '') faults.push(`${id}: scrolling spoke`);
			await page.getByRole('button', { name }).click();
			await expect(region).not.toBeEmpty();
			const text = (await region.textContent()) ?? '';
			if (text.length < 20 || text.length > 240) faults.push(`${id}: ${text.length} characters: ${text}`);
			if (/[{}]|undefined|NaN/.test(text)) faults.push(`${id}: ${text}`);
		}
		expect(faults).toEqual([]);
		await page.keyboard.press('Escape');
		await expect(region).toBeEmpty();
	});

test('a control says its result through the same region, while the reader is at it', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize(DESKTOP);
	await open(page, '/fr/#maraudage.3');
	const region = page.locator('#now');
	await expect(region).toBeEmpty();
	const slider = page.locator('[data-step="maraudage.3"] input[type=range]');
	await slider.focus();
	await page.keyboard.press('ArrowRight');
	await expect(region).toHaveText(/31 s/);
	expect(await page.$$eval('output:not([aria-live="off"])', (all) => all.length)).toBe(0);
});
