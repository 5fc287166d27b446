import { seeded } from '../../figure/motion';

/** One umbrella opened on one screen, from and to in seconds of the round. */
type Opening = Record<'screen' | 'walker' | 'from' | 'to', number>;

/** Somebody who crosses a screen. */
interface Walker {
	screen: number;
	/** Seconds at which the middle of the screen is passed. */
	at: number;
	/** 1 to the right, -1 to the left. */
	way: 1 | -1;
	/** 0 far, 1 near. */
	depth: number;
	/** Screen widths a second. */
	pace: number;
	/** Index of clothes. */
	coat: number;
}

/** A press of the key of a 0-based screen, seconds into the round. */
export type Press = Record<'screen' | 'at', number>;

/** How long an umbrella stays open: ours, chosen so that it is easy on one screen. */
const OPEN_SECONDS = 3.2;
/** A press still counts this long after the umbrella is shut. */
const GRACE = 0.8;

/**
 * A round of the game: people cross every screen; one umbrella opens at a time somewhere, at uneven moments.
 * Throws unless 1 to 9 screens and at least ten seconds are asked for.
 */
export function createRound(seed: number, screens: number, seconds: number) {
	if (!(screens >= 1 && screens <= 9) || !(seconds >= 10))
		throw new Error('A round has 1 to 9 screens and 10 seconds or more');
	const random = seeded(seed * 131 + screens);
	const walkers: Walker[] = [];
	for (let screen = 0; screen < screens; screen++)
		for (let at = -4 + random() * 3; at < seconds + 4; at += 1.6 + random() * 2.2)
			walkers.push({
				screen,
				at,
				way: random() < 0.5 ? 1 : -1,
				depth: random(),
				pace: 0.075 + random() * 0.05,
				coat: Math.floor(random() * 8)
			});
	const openings: Opening[] = [];
	const targets = Math.max(3, Math.floor(seconds / 5));
	const taken = new Set<number>();
	let before = -1;
	for (let i = 0; i < targets; i++) {
		const slot = seconds / targets;
		const from = i * slot + 0.5 + random() * Math.max(0.1, slot - OPEN_SECONDS - 0.7);
		let screen = Math.floor(random() * screens);
		if (screens > 1 && screen === before) screen = (screen + 1 + Math.floor(random() * (screens - 1))) % screens;
		before = screen;
		// Whoever is best in view while it lasts opens it.
		const middle = from + OPEN_SECONDS / 2;
		let walker = -1;
		const off = (j: number) => Math.abs(walkers[j].at - middle);
		walkers.forEach((w, j) => {
			if (w.screen === screen && !taken.has(j) && (walker < 0 || off(j) < off(walker))) walker = j;
		});
		taken.add(walker);
		// Walkers move so that the opening is always in the picture.
		walkers[walker].at = middle + (random() - 0.5) * 2;
		openings.push({ screen, walker, from, to: from + OPEN_SECONDS });
	}
	return { screens, seconds, walkers, openings };
}
export type Round = ReturnType<typeof createRound>;

/** Where a walker stands: x in widths of the screen, and how far the umbrella is open, 0 to 1. */
export function walkerAt(round: Round, index: number, clock: number): { x: number; open: number } {
	const w = round.walkers[index];
	let open = 0;
	for (const o of round.openings)
		if (o.walker === index) open = Math.max(open, Math.min(1, (clock - o.from) / 0.35, (o.to - clock) / 0.35));
	return { x: 0.5 + w.way * w.pace * (clock - w.at), open: Math.max(0, open) };
}

/**
 * Scores presses: each opening counts once, when its screen was pressed while it was open or just after.
 * Presses that answer nothing are false alarms.
 */
export function score(round: Round, presses: Press[]) {
	const used = new Set<number>();
	let falseAlarms = 0;
	for (const { screen, at } of presses) {
		const answers = round.openings.map((o) => o.screen === screen && at >= o.from && at <= o.to + GRACE);
		const i = answers.findIndex((does, j) => does && !used.has(j));
		if (i >= 0) used.add(i);
		// A second press on an umbrella already found is no false alarm.
		else if (!answers.includes(true)) falseAlarms++;
	}
	const targets = round.openings.length;
	/** Hits over targets, rounded. */
	const percent = Math.round((100 * used.size) / targets);
	return { hits: used.size, targets, falseAlarms, percent };
}
export type Score = ReturnType<typeof score>;

/** The game: 20 seconds on one screen, then 40 on nine. */
export const ROUNDS: [Round, Round] = [createRound(3, 1, 20), createRound(5, 9, 40)];

/**
 * The game as text, without a clock: `turns` lists of lines, one a screen; exactly one line of each list has the umbrella.
 * Each line is a place (index of the feed), an action (index, see labels) and whether it is the one.
 */
export function createReading(seed: number, screens: number, turns: number, actions: number) {
	const random = seeded(seed);
	return Array.from({ length: turns }, () => {
		const target = Math.floor(random() * screens);
		return Array.from({ length: screens }, (_, place) => ({
			place,
			action: Math.floor(random() * actions),
			umbrella: place === target
		}));
	});
}
