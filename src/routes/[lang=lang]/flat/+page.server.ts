import { storyPage } from '$lib/server/page';
import type { Lang } from '$lib/story/context';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];
export const load: PageServerLoad = ({ params }) => storyPage(params.lang as Lang, '../', true);
