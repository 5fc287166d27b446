import { cues, even, type At } from '../cues';

/** A podium before a wall; shadows that run together on it; a screen that enlarges them; then, through it, the square. */
export const CUES = cues({
	/** Nour comes from where the last chapter left her, the others from below. */
	near: ['ranking', 0.02, 0.34],
	gathered: ['ranking', 0.06, 0.5],
	/** The podium has risen. */
	risen: ['ranking', 0.08, 0.46],
	/** Its ranks are taken down, and dusk has come. */
	parted: ['shadow', 0.02, 0.26],
	/** Shadows have grown and run together. */
	lit: ['shadow', 0.16, 0.56],
	/** A screen has closed round the one shadow they make. */
	shown: ['television', 0.02, 0.28],
	bars: ['television', 0.24, 0.58],
	/** The screen has opened onto the square. */
	square: ['evening', 0, 0.26],
	passing: even('evening'),
	mast: ['evening', 0.22, 0.3],
	dawn: ['evening', 0.62, 0.92],
	/** The eye goes up to the mast, and small life comes to rest for the next chapter. */
	up: ['evening', 0.7, 0.96],
	still: ['evening', 0.7, 0.95]
});

export type Read = At<keyof typeof CUES.declared>;
