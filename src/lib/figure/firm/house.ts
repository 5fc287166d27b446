import { GROUND } from '../../drawing/palette';
import type { Ink } from '../../picture/frame';
import { mix } from '../motion';
import * as tone from './colours';
import { chair, DESKS, desk, tables } from './furniture';
import { engineers, hall, sales, top } from './rooms';
import { FLOOR, floorOf, LEVELS, PARTITION, ROOF, sketch, STAIRS, WIDTH, type Hand, type Section } from './section';

/** Walls, floors, windows and what stands in the rooms; `life` seconds keep kettle, lights and clock going. */
export const houseInk = (s: Section, life: number): Ink[] =>
	sketch(s, (h) => {
		h.box(-0.35, 0, WIDTH + 0.7, ROOF + 0.35, tone.CONCRETE);
		h.box(-0.6, ROOF + 0.35, WIDTH + 1.2, 0.35, tone.SLATE);
		roof(h.at(0, ROOF + 0.7));
		LEVELS.forEach((_, level) => storey(h.at(0, LEVELS[level]), level));
		stairs(h);
		hall(h.at(0, floorOf(0)), life);
		sales(h.at(0, floorOf(1)), life);
		engineers(h.at(0, floorOf(2)));
		top(h.at(0, floorOf(3)), life);
		for (const d of DESKS) chair(h.at(d.x, floorOf(d.level)), d.way);
	});

/** What stands in front of the seated people: desks and tables. */
export const tablesInk = (s: Section, screens: string): Ink[] =>
	sketch(s, (h) => {
		for (const d of DESKS) desk(h.at(d.x, floorOf(d.level)), d, screens);
		tables(h.at(0, floorOf(3)));
	});

/** Where a floor has no window: at a partition, behind a cupboard, a rack. */
const BLIND: ((x: number) => boolean)[] = [
	(x) => x > 15,
	(x) => x > 13,
	() => false,
	(x) => x < PARTITION && x + 1.7 > PARTITION - 0.3
];

function storey(h: Hand, level: number): void {
	h.box(0, 0.12, WIDTH, FLOOR - 0.34, tone.ROOM[level]);
	for (let x = level === 0 ? 8 : 4.1; x + 1.7 < WIDTH - 0.4; x += 2.55) if (!BLIND[level](x)) pane(h.at(x, 1.55));
	h.line(`M${STAIRS} 0.3L${WIDTH} 0.3`, tone.SKIRTING, 0.7);
}

/** A window onto hills. */
function pane(h: Hand): void {
	h.box(0, 0, 1.7, 1.15, tone.MIST);
	h.line('M0.85 0L0.85 1.15', 'ink', 0.7);
	h.fill('M0 0.18L0.3 0.42L0.75 0.3L1.2 0.55L1.7 0.35L1.7 0L0 0Z', tone.HILLS, 'none');
	h.edge(0, 0, 1.7, 1.15);
	h.box(-0.08, -0.1, 1.86, 0.1, tone.STONE);
}

function roof(h: Hand): void {
	h.box(14.6, 0, 2.4, 1, tone.TIN);
	for (let i = 0; i < 5; i++) h.line(`M${14.9 + i * 0.45} 0.2L${14.9 + i * 0.45} 0.8`, 'ink', 0.7);
	h.line('M5.4 0L5.4 2.1M4.7 1.9L6.1 1.9M4.9 1.6L5.9 1.6');
	h.box(8.2, 0, 0.9, 1.3, tone.BRICK);
	h.box(8.05, 1.3, 1.2, 0.2, tone.SOOT);
}

function stairs(h: Hand): void {
	h.box(0, 0.12, STAIRS, ROOF - 0.24, tone.STAIRWELL);
	for (let level = 0; level < 3; level++) {
		const own = h.at(0, floorOf(level));
		flight(own, 0.5, 2.7);
		flight(own.at(0, FLOOR / 2), 2.7, 0.5);
		own.box(2.5, FLOOR / 2 - 0.2, 0.7, 0.2, tone.STEP);
	}
	h.line(`M${STAIRS} 0.12L${STAIRS} ${ROOF - 0.2}`, 'ink', 0.9);
	// Doorways from the landings.
	LEVELS.forEach((_, level) => h.box(STAIRS - 0.06, floorOf(level), 0.14, 2.15, GROUND));
}

/** Half a storey of steps, from one side of the staircase to the other. */
function flight(h: Hand, from: number, to: number): void {
	const steps = 8;
	const rise = FLOOR / 2 / steps;
	let d = `M${from} 0`;
	for (let i = 1; i <= steps; i++)
		d += `L${mix(from, to, (i - 1) / steps)} ${rise * i}L${mix(from, to, i / steps)} ${rise * i}`;
	h.fill(`${d}L${to} ${FLOOR / 2 - 0.22}L${from} ${rise - 0.22}Z`, tone.STEP);
}
