import { range, scaleLinear } from 'd3';
import { BLUE, GLASS, OCHRE, YELLOW, ZINC } from '../../figure/colours';
import { laid, px, py, sketch, type Hand, type Section } from '../../figure/firm/section';
import { painted, slab } from '../../figure/inks';
import { letter, rows, wrap } from '../../figure/text';
import { across, disc, down, path } from '../../figure/marks';
import { ease, mix, stagger } from '../../figure/motion';
import { BEZEL, GLASS as DARK_GLASS, LAMP, PANEL } from '../../figure/night';
import { standing } from '../../figure/nour';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Look, Person } from '../../street/types';
import type { Layer } from '../layers';
import { FILED, RULED } from './data';
import { axisOf, CABLE, machineSize, WOOD, type Away } from './timeline';

/** Moirans against its software, in metres from the left wall of the town hall: x to the right, y up from the ground. */
const WIDTH = 16.6;
const HALL = { x: 0.2, w: 6.2, eaves: 5.7, ridge: 7.5 };
const ROOM = { x: 0.75, y: 0.45, w: 5.1, h: 3.15 };
const COURT = { x: 9.2, w: 7, floor: 0.8, beam: 4.7, eaves: 5.5, ridge: 7.2, middle: 12.7 };
/** From the ground down to the line of the years, on which the two walk their case. */
const YEARS = 0.62;

/** Where the two stand at the day they go to court, and at the day they win. */
const FROM = HALL.x + HALL.w / 2;
const TO = COURT.middle;

/** Sizes of the words round the drawing, and the height of what is `said` over a house. */
function settingOf(view: View) {
	const { free, shape } = view;
	const title = shape === 'phone' ? 14 : Math.max(17, Math.min(26, free.w / 33));
	const machine = machineSize(view);
	return { title, machine, said: machine * 1.5 + 3 * title * 1.14 };
}

/** Where the drawing stands on the stage once it is open. */
function groundOf(view: View): Section {
	const { free } = view;
	const { said, machine, title } = settingOf(view);
	const foot = machine * 1.4 + title * 1.4 + 8;
	const k = Math.min(free.w / WIDTH, (free.h - said - foot) / (HALL.ridge + 0.7 + YEARS));
	const tall = said + foot + k * (HALL.ridge + 0.7 + YEARS);
	const top = free.y + (free.h - tall) * 0.45;
	return { x: free.x + (free.w - WIDTH * k) / 2, y: top + said + k * (HALL.ridge + 0.7), k };
}

/** The day of the judgment on the timeline: the drawing opens out of it, and goes back into it. */
function dayOf(view: View): { x: number; y: number } {
	const { x, band, at } = axisOf(view);
	return { x: x + band, y: at(RULED) };
}

/** Where the drawing stands as it opens (0 to 1) out of its day. */
function sectionAt(view: View, opened: number): Section {
	const day = dayOf(view);
	const there = groundOf(view);
	const k = Math.max(0.01, there.k * opened);
	return { x: mix(day.x, there.x, opened), y: mix(day.y, there.y, opened), k };
}

/** How the years move aside meanwhile: they come nearer round that day. */
export function asideAt(view: View, opened: number): Away {
	const { x, y } = dayOf(view);
	const scale = mix(1, 4, opened);
	return { x: x * (1 - scale), y: y * (1 - scale), scale };
}

/** Metres of a day along the line of the years. */
const metresOf = (iso: string): number =>
	scaleLinear([Date.parse(FILED), Date.parse(RULED)], [FROM, TO])(Date.parse(iso));

/** Pixels of that line. */
const yearsLine = (s: Section): number => s.y + YEARS * s.k;

/** Whole days between the two. */
export const DAYS = Math.round((Date.parse(RULED) - Date.parse(FILED)) / 86_400_000);

/** What the two cards speak of: the room of screens, and the door of the court with what is over it. */
export function caseRects(view: View): Rect[] {
	const s = groundOf(view);
	const rect = (x: number, y: number, w: number, h: number): Rect => ({
		x: s.x + x * s.k,
		y: s.y - (y + h) * s.k,
		w: w * s.k,
		h: h * s.k
	});
	return [rect(ROOM.x, ROOM.y, ROOM.w, ROOM.h), rect(COURT.x, 0, COURT.w, COURT.ridge)];
}

/**
 * Each 0 to 1: the drawing has come out of its day on the timeline; the case is filed; along the years, from the town
 * hall to the court; up the steps, through the door, and out again; the judgment, and the screens gone dark.
 */
type Case = Record<'opened' | 'filed' | 'walk' | 'climbed' | 'inside' | 'door' | 'ruled' | 'dark', number>;

/** Who goes to court: a resident, and somebody for the association. Drawn by us, like the houses. */
const LOOKS: (Look & { height: number })[] = [
	{ coat: '#3F6B63', legs: '#3B4048', skin: '#D8A27F', hair: '#6B645B', cut: 'short', scarf: '#C99A3F', height: 1.76 },
	{ coat: '#44587A', legs: '#2F3A4A', skin: '#8D5A3C', hair: '#17110e', cut: 'bun', bag: '#B98D63', height: 1.66 }
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
	return LOOKS.flatMap(({ height, ...look }, i): Ink[] => {
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
	const named = (key: string, x: number, y: number, size: number): Mark =>
		letter(key, 'grot', px(s, x), py(s, y) + size * 0.36, size, c.say(key), { anchor: 'middle', opacity });
	return [
		named('hall', HALL.x + HALL.w / 2, 4.08, Math.max(12, 0.42 * s.k)),
		named('court', COURT.middle, (COURT.beam + COURT.eaves) / 2, Math.max(12, 0.4 * s.k)),
		...years(c, s, m, opacity),
		...said(c, s, 'filed', c.say('filed.date'), HALL.x, HALL.x + HALL.w / 2, HALL.ridge, m.filed * opacity),
		...said(c, s, 'ruled', c.say('moirans.date'), COURT.x - 0.2, COURT.middle, COURT.ridge, m.ruled * opacity)
	];
}

/** The years on which they walk, as far as they have come, and how many days that is. */
function years(c: SceneContext, s: Section, m: Case, opacity: number): Mark[] {
	const { machine, title } = settingOf(c.view);
	const y = yearsLine(s);
	const from = px(s, FROM);
	const to = px(s, TO);
	const now = px(s, mix(FROM, TO, m.walk));
	const shown = opacity * m.filed;
	const all = c.say('case.days', { n: c.number(DAYS) });
	const days = { anchor: 'middle', opacity: opacity * m.ruled, fact: 'f13' } as const;
	const end = (key: string, x: number, fill: string) =>
		disc(key, x, y, 5, { fill, stroke: 'ink', width: 1.6, opacity: shown });
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
		end('case.from', from, 'paper'),
		end('case.to', to, m.walk >= 1 ? 'ink' : 'paper'),
		letter('case.days', 'grot', (from + to) / 2, y + 10 + 1.2 * machine + title, title, all, days)
	];
}

/** A date and what happened, over the house where it did: from `x`, led down to the roof's ridge at (`middle`, `ridge`). */
function said(
	c: SceneContext,
	s: Section,
	key: string,
	date: string,
	x: number,
	middle: number,
	ridge: number,
	opacity: number
): Mark[] {
	if (opacity <= 0) return [];
	const { title, machine } = settingOf(c.view);
	const left = px(s, x);
	const lines = wrap(c.say(`${key}.title`), title, 'grot', 7.3 * s.k);
	const foot = py(s, HALL.ridge) - 0.42 * s.k;
	const first = foot - (lines.length - 1) * title * 1.14;
	const lead = `M${px(s, middle).toFixed(1)} ${(foot + 5).toFixed(1)}V${(py(s, ridge) - 3).toFixed(1)}`;
	const look = { opacity, fact: 'f13' };
	return [
		letter(`${key}.date`, 'mono', left, first - title * 1.08, machine, date, look),
		...rows(`${key}.title.`, 'grot', left, first, title, lines, title * 1.14, look),
		path(`${key}.lead`, lead, { stroke: 'ink', width: 1.2, opacity })
	];
}

const WALL = '#F1E0BF';
const SHADE = '#D9CDB6';
const STONE = '#EFE2C6';
const SLATE = '#7F8B90';
const MIST = '#CFE0E2';
const LEAF = '#7F9B72';
const SEEN = '#6B7580';

/** Screens of the town's room. */
const COLUMNS = 4;
const ROWS = 3;
const SCREEN = { w: 1.06, h: 0.66, dx: 1.2, dy: 0.8, x: 0.22, y: 0.75 };

/** The ground, a tree, the town hall cut open, the court; its door `opened` 0 to 1. */
const houses = (s: Section, opened: number): Ink[] =>
	sketch(s, (h) => {
		h.box(-0.6, -0.34, WIDTH + 1.2, 0.34, SHADE, 0, 'none');
		h.line(`M-0.6 0L${WIDTH + 0.6} 0`, 'ink', 1.2);
		tree(h.at(7.85, 0));
		hall(h.at(HALL.x, 0));
		court(h, opened);
	});

function tree(h: Hand): void {
	h.box(-0.09, 0, 0.18, 1.9, WOOD);
	h.dot(0, 2.75, 1.05, LEAF);
	h.line('M-0.5 2.4Q-0.2 2.1 0.2 2.3M0 3.1Q0.4 2.8 0.6 3', '#5F7A55', 0.8);
}

function hall(h: Hand): void {
	const { w, eaves, ridge } = HALL;
	h.box(0, 0, w, eaves, WALL);
	h.box(-0.12, 0, w + 0.24, 0.3, SHADE);
	h.fill(`M-0.3 ${eaves}L1.1 ${ridge}L${w - 1.1} ${ridge}L${w + 0.3} ${eaves}Z`, SLATE);
	h.box(-0.3, eaves - 0.16, w + 0.6, 0.26, STONE);
	// A clock in the roof, and the flag.
	const gable = h.at(w / 2, eaves);
	gable.fill(
		`M-0.7 0.1L-0.7 ${ridge - eaves - 0.7}L0 ${ridge - eaves - 0.1}L0.7 ${ridge - eaves - 0.7}L0.7 0.1Z`,
		STONE
	);
	gable.dot(0, 0.68, 0.38, '#FBF7EE');
	gable.line('M0 0.95L0 0.68L0.2 0.58', 'ink', 0.9);
	for (const x of [0.55, 2.1, 3.4, 4.95]) {
		h.box(x, 4.55, 0.72, 0.78, MIST);
		h.line(`M${x + 0.36} 4.55L${x + 0.36} 5.33`, 'ink', 0.7);
	}
	room(h.at(ROOM.x - HALL.x, ROOM.y));
	// Its own camera, over the street.
	h.line(`M${w} 4.5L${w + 0.5} 4.5L${w + 0.5} 4.34`, 'ink', 1.6);
	h.box(w + 0.26, 4.12, 0.48, 0.24, STONE);
	h.fill(`M${w + 0.28} 4.12Q${w + 0.5} 3.66 ${w + 0.72} 4.12Z`, '#2E2B2A');
}

/** The room with the screens, its front wall away. */
function room(h: Hand): void {
	h.box(0, 0, ROOM.w, ROOM.h, PANEL);
	h.box(0.2, 0, ROOM.w - 0.4, 0.34, CABLE);
	for (const [x, y] of screens()) h.box(x, y, SCREEN.w, SCREEN.h, GLASS, 0, BEZEL);
	for (const [i, [x, y]] of screens().entries()) passers(h.at(x, y), i);
}

const screens = (): [number, number][] =>
	range(COLUMNS * ROWS).map((i) => [
		SCREEN.x + (i % COLUMNS) * SCREEN.dx,
		SCREEN.y + (ROWS - 1 - Math.floor(i / COLUMNS)) * SCREEN.dy
	]);

/** The corners of a box as the software draws them. */
const CORNERS =
	'M-0.13 0.42L-0.13 0.52L-0.05 0.52M0.05 0.52L0.13 0.52L0.13 0.42M0.13 0.16L0.13 0.06L0.05 0.06M-0.05 0.06L-0.13 0.06L-0.13 0.16';

/** Who passes on a screen, each in the corners the software draws. */
function passers(h: Hand, i: number): void {
	h.line(`M0.04 0.12L${SCREEN.w - 0.04} 0.12`, SEEN, 0.5);
	for (const n of range(1 + (i % 3))) {
		const one = h.at(0.2 + ((i * 0.37 + n * 0.31) % 0.72), 0);
		one.fill('M-0.07 0.1L-0.07 0.3Q0 0.4 0.07 0.3L0.07 0.1Z', [BLUE, OCHRE, SEEN][(i + n) % 3], 'none');
		one.dot(0, 0.41, 0.055, SEEN, 'none');
		one.line(CORNERS, '#FFFFFF', 0.7);
	}
}

/** The screens as they go dark, one after the other. */
const darkness = (s: Section, dark: number): Ink[] =>
	dark <= 0
		? []
		: screens().flatMap(([x, y], i) => {
				const opacity = stagger(dark, i, COLUMNS * ROWS, 0.7);
				const d = laid(s, slab(ROOM.x + x, ROOM.y + y, SCREEN.w, SCREEN.h));
				return opacity > 0 ? [painted(d, { fill: DARK_GLASS, stroke: BEZEL, width: 1, opacity })] : [];
			});

function court(h: Hand, opened: number): void {
	const { x, w, floor, beam, eaves, ridge, middle } = COURT;
	for (const i of range(4)) h.box(x - 0.7 + i * 0.22, i * 0.2, w + 1.4 - i * 0.44, 0.2, STONE);
	h.box(x + 0.35, floor, w - 0.7, beam - floor, SHADE);
	door(h.at(middle, floor), opened);
	for (const side of [-1, 1]) {
		h.box(middle + side * 2.3 - 0.34, 2, 0.68, 1.5, MIST);
		h.line(`M${middle + side * 2.3} 2L${middle + side * 2.3} 3.5`, 'ink', 0.7);
	}
	for (const at of [x + 0.3, x + 1.95, x + w - 2.45, x + w - 0.8]) column(h.at(at, floor), beam - floor);
	h.box(x - 0.15, beam, w + 0.3, eaves - beam, STONE);
	h.fill(`M${x - 0.45} ${eaves}L${middle} ${ridge}L${x + w + 0.45} ${eaves}Z`, STONE);
	h.fill(`M${x + 0.75} ${eaves + 0.18}L${middle} ${ridge - 0.28}L${x + w - 0.75} ${eaves + 0.18}Z`, WALL);
	scales(h.at(middle, eaves + 0.26));
}

function column(h: Hand, tall: number): void {
	h.fill(`M0.04 0.16L0.08 ${tall - 0.2}L0.42 ${tall - 0.2}L0.46 0.16Z`, WALL);
	h.fill(`M0.3 0.16L0.3 ${tall - 0.2}L0.42 ${tall - 0.2}L0.46 0.16Z`, SHADE, 'none');
	h.edge(0.06, 0.16, 0.38, tall - 0.36, 'ink', 0.01);
	h.box(-0.06, 0, 0.62, 0.16, STONE);
	h.box(-0.08, tall - 0.2, 0.66, 0.2, STONE);
}

/** Two leaves that swing inwards on a lit hall. */
function door(h: Hand, opened: number): void {
	const half = 0.95;
	const tall = 2.95;
	h.box(-half - 0.16, 0, 2 * half + 0.32, tall + 0.2, STONE);
	h.box(-half, 0, 2 * half, tall, opened > 0 ? LAMP : WOOD);
	const leaf = 1 - 0.72 * opened;
	const drop = 0.16 * opened;
	for (const side of [-half, half]) {
		const [inner, groove] = [side * (1 - leaf), side - Math.sign(side) * 0.18 * leaf];
		h.fill(`M${side} 0L${inner} ${drop}L${inner} ${tall - drop}L${side} ${tall}Z`, WOOD);
		h.line(`M${groove} ${0.3 + drop}L${groove} ${tall - 0.3 - drop}`, 'ink', 0.6);
	}
}

function scales(h: Hand): void {
	h.line('M0 0L0 0.92M-0.28 0L0.28 0M-0.62 0.78L0.62 0.78', 'ink', 1);
	for (const side of [-0.62, 0.62]) {
		h.line(`M${side} 0.78L${side - 0.22} 0.36M${side} 0.78L${side + 0.22} 0.36`, 'ink', 0.7);
		h.fill(`M${side - 0.27} 0.36Q${side} 0.08 ${side + 0.27} 0.36Z`, YELLOW);
	}
	h.dot(0, 0.94, 0.07, ZINC);
}

/** Feet of somebody on the way to the door: so far along the years, so far up the steps. */
const feetAt = (s: Section, x: number, up: number): [number, number] => [
	s.x + x * s.k,
	s.y - (up * COURT.floor - 0.06 * (1 - up)) * s.k
];
