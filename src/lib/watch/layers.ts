import type { Pipeline } from '../vision/index';
import type { Colour } from './source';

/** Pictures of what the machine has of the last frame, as it has them, a value a pixel looked at. Overwritten by the next. */
export interface Layers {
	/** The picture itself, three bytes a pixel, and its luminance. */
	readonly colour: Colour;
	readonly luma: Uint8Array;
	/** The empty scene as learned so far. */
	readonly background: Uint8Array;
	/** How far luminance is from the background. */
	readonly difference: Uint8Array;
	/** 255 foreground, before cleaning. */
	readonly raw: Uint8Array;
	/** 1 foreground, after cleaning. */
	readonly mask: Uint8Array;
	/** Number + 1 of the blob at each pixel, 0 elsewhere. */
	readonly labels: Uint16Array;
}

/** Layers made when they are asked for. */
export function createLayers(
	pixels: number,
	picture: { rgb: Colour; luma: Uint8Array },
	pipeline: () => Pipeline
): Layers {
	let background: Uint8Array | undefined;
	let difference: Uint8Array | undefined;
	return {
		get colour() {
			return picture.rgb;
		},
		get luma() {
			return picture.luma;
		},
		get background() {
			return pipeline().picture((background ??= new Uint8Array(pixels)));
		},
		get difference() {
			const empty = this.background;
			difference ??= new Uint8Array(pixels);
			for (let i = 0; i < pixels; i++) difference[i] = Math.abs(picture.luma[i] - empty[i]);
			return difference;
		},
		get raw() {
			return pipeline().raw;
		},
		get mask() {
			return pipeline().mask;
		},
		get labels() {
			return pipeline().labels;
		}
	};
}
