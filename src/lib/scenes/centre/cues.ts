import { cues, even, type At } from '../cues';

/**
 * The square draws back into its town, whose streams run to one house; night falls, the house's windows become the
 * screens inside; what attention can do, the game, and the screen the machine chooses.
 */
export const CUES = cues({
	/** The eye comes down from the sky to the mast's view, which becomes small and takes its place in the town. */
	mast: ['town-plan', 0, 0.06],
	framed: ['town-plan', 0.05, 0.07],
	small: ['town-plan', 0.05, 0.17],
	square: { goes: ['town-plan', 0.16, 0.19] },
	/** Images run down the streets as long as the town is seen. */
	streaming: even('town-plan', 'private', ['few-eyes', 0, 0.14]),
	lenses: ['town-plan', 0.08, 0.3],
	labels: ['town-plan', 0.08, 0.16],
	ours: ['town-plan', 0.14, 0.22],
	streams: even(['town-plan', 0.16, 0.62]),
	house: ['town-plan', 0.2, 0.3],
	cartouche: ['town-plan', 0.3, 0.42],
	/** What stands off the streams: gated residences, and the door-phone of one. */
	gates: { comes: ['private', 0.04, 0.3], goes: ['private', 0.84, 0.94] },
	/** The eye comes down to the house and stops before its windows. */
	fly: even(['private', 0.94, 1], ['few-eyes', 0, 0.14]),

	night: { comes: ['few-eyes', 0.14, 0.14], goes: ['chosen-screen', 0.94, 0.94] },
	/** Cameras come in as dots, and fall on the screens, then on the people. */
	cameras: even(['few-eyes', 0.14, 0.34]),
	onScreens: even(['few-eyes', 0.36, 0.56]),
	onPeople: even(['few-eyes', 0.66, 0.86]),
	/** The house's windows have parted into screens, and lost their lamplight. */
	parted: ['few-eyes', 0.15, 0.34],
	unlit: ['few-eyes', 0.18, 0.32],
	bezels: ['few-eyes', 0.2, 0.3],
	/** Names of the two centres, and what is said of each row. */
	centres: { comes: ['few-eyes', 0.24, 0.32], goes: ['wall', 0, 0.1] },
	saysCameras: { comes: ['few-eyes', 0.26, 0.34], goes: ['wall', 0, 0.1] },
	people: { comes: ['few-eyes', 0.28, 0.38], goes: ['wall', 0.1, 0.28] },
	saysScreens: { comes: ['few-eyes', 0.34, 0.42], goes: ['wall', 0, 0.1] },
	saysPeople: { comes: ['few-eyes', 0.38, 0.46], goes: ['wall', 0, 0.1] },

	/** Small screens have grown into the wall, and come on. */
	toWall: ['wall', 0, 0.38],
	on: ['wall', 0, 0.12],
	counts: { goes: ['wall', 0.1, 0.28] },
	seated: { comes: ['wall', 0.04, 0.36], goes: ['umbrellas', 0, 0.16] },
	/** The operator's eyes are on one screen. */
	watching: { comes: ['wall', 0.3, 0.4], goes: ['umbrellas', 0, 0.08] },
	/** What screens show, and where eyes are, changes evenly from here to the end. */
	images: even('wall', 'umbrellas', 'your-turn', 'chosen-screen'),
	/** The square comes to the frame the next chapter explains. */
	toExplain: even('wall', 'umbrellas', 'your-turn', ['chosen-screen', 0, 0.9]),

	off: ['umbrellas', 0, 0.1],
	/** The nine of the test have come forward, and the others have made room. */
	toTest: ['umbrellas', 0.02, 0.11],
	apart: { comes: ['umbrellas', 0.02, 0.12], goes: ['chosen-screen', 0, 0.1] },
	test: { comes: ['umbrellas', 0.06, 0.06], goes: ['chosen-screen', 0.2, 0.2] },
	umbrellas: { comes: ['umbrellas', 0.06, 0.06], goes: ['your-turn', 0.1, 0.1] },
	/** One group of screens after the other lights up, and its umbrellas come down. */
	lighting: even(['umbrellas', 0.1, 0.6]),
	found: { comes: ['umbrellas', 0.2, 0.3], goes: ['your-turn', 0, 0.12] },
	results: { goes: ['your-turn', 0, 0.12] },

	/** The nine are as large as the game shows them. */
	nine: ['your-turn', 0, 0.28],
	keys: { comes: ['your-turn', 0.24, 0.34], goes: ['chosen-screen', 0, 0.08] },
	over: ['your-turn', 1, 1],

	/** They are back on the wall, which comes on again, and goes dark but for one. */
	back: ['chosen-screen', 0, 0.24],
	again: ['chosen-screen', 0.06, 0.2],
	seatedAgain: { comes: ['chosen-screen', 0.06, 0.3], goes: ['chosen-screen', 0.66, 0.9] },
	dark: even(['chosen-screen', 0.3, 0.46]),
	chosen: ['chosen-screen', 0.3, 0.4],
	word: { comes: ['chosen-screen', 0.3, 0.4], goes: ['chosen-screen', 0.66, 0.78] },
	red: { comes: ['chosen-screen', 0.3, 0.4], goes: ['chosen-screen', 0.8, 0.93] },
	/** The square's screen has come forward, then filled the stage; then it is the sensor's picture. */
	forward: ['chosen-screen', 0.42, 0.52],
	whole: ['chosen-screen', 0.62, 0.94],
	luma: ['chosen-screen', 0.9, 0.99]
});

export type Read = At<keyof typeof CUES.declared>;
