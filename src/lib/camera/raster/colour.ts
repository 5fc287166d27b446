import { clamp } from '../../maths';

/** Channels to 255, opacity to 1. */
export interface Colour {
	r: number;
	g: number;
	b: number;
	a: number;
}

/** Reads colours, each text once. */
export function createColours(): (style: unknown) => Colour {
	const known = new Map<unknown, Colour>();
	return (style) => {
		let colour = known.get(style);
		if (!colour) known.set(style, (colour = parse(String(style))));
		return colour;
	};
}

/** Reads '#rgb', '#rrggbb', 'rgb(…)' and 'rgba(…)'. Throws on anything else, naming it. */
function parse(text: string): Colour {
	const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text);
	if (hex) {
		const full = hex[1].length === 3 ? hex[1].replace(/./g, '$&$&') : hex[1];
		const n = parseInt(full, 16);
		return { r: n >> 16, g: (n >> 8) & 255, b: n & 255, a: 1 };
	}
	const parts = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+))?\s*\)$/.exec(text);
	if (parts) {
		const channel = (i: number) => Math.round(clamp(Number(parts[i]), 0, 255));
		return {
			r: channel(1),
			g: channel(2),
			b: channel(3),
			a: parts[4] === undefined ? 1 : clamp(Number(parts[4]), 0, 1)
		};
	}
	throw new Error(`Unknown colour "${text}": use #rgb, #rrggbb or rgba()`);
}
