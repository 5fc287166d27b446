import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARDS, FIGURES, STORY, UPRIGHT_RATIO, UPRIGHT_WIDTH, WIDE_RATIO } from '../src/lib/embed/figures';
import type { Lang } from '../src/lib/picture/context';
import type { Mark } from '../src/lib/picture/frame';
import { column, stillView, viewOf } from '../src/lib/picture/view';
import { openFrames } from '../src/lib/server/frames';
import { UI } from '../src/lib/server/site';
import { createNodeStage } from '../src/lib/stage/node';
import { FAMILY } from '../src/lib/stage/tokens';
import { CARD } from '../src/lib/ui/share';

/** Bytes a card and a figure’s still may weigh: with its page, a still is not to pass 60,000. */
const CARD_LIMIT = 300_000;
const STILL_LIMIT = 48_000;
/** Pixels of the stage that a figure's wide still is composed for. */
const WIDE = 1120;
/** How finely the stills are packed that are copied into pages of others. */
const COPIED_QUALITY = 76;

/**
 * Names of the stills that a chapter’s figures open with. Frames show AVIF, which many editing systems refuse: what is
 * copied from us names a JPEG.
 */
export const figuresOf = (lang: Lang, chapter: string): string[] =>
	FIGURES.filter((f) => f.chapter === chapter).flatMap(({ id }) =>
		['.avif', '-phone.avif', '.jpg'].map((ending) => `figures/${lang}/${id}${ending}`)
	);
/** Name of the picture that a chapter, or the whole story, is shared with. */
export const cardOf = (lang: Lang, chapter: string = STORY): string => `cards/${lang}/${chapter}.jpg`;

const scratch = createCanvas(1, 1).getContext('2d');

/** A title, or words of another face, in as few lines as fit `width` pixels, as equal as can be. */
export function linesOf(
	title: string,
	size: number,
	width: number,
	face: { weight: number; font: keyof typeof FAMILY } = { weight: 800, font: 'grot' }
): string[] {
	scratch.font = `${face.weight} ${size}px "${FAMILY[face.font]}"`;
	const wide = (line: string) => scratch.measureText(line).width;
	const wrap = (most: number): string[] =>
		title.split(' ').reduce<string[]>((lines, word) => {
			const last = lines.at(-1);
			return last !== undefined && wide(`${last} ${word}`) <= most
				? [...lines.slice(0, -1), `${last} ${word}`]
				: [...lines, word];
		}, []);
	const least = wrap(width).length;
	let narrow = width;
	while (narrow > 60 && wrap(narrow - 10).length === least) narrow -= 10;
	return wrap(narrow);
}

/** A text mark of the heavy face, unless `more` says another. */
export const text = (key: string, words: string, x: number, y: number, size: number, more: object = {}): Mark => ({
	type: 'text',
	key,
	text: words,
	x,
	y,
	size,
	font: 'grot',
	weight: 800,
	...more
});

/** A chapter's title on a sheet of paper with a hard shadow, as the story's text stands beside its pictures. */
function sheet(number: string, title: string, name: string): Mark[] {
	const { width, left } = column(CARD.width);
	const size = 56;
	const lines = linesOf(title, size, width - 58);
	const h = 66 + lines.length * size + 92;
	const y = CARD.height - 56 - h;
	return [
		{ type: 'rect', key: 'shadow', x: left + 8, y: y + 8, w: width, h, fill: 'ink' },
		{ type: 'rect', key: 'paper', x: left, y, w: width, h, fill: 'paper', stroke: 'ink', width: 2 },
		text('number', number, left + 30, y + 50, 19, { font: 'mono', weight: 600, fill: 'muted' }),
		...lines.map((line, i) => text(`title ${i}`, line, left + 29, y + 50 + (i + 1) * size + 4, size)),
		{
			type: 'line',
			key: 'rule',
			x1: left + 30,
			y1: y + h - 62,
			x2: left + width - 30,
			y2: y + h - 62,
			stroke: 'ink',
			width: 2
		},
		text('name', name, left + 30, y + h - 24, 26)
	];
}

/** The story's own: its title on the paving, as it opens. */
const opening = (title: string, subtitle: string): Mark[] => {
	const lines = title.split(' ').length > 1 && title.length > 11 ? title.split(' ') : [title];
	const size = lines.length > 1 ? 124 : 150;
	return [
		...lines.map((line, i) => text(`title ${i}`, line, 50, 544 - (lines.length - 1 - i) * size * 0.86, size)),
		text('subtitle', subtitle, 56, 594, 30, { font: 'news', weight: 500 })
	];
};

/** Packed as small as it must be, and no smaller. */
async function under(limit: number, pack: (quality: number) => Promise<Buffer>, qualities: number[]): Promise<Buffer> {
	for (const quality of qualities) {
		const file = await pack(quality);
		if (file.length <= limit) return file;
	}
	throw new Error(`A picture is heavier than ${limit} bytes at its least quality`);
}

const jpeg = (canvas: Canvas) => under(CARD_LIMIT, async (quality) => canvas.encode('jpeg', quality), [90, 84, 76]);
const avif = (canvas: Canvas) =>
	under(STILL_LIMIT, (quality) => canvas.encode('avif', { quality, speed: 7 }), [44, 54, 64, 74]);

/** Opens what paints the pictures a link is shared with, and those figures open with elsewhere, into the folder `out`. */
export async function openCards(root: string, out: string) {
	const { recording, names, rest, frameAt } = await openFrames();
	const stage = createNodeStage(recording, join(root, 'src/lib/fonts'));
	for (const kind of ['cards', 'figures'])
		for (const lang of ['fr', 'en']) mkdirSync(join(out, kind, lang), { recursive: true });
	const at = (lang: Lang, chapter: string, name: string) => {
		const step = names[chapter].indexOf(name) + 1;
		return { chapter, step, progress: rest[chapter][step - 1], lang };
	};
	function card(lang: Lang, chapter: string, name: string, over: Mark[]): Promise<Buffer> {
		const frame = frameAt({ ...at(lang, chapter, name), view: viewOf(CARD.width, CARD.height, 'wide') });
		return jpeg(stage.render({ ...frame, marks: [...frame.marks, ...over] }, CARD.width, CARD.height));
	}
	return {
		async paintStory(lang: Lang): Promise<void> {
			const { title, subtitle } = UI[lang];
			writeFileSync(join(out, cardOf(lang)), await card(lang, 'place', 'square', opening(title, subtitle)));
		},
		async paintCard(lang: Lang, chapter: string, number: number, title: string): Promise<void> {
			const ui = UI[lang];
			const over = sheet(`${ui.chapter} ${number}`.toUpperCase(), title, ui.title);
			writeFileSync(join(out, cardOf(lang, chapter)), await card(lang, chapter, CARDS[chapter], over));
		},
		async paintFigures(lang: Lang, chapter: string): Promise<void> {
			for (const figure of FIGURES.filter((f) => f.chapter === chapter))
				for (const [suffix, w, h, ratio] of [
					['', WIDE, WIDE * WIDE_RATIO, 1],
					['-phone', UPRIGHT_WIDTH, Math.round(UPRIGHT_WIDTH * UPRIGHT_RATIO), 1.6]
				] as const) {
					const frame = frameAt({ ...at(lang, chapter, figure.opens), view: stillView(w, h) });
					const canvas = stage.render(frame, w, h, ratio);
					const name = join(out, `figures/${lang}/${figure.id}${suffix}`);
					writeFileSync(`${name}.avif`, await avif(canvas));
					if (!suffix) writeFileSync(`${name}.jpg`, await canvas.encode('jpeg', COPIED_QUALITY));
				}
		}
	};
}
