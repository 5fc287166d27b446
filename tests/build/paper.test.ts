import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLE, SHEETS } from '../../src/lib/teach/sheets';
import { openPrinter, PAPERS } from '../paper';
import { openHost, type Host } from '../server';

let host: Host;
let printer: Awaited<ReturnType<typeof openPrinter>>;
beforeAll(async () => {
	host = await openHost();
	printer = await openPrinter();
});
afterAll(async () => {
	await printer.close();
	await host.close();
});

describe.each(['fr', 'en'])('on paper, %s', (lang) => {
	it.each([{ name: '', paper: 'A4', pages: 1 } as const, ...SHEETS])(
		'teach/$name has its pages, of its size',
		async ({ name, paper, pages }) => {
			const printed = await printer.print(`${host.url}${lang}/teach/${name ? `${name}/` : ''}`);
			expect(printed.pages).toBe(pages);
			for (const [w, h] of printed.sizes) {
				expect(Math.abs(w - PAPERS[paper][0])).toBeLessThanOrEqual(1);
				expect(Math.abs(h - PAPERS[paper][1])).toBeLessThanOrEqual(1);
			}
			// Hatching is lines: a pattern would be a picture in the printer's file, and forty megabytes on a poster.
			expect(printed.pdf.length).toBeLessThan(1_000_000);
		}
	);

	it.each(['flat/', ''])('the story at "%s" is an article', async (path) => {
		const { pages, pdf } = await printer.print(`${host.url}${lang}/${path}`);
		expect(pages).toBeLessThanOrEqual(ARTICLE.pages);
		expect(pages).toBeGreaterThan(10);
		expect(pdf.length).toBeLessThanOrEqual(ARTICLE.bytes);
	});
});
