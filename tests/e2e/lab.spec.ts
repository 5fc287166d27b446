import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { watch } from './helpers';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const state = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
const frames = (page: Page, least: number) =>
	page.waitForFunction((n) => Number(document.documentElement.dataset.labFrame) >= n, least, { timeout: 60_000 });
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

async function axe(page: Page): Promise<string[]> {
	await page.addScriptTag({ path: AXE });
	return page.evaluate(async () => {
		const { violations } = await (
			window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
		).axe.run();
		return violations.map((v) => `${v.id}: ${v.nodes[0].html}`);
	});
}

test('the lab runs the queue, finds people, sends nothing, and axe finds nothing', async ({ page }) => {
	const seen = watch(page);
	await page.goto('/fr/lab/?source=queue');
	await frames(page, 40);
	const { labSource, labMachine, labPeople, labSent } = await state(page);
	expect([labSource, labMachine, labSent]).toEqual(['queue', 'motion', '0']);
	expect(Number(labPeople)).toBeGreaterThan(0);
	await page.getByRole('button', { name: 'Pause' }).press('Enter');
	await expect(page.getByRole('img', { name: /Le sol vu d’en haut/ })).toBeVisible();
	await page.getByRole('button', { name: 'Décrire la scène' }).click();
	await expect(page.getByText(/Différence\s: \d+ boîtes\. Numéro/)).toBeVisible();
	expect(await axe(page)).toEqual([]);
	expect(seen).toEqual({ errors: [], foreign: [] });
});

test('in English, every panel and an experiment: axe finds nothing; every layer can be shown', async ({ page }) => {
	await page.goto('/en/lab/?source=queue&guide=merge&rules=0.0.2');
	await expect(page.getByRole('heading', { name: 'When two become one' }).first()).toBeVisible();
	await frames(page, 30);
	await page.getByRole('button', { name: 'Pause' }).press('Enter');
	for (const name of ['Machine', 'Rules', 'Ground', 'Keep']) {
		await tab(page, name);
		await expect(page.getByRole('tabpanel')).toHaveCount(1);
	}
	await page.keyboard.press('Home');
	await expect(page.getByRole('tab', { name: 'Source' })).toHaveAttribute('aria-selected', 'true');
	for (const layer of ['background', 'difference', 'mask', 'blobs', 'frame']) {
		await page.locator(`input[name=layer][value=${layer}]`).check();
		await page.getByRole('button', { name: 'One picture' }).click();
	}
	expect(await axe(page)).toEqual([]);
	await page.getByRole('button', { name: 'Close' }).press('Enter');
	await expect(page.getByRole('tab', { name: 'Source' })).toBeFocused();
});

test('a changed rule is asked of what was seen, alerts are judged, and a run opens again', async ({ page }) => {
	await page.goto('/fr/lab/?source=queue&rules=0.0.600');
	await frames(page, 70);
	await page.getByRole('button', { name: 'Pause' }).press('Enter');
	await expect(page.getByText('Aucune alerte pour l’instant.')).toBeVisible();
	await tab(page, 'Règles');
	const seconds = page.getByRole('spinbutton', { name: 'Secondes' });
	await seconds.fill('2');
	await seconds.press('Enter');
	await expect(page.locator('.alerts li').first()).toContainText('seuil 2 s');
	await page.locator('.alerts li').first().getByRole('button', { name: 'juste, pour rien' }).click();
	await expect(page.getByText('100 % justes, pour rien (1 jugées)')).toBeVisible();
	await tab(page, 'Garder');
	await expect(page.getByLabel('Adresse de ces réglages')).toHaveValue('?source=queue&rules=0.0.2');
	for (const [button, end] of [
		['Alertes (CSV)', 'csv'],
		['Pistes (MOTChallenge)', 'txt'],
		['Image (PNG)', 'png'],
		['Dessin des boîtes (SVG)', 'svg']
	]) {
		const file = page.waitForEvent('download');
		await page.getByRole('button', { name: button }).click();
		expect((await file).suggestedFilename()).toMatch(new RegExp(`${end}$`));
	}
	const kept = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Tout (JSON)' }).click();
	const run = await (await kept).path();
	const input = page.locator('[data-lab-json]');
	await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"form":') });
	await expect(page.getByText('Ce fichier n’est pas un JSON du laboratoire.')).toBeVisible();
	await expect(page.locator('.alerts li').first()).toBeVisible();
	await input.setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: readFileSync(run) });
	await frames(page, 5);
	await expect(page.getByLabel('Adresse de ces réglages')).toHaveValue('?source=queue&rules=0.0.2');
});

test('zones are drawn by clicks and by keys, lines too; what an address holds that cannot be read is said', async ({
	page
}) => {
	await page.goto('/en/lab/?source=queue&seed=moon');
	await expect(page.getByText('left as usual: seed')).toBeVisible();
	await frames(page, 3);
	await page.getByRole('button', { name: 'Pause' }).press('Enter');
	await tab(page, 'Rules');
	await page.getByText('Points of zone 1').click();
	const corner = page.getByRole('button', { name: /^Point 1/ });
	await corner.focus();
	const x = page.getByRole('spinbutton', { name: 'Point 1, x' });
	const before = await x.inputValue();
	await corner.press('Shift+ArrowRight');
	await expect(x).not.toHaveValue(before);
	await page.getByRole('button', { name: 'Draw a zone' }).click();
	const pad = page.getByRole('button', { name: /Drawing a zone/ });
	const { width, height } = (await pad.boundingBox())!;
	for (const [u, v] of [
		[0.3, 0.7],
		[0.6, 0.7],
		[0.6, 0.9]
	])
		await pad.click({ position: { x: u * width, y: v * height } });
	await pad.press('Enter');
	await expect(page.getByText('Points of zone 2')).toBeVisible();
	// The keys go where the reader goes on, never to nothing.
	await expect(page.getByText('Points of zone 2')).toBeFocused();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Delete' }).last().press('Enter');
	await expect(page.getByText('Points of zone 2')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Draw a zone' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Draw a zone' })).toBeFocused();
	await page.getByRole('button', { name: 'Draw a line' }).click();
	const cross = page.getByRole('button', { name: /Drawing a line/ });
	await cross.press(' ');
	await cross.press('Shift+ArrowRight');
	await cross.press('Shift+ArrowRight');
	await cross.press(' ');
	await expect(page.getByText('Points of line 2')).toBeVisible();
});

test('a file that is no video is refused with a sentence, and what is open stays; boxes are tracked', async ({
	page
}) => {
	await page.goto('/en/lab/?source=file');
	const input = page.locator('input[type=file]').first();
	const rows = Array.from({ length: 80 }, (_, i) => `${i + 1},-1,${100 + 4 * i},200,60,150,0.9,-1,-1,-1`);
	const text = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
	await input.setInputFiles(text('det.txt', rows.join('\n')));
	await frames(page, 60);
	expect((await state(page)).labSource).toBe('boxes');
	await input.setInputFiles(text('bad.txt', `${rows[0]}\n2,-1,x`));
	await expect(page.getByText('line 2 cannot be read')).toBeVisible();
	expect(Number((await state(page)).labFrame)).toBeGreaterThanOrEqual(60);
	await page.locator('input[name=source][value=file]').check();
	await input.setInputFiles({ name: 'street.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a film') });
	await expect(page.getByText('That file is not a video.')).toBeVisible();
	await input.setInputFiles({ name: 'empty.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(0) });
	await expect(page.getByText('That file is empty.')).toBeVisible();
	// What ran goes on until a film can be played, and a dropped file never takes the page away.
	await page.locator('input[name=source][value=square]').check();
	await frames(page, 5);
	await page.evaluate(() => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(new File(['no film'], 'street.mov', { type: 'video/quicktime' }));
		window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
	});
	await expect(page.getByText('That file is not a video.')).toBeVisible();
	const before = Number((await state(page)).labFrame);
	await frames(page, before + 5);
	expect((await state(page)).labSource).toBe('square');
});

test('a film that is too short or lacks its end is refused for what it is, and what was found stays', async ({
	page
}) => {
	await page.goto('/fr/lab/?source=queue&rules=0.0.2');
	await page.locator('.alerts li').first().waitFor();
	const input = page.locator('input[type=file][accept^=video]');
	const film = readFileSync('static/lab/one-by-one.mp4');
	const open = (buffer: Buffer) => input.setInputFiles({ name: 'rue.mp4', mimeType: 'video/mp4', buffer });
	await open(film.subarray(0, 400));
	await expect(page.getByRole('alert')).toContainText('Il manque la fin de ce fichier');
	await page.evaluate(() =>
		Object.defineProperty(HTMLMediaElement.prototype, 'duration', { value: 0.2, configurable: true })
	);
	await open(film);
	await expect(page.getByRole('alert')).toContainText('Cette vidéo dure moins de deux secondes.');
	await expect(page.locator('.alerts li').first()).toBeVisible();
	expect((await state(page)).labSource).toBe('queue');
});

test('a film cut off while its scene is learned is learned from what there is; a file that is none leaves a way back', async ({
	page
}) => {
	await page.goto('/en/lab/?source=file&rules=0.0.7');
	const input = page.locator('input[type=file][accept^=video]');
	const film = readFileSync('static/lab/one-by-one.mp4');
	await input.setInputFiles({ name: 'street.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a film') });
	await expect(page.getByRole('alert')).toContainText('forbade itself every connection');
	await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', /source=file&rules=0.0.7/);
	// The list of pictures is in front: what is there can be played.
	await input.setInputFiles({ name: 'cut.mp4', mimeType: 'video/mp4', buffer: film.subarray(0, 90_000) });
	await expect(page.getByRole('alert')).toContainText('The video stops before its end', { timeout: 90_000 });
	expect(Number((await state(page)).labFrame)).toBeGreaterThan(30);
	await expect(page.getByRole('alert').getByRole('link')).toHaveCount(0);
	await page.getByRole('button', { name: 'Play', exact: true }).click();
	await frames(page, Number((await state(page)).labFrame) + 5);
});

/** Milliseconds that the tracks of a camera may still run once it is left. */
const LIMIT = 500;
/**
 * Leaves the camera by a way out, and waits until every track that was given has ended. Both clocks are the page's own: a
 * slow line to the browser takes no part in it.
 */
async function leaves(
	page: Page,
	event: 'click' | 'change' | 'visibilitychange' | 'pagehide',
	out: () => Promise<void>
) {
	const lasted = page.evaluate(
		(event) =>
			new Promise<number>((resolve) => {
				addEventListener(event, left, { capture: true, once: true });
				function left(): void {
					const since = performance.now();
					const look = (): void => {
						const tracks = (window as unknown as { streams: MediaStream[] }).streams.flatMap((s) => s.getTracks());
						if (tracks.every((t) => t.readyState === 'ended')) resolve(performance.now() - since);
						else setTimeout(look, 5);
					};
					look();
				}
			}),
		event
	);
	// The page listens before anything else it is told.
	await page.evaluate(() => null);
	await out();
	expect(await lasted, event).toBeLessThanOrEqual(LIMIT);
}
const on = async (page: Page) => {
	await page.getByRole('button', { name: 'Turn the camera on' }).click();
	await expect(page.getByText(/Camera on \d:\d\d/)).toBeVisible();
};

test('the camera is asked for by a click, shown to be on, cut off from the network, and ends on every way out', async ({
	page
}) => {
	await page.addInitScript(() => {
		const media = navigator.mediaDevices;
		const ask = media.getUserMedia.bind(media);
		Object.assign(window, { streams: [] });
		media.getUserMedia = async (wanted) => {
			const stream = await ask(wanted);
			(window as unknown as { streams: MediaStream[] }).streams.push(stream);
			Object.assign(window, { wanted });
			return stream;
		};
	});
	await page.goto('/en/lab/?source=camera');
	expect(await page.evaluate(() => (window as unknown as { streams: MediaStream[] }).streams.length)).toBe(0);
	await on(page);
	await frames(page, 5);
	expect(await page.evaluate(() => (window as unknown as { wanted: object }).wanted)).toMatchObject({ audio: false });
	expect((await state(page)).labSent).toBe('0');
	const asked = await page.evaluate(() => fetch('/fr/').then(String, () => 'refused'));
	expect(asked).toBe('refused');
	await leaves(page, 'click', () => page.getByRole('button', { name: 'Turn the camera off' }).click());
	await on(page);
	await leaves(page, 'visibilitychange', () =>
		page.evaluate(() => {
			Object.defineProperty(document, 'hidden', { value: true, configurable: true });
			document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
		})
	);
	await expect(page.getByText('The page was no longer in sight: the camera is off.')).toBeVisible();
	await on(page);
	await leaves(page, 'pagehide', () => page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide'))));
	await on(page);
	await leaves(page, 'change', async () => void (await page.locator('input[name=source][value=tram]').check()));
});

test('a machine chosen while the camera opens is the one that looks', async ({ page }) => {
	await page.goto('/en/lab/?source=camera');
	await page.getByRole('button', { name: 'Fetch the network' }).click();
	await expect(page.getByText('The network is here: it will look too.')).toBeVisible();
	await tab(page, 'Machine');
	await page.getByRole('radio', { name: 'Difference', exact: true }).check();
	await tab(page, 'Source');
	await page.getByRole('button', { name: 'Turn the camera on' }).click();
	await tab(page, 'Machine');
	await page.getByRole('radio', { name: 'Neural network' }).check();
	await frames(page, 3);
	expect((await state(page)).labMachine).toBe('learned');
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('each reason why there is no camera has its own sentence', async ({ page }) => {
	await page.goto('/fr/lab/?source=camera');
	await page.getByRole('button', { name: 'Allumer la caméra' }).waitFor();
	for (const [name, sentence] of [
		['NotAllowedError', 'Vous n’avez pas donné accès'],
		['NotFoundError', 'Aucune caméra n’est branchée.'],
		['NotReadableError', 'La caméra est prise par un autre programme.'],
		['SecurityError', 'interdit la caméra.'],
		['', 'Ce navigateur ne donne pas accès à une caméra.']
	]) {
		await page.evaluate((error) => {
			const getUserMedia = () => Promise.reject(new DOMException('', error));
			Object.defineProperty(navigator, 'mediaDevices', {
				value: error ? { getUserMedia } : undefined,
				configurable: true
			});
		}, name);
		await page.getByRole('button', { name: 'Allumer la caméra' }).click();
		await expect(page.getByRole('alert')).toContainText(sentence);
	}
});

test('without a script the experiments can be read', async ({ browser }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto('/fr/lab/');
	await expect(page.getByText('Le laboratoire a besoin de JavaScript.')).toBeVisible();
	await expect(page.getByRole('heading', { level: 3 })).toHaveCount(8);
});
