import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../scripts/prepare.mjs';

/** A page of the site on paper. */
export interface Printed {
	pdf: Buffer;
	pages: number;
	/** Sizes of its pages in points, each once. */
	sizes: [width: number, height: number][];
}

/** Points of a page, upright. */
export const PAPERS = { A4: [595, 842], A3: [842, 1191] } as const;

/** Pages and sizes of a PDF as Chromium writes it. */
export function measurePdf(pdf: Buffer): Omit<Printed, 'pdf'> {
	const text = pdf.toString('latin1');
	const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((m) => `${m[1]} ${m[2]}`);
	return {
		pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length,
		sizes: [...new Set(boxes)].map((b) => b.split(' ').map((v) => Math.round(Number(v))) as [number, number])
	};
}

/** Opens a browser that prints pages at their own size. */
export async function openPrinter() {
	const browser: Browser = await chromium.launch({
		executablePath: findChromium(),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
	});
	return {
		/** Prints a page when its letters and pictures are there. Throws when it is not found. */
		async print(url: string): Promise<Printed> {
			const page = await browser.newPage({ javaScriptEnabled: true });
			try {
				await page.emulateMedia({ media: 'print' });
				const answer = await page.goto(url);
				if (!answer?.ok()) throw new Error(`${url} answers ${answer?.status()}`);
				await page.evaluate(async () => {
					await document.fonts.ready;
					for (const image of document.images) image.loading = 'eager';
					await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
				});
				const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
				return { pdf, ...measurePdf(pdf) };
			} finally {
				await page.close();
			}
		},
		close: () => browser.close()
	};
}
