import type { Addresses } from '../stage/assets.address';

/** In place of story/addresses.ts. A page that is one file (`data-single`) has no stills beside it. */
export const storyAddresses = (lang: 'fr' | 'en', up = ''): Addresses => ({
	labels: '',
	stills:
		document.documentElement.dataset.single === undefined
			? new URL(`${up}../stills/${lang}/`, document.baseURI).href
			: '',
	recording: '',
	pictures: '',
	faces: []
});

/** The italic comes with the page's style sheet. */
export const loadItalic = async (): Promise<void> => {};
