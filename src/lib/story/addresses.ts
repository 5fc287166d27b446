import pictures from '../../generated/pictures.bin?url';
import recording from '../../generated/recording.bin?url';
import grot from '../fonts/bricolage.woff2?url';
import mono from '../fonts/martian.woff2?url';
import news from '../fonts/newsreader.woff2?url';
import italic from '../fonts/newsreader-italic.woff2?url';
import type { Addresses } from '../stage/assets.address';
import { FACES } from '../stage/faces';
import { FAMILY } from '../stage/tokens';

const address = (file: string) => new URL(file, import.meta.url).href;
const FONTS: Record<string, string> = {
	'bricolage.woff2': grot,
	'newsreader.woff2': news,
	'newsreader-italic.woff2': italic,
	'martian.woff2': mono
};

/**
 * Where a stage of the story has its files from, on a page that lies `up` from its language's root. The typefaces are those
 * that the page's style sheet names.
 */
export const storyAddresses = (lang: 'fr' | 'en', up = ''): Addresses => ({
	labels: new URL(`${up}labels.json`, document.baseURI).href,
	stills: new URL(`${up}../stills/${lang}/`, document.baseURI).href,
	recording: address(recording),
	pictures: address(pictures),
	faces: FACES.map(({ file, ...face }) => ({ ...face, url: address(FONTS[file]) }))
});

/** Fetches the italic of the text face and gives it to the page. Without scripts it comes with the page. */
export async function loadItalic(): Promise<void> {
	const face = new FontFace(FAMILY.news, `url(${address(italic)})`, {
		weight: '300 700',
		style: 'italic',
		display: 'swap'
	});
	document.fonts.add(face);
	await face.load().catch(() => {});
}
