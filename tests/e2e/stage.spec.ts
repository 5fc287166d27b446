import { createCanvas, loadImage, type Image } from '@napi-rs/canvas';
import { expect, test, type Page } from '@playwright/test';
import type { Mark } from '../../src/lib/picture/frame';
import type { StageElement } from '../../src/lib/story/story';
import { open, scrollTo, state } from './helpers';

const SAMPLES = 200;
/** Of the part of the stage that no text covers, at least this share must differ from its commonest tone. */
const DRAWN = 0.01;

/** The share of a picture that is not its commonest tone: 0 for paper alone, or black alone. */
function drawn(image: Image): number {
	const w = 144;
	const h = Math.max(1, Math.round((w * image.height) / image.width));
	const pen = createCanvas(w, h).getContext('2d');
	pen.drawImage(image, 0, 0, w, h);
	const { data } = pen.getImageData(0, 0, w, h);
	const tones = new Uint32Array(32);
	const tone = new Uint8Array(w * h);
	for (let i = 0; i < tone.length; i++) {
		tone[i] = (0.3 * data[4 * i] + 0.59 * data[4 * i + 1] + 0.11 * data[4 * i + 2]) >> 3;
		tones[tone[i]]++;
	}
	const common = tones.indexOf(Math.max(...tones));
	return tone.reduce((n, t) => n + (Math.abs(t - common) > 1 ? 1 : 0), 0) / tone.length;
}

/** Marks and ink of the frame that would be seen: opaque enough, and inside the stage. */
const declared = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		const stage = document.querySelector('.stage') as StageElement;
		const { clientWidth: width, clientHeight: height } = stage;
		const seen = (m: Mark, x: number, y: number, k: number, opacity: number): number => {
			const o = opacity * (m.opacity ?? 1);
			if (o < 0.05) return 0;
			if (m.type === 'group')
				return m.children.reduce(
					(n, c) => n + seen(c, x + k * (m.x ?? 0), y + k * (m.y ?? 0), k * (m.scale ?? 1), o),
					0
				);
			const at =
				m.type === 'rect'
					? [m.x + m.w / 2, m.y + m.h / 2]
					: m.type === 'circle'
						? [m.x, m.y]
						: m.type === 'line'
							? [(m.x1 + m.x2) / 2, (m.y1 + m.y2) / 2]
							: m.type === 'text'
								? [m.x, m.y]
								: [0, 0];
			const [u, v] = [x + k * at[0], y + k * at[1]];
			return u >= 0 && v >= 0 && u <= width && v <= height ? 1 : 0;
		};
		const frame = await stage.inspect!();
		if (!frame) return 0;
		return (
			frame.marks.reduce((n, m) => n + seen(m, 0, 0, 1, 1), 0) +
			frame.ink.filter((i) => !('opacity' in i) || (i.opacity ?? 1) >= 0.05).length
		);
	});

for (const viewport of [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
])
	test(`${viewport.width}×${viewport.height}: the stage is never empty, at ${SAMPLES} places of the scroll`, async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize(viewport);
		await open(page, '/fr/');
		const clip = await page.evaluate(() => {
			document.documentElement.insertAdjacentHTML(
				'beforeend',
				'<style>.steps, .bar, .foot { visibility: hidden !important }</style>'
			);
			const { width, height } = document.querySelector('.stage')!.getBoundingClientRect();
			const card = document.querySelector('.step:not(.opening) .card')!.getBoundingClientRect();
			// Beside the column of text on a wide stage, the whole of it on a phone.
			const x = card.right < width * 0.8 ? Math.ceil(card.right) : 0;
			return { x, y: 0, width: width - x, height };
		});
		const end = await page.evaluate(() => {
			const steps = document.querySelector('.steps')!.getBoundingClientRect();
			return scrollY + steps.bottom - innerHeight;
		});
		const faults: string[] = [];
		for (let i = 0; i < SAMPLES; i++) {
			const y = Math.round((end * i) / (SAMPLES - 1));
			await scrollTo(page, y);
			const { at } = await state(page);
			const where = `${at} (scroll ${y} of ${Math.round(end)})`;
			if ((await declared(page)) === 0) faults.push(`${where}: no mark and no ink that could be seen`);
			const share = drawn(await loadImage(await page.screenshot({ clip, type: 'jpeg', quality: 70 })));
			if (share < DRAWN) faults.push(`${where}: ${(100 * share).toFixed(1)} % of the stage drawn`);
		}
		expect(faults).toEqual([]);
	});

test('on a phone upright there is text under the picture, wherever the scroll is', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page, '/fr/');
	const gaps = await page.evaluate(async () => {
		const cards = [...document.querySelectorAll('.step:not(.opening) .card')];
		const boxes = cards.map((c) => c.getBoundingClientRect());
		const top = document.querySelector('.stage')!.getBoundingClientRect().bottom;
		const bottom = document.querySelector('.bar')!.getBoundingClientRect().top;
		const out: string[] = [];
		// Where some fifteen people speak in turn, the step is longer than its card: app.css.
		const longer = 'maraudage.4';
		// From one card to the next: how much of the place for text is blank when it is blankest.
		for (let i = 1; i < boxes.length; i++) {
			if ([i - 1, i].some((k) => cards[k].closest<HTMLElement>('.step')!.dataset.step === longer)) continue;
			const gap = boxes[i].top - boxes[i - 1].bottom;
			if (gap > 0.75 * (bottom - top))
				out.push(`${cards[i].closest<HTMLElement>('.step')!.dataset.step}: ${Math.round(gap)} of ${bottom - top} px`);
		}
		return out;
	});
	expect(gaps).toEqual([]);
});

/** Of the pixels of two pictures of one size, the share that differ by more than a blurred edge does. */
function apart(a: Image, b: Image): number {
	const [p, q] = [a, b].map((image) => {
		const pen = createCanvas(a.width, a.height).getContext('2d');
		pen.drawImage(image, 0, 0);
		return pen.getImageData(0, 0, a.width, a.height).data;
	});
	let n = 0;
	for (let i = 0; i < p.length; i += 4) {
		const off = Math.max(...[0, 1, 2].map((c) => Math.abs(p[i + c] - q[i + c])));
		if (off > 96) n++;
	}
	return n / (p.length / 4);
}

test('marks painted while the reader scrolls are the marks at rest', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 1440, height: 900 });
	await open(page, '/fr/');
	const shot = async () =>
		loadImage(await page.screenshot({ clip: { x: 0, y: 0, width: 1440, height: 844 }, animations: 'disabled' }));
	for (const id of ['vision.6', 'maraudage.3', 'regles.2', 'alerte.3', 'droit.2']) {
		await page.evaluate((step) => (location.hash = step), id);
		await page.waitForFunction((step) => document.documentElement.dataset.at === step, id);
		await page.waitForTimeout(700);
		const letters = () => page.$$eval('.stage svg text', (all) => all.length);
		expect(await page.$('.stage-box.flat'), id).toBeNull();
		const rest = await shot();
		const known = await letters();
		const scrolling = await page.evaluateHandle(() => setInterval(() => dispatchEvent(new Event('scroll')), 40));
		await page.waitForSelector('.stage-box.flat');
		const moving = await shot();
		await page.evaluate((timer) => clearInterval(timer as unknown as number), scrolling);
		await page.waitForSelector('.stage-box:not(.flat)');
		expect(await letters(), id).toBe(known);
		expect(apart(rest, moving), id).toBeLessThan(0.002);
		// The same measure tells a stage without its marks.
		await page.$eval('.stage svg', (e) => (e.style.visibility = 'hidden'));
		expect(apart(rest, await shot()), id).toBeGreaterThan(0.002);
		await page.$eval('.stage svg', (e) => (e.style.visibility = ''));
	}
});
