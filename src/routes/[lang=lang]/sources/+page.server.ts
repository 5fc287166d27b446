import type { Lang } from '$lib/picture/context';
import { entry } from '$lib/server/entries';
import { escapeWords } from '$lib/server/markdown';
import { stillOf } from '$lib/server/pages';
import { getReference, getStory, UI } from '$lib/server/site';
import { typeset } from '$lib/server/typography';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];
export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const reference = getReference();
	const steps = getStory(lang, '').flatMap((c) => c.steps.map((s) => ({ ...s, chapter: c.number })));
	/** The steps of the story that rest on it. */
	const told = (id: string) =>
		steps
			.filter((s) => s.facts.includes(id))
			.map((s) => ({ id: s.id, name: `${s.chapter}.${s.id.split('.')[1]}`, title: s.title }));
	const entriesOf = (ids: Iterable<string>) =>
		[...ids].map((id) => ({ ...entry(reference, id, lang), told: told(id) }));
	return {
		lang,
		ui: UI[lang],
		still: stillOf(lang, 'camera/loupe'),
		facts: entriesOf(reference.facts.keys()).map((e) => ({ ...e, says: escapeWords(e.says) })),
		claims: entriesOf(reference.claims.keys()),
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
