import { UI } from '$lib/server/site';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];
export const load: PageServerLoad = ({ params }) => ({ lang: params.lang as Lang, ui: UI[params.lang as Lang] });
