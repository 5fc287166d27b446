/**
 * `npm run contact-sheet`: one sheet of screenshots a chapter and window, of the built site, for looking at.
 *   --chapters place,camera   --windows 1440x900,390x844   --lang fr   --shots 8   --out contact-sheets
 * Each sheet shows the chapter at evenly spaced places of its scroll, in reading order. Needs a build and a Chromium.
 */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { chromium } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { StageElement } from '../src/lib/story/story';
import { openHost } from '../tests/server';
import { findChromium, root } from './prepare.mjs';

const { values } = parseArgs({
	options: {
		chapters: { type: 'string', default: '' },
		windows: { type: 'string', default: '1440x900,390x844' },
		lang: { type: 'string', default: 'fr' },
		shots: { type: 'string', default: '8' },
		out: { type: 'string', default: 'contact-sheets' }
	}
});
const shots = Number(values.shots);
mkdirSync(values.out, { recursive: true });
const host = await openHost({ folder: `${root}/build` });
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
});
try {
	for (const size of values.windows.split(',')) {
		const [width, height] = size.split('x').map(Number);
		const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
		page.on('pageerror', (e) => console.error(String(e)));
		page.on('console', (m) => m.type() === 'error' && console.error(m.text()));
		await page.goto(`${host.url}${values.lang}/`);
		await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes', null, { timeout: 60_000 });
		const all = await page.$$eval('[data-chapter]', (e) => e.map((s) => (s as HTMLElement).dataset.chapter as string));
		for (const chapter of values.chapters ? values.chapters.split(',') : all) {
			const [top, tall] = await page.$eval(`[data-chapter="${chapter}"]`, (e) => [
				scrollY + e.getBoundingClientRect().top,
				e.getBoundingClientRect().height
			]);
			const columns = width > height ? 4 : shots;
			const rows = Math.ceil(shots / columns);
			const scale = width > height ? 0.5 : 0.6;
			const sheet = createCanvas(
				Math.round(columns * (width * scale + 8) + 8),
				Math.round(rows * (height * scale + 8) + 8)
			);
			const pen = sheet.getContext('2d');
			pen.fillStyle = '#777';
			pen.fillRect(0, 0, sheet.width, sheet.height);
			for (let i = 0; i < shots; i++) {
				const y = Math.max(0, top - height * 0.5 + ((i + 0.5) / shots) * tall);
				await page.evaluate((v) => window.scrollTo({ top: v, behavior: 'instant' }), y);
				await page.waitForTimeout(60);
				await page.evaluate(() => (document.querySelector('.stage') as StageElement).inspect?.());
				const image = await loadImage(await page.screenshot());
				pen.drawImage(
					image,
					8 + (i % columns) * (width * scale + 8),
					8 + Math.floor(i / columns) * (height * scale + 8),
					width * scale,
					height * scale
				);
			}
			const file = `${values.out}/${chapter}-${size}-${values.lang}.png`;
			writeFileSync(file, sheet.toBuffer('image/png'));
			console.log(file);
		}
		await page.close();
	}
} finally {
	await browser.close();
	await host.close();
}
