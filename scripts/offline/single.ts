import type { Lang } from '../../src/lib/picture/context';
import { UI } from '../../src/lib/server/site';
import { bundle, type Bundle } from './bundle';
import { carryScript, labelsIn, recordingOf } from '../../src/lib/server/carry';
import { lettersOf } from './letters';
import { inOneFile, readPage } from './page';
import { fileAt, panelsOf, type Site } from './site';

/** Bundles the story alone. */
export const bundleStory = (root: string): Promise<Bundle> =>
	bundle({
		root,
		pages: { story: 'src/lib/story/entry.ts' },
		workers: ['src/lib/stage/stage.worker.ts']
	});

/** JavaScript as a script element may hold it. */
const inElement = (script: string): string => script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/**
 * Makes the story's page one file, with all that it needs but its stills. Its foot, in place of links to pages that are
 * not in it, says where they are; `address` is the site's own, if it has one.
 */
export function makeSingle(root: string, site: Site, lang: Lang, { script, styles }: Bundle, address: string): string {
	const ui = UI[lang];
	const page = readPage(site, `${lang}/index.html`);
	if (page.runs?.name !== 'story') throw new Error(`${page.path} is not the story`);
	const where = address ? ` <a href="${address}${lang}/">${address}</a>` : '';
	const carried = carryScript({ ...recordingOf(root), ...labelsIn(lang), panels: panelsOf(site, lang) });
	return inOneFile(page.html)
		.replace(/<link\b[^>]*\bmedia="print"[^>]*\bhref="([^"]*)"[^>]*>/, (_, href: string) => {
			return `<style media="print">${site.text(fileAt(page.path, href))}</style>`;
		})
		.replace(
			/(<footer class="foot">\s*)<nav\b[\s\S]*?<\/nav>/,
			(_, open) => `${open}<p id="offline" tabindex="-1">${ui['offline.note']}${where}</p>`
		)
		.replace('</head>', () => `<style>${lettersOf(root)}${styles}</style></head>`)
		.replace(
			'</body>',
			() => `<script>${inElement(carried)}</script><script data-entry="story">${inElement(script)}</script></body>`
		);
}
