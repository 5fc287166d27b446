import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import { UPRIGHT_RATIO, UPRIGHT_WIDTH, WIDE_RATIO, type Figure } from '../../src/lib/embed/figures';
import type { View } from '../../src/lib/picture/frame';
import { stillView } from '../../src/lib/picture/view';
import type { EmbedPage } from '../../src/lib/server/embed';
import type { Frames, Shot } from '../../src/lib/server/frames';
import type { NodeStage } from '../../src/lib/stage/node';
import { layOut, LINK, SQUARE, STORY_SHEET, viewOn, type Said, type Sheet } from './layout';
import { withDensity } from './png';
import { splitInk, svgOf } from './svg';

/** Pixels of the stage that a wide picture is composed for: its smallest letters are then read on a page. */
const WIDE = 1120;
/** Widths in pixels. The narrow one is composed as on a phone; the widest has 300 to an inch on 32 cm of paper. */
export const WIDTHS = [640, 1280, 1920, 3840] as const;
const PRINT = 3840;
export const SOCIAL: Record<string, Sheet> = { '1080x1080': SQUARE, '1200x630': LINK, '1080x1920': STORY_SHEET };

/** What pictures are made with. */
export interface Tools {
	frames: Frames;
	stage: NodeStage;
}

/** Where a figure opens, at rest. */
export function openingOf(
	{ names, rest }: Frames,
	{ chapter, opens }: Figure
): Pick<Shot, 'chapter' | 'step' | 'progress'> {
	const at = names[chapter].indexOf(opens);
	return { chapter, step: at + 1, progress: rest[chapter][at] };
}

const wideView = (): View => stillView(WIDE, WIDE * WIDE_RATIO);

/** The picture at one of the widths. */
export function pngOf({ frames, stage }: Tools, figure: Figure, { lang }: EmbedPage, width: number): Buffer {
	const view = width < 700 ? stillView(UPRIGHT_WIDTH, Math.round(UPRIGHT_WIDTH * UPRIGHT_RATIO)) : wideView();
	const frame = frames.frameAt({ ...openingOf(frames, figure), view, lang });
	const png = stage.render(frame, view.width, view.height, width / view.width).toBuffer('image/png');
	return width === PRINT ? withDensity(png, 300) : png;
}

/** The picture as SVG. What no element stands for is painted twice as fine as on a page. */
export function figureSvg({ frames, stage }: Tools, figure: Figure, page: EmbedPage): string {
	const { width, height, ...rest } = wideView();
	const frame = frames.frameAt({ ...openingOf(frames, figure), view: { width, height, ...rest }, lang: page.lang });
	const { painted } = splitInk(frame);
	const pixels = painted.length
		? stage.render({ ...frame, ink: painted, marks: [] }, width, height, 2).toBuffer('image/png')
		: null;
	const credit = `${page.ui['embed.credit']}.`;
	return svgOf({ frame, width, height, title: page.title, alt: page.alt, credit, painted: pixels, lang: page.lang });
}

/** A page of paper with the picture on it, people and marks as curves and words as text. */
export function figurePdf({ frames, stage }: Tools, figure: Figure, page: EmbedPage): Buffer {
	const view = wideView();
	const frame = frames.frameAt({ ...openingOf(frames, figure), view, lang: page.lang });
	const document = new PDFDocument({
		title: page.title,
		author: page.ui['embed.credit'],
		subject: page.alt,
		rasterDPI: 300
	});
	// The library's own type of a pen, which its PDF's is declared without.
	const pen = document.beginPage(view.width * 0.75, view.height * 0.75) as unknown as SKRSContext2D;
	pen.scale(0.75, 0.75);
	stage.paint(pen, frame, view.width, view.height, 3);
	document.endPage();
	return document.close();
}

/** A picture for one of the sizes in which people share them. */
export function socialOf(
	{ frames, stage }: Tools,
	figure: Figure,
	lang: EmbedPage['lang'],
	size: string,
	said: Said
): Buffer {
	const sheet = SOCIAL[size];
	const frame = frames.frameAt({ ...openingOf(frames, figure), view: viewOn(sheet), lang });
	return layOut(stage, sheet, frame, said).toBuffer('image/png');
}

/** The picture for the article: small enough for any editing system. */
export function articleJpeg({ frames, stage }: Tools, figure: Figure, lang: EmbedPage['lang']): Buffer {
	const view = wideView();
	const frame = frames.frameAt({ ...openingOf(frames, figure), view, lang });
	return stage.render(frame, view.width, view.height, 1280 / view.width).toBuffer('image/jpeg', 86);
}
