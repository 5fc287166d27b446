import { cues, even, type At, type Parts } from '../cues';

/** From one step over into the next. */
const over = (a: string, from: number, b: string, to: number): Parts => [
	[a, from, 1],
	[b, 0, to]
];

/**
 * The firm in section. He is hired and goes through the house; floors light up; the eye comes near and draws back, at
 * last until the house is one among all firms. A cut says from where on, to where, a step's words and marks are there.
 */
export const CUES = cues({
	/** The story's time, a sixth a step. */
	clock: even('hiring', 'staff', 'engineers', 'message', 'worry', 'market'),

	dawn: ['hiring', 0, 0.16],
	day: ['hiring', 0.07, 0.07],
	/** It is said that the setting is ours. */
	decor: { comes: ['hiring', 0.14, 0.22], goes: ['market', 0.86, 0.97] },
	byTelephone: { comes: ['hiring', 0.08, 0.16], goes: ['hiring', 0.3, 0.34] },
	exercise: { comes: ['hiring', 0.44, 0.52], goes: ['hiring', 0.66, 0.7] },
	chat: { comes: ['hiring', 0.74, 0.82], goes: ['staff', 0, 0.08] },
	/** The eye: to the top floor; on a phone it follows him there. */
	toTop: ['hiring', 0.24, 0.44],
	toMeeting: ['hiring', 0.26, 0.46],
	toKitchen: ['hiring', 0.66, 0.78],
	/** His walks, from stop to stop. */
	walkToMeeting: even(['hiring', 0.26, 0.46]),
	walkToKitchen: even(['hiring', 0.66, 0.76]),
	/** A director has gone to lunch. */
	lunch: ['hiring', 0.6, 0.6],
	hallAsHePasses: { comes: ['hiring', 0.16, 0.28], goes: ['hiring', 0.4, 0.52] },
	topLit: { comes: ['hiring', 0.22, 0.34], goes: ['staff', 0.02, 0.14] },

	staff: ['hiring', 0.98, 0.98],
	hallLit: { comes: over('hiring', 0.92, 'staff', 0.04), goes: over('staff', 0.95, 'engineers', 0.07) },
	topHalfLit: { comes: over('hiring', 0.96, 'staff', 0.08), goes: over('staff', 0.96, 'engineers', 0.08) },
	engineersLit: { comes: over('hiring', 0.96, 'staff', 0.08), goes: over('message', 0.95, 'worry', 0.07) },
	/** Back to the whole house; an engineer joins the table. */
	toWhole: ['staff', 0, 0.24],
	walkToDesk: even(['staff', 0.02, 0.26]),
	salesHalfLit: { comes: ['staff', 0.08, 0.2], goes: over('staff', 0.9, 'engineers', 0.02) },
	/** Ten people line up, one after the other. */
	line: even(['staff', 0.1, 0.48]),
	floors: { comes: ['staff', 0.2, 0.3], goes: ['engineers', 0, 0.06] },
	men: { comes: ['staff', 0.34, 0.44], goes: ['engineers', 0, 0.06] },
	always: { comes: ['staff', 0.46, 0.56], goes: ['engineers', 0, 0.06] },

	following: { comes: ['staff', 0.98, 0.98], goes: ['message', 0.1, 0.1] },
	off: ['engineers', 0, 0.1],
	toScreens: ['engineers', 0, 0.3],
	figures: { comes: ['engineers', 0.12, 0.3], goes: ['message', 0, 0.08] },
	/** Screens go white. */
	white: { comes: ['engineers', 0.9, 0.9], goes: ['worry', 0.1, 0.1] },
	salesLit: { comes: over('engineers', 0.94, 'message', 0.06), goes: ['market', 0.1, 0.22] },

	message: { comes: ['engineers', 0.95, 0.95], goes: ['worry', 0.1, 0.1] },
	toDesks: ['message', 0, 0.12],
	/** The same on a phone. */
	toDesksSlowly: ['message', 0, 0.3],
	written: ['message', 0.08, 0.16],
	told: { comes: ['message', 0.14, 0.24], goes: ['worry', 0, 0.1] },
	run: ['message', 0.16, 0.44],
	typing: even(['message', 0.44, 0.694]),
	answer: { comes: ['message', 0.6, 0.68], goes: ['worry', 0, 0.1] },
	sent: ['message', 0.62, 0.72],

	confidence: { comes: ['message', 0.95, 0.95], goes: ['market', 0.2, 0.2] },
	walkToMachine: even(['message', 0.94, 1], ['worry', 0, 0.16]),
	/** The intern goes to the coffee machine. */
	coffee: even(['message', 0.94, 1], ['worry', 0, 0.14]),
	messages: { goes: ['worry', 0, 0.1] },
	toCoffee: ['worry', 0, 0.3],
	years: even(['worry', 0.28, 0.52]),
	/** She leaves for good; he goes back to his desk. */
	gone: even(['worry', 0.8, 1], ['market', 0, 0.02]),
	walkBack: even(['worry', 0.98, 1], ['market', 0, 0.2]),

	market: even(['market', 0, 0.02]),
	allLit: ['market', 0, 0.15],
	wall: { goes: ['market', 0, 0.08] },
	houses: ['market', 0.02, 0.1],
	out: ['market', 0.02, 0.14],
	toBlock: ['market', 0.02, 0.17],
	/** The chapter's block is outlined, then named. */
	block: { comes: ['market', 0.13, 0.17], goes: ['market', 0.86, 0.97] },
	hundred: { comes: ['market', 0.13, 0.17], goes: ['market', 0.25, 0.3] },
	toAll: ['market', 0.25, 0.42],
	counted: { comes: ['market', 0.36, 0.43], goes: ['market', 0.86, 0.97] },
	own: { comes: ['market', 0.42, 0.5], goes: ['market', 0.86, 0.97] }
});

export type Read = At<keyof typeof CUES.declared>;
