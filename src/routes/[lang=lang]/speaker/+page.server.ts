import { printJson } from '$lib/server/json';
import { entryScript } from '$lib/server/script';
import { showPage } from '$lib/server/show';
import { UI } from '$lib/server/site';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const { data, chapters, say } = showPage(lang, '../');
	return { lang, ui: UI[lang], say, chapters, json: printJson(data), script: entryScript('show/speaker', '../../') };
};
