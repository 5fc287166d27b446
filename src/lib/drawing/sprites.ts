import type { Camera } from '../camera/camera';
import type { Local } from './frame';
import type { Tone } from './palette';
import type { Figure } from './people/figure';
import { createPeopleSprites } from './people/sprites';
import type { Pen } from './types';

/** A canvas of device pixels and its pen. */
export interface Sheet {
	canvas: unknown;
	pen: Pen;
}

/** How pictures are kept and put down. `paintStreet` asks it before it draws; false means: draw it yourself. */
export interface Stamp {
	/** Says from where the street is about to be seen. */
	begin(camera: Camera, tone: Tone, line: number): void;
	/** Puts a person down. */
	person(pen: Pen, who: Figure, at: Local, line: number, facing: boolean, idle: number): boolean;
	/** Puts a still thing down: `paint` draws it when it is not kept yet, `box` is (x0, y0, x1, y1) in pixels of the view. */
	still(pen: Pen, index: number, box: ArrayLike<number>, paint: (pen: Pen) => void): boolean;
}

export interface SpriteOptions {
	/** Makes a canvas of whole device pixels (an OffscreenCanvas in a page, a Canvas in Node). */
	createCanvas: (width: number, height: number) => Sheet;
	/** Device pixels to a pixel of the view. */
	ratio?: number;
	/** Device pixels kept at most; the longest unused go first. 6 million by default, 24 MB. */
	budget?: number;
}

/** Makes canvases for pictures given in pixels of the view, and puts them down again. */
export interface Sheets {
	readonly ratio: number;
	make(w: number, h: number): Sheet;
	/** Puts a picture of w by h pixels down with its corner at (x, y), `scale` times as large. */
	put(pen: Pen, sheet: Sheet, x: number, y: number, w: number, h: number, scale?: number): void;
}

type Drawer = Pen & { drawImage(image: unknown, x: number, y: number, w: number, h: number): void };

function createSheets(createCanvas: SpriteOptions['createCanvas'], ratio: number): Sheets {
	const device = (v: number): number => Math.max(1, Math.ceil(v * ratio));
	return {
		ratio,
		make(w, h) {
			const sheet = createCanvas(device(w), device(h));
			sheet.pen.scale(ratio, ratio);
			return sheet;
		},
		put(pen, sheet, x, y, w, h, scale = 1) {
			// The size that the canvas really has.
			(pen as Drawer).drawImage(sheet.canvas, x, y, (device(w) / ratio) * scale, (device(h) / ratio) * scale);
		}
	};
}

/** Frames a camera has to stand still before pictures are worth keeping. */
const STEADY = 2;

/**
 * Keeps people pre-drawn by look, gait phase, heading and size, and still things by camera, and puts them down as
 * images. Nothing is kept while the camera moves or looks down: then it declines and everything is drawn.
 */
export function createSprites({ createCanvas, ratio = 1, budget = 6e6 }: SpriteOptions): Stamp {
	const sheets = createSheets(createCanvas, ratio);
	const people = createPeopleSprites(sheets, budget);
	const stills = createStills(sheets);
	let steady = 0;
	let last: { camera: Camera; tone: Tone; line: number } | null = null;

	return {
		begin(camera, tone, line) {
			const toned = last?.tone === tone;
			if (last && toned && isSame(last.camera, camera)) steady++;
			else {
				steady = 0;
				stills.clear();
				if (!toned) people.clear();
			}
			last = { camera: { ...camera }, tone, line };
			people.begin();
		},
		person(pen, who, at, line, facing, idle) {
			if (!last || steady < STEADY || at.uz !== 0 || (who.shelter ?? 0) > 0.01) return false;
			return people.put(pen, who, at, last.tone, line, facing, idle);
		},
		still(pen, index, box, paint) {
			if (!last || steady < STEADY) return false;
			stills.put(pen, index, box, last.camera, last.line, paint);
			return true;
		}
	};
}

const isSame = (a: Camera, b: Camera): boolean =>
	a.x === b.x &&
	a.y === b.y &&
	a.z === b.z &&
	a.sin === b.sin &&
	a.f === b.f &&
	a.u0 === b.u0 &&
	a.v0 === b.v0 &&
	a.width === b.width &&
	a.height === b.height;

/** Still things as one camera sees them, each cut to its box. */
function createStills(sheets: Sheets) {
	/** Null: out of the picture. */
	const kept = new Map<number, { sheet: Sheet; x: number; y: number; w: number; h: number } | null>();

	function draw(box: ArrayLike<number>, camera: Camera, line: number, paint: (pen: Pen) => void) {
		const x = Math.max(-4, Math.floor(box[0] - 2 * line));
		const y = Math.max(-4, Math.floor(box[1] - 2 * line));
		const w = Math.min(camera.width + 4, box[2] + 2 * line) - x;
		const h = Math.min(camera.height + 4, box[3] + 2 * line) - y;
		if (w <= 0 || h <= 0) return null;
		const sheet = sheets.make(w, h);
		sheet.pen.translate(-x, -y);
		paint(sheet.pen);
		return { sheet, x, y, w, h };
	}

	return {
		clear: () => kept.clear(),
		put(
			pen: Pen,
			index: number,
			box: ArrayLike<number>,
			camera: Camera,
			line: number,
			paint: (pen: Pen) => void
		): void {
			let known = kept.get(index);
			if (known === undefined) kept.set(index, (known = draw(box, camera, line, paint)));
			if (known) sheets.put(pen, known.sheet, known.x, known.y, known.w, known.h);
		}
	};
}
