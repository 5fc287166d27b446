import { measure, type Font } from '../../src/lib/figure/text';
import type { Frame, Ink, Mark } from '../../src/lib/picture/frame';
import { createDiff, type Patch } from '../../src/lib/stage/diff';
import { TOKENS } from '../../src/lib/stage/tokens';

/** Our typefaces, and what stands in for them where they are not installed. */
const FAMILIES: Record<Font, string> = {
	grot: "'Bricolage Grotesque', 'Liberation Sans', Arial, sans-serif",
	news: "Newsreader, 'Liberation Serif', 'Times New Roman', serif",
	mono: "'Martian Mono', 'Liberation Mono', 'Courier New', monospace"
};

const escape = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const isDrawn = (ink: Ink): boolean => ink.type !== 'shape' && ink.type !== 'dots';

/**
 * A frame's ink in two: what is painted as pixels, up to the last ink that no SVG element stands for, and the shapes and
 * dots over it. The first part is empty where the figure is marks alone.
 */
export function splitInk({ ink }: Frame): { painted: Ink[]; over: Ink[] } {
	const last = ink.findLastIndex(isDrawn);
	return { painted: ink.slice(0, last + 1), over: ink.slice(last + 1) };
}

/** Shapes and dots as the marks they look like. */
const asMarks = (over: Ink[]): Mark[] =>
	over.flatMap((ink, i): Mark[] => {
		if (ink.type === 'shape') {
			const { clip, ...shape } = ink;
			const path: Mark = { ...shape, type: 'path', key: `ink ${i}` };
			return clip ? [{ type: 'group', key: `ink group ${i}`, clip, children: [path] }] : [path];
		}
		if (ink.type !== 'dots') return [];
		const { xyr, type: _, ...paint } = ink;
		return Array.from({ length: Math.floor(xyr.length / 3) }, (__, n) => ({
			...paint,
			type: 'circle',
			key: `dot ${i} ${n}`,
			x: xyr[3 * n],
			y: xyr[3 * n + 1],
			r: xyr[3 * n + 2]
		}));
	});

function open([, , tag, , , attributes, words]: Extract<Patch, ['create', ...unknown[]]>): string {
	const { class: names, ...rest } = attributes;
	const [family, halo] = String(names ?? '').split(' ');
	const all: [string, string | number][] = Object.entries(rest);
	if (family in FAMILIES) {
		const font = family as Font;
		all.push(['font-family', FAMILIES[font]]);
		// What stands in for our narrow typeface is wider than the paper behind it: it is set as wide as ours would be.
		if (words)
			all.push(['textLength', measure(words, Number(rest['font-size']), font)], ['lengthAdjust', 'spacingAndGlyphs']);
	}
	if (halo) all.push(['paint-order', 'stroke'], ['stroke-linejoin', 'round']);
	const printed = all.map(([k, v]) => `${k}="${escape(typeof v === 'number' ? String(+v.toFixed(2)) : v)}"`);
	return `<${[tag, ...printed].join(' ')}>`;
}

/** Marks as the elements a page of ours draws them with. */
function elementsOf(marks: Mark[]): string {
	const made = createDiff('m')(marks).patches.filter((p) => p[0] === 'create');
	const inside = new Map<number, typeof made>();
	for (const patch of made) inside.set(patch[3], [...(inside.get(patch[3]) ?? []), patch]);
	// Ids of clips are made of keys, which may hold anything; an address in url() may not.
	const ids = new Map(made.filter((p) => p[5].id).map((p, i) => [String(p[5].id), `clip-${i}`]));
	const print = (id: number): string =>
		(inside.get(id) ?? [])
			.map((patch) => {
				const attributes = { ...patch[5] };
				if (attributes.id) attributes.id = ids.get(String(attributes.id))!;
				const clip = /^url\(#(.*)\)$/.exec(String(attributes['clip-path'] ?? ''));
				if (clip) attributes['clip-path'] = `url(#${ids.get(clip[1])})`;
				const head = open(['create', patch[1], patch[2], patch[3], patch[4], attributes, patch[6]]);
				return `${head}${patch[6] === undefined ? print(patch[1]) : escape(patch[6])}</${patch[2]}>`;
			})
			.join('\n');
	return print(0);
}

export interface Picture {
	frame: Frame;
	width: number;
	height: number;
	title: string;
	/** Its alternative text. */
	alt: string;
	credit: string;
	/** What `splitInk` calls painted, as a PNG; null where nothing is. */
	painted: Buffer | null;
	lang: string;
}

/** A frame as an SVG file: words are text, marks are elements, and what no element stands for is one image below them. */
export function svgOf({ frame, width, height, title, alt, credit, painted, lang }: Picture): string {
	const { over } = splitInk(frame);
	const paper = TOKENS[frame.night > 0.5 ? 'night' : 'paper'];
	const size = `x="0" y="0" width="${width}" height="${height}"`;
	const base = painted
		? `<image id="drawing" ${size} href="data:image/png;base64,${painted.toString('base64')}"/>`
		: `<rect id="paper" ${size} fill="${paper}"/>`;
	return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" xml:lang="${lang}">
<title id="title">${escape(title)}</title>
<desc id="desc">${escape(alt)} ${escape(credit)}</desc>
${base}
<g id="shapes">
${elementsOf(asMarks(over))}
</g>
<g id="marks">
${elementsOf(frame.marks)}
</g>
</svg>
`;
}
