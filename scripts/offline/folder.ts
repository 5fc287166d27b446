import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../src/lib/picture/context';
import { UI } from '../../src/lib/server/site';
import type { Entry } from '../zip';
import { bundle, workersOf } from './bundle';
import { carryScript, fileScript, labelsIn, recordingOf } from '../../src/lib/server/carry';
import { lettersOf } from './letters';
import { filesOf, inFolder, readPage, withoutLetters, type Page } from './page';
import { createPacker } from './pictures';
import { fileAt, panelsOf, wayTo, type Site } from './site';

/** The folder with what pages share. */
const APP = 'app';
/** Larger than all the rest, and of use to the lab alone: a pack of its own. */
export const NETWORK = 'network/nanodet-g.bin';
/** Files that pages read by themselves rather than name. */
const READ = ['lab/one-by-one.mp4'];
/** Pages that make no sense in a folder: a newsroom's copy of a figure has an address. */
const LEFT = /^(fr|en)\/(embed|republish)\//;

const langOf = (path: string): Lang => (path.startsWith('en/') ? 'en' : 'fr');

/** Links to pages that are not in the folder are their words alone. */
const withoutLeft = (path: string, html: string): string =>
	html.replace(/<a\b[^>]*\shref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (link, href: string, words: string) =>
		LEFT.test(fileAt(path, href)) ? words : link
	);

/** A page of the folder: its styles in front, and what runs it behind. */
export function assemble({ path, html, runs }: Page): string {
	const own = (file: string) => wayTo(path, `${APP}/${file}`);
	const lang = langOf(path);
	const head = ['letters.css', ...(runs ? ['app.css'] : [])].map(
		(file) => `<link rel="stylesheet" href="${own(file)}" />`
	);
	const page = withoutLeft(path, inFolder(html)).replace('</head>', () => `${head.join('')}</head>`);
	if (!runs) return page;
	// Said by the page itself, since the folder's script is what is missing.
	const sentence = `<p role="alert"><strong>${UI[lang]['offline.folder']}</strong></p>`;
	const missing = `<script>self.vsaCarried||document.body.insertAdjacentHTML('afterbegin',${JSON.stringify(sentence).replaceAll('<', '\\u003c')})</script>`;
	const scripts = ['recording.js', `${lang}.js`].map((file) => `<script src="${own(file)}"></script>`);
	const app = `<script src="${own('app.js')}" data-entry="${runs.name}"></script>`;
	return page.replace('</body>', () => `${scripts.join('')}${missing}${app}</body>`);
}

/** Every file that pages name, with its bytes as the folder has them. Throws on one that the site has not. */
async function filesNamed(root: string, site: Site, pages: Map<string, string>): Promise<Entry[]> {
	const pack = createPacker(join(root, 'dist/.stills'));
	const named = new Set([...pages].flatMap(([path, html]) => filesOf({ path }, html)));
	const files: Entry[] = [];
	for (const path of [...named].sort()) {
		if (pages.has(path) || path.startsWith(`${APP}/`)) continue;
		const webp = path.replace(/\.avif$/, '.webp');
		if (site.has(path)) {
			const bytes = site.bytes(path);
			files.push({ path, bytes: path.endsWith('.css') ? Buffer.from(withoutLetters(String(bytes))) : bytes });
		} else if (site.has(webp)) files.push({ path, bytes: await pack(site.bytes(webp)) });
		else throw new Error(`A page of the folder names ${path}, which is not in it`);
	}
	return files;
}

/** Makes the folder that is opened from a disk: every page of the site, whatever pages it has. */
export async function makeFolder(root: string, site: Site): Promise<Entry[]> {
	const pages = site.pages.filter((path) => !LEFT.test(path)).map((path) => readPage(site, path));
	const own = Object.fromEntries(pages.flatMap(({ runs }) => (runs ? [[runs.name, runs.source]] : [])));
	const { script, styles } = await bundle({ root, pages: own, workers: workersOf(root) });
	const html = new Map(pages.map((page) => [page.path, assemble(page)]));
	const text = (path: string, content: string): Entry => ({ path, bytes: Buffer.from(content) });
	const words = (['fr', 'en'] as const).map((lang) =>
		text(`${APP}/${lang}.js`, carryScript({ ...labelsIn(lang), panels: panelsOf(site, lang) }))
	);
	const licences = ['bricolage-grotesque', 'martian-mono', 'newsreader'].map((name) => ({
		path: `licences/OFL-${name}.txt`,
		bytes: readFileSync(join(root, `src/lib/fonts/OFL-${name}.txt`))
	}));
	return [
		...[...html].map(([path, content]) => text(path, content)),
		...(await filesNamed(root, site, html)),
		...READ.filter(site.has).map((path) => text(`${path}.js`, fileScript(path.split('/').at(-1)!, site.bytes(path)))),
		text(`${APP}/app.js`, script),
		text(`${APP}/app.css`, styles),
		text(`${APP}/letters.css`, lettersOf(root)),
		text(`${APP}/recording.js`, carryScript(recordingOf(root))),
		...words,
		{ path: 'LISEZ-MOI.txt', bytes: readFileSync(join(root, 'src/content/offline/fr.txt')) },
		{ path: 'README.txt', bytes: readFileSync(join(root, 'src/content/offline/en.txt')) },
		{ path: 'licences/LICENSE.txt', bytes: readFileSync(join(root, 'LICENSE')) },
		...licences
	];
}

/** The network's pack, to be unpacked into the folder. */
export const makeNetwork = (site: Site): Entry[] => [
	{ path: `${NETWORK}.js`, bytes: Buffer.from(fileScript(NETWORK.split('/').at(-1)!, site.bytes(NETWORK))) },
	...['LICENSE', 'NOTICE'].map((name) => ({ path: `network/${name}`, bytes: site.bytes(`network/${name}`) }))
];
