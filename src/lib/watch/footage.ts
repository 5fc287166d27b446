import type { FootageFormat, Setup } from './setup';
import type { Colour, Picture, Source } from './source';
import { createFootageObserver } from './footage-observer';

/** A file of frames, read one after another. */
export interface FrameReader extends FootageFormat {
	/** Frames in all. */
	readonly frames: number;
	/** Reads the next frame; false at the end. */
	next(rgb: Colour, luma: Uint8Array): boolean;
	/** Goes over a frame; false at the end. */
	skip(): boolean;
	/** Back to the first frame. */
	rewind(): void;
}

/**
 * Footage from a file: of faster footage than the setup wants only every second, third… frame, and the beginning
 * beforehand for whoever must learn the scene. Frames of a camera need no source: they are pushed to an observer.
 */
export function footageSource(reader: FrameReader, setup: Setup): Source {
	const every = Math.max(1, Math.round(reader.fps / setup.fps));
	const rgb = new Uint8Array(reader.width * reader.height * 3);
	const luma = new Uint8Array(reader.width * reader.height);
	let taken = 0;
	const source = { observer: createFootageObserver, rgb, luma, time: 0, next, preview };

	function next(): boolean {
		for (let skip = taken > 0 ? every - 1 : 0; skip > 0; skip--) if (!reader.skip()) return false;
		if (!reader.next(rgb, luma)) return false;
		source.time = taken++ / setup.fps;
		return true;
	}

	function* first(most: number): Generator<Picture, void> {
		for (let i = 0; i < most && next(); i++) yield source;
		reader.rewind();
		taken = 0;
	}

	function preview(seconds: number) {
		const count = Math.min(seconds * setup.fps, reader.frames / every);
		return { count, pictures: first(count) };
	}

	return source;
}
