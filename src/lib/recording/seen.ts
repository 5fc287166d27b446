import type { Observation } from '../watch/index';
import type { Seen } from './masks';

/** A mask of its own: 1 where the program found something. */
export const copyOf = (mask: Uint8Array): Uint8Array => Uint8Array.from(mask, (m) => (m ? 1 : 0));

/** What the program saw of the frame it looks at, to be kept. */
export const seenOf = ({ frame, layers }: Observation): Seen => ({
	frame,
	background: layers.background.slice(),
	mask: copyOf(layers.mask),
	labels: Uint8Array.from(layers.labels, (l) => (l === 0 ? 0 : 1 + (l % 250)))
});
