import { json } from '@sveltejs/kit';
import { storyPage } from '$lib/server/page';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** The panels of the sources the story cites, by id: fetched when a reader first opens one. */
export const GET: RequestHandler = ({ params }) => json(storyPage(params.lang as Lang, '', false).panels);
