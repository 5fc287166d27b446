/**
 * `npm run weigh:embeds`: bytes that each figure's page takes until its still and its words are there, as a host sends them
 * (text with brotli at 6): the page, its style sheets, what says its height, and its still for a wide frame. Letters, which
 * come after, and what makes it live are not among them. Needs a build. Fails where one is over the limit.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { FIGURES, STORY } from '../src/lib/embed/figures';
import { root } from './prepare.mjs';

/** The whole story has the words of all its steps. */
const limitOf = (id: string) => (id === STORY ? 250_000 : 60_000);
const packed = (bytes: Uint8Array): number =>
	brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;

for (const lang of ['fr', 'en'])
	for (const id of [...FIGURES.map((f) => f.id), STORY]) {
		const folder = join(root, 'build', lang, 'embed', id);
		const html = readFileSync(join(folder, 'index.html'), 'utf8');
		const sheets = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*>/g)].filter(
			([tag]) => !tag.includes(' disabled')
		);
		const styles = sheets.map(([tag]) => packed(readFileSync(join(folder, /href="([^"]+)"/.exec(tag)![1]))));
		const still = readFileSync(join(root, 'build/figures', lang, `${id === STORY ? 'place' : id}.avif`)).length;
		const script = packed(readFileSync(join(root, 'build/frame.js')));
		const text = packed(Buffer.from(html));
		const all = text + script + still + styles.reduce((a, b) => a + b, 0);
		console.log(
			`${lang}/${id}: ${all} bytes (page ${text}, styles ${styles.join('+') || 0}, script ${script}, still ${still})`
		);
		if (all > limitOf(id)) process.exitCode = 1;
	}
