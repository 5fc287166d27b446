import type { Colour } from './source';
import { shrink } from './shrink';
import { createSteady } from './steady';

/** Makes pictures of a real camera into pictures for the machine: small, and without its shakes and jumps of exposure. */
export interface Intake {
	/** Pixels of what comes out. */
	readonly width: number;
	readonly height: number;
	/** The last picture taken in; the very arrays that were given when nothing is averaged. */
	readonly rgb: Colour;
	readonly luma: Uint8Array;
	/** Small pixels by which it was moved to lie on the others. */
	readonly dx: number;
	readonly dy: number;
	/** Takes in one picture. One that is not averaged down is corrected in place. */
	take(rgb: Colour, luma: Uint8Array): void;
	/** The next picture is the one that all later ones are laid on. */
	restart(): void;
}

export function createIntake(width: number, height: number, by: number): Intake {
	const [w, h] = [Math.floor(width / by), Math.floor(height / by)];
	const small = by === 1 ? null : { rgb: new Uint8Array(w * h * 3), luma: new Uint8Array(w * h) };
	let steady = createSteady(w, h);
	let last: { rgb: Colour; luma: Uint8Array } = small ?? { rgb: new Uint8Array(0), luma: new Uint8Array(0) };
	return {
		width: w,
		height: h,
		get rgb() {
			return last.rgb;
		},
		get luma() {
			return last.luma;
		},
		get dx() {
			return steady.dx;
		},
		get dy() {
			return steady.dy;
		},
		take(rgb, luma) {
			if (small) {
				shrink(rgb, width, height, 3, by, small.rgb);
				shrink(luma, width, height, 1, by, small.luma);
			} else if (last.rgb !== rgb || last.luma !== luma) last = { rgb, luma };
			steady.apply(last.rgb, last.luma);
		},
		restart() {
			steady = createSteady(w, h);
		}
	};
}
