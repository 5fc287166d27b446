import type { Lang } from '$lib/picture/context';
import { readCorrections } from '$lib/server/corrections';
import { feed } from '$lib/server/feed';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** What was corrected, for whoever has republished it. */
export const GET: RequestHandler = ({ params }) => {
	const lang = params.lang as Lang;
	return new Response(feed(lang, readCorrections(lang)), { headers: { 'content-type': 'application/atom+xml' } });
};
