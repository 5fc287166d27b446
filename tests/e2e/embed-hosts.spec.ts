import fc from 'fast-check';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { HOSTS } from '../newsrooms';
import { openHost, type Host } from '../server';

let journal: Host;
test.beforeAll(async () => {
	journal = await openHost();
});
test.afterAll(() => journal.close());

const COUNTS = `<script>
window.shifts = 0;
new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.shifts += e.value))).observe({ type: 'layout-shift', buffered: true });
window.faults = [];
addEventListener('error', (e) => window.faults.push(e.message));
</script>`;
const around = (body: string, width = 640) =>
	`<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Un journal</title>${COUNTS}<style>body{margin:0;width:${width}px}iframe{border:0;display:block;max-width:100%}</style></head><body><h1>Un article</h1><p>Avant.</p>${body}<p id="after">Après.</p></body></html>`;
/** The figure's own document, wherever it stands in the page. */
async function figureIn(page: Page): Promise<Frame> {
	await expect.poll(() => page.frames().some((f) => f.url().includes('/embed/'))).toBe(true);
	return page.frames().find((f) => f.url().includes('/embed/'))!;
}

async function codeOf(page: Page, baseURL: string, id: string): Promise<{ html: string; height: number }> {
	const said = (await (await page.request.get(`${baseURL}/fr/oembed/${id}.json`)).json()) as {
		html: string;
		height: number;
	};
	return {
		...said,
		html: said.html.replace(/https?:\/\/[^"]*?\/(?=fr\/embed)/, `${baseURL}/`).replace(' loading="lazy"', '')
	};
}

test.describe('the code of a figure, as pages of others leave it', () => {
	for (const [name, leave] of Object.entries(HOSTS))
		test(`in ${name}: its height is right, nothing shifts, nothing is blank`, async ({ page, baseURL }) => {
			const { html } = await codeOf(page, baseURL!, 'alerte');
			journal.serve('/journal', around(leave(html)));
			await page.goto(`${journal.url}journal`);
			const figure = await figureIn(page);
			await figure.waitForSelector('.frame');
			const picture = () =>
				figure.$eval(
					'picture img',
					(e) => (e as HTMLImageElement).naturalWidth || Number(!!document.documentElement.dataset.live)
				);
			await expect.poll(picture, { timeout: 60_000 }).toBeGreaterThan(0);
			await expect(figure.locator('h1')).toBeVisible();
			await page.waitForTimeout(800);
			const over = await figure.$eval(':root', (e) => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]);
			expect(over).toEqual([0, 0]);
			const { shifts, faults } = await page.evaluate(() => {
				const { shifts, faults } = window as unknown as { shifts: number; faults: string[] };
				return { shifts, faults };
			});
			expect(shifts).toBeLessThanOrEqual(0.02);
			expect(faults).toEqual([]);
		});
});

test('the second code, as it is copied, gives a narrow column its height, however late its script comes', async ({
	page,
	baseURL
}) => {
	await page.goto(`${baseURL}/fr/republish/`);
	const code = await page.locator('[aria-labelledby="place-script"]').innerText();
	const heights = await page.$$eval('#place .heights div', (all) =>
		all.map((e) => [...e.children].map((c) => Number(c.textContent)))
	);
	const between = heights.filter(([width]) => width === 320 || width === 480).map(([, height]) => height);
	await page.route(/\/embed\.js$/, async (route) => {
		await new Promise((done) => setTimeout(done, 700));
		await route.continue();
	});
	journal.serve('/journal', around(code.replace(/https?:\/\/[^"]*?\/(?=fr\/embed|embed\.js)/g, `${baseURL}/`), 400));
	await page.goto(`${journal.url}journal`);
	const frame = page.locator('iframe');
	await expect.poll(() => frame.evaluate((e) => e.style.height), { timeout: 60_000 }).toMatch(/^\d+px$/);
	const figure = await figureIn(page);
	await expect(figure.locator(':root')).toHaveAttribute('data-live', /./, { timeout: 60_000 });
	await page.waitForTimeout(400);
	const height = await frame.evaluate((e) => (e as HTMLIFrameElement).offsetHeight);
	expect(height).toBeGreaterThanOrEqual(Math.min(...between) - 20);
	expect(height).toBeLessThanOrEqual(Math.max(...between) + 20);
});

test('ten thousand messages to the page and to the figure have no effect', async ({ page, baseURL }) => {
	const { html } = await codeOf(page, baseURL!, 'bill');
	journal.serve(
		'/journal',
		around(`${html}<iframe id="other" srcdoc="<p>x" height="90"></iframe><script src="${baseURL}/embed.js"></script>`)
	);
	await page.goto(`${journal.url}journal`);
	const figure = await figureIn(page);
	await expect(figure.locator(':root')).toHaveAttribute('data-live', /./, { timeout: 90_000 });
	const state = async () => [
		await page.$$eval('iframe', (all) => all.map((e) => e.outerHTML)),
		await figure.$eval(':root', (e) =>
			JSON.stringify([{ ...e.dataset }, e.querySelector('.says')?.textContent, location.href])
		)
	];
	await expect.poll(() => page.$eval('iframe', (e) => e.style.height)).toMatch(/^\d+px$/);
	const before = await state();
	const values = fc.sample(fc.json(), { seed: 7, numRuns: 2500 });
	const faults = await page.evaluate(async (all) => {
		const odd: unknown[] = [
			NaN,
			Infinity,
			-0,
			1n,
			new Date(NaN),
			new Map([['type', 'embed-size']]),
			new Uint8Array(9),
			/x/
		];
		const ours = (document.querySelector('iframe') as HTMLIFrameElement).contentWindow!;
		const other = (document.querySelector('#other') as HTMLIFrameElement).contentWindow!;
		all.forEach((text, i) => {
			const height = i % 3 ? odd[i % odd.length] : 300 + i;
			const said = i % 2 ? JSON.parse(text) : { sentinel: 'amp', type: 'embed-size', height };
			ours.postMessage(said, '*');
			postMessage(said, '*');
			ours.postMessage(text, '*');
			(other as unknown as { parent: Window }).parent.postMessage(text, '*');
		});
		await new Promise((done) => setTimeout(done, 1000));
		return (window as unknown as { faults: string[] }).faults;
	}, values);
	expect(faults).toEqual([]);
	expect(await state()).toEqual(before);
});

test('a figure is drawn at addresses made to break it', async ({ page, baseURL }) => {
	const faults: string[] = [];
	page.on('pageerror', (e) => faults.push(e.message));
	// Its still is what counts here: what makes it live is the same at every address.
	await page.route(/_app\/immutable\/chunks|\/live\//, (route) => route.abort());
	const odd = fc.sample(fc.oneof(fc.webQueryParameters(), fc.string({ unit: 'binary' }).map(encodeURIComponent)), {
		seed: 7,
		numRuns: 40
	});
	for (const query of [
		...odd,
		'childId=<script>alert(1)</script>',
		`x=${'y'.repeat(4000)}`,
		'#%E0%A4%A',
		'__proto__[a]=1'
	]) {
		await page.goto(`${baseURL}/fr/embed/peur/?${query}`, { waitUntil: 'load' });
		await expect(page.locator('.frame.scripted h1')).toBeVisible();
		expect(await page.$eval('picture img', (e) => (e as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
	}
	expect(faults).toEqual([]);
});
