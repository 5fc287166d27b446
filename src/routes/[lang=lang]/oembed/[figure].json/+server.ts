import { error, json } from '@sveltejs/kit';
import type { Lang } from '$lib/picture/context';
import { EMBEDS, embedPage } from '$lib/server/embed';
import { oembed } from '$lib/server/snippets';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries: EntryGenerator = () =>
	(['fr', 'en'] as const).flatMap((lang) => EMBEDS.map((figure) => ({ lang, figure })));

/** A figure as oEmbed's answer, which a host of files can give. */
export const GET: RequestHandler = ({ params }) => {
	const page = embedPage(params.figure, params.lang as Lang);
	if (!page) error(404);
	return json(oembed(page));
};
