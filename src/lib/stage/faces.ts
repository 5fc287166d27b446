import type { FaceFile } from './assets';
import { FAMILY } from './tokens';

/** The page's typefaces: files of src/lib/fonts with what they hold. */
export const FACES: (Omit<FaceFile, 'bytes'> & { file: string })[] = [
	{ family: FAMILY.grot, file: 'bricolage.woff2', weight: '500 800' },
	{ family: FAMILY.news, file: 'newsreader.woff2', weight: '300 700' },
	{ family: FAMILY.news, file: 'newsreader-italic.woff2', weight: '300 700', style: 'italic' },
	{ family: FAMILY.mono, file: 'martian.woff2', weight: '400 800' }
];

/** Gives a worker the page's typefaces. False where it cannot have them. */
export async function loadFaces(files: FaceFile[]): Promise<boolean> {
	const { fonts } = self as unknown as { fonts?: FontFaceSet };
	if (!fonts || typeof FontFace === 'undefined') return false;
	const faces = files.map(
		({ family, bytes, weight, style = 'normal' }) => new FontFace(family, bytes, { weight, style })
	);
	try {
		for (const loaded of await Promise.all(faces.map((f) => f.load()))) fonts.add(loaded);
		return true;
	} catch {
		return false;
	}
}
