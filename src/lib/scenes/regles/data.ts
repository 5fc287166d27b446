import type { PictogramName } from '../../figure/pictogram';

/** The five building blocks of a rule: class, zone or line, clock, count, identity. */
export const BRICKS = ['what', 'where', 'clock', 'count', 'who'] as const;
export type Brick = (typeof BRICKS)[number];

/** How a use is put forward, in the words of the interview (facts c17, c24, c25, c26, c28). */
type Pitch = 'smart' | 'urban' | 'eco' | 'traffic' | 'repress';
export const PITCHES: Pitch[] = ['smart', 'urban', 'eco', 'traffic', 'repress'];

/** The same uses as the interview says they mostly serve; what ends in a fine is our own sorting (f27). */
type Service = 'repress' | 'fine' | 'rest';
export const SERVICES: Service[] = ['repress', 'fine', 'rest'];

export interface Use {
	id: string;
	picture: PictogramName;
	pitch: Pitch;
	service: Service;
	/** Our reading of the rule each use needs (f27). */
	bricks: Brick[];
	/** Ends in a fine. */
	fine?: boolean;
}

const counted: Brick[] = ['what', 'where', 'count'];
const timed: Brick[] = ['what', 'where', 'clock'];
const identified: Brick[] = ['what', 'where', 'who'];

/** The eighteen uses the interview names (f27). */
export const USES: Use[] = [
	{ id: 'mobility', picture: 'bicycle', pitch: 'smart', service: 'rest', bricks: counted },
	{ id: 'density', picture: 'tram', pitch: 'smart', service: 'rest', bricks: counted },
	{ id: 'dumping', picture: 'dumping', pitch: 'urban', service: 'rest', bricks: timed },
	{ id: 'lighting', picture: 'lamp', pitch: 'urban', service: 'rest', bricks: timed },
	{ id: 'lights', picture: 'lights', pitch: 'urban', service: 'rest', bricks: counted },
	{ id: 'jam', picture: 'jam', pitch: 'eco', service: 'rest', bricks: counted },
	{ id: 'soft', picture: 'bus', pitch: 'eco', service: 'rest', bricks: counted },
	{ id: 'forest', picture: 'forest', pitch: 'eco', service: 'rest', bricks: ['what', 'clock'] },
	{ id: 'zfe', picture: 'zfe', pitch: 'eco', service: 'fine', bricks: identified, fine: true },
	{ id: 'carpool', picture: 'carpool', pitch: 'eco', service: 'fine', bricks: counted, fine: true },
	{ id: 'parking', picture: 'parking', pitch: 'traffic', service: 'fine', bricks: timed, fine: true },
	{ id: 'redlight', picture: 'redlight', pitch: 'traffic', service: 'fine', bricks: ['what', 'where'], fine: true },
	{ id: 'lane', picture: 'lane', pitch: 'traffic', service: 'fine', bricks: ['what', 'where'], fine: true },
	{ id: 'ticket', picture: 'ticket', pitch: 'repress', service: 'repress', bricks: identified, fine: true },
	{ id: 'crowd', picture: 'crowd', pitch: 'repress', service: 'repress', bricks: ['what', 'where', 'clock', 'count'] },
	{ id: 'loiter', picture: 'loiter', pitch: 'repress', service: 'repress', bricks: timed },
	{ id: 'face', picture: 'face', pitch: 'repress', service: 'repress', bricks: ['what', 'who'] },
	{ id: 'search', picture: 'search', pitch: 'repress', service: 'repress', bricks: ['what', 'where', 'clock', 'who'] }
];

/** Follow-up by appearance: tested elsewhere, not named in the interview; drawn apart. */
export const OUTSIDE: Use = {
	id: 'coat',
	picture: 'coat',
	pitch: 'repress',
	service: 'repress',
	bricks: ['what', 'who']
};

/** Seconds of the loitering rule shown on the square: the default of the story (f23, Axxon One). */
export const SECONDS = 30;

export interface OwnRule {
	id: string;
	rule: 'loitering' | 'crowd';
	preset?: string;
	zone: number;
	use: string;
	bricks: Brick[];
}

const LOITERING: OwnRule = { id: 'axxon', rule: 'loitering', preset: 'axxon', zone: 0, use: 'loiter', bricks: timed };

/** Rules that ran on the recording, in the order the engine is set to them: the use changes, the engine does not. */
const OWN_RULES: OwnRule[] = [
	LOITERING,
	{ ...LOITERING, id: 'hikvision', preset: 'hikvision' },
	{ id: 'crowd', rule: 'crowd', zone: 1, use: 'crowd', bricks: ['what', 'where', 'clock', 'count'] },
	LOITERING
];

/** What the engine is set to at a place in the list of own rules: between two, `turned` of the way. */
export function ruleSet(place: number) {
	const nearest = Math.round(place);
	return {
		rule: OWN_RULES[nearest],
		/** 1 once one is set, 0 half-way. */
		plain: 1 - Math.min(1, 2 * Math.abs(place - nearest)),
		from: OWN_RULES[Math.floor(place)],
		to: OWN_RULES[Math.ceil(place)],
		turned: place - Math.floor(place)
	};
}
export type Setting = ReturnType<typeof ruleSet>;
