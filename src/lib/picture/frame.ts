import type { Camera } from '../camera/camera';
import type { Look, Pose as BodyPose } from '../street/types';
import type { Recording } from '../recording/types';

/** Everything is in CSS pixels of the stage, origin at its top left. */
export interface Rect {
	x: number;
	y: number;
	w: number;
	h: number;
}

interface Painted {
	/** '#rrggbb', a token name ('ink', 'paper', 'signal', 'night', 'solved', 'ground'), or 'none'. */
	fill?: string;
	fillOpacity?: number;
	stroke?: string;
	width?: number;
	dash?: string;
	opacity?: number;
	round?: boolean;
}

/** SVG layer: what is inferred or measured. Keys are unique in a frame and stable from frame to frame. */
export type Mark = { key: string; fact?: string; title?: string } & (
	| ({ type: 'rect'; x: number; y: number; w: number; h: number; r?: number } & Painted)
	| ({ type: 'circle'; x: number; y: number; r: number } & Painted)
	| ({ type: 'line'; x1: number; y1: number; x2: number; y2: number } & Painted)
	| ({ type: 'path'; d: string } & Painted)
	| ({
			type: 'text';
			x: number;
			y: number;
			text: string;
			/** Pixels. 12 at least. */
			size: number;
			/** Bricolage Grotesque, Newsreader, Martian Mono. */
			font: 'grot' | 'news' | 'mono';
			weight?: number;
			anchor?: 'start' | 'middle' | 'end';
			italic?: boolean;
			/** Colour of a halo behind the letters, so that they read over a drawing. */
			halo?: string;
	  } & Painted)
	| { type: 'group'; x?: number; y?: number; scale?: number; opacity?: number; clip?: Rect; children: Mark[] }
);

/** Canvas layer: the drawn street, pixels, and marks too many for the DOM. Painted in order, under the marks. */
export type Ink =
	| {
			type: 'street';
			camera: Camera;
			/** Frame of the recording; may be fractional. */
			at: number;
			/** 0 in colour, 1 drained of colour. */
			drained?: number;
			/** 0 to 1: a veil of paper over the street. */
			veil?: number;
			/** 0 day, 1 night. */
			night?: number;
			/** 0 to 1: it rains this much, whatever the recording's weather was. */
			rain?: number;
			/** Only these people (ids of the street); all when absent. */
			only?: number[];
			/** These people turn round and look at the reader. */
			facing?: number[];
			/** People drawn as plan discs (0) or standing (1). Default follows the camera's tilt. */
			clip?: Rect;
			opacity?: number;
			empty?: boolean;
	  }
	| {
			type: 'person';
			look: Look;
			pose: BodyPose;
			x: number;
			y: number;
			k: number;
			height?: number;
			facing?: -1 | 0 | 1;
			phase?: number;
			opacity?: number;
			back?: boolean;
			/** 0 to 1: umbrella opened. */
			shelter?: number;
			clip?: Rect;
	  }
	| {
			type: 'sensor';
			at: number;
			layer: SensorLayer;
			x: number;
			y: number;
			w: number;
			h: number;
			clip?: Rect;
			opacity?: number;
	  }
	| ({ type: 'shape'; d: string; clip?: Rect } & Painted)
	| ({ type: 'dots'; /** x, y, r triples. */ xyr: ArrayLike<number> } & Painted)
	| {
			type: 'setting';
			name: SettingName;
			seed: number;
			at: number;
			x: number;
			y: number;
			w: number;
			h: number;
			/** Width it is painted at and kept, then scaled to `w`: give it while the size changes from frame to frame. */
			kept?: number;
			drained?: number;
			opacity?: number;
	  };

export type SensorLayer = 'colour' | 'luma' | 'background' | 'difference' | 'mask' | 'blobs' | 'fade';
export type SettingName = 'square' | 'school' | 'carpark' | 'platform' | 'market' | 'underpass';

/** One picture of the stage: plain data, a pure function of the position. */
export interface Frame {
	/** 0 paper, 1 night. */
	night: number;
	ink: Ink[];
	marks: Mark[];
	/** What the step speaks of: text must not cover it. */
	subject?: Rect[];
	/** What the picture shows now, in words, for readers who ask ("describe the scene now"). */
	says?: string;
}

/**
 * What a picture is composed for. `phone`: little room, in whatever window. `tall`: a tablet upright, drawing above and
 * text below as on a phone, but with the room of a page. `wide`: text over the drawing's left.
 */
export type Shape = 'phone' | 'tall' | 'wide';

export interface View {
	width: number;
	height: number;
	/** The one question of size scenes ask: what moves, what is left out and how large words are hang on it. */
	shape: Shape;
	/** Whether that is `phone`. */
	phone: boolean;
	/** A phone upright: drawing above, text below, and little room. */
	portrait: boolean;
	/** The part of the stage the step's text never covers. Put the subject here. */
	free: Rect;
}

/** Values readers set with controls, by name ('maraudage.threshold'). */
export type Params = Record<string, number | string | boolean>;

export interface SceneContext {
	chapter: string;
	/** 1-based. */
	step: number;
	/** 0 when the step's top meets the reading line, 1 when its bottom does. */
	progress: number;
	/** Names of the chapter's steps, in order: what cues.ts resolves. */
	steps: readonly string[];
	view: View;
	lang: 'fr' | 'en';
	/** A label of this chapter's content/figures file; {name} is replaced from vars. Throws on an unknown key. */
	say: (key: string, vars?: Record<string, string | number>) => string;
	/** A number as the language prints it. */
	number: (value: number, digits?: number) => string;
	/** Seconds of small looping life while the reader reads; 0 and constant under reduced motion, in stills and in tests. */
	life: number;
	recording: Recording;
	params: Params;
}

/** scene(context) gives the same plain data for the same context, however the reader got there. */
export type Scene = (context: SceneContext) => Frame;
