import type { Handle } from '@sveltejs/kit';

/** Sets the language of each page on its root element; the root page itself is French with English beside it. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', event.params.lang ?? 'fr') });
