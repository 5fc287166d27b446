import type { View } from './frame';

/** Wide stages lower than this are those of a projector: shown twice as large as on a page, they have half its height. */
const LOW = 560;

/** A wide stage with little height: what stands in rows stands closer there. */
export const isLow = ({ shape, height }: View): boolean => shape === 'wide' && height < LOW;
