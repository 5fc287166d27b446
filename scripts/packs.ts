/**
 * `npm run packs`: what a newsroom takes of each figure, in each language, as a folder and a zip below dist/packs/LANG/, and
 * the article with its summaries. Needs what `npm run generate` writes; films need ffmpeg, and packs say so where it is not.
 *   --figures alerte,peur   --lang fr   --films 9x16,16x9   --no-films   --no-article   --out dist/packs
 * PUBLIC_ADDRESS, where it is given, stands in the credits.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { FIGURES, type Figure } from '../src/lib/embed/figures';
import type { Lang } from '../src/lib/picture/context';
import { readCorrections } from '../src/lib/server/corrections';
import { articleHtml, summary, SUMMARIES, toMarkdown } from '../src/lib/server/article';
import { embedPage, type EmbedPage } from '../src/lib/server/embed';
import { openFrames } from '../src/lib/server/frames';
import { getStory, UI } from '../src/lib/server/site';
import { createNodeStage } from '../src/lib/stage/node';
import { captionOf, captionsOf, cuesOf, readWords, srtOf, vttOf } from './packs/captions';
import { dataOf, dictionaryOf } from './packs/data';
import { findEncoders, SHAPES, writeFilm, type FilmShape } from './packs/film';
import { articleJpeg, figurePdf, figureSvg, pngOf, SOCIAL, socialOf, WIDTHS } from './packs/pictures';
import { altText, articleReadMe, captionText, creditOf, licenceText, readMe, termsText } from './packs/texts';
import { root } from './prepare.mjs';
import { zip } from './zip';

const { values } = parseArgs({
	options: {
		figures: { type: 'string', default: FIGURES.map(({ id }) => id).join() },
		lang: { type: 'string', default: 'fr,en' },
		films: { type: 'string', default: Object.keys(SHAPES).join() },
		'no-films': { type: 'boolean', default: false },
		'no-article': { type: 'boolean', default: false },
		out: { type: 'string', default: join(root, 'dist/packs') }
	}
});
const words = readWords(root);
const frames = await openFrames();
const tools = { frames, stage: createNodeStage(frames.recording, join(root, 'src/lib/fonts')) };
const { found: encoders, missing } = findEncoders();
const altsOf = (lang: Lang, { chapter, steps }: Figure): string[] => {
	const all = getStory(lang, '').find((c) => c.id === chapter)!.steps;
	return steps.map((name) => all.find((s) => s.name === name)!.alt);
};

/** Opens a folder anew; what is put there is counted. */
function openFolder(folder: string) {
	rmSync(folder, { recursive: true, force: true });
	return {
		path: (name: string) => {
			const file = join(folder, name);
			mkdirSync(dirname(file), { recursive: true });
			return file;
		},
		put(name: string, bytes: string | Uint8Array): void {
			writeFileSync(this.path(name), bytes);
		},
		/** Packs it beside itself, and says how heavy both are. */
		pack(): string {
			const files = (readdirSync(folder, { recursive: true }) as string[]).filter((f) =>
				statSync(join(folder, f)).isFile()
			);
			const bytes = zip(files.map((f) => ({ path: f.replaceAll('\\', '/'), bytes: readFileSync(join(folder, f)) })));
			writeFileSync(`${folder}.zip`, bytes);
			return `${files.length} files, zip ${(bytes.length / 1e6).toFixed(1)} MB`;
		}
	};
}
type Folder = ReturnType<typeof openFolder>;

/** Captions, and the films where there is an encoder. Gives a sentence or two for the pack's own page. */
async function putFilms(folder: Folder, name: string, figure: Figure, page: EmbedPage): Promise<string[]> {
	const { lang, ui, title } = page;
	const cues = cuesOf(captionsOf(page, figure.steps, words));
	folder.put(`film/${name}.vtt`, vttOf(cues, lang));
	folder.put(`film/${name}.srt`, srtOf(cues));
	if (values['no-films']) return [words.words['film.none'][lang]];
	const said: string[] = [];
	let seconds = 0;
	if (encoders.length)
		for (const shape of shapes) {
			const file = folder.path(`film/${name}-${shape}`);
			const words = { name: ui.title, title, credit: ui['embed.credit'] };
			seconds = await writeFilm(tools, figure, page, shape, cues, words, encoders, file);
		}
	if (seconds)
		said.push(
			words.words['film.some'][lang]
				.replace('{seconds}', String(Math.round(seconds)))
				.replace('{shapes}', shapes.join(', '))
		);
	if (missing.length) said.push(words.words['film.missing'][lang].replace('{names}', missing.join(' ; ')));
	return said;
}

async function packFigure(lang: Lang, figure: Figure): Promise<string> {
	const page = embedPage(figure.id, lang)!;
	const folder = openFolder(join(values.out, lang, figure.id));
	const name = `${lang === 'fr' ? 'rester-la' : 'standing-still'}-${figure.id}`;
	for (const width of WIDTHS) folder.put(`${name}-${width}.png`, pngOf(tools, figure, page, width));
	const svg = figureSvg(tools, figure, page);
	folder.put(`${name}.svg`, svg);
	folder.put(`${name}.pdf`, figurePdf(tools, figure, page));
	const caption = captionOf(page, figure.steps, words);
	const said = { name: page.ui.title, title: page.title, caption, credit: page.ui['embed.credit'] };
	for (const size of Object.keys(SOCIAL))
		folder.put(`social/${name}-${size}.png`, socialOf(tools, figure, lang, size, said));
	const data = dataOf(figure, lang, frames.recording, words);
	for (const { name: table, text } of data) folder.put(`data/${table}.csv`, text);
	if (data.length) folder.put('data/dictionary.csv', dictionaryOf(data, lang, words));
	for (const other of ['fr', 'en'] as const)
		folder.put(`alt.${other}.txt`, altText(embedPage(figure.id, other)!, altsOf(other, figure), words));
	folder.put('caption.txt', `${captionText(page, caption)}\n`);
	folder.put('credit.txt', `${creditOf(page)}\n`);
	folder.put('licence.txt', licenceText(lang, words));
	folder.put('terms.txt', termsText(root, lang));
	const films = await putFilms(folder, name, figure, page);
	folder.put('README.txt', readMe(page, name, svg.includes('<image id="drawing"'), films, data.length > 0, words));
	return folder.pack();
}

function packArticle(lang: Lang): string {
	const folder = openFolder(join(values.out, lang, 'article'));
	const html = articleHtml(lang, words.words);
	folder.put('article.html', html);
	folder.put('article.md', toMarkdown(html));
	for (const about of SUMMARIES) {
		const { html: text, markdown } = summary(lang, about);
		folder.put(`summary-${about}.html`, text);
		folder.put(`summary-${about}.md`, markdown);
	}
	const { title, subtitle, description } = UI[lang];
	folder.put('headline.txt', `${title}\n${subtitle}\n\n${description}\n`);
	folder.put(
		'captions.txt',
		FIGURES.map(({ id, steps }) => {
			const page = embedPage(id, lang)!;
			return `pictures/${id}.jpg\n${captionText(page, captionOf(page, steps, words))}\n${words.words['alt.short'][lang]}\n${page.alt}\n`;
		}).join('\n')
	);
	for (const figure of FIGURES) folder.put(`pictures/${figure.id}.jpg`, articleJpeg(tools, figure, lang));
	folder.put('licence.txt', licenceText(lang, words));
	folder.put('terms.txt', termsText(root, lang));
	folder.put('README.txt', articleReadMe(lang, readCorrections(lang)[0].date, words));
	return folder.pack();
}

const began = Date.now();
const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
for (const line of missing) console.log(`No encoder for ${line}`);
const shapes = values.films.split(',').map((shape) => {
	if (!(shape in SHAPES)) throw new Error(`There is no film "${shape}": ${Object.keys(SHAPES).join(', ')}`);
	return shape as FilmShape;
});
const chosen = values.figures.split(',').map((id) => {
	const figure = FIGURES.find((f) => f.id === id);
	if (!figure) throw new Error(`There is no figure "${id}"`);
	return figure;
});
for (const lang of values.lang.split(',') as Lang[]) {
	if (!values['no-article']) console.log(`${lang}/article: ${packArticle(lang)} (${seconds()})`);
	for (const figure of chosen) console.log(`${lang}/${figure.id}: ${await packFigure(lang, figure)} (${seconds()})`);
}
console.log(`Packs are in ${values.out}. They took ${seconds()}.`);
