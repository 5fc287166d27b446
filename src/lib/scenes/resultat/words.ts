import { disc, faded, slip } from '../../figure/marks';
import { ease } from '../../figure/motion';
import { letter, letters, measure, rows, wrap } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { arrived, type Moved } from './circles';
import { CASES, SHARE_OF_ALL, SHARE_OF_SOLVED, SOLVED, WITH_VIDEO } from './data';
import { fieldOf } from './field';

/** A number, what it counts, and how it is shown. */
interface Told {
	key: string;
	big: string;
	caption: string;
	look: { fill?: string; opacity: number; fact: string };
}

/** The numbers and what each counts: all cases, the 22 among all, the 22 among the solved. */
export function words(c: SceneContext, m: Moved, number: number, read: number): Layer {
	const { portrait } = c.view;
	const gone = 1 - read;
	const filled = ease(m.filled, 0, 0.3);
	const told = (key: string, big: string, caption: string, shown: number, fill?: string): Told => {
		return { key, big, caption, look: { fill, opacity: gone * shown, fact: 'f03' } };
	};
	const first = (portrait ? 1 - filled : 1 - ease(m.split, 0, 0.5)) * number;
	const all = told('all', c.number(arrived(m.counted)), c.say('cases'), first);
	const few = c.number(Math.round(WITH_VIDEO * m.filled));
	const ofAll = c.say('video', { share: c.number(100 * SHARE_OF_ALL, 1) });
	const video = told('video', few, ofAll, filled * (1 - ease(m.split, 0, 0.45)), 'solved');
	const percent = c.say('percent', { n: c.number(100 * SHARE_OF_SOLVED, 2) });
	const ofSolved = c.say('solved', { video: WITH_VIDEO, solved: SOLVED });
	const solved = told('solved', percent, ofSolved, ease(m.split, 0.8, 1), 'solved');
	return { marks: portrait ? upright(c, all, video, solved) : wide(c, all, video, solved) };
}

const plain = ({ opacity, fact }: Told['look']) => ({ opacity, fact });

/** On a phone each stands over the field in its turn, caption beside number. */
function upright(c: SceneContext, all: Told, video: Told, solved: Told): Mark[] {
	const { free } = c.view;
	const right = free.x + free.w;
	const size = 50;
	const beside = ({ key, big, caption, look }: Told): Mark[] => {
		if (look.opacity <= 0) return [];
		const x = free.x + measure(big, size, 'grot') + 14;
		const lines = wrap(caption, 13.5, 'news', right - x);
		const y = free.y + 34 - ((lines.length - 1) / 2) * 16;
		return [
			letter(`${key}.n`, 'grot', free.x, free.y + 44, size, big, look),
			...rows(`${key}.t`, 'news', x, y, 13.5, lines, 16, plain(look))
		];
	};
	const apart = ({ big, caption, look }: Told): Mark[] => {
		if (look.opacity <= 0) return [];
		const disc = fieldOf(c.view).solved;
		const x = disc.x + disc.r + 16;
		const rest = c.say('rest', { n: CASES - SOLVED });
		return [
			letter('solved.n', 'grot', x, free.y + 42, 46, big, look),
			...letters('solved.t', 'news', x, free.y + 64, 13.5, caption, right - x, plain(look)),
			...letters('rest.t', 'mono', free.x, free.y + free.h - 18, 12, rest, 96, plain(look))
		];
	};
	return [...beside({ ...all, look: { ...all.look, fill: 'ink' } }), ...beside(video), ...apart(solved)];
}

/** Else all cases are told at the top left of the field, the 22 at its foot, and each disc is named. */
function wide(c: SceneContext, all: Told, video: Told, solved: Told): Mark[] {
	const { free, phone } = c.view;
	const { whole } = fieldOf(c.view);
	const size = phone ? 42 : Math.min(118, free.w * 0.14);
	const text = phone ? 12.5 : Math.max(16, Math.min(20, free.w / 42));
	const lead = text * 1.24;
	const room = phone ? 124 : Math.min(whole.x - whole.r * 0.72 - free.x, 250);
	const top = free.y + size * 0.78;
	const x = free.x + 2;
	const head = ({ key, big, caption, look }: Told): Mark[] =>
		look.opacity > 0
			? [
					letter(`${key}.n`, 'grot', free.x, top, size, big, look),
					...letters(`${key}.t`, 'news', x, top + lead * 1.3, text, caption, room, look)
				]
			: [];
	const foot = ({ key, big, caption, look }: Told): Mark[] => {
		if (look.opacity <= 0) return [];
		const lines = wrap(caption, text, 'news', room);
		const y = free.y + free.h - (lines.length - 1) * lead - 4;
		return [
			letter(`${key}.n`, 'grot', free.x, y - lead * 1.25, phone ? 34 : size * 0.72, big, look),
			...rows(`${key}.t`, 'news', x, y, text, lines, lead, plain(look))
		];
	};
	return [...head(all), ...foot(video), ...foot(solved), ...discs(c, solved.look)];
}

/** What each of the two discs is. */
function discs(c: SceneContext, look: Told['look']): Mark[] {
	if (look.opacity <= 0) return [];
	const { solved, rest } = fieldOf(c.view);
	const { phone } = c.view;
	const size = phone ? 12 : 13;
	const about = c.say('about', { n: SOLVED });
	const others = c.say('rest', { n: CASES - SOLVED });
	const right = { anchor: 'end', ...plain(look) } as const;
	return [
		letter('solved.l', 'mono', solved.x - solved.r, solved.y - solved.r - 12, size, about, look),
		letter('rest.l', 'mono', rest.x + rest.r, rest.y - rest.r - (phone ? 6 : 14), size, others, right)
	];
}

/** The reader's guess as a ring round so many of the circles. */
export function guessed(c: SceneContext, guess: number, opacity: number): Layer {
	const size = c.view.phone ? 14 : 18;
	const { whole, unit } = fieldOf(c.view);
	const r = unit * Math.sqrt(guess);
	const text = c.say('guess.said', { n: c.number(guess) });
	const w = measure(text, size, 'grot') + size;
	// Under the ring; inside the disc where that has no room.
	const y = Math.min(whole.y + r + size * 0.6, whole.y + whole.r - size * 2.4);
	return {
		marks: faded(opacity, [
			disc('guess', whole.x, whole.y, r, { stroke: 'ink', width: 2.6, dash: '7 5' }),
			slip('guess-slip', { x: whole.x - w / 2, y, w, h: size * 1.7 }, { width: 1.4 }),
			letter('guess-said', 'grot', whole.x, y + size * 1.2, size, text, { anchor: 'middle' })
		])
	};
}
