import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Site } from '../offline/site';
import { wayTo } from '../offline/site';
import type { Entry } from '../zip';
import { configs } from './configs';
import { TYPES } from './headers';
import { lift } from './strict';

/** Files that no page of the copy asks for. */
const unneeded = (path: string): boolean => path === '_app/version.json' || path === 'readme.webp';

/** Where a page is below the site's address, as its canonical link says it: figures are parts of the story. */
const placeOf = (page: string): string => page.replace(/embed\/.*/, '').replace(/index\.html$/, '');

/** Has a page hear what its host says, before it shows anything. */
function hearing(page: string, html: string): string {
	const to = (file: string) => wayTo(page, file);
	const scripts = `<script src="${to('overrides.js')}"></script><script src="${to('apply.js')}" data-page="${placeOf(page)}"></script>`;
	return html.replace(/<meta charset="utf-8" \/>/, (meta) => `${meta}${scripts}`);
}

/** Files that hosts edit: a packed one beside them would be sent in their place. */
const EDITED = ['overrides.js', 'robots.txt', 'README.txt', 'LISEZ-MOI.txt'];

/** Brotli's last two steps save a twelfth and take five times as long: 339 ms for the story's page instead of 72. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/**
 * Text, packed ahead with brotli and gzip: a server that packs a page each time it is asked for it answers
 * far fewer readers. Who edits a page has it packed anew by hosting/repack.sh.
 */
function packed({ path, bytes }: Entry): Entry[] {
	const end = path.split('.').at(-1)!;
	if (EDITED.includes(path) || !TYPES[end]?.packed || bytes.length < 512) return [];
	const all = [
		{ path: `${path}.br`, bytes: brotliCompressSync(bytes, BROTLI) },
		{ path: `${path}.gz`, bytes: gzipSync(bytes, { level: 9 }) }
	];
	return all[0].bytes.length < bytes.length * 0.9 ? all : [];
}

/** Sums of all files, as `sha256sum -c` reads them. */
const sums = (entries: Entry[]): string =>
	[...entries]
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
		.join('');

/** The site's own files as a strict policy lets them run. */
function siteFiles(site: Site): Entry[] {
	const text = (path: string, content: string): Entry => ({ path, bytes: Buffer.from(content) });
	const lifted = new Map<string, string>();
	const files = site.files
		.filter((path) => !unneeded(path))
		.map((path): Entry => {
			if (path.endsWith('.html')) {
				const { html, files } = lift(path, site.text(path), site.text);
				for (const [name, content] of files) lifted.set(name, content);
				return text(path, hearing(path, html));
			}
			return { path, bytes: site.bytes(path) };
		});
	return [...files, ...[...lifted].map(([path, content]) => text(path, content))];
}

/** Everything in the archive for servers: the site, what hosts may set, configurations, licences and sums. */
export function makeCopy(root: string, site: Site): Entry[] {
	const own = (path: string, file: string): Entry => ({ path, bytes: readFileSync(join(root, file)) });
	const files = [
		...siteFiles(site),
		...['overrides.js', 'apply.js'].map((file) => own(file, `scripts/hosting/${file}`)),
		own('LISEZ-MOI.txt', 'src/content/host/fr.txt'),
		own('README.txt', 'src/content/host/en.txt'),
		own('hosting/repack.sh', 'scripts/hosting/repack.sh'),
		own('licences/LICENSE.txt', 'LICENSE'),
		...['bricolage-grotesque', 'martian-mono', 'newsreader'].map((name) =>
			own(`licences/OFL-${name}.txt`, `src/lib/fonts/OFL-${name}.txt`)
		)
	];
	const known = new Set([...Object.keys(TYPES), 'sh']);
	const strange = files.find(({ path }) => /\.\w+$/.test(path) && !known.has(path.split('.').at(-1)!));
	if (strange) throw new Error(`${strange.path}: scripts/hosting/headers.ts has no type for it`);
	const all = [
		...files,
		...files.flatMap(packed),
		...configs(files.map(({ path }) => path)).map(({ path, text }) => ({ path, bytes: Buffer.from(text) }))
	];
	if (new Set(all.map(({ path }) => path)).size !== all.length) throw new Error('Two files have one name');
	return [...all, { path: 'SHA256SUMS', bytes: Buffer.from(sums(all)) }];
}
