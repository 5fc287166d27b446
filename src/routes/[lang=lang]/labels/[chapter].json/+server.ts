import { json } from '@sveltejs/kit';
import { CHAPTERS } from '$lib/scenes/index';
import { labelsOf } from '$lib/server/labels';
import { getLabels } from '$lib/server/site';
import type { Lang } from '$lib/picture/context';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	(['fr', 'en'] as Lang[]).flatMap((lang) => CHAPTERS.map((chapter) => ({ lang, chapter })));

/** The labels a chapter's scene and controls may ask for. */
export const GET: RequestHandler = ({ params }) => json(labelsOf(getLabels(params.lang as Lang), params.chapter));
