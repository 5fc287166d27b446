import { FAMILY } from './tokens';

/** The page's typefaces, as files. */
export interface Faces {
	grot: string;
	news: string;
	newsItalic: string;
	mono: string;
}

/** Gives a worker the page's typefaces, from the very files the page has fetched. False where it cannot have them. */
export async function loadFaces(files: Faces): Promise<boolean> {
	const { fonts } = self as unknown as { fonts?: FontFaceSet };
	if (!fonts || typeof FontFace === 'undefined') return false;
	const face = (family: string, file: string, weight: string, style = 'normal') =>
		new FontFace(family, `url(${file})`, { weight, style });
	const faces = [
		face(FAMILY.grot, files.grot, '500 800'),
		face(FAMILY.news, files.news, '300 700'),
		face(FAMILY.news, files.newsItalic, '300 700', 'italic'),
		face(FAMILY.mono, files.mono, '400 800')
	];
	try {
		for (const loaded of await Promise.all(faces.map((f) => f.load()))) fonts.add(loaded);
		return true;
	} catch {
		return false;
	}
}
