import { getStats, UI } from '$lib/server/site';
import { storyOutline } from '$lib/server/page';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, PageServerLoad } from './$types';

export const csr = false;
export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** What frames the text; the text is put in by src/hooks.server.ts. */
export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	return { lang, ui: UI[lang], outline: storyOutline(lang), seed: getStats().seed };
};
