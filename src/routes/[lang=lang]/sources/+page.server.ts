import { entry } from '$lib/server/entries';
import { getReference, UI } from '$lib/server/site';
import { typeset } from '$lib/server/typography';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];
export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const reference = getReference();
	return {
		lang,
		ui: UI[lang],
		facts: [...reference.facts.keys()].map((id) => entry(reference, id, lang)),
		claims: [...reference.claims.keys()].map((id) => entry(reference, id, lang)),
		glossary: [...reference.glossary]
			.map(([id, e]) => ({
				id,
				term: typeset(e[lang].term, lang),
				name: typeset(e[lang].name ?? '', lang),
				text: typeset(e[lang].text, lang)
			}))
			.sort((a, b) => a.term.localeCompare(b.term, lang))
	};
};
