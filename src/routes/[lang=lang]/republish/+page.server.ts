import type { Lang } from '$lib/picture/context';
import { summary, SUMMARIES } from '$lib/server/article';
import { ended } from '$lib/server/caption';
import { readCorrections } from '$lib/server/corrections';
import { STORY } from '$lib/embed/figures';
import { EMBEDS, embedPage, type EmbedPage } from '$lib/server/embed';
import { readPage } from '$lib/server/pages';
import { blankOf, forCopying, frameCode, heightOf, pictureCode, scriptCode, WIDTHS } from '$lib/server/snippets';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** A figure as the page offers it. */
const offer = (page: EmbedPage) => ({
	id: page.id,
	title: page.title,
	takeaway: page.takeaway,
	alt: page.alt,
	still: page.whole ? null : page.still,
	steps: page.steps.length,
	heights: WIDTHS.map((width) => ({ width, height: heightOf(page, width) })),
	codes: {
		frame: forCopying(page, frameCode(page)),
		script: forCopying(page, scriptCode(page)),
		picture: forCopying(page, pictureCode(page))
	}
});

/** What a desk puts beside the story, ready for a block of HTML. */
function textsOf(page: EmbedPage) {
	const { ui, lang, title } = page;
	return [
		{ id: 'headline', name: ui['republish.headline'], text: `${title}\n${ui.subtitle}\n${ui.description}` },
		...SUMMARIES.map((about) => ({
			id: `summary-${about}`,
			name: ui['republish.summary'].replace('{n}', String(about)),
			text: `${summary(lang, about).bare}\n<p>${ended(ui['embed.credit'])}</p>`
		}))
	];
}

/** Where the site's code is, as its host says. @throws where that is no web address */
function sourceGiven(): string {
	const source = process.env.PUBLIC_SOURCE ?? '';
	if (source && !/^https?:\/\/[^\s"<>]+$/.test(source)) throw new Error(`PUBLIC_SOURCE is no web address: ${source}`);
	return source;
}

/** @throws where the page's text is not in two parts: what comes before the figures, and what after */
export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const { title, parts, ui } = readPage('republish', lang, 'place/up-the-mast');
	const [lead, terms] = parts
		.map((part) => ('html' in part ? part.html : ''))
		.join('')
		.split(/<hr ?\/?>/);
	if (!terms) throw new Error(`content/pages/${lang}/republish.md has no line (---) where the figures go`);
	const all = EMBEDS.map((id) => offer(embedPage(id, lang)!));
	return {
		lang,
		ui,
		title,
		lead,
		terms,
		whole: all.at(-1)!,
		figures: all.slice(0, -1),
		texts: textsOf(embedPage(STORY, lang)!),
		blank: blankOf(lang),
		/** Where packs made by `npm run packs` lie, if anywhere. */
		packs: process.env.PUBLIC_PACKS ?? '',
		source: sourceGiven(),
		contact: process.env.PUBLIC_CONTACT ?? '',
		log: readCorrections(lang)
	};
};
