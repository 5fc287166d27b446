import { json } from '@sveltejs/kit';
import { storyLabels } from '$lib/server/site';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** The labels of all chapters' figures in one file: two thirds of what they weigh one by one. */
export const GET: RequestHandler = ({ params }) => json(storyLabels(params.lang as Lang));
