import type { CouncilData } from '$lib/council/data';
import type { Lang } from '$lib/picture/context';
import { entry } from '$lib/server/entries';
import { stillOf } from '$lib/server/pages';
import { printJson } from '$lib/server/json';
import { entryScript } from '$lib/server/script';
import { getLabels, getReference, UI } from '$lib/server/site';
import { typeset } from '$lib/server/typography';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** Facts the sheet rests on. */
const FACTS = ['f13', 'f01', 'f02', 'f03', 'f17'];

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const reference = getReference();
	const { questions, council: sheet } = getLabels(lang);
	const labels = Object.entries({ ...questions, ...sheet }).filter(([key]) => !key.startsWith('says.'));
	const council: CouncilData = {
		lang,
		home: UI[lang].title,
		still: stillOf(lang, 'camera/who-asks'),
		labels: Object.fromEntries(labels.map(([key, text]) => [key, typeset(text, lang)])),
		sources: FACTS.map((id) => ({ id, title: entry(reference, id, lang).title }))
	};
	return { lang, ui: UI[lang], council, json: printJson(council), script: entryScript('council', '../../') };
};
