import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../src/lib/picture/context';
import { stillView, viewOf, viewOfWindow } from '../src/lib/picture/view';
import { openFrames } from '../src/lib/server/frames';
import { createNodeStage } from '../src/lib/stage/node';

/**
 * The stills of a step: their size in pixels, and of the stage they are painted from. Paper has a phone's, whose letters
 * are legible small, as JPEG, which a printer's file takes as it is: what else it is given it packs ten times as large.
 */
const SIZES = [
	{ suffix: '.webp', width: 1200, height: 750, scale: 1, type: 'image/webp', quality: 78 },
	{ suffix: '-phone.webp', width: 620, height: 700, scale: 0.62, type: 'image/webp', quality: 78 },
	{ suffix: '-print.jpg', width: 496, height: 560, scale: 0.775, type: 'image/jpeg', quality: 76 }
] as const;

/** What the page opens with, until it is drawn live: the stage of a usual window of each kind, at the top of the page. */
const FIRST = [
	{ name: 'first-phone', view: viewOf(412, 428, 'portrait'), progress: 0.69, ratio: 1.5 },
	{ name: 'first-tall', view: viewOfWindow([820, 1180]), progress: 0.69, ratio: 1 },
	{ name: 'first-wide', view: viewOf(1440, 900, 'wide'), progress: 0.5, ratio: 0.84 }
] as const;

/** Names of the files of a chapter's stills, `LANG/CHAPTER.N.webp` and so on. */
export const stillsOf = (lang: Lang, chapter: string, steps: number): string[] =>
	Array.from({ length: steps }, (_, i) => SIZES.map(({ suffix }) => `${lang}/${chapter}.${i + 1}${suffix}`)).flat();

export const FIRST_STILLS = FIRST.map(({ name }) => `${name}.avif`);

/** Opens what paints stills into a folder, from the recording and the words on disk. */
export async function openStills(root: string, folder: string) {
	const { recording, steps, rest, frameAt } = await openFrames();
	const stage = createNodeStage(recording, join(root, 'src/lib/fonts'));
	return {
		/** Paints a chapter's stills anew, and removes those of steps it no longer has. */
		paint(lang: Lang, chapter: string): void {
			const here = join(folder, lang);
			mkdirSync(here, { recursive: true });
			for (const name of readdirSync(here)) if (name.startsWith(`${chapter}.`)) rmSync(join(here, name));
			for (let step = 1; step <= steps[chapter]; step++)
				for (const { suffix, width, height, scale, type, quality } of SIZES) {
					const w = Math.round(width * scale);
					const h = Math.round(height * scale);
					const progress = rest[chapter][step - 1];
					const frame = frameAt({ chapter, step, progress, view: stillView(w, h), lang });
					const canvas = stage.render(frame, w, h, width / w);
					const file = type === 'image/jpeg' ? canvas.toBuffer(type, quality) : canvas.toBuffer(type, quality);
					writeFileSync(join(here, `${chapter}.${step}${suffix}`), file);
				}
		},
		/**
		 * Paints what the page opens with. Packing takes most of a minute: only what looks otherwise than the `known` hashes of
		 * pixels, by name, is packed anew. Gives the hashes as they now are.
		 */
		async paintFirst(known: Record<string, string> = {}): Promise<Record<string, string>> {
			const pixels: Record<string, string> = {};
			for (const { name, view, progress, ratio } of FIRST) {
				const frame = frameAt({ chapter: 'place', step: 1, progress, view });
				const canvas = stage.render(frame, view.width, view.height, ratio);
				const file = join(folder, `${name}.avif`);
				pixels[name] = createHash('sha256').update(canvas.data()).digest('hex').slice(0, 16);
				if (pixels[name] === known[name] && existsSync(file)) continue;
				// The library's quality is a quantizer: low is fine.
				writeFileSync(file, await canvas.encode('avif', { quality: 34, speed: 1 }));
			}
			return pixels;
		}
	};
}
