import { readPage } from '$lib/server/pages';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];
export const load: PageServerLoad = ({ params }) => ({
	page: readPage('credits', params.lang as Lang, 'questions/square')
});
