import type { Lang } from '../picture/context';

/** Given by vite.config.ts from the environment variable PUBLIC_ADDRESS; nothing where no bundler has been. */
declare const __ADDRESS__: string | undefined;

/** The site's public address, with a slash at its end; '' where the build was told none, and then none is printed. */
export const ADDRESS = typeof __ADDRESS__ === 'undefined' ? '' : __ADDRESS__;

export interface Linked {
	/** Where this page is, for good. A copy elsewhere points here. */
	canonical: string | null;
	/** The page in each language, and for whoever has neither. */
	alternates: { lang: string; href: string }[];
}

/**
 * Addresses of a page: `path` below its language, '' for the story; `root` leads from the page to the site's root. Without
 * a public address those of other languages are relative, and there is no canonical one.
 */
export function linksOf(lang: Lang, path: string, root: string, address = ADDRESS): Linked {
	const from = address || root;
	const alternates = (['fr', 'en'] as const).map((other) => ({
		lang: other as string,
		href: `${from}${other}/${path}`
	}));
	if (!address) return { canonical: null, alternates };
	// The greeting is for whoever has neither language; other pages have none, and French is what they are written in.
	alternates.push({ lang: 'x-default', href: path ? `${address}fr/${path}` : address });
	return { canonical: `${address}${lang}/${path}`, alternates };
}

/** The picture that stands for a page where a link to it is shared: of a chapter, or of the whole story. */
export const cardOf = (lang: Lang, card: string, root: string, address = ADDRESS): string =>
	`${address || root}cards/${lang}/${card}.jpg`;

/** Width and height of these pictures. */
export const CARD = { width: 1200, height: 630 } as const;
