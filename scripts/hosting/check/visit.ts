import { chromium, type Browser, type Page } from '@playwright/test';
import { corrected } from './said';
import type { Ground } from './servers';

/** What went wrong while a page was used: in its console, and what a policy refused. */
export interface Visit {
	what: string;
	faults: string[];
}

type Use = (page: Page) => Promise<unknown>;
const until = (page: Page, test: (n: number) => boolean, n = 0): Promise<unknown> =>
	page.waitForFunction(test, n, { timeout: 60_000 });

/** What a reader does on each of the site's pages, until it has shown that it works. */
const USES: Record<string, Use> = {
	'': (page) => page.waitForFunction(() => document.images[0].complete && document.images[0].naturalWidth > 0),
	'fr/#maraudage.5': async (page) => {
		await until(page, () => document.documentElement.dataset.live === 'maraudage.5');
		await page.keyboard.press('PageDown');
	},
	'en/lab/?source=queue': async (page) => {
		await until(page, (n) => Number(document.documentElement.dataset.labFrame) > n, 12);
	},
	'fr/show/#vision.2': async (page) => {
		await until(page, () => document.documentElement.dataset.at === 'vision.2');
		await page.keyboard.press('ArrowRight');
		await until(page, () => document.documentElement.dataset.at === 'vision.3');
	},
	'en/council/': async (page) => {
		await page.getByRole('spinbutton').first().fill('250');
	},
	'fr/teach/': () => Promise.resolve(),
	'en/flat/': () => Promise.resolve()
};

/** A browser that tells of what goes wrong on its pages. */
export interface Visitor {
	/** Opens the pages of a copy and uses them. */
	round(base: string): Promise<Visit[]>;
	/** A figure in a page of another origin, until it is live. */
	framed(base: string, sandbox: string, host: { url: string; serve(path: string, html: string): void }): Promise<Visit>;
	/** Whether who reads a page sees its correction on the next reload. */
	reload(base: string, ground: Ground): Promise<Visit>;
	/** Opens a page and asks it something. */
	see<T>(url: string, look: () => T): Promise<{ seen: T; said: string[] }>;
	close(): Promise<void>;
}

async function open(browser: Browser): Promise<{ page: Page; faults: string[] }> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) faults.push(message.text());
	});
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('requestfailed', (r) => {
		if (!/ERR_ABORTED/.test(r.failure()?.errorText ?? '')) faults.push(`${r.url()} ${r.failure()?.errorText}`);
	});
	page.on('response', (r) => {
		if (r.status() >= 400) faults.push(`${r.url()} ${r.status()}`);
	});
	return { page, faults };
}

/** Uses a page that `url` leads to; the faults are those of its console, and that it could not be used. */
async function used(browser: Browser, what: string, url: string, use: Use): Promise<Visit> {
	const { page, faults } = await open(browser);
	try {
		await page.goto(url);
		await use(page);
		await page.waitForTimeout(500);
	} catch (error) {
		faults.push(String(error).split('\n')[0]);
	}
	await page.context().close();
	return { what, faults };
}

const FIGURE = 'fr/embed/maraudage/';
const live = async (page: Page): Promise<unknown> => {
	const figure = page.frames().at(-1)!;
	return figure.waitForFunction(() => document.querySelector('.frame.live') !== null, undefined, { timeout: 60_000 });
};

export async function openVisitor(executablePath: string): Promise<Visitor> {
	const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
	const browser = await chromium.launch({ executablePath, args });
	return {
		async round(base) {
			const visits: Visit[] = [];
			for (const [path, use] of Object.entries(USES)) visits.push(await used(browser, path || '/', base + path, use));
			return visits;
		},
		framed(base, sandbox, host) {
			host.serve(
				'/article',
				`<!doctype html><title>Article</title><link rel="icon" href="data:,"><iframe src="${base}${FIGURE}" width="640" height="960" sandbox="${sandbox}"></iframe>`
			);
			return used(browser, `${FIGURE} sandbox="${sandbox}"`, `${host.url}article`, live);
		},
		reload: (base, ground) =>
			used(browser, 'a correction on reload', `${base}fr/credits/`, async (page) => {
				const feed = () => page.evaluate(async () => (await fetch('../corrections.xml')).text());
				await feed();
				const change = (text: string) => text.replace('</h1>', ' corrigé</h1>');
				await corrected(ground, 'fr/credits/index.html', change, async () => {
					await page.reload();
					const title = await page.textContent('h1');
					if (!title?.includes('corrigé')) throw new Error(`after the correction the page says ${title}`);
				});
			}),
		async see(url, look) {
			const { page, faults } = await open(browser);
			await page.goto(url);
			const seen = (await page.evaluate(look)) as ReturnType<typeof look>;
			await page.context().close();
			return { seen, said: faults };
		},
		close: () => browser.close()
	};
}
