import { between, MAST, PLAN, type Camera } from '../../camera/camera';
import { painted } from '../../figure/inks';
import { frameSquare } from '../../figure/square';
import type { Ink, View } from '../../picture/frame';

/** The two values of a mask; its black is a little lifted on screens, where full black would be a hole in the page. */
export const BLACK = '#0C0C0C';
export const WHITE = '#FFFFFF';

/** What of the camera's picture is brought beside the text, in fractions of it. */
export const focusOf = ({ phone }: View): [number, number] => (phone ? [0.47, 0.62] : [0.5, 0.6]);

/** The square from the mast. */
export const mast = (view: View): Camera => frameSquare(view, MAST, { focus: focusOf(view) });

/** The square on the way `up` from the mast to its plan, which on an upright tablet comes to the middle of the stage. */
export function risen(view: View, up: number, zoom = 1, focus = focusOf(view)): Camera {
	const camera = frameSquare(view, between(MAST, PLAN, up), { zoom, focus });
	return view.shape === 'tall' ? { ...camera, v0: camera.v0 + 0.04 * up * view.height } : camera;
}

/** How much nearer than that the shower is looked at. */
export const nearer = ({ phone }: View): number => (phone ? 1 : 1.2);

/** A mask's black over the stage from `x` on. */
export const black = ({ width, height }: View, x: number): Ink =>
	painted(`M${x} 0H${width}V${height}H${x}Z`, { fill: BLACK });
