import { range } from 'd3';
import { painted } from '../../figure/inks';
import { BEZEL, GLASS as DARK_GLASS, LAMP, PANEL } from '../../figure/night';
import { stagger } from '../../figure/motion';
import { BLUE, GLASS, OCHRE, ZINC, YELLOW } from '../../figure/colours';
import { slab } from '../../figure/place';
import { laid, sketch, type Hand, type Section } from '../../figure/firm/section';
import type { Ink } from '../../picture/frame';
import { COURT, HALL, ROOM, WIDTH } from './case';
import { CABLE, WOOD } from './layout';

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
export const houses = (s: Section, opened: number): Ink[] =>
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
	h.fill(
		`M${w / 2 - 0.7} ${eaves + 0.1}L${w / 2 - 0.7} ${ridge - 0.7}L${w / 2} ${ridge - 0.1}L${w / 2 + 0.7} ${ridge - 0.7}L${w / 2 + 0.7} ${eaves + 0.1}Z`,
		STONE
	);
	h.dot(w / 2, eaves + 0.68, 0.38, '#FBF7EE');
	h.line(`M${w / 2} ${eaves + 0.95}L${w / 2} ${eaves + 0.68}L${w / 2 + 0.2} ${eaves + 0.58}`, 'ink', 0.9);
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

/** Who passes on a screen, each in the corners the software draws. */
function passers(h: Hand, i: number): void {
	h.line(`M0.04 0.12L${SCREEN.w - 0.04} 0.12`, SEEN, 0.5);
	for (const n of range(1 + (i % 3))) {
		const x = 0.2 + ((i * 0.37 + n * 0.31) % 0.72);
		h.fill(
			`M${x - 0.07} 0.1L${x - 0.07} 0.3Q${x} 0.4 ${x + 0.07} 0.3L${x + 0.07} 0.1Z`,
			[BLUE, OCHRE, SEEN][(i + n) % 3],
			'none'
		);
		h.dot(x, 0.41, 0.055, SEEN, 'none');
		h.line(
			`M${x - 0.13} 0.42L${x - 0.13} 0.52L${x - 0.05} 0.52M${x + 0.05} 0.52L${x + 0.13} 0.52L${x + 0.13} 0.42M${x + 0.13} 0.16L${x + 0.13} 0.06L${x + 0.05} 0.06M${x - 0.05} 0.06L${x - 0.13} 0.06L${x - 0.13} 0.16`,
			'#FFFFFF',
			0.7
		);
	}
}

/** The screens as they go dark, one after the other. */
export const darkness = (s: Section, dark: number): Ink[] =>
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
	const leaf = half * (1 - 0.72 * opened);
	for (const side of [-1, 1]) {
		const inner = side * (half - leaf);
		const drop = 0.16 * opened;
		h.fill(`M${side * half} 0L${inner} ${drop}L${inner} ${tall - drop}L${side * half} ${tall}Z`, WOOD);
		h.line(
			`M${side * half - side * 0.18 * (leaf / half)} ${0.3 + drop}L${side * half - side * 0.18 * (leaf / half)} ${tall - 0.3 - drop}`,
			'ink',
			0.6
		);
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
export const feetAt = (s: Section, x: number, up: number): [number, number] => [
	s.x + x * s.k,
	s.y - (up * COURT.floor - 0.06 * (1 - up)) * s.k
];
