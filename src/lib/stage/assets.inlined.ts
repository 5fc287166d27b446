import type { Labels } from '../picture/context';
import { labelsOf } from '../picture/labels';
import type { Assets } from './assets';

/** What a page that is one file carries; the recording's files as base64. */
export interface Inlined {
	/** Those of all chapters. */
	labels: Labels;
	recording: string;
	pictures: string;
	/** Data addresses by `chapter.N`; missing where the page has no stills. */
	stills?: Record<string, string>;
}

function decodeBase64(text: string, name: string): Uint8Array {
	try {
		return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
	} catch {
		throw new Error(`${name}: what the page carries is not base64`);
	}
}

/** Gives a stage what the page itself carries: nothing is fetched, so that it works from a disk. */
export function assetsInlined(page: Inlined): Assets {
	return {
		async labels(chapter) {
			if (!page.labels.common) throw new Error('labels: the page carries none');
			return labelsOf(page.labels, chapter);
		},
		recording: async () => ({
			recording: decodeBase64(page.recording, 'recording'),
			pictures: decodeBase64(page.pictures, 'pictures')
		}),
		faces: async () => null,
		still: (step) => page.stills?.[step] ?? ''
	};
}
