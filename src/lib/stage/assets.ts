/** The two files of a recording, as they are stored. */
export interface RecordingFiles {
	recording: Uint8Array;
	pictures: Uint8Array;
}

/** A typeface as a file: its family, weights and slant, and its bytes. */
export interface FaceFile {
	family: string;
	weight: string;
	style?: string;
	bytes: ArrayBuffer;
}

/**
 * Where a stage has its files from: addresses, the page itself, a disk. Calls reject when a file cannot be had or is not
 * what it should be. With `attempt` above 0 a file is asked for again that came spoilt or not at all: nothing remembered
 * of it may be given.
 */
export interface Assets {
	/** Labels of a chapter's figure in the stage's language, with those all chapters share. */
	labels(chapter: string, attempt: number): Promise<Record<string, string>>;
	recording(attempt: number): Promise<RecordingFiles>;
	/** The page's typefaces, for painting outside the page; null where there are none to be had. */
	faces(): Promise<FaceFile[] | null>;
	/** What an `img` shows of a step at rest (`chapter.N`), upright or not; '' where there is no such picture. */
	still(step: string, upright: boolean): string;
}
