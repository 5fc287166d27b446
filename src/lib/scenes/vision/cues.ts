import { cues, even, type At } from '../cues';

/** Share of its step from which the mistakes are gone through. */
const FIRST = 0.14;
/** Share of its step at which the camera is back at the mast. */
const LEVEL = 0.21;
/** The last second before the first mistake: from there, a share of `through`, to a share of the mistake's own time. */
export const FIRST_RUN = { from: (LEVEL - FIRST) / (1 - FIRST), to: 0.4 / (1 - FIRST) };

/** Two machines; then through ours, from a picture to boxes, numbers and places on the ground; then what goes wrong. */
export const CUES = cues({
	/** The lens's picture, with which the story comes here, gives way to the square. */
	lensGoes: { goes: ['two-machines', 0.02, 0.14] },
	cornersGo: { goes: ['two-machines', 0.02, 0.12] },
	found: ['two-machines', 0.08, 0.2],
	/** Two of the one picture. */
	apart: ['two-machines', 0.16, 0.4],
	scores: ['two-machines', 0.4, 0.5],
	passing: { comes: ['two-machines', 0.4, 0.5], goes: ['two-machines', 0.9, 0.99] },

	/** The network's picture has the whole stage. */
	grown: ['sureness', 0.02, 0.2],
	scale: { comes: ['sureness', 0.2, 0.34], goes: ['sureness', 0.88, 0.95] },
	lens: ['sureness', 0.9, 1],

	/** The seconds after the frame explained pass in a loop. */
	loop: { comes: ['background', 0.02, 0.14], goes: ['boxes', 0.88, 0.99] },
	background: ['background', 0.12, 0.6],

	finder: { comes: ['sureness', 0.92, 1], goes: ['mask', 0, 0.12] },
	difference: ['mask', 0.04, 0.56],
	mask: ['mask', 0.34, 0.84],

	blobs: ['boxes', 0.02, 0.3],
	boxes: ['boxes', 0.28, 0.45],
	boxesNamed: ['boxes', 0.34, 0.34],
	ruler: ['boxes', 0.42, 0.55],
	street: ['boxes', 0.62, 0.88],

	followed: ['tracks', 0, 1],
	trails: ['tracks', 0, 0.5],

	numbers: { goes: ['ground', 0, 0.08], even: true },
	on: even('ground'),
	up: ['ground', 0.08, 0.6],
	plan: ['ground', 0.55, 0.7],

	back: ['mistakes', 0, LEVEL],
	through: even(['mistakes', FIRST, 1]),

	wide: ['shower', 0, 0.14],
	rain: { comes: ['shower', 0.12, 0.32], goes: ['shower', 0.9, 1] },
	split: { comes: ['shower', 0.26, 0.4], goes: ['shower', 0.86, 0.95] },
	raining: even(['shower', 0.34, 0.8]),

	toMarcel: ['fading', 0, 0.16],
	splitAgain: { comes: ['fading', 0.12, 0.22], goes: ['fading', 0.84, 0.92] },
	seconds: even(['fading', 0.22, 0.78]),
	away: ['fading', 0.88, 1],

	chart: { comes: ['blind-spots', 0.06, 0.2], goes: ['blind-spots', 0.88, 0.98] },
	bars: ['blind-spots', 0.16, 0.5]
});

export type Read = At<keyof typeof CUES.declared>;
