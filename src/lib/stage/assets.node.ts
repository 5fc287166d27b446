import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../picture/context';
import { CHAPTERS } from '../scenes/index';
import { labelsOf } from '../picture/labels';
import { readLabels } from '../server/labels';
import { FACES } from './faces';
import type { Assets } from './assets';

/** Gives a stage its files from a checkout, in Node: for tests and packs. Throws with what to run when one is missing. */
export function assetsFromDisk(root: string, lang: Lang): Assets {
	const read = (path: string, run: string): Uint8Array => {
		const file = join(root, path);
		if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run ${run}"`);
		return new Uint8Array(readFileSync(file));
	};
	const all = readLabels(join(root, 'src/content/figures'), lang);
	return {
		async labels(chapter) {
			if (!CHAPTERS.includes(chapter)) throw new Error(`labels: the story has no chapter "${chapter}"`);
			return labelsOf(all, chapter);
		},
		recording: async () => ({
			recording: read('src/generated/recording.bin', 'generate'),
			pictures: read('src/generated/pictures.bin', 'generate')
		}),
		faces: async () =>
			FACES.map(({ file, ...face }) => ({
				...face,
				bytes: read(`src/lib/fonts/${file}`, 'fonts').buffer as ArrayBuffer
			})),
		still: (step, upright) => join(root, 'static/stills', lang, `${step}${upright ? '-phone' : ''}.webp`)
	};
}
