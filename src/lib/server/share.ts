import type { Lang } from '../picture/context';
import { ADDRESS, cardOf, linksOf } from '../ui/share';
import { readCorrections } from './corrections';
import { printJson } from './json';
import { UI } from './site';

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
/** The day the story came out: the oldest line of the log of corrections. */
const published = (lang: Lang): string => readCorrections(lang).at(-1)!.date;

/** What readers with other senses than sight, or none of a mouse, find: https://www.w3.org/community/reports/a11y-discov-vocab/ */
const ACCESS = {
	accessMode: ['textual', 'visual'],
	accessModeSufficient: ['textual', 'textual,visual'],
	accessibilityFeature: [
		'alternativeText',
		'longDescription',
		'structuralNavigation',
		'tableOfContents',
		'displayTransformability'
	],
	// The eye moves with the scroll, until the reader stops all motion.
	accessibilityHazard: ['noSoundHazard', 'motionSimulationHazard']
};

/** A page's JSON-LD as a script element may hold it. */
export const asData = (data: object): string => printJson({ '@context': 'https://schema.org', ...data });

/** The story, or the same text on one page, as an article and as something to learn from. */
export function article(lang: Lang, path: string, minutes: number, address = ADDRESS): string {
	const ui = UI[lang];
	const { canonical } = linksOf(lang, path, '', address);
	const other = lang === 'fr' ? 'en' : 'fr';
	return asData({
		'@type': ['Article', 'LearningResource'],
		headline: `${ui.title}. ${ui.subtitle}`,
		description: ui.description,
		inLanguage: lang,
		isAccessibleForFree: true,
		license: LICENCE,
		datePublished: published(lang),
		dateModified: readCorrections(lang)[0].date,
		timeRequired: `PT${minutes}M`,
		learningResourceType: 'interactive explainer',
		...ACCESS,
		...(canonical && {
			url: canonical,
			image: cardOf(lang, 'story', '', address),
			correction: `${address}${lang}/corrections.xml`,
			[lang === 'fr' ? 'workTranslation' : 'translationOfWork']: { '@id': `${address}${other}/` }
		})
	});
}

/** Every page's address, for search engines; those of a page in both languages with each other. */
export function sitemap(pages: readonly string[], address = ADDRESS): string {
	const modified = readCorrections('fr')[0].date;
	const urls = (address ? pages : []).flatMap((path) =>
		(['fr', 'en'] as const).map((lang) => {
			const { canonical, alternates } = linksOf(lang, path, '', address);
			const others = alternates.map((a) => `<xhtml:link rel="alternate" hreflang="${a.lang}" href="${a.href}"/>`);
			return `<url><loc>${canonical}</loc><lastmod>${modified}</lastmod>${others.join('')}</url>`;
		})
	);
	const why = address ? '' : '<!-- The build was told no PUBLIC_ADDRESS. -->\n';
	return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${why}${urls.join('\n')}\n</urlset>\n`;
}
