import { blockAt, marketAt } from '../../figure/firm/market';
import { firstSeen, fitShot, WHOLE, type Shot } from '../../figure/firm/opening';
import { WIDTH, type Section } from '../../figure/firm/section';
import { mix } from '../../figure/motion';
import type { View } from '../../picture/frame';
import type { Read } from './cues';

type Leg = [cue: Parameters<Read>[0], to: Shot];
type Changes = Partial<Record<Leg[0], Partial<Shot>>>;

const WIDE: Leg[] = [
	['toTop', { x: 10.4, y: 10.6, w: 14.5, h: 9 }],
	['toWhole', { ...WHOLE, y: 5.7 }],
	['toScreens', { x: 9.4, y: 8.3, w: 10.2, h: 6 }],
	['toDesks', { x: 11.6, y: 6.5, w: 15.8, h: 9 }],
	['toCoffee', { x: 17.1, y: 4.75, w: 4.9, h: 3.3 }]
];

/** A phone comes nearer and follows him. */
const PHONE: Leg[] = [
	['toMeeting', { x: 7.2, y: 11.4, w: 9, h: 8 }],
	['toKitchen', { x: 14.2, y: 11.4, w: 9, h: 8 }],
	['toWhole', { ...WHOLE, y: 4.9, h: 19 }],
	['toScreens', { x: 8.6, y: 8.6, w: 9.4, h: 5 }],
	['toDesksSlowly', { x: 10.7, y: 6.4, w: 14.6, h: 8.6 }],
	['toCoffee', { x: 17.3, y: 4.8, w: 4.3, h: 3.4 }]
];

/** A phone on its side sees more to the left and right. */
const ON_ITS_SIDE: Changes = {
	toMeeting: { w: 11, h: 9 },
	toKitchen: { w: 11, h: 9 },
	toWhole: { y: 4.6 },
	toScreens: { w: 11.5 },
	toDesksSlowly: { w: 15.6 }
};

/** A tablet's stage is nearly square: what a step speaks of comes nearer, and fills it. */
const UPRIGHT: Changes = {
	toTop: { x: 10.8, y: 11.3, w: 13.4 },
	toWhole: { x: 9.6, y: 5.2, w: 21.6, h: 19.6 },
	toScreens: { x: 8.2, y: 8.2, w: 8.2 },
	toDesks: { y: 6.7 }
};

const changed = (legs: Leg[], by: Changes): Leg[] => legs.map(([cue, shot]) => [cue, { ...shot, ...by[cue] }]);

const TALL = changed(WIDE, UPRIGHT);
const SHORT = changed(PHONE, ON_ITS_SIDE);

const legsOf = ({ shape, portrait }: View): Leg[] =>
	shape === 'wide' ? WIDE : shape === 'tall' ? TALL : portrait ? PHONE : SHORT;

/** The view: from shot to shot, then out to the house's own block and to all of them. */
export function sectionAt(view: View, at: Read): Section {
	let s = firstSeen(view);
	for (const [cue, shot] of legsOf(view)) s = blend(view, s, fitShot(view, shot), at(cue));
	for (const [cue, m] of [
		['toBlock', blockAt(view)],
		['toAll', marketAt(view)]
	] as const)
		s = blend(view, s, { k: m.k, x: m.x - (WIDTH / 2) * m.k, y: m.y }, at(cue));
	return s;
}

/** Scales go by ratio, so that coming near keeps an even pace. */
function blend(view: View, a: Section, b: Section, t: number): Section {
	if (t <= 0) return a;
	if (t >= 1) return b;
	const k = a.k * (b.k / a.k) ** t;
	// The middle of the free area keeps a straight way through the house, weighted by how near it is.
	const cx = view.free.x + view.free.w / 2;
	const cy = view.free.y + view.free.h / 2;
	const near = Math.abs(b.k - a.k) < 1e-6 ? t : (k - a.k) / (b.k - a.k);
	const x = mix((cx - a.x) / a.k, (cx - b.x) / b.k, (near * b.k) / k);
	const y = mix((a.y - cy) / a.k, (b.y - cy) / b.k, (near * b.k) / k);
	return { k, x: cx - x * k, y: cy + y * k };
}
