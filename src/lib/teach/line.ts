import { shade } from '../drawing/palette';
import { CAST } from '../street/cast';
import { hatch } from './hatch';
import type { Shape } from './pen';

/** How a picture is made of black alone: by lines, by hatching and by solid black. No grey, which a photocopier breaks up. */
type Tone = 'paper' | 'ink' | 'close' | 'sparse' | 'wide';

/** How far apart the lines of each hatching are, and how heavy. */
const HATCHES = { close: [4.2, 1.5], sparse: [7, 1.3], wide: [13, 1.1] } as const;

const brightness = (colour: string): number => {
	const v = parseInt(colour.slice(1, 7), 16);
	return (0.299 * ((v >> 16) & 255) + 0.587 * ((v >> 8) & 255) + 0.114 * (v & 255)) / 255;
};

/** Skin is paper, whoever it is: faces are drawn by their lines. */
const SKIN = new Set(
	[
		'#E6BFA0',
		'#EBC7AA',
		'#E0B08E',
		'#D8A27F',
		'#C48A66',
		'#8D5A3C',
		'#6F452E',
		...Object.values(CAST).map((c) => c.look.skin)
	].flatMap((colour) => [colour.toLowerCase(), shade(colour).toLowerCase(), shade(shade(colour)).toLowerCase()])
);

/** What fills a shape of a colour on paper: paper, ink, or a hatching. */
export function toneOf(colour: string): Tone {
	const own = colour.toLowerCase();
	if (!own.startsWith('#') || SKIN.has(own)) return 'paper';
	const light = brightness(own);
	if (light < 0.13) return 'ink';
	if (light < 0.36) return 'close';
	if (light < 0.56) return 'sparse';
	return light < 0.7 ? 'wide' : 'paper';
}

const ROUND = 'stroke-linejoin="round" stroke-linecap="round"';
const visible = ({ alpha }: Shape): boolean => alpha > 0.45;

/** Lines as wide as this are limbs: they are filled as shapes are. */
const LIMB = 4;

/** A shape filled with a tone: on white paper, lines over it where it is hatched. */
function filled(d: string, tone: Tone, attributes: string, coarse: number, width = 0): string {
	const paint = tone === 'ink' ? '#000' : '#fff';
	const body = `<path d="${d}" ${width ? `fill="none" stroke="${paint}" stroke-width="${width.toFixed(1)}"` : `fill="${paint}"`}${attributes}/>`;
	if (tone === 'ink' || tone === 'paper') return body;
	const [step, weight] = HATCHES[tone];
	const lines = hatch(d, step * coarse, width);
	return lines
		? `${body}<path d="${lines}" fill="none" stroke="#000" stroke-width="${(weight * coarse).toFixed(2)}"/>`
		: body;
}

/**
 * Shapes as SVG in black alone; `coarse` widens the hatching. What was painted faintly, a shadow or a crease, is left out.
 */
export function inked(shapes: readonly Shape[], coarse = 1): string {
	/** A thin line is ink, or a light on what is dark. */
	const paths = shapes.filter(visible).map(({ d, fill, stroke, width = 0 }) => {
		const limb = stroke && width > LIMB;
		const ink = stroke && brightness(stroke) > 0.74 ? '#fff' : '#000';
		const drawn = stroke && !limb ? ` stroke="${ink}" stroke-width="${width.toFixed(1)}"` : '';
		if (fill)
			return filled(d, toneOf(fill), drawn, coarse) + (limb ? filled(d, toneOf(stroke), '', coarse, width) : '');
		return limb ? filled(d, toneOf(stroke), '', coarse, width) : `<path d="${d}" fill="none"${drawn}/>`;
	});
	return `<g ${ROUND}>${paths.join('')}</g>`;
}

/** Shapes as one outline, `width` wide: what is inside is not known. `id` names it on its page. */
export function outlined(shapes: readonly Shape[], id: string, width: number): string {
	const bodies = shapes.filter((s) => visible(s) && s.fill).map((s) => `<path d="${s.d}"/>`);
	const limbs = (more: number): string =>
		shapes
			.filter((s) => visible(s) && !s.fill && s.width)
			.map((s) => `<path d="${s.d}" stroke-width="${((s.width ?? 1) + more).toFixed(1)}"/>`)
			.join('');
	return `<g ${ROUND}><g fill="#000" stroke="#000" stroke-width="${2 * width}"><g id="${id}">${bodies.join('')}</g></g><g fill="none" stroke="#000">${limbs(2 * width)}</g><use href="#${id}" fill="#fff" stroke="none"/><g fill="none" stroke="#fff">${limbs(0)}</g></g>`;
}
