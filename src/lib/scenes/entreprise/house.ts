import { mix, seeded } from '../../figure/motion';
import { oval, place, slab } from '../../figure/place';
import type { Ink } from '../../picture/frame';

/** The house in section, metres: x to the right from its left wall, y up from the pavement. */
export const WIDTH = 20;
export const FLOOR = 3.3;
/** Floors from the ground: hall, sales, engineers, directors and kitchen. */
export const LEVELS = [0, FLOOR, 2 * FLOOR, 3 * FLOOR] as const;
export const ROOF = 4 * FLOOR;
/** Right end of the staircase. */
export const STAIRS = 3.2;
/** Wall between the meeting room and the kitchen. */
export const PARTITION = 11.2;

/** How metres are laid on the stage. */
export interface Section {
	/** Pixels of the origin. */
	x: number;
	y: number;
	/** Pixels a metre. */
	k: number;
}

export const px = (s: Section, x: number): number => s.x + x * s.k;
export const py = (s: Section, y: number): number => s.y - y * s.k;

/** A hand that draws in metres. */
export interface Hand {
	fill(d: string, fill: string, stroke?: string, weight?: number): void;
	line(d: string, stroke?: string, weight?: number): void;
	box(x: number, y: number, w: number, h: number, fill: string, r?: number, stroke?: string): void;
	dot(x: number, y: number, r: number, fill: string, stroke?: string): void;
}

export function hand(out: Ink[], s: Section): Hand {
	const width = Math.max(0.7, Math.min(1.7, s.k / 30));
	const own: Hand = {
		fill: (d, fill, stroke = 'ink', weight = 1) =>
			out.push({ type: 'shape', d: place(d, s.x, s.y, s.k, -s.k), fill, stroke, width: width * weight }),
		line: (d, stroke = 'ink', weight = 1) =>
			out.push({
				type: 'shape',
				d: place(d, s.x, s.y, s.k, -s.k),
				fill: 'none',
				stroke,
				width: width * weight,
				round: true
			}),
		box: (x, y, w, h, fill, r = 0, stroke = 'ink') => own.fill(slab(x, y, w, h, r), fill, stroke),
		dot: (x, y, r, fill, stroke = 'ink') => own.fill(oval(x, y, r), fill, stroke)
	};
	return own;
}

const ROOM = ['#EAD9BF', '#F1E0BF', '#E9E4D2', '#EEDCC8'];

export interface DeskPlace {
	x: number;
	level: number;
	/** 1 faces right. */
	way: 1 | -1;
	two?: boolean;
}

/** Every desk of the house. */
export const DESKS: DeskPlace[] = [
	{ x: 5.2, level: 1, way: 1 },
	{ x: 8.2, level: 1, way: 1 },
	{ x: 11.2, level: 1, way: 1 },
	{ x: 14.2, level: 1, way: 1 },
	...[4.6, 7.0, 9.4, 11.8, 14.2, 16.6].map((x): DeskPlace => ({ x, level: 2, way: 1, two: true }))
];

/** Middle of a desk's screen, metres. */
export const screenOf = (d: DeskPlace): [number, number] => [d.x + 1.06 * d.way, LEVELS[d.level] + 1.2];

/** Walls, floors, windows and what stands in the rooms; `life` seconds keep kettle, lights and clock going. */
export function paintHouse(out: Ink[], s: Section, life: number): void {
	const h = hand(out, s);
	// The shell.
	h.box(-0.35, 0, WIDTH + 0.7, ROOF + 0.35, '#9AA4A8');
	h.box(-0.6, ROOF + 0.35, WIDTH + 1.2, 0.35, '#7F8B90');
	roof(h);
	for (let level = 0; level < 4; level++) {
		const y = LEVELS[level];
		h.box(0, y + 0.12, WIDTH, FLOOR - 0.34, ROOM[level], 0);
		const from = level === 0 ? 8 : 4.1;
		for (let x = from; x + 1.7 < WIDTH - 0.4; x += 2.55) {
			if (level === 3 && x < PARTITION && x + 1.7 > PARTITION - 0.3) continue;
			if (level === 1 && x > 13) continue;
			if (level === 0 && x > 15) continue;
			window_(h, x, y + 1.55);
		}
		// Skirting board.
		h.line(`M${STAIRS} ${y + 0.3}L${WIDTH} ${y + 0.3}`, '#B9A98D', 0.7);
	}
	stairs(h);
	hall(h, life);
	sales(h, life);
	engineers(h);
	top(h, life);
	for (const d of DESKS) chair(h, d.x, LEVELS[d.level] + 0.12, d.way);
}

function window_(h: Hand, x: number, y: number): void {
	h.box(x, y, 1.7, 1.15, '#CFE0E2');
	h.line(`M${x + 0.85} ${y}L${x + 0.85} ${y + 1.15}`, 'ink', 0.7);
	h.fill(
		`M${x} ${y + 0.18}L${x + 0.3} ${y + 0.42}L${x + 0.75} ${y + 0.3}L${x + 1.2} ${y + 0.55}L${x + 1.7} ${y + 0.35}L${x + 1.7} ${y}L${x} ${y}Z`,
		'#B5C7B2',
		'none'
	);
	h.line(slab(x, y, 1.7, 1.15), 'ink');
	h.box(x - 0.08, y - 0.1, 1.86, 0.1, '#D8CBB4');
}

function roof(h: Hand): void {
	const y = ROOF + 0.7;
	h.box(14.6, y, 2.4, 1.0, '#B7BEC0');
	for (let i = 0; i < 5; i++) h.line(`M${14.9 + i * 0.45} ${y + 0.2}L${14.9 + i * 0.45} ${y + 0.8}`, 'ink', 0.7);
	h.line(`M5.4 ${y}L5.4 ${y + 2.1}M4.7 ${y + 1.9}L6.1 ${y + 1.9}M4.9 ${y + 1.6}L5.9 ${y + 1.6}`);
	h.box(8.2, y, 0.9, 1.3, '#B98D73');
	h.box(8.05, y + 1.3, 1.2, 0.2, '#8E6A55');
}

function stairs(h: Hand): void {
	h.box(0, 0.12, STAIRS, ROOF - 0.24, '#DED2BC');
	for (let level = 0; level < 3; level++) {
		const y = LEVELS[level] + 0.12;
		const half = FLOOR / 2;
		const steps = 8;
		for (const [from, to, base] of [
			[0.5, 2.7, y],
			[2.7, 0.5, y + half]
		]) {
			let d = `M${from} ${base}`;
			for (let i = 0; i < steps; i++) {
				const x1 = mix(from, to, (i + 1) / steps);
				d += `L${mix(from, to, i / steps)} ${base + (half * (i + 1)) / steps}L${x1} ${base + (half * (i + 1)) / steps}`;
			}
			d += `L${to} ${base + half - 0.22}L${from} ${base - 0.22 + (half * 1) / steps}Z`;
			h.fill(d, '#C9B79A');
		}
		h.box(2.5, y + half - 0.2, 0.7, 0.2, '#C9B79A');
	}
	h.line(`M${STAIRS} 0.12L${STAIRS} ${ROOF - 0.2}`, 'ink', 0.9);
	// Doorways from the landings.
	for (let level = 0; level < 4; level++) h.box(STAIRS - 0.06, LEVELS[level] + 0.12, 0.14, 2.15, '#EFE4CF');
}

function hall(h: Hand, life: number): void {
	const y = 0.12;
	// Street door on the left wall, open onto the pavement.
	h.box(-0.42, y, 0.5, 2.3, '#CFE0E2');
	// A bicycle against the wall.
	const wheel = (x: number) => {
		h.line(oval(x, y + 0.36, 0.36), 'ink', 1.2);
		h.line(
			`M${x - 0.25} ${y + 0.1}L${x + 0.25} ${y + 0.62}M${x + 0.25} ${y + 0.1}L${x - 0.25} ${y + 0.62}`,
			'ink',
			0.5
		);
	};
	wheel(4.5);
	wheel(5.65);
	h.line(
		`M4.5 ${y + 0.36}L4.85 ${y + 0.86}L5.4 ${y + 0.86}L5.05 ${y + 0.36}ZM4.5 ${y + 0.36}L5.05 ${y + 0.36}M4.78 ${y + 0.98}L5.05 ${y + 0.36}M5.65 ${y + 0.36}L5.36 ${y + 1.06}L5.62 ${y + 1.1}M4.66 ${y + 0.99}L4.92 ${y + 0.99}`,
		'#3F6B63',
		2.2
	);
	// Letter boxes, a sofa for visitors, a plant.
	for (let i = 0; i < 6; i++) h.box(6.5 + (i % 3) * 0.42, y + 1.2 + Math.floor(i / 3) * 0.34, 0.4, 0.32, '#B7BEC0');
	h.box(8.6, y + 0.12, 2.3, 0.36, '#7A8A6B', 0.08);
	h.box(8.5, y + 0.12, 0.24, 0.62, '#7A8A6B', 0.08);
	h.box(10.76, y + 0.12, 0.24, 0.62, '#7A8A6B', 0.08);
	h.box(8.7, y + 0.44, 2.1, 0.44, '#879878', 0.1);
	plant(h, 11.7, y, 1.15);
	// The machine room: racks with their lights.
	h.box(15, y, 4.8, FLOOR - 0.46, '#D3DADA');
	h.line(`M15 ${y}L15 ${y + FLOOR - 0.5}`);
	const random = seeded(3);
	for (let r = 0; r < 4; r++) {
		const x = 15.4 + r * 1.08;
		h.box(x, y, 0.95, 2.3, '#3C444B', 0.03);
		for (let u = 0; u < 8; u++) {
			h.box(x + 0.08, y + 0.14 + u * 0.27, 0.79, 0.2, '#2A3036', 0.02, '#20262B');
			const on = random() < 0.75 && (Math.floor(life * (1 + random() * 3)) + u) % 4 !== 0;
			h.dot(x + 0.74, y + 0.24 + u * 0.27, 0.035, on ? '#B9D7A8' : '#56606A', 'none');
		}
	}
	h.line(`M17.2 ${y + 2.3}L17.2 ${y + 2.6}L17.6 ${y + 2.6}L17.6 ${FLOOR + 0.1}`, '#3C444B', 1.6);
}

function sales(h: Hand, life: number): void {
	const y = LEVELS[1] + 0.12;
	// A map of prospects with its pins.
	h.box(4.3, y + 1.62, 1.7, 1.15, '#F6EFE2');
	h.fill(
		`M4.6 ${y + 2.2}L4.95 ${y + 2.55}L5.3 ${y + 2.6}L5.65 ${y + 2.35}L5.55 ${y + 2.0}L5.62 ${y + 1.8}L5.1 ${y + 1.75}L4.8 ${y + 1.85}Z`,
		'#D9CDB6',
		'ink',
		0.6
	);
	for (const [x, dy] of [
		[4.95, 2.4],
		[5.2, 2.12],
		[5.45, 2.3],
		[5.08, 1.92],
		[4.82, 2.15]
	])
		h.dot(x, y + dy, 0.05, '#C99A3F');
	// The coffee corner.
	h.box(17.6, y, 2.2, 0.92, '#8A7660');
	h.line(`M18.7 ${y}L18.7 ${y + 0.9}`, 'ink', 0.7);
	h.box(17.5, y + 0.92, 2.4, 0.08, '#D8CBB4');
	h.box(18.5, y + 1.0, 0.72, 0.86, '#3C444B', 0.05);
	h.box(18.6, y + 1.5, 0.52, 0.24, '#7F8B90', 0.03);
	h.box(18.64, y + 1.0, 0.44, 0.07, '#20262B');
	h.box(18.78, y + 1.07, 0.16, 0.2, '#F6EFE2');
	steam(h, 18.86, y + 1.32, life, 0.16);
	for (let i = 0; i < 3; i++) h.box(19.36 + i * 0.15, y + 1.0, 0.12, 0.16, ['#F6EFE2', '#C99A3F', '#8FA3A0'][i]);
	h.box(18.6, y + 2.2, 1.2, 0.07, '#8A7660');
	for (let i = 0; i < 3; i++)
		h.box(18.72 + i * 0.36, y + 2.27, 0.2, 0.24, ['#F6EFE2', '#B9CCD1', '#F6EFE2', '#E6C9B4', '#C99A3F'][i]);
	plant(h, 3.75, y, 0.95);
	clock(h, 13.5, y + 2.2, life);
}

function engineers(h: Hand): void {
	const y = LEVELS[2] + 0.12;
	plant(h, 3.75, y, 1.3);
	// The whiteboard, with what they like: a problem.
	h.box(18.0, y + 1.0, 1.75, 1.35, '#FBF7EE');
	h.line(`M18.2 ${y + 1.3}L18.5 ${y + 1.9}L18.8 ${y + 1.45}L19.1 ${y + 2.1}L19.5 ${y + 1.7}`, '#44587A', 1.2);
	h.line(`M18.2 ${y + 1.25}L19.55 ${y + 1.25}M18.2 ${y + 1.25}L18.2 ${y + 2.2}`, 'ink', 0.7);
	h.line(slab(18.9, y + 1.85, 0.22, 0.4), '#3F6B63', 1);
}

function top(h: Hand, life: number): void {
	const y = LEVELS[3] + 0.12;
	h.box(PARTITION, y, 0.14, FLOOR - 0.46, '#9AA4A8');
	// Meeting room: a table, a slide on the wall.
	h.box(4.2, y + 1.5, 1.9, 1.2, '#FBF7EE');
	h.line(
		`M4.4 ${y + 2.4}L5.5 ${y + 2.4}M4.4 ${y + 2.15}L5.9 ${y + 2.15}M4.4 ${y + 1.95}L5.7 ${y + 1.95}`,
		'#44587A',
		1.2
	);
	h.box(5.0, y + 1.6, 0.2, 0.26, '#C99A3F');
	h.box(5.3, y + 1.6, 0.2, 0.4, '#C99A3F');
	h.box(5.6, y + 1.6, 0.2, 0.55, '#C99A3F');
	chair(h, 8.3, y, -1);
	chair(h, 9.9, y, -1);
	// Kitchen: lamp, fridge, worktop with the kettle.
	h.box(18.7, y, 1.1, 2.15, '#D7E0DF', 0.05);
	h.line(
		`M18.7 ${y + 1.4}L19.8 ${y + 1.4}M18.86 ${y + 1.55}L18.86 ${y + 1.85}M18.86 ${y + 0.9}L18.86 ${y + 1.25}`,
		'ink',
		0.9
	);
	h.box(17.0, y, 1.7, 0.92, '#9DAE9A');
	h.box(16.9, y + 0.92, 1.8, 0.08, '#D8CBB4');
	h.fill(`M17.3 ${y + 1.0}L17.36 ${y + 1.34}L17.66 ${y + 1.34}L17.72 ${y + 1.0}Z`, '#7F8B90');
	h.line(
		`M17.38 ${y + 1.36}C17.4 ${y + 1.56} 17.62 ${y + 1.56} 17.64 ${y + 1.36}M17.72 ${y + 1.2}L17.84 ${y + 1.3}`,
		'ink',
		1.2
	);
	steam(h, 17.86, y + 1.36, life, 0.2);
	h.line(`M14.1 ${y + FLOOR - 0.46}L14.1 ${y + 2.3}`, 'ink', 0.8);
	h.fill(`M13.7 ${y + 2.05}L13.95 ${y + 2.32}L14.25 ${y + 2.32}L14.5 ${y + 2.05}Z`, '#C99A3F');
}

/** What stands in front of the seated people: desks and tables. */
export function paintTables(out: Ink[], s: Section, screens: string): void {
	const h = hand(out, s);
	for (const d of DESKS) desk(h, d, screens);
	const y = LEVELS[3] + 0.12;
	h.box(6.9, y + 0.68, 2.1, 0.08, '#B98D63');
	h.line(`M7.1 ${y + 0.68}L7.1 ${y}M8.8 ${y + 0.68}L8.8 ${y}`, 'ink', 1.4);
	h.box(7.4, y + 0.76, 0.4, 0.04, '#F6EFE2');
	h.box(8.1, y + 0.76, 0.14, 0.2, '#CFE0E2');
	h.box(12.4, y + 0.68, 3.4, 0.08, '#B98D63');
	h.line(`M12.7 ${y + 0.68}L12.7 ${y}M15.5 ${y + 0.68}L15.5 ${y}`, 'ink', 1.4);
	for (const x of [12.9, 13.9, 14.8])
		h.fill(
			`M${x - 0.2} ${y + 0.86}C${x - 0.16} ${y + 0.74} ${x + 0.16} ${y + 0.74} ${x + 0.2} ${y + 0.86}Z`,
			'#F6EFE2'
		);
	h.box(13.4, y + 0.76, 0.12, 0.3, '#7F9B72');
	h.box(14.4, y + 0.76, 0.14, 0.18, '#C99A3F');
}

function desk(h: Hand, d: DeskPlace, screens: string): void {
	const y = LEVELS[d.level] + 0.12;
	const at = (x: number) => d.x + x * d.way;
	const bar = (a: number, b: number, z: number, t: number, fill: string, r = 0) =>
		h.box(Math.min(at(a), at(b)), y + z, Math.abs(b - a), t, fill, r);
	bar(0.36, 1.62, 0.7, 0.07, '#B98D63');
	h.line(`M${at(0.5)} ${y + 0.7}L${at(0.5)} ${y}M${at(1.5)} ${y + 0.7}L${at(1.5)} ${y}`, 'ink', 1.4);
	h.line(`M${at(1.06)} ${y + 0.77}L${at(1.06)} ${y + 0.92}`, 'ink', 2);
	bar(0.74, 1.38, 0.9, 0.44, '#23272C', 0.03);
	bar(0.79, 1.33, 0.95, 0.34, screens, 0);
	if (d.two) {
		// The second screen, seen from the side.
		bar(1.44, 1.54, 0.86, 0.5, '#23272C', 0.02);
	}
	bar(0.44, 0.68, 0.77, 0.03, '#D7E0DF');
	if (d.x % 2 < 1) {
		bar(1.42, 1.54, 0.77, 0.15, ['#C99A3F', '#8FA3A0'][d.level % 2]);
	}
}

function chair(h: Hand, x: number, y: number, way: 1 | -1): void {
	const at = (v: number) => x + v * way;
	h.line(
		`M${at(-0.02)} ${y + 0.42}L${at(-0.02)} ${y + 0.12}M${at(-0.24)} ${y + 0.03}L${at(-0.02)} ${y + 0.12}L${at(0.2)} ${y + 0.03}`,
		'ink',
		1.6
	);
	h.box(Math.min(at(-0.26), at(0.24)), y + 0.38, 0.5, 0.09, '#4A545C', 0.03);
	h.box(Math.min(at(-0.34), at(-0.26)), y + 0.46, 0.09, 0.56, '#4A545C', 0.04);
}

function plant(h: Hand, x: number, y: number, size: number): void {
	h.fill(`M${x - 0.18} ${y}L${x - 0.24} ${y + 0.38}L${x + 0.24} ${y + 0.38}L${x + 0.18} ${y}Z`, '#B98D63');
	const leaf = (dx: number, dy: number) =>
		h.fill(
			`M${x} ${y + 0.36}C${x + dx * 0.2} ${y + 0.4 + dy * 0.7} ${x + dx * 0.7} ${y + 0.4 + dy} ${x + dx} ${y + 0.34 + dy}C${x + dx * 0.9} ${y + 0.3 + dy * 0.5} ${x + dx * 0.5} ${y + 0.3 + dy * 0.3} ${x} ${y + 0.36}Z`,
			'#7F9B72',
			'ink',
			0.8
		);
	for (const [dx, dy] of [
		[-0.42, 0.7],
		[0.44, 0.62],
		[-0.16, 1],
		[0.2, 0.95]
	])
		leaf(dx * size, dy * size);
}

function steam(h: Hand, x: number, y: number, life: number, size: number): void {
	const w = 0.05 * Math.sin(life * 1.7);
	h.line(
		`M${x} ${y}C${x - size * 0.5 + w} ${y + size * 0.5} ${x + size * 0.5 - w} ${y + size} ${x} ${y + size * 1.7}`,
		'#8E9AA3',
		0.9
	);
}

function clock(h: Hand, x: number, y: number, life: number): void {
	h.dot(x, y, 0.26, '#FBF7EE');
	const a = life / 60;
	h.line(
		`M${x} ${y}L${x + 0.2 * Math.sin(a * 6.283)} ${y + 0.2 * Math.cos(a * 6.283)}M${x} ${y}L${x - 0.1} ${y + 0.08}`,
		'ink',
		1
	);
}
