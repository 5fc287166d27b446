import type { Labels } from '../picture/context';
import { labelsOf } from '../picture/labels';
import type { Assets, FaceFile } from './assets';

/** Addresses of what a stage needs; folders end in a slash. */
export interface Addresses {
	/** Those of all chapters. */
	labels: string;
	/** Of `CHAPTER.N.webp` and `CHAPTER.N-phone.webp` each. */
	stills: string;
	recording: string;
	pictures: string;
	faces: (Omit<FaceFile, 'bytes'> & { url: string })[];
}

/** Milliseconds after which a file that has not come is given up. */
const PATIENCE = 30_000;

/**
 * Fetches what a stage needs. Typefaces are taken from what the browser remembers, whatever its age: the page has just
 * had them.
 */
export function assetsByAddress(at: Addresses): Assets {
	async function get(url: string, init: RequestInit): Promise<Response> {
		const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
		if (!response.ok) throw new Error(`${url} answered ${response.status}`);
		return response;
	}
	const anew = (attempt: number): RequestInit => (attempt ? { cache: 'reload' } : {});
	const bytes = async (url: string, attempt: number) =>
		new Uint8Array(await (await get(url, anew(attempt))).arrayBuffer());
	let labels: Promise<Labels> | undefined;
	let asking = false;
	/** Those of all chapters come in one file: chapters that ask while it is on its way wait for the same. */
	function ask(attempt: number): Promise<Labels> {
		if (labels && (asking || !attempt)) return labels;
		asking = true;
		labels = get(at.labels, anew(attempt))
			.then((answer) => answer.json() as Promise<Labels>)
			.finally(() => (asking = false));
		return labels;
	}
	return {
		labels: async (chapter, attempt) => labelsOf(await ask(attempt), chapter),
		async recording(attempt) {
			const [recording, pictures] = await Promise.all([bytes(at.recording, attempt), bytes(at.pictures, attempt)]);
			return { recording, pictures };
		},
		faces: () =>
			Promise.all(
				at.faces.map(async ({ url, ...face }) => ({
					...face,
					bytes: await (await get(url, { cache: 'force-cache', priority: 'low' })).arrayBuffer()
				}))
			),
		still: (step, upright) => `${at.stills}${step}${upright ? '-phone' : ''}.webp`
	};
}
