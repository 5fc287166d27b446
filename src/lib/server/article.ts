import { FIGURES } from '../embed/figures';
import type { Lang } from '../picture/context';
import { captioned, ended } from './caption';
import type { Chapter, Step } from './content';
import { readCorrections } from './corrections';
import { embedPage } from './embed';
import { entry } from './entries';
import { escape, renderMarkdown } from './markdown';
import { readSource } from './pages';
import { getReference, getStory, renderOptions, UI } from './site';

/** Words of the summaries, which a test holds them to within a twentieth. */
export const SUMMARIES = [150, 600] as const;

const figureIn = ({ id }: Chapter, { name }: Step) => FIGURES.find((f) => f.chapter === id && f.opens === name);

/** A quotation, and who said it where. */
const quotation = (figure: string): string => {
	const said = /<blockquote[^>]*lang="(\w+)"[^>]*><p>([\s\S]*?)<\/p><\/blockquote>/.exec(figure)!;
	const who = /<b>([\s\S]*?)<\/b>/.exec(figure)![1];
	const where = /<span>([\s\S]*?)<\/span>/.exec(figure)![1];
	return `<blockquote lang="${said[1]}"><p>${said[2]}</p></blockquote>\n<p>${who}. ${where}</p>\n`;
};

/** The story's HTML with only what any editing system takes: no class, no button, no data; sources are notes at the end. */
export function clean(html: string, cited: Set<string>): string {
	return html
		.replace(/<figure class="quote">[\s\S]*?<\/figure>/g, quotation)
		.replace(
			/<span class="fact" data-fact="(\w+)">([\s\S]*?)<a class="src"[\s\S]*?<\/a><\/span>/g,
			(_, id: string, words: string) => {
				cited.add(id);
				return `<a href="#${id}">${words}</a>`;
			}
		)
		.replace(/<a class="term"[^>]*>([\s\S]*?)<\/a>/g, '$1')
		.replace(/<\/?(?:data|span)\b[^>]*>/g, '')
		.replace(/ class="[^"]*"/g, '')
		.trim();
}

function sourcesOf(cited: Set<string>, lang: Lang): string {
	return [...cited]
		.sort()
		.map((id) => {
			const e = entry(getReference(), id, lang);
			const said = e.sources.map((s) => {
				const words = escape([s.name, s.publisher, s.date].filter(Boolean).join(', '));
				return s.url ? `<a href="${escape(s.url)}">${words}</a>` : words;
			});
			const text = [ended(escape(e.title)), ...(said.length ? [`${said.join(' ; ')}.`] : [escape(e.says)])].join(' ');
			return `<li id="${id}">${id}. ${lang === 'en' ? text.replaceAll(' ; ', '; ') : text}</li>`;
		})
		.join('\n');
}

/** The whole story as an article: p, h1 to h3, ul, a, figure and blockquote, nothing else. */
export function articleHtml(lang: Lang, words: Record<string, Record<Lang, string>>): string {
	const ui = UI[lang];
	const cited = new Set<string>();
	const parts = getStory(lang, '', true).flatMap((chapter) => [
		...(chapter.number > 0 ? [`<h2>${chapter.title}</h2>`] : []),
		...chapter.steps.flatMap((step) => {
			const figure = figureIn(chapter, step);
			const page = figure && embedPage(figure.id, lang)!;
			const controls = step.parts.some((p) => 'control' in p) ? [`<p><em>${ui.noJsControl}</em></p>`] : [];
			return [
				...(step.title ? [`<h3>${step.title}</h3>`] : []),
				...step.parts.flatMap((p) => ('html' in p ? [clean(p.html, cited)] : [])),
				...controls,
				...(page
					? [
							`<figure><img src="pictures/${page.id}.jpg" alt="${escape(page.alt)}" width="640" height="400"><figcaption>${escape(captioned(page))}</figcaption></figure>`
						]
					: [])
			];
		})
	]);
	return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>${ui.title}</title></head>
<body>
<h1>${ui.title}</h1>
<p><strong>${ui.subtitle} ${ui.description}</strong></p>
<p>${words.modified[lang].replace('{date}', readCorrections(lang)[0].date)}. ${ui['embed.credit']}.</p>
<p><em>${words['article.note'][lang]}</em></p>
${parts.join('\n')}
<h2>${words['article.sources'][lang]}</h2>
<ul>
${sourcesOf(cited, lang)}
</ul>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The same article as Markdown (CommonMark). */
export function toMarkdown(html: string): string {
	return `${html
		.slice(html.indexOf('<h1>'), html.indexOf('</body>'))
		.replace(/<blockquote[^>]*><p>([\s\S]*?)<\/p><\/blockquote>/g, '\n> $1\n')
		.replace(
			/<figure><img src="([^"]+)" alt="([^"]*)"[^>]*><figcaption>([\s\S]*?)<\/figcaption><\/figure>/g,
			'\n![$2]($1)\n\n$3\n'
		)
		.replace(
			/<h(\d)>([\s\S]*?)<\/h\d>/g,
			(_, level: string, title: string) => `\n${'#'.repeat(Number(level))} ${title}\n`
		)
		.replace(/<a href="#(\w+)">([\s\S]*?)<\/a>/g, '$2 [$1]')
		.replace(
			/<a href="([^"]+)">([\s\S]*?)<\/a>/g,
			(_, to: string, words: string) => `[${words}](${to.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
		)
		.replace(/<strong>([\s\S]*?)<\/strong>/g, '**$1**')
		.replace(/<(?:em|i)\b[^>]*>([\s\S]*?)<\/(?:em|i)>/g, '*$1*')
		.replace(/<li[^>]*>/g, '- ')
		.replace(/<p>/g, '\n')
		.replace(/<\/?\w[^>]*>/g, '\n')
		.replace(/&(?:amp|lt|gt|quot|#39);/g, (e) => ENTITIES[e])
		.replace(/\n{3,}/g, '\n\n')
		.trim()}\n`;
}

/** A text in the forms it is taken in, and how many words it has. */
export interface Summary {
	title: string;
	html: string;
	markdown: string;
	/** Its paragraphs alone, without its notes and the marks that lead to them. */
	bare: string;
	words: number;
}

/** A summary of about so many words. */
export function summary(lang: Lang, about: number): Summary {
	const { file, title, text } = readSource(`summary-${about}`, lang);
	const cited = new Set<string>();
	const html = clean(
		renderMarkdown(text.trim(), { ...renderOptions(lang, ''), linked: true, file }, 'the text', []),
		cited
	);
	const plain = html.replace(/<[^>]+>/g, ' ');
	const words = plain.split(/[\s\u00a0\u202f’']+/).filter((w) => /[\p{L}\d]/u.test(w)).length;
	const notes = `<ul>\n${sourcesOf(cited, lang)}\n</ul>`;
	const whole = `<h1>${title}</h1>\n${html}\n${notes}\n</body>`;
	const bare = html.replace(/<a href="#\w+">([\s\S]*?)<\/a>/g, '$1');
	return { title, html: `<h1>${title}</h1>\n${html}\n${notes}\n`, markdown: toMarkdown(whole), bare, words };
}
