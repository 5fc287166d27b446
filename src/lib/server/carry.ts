import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Carried } from '../offline/carried';
import type { Lang } from '../picture/context';
import { printJson } from './json';
import { storyLabels } from './site';

/*
 * What pages carry in classic scripts where nothing can be fetched: opened from a disk (scripts/offline), or in the sandbox
 * of another site's page (routes/live).
 */

/** A script that gives pages what they carry; several add up. */
export const carryScript = (what: Partial<Carried>): string =>
	`Object.assign(globalThis.vsaCarried??={},${printJson(what)});\n`;

/** A script that gives one file, beside the file it stands for. */
export const fileScript = (name: string, bytes: Buffer): string =>
	`((globalThis.vsaCarried??={}).files??={})[${JSON.stringify(name)}]="${bytes.toString('base64')}";\n`;

/** The labels of all chapters, in a language. */
export function labelsIn(lang: Lang): Pick<Carried, 'labels'> {
	return { labels: storyLabels(lang) };
}

/** The recording. */
export function recordingOf(root: string): Pick<Carried, 'recording' | 'pictures'> {
	const base64 = (name: string) => readFileSync(join(root, 'src/generated', name)).toString('base64');
	return { recording: base64('recording.bin'), pictures: base64('pictures.bin') };
}
