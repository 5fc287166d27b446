import { range } from 'd3';
import { letter } from '../../figure/lettering';
import { across, down } from '../../figure/line';
import { disc, path } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { standing } from '../../figure/nour';
import { rows } from '../../figure/rows';
import { wrap } from '../../figure/text';
import { px, py, type Section } from '../../figure/firm/section';
import type { Ink, Mark, SceneContext } from '../../picture/frame';
import type { Look, Person } from '../../street/types';
import type { Layer } from '../layers';
import { COURT, DAYS, FROM, HALL, metresOf, sectionAt, settingOf, TO, yearsLine, type Setting } from './case';
import { darkness, feetAt, houses } from './houses';

/** Of the case, each 0 to 1. */
export interface Case {
	/** The drawing has come out of its day on the timeline. */
	opened: number;
	filed: number;
	/** Along the years, from the town hall to the court. */
	walk: number;
	/** Up the steps, through the door, and out again. */
	climbed: number;
	inside: number;
	door: number;
	ruled: number;
	dark: number;
}

/** Who goes to court: a resident, and somebody for the association. Drawn by us, like the houses. */
const LOOKS: { look: Look; height: number }[] = [
	{
		look: { coat: '#3F6B63', legs: '#3B4048', skin: '#D8A27F', hair: '#6B645B', cut: 'short', scarf: '#C99A3F' },
		height: 1.76
	},
	{
		look: { coat: '#44587A', legs: '#2F3A4A', skin: '#8D5A3C', hair: '#17110e', cut: 'bun', bag: '#B98D63' },
		height: 1.66
	}
];
const STRIDE = 1.6;
/** People are drawn a little larger than the houses are, or they would be lost between them. */
const LARGER = 1.28;

/** A resident and an association take their town to court, and its screens go dark. */
export function moirans(c: SceneContext, m: Case): Layer {
	if (m.opened <= 0) return {};
	const s = sectionAt(c.view, m.opened);
	return {
		ink: [...houses(s, m.door), ...darkness(s, m.dark), ...claimants(s, m)],
		marks: m.opened > 0.9 ? words(c, s, m, ease(m.opened, 0.9, 1)) : []
	};
}

function claimants(s: Section, m: Case): Ink[] {
	const walking = m.walk > 0 && m.walk < 1;
	const opacity = 1 - m.inside;
	if (opacity <= 0) return [];
	return LOOKS.flatMap(({ look, height }, i): Ink[] => {
		const apart = i ? 0.48 : -0.48;
		const [x, y] = feetAt(s, mix(FROM, TO, m.walk) + apart, m.climbed);
		const person = {
			look,
			height,
			pose: walking ? 'walk' : 'stand',
			hx: walking ? 1 : 0,
			hy: m.climbed > 0 && m.ruled <= 0 ? 1 : 0,
			phase: walking ? ((m.walk * (TO - FROM)) / STRIDE + 0.5 * i) % 1 : 0,
			shelter: 0
		} as Person;
		return standing(person, x, y, s.k * LARGER, opacity);
	});
}

function words(c: SceneContext, s: Section, m: Case, opacity: number): Mark[] {
	const set = settingOf(c.view);
	const named = (key: string, x: number, y: number, size: number): Mark =>
		letter(key, 'grot', px(s, x), py(s, y) + size * 0.36, size, c.say(key), { anchor: 'middle', opacity });
	return [
		named('hall', HALL.x + HALL.w / 2, 4.08, Math.max(12, 0.42 * s.k)),
		named('court', COURT.middle, (COURT.beam + COURT.eaves) / 2, Math.max(12, 0.4 * s.k)),
		...years(c, s, m, set, opacity),
		...said(c, s, set, { key: 'filed', x: HALL.x, date: c.say('filed.date') }, m.filed * opacity),
		...said(c, s, set, { key: 'ruled', x: COURT.x - 0.2, date: c.say('moirans.date') }, m.ruled * opacity)
	];
}

/** The years on which they walk, as far as they have come, and how many days that is. */
function years(c: SceneContext, s: Section, m: Case, { machine, title }: Setting, opacity: number): Mark[] {
	const y = yearsLine(s);
	const from = px(s, FROM);
	const to = px(s, TO);
	const now = px(s, mix(FROM, TO, m.walk));
	const shown = opacity * m.filed;
	const all = c.say('case.days', { n: c.number(DAYS) });
	return [
		across('case.line', y, from, to, { stroke: 'ink', width: 1, dash: '2 5', opacity: 0.6 * shown }),
		across('case.walked', y, from, Math.max(from, now), { stroke: 'ink', width: 2.4, opacity: shown }),
		...range(2022, 2026).flatMap((year): Mark[] => {
			const x = px(s, metresOf(`${year}-01-01`));
			const look = { anchor: 'middle', opacity: shown } as const;
			return [
				down(`case.tick.${year}`, x, y - 5, y + 5, { stroke: 'ink', width: 1.4, opacity: shown }),
				letter(`case.year.${year}`, 'mono', x, y + 8 + machine, machine, String(year), look)
			];
		}),
		disc('case.from', from, y, 5, { fill: 'paper', stroke: 'ink', width: 1.6, opacity: shown }),
		disc('case.to', to, y, 5, {
			fill: m.walk >= 1 ? 'ink' : 'paper',
			stroke: 'ink',
			width: 1.6,
			opacity: shown
		}),
		letter('case.days', 'grot', (from + to) / 2, y + 10 + 1.2 * machine + title, title, all, {
			anchor: 'middle',
			opacity: opacity * m.ruled,
			fact: 'f13'
		})
	];
}

/** A date and what happened, over the house where it did. */
function said(
	c: SceneContext,
	s: Section,
	{ title, machine }: Setting,
	{ key, x, date }: { key: string; x: number; date: string },
	opacity: number
): Mark[] {
	if (opacity <= 0) return [];
	const left = px(s, x);
	const lines = wrap(c.say(`${key}.title`), title, 'grot', 7.3 * s.k);
	const foot = py(s, HALL.ridge) - 0.42 * s.k;
	const first = foot - (lines.length - 1) * title * 1.14;
	const roof = key === 'filed' ? HALL.ridge : COURT.ridge;
	const at = px(s, key === 'filed' ? HALL.x + HALL.w / 2 : COURT.middle);
	return [
		letter(`${key}.date`, 'mono', left, first - title * 1.08, machine, date, { opacity, fact: 'f13' }),
		...rows(`${key}.title.`, 'grot', left, first, title, lines, title * 1.14, { opacity, fact: 'f13' }),
		path(`${key}.lead`, `M${at.toFixed(1)} ${(foot + 5).toFixed(1)}V${(py(s, roof) - 3).toFixed(1)}`, {
			stroke: 'ink',
			width: 1.2,
			opacity
		})
	];
}
