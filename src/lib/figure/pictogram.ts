import type { Mark } from '../picture/frame';
import { BLUE, CREAM, DARK, GLASS, LIGHT, OCHRE, ON, YELLOW, ZINC } from './colours';

/** A stroke of a pictogram: path on a grid of 32 by 32, fill ('none' for a bare line), outline ('' for none, default ink). */
type Stroke = [d: string, fill?: string, line?: string, weight?: number];

/** What single pictograms are painted with besides the page's hues. */
const BRICK = '#B4523C';
const GREEN = '#3F6B63';
const LEAF = '#7F9B72';
const SKIN = '#E0B08E';
const FLAME = '#DE9440';
const SMOKE = '#CFC8BA';
/** A lamp of a traffic light that is off. */
const OFF = '#5A5654';
/** Hair and wood, from light to dark. */
const PLANK = '#9C8468';
const FAIR = '#8a5a2b';
const BROWN = '#6b4a2b';
const POLE = '#6B4E33';
/** Plaster, tarmac and clay: what is built, and lies behind what a pictogram is about. */
const CLAY = '#D9CDB6';
const PLASTER = '#F1E3CC';
const TARMAC = '#D9D4C8';
const SANDSTONE = '#EFE2C6';
const JAMB = '#E2D8C6';

const dot = (x: number, y: number, r: number): string =>
	`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** A car seen from its side, `w` wide, its wheels on y. */
const car = (x: number, y: number, w: number, fill: string): Stroke[] => {
	const u = w / 14;
	const p = (a: number, b: number) => `${(x + a * u).toFixed(2)} ${(y + b * u).toFixed(2)}`;
	return [
		[
			`M${p(0, -1)}L${p(0, -3.6)}Q${p(0.4, -4.5)} ${p(2, -4.6)}L${p(3.6, -7.2)}L${p(9.4, -7.2)}L${p(11.4, -4.6)}Q${p(14, -4.4)} ${p(14, -2.6)}L${p(14, -1)}Z`,
			fill
		],
		[
			`M${p(4.2, -6.2)}L${p(6.2, -6.2)}L${p(6.2, -4.6)}L${p(3.2, -4.6)}ZM${p(7, -6.2)}L${p(9, -6.2)}L${p(10.2, -4.6)}L${p(7, -4.6)}Z`,
			GLASS,
			'ink',
			0.7
		],
		[dot(x + 3.2 * u, y - 1 * u, 1.5 * u) + dot(x + 10.8 * u, y - 1 * u, 1.5 * u), DARK]
	];
};

/** Somebody standing on y, `h` high. */
const body = (x: number, y: number, h: number, coat: string, hair = DARK): Stroke[] => {
	const u = h / 20;
	const p = (a: number, b: number) => `${(x + a * u).toFixed(2)} ${(y + b * u).toFixed(2)}`;
	return [
		[`M${p(-1.6, -8)}L${p(-1.8, 0)}M${p(1.6, -8)}L${p(1.8, 0)}`, 'none', DARK, 2],
		[
			`M${p(-3.4, -6.5)}L${p(-3, -13)}Q${p(-2.6, -15.6)} ${p(0, -15.6)}Q${p(2.6, -15.6)} ${p(3, -13)}L${p(3.4, -6.5)}Z`,
			coat
		],
		[dot(x, y - 17.6 * u, 2.3 * u), SKIN],
		[
			`M${p(-2.4, -17.4)}Q${p(-2.6, -20.2)} ${p(0, -20.2)}Q${p(2.6, -20.2)} ${p(2.4, -17.4)}Q${p(0, -18.8)} ${p(-2.4, -17.4)}Z`,
			hair,
			'ink',
			0.6
		]
	];
};

const DRAWINGS = {
	bicycle: [
		[dot(7.5, 21.5, 6), 'none'],
		[dot(24.5, 21.5, 6), 'none'],
		['M7.5 21.5L12.6 12H21.6L16.4 21.5H7.5M12.6 12L16.4 21.5M24.5 21.5L21.2 9', 'none', BRICK, 1.8],
		['M10.4 10.4H15M21.2 9L24.6 8', 'none', 'ink', 1.6]
	],
	tram: [
		['M7 5.5Q7 3 10 3H22Q25 3 25 5.5V26.5H7Z', CREAM],
		['M9 6.5H23V16H9Z', GLASS],
		[dot(12, 13, 2.2) + dot(20, 13, 2.2), DARK, ''],
		[dot(16, 12.2, 2.4), BRICK, ''],
		['M9 16Q12 13 15 16M17 16Q20 13 23 16', DARK, '', 1],
		['M7 19H25V23H7Z', BRICK],
		['M3 29.5H29', 'none']
	],
	dumping: [
		['M17 29Q15 20 20 15L22 14L20.6 10.6H27L25.6 14L27 15Q31.6 20 30 29Z', ZINC],
		['M2.4 29Q1 19 8 14L11 13L8.6 8.4H18.6L16.2 13L19 14Q25.4 19 24 29Z', BLUE],
		['M10.8 13H16.4M8 20Q7 24 8.4 26', 'none', 'ink', 0.9]
	],
	lamp: [
		['M12.4 10L4 29H28L19.6 10Z', LIGHT, ''],
		['M16 29V10', 'none', 'ink', 1.8],
		['M11.4 10.6L13.2 4.6H18.8L20.6 10.6Z', YELLOW],
		['M12.8 4.6L16 1.8L19.2 4.6Z', DARK],
		['M12.6 29.5H19.4', 'none', 'ink', 1.8]
	],
	lights: [
		['M16 24V30.5', 'none', 'ink', 1.8],
		['M10.6 2.4H21.4V24.4H10.6Z', DARK],
		[dot(16, 7, 2.7), BRICK, ''],
		[dot(16, 13.4, 2.7), OCHRE, ''],
		[dot(16, 19.8, 2.7), ON, '']
	],
	jam: [...car(0.8, 17.4, 14, OCHRE), ...car(16.6, 17.4, 14, ZINC), ...car(8.8, 28, 14, BLUE), ['M1 29.6H31', 'none']],
	bus: [
		['M2.6 7.4H27.4Q29.4 7.4 29.4 9.6V24.6H2.6Z', LEAF],
		['M4.8 10.4H10.4V16.4H4.8ZM12.4 10.4H18V16.4H12.4ZM20 10.4H27V16.4H20Z', GLASS, 'ink', 0.8],
		['M2.6 20H29.4', 'none', 'ink', 0.8],
		[dot(9, 25, 3) + dot(23, 25, 3), DARK]
	],
	forest: [
		['M12.6 24.5H15.4V30H12.6Z', PLANK],
		['M14 2L22 13.4H18.6L24.4 25H3.6L9.4 13.4H6Z', LEAF],
		['M24 30Q18.4 28 20.6 20.6Q22.8 23.4 24.4 18Q30.6 23.4 28.6 27.8Q27.2 30 24 30Z', FLAME],
		['M24.4 30Q21.8 28.6 24.2 24.6Q27.4 27 26.2 29Q25.6 30 24.4 30Z', LIGHT, '']
	],
	parking: [
		['M7.5 14V30', 'none', 'ink', 1.8],
		['M1.6 2H13.4V14H1.6Z', BLUE],
		['M5.4 12V4.6H8.2Q10.4 4.6 10.4 6.7Q10.4 8.8 8.2 8.8H5.4', 'none', CREAM, 1.6],
		...car(11.4, 29.6, 19, BRICK)
	],
	redlight: [
		['M6.4 16V30', 'none', 'ink', 1.8],
		['M2 2H10.8V17H2Z', DARK],
		[dot(6.4, 5.4, 2.3), BRICK, ''],
		[dot(6.4, 9.6, 1.7) + dot(6.4, 13.6, 1.7), OFF, ''],
		['M10 20H13.4M9.6 23.4H12.4', 'none', 'ink', 1],
		...car(14, 29.6, 17, ZINC)
	],
	lane: [
		['M16 20V30.5', 'none', 'ink', 1.8],
		[dot(16, 11.6, 9.6), BRICK],
		['M9.6 9.6H22.4V13.6H9.6Z', CREAM, '']
	],
	ticket: [
		['M6.6 3H25.4V29L22.3 26.8L19.1 29L16 26.8L12.9 29L9.7 26.8L6.6 29Z', CREAM],
		['M9.8 8H22.2M9.8 11.6H18', 'none', 'ink', 1.1],
		['M20.4 16.2Q14 14.4 13.4 19.4Q14 24.4 20.4 22.6M11.4 18.4H17.4M11.4 20.6H17', 'none', 'ink', 1.5]
	],
	zfe: [
		[dot(24, 7.6, 6.4), LEAF],
		[dot(24, 7.6, 4), CREAM, 'ink', 0.8],
		['M1.6 17.6Q0.6 14.4 3.6 13.8Q4.6 10.6 7.8 12Q11 11.4 11 14.6Q13 17 10.4 18.6Q6 20.6 1.6 17.6Z', SMOKE],
		...car(9.4, 29.6, 21, OCHRE)
	],
	carpool: [
		['M16 22V30.5', 'none', 'ink', 1.8],
		['M16 1.4L27.2 12.6L16 23.8L4.8 12.6Z', BLUE],
		[dot(12.6, 10.6, 2.3) + dot(19.4, 10.6, 2.3), CREAM, ''],
		['M9 16.6Q9.4 13.4 12.6 13.4Q15.4 13.4 15.8 16.6ZM16.2 16.6Q16.6 13.4 19.4 13.4Q22.6 13.4 23 16.6Z', CREAM, '']
	],
	crowd: [
		...body(10.6, 24, 19, OCHRE),
		...body(21.4, 24, 19, GREEN, FAIR),
		...body(5, 29.6, 20, BLUE),
		...body(16, 30, 20, BRICK, BROWN),
		...body(27, 29.6, 20, ZINC)
	],
	loiter: [...body(12, 30, 27, YELLOW), [dot(25, 8.4, 6), CREAM], ['M25 8.4V2.4A6 6 0 0 1 31 8.4Z', DARK, '']],
	face: [
		['M16 27Q9 25.6 9 16Q9 6 16 6Q23 6 23 16Q23 25.6 16 27Z', SKIN],
		['M8.6 15Q7.6 4.4 16 4.4Q24.4 4.4 23.4 15Q22 9.6 16 9.6Q10 9.6 8.6 15Z', DARK],
		[dot(13, 16, 0.9) + dot(19, 16, 0.9), DARK, ''],
		['M16 16.4V20H15M13.2 23Q16 24.6 18.8 23', 'none', 'ink', 0.9],
		['M2 8V2H8M24 2H30V8M30 24V30H24M8 30H2V24', 'none', 'ink', 1.8]
	],
	search: [
		['M2 5H27V20H2Z', CLAY],
		['M2 8H27M2 17H27M10.4 8V17M18.8 8V17', 'none', 'ink', 0.8],
		['M4 6.5H25M4 18.5H25', 'none', DARK, 1.4],
		['M24.6 24.6L30 30', 'none', 'ink', 3],
		[dot(19.6, 19.6, 7), GLASS],
		[dot(19.6, 17.6, 2), SKIN],
		['M15.6 24.4Q16 20.4 19.6 20.4Q23.2 20.4 23.6 24.4Z', YELLOW]
	],
	coat: [
		['M11 4L4 8.4L1.8 20H7L8 15V29.6H24V15L25 20H30.2L28 8.4L21 4Q16 8.4 11 4Z', YELLOW],
		['M16 7V29.6M8 15L9 10M24 15L23 10', 'none', 'ink', 1],
		['M18.6 14H21.4M18.6 20H21.4', 'none', 'ink', 1.4]
	],
	left: [
		['M9 8H25Q27 8 27 10V25Q27 27 25 27H9Q7 27 7 25V10Q7 8 9 8Z', BRICK],
		['M12.6 8V5.4Q12.6 3.4 14.6 3.4H19.4Q21.4 3.4 21.4 5.4V8', 'none', 'ink', 2],
		['M7 14H27M12 8V27M22 8V27', 'none', 'ink', 0.8],
		['M2 29.6H30', 'none', 'ink', 1.4]
	],
	weapon: [
		['M3 25.6L20.6 5.4Q25 2.4 28.6 3.4Q28.4 8 25 11.4L9.4 27Z', ZINC],
		['M6 22.2L10.6 27L5.6 31Q1.6 30.6 1.4 27Z', DARK],
		['M12 18L24.6 6.4', 'none', CREAM, 1]
	],
	wrongway: [
		['M2 6H30V12.6H2ZM2 19.4H30V26H2Z', CLAY],
		['M4 9.3H22M18.6 6.6L22.6 9.3L18.6 12', 'none', 'ink', 1.8],
		['M28 22.7H12M15.4 20L11.4 22.7L15.4 25.4', 'none', BRICK, 2.2],
		['M2 16H8M12 16H20M24 16H30', 'none', 'ink', 1]
	],
	barrier: [
		['M5 11H8V29.6H5ZM24 11H27V29.6H24Z', ZINC],
		['M1.6 6H30.4V13.6H1.6Z', CREAM],
		['M4 13.6L8.4 6H13L8.6 13.6ZM14 13.6L18.4 6H23L18.6 13.6ZM24 13.6L28.4 6H30.4V9.4L28 13.6Z', BRICK, ''],
		['M1.6 6H30.4V13.6H1.6Z', 'none'],
		['M3 29.6H10M22 29.6H29', 'none', 'ink', 1.6]
	],
	fallen: [
		['M1.6 28.6H30.4', 'none', 'ink', 1.4],
		[dot(5.4, 24.6, 3), SKIN],
		['M9 22.6Q14 20.4 18.6 22.6L21 27.6H9.6Q7.8 26 9 22.6Z', BLUE],
		['M19 24L25 22L29.6 27M20 27.4L26.6 27.6', 'none', DARK, 2.2],
		['M11 22L13.4 17.4', 'none', SKIN, 2]
	],
	surge: [
		...body(20.6, 24, 17, OCHRE),
		...body(27, 28.6, 18, ZINC),
		...body(14, 29.6, 19, GREEN, FAIR),
		['M9 10H1.6M5 6.6L1.4 10L5 13.4M7 18H1.6M5 14.6L1.4 18L5 21.4M7 26H1.6M5 22.6L1.4 26L5 29.4', 'none', 'ink', 1.6]
	],
	flame: [
		[
			'M16 2Q18.4 8 23 11.6Q27.4 16 26 22Q24.2 29.4 16 29.6Q7.8 29.4 6 22Q5 16.6 9.4 12.6Q10 16.4 12.4 17.4Q11 8.6 16 2Z',
			BRICK
		],
		[
			'M16.4 15.6Q18 19 20.6 21Q22.4 23.4 20.6 26.4Q19 28.6 16 28.6Q12.6 28.4 11.4 25.6Q10.6 22.6 13.2 20.4Q14 22 15 22.4Q14.6 18.6 16.4 15.6Z',
			YELLOW,
			'ink',
			0.8
		]
	],
	house: [
		['M2.6 13H29.4V30H2.6Z', PLASTER],
		['M0.8 13L5 4H27L31.2 13Z', ZINC],
		['M6 16.6H10.6V22H6ZM13.7 16.6H18.3V22H13.7ZM21.4 16.6H26V22H21.4Z', GLASS, 'ink', 0.8],
		['M13.2 24.4H18.8V30H13.2Z', GREEN],
		['M6 25H10.4V30M21.6 30V25H26', 'none', 'ink', 0.8]
	],
	carpark: [
		['M1 5H31V29.6H1Z', TARMAC],
		['M1 5V17M8.5 5V17M16 5V17M23.5 5V17M31 5V17', 'none', CREAM, 1.6],
		['M2.4 6.4H7.2V15.4H2.4Z', BLUE, 'ink', 0.8],
		['M17.4 7H22.2V16H17.4Z', OCHRE, 'ink', 0.8],
		['M24.9 6.4H29.7V15.4H24.9Z', BRICK, 'ink', 0.8],
		['M3.2 8.6H6.4V11H3.2ZM18.2 9.2H21.4V11.6H18.2ZM25.7 8.6H28.9V11H25.7Z', GLASS, 'ink', 0.6],
		['M5 24.5H18M15 21.8L18.6 24.5L15 27.2', 'none', CREAM, 1.8],
		['M1 5H31V29.6H1Z', 'none']
	],
	watching: [
		['M3 3H29V18H3Z', BLUE],
		['M5.4 5.4H15V10.4H5.4ZM17 5.4H26.6V10.4H17ZM5.4 12H15V15.8H5.4ZM17 12H26.6V15.8H17Z', GLASS, 'ink', 0.7],
		['M6 31Q6.4 22.6 16 22.6Q25.6 22.6 26 31Z', GREEN],
		[dot(16, 18.6, 4.6), DARK],
		['M11.4 18Q11.4 13.4 16 13.4Q20.6 13.4 20.6 18', 'none', 'ink', 1.4]
	],
	recorder: [
		['M2.4 7H29.6V26H2.4Z', ZINC],
		['M5 9.6H20.6V23.4H5Z', DARK],
		[dot(12.8, 16.5, 5.4), CREAM, 'ink', 0.8],
		[dot(12.8, 16.5, 1.6), ZINC, 'ink', 0.8],
		[dot(25.2, 12, 1.5), ON, 'ink', 0.8],
		['M23.4 17.6H27M23.4 20.8H27', 'none', 'ink', 1],
		['M6.4 26V28.6M25.6 26V28.6', 'none', 'ink', 1.8]
	],
	camera: [
		['M25 30V13H16', 'none', 'ink', 2],
		['M4 8.4L20 5L21.6 12L5.6 15.4Z', CREAM],
		['M4 8.4L20 5L20.5 7L4.4 10.4Z', ZINC],
		['M3.2 9.4L1.2 9.8L2.4 15L4.4 14.6Z', DARK],
		['M21 30H29', 'none', 'ink', 2]
	],
	together: [
		['M20.6 29.6V6', 'none', 'ink', 1.8],
		['M17.6 7.6L11.6 29.6H29.6L23.6 7.6Z', LIGHT, ''],
		['M17 8L18.4 3.4H22.8L24.2 8Z', YELLOW],
		['M20.6 29.6V8', 'none', 'ink', 1.8],
		['M28.4 29.6V12.6H25', 'none', 'ink', 1.6],
		['M19.4 10.8L26.6 9.2L27.4 13L20.2 14.6Z', CREAM],
		...body(8, 29.6, 23, BLUE)
	],
	patrol: [
		...car(1, 26.6, 30, CREAM),
		['M3 19.6H29V21.8H3Z', BLUE, '', 1],
		['M13 8.4H17.4V11.2H13Z', BLUE],
		['M0.6 27.6H31.4', 'none']
	],
	hall: [
		['M2 12L16 4L30 12Z', ZINC],
		['M4 12H28V27H4Z', SANDSTONE],
		['M7 14.6H10V27H7ZM14.5 14.6H17.5V27H14.5ZM22 14.6H25V27H22Z', CREAM, 'ink', 0.9],
		['M1.6 27H30.4V30H1.6Z', ZINC]
	],
	server: [
		['M5 2H27V30H5Z', DARK],
		['M7.6 5H24.4V10H7.6ZM7.6 12H24.4V17H7.6ZM7.6 19H24.4V24H7.6Z', ZINC, 'ink', 0.8],
		[dot(10.4, 7.5, 1) + dot(10.4, 14.5, 1) + dot(10.4, 21.5, 1), ON, ''],
		['M13.6 7.5H22.4M13.6 14.5H22.4M13.6 21.5H22.4M8 27H24', 'none', CREAM, 0.9]
	],
	sign: [
		...body(12, 30, 21, YELLOW),
		['M19 24V12', 'none', POLE, 2],
		['M10 2H30V13H10Z', CREAM],
		// No word: the same sign serves both languages.
		['M16.6 4.6L23.4 10.4M23.4 4.6L16.6 10.4', 'none', 'ink', 1.6]
	],
	umbrella: [
		...body(16, 30.6, 21, YELLOW),
		['M19.4 22V4.6', 'none', 'ink', 1.2],
		['M4 12.6Q6 2.6 17 2Q28 2.6 30 12.6Q27 10.4 23.6 12.6Q20.4 10.4 17 12.6Q13.6 10.4 10.4 12.6Q7 10.4 4 12.6Z', BLUE]
	],
	turned: [
		['M14.4 21L14.2 30M17.6 21L17.8 30', 'none', DARK, 2.4],
		['M9.6 23L10.4 13.6Q11.4 9.6 16 9.6Q20.6 9.6 21.6 13.6L22.4 23Z', YELLOW],
		['M16 12V23', 'none', 'ink', 0.8],
		['M11.4 12Q10.8 2.4 16 2.4Q21.2 2.4 20.6 12Q18.6 14 16 14Q13.4 14 11.4 12Z', DARK]
	],
	townhall: [
		['M16 1.6V7', 'none', 'ink', 1.2],
		['M16 1.8H22.6L21 3.8L22.6 5.8H16Z', BLUE, 'ink', 0.8],
		['M9.6 12L16 6.6L22.4 12Z', ZINC],
		['M2 14.4L5 11.6H27L30 14.4Z', ZINC],
		['M3.4 14.4H28.6V29.6H3.4Z', PLASTER],
		['M6 17.6H10V22H6ZM22 17.6H26V22H22ZM14 16.8H18V20.4H14Z', GLASS, 'ink', 0.8],
		['M13 29.6V25Q13 22.6 16 22.6Q19 22.6 19 25V29.6Z', PLANK],
		['M6 25H10V29.6M26 29.6V25H22V29.6', 'none', 'ink', 0.8]
	],
	ledger: [
		['M5 3H25Q27 3 27 5V29.6H7Q5 29.6 5 27.6Z', BLUE],
		['M8.6 3V26.4H27', 'none', 'ink', 1],
		['M12 7H23.6V13H12Z', CREAM, 'ink', 0.8],
		['M13.6 10H22', 'none', 'ink', 0.9],
		['M12 18H23.6M12 21.4H23.6', 'none', CREAM, 1.2]
	],
	report: [
		['M6 2H21L27 8V30H6Z', CREAM],
		['M21 2V8H27', 'none', 'ink', 1],
		['M10 9H17M10 12.6H23M10 16H23M10 19.4H23', 'none', 'ink', 0.9],
		[dot(19.4, 24.6, 3), LEAF, 'ink', 0.8],
		['M10 24.6H14', 'none', 'ink', 0.9]
	],
	door: [
		['M4 2.4H28V29.6H4Z', JAMB],
		['M8 6H24V29.6H8Z', ZINC],
		['M8 9.6H24M8 13.2H24M8 16.8H24M8 20.4H24M8 24H24', 'none', 'ink', 0.8],
		['M14 27H18', 'none', 'ink', 1.8],
		['M4 29.6H28', 'none', 'ink', 1.6]
	],
	bowl: [
		['M2.6 14H29.4Q28.6 25 20 27.4V29.6H12V27.4Q3.4 25 2.6 14Z', CLAY],
		['M2.6 14A13.4 3.6 0 0 1 29.4 14A13.4 3.6 0 0 1 2.6 14Z', CREAM],
		['M8 14A8 1.8 0 0 1 24 14', 'none', 'ink', 0.7],
		['M21.6 12L28.6 3.4Q30.4 1.6 31 3Q31.2 4.4 29.8 5.4L23.4 12.6', ZINC]
	],
	lock: [
		['M9.4 15V9.6Q9.4 3 16 3Q20.4 3 22 6.4', 'none', 'ink', 3.2],
		['M9.4 15V9.6Q9.4 3 16 3Q20.4 3 22 6.4', 'none', ZINC, 1.4],
		['M5.6 14.6H26.4V29.4H5.6Z', YELLOW],
		[dot(16, 20.6, 2), DARK],
		['M16 21V25.4', 'none', 'ink', 1.8]
	],
	school: [
		['M2 8Q9 5.4 16 8.6Q23 5.4 30 8V26Q23 23.4 16 26.6Q9 23.4 2 26Z', CREAM],
		['M16 8.6V26.6', 'none', 'ink', 1.2],
		[
			'M5 12Q9 10.8 13 12.4M5 16Q9 14.8 13 16.4M5 20Q9 18.8 13 20.4M19 12.4Q23 10.8 27 12M19 16.4Q23 14.8 27 16M19 20.4Q23 18.8 27 20',
			'none',
			'ink',
			0.8
		]
	],
	income: [
		['M4 26Q4 22.4 16 22.4Q28 22.4 28 26Q28 29.6 16 29.6Q4 29.6 4 26Z', YELLOW],
		['M4 21Q4 17.4 16 17.4Q28 17.4 28 21V25Q28 28.4 16 28.4Q4 28.4 4 25Z', YELLOW],
		['M4 16Q4 12.4 16 12.4Q28 12.4 28 16V20Q28 23.4 16 23.4Q4 23.4 4 20Z', YELLOW],
		['M4 11Q4 7.4 16 7.4Q28 7.4 28 11V15Q28 18.4 16 18.4Q4 18.4 4 15Z', YELLOW],
		['M4 11Q4 14.6 16 14.6Q28 14.6 28 11', 'none', 'ink', 1],
		['M9 16.8V13.8M16 18.2V14.8M23 16.8V13.8', 'none', 'ink', 0.7]
	]
} satisfies Record<string, Stroke[]>;

export type PictogramName = keyof typeof DRAWINGS;

const kept = new Map<string, Mark[]>();

/** The strokes of a pictogram for a display size, the outline even at every size; the same array each time. */
function strokes(name: PictogramName, size: number): Mark[] {
	const known = `${name}${size}`;
	let marks = kept.get(known);
	if (!marks) {
		const unit = (32 / size) * (size < 30 ? 1.1 : size < 60 ? 1.3 : 1.5);
		marks = (DRAWINGS[name] as Stroke[]).map(([d, fill, line = 'ink', weight = 1], i) => ({
			type: 'path',
			key: String(i),
			d,
			fill: fill ?? 'none',
			...(line ? { stroke: line, width: Math.round(unit * weight * 100) / 100, round: true } : {})
		}));
		kept.set(known, marks);
	}
	return marks;
}

/** A small drawing in the hand of the street, `size` pixels square, its top left at (x, y). */
export function pictogram(key: string, name: PictogramName, x: number, y: number, size: number, opacity = 1): Mark {
	// Whole sizes only, so that the strokes of a growing drawing are not built anew at every frame.
	const whole = Math.max(1, Math.round(size));
	return { type: 'group', key, x, y, scale: size / 32, opacity, children: strokes(name, whole) };
}
