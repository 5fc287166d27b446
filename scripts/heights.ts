/**
 * `npm run heights`: measures how high each figure is at the widths the republish page gives, as it tells the page it stands
 * in, and keeps that in src/lib/server/heights.json. Needs a build; a build after it prints them.
 */
import { chromium } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { FIGURES, STORY } from '../src/lib/embed/figures';
import { WIDTHS } from '../src/lib/server/snippets';
import { openHost } from '../tests/server';

/** Milliseconds after which a figure that was given another width has said its height. */
const QUIET = 500;

const root = new URL('..', import.meta.url).pathname;
const host = await openHost({ folder: `${root}build` });
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu']
});
const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
/** Runs in a page around a figure: the heights it asks for as its frame is given one width after the other. */
const MEASURE = `const measure = async (src, widths, quiet) => {
	const frame = Object.assign(document.createElement('iframe'), { src, width: widths[0], height: 600 });
	const wait = (ms) => new Promise((done) => setTimeout(done, ms));
	const said = {};
	let last = 0;
	const hear = ({ source, data }) => {
		if (source === frame.contentWindow && data && data.type === 'embed-size') last = data.height;
	};
	addEventListener('message', hear);
	document.body.append(frame);
	// Its control is there once it is live, and takes its room.
	for (const end = Date.now() + 60000; !frame.contentDocument?.documentElement?.dataset.live; await wait(50))
		if (Date.now() > end) throw new Error('not live: ' + src);
	for (const width of widths) {
		frame.width = width;
		await wait(quiet);
		said[width] = Math.ceil(last / 10) * 10;
	}
	removeEventListener('message', hear);
	frame.remove();
	return said;
}`;
host.serve('/heights', `<!doctype html><body><script>${MEASURE}</script>`);
await page.goto(`${host.url}heights`);

const measure = (src: string) =>
	page.evaluate(`measure(${JSON.stringify(src)}, ${JSON.stringify(WIDTHS)}, ${QUIET})`) as Promise<
		Record<string, number>
	>;

const heights: Record<string, Record<string, number>> = {};
for (const lang of ['fr', 'en'])
	for (const id of [...FIGURES.map((f) => f.id), STORY])
		heights[`${lang}/${id}`] = await measure(`${host.url}${lang}/embed/${id}/`);
writeFileSync(`${root}src/lib/server/heights.json`, `${JSON.stringify(heights, null, '\t')}\n`);
await browser.close();
await host.close();
