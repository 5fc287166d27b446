import { clockHand } from '../figure/boxes';

/** Signs of the rule cards, in black on a square of 200. */
const clock = (seconds: number): string =>
	`<circle cx="100" cy="104" r="72" fill="#fff" stroke="#000" stroke-width="6"/><path d="${clockHand(100, 104, 72, Math.min(1, seconds / 120))}" fill="#000"/><path d="M82 18h36M100 18v14" stroke="#000" stroke-width="10"/>`;

const body = (x: number, y: number, s = 1): string =>
	`<g transform="translate(${x} ${y}) scale(${s})"><circle cx="0" cy="-62" r="13" fill="#000"/><path d="M-17 0V-34a17 14 0 0 1 34 0V0Z" fill="#000"/></g>`;

const zone =
	'<path d="M14 168 46 78H154L186 168Z" fill="none" stroke="#000" stroke-width="5" stroke-dasharray="13 8"/>';

const arrow = (x0: number, x1: number, y: number): string => {
	const way = Math.sign(x1 - x0);
	return `<path d="M${x0} ${y}H${x1 - 14 * way}" stroke="#000" stroke-width="8"/><path d="M${x1} ${y}l${-26 * way} -16v32Z" fill="#000"/>`;
};

export const SIGNS: Record<string, string> = {
	loitering30: clock(30),
	loitering60: clock(60),
	loitering120: clock(120),
	still: `${zone}${body(100, 150, 1.2)}<path d="M62 52a52 52 0 0 1 76 0M50 34a70 70 0 0 1 100 0" fill="none" stroke="#000" stroke-width="5"/>`,
	crowd: `${zone}${[62, 100, 138].map((x) => body(x, 156)).join('')}${[80, 120].map((x) => body(x, 122, 0.8)).join('')}`,
	counterflow: `${arrow(20, 180, 60)}${arrow(20, 180, 168)}${arrow(180, 50, 114)}`,
	line: `<path d="M100 20V186" stroke="#000" stroke-width="7" stroke-dasharray="16 9"/>${body(52, 150, 1.3)}${arrow(84, 178, 112)}`,
	intrusion: `${zone}<circle cx="100" cy="70" r="46" fill="#fff" stroke="#000" stroke-width="10"/><path d="M66 70h68" stroke="#000" stroke-width="16"/>`,
	abandoned: `<path d="M44 82h112v92H44Z" fill="#fff" stroke="#000" stroke-width="7"/><path d="M76 82V54h48v28M44 118h112" fill="none" stroke="#000" stroke-width="7"/><path d="M158 60l22-22M166 80h28M130 42l8-28" stroke="#000" stroke-width="6"/>`
};

/** The rules of the game, in the order of their cards. */
export const RULES = Object.keys(SIGNS);
