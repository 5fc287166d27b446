import type { Light } from './types';

export type Weather = 'grey' | 'sun' | 'rain' | 'dusk';

/** The light of each weather; the story's own afternoon has the sun a little lower. */
export const LIGHTS: Record<Weather | 'afternoon', Light> = {
	grey: { shadowX: 0.25, shadowY: 0.05, sun: 0.1, dusk: 0, rain: 0 },
	sun: { shadowX: 1.05, shadowY: 0.16, sun: 0.65, dusk: 0, rain: 0 },
	afternoon: { shadowX: 1.05, shadowY: 0.16, sun: 0.6, dusk: 0, rain: 0 },
	rain: { shadowX: 0.1, shadowY: 0.05, sun: 0, dusk: 0.12, rain: 1 },
	dusk: { shadowX: 0.6, shadowY: 0.1, sun: 0.15, dusk: 0.6, rain: 0 }
};
