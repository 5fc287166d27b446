/** A link's address within the site, as it stands in the page: path, and what follows it. Null for any other address. */
export function localPath(href: string): [path: string, rest: string] | null {
	if (/^([a-z][a-z0-9+.-]*:|\/\/|#|\?|$)/i.test(href)) return null;
	const end = href.search(/[?#]/);
	return end < 0 ? [href, ''] : [href.slice(0, end), href.slice(end)];
}

/** A folder's page by its file: nobody else does it for a page opened from a disk. */
export function fileOf(href: string): string {
	const local = localPath(href);
	if (!local) return href;
	const [path, rest] = local;
	if (/(^|\/)\.{1,2}$/.test(path)) return `${path}/index.html${rest}`;
	return path.endsWith('/') ? `${path}index.html${rest}` : href;
}

/** Where the story's own file leads: to the other language's file beside it, to itself, or to its note on what it lacks. */
export function singleOf(href: string): string {
	const local = localPath(href);
	if (!local) return href;
	const [path, rest] = local;
	const other = /^\.\.\/(fr|en)\/$/.exec(path);
	if (other) return `vsa-${other[1]}.html${rest}`;
	return path === './' ? rest || '#place.1' : '#offline';
}

/** Links that scripts have made are put right as they are used. */
export function mendLinks(mend: (href: string) => string): void {
	const hear = (event: Event): void => {
		const link = (event.target as Element).closest?.('a[href]:not(.src)');
		const href = link?.getAttribute('href');
		if (link && href && mend(href) !== href) link.setAttribute('href', mend(href));
	};
	for (const event of ['pointerdown', 'focusin', 'click']) document.addEventListener(event, hear, true);
}
