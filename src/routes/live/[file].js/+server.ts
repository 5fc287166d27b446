import { error } from '@sveltejs/kit';
import { carryScript, labelsIn, recordingOf } from '$lib/server/carry';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
const FILES: Record<string, () => string> = {
	recording: () => carryScript(recordingOf(process.cwd())),
	fr: () => carryScript(labelsIn('fr')),
	en: () => carryScript(labelsIn('en'))
};
export const entries: EntryGenerator = () => Object.keys(FILES).map((file) => ({ file }));

/** What a figure carries in a sandbox, where it can fetch nothing but scripts; live/app.js is vite.config.ts's. */
export const GET: RequestHandler = ({ params }) => {
	const file = FILES[params.file];
	if (!file) error(404);
	return new Response(file(), { headers: { 'content-type': 'text/javascript' } });
};
