import { MEAUX } from '../../centre/published';
import type { SettingName } from '../../picture/frame';
import { seeded, shuffle } from '../motion';

export interface Feed {
	setting: SettingName | 'street';
	seed: number;
	/** Number of the camera in the imagined town. */
	camera: number;
}

const SETTINGS: SettingName[] = ['school', 'carpark', 'platform', 'market', 'underpass', 'square'];

/** The nine feeds of the game, three by three: every place at least once, each as composed (seeds that divide by three). */
export const GAME_FEEDS: Feed[] = [
	{ setting: 'school', seed: 501, camera: 12 },
	{ setting: 'market', seed: 504, camera: 31 },
	{ setting: 'carpark', seed: 507, camera: 57 },
	{ setting: 'platform', seed: 510, camera: 88 },
	{ setting: 'square', seed: 513, camera: 104 },
	{ setting: 'underpass', seed: 516, camera: 140 },
	{ setting: 'carpark', seed: 519, camera: 171 },
	{ setting: 'school', seed: 522, camera: 203 },
	{ setting: 'market', seed: 525, camera: 236 }
];

/** The feed that shows the square of the story: the one after the game's nine. */
export const OURS = GAME_FEEDS.length;

/** The feeds that stay lit with 1, 4, 6 and 9 monitors: each group holds the one before it. */
export const GROUPS: number[][] = [[4], [0, 1, 3, 4], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6, 7, 8]];

/** What the screens of the wall show: the game's nine, the square of the story, and others of six kinds, no two alike. */
export const FEEDS: Feed[] = (() => {
	const random = seeded(17);
	const kinds = Array.from({ length: MEAUX.screens - OURS - 1 }, (_, i) => SETTINGS[i % SETTINGS.length]);
	shuffle(kinds, random);
	const others = kinds.map((setting, i) => ({
		setting,
		seed: 100 + i * 7,
		camera: 2 + Math.floor(random() * (MEAUX.cameras - 2))
	}));
	return [...GAME_FEEDS, { setting: 'street', seed: 0, camera: 7 }, ...others];
})();
