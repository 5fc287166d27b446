import type { Draft, Person } from './types';

/** What Nour does to say no, one act after another, from frame BASE of the recording; seconds each. */
export const ACTS = [
	{ id: 'wait', seconds: 4 },
	{ id: 'sign', seconds: 6 },
	{ id: 'umbrella', seconds: 6 },
	{ id: 'back', seconds: 6 },
	{ id: 'leave', seconds: 9 }
] as const;
export type ActId = (typeof ACTS)[number]['id'];

/** Seconds into the recording: she has been waiting for a while. */
export const BASE = 26;
export const TOTAL = ACTS.reduce((s, a) => s + a.seconds, 0);

/** Where an act begins and ends, seconds after BASE. */
export const SPANS = Object.fromEntries(
	ACTS.map((a, i) => {
		const from = ACTS.slice(0, i).reduce((s, b) => s + b.seconds, 0);
		return [a.id, { from, to: from + a.seconds }];
	})
) as Record<ActId, { from: number; to: number }>;

/** The way out: out of the picture at its lower edge, metres. */
const WAY: [number, number][] = [
	[0.4, 2.2],
	[1.5, -1.2],
	[1.9, -5.4]
];
const PACE = 1.3;
/** Metres of one gait cycle. */
const STRIDE = 1.36;

/** The sign she holds up: where it stands beside her and how big it is, metres. */
export const SIGN = { aside: 0.34, low: 0.95, neck: 1.72, top: 2.3, half: 0.44 };

export const actAt = (seconds: number): ActId =>
	ACTS.find((a) => seconds < SPANS[a.id].to)?.id ?? ACTS[ACTS.length - 1].id;

/** 0 to 1: how far the sign is held up. */
export const signAt = (seconds: number): number => raised(seconds, 'sign');

function raised(seconds: number, act: ActId): number {
	const { from, to } = SPANS[act];
	const t = Math.min((seconds - from) / 0.7, (to - seconds) / 0.5);
	return t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
}

/**
 * Nour as the acts have her, `seconds` after BASE. Until she leaves she keeps her place and her small shifts of weight as
 * the street has them; before BASE nothing is other. `home` is where she stands when she sets off.
 */
export function act(nour: Person, seconds: number, home: readonly [number, number]): Person {
	if (seconds < 0) return nour;
	const { leave, back } = SPANS;
	const p: Draft<Person> = { ...nour, shelter: raised(seconds, 'umbrella') };
	if (seconds < leave.from) {
		if (p.pose !== 'stand') return p;
		p.hx = 0;
		p.hy = seconds >= back.from ? 1 : -1;
		return p;
	}
	p.pose = 'stand';
	p.speed = 0;
	[p.x, p.y] = home;
	let left = (seconds - leave.from) * PACE;
	const gone = left;
	let [ax, ay] = home;
	for (const [bx, by] of WAY) {
		const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
		const t = Math.min(1, left / length);
		p.x = ax + (bx - ax) * t;
		p.y = ay + (by - ay) * t;
		p.hx = (bx - ax) / length;
		p.hy = (by - ay) / length;
		if (t < 1) {
			p.pose = 'walk';
			p.speed = PACE;
			p.phase = (gone / STRIDE) % 1;
			return p;
		}
		left -= length;
		[ax, ay] = [bx, by];
	}
	p.hx = 0;
	p.hy = -1;
	return p;
}
