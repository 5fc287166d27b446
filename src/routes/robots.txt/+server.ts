import { ADDRESS } from '$lib/ui/share';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** Everybody may read everything. */
export const GET: RequestHandler = () =>
	new Response(`User-agent: *\nAllow: /\n${ADDRESS && `Sitemap: ${ADDRESS}sitemap.xml\n`}`, {
		headers: { 'content-type': 'text/plain' }
	});
