import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { FACES } from '../../src/lib/stage/faces';

/** The page's typefaces as a style sheet that holds them: from a disk, some engines refuse a page its fonts as files. */
export const lettersOf = (root: string): string =>
	FACES.map(({ family, file, weight, style = 'normal' }) => {
		const bytes = readFileSync(join(root, 'src/lib/fonts', file)).toString('base64');
		return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};font-display:swap;src:url(data:font/woff2;base64,${bytes}) format('woff2')}`;
	}).join('\n');
