import { error } from '@sveltejs/kit';
import type { Lang } from '$lib/picture/context';
import { EMBEDS, embedPage } from '$lib/server/embed';
import { entryScript } from '$lib/server/script';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	(['fr', 'en'] as const).flatMap((lang) => EMBEDS.map((figure) => ({ lang, figure })));

export const load: PageServerLoad = ({ params }) => {
	const page = embedPage(params.figure, params.lang as Lang);
	if (!page) error(404);
	return { page, script: entryScript('embed', '../../../') };
};
