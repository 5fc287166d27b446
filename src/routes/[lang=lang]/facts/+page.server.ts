import { fill, type Lang } from '$lib/picture/context';
import { readCorrections } from '$lib/server/corrections';
import { stillOf } from '$lib/server/pages';
import { columnsOf, countSheet, printSheet } from '$lib/server/sheet/sheet';
import { KINDS } from '$lib/server/sheet/lines';
import { UI } from '$lib/server/site';
import { getTables } from '$lib/server/tables';
import { typeset } from '$lib/server/typography';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];
export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const ui = UI[lang];
	const count = countSheet();
	return {
		lang,
		ui,
		still: stillOf(lang, 'resultat/twenty-two'),
		count: fill(lang, typeset(ui['facts.count'], lang), { ...count, others: count.sources - count.addressed }),
		get: fill(lang, ui['facts.file.get'], { lines: count.lines }),
		kinds: KINDS.map((kind) => ({
			name: ui[`facts.kind.${kind}`],
			means: typeset(ui[`facts.kind.${kind}.means`], lang)
		})),
		chapters: printSheet(lang),
		columns: columnsOf(lang).map(({ name, means }) => ({ name, means: typeset(means, lang) })),
		tables: getTables(lang).map(({ id, caption }) => ({ id, caption: typeset(caption, lang) })),
		log: readCorrections(lang)
	};
};
