import type { Camera } from '../camera/camera';
import type { SensorLayer } from '../picture/frame';
import type { Street } from '../street/types';

/** A box the pipeline gave at a frame, in sensor pixels (320 by 180), with the tracker's id. */
export interface Box {
	id: number;
	x: number;
	y: number;
	w: number;
	h: number;
}

/** One identity the tracker gave, with what the street knows of it. */
export interface Track {
	id: number;
	from: number;
	to: number;
	/** The person most of its boxes sit on (id in the street), or -1. Truth: the machine never has it. */
	person: number;
}

export interface Alert {
	rule: string;
	/** Which maker's reading of the rule, for loitering. */
	preset?: string;
	frame: number;
	track: number;
	value: number;
	threshold: number;
	zone: string;
	person: number;
}

export interface Zone {
	id: string;
	/** Ground polygon, metres. */
	polygon: [number, number][];
}

/** One uninterrupted stay of a track in a zone, by the zone-and-clock meaning. */
export interface Stay {
	track: number;
	/** Truth, for the story only; -1 for nobody. */
	person: number;
	from: number;
	to: number;
	/** On the clock when the stay ended. */
	seconds: number;
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

/** Four minutes of the square as the pipeline saw them. */
export interface Recording {
	seed: number;
	fps: number;
	frames: number;
	/** The sensor's camera. */
	camera: Camera;
	/** The street the recording was made of, to seek and draw. */
	street: Street;
	tracks: Track[];
	alerts: Alert[];
	zones: Zone[];
	/** Boxes at a frame (floored, clamped). The array is fresh; its boxes are plain objects. */
	boxesAt(frame: number): Box[];
	/** Ground path of a track between two frames: [X, Y] metres, one point a frame it was seen. */
	path(id: number, from: number, to: number): [number, number][];
	/** Seconds a track had spent in a zone when the frame was taken, by the zone-and-clock meaning. */
	dwell(id: number, frame: number, zone?: string): number;
	/** Every stay in a zone, in the order they began. */
	stays(zone?: string): Stay[];
	moments: Moments;
	/** RGBA pixels (320 by 180) of a sensor layer at a frame, or null where that layer was not kept and cannot be made. */
	sensor(frame: number, layer: SensorLayer): Uint8ClampedArray | null;
	/** Frames at which every sensor layer can be had now, made anew on this device; null or absent where there are none. */
	live?: () => { from: number; to: number } | null;
	/** Every number the prose may print: keys as `flagged.30`. Computed, never typed. */
	stats: Record<string, number>;
}
