/** Tokens of the look. The street never uses SIGNAL: red belongs to what software inferred. */
export const PAPER = '#F6EFE2';
export const GROUND = '#EFE4CF';
export const INK = '#1D1B1A';
export const SIGNAL = '#F2391B';
export const SOLVED = '#46685E';
export const NIGHT = '#16181B';

const parse = (hex: string): number => parseInt(hex.slice(1), 16);
const hex2 = (v: number): string => (v < 16 ? '0' : '') + v.toString(16);
const byte = (v: number): number => (v < 0 ? 0 : v > 255 ? 255 : Math.round(v));
const join = (r: number, g: number, b: number): string => '#' + hex2(byte(r)) + hex2(byte(g)) + hex2(byte(b));

/** The colour `t` of the way from `a` to `b`, channel by channel; colours are '#rrggbb'. */
export function mix(a: string, b: string, t: number): string {
	const p = parse(a);
	const q = parse(b);
	const m = (s: number) => ((p >> s) & 255) + (((q >> s) & 255) - ((p >> s) & 255)) * t;
	return join(m(16), m(8), m(0));
}

/** A colour with its channels multiplied by `f`: the far leg, the side of a box. */
export function shade(colour: string, f = 0.84): string {
	const n = parse(colour);
	return join(((n >> 16) & 255) * f, ((n >> 8) & 255) * f, (n & 255) * f);
}

/** True for colours so near to ink that an ink line round them would not show. */
export function isDark(colour: string): boolean {
	const n = parse(colour);
	return 0.3 * ((n >> 16) & 255) + 0.59 * ((n >> 8) & 255) + 0.11 * (n & 255) < 48;
}

/** Hue in degrees, saturation and value from 0 to 1. */
function hsv(colour: string): [number, number, number] {
	const n = parse(colour);
	const r = ((n >> 16) & 255) / 255;
	const g = ((n >> 8) & 255) / 255;
	const b = (n & 255) / 255;
	const max = Math.max(r, g, b);
	const d = max - Math.min(r, g, b);
	if (d === 0) return [0, 0, max];
	const h = max === r ? ((g - b) / d + 6) % 6 : max === g ? (b - r) / d + 2 : (r - g) / d + 4;
	return [h * 60, d / max, max];
}

/** True for colours a reader could take for the machine's red: bright and saturated between rose and orange. */
export function isSignal(colour: string): boolean {
	const [h, s, v] = hsv(colour);
	return (h < 24 || h > 342) && s > 0.76 && v > 0.66;
}

/**
 * How colours are shifted as a whole: drained towards the grey of paper, veiled with paper, or at night.
 * Colours are mixed one by one and remembered; no filter is needed, so every kind of pen can do it.
 */
export class Tone {
	private near = new Map<string, string>();
	private deep = new Map<string, string>();
	private dark = new Map<string, string>();
	private glows = new Map<string, Map<string, string>>();

	constructor(
		readonly drained = 0,
		readonly veil = 0,
		readonly night = 0
	) {}

	/** A person's or a thing's colour in this tone. */
	of(colour: string): string {
		let c = this.near.get(colour);
		if (c === undefined) this.near.set(colour, (c = this.make(colour, 0.5, 0.52, 0.62, 4, 6, 14)));
		return c;
	}

	/** A wall's or the ground's colour: darker at night than what stands before it. */
	still(colour: string): string {
		let c = this.deep.get(colour);
		if (c === undefined) this.deep.set(colour, (c = this.make(colour, 0.2, 0.225, 0.29, 10, 13, 22)));
		return c;
	}

	/** The colour in the shade: a far leg, the side of a box. */
	shade(colour: string): string {
		let c = this.dark.get(colour);
		if (c === undefined) this.dark.set(colour, (c = this.of(shade(colour))));
		return c;
	}

	/** Something that shines by itself at night: from `day` to `lit`. */
	glow(day: string, lit: string): string {
		let row = this.glows.get(day);
		if (!row) this.glows.set(day, (row = new Map()));
		let c = row.get(lit);
		if (c === undefined) row.set(lit, (c = this.grey(mix(day, lit, this.night))));
		return c;
	}

	private make(colour: string, fr: number, fg: number, fb: number, ar: number, ag: number, ab: number): string {
		const n = parse(colour);
		const r = (n >> 16) & 255;
		const g = (n >> 8) & 255;
		const b = n & 255;
		const t = this.night;
		return this.grey(
			t ? join(r + (r * fr + ar - r) * t, g + (g * fg + ag - g) * t, b + (b * fb + ab - b) * t) : colour.toLowerCase()
		);
	}

	private grey(colour: string): string {
		if (!this.drained && !this.veil) return colour;
		const n = parse(colour);
		const r = (n >> 16) & 255;
		const g = (n >> 8) & 255;
		const b = n & 255;
		const day = 1 - this.night;
		const l = 62 * day + (1 - 0.23 * day) * (0.299 * r + 0.587 * g + 0.114 * b);
		const t = 0.88 * this.drained;
		const out = join(r + (l * 1.006 - r) * t, g + (l - g) * t, b + (l * 0.975 - b) * t);
		return this.veil ? mix(out, this.night > 0.5 ? NIGHT : PAPER, this.veil) : out;
	}
}

/** Gives the tone for settings from 0 to 1. */
export type ToneOf = (drained?: number, veil?: number, night?: number) => Tone;

/** Tones that are remembered, so that their mixed colours are kept from picture to picture; of many the latest. */
export function createTones(kept = 24): ToneOf {
	const known: Tone[] = [];
	return (drained = 0, veil = 0, night = 0) => {
		for (const t of known) if (t.drained === drained && t.veil === veil && t.night === night) return t;
		const tone = new Tone(drained, veil, night);
		if (known.length >= kept) known.shift();
		known.push(tone);
		return tone;
	};
}
