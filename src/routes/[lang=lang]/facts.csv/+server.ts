import type { Lang } from '$lib/picture/context';
import { sheetCsv } from '$lib/server/sheet/sheet';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

export const GET: RequestHandler = ({ params }) =>
	new Response(sheetCsv(params.lang as Lang), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
