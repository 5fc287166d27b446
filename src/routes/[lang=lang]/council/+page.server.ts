import { entry } from '$lib/server/entries';
import { getLabels, getReference, UI } from '$lib/server/site';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const reference = getReference();
	return {
		lang,
		ui: UI[lang],
		labels: { questions: getLabels(lang).questions },
		sources: ['f01', 'f02', 'f03', 'f17'].map((id) => ({ id, title: entry(reference, id, lang).title }))
	};
};
