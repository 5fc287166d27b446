import type { Transport } from '@sveltejs/kit';
import { Rendered } from '$lib/ui/rendered';

/** What has been rendered is never sent a second time, as data. */
export const transport: Transport = {
	Rendered: { encode: (value) => value instanceof Rendered && 'in the page', decode: () => new Rendered('') }
};
