/**
 * HTML that a `load` function has rendered. It is in the page, and nowhere else: src/hooks.ts leaves it out of what
 * SvelteKit writes as the page's data.
 */
export class Rendered {
	constructor(readonly html: string) {}
}
