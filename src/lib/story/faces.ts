import grot from '../fonts/bricolage.woff2?url';
import mono from '../fonts/martian.woff2?url';
import news from '../fonts/newsreader.woff2?url';
import italic from '../fonts/newsreader-italic.woff2?url';
import type { Faces } from '../stage/faces';

const address = (file: string) => new URL(file, import.meta.url).href;

/** The files that the page's style sheet names, and the italic. */
export const FACES: Faces = {
	grot: address(grot),
	news: address(news),
	newsItalic: address(italic),
	mono: address(mono)
};

/** Fetches the italic of the text face and gives it to the page. Without scripts it comes with the page. */
export async function loadItalic(): Promise<void> {
	const face = new FontFace('Newsreader', `url(${FACES.newsItalic})`, {
		weight: '300 700',
		style: 'italic',
		display: 'swap'
	});
	document.fonts.add(face);
	await face.load().catch(() => {});
}
