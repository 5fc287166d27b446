import url from '../fonts/newsreader-italic.woff2?url';

/** Fetches the italic of the text face and gives it to the page. Without scripts it comes with the page. */
export async function loadItalic(): Promise<void> {
	const face = new FontFace('Newsreader', `url(${new URL(url, import.meta.url).href})`, {
		weight: '300 700',
		style: 'italic',
		display: 'swap'
	});
	document.fonts.add(face);
	await face.load().catch(() => {});
}
