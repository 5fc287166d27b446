import { sitemap } from '$lib/server/share';
import { SHEETS } from '$lib/teach/sheets';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** Pages by the folders of their routes: whoever adds one need not add it here. Figures for newsrooms are parts of the story. */
const PAGES = Object.keys(import.meta.glob('../[[]lang=lang[]]/**/+page.svelte'))
	.map((file) => file.replace('../[lang=lang]/', '').replace(/\/?\+page\.svelte$/, ''))
	.filter((path) => !path.startsWith('embed'))
	.flatMap((path) => (path === 'teach/[sheet]' ? SHEETS.map(({ name }) => `teach/${name}`) : [path]))
	.map((path) => (path ? `${path}/` : ''))
	.sort();

export const GET: RequestHandler = () =>
	new Response(sitemap(PAGES), { headers: { 'content-type': 'application/xml' } });
