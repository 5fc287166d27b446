/**
 * Cuts the three families down to the characters French and English need and to the axes the page uses,
 * and writes them to src/lib/fonts. Run after changing a font: `npm run fonts`. The results are committed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const out = new URL('../src/lib/fonts/', import.meta.url).pathname;
const letters =
	Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
	'ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿñáíóú«»‹›“”‘’„–—…·•°²³€×÷±−≥≤≈→←↑↓§†©%‰½¼¾ªº\u00a0\u202f\u2009№₂';

/** Italics are quotations and titles: words, no signs of arithmetic. */
const quoted =
	Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
	'ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿ«»‹›“”‘’–—…·°€\u00a0\u202f\u2009';

/** What browsers apply unasked, and figures of one width for tables: small capitals and the like are left out. */
const features = 'ccmp locl rlig liga clig calt kern mark mkmk tnum lnum'.split(' ');

interface Cut {
	from: string;
	to: string;
	axes: Record<string, number | { min: number; max: number }>;
	text: string;
}

const cuts: Cut[] = [
	{
		from: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2',
		to: 'bricolage.woff2',
		axes: { opsz: 36, wdth: 80, wght: 750 },
		text: letters
	},
	{
		from: '@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2',
		to: 'newsreader.woff2',
		axes: { opsz: 18, wght: 400 },
		text: letters
	},
	{
		from: '@fontsource-variable/newsreader/files/newsreader-latin-standard-italic.woff2',
		to: 'newsreader-italic.woff2',
		axes: { opsz: 18, wght: 400 },
		text: quoted
	},
	{
		from: '@fontsource-variable/martian-mono/files/martian-mono-latin-standard-normal.woff2',
		to: 'martian.woff2',
		axes: { wdth: 75, wght: 600 },
		text: letters
	}
];

mkdirSync(out, { recursive: true });
for (const cut of cuts) {
	const source = readFileSync(require.resolve(cut.from));
	const result = await subsetFont(source, cut.text, {
		targetFormat: 'woff2',
		variationAxes: cut.axes,
		keepFeatures: features
	});
	writeFileSync(out + cut.to, result);
	console.log(`${cut.to}: ${source.length} -> ${result.length} bytes`);
}
