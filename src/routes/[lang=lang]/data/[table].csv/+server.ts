import { csv, getTables, TABLE_IDS } from '$lib/server/tables';
import type { Lang } from '$lib/picture/context';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	(['fr', 'en'] as const).flatMap((lang) => TABLE_IDS.map((table) => ({ lang, table })));

export const GET: RequestHandler = ({ params }) => {
	const lang = params.lang as Lang;
	const table = getTables(lang).find((t) => t.id === params.table);
	if (!table) error(404);
	return new Response(csv(table, lang), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
