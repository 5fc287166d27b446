import type { Handle } from '@sveltejs/kit';

/** Sets the language of each page on its root element. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', event.params.lang ?? 'fr') });
