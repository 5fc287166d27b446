import type { Camera } from '../camera/camera';
import type { SensorLayer } from '../picture/frame';
import type { Alert, Stay, Zone } from '../rules/index';
import type { Street } from '../street/types';
import type { Observations } from '../watch/memory';
import type { Box } from '../watch/observation';
import type { Setup } from '../watch/setup';

export type { Box } from '../watch/observation';

/** One identity the tracker gave, with what the street knows of it. */
export interface Track {
	id: number;
	from: number;
	to: number;
	/** The person most of its boxes sit on (id in the street), or -1. Truth: the machine never has it. */
	person: number;
}

/** An alert, with whom it is about by the truth, for the story only; -1 for nobody. */
export interface RecordedAlert extends Alert {
	person: number;
}

/** A stay by the zone-and-clock meaning, with whose it is by the truth, for the story only; -1 for nobody. */
export interface RecordedStay extends Stay {
	person: number;
}

/** A moment worth showing, found in the recording when it was made. */
export interface Moment {
	frame: number;
	/** The track it happens to. */
	track: number;
	/** The people of the street it concerns (truth: for the story only). */
	people: number[];
}

/** The machine's mistakes the story points at; null where this recording has none of the kind. */
export interface Moments {
	/** Most people under one box. */
	merge: Moment | null;
	/** A box on nobody: a shadow, a tree, a reflection. */
	ghost: Moment | null;
	/** A person whose number changes. */
	switch: Moment | null;
	/** The still person whose fading the ungated background is shown on: frames of the pictures kept. */
	fade: { person: number; frames: number[]; x: number; y: number; w: number; h: number } | null;
	/** A clear, crowded frame to explain the pipeline on. */
	explain: number;
}

/** Four minutes of the square as the machine saw them: rules can be asked of it (`replay`), at every frame it has. */
export interface Recording extends Observations {
	seed: number;
	/** What it was made with. */
	setup: Setup;
	fps: number;
	frames: number;
	/** The sensor's camera. */
	camera: Camera;
	/** The street the recording was made of, to seek and draw. */
	street: Street;
	tracks: Track[];
	alerts: RecordedAlert[];
	zones: Zone[];
	/** Boxes at a frame (floored, clamped). The array is fresh; its boxes are plain objects. */
	boxesAt(frame: number): Box[];
	/** Ground path of a track between two frames: [X, Y] metres, one point a frame it was seen. */
	path(id: number, from: number, to: number): [number, number][];
	/** Seconds a track had spent in a zone when the frame was taken, by the zone-and-clock meaning. */
	dwell(id: number, frame: number, zone?: string): number;
	/** Every stay in a zone, in the order they began. */
	stays(zone?: string): RecordedStay[];
	moments: Moments;
	/** RGBA pixels of a sensor layer at a frame, or null where that layer was not kept and cannot be made. */
	sensor(frame: number, layer: SensorLayer): Uint8ClampedArray | null;
	/** Frames at which every sensor layer can be had now, made anew on this device; null or absent where there are none. */
	live?: () => { from: number; to: number } | null;
	/** Every number the prose may print: keys as `flagged.30`. Computed, never typed. */
	stats: Record<string, number>;
}
