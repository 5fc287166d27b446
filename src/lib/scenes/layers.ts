import type { Frame, Ink, Mark } from '../picture/frame';

/** What one layer adds to a picture: a plain function of data, view and its own 0 to 1 gives it. */
export interface Layer {
	ink?: Ink[];
	marks?: Mark[];
}

/** Layers one over the other, the undermost first. Any may be left out. */
export function stack(...layers: (Layer | false | undefined)[]): Pick<Frame, 'ink' | 'marks'> {
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	for (const layer of layers) {
		if (!layer) continue;
		if (layer.ink) ink.push(...layer.ink);
		if (layer.marks) marks.push(...layer.marks);
	}
	return { ink, marks };
}
