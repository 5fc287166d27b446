import { error } from '@sveltejs/kit';
import type { Lang } from '$lib/picture/context';
import { UI } from '$lib/server/site';
import { readSheet } from '$lib/server/teach';
import { SHEETS } from '$lib/teach/sheets';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	(['fr', 'en'] as const).flatMap((lang) => SHEETS.map(({ name }) => ({ lang, sheet: name })));

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	if (!SHEETS.some(({ name }) => name === params.sheet)) error(404);
	return { lang, ui: UI[lang], page: readSheet(params.sheet, lang) };
};
