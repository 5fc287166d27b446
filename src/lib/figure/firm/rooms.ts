import { PAPER } from '../../drawing/palette';
import { CARD } from '../colours';
import { seeded } from '../motion';
import { oval } from '../inks';
import * as tone from './colours';
import { chair, clock, plant, steam } from './furniture';
import { FLOOR, PARTITION, type Hand } from './section';

/** Height of a room under the ceiling. */
const CEILING = FLOOR - 0.46;

/** Each room is drawn from its own floor. */
export function hall(h: Hand, life: number): void {
	// Street door on the left wall, open onto the pavement.
	h.box(-0.42, 0, 0.5, 2.3, tone.MIST);
	bicycle(h);
	// Letter boxes, a sofa for visitors, a plant.
	for (let i = 0; i < 6; i++) h.box(6.5 + (i % 3) * 0.42, 1.2 + Math.floor(i / 3) * 0.34, 0.4, 0.32, tone.TIN);
	h.box(8.6, 0.12, 2.3, 0.36, tone.SOFA, 0.08);
	h.box(8.5, 0.12, 0.24, 0.62, tone.SOFA, 0.08);
	h.box(10.76, 0.12, 0.24, 0.62, tone.SOFA, 0.08);
	h.box(8.7, 0.44, 2.1, 0.44, tone.CUSHION, 0.1);
	plant(h.at(11.7, 0), 1.15);
	machines(h, life);
}

/** A bicycle against the wall. */
function bicycle(h: Hand): void {
	for (const x of [4.5, 5.65]) {
		h.line(oval(x, 0.36, 0.36), 'ink', 1.2);
		h.at(x, 0).line('M-0.25 0.1L0.25 0.62M0.25 0.1L-0.25 0.62', 'ink', 0.5);
	}
	h.line(
		'M4.5 0.36L4.85 0.86L5.4 0.86L5.05 0.36ZM4.5 0.36L5.05 0.36M4.78 0.98L5.05 0.36M5.65 0.36L5.36 1.06L5.62 1.1M4.66 0.99L4.92 0.99',
		tone.BOTTLE,
		2.2
	);
}

/** The machine room: racks with their lights. */
function machines(h: Hand, life: number): void {
	h.box(15, 0, 4.8, CEILING, tone.PARTITIONED);
	h.line(`M15 0L15 ${FLOOR - 0.5}`);
	const random = seeded(3);
	for (let r = 0; r < 4; r++) {
		const rack = h.at(15.4 + r * 1.08, 0);
		rack.box(0, 0, 0.95, 2.3, tone.STEEL, 0.03);
		for (let u = 0; u < 8; u++) {
			rack.box(0.08, 0.14 + u * 0.27, 0.79, 0.2, tone.SLOT, 0.02, tone.BLACK);
			const on = random() < 0.75 && (Math.floor(life * (1 + random() * 3)) + u) % 4 !== 0;
			rack.dot(0.74, 0.24 + u * 0.27, 0.035, on ? tone.LED.on : tone.LED.off, 'none');
		}
	}
	h.line(`M17.2 2.3L17.2 2.6L17.6 2.6L17.6 ${FLOOR - 0.02}`, tone.STEEL, 1.6);
}

export function sales(h: Hand, life: number): void {
	// A map of prospects with its pins.
	h.box(4.3, 1.62, 1.7, 1.15, PAPER);
	h.fill('M4.6 2.2L4.95 2.55L5.3 2.6L5.65 2.35L5.55 2.0L5.62 1.8L5.1 1.75L4.8 1.85Z', tone.SAND, 'ink', 0.6);
	for (const [x, y] of [
		[4.95, 2.4],
		[5.2, 2.12],
		[5.45, 2.3],
		[5.08, 1.92],
		[4.82, 2.15]
	])
		h.dot(x, y, 0.05, tone.OCHRE);
	// The coffee corner.
	h.box(17.6, 0, 2.2, 0.92, tone.CUPBOARD);
	h.line('M18.7 0L18.7 0.9', 'ink', 0.7);
	h.box(17.5, 0.92, 2.4, 0.08, tone.STONE);
	h.box(18.5, 1, 0.72, 0.86, tone.STEEL, 0.05);
	h.box(18.6, 1.5, 0.52, 0.24, tone.SLATE, 0.03);
	h.box(18.64, 1, 0.44, 0.07, tone.BLACK);
	h.box(18.78, 1.07, 0.16, 0.2, PAPER);
	steam(h.at(18.86, 1.32), life, 0.16);
	[PAPER, tone.OCHRE, tone.CELADON].forEach((cup, i) => h.box(19.36 + i * 0.15, 1, 0.12, 0.16, cup));
	h.box(18.6, 2.2, 1.2, 0.07, tone.CUPBOARD);
	[PAPER, tone.SCREEN, PAPER].forEach((cup, i) => h.box(18.72 + i * 0.36, 2.27, 0.2, 0.24, cup));
	plant(h.at(3.75, 0), 0.95);
	clock(h.at(13.5, 2.2), life);
}

export function engineers(h: Hand): void {
	plant(h.at(3.75, 0), 1.3);
	// The whiteboard, with what they like: a problem.
	h.box(18, 1, 1.75, 1.35, CARD);
	h.line('M18.2 1.3L18.5 1.9L18.8 1.45L19.1 2.1L19.5 1.7', tone.BLUE, 1.2);
	h.line('M18.2 1.25L19.55 1.25M18.2 1.25L18.2 2.2', 'ink', 0.7);
	h.edge(18.9, 1.85, 0.22, 0.4, tone.BOTTLE);
}

export function top(h: Hand, life: number): void {
	h.box(PARTITION, 0, 0.14, CEILING, tone.CONCRETE);
	// Meeting room: a table, a slide on the wall.
	h.box(4.2, 1.5, 1.9, 1.2, CARD);
	h.line('M4.4 2.4L5.5 2.4M4.4 2.15L5.9 2.15M4.4 1.95L5.7 1.95', tone.BLUE, 1.2);
	[0.26, 0.4, 0.55].forEach((high, i) => h.box(5 + i * 0.3, 1.6, 0.2, high, tone.OCHRE));
	chair(h.at(8.3, 0), -1);
	chair(h.at(9.9, 0), -1);
	// Kitchen: lamp, fridge, worktop with the kettle.
	h.box(18.7, 0, 1.1, 2.15, tone.ENAMEL, 0.05);
	h.line('M18.7 1.4L19.8 1.4M18.86 1.55L18.86 1.85M18.86 0.9L18.86 1.25', 'ink', 0.9);
	h.box(17, 0, 1.7, 0.92, tone.WORKTOP);
	h.box(16.9, 0.92, 1.8, 0.08, tone.STONE);
	h.fill('M17.3 1L17.36 1.34L17.66 1.34L17.72 1Z', tone.SLATE);
	h.line('M17.38 1.36C17.4 1.56 17.62 1.56 17.64 1.36M17.72 1.2L17.84 1.3', 'ink', 1.2);
	steam(h.at(17.86, 1.36), life, 0.2);
	h.line(`M14.1 ${CEILING}L14.1 2.3`, 'ink', 0.8);
	h.fill('M13.7 2.05L13.95 2.32L14.25 2.32L14.5 2.05Z', tone.OCHRE);
}
