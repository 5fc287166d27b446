/**
 * `npm run sheets`: prints every page of the teaching kit, and the story as an article, to sheets/LANG/NAME.pdf. Needs a
 * build and a Chromium. Fails when a sheet has another number of pages than the kit says, or the article is too long or
 * too heavy.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLE, SHEETS } from '../src/lib/teach/sheets';
import { openPrinter, PAPERS } from '../tests/paper';
import { openHost } from '../tests/server';
import { root } from './prepare.mjs';

const host = await openHost({ folder: `${root}/build` });
const printer = await openPrinter();
const faults: string[] = [];
try {
	for (const lang of ['fr', 'en']) {
		const folder = join(root, 'sheets', lang);
		mkdirSync(folder, { recursive: true });
		const all = [{ name: '', paper: 'A4', pages: 1 } as const, ...SHEETS];
		for (const { name, paper, pages } of all) {
			const printed = await printer.print(`${host.url}${lang}/teach/${name ? `${name}/` : ''}`);
			const file = join(folder, `${name || 'kit'}.pdf`);
			writeFileSync(file, printed.pdf);
			console.log(`${file} ${printed.pages} pages, ${printed.pdf.length} bytes`);
			if (printed.pages !== pages) faults.push(`${lang} ${name}: ${printed.pages} pages, not ${pages}`);
			if (printed.sizes.some(([w, h]) => Math.abs(w - PAPERS[paper][0]) > 1 || Math.abs(h - PAPERS[paper][1]) > 1))
				faults.push(`${lang} ${name}: ${JSON.stringify(printed.sizes)} is not ${paper}`);
		}
		for (const [name, path] of [
			['article', 'flat/'],
			['story', '']
		]) {
			const { pdf, pages } = await printer.print(`${host.url}${lang}/${path}`);
			writeFileSync(join(folder, `${name}.pdf`), pdf);
			console.log(`${join(folder, `${name}.pdf`)} ${pages} pages, ${pdf.length} bytes`);
			if (pages > ARTICLE.pages || pdf.length > ARTICLE.bytes)
				faults.push(`${lang} ${name}: ${pages} pages, ${pdf.length} bytes`);
		}
	}
} finally {
	await printer.close();
	await host.close();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
