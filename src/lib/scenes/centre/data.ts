import type { SettingName } from '../../story/frame';
import { seeded } from '../../figure/motion';

/** Share of the people with an umbrella found, in percent, by number of monitors: UK police test told by C. Donald (fact f16). */
export const FOUND: { monitors: number; percent: number }[] = [
	{ monitors: 1, percent: 85 },
	{ monitors: 4, percent: 74 },
	{ monitors: 6, percent: 58 },
	{ monitors: 9, percent: 53 }
];

/** Two centres as they were described (fact f05). `people`: «une cinquantaine», in shifts, and «une dizaine». */
export const NIMES = { cameras: 1300, screens: 76, people: 50 };
export const MEAUX = { cameras: 250, screens: 45, people: 10 };

/** Centres in France by the file consulted: general secretariat, data.gouv.fr (fact f05). */
export const CENTRES = [423, 768] as const;

export interface Feed {
	setting: SettingName | 'street';
	seed: number;
	/** Number of the camera in the imagined town. */
	camera: number;
}

const SETTINGS: SettingName[] = ['school', 'carpark', 'platform', 'market', 'underpass', 'square'];

/** The tile of the wall that shows the square of the story. */
export const OURS = 22;

/** The nine feeds of the game: every place at least once. */
export const GAME_FEEDS: Feed[] = [
	{ setting: 'school', seed: 501, camera: 12 },
	{ setting: 'market', seed: 502, camera: 31 },
	{ setting: 'carpark', seed: 503, camera: 57 },
	{ setting: 'platform', seed: 504, camera: 88 },
	{ setting: 'square', seed: 505, camera: 104 },
	{ setting: 'underpass', seed: 506, camera: 140 },
	{ setting: 'carpark', seed: 507, camera: 171 },
	{ setting: 'school', seed: 508, camera: 203 },
	{ setting: 'market', seed: 509, camera: 236 }
];

/** Tiles of the wall that go to the groups of 1, 4, 6 and 9 monitors, in reading order. */
export const GROUPS: number[][] = [[1], [9, 10, 18, 19], [3, 4, 5, 12, 13, 14], [24, 25, 26, 33, 34, 35, 42, 43, 44]];

/** What the screens of the wall show: six kinds of places, each a different one, and the square of the story. */
export const FEEDS: Feed[] = (() => {
	const random = seeded(17);
	const kinds = Array.from({ length: MEAUX.screens }, (_, i) => SETTINGS[i % SETTINGS.length]);
	for (let i = kinds.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[kinds[i], kinds[j]] = [kinds[j], kinds[i]];
	}
	return kinds.map((setting, i) => {
		const camera = 2 + Math.floor(random() * (MEAUX.cameras - 2));
		const playing = GROUPS[3].indexOf(i);
		if (playing >= 0) return GAME_FEEDS[playing];
		return i === OURS ? { setting: 'street', seed: 0, camera: 7 } : { setting, seed: 100 + i * 7, camera };
	});
})();
