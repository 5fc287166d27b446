import type { Lang } from '$lib/picture/context';
import { UI } from '$lib/server/site';
import { readSheet } from '$lib/server/teach';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	return { lang, ui: UI[lang], page: readSheet('', lang) };
};
