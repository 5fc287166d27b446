import type { Camera } from '../camera/camera';
import type { Calibration } from '../vision/footage/calibration';
import type { Finding } from '../rules/index';
import type { State, Trouble } from '../watch/index';
import type { BoxFile } from './boxes';
import type { Choice } from './choice';
import type { GroundFault, GroundSpec } from './ground';

/** A machine that runs, by name; the first two run on the same pictures, `given` is whatever made a file of boxes. */
export type Running = 'motion' | 'learned' | 'given';

/** A picture of what a machine has, four bytes a pixel. */
export interface Layer {
	width: number;
	height: number;
	rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** What the page knows of pictures it is going to send. */
export interface Format {
	width: number;
	height: number;
	fps: number;
	/** Seconds from which the empty scene is learned. */
	learn: number;
}

/** To the worker. */
export type Order =
	/** Begins anew with a source; `format` where the pictures come from the page, `network` its weights if it is to run. */
	| { type: 'open'; run: number; choice: Choice; format?: Format; network?: ArrayBuffer; boxes?: BoxFile }
	/** The same source, other rules, zones, ground or layer. */
	| { type: 'choose'; choice: Choice }
	/** A picture of the page's, four bytes a pixel; it is handed over. */
	| { type: 'picture'; run: number; rgba: Uint8ClampedArray; time: number }
	/** Simulated sources: go on, stop, or one picture. `pace` is film time over real time. */
	| { type: 'play'; on: boolean; pace: number }
	| { type: 'step' };

/** A box, and what is known of who is in it. */
export interface LabBox {
	id: number;
	x: number;
	y: number;
	w: number;
	h: number;
	/** Of the network, 0 to 1; NaN for motion. */
	score: number;
	/** Seconds on the clock of the first loitering rule that looks at it, and its threshold; 0 where none does. */
	clock: number;
	limit: number;
}

export interface SeenBy {
	machine: Running;
	state: State;
	/** What it knows to be wrong. */
	trouble: Trouble | null;
	boxes: LabBox[];
	/** Milliseconds it took. */
	ms: number;
	/** What the rules say of this picture. */
	alerts: Finding[];
}

/** What the machines made of one picture. */
export interface News {
	type: 'seen';
	run: number;
	frame: number;
	time: number;
	by: SeenBy[];
	/** What is shown under each machine's boxes; missing where the page has the picture itself and shows that. */
	layers: Partial<Record<Running, Layer>>;
	/** Simulated sources: boxes of who really is there. */
	truth?: { person: number; x: number; y: number; w: number; h: number }[];
	/** Simulated sources: who a track has mostly been, for the tracks of these alerts. */
	who?: Record<number, { key: string; reason: string }>;
	/** Simulated sources, now and then: scores over the last minute, by machine. */
	scores?: Partial<Record<Running, Score>>;
}

export interface Score {
	recall: number;
	precision: number;
	mota: number;
	idf1: number;
}

/** From the worker. */
export type Report =
	| News
	/** The size of the pictures, and pictures in all where that is known. */
	| { type: 'opened'; run: number; width: number; height: number; fps: number; frames: number | null }
	/** How pictures lie on the ground now. `found`: what motion found out of the camera; how far it is to be believed. */
	| {
			type: 'ground';
			spec: GroundSpec;
			residual: number;
			fault: GroundFault | null;
			found: Camera | null;
			calibration: Pick<Calibration, 'sure' | 'why' | 'sights' | 'explained' | 'residual'> | null;
	  }
	/** What the rules, as they are now, would have said of all that was remembered. */
	| { type: 'asked'; alerts: { machine: Running; finding: Finding; who: { key: string; reason: string } | null }[] }
	| { type: 'over'; run: number }
	| { type: 'failed'; run: number; what: 'network' | 'size' | 'machine'; why: string };
