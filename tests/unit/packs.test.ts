import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { captionsOf, cuesOf, readWords, srtOf, vttOf } from '../../scripts/packs/captions';
import { dataOf, dictionaryOf } from '../../scripts/packs/data';
import { figurePdf, figureSvg, openingOf, pngOf, SOCIAL, socialOf, type Tools } from '../../scripts/packs/pictures';
import { progressAt, SHAPES } from '../../scripts/packs/film';
import { SAFE, wordsOn } from '../../scripts/packs/layout';
import { sizeOf, withDensity } from '../../scripts/packs/png';
import { splitInk } from '../../scripts/packs/svg';
import { altText, termsText } from '../../scripts/packs/texts';
import { FIGURES } from '../../src/lib/embed/figures';
import type { Mark } from '../../src/lib/picture/frame';
import { stillView } from '../../src/lib/picture/view';
import { articleHtml, summary, SUMMARIES, toMarkdown } from '../../src/lib/server/article';
import { embedPage } from '../../src/lib/server/embed';
import { openFrames } from '../../src/lib/server/frames';
import { getTables } from '../../src/lib/server/tables';
import { createNodeStage } from '../../src/lib/stage/node';
import { FAMILY } from '../../src/lib/stage/tokens';
import { measurePdf } from '../paper';

const LANGS = ['fr', 'en'] as const;
const root = process.cwd();
const words = readWords(root);
const figureOf = (id: string) => FIGURES.find((f) => f.id === id)!;
let tools: Tools;
beforeAll(async () => {
	const frames = await openFrames();
	tools = { frames, stage: createNodeStage(frames.recording, `${root}/src/lib/fonts`) };
}, 60_000);

/** Rows of a file as RFC 4180 has them. */
function parse(text: string): string[][] {
	const cells = [...text.slice(1).matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)];
	const rows: string[][] = [[]];
	for (const [, cell, end] of cells) {
		rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
		if (end !== ',') rows.push([]);
	}
	return rows.slice(0, -1);
}

describe('a pack’s pictures', () => {
	it('have the sizes they say, and the widest 300 pixels to an inch', async () => {
		const figure = figureOf('alerte');
		const page = embedPage('alerte', 'fr')!;
		expect(sizeOf(pngOf(tools, figure, page, 640))).toEqual([640, 723]);
		const wide = pngOf(tools, figure, page, 1280);
		expect(sizeOf(wide)).toEqual([1280, 800]);
		const dense = withDensity(wide, 300);
		expect(dense.indexOf('pHYs')).toBe(37);
		expect(dense.readUInt32BE(41)).toBe(11811);
		expect((await loadImage(dense)).width).toBe(1280);
		const said = { name: 'Rester là', title: page.title, caption: page.takeaway, credit: 'CC BY' };
		for (const size of Object.keys(SOCIAL))
			expect(sizeOf(socialOf(tools, figure, 'fr', size, said)).join('x')).toBe(size);
		expect(measurePdf(figurePdf(tools, figure, page))).toEqual({ pages: 1, sizes: [[840, 525]] });
	});

	it.each(['alerte', 'maraudage', 'resultat'])('as SVG hold every mark of the frame once, and its words (%s)', (id) => {
		const page = embedPage(id, 'en')!;
		const frame = tools.frames.frameAt({
			...openingOf(tools.frames, figureOf(id)),
			view: stillView(1120, 700),
			lang: 'en'
		});
		const svg = figureSvg(tools, figureOf(id), page);
		const count = (marks: Mark[]): Record<string, number> =>
			marks.reduce<Record<string, number>>((n, m) => {
				const parts = m.type === 'group' ? count(m.children) : {};
				for (const [k, v] of Object.entries(parts)) n[k] = (n[k] ?? 0) + v;
				if (m.type === 'group' && m.clip) n.rect = (n.rect ?? 0) + 1;
				n[m.type] = (n[m.type] ?? 0) + 1;
				return n;
			}, {});
		const marks = svg.slice(svg.indexOf('<g id="marks">') + 14);
		const drawn = (tag: string) => [...marks.matchAll(new RegExp(`<${tag}[ >]`, 'g'))].length;
		for (const [type, n] of Object.entries(count(frame.marks)))
			expect(drawn(type === 'group' ? 'g' : type), type).toBe(n);
		const dots = splitInk(frame).over.reduce((n, ink) => n + (ink.type === 'dots' ? ink.xyr.length / 3 : 0), 0);
		expect([...svg.slice(0, svg.indexOf('<g id="marks">')).matchAll(/<circle /g)].length).toBe(Math.floor(dots));
		expect(svg.includes('<image ')).toBe(splitInk(frame).painted.length > 0);
		expect(svg).toContain(page.alt.replace(/"/g, '&quot;'));
		// Whatever typeface stands in for ours, a line is as wide as the paper behind it was made for.
		for (const [line] of svg.matchAll(/<text [^>]*>[^<]/g))
			expect(line).toMatch(/ textLength="\d+(\.\d+)?" lengthAdjust=/);
		// What a clip is called is there to be found, and nothing is drawn with what a strict host would drop.
		for (const [, clip] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`<clipPath id="${clip}"`);
		expect(svg.slice(svg.indexOf('<g id'))).not.toMatch(/ style=| class=|NaN|undefined/);
	});
});

describe('the picture a figure opens with', () => {
	it('has no words that are only half there', () => {
		for (const lang of LANGS)
			for (const figure of FIGURES) {
				const at = { ...openingOf(tools.frames, figure), view: stillView(1120, 700), lang };
				const pale: string[] = [];
				const walk = (marks: readonly Mark[], above: number): void => {
					for (const m of marks) {
						const opacity = above * (m.opacity ?? 1);
						if (m.type === 'group') walk(m.children, opacity);
						else if (m.type === 'text' && opacity > 0.02 && opacity < 0.6) pale.push(m.key);
					}
				};
				walk(tools.frames.frameAt(at).marks, 1);
				// What Nour has yet to try is pale on purpose: it counts nothing so far.
				expect(
					pale.filter((key) => !key.startsWith('g.back.')),
					figure.id
				).toEqual([]);
			}
	});
});

describe('a pack’s words', () => {
	it('have an alternative text of every step, in both languages', () => {
		for (const { id, steps } of FIGURES)
			for (const lang of LANGS) {
				const page = embedPage(id, lang)!;
				const text = altText(page, steps, words);
				expect(text).toContain(page.alt);
				expect(text).toMatch(new RegExp(`^${steps.length}\\. `, 'm'));
			}
	});

	it('give each step a caption that is read in its time, and the captions as two kinds of file', () => {
		for (const { id, steps } of FIGURES)
			for (const lang of LANGS) {
				const captions = captionsOf(embedPage(id, lang)!, steps, words);
				expect(captions).toHaveLength(steps.length);
				for (const text of captions) {
					expect(text.length, text).toBeLessThanOrEqual(165);
					expect(text, text).toMatch(/^[\p{Lu}«“\d].*[.!?…](?:[\u202f\u00a0]?[»”])?$/su);
					// Figures below the line are in none of our typefaces.
					expect(text).not.toMatch(/[<>{}₀-₉]|\[|&\w+;/);
				}
				const cues = cuesOf(captions);
				cues.forEach((cue, i) => {
					expect(cue.to - cue.from).toBeGreaterThanOrEqual(cue.text.length / 17);
					expect(cue.from).toBe(cues[i - 1]?.to ?? 0);
				});
				expect(vttOf(cues, lang).match(/ --> /g)).toHaveLength(steps.length);
				expect(srtOf(cues)).toMatch(/^1\r\n00:00:00,000 --> 00:00:\d\d,\d00\r\n/);
			}
	});

	it('let a film begin when its first step has come, and end where its last is at rest', () => {
		const cues = cuesOf(['Une phrase.', 'Une autre phrase.']);
		expect(progressAt(0, cues, 0, 0.6)).toBeCloseTo(0.12);
		expect(progressAt(cues[0].to, cues, 0, 0.6)).toBeCloseTo(0.99);
		expect(progressAt(cues[1].from, cues, 1, 0.6)).toBe(0);
		expect(progressAt(cues[1].to, cues, 1, 0.6)).toBeCloseTo(0.6);
		expect(progressAt(cues[1].to + 9, cues, 1, 0.6)).toBeCloseTo(0.6);
		expect(progressAt(0, cues, 0, 0.6, 0.5)).toBeCloseTo(0.3);
		expect(progressAt(cues[0].to, cues, 0, 0.6, 0.5)).toBeCloseTo(0.99);
	});

	it.each(['9x16', '16x9'] as const)(
		'are read on a phone in a %s film, clear of its picture and of its edges',
		(shape) => {
			const sheet = SHAPES[shape];
			const pen = createCanvas(1, 1).getContext('2d');
			const right = sheet.picture.x > 0 ? sheet.picture.x : sheet.width - 10;
			const under = sheet.picture.x > 0 ? sheet.height - 26 : sheet.picture.y;
			for (const lang of LANGS)
				for (const { id, steps } of FIGURES) {
					const page = embedPage(id, lang)!;
					for (const caption of captionsOf(page, steps, words)) {
						const said = { name: page.ui.title, title: page.title, caption, credit: page.ui['embed.credit'] };
						const marks = wordsOn(sheet, said).filter((m) => m.type === 'text');
						const lines = marks.filter((m) => m.key.startsWith('caption'));
						expect(lines.map((m) => m.text).join(' ')).toBe(caption);
						for (const m of marks.filter((m) => m.key !== 'credit')) {
							expect(m.y + m.size * 0.25, `${id} ${caption}`).toBeLessThanOrEqual(under);
							if (shape === '9x16') {
								expect(m.y - m.size).toBeGreaterThanOrEqual(SAFE.above * sheet.height);
								expect(m.y).toBeLessThanOrEqual((1 - SAFE.below) * sheet.height);
							}
						}
						for (const m of lines) {
							expect(m.size / sheet.height).toBeGreaterThanOrEqual(0.04);
							pen.font = `500 ${m.size}px "${FAMILY.news}"`;
							expect(m.x + pen.measureText(m.text).width, m.text).toBeLessThanOrEqual(right);
						}
					}
				}
		}
	);

	it('stand on every sheet that is shared above its picture, or beside it', () => {
		for (const [size, sheet] of Object.entries(SOCIAL))
			for (const { id, steps } of FIGURES)
				for (const lang of LANGS) {
					const page = embedPage(id, lang)!;
					const caption = page.takeaway || captionsOf(page, steps, words)[page.opens];
					const said = { name: page.ui.title, title: page.title, caption, credit: page.ui['embed.credit'] };
					for (const m of wordsOn(sheet, said))
						if (m.type === 'text' && m.key !== 'credit') {
							const under = sheet.picture.x > 0 ? sheet.height - 26 : sheet.picture.y;
							expect(m.y + m.size * 0.25, `${size} ${lang} ${id}`).toBeLessThanOrEqual(under);
							if (size === '1080x1920') expect(m.y - m.size).toBeGreaterThanOrEqual(SAFE.above * sheet.height);
						}
				}
	});

	it('caption steps that there are', () => {
		const known = FIGURES.flatMap(({ chapter, steps }) => steps.map((s) => `${chapter}/${s}`));
		for (const step of Object.keys(words.captions)) expect(known).toContain(step);
	});

	it('give the terms without a mark of their page', () => {
		for (const lang of LANGS) expect(termsText(root, lang)).not.toMatch(/\]\(|\*\*|^#/m);
	});
});

describe('a pack’s data', () => {
	it('reads back as the figure’s own tables, with every column in the dictionary', () => {
		for (const lang of LANGS)
			for (const figure of FIGURES) {
				const files = dataOf(figure, lang, tools.frames.recording, words);
				expect(files.length, figure.id).toBeGreaterThan(0);
				const dictionary = parse(dictionaryOf(files, lang, words));
				for (const { name, text, columns } of files) {
					const rows = parse(text);
					for (const row of rows) expect(row.length, name).toBe(rows[0].length);
					const table = getTables(lang).find((t) => t.id === name);
					table?.rows.forEach((row, i) =>
						expect(rows[i + 1].slice(0, -2)).toEqual(row.cells.map((c) => (c === null ? '' : String(c))))
					);
					if (table) expect(columns.map((c) => c.name)).toEqual(rows[0]);
					for (const column of columns)
						expect(
							dictionary.some(([file, key, , says]) => file === `${name}.csv` && key === column.name && says)
						).toBe(true);
				}
			}
		const pixels = parse(dataOf(figureOf('camera'), 'fr', tools.frames.recording, words)[0].text);
		expect([pixels.length, pixels[0].length]).toEqual([181, 321]);
		expect(new Set(pixels.slice(1).flat()).size).toBeGreaterThan(100);
	});
});

describe('the article', () => {
	it.each(LANGS)('is made of nothing that an editing system drops, with every figure and its sources (%s)', (lang) => {
		const html = articleHtml(lang, words.words);
		const tags = new Set([...html.matchAll(/<([a-z]\w*)/g)].map((m) => m[1]));
		const known = 'html head meta title body h1 h2 h3 p strong em i a ul ol li figure img figcaption blockquote br';
		for (const tag of tags) expect(known.split(' ')).toContain(tag);
		expect(html).not.toMatch(/ (?:class|style|on\w+|data-\w+)=/);
		for (const { id } of FIGURES) expect(html).toContain(`src="pictures/${id}.jpg"`);
		for (const [, id] of html.matchAll(/href="#(\w+)"/g)) expect(html).toContain(`<li id="${id}">`);
		const markdown = toMarkdown(html);
		expect(markdown).not.toMatch(/<\/?\w|&(?:amp|quot|lt|gt);|\]\(\s/);
		expect(markdown.match(/^## /gm)!.length).toBe(html.match(/<h2>/g)!.length);
	});

	it('has summaries of the length they say, whose facts are sourced', () => {
		for (const lang of LANGS)
			for (const about of SUMMARIES) {
				const { words: n, html } = summary(lang, about);
				expect(n, `${lang} ${about}`).toBeGreaterThanOrEqual(about * 0.93);
				expect(n, `${lang} ${about}`).toBeLessThanOrEqual(about * 1.07);
				expect(html.match(/<li id="f\d\d">/g)!.length).toBeGreaterThanOrEqual(3);
			}
	});
});
