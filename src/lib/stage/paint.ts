import { fit, type Camera } from '../camera/camera';
import { createStreetPainter, type StreetPainter } from '../drawing/street';
import { Tone } from '../drawing/palette';
import { NEAR } from '../drawing/people/near';
import { paintPerson } from '../drawing/portrait';
import type { paintSetting } from '../drawing/settings/settings';
import { createSprites, type Stamp } from '../drawing/sprites';
import type { Pen } from '../drawing/types';
import type { Frame, Ink, SensorLayer } from '../picture/frame';
import type { Instant, Street } from '../street/types';
import { shine, wet } from './rain';
import { paintPath, type Canvas2D } from './marks';
import { TOKENS } from './tokens';

/** A 2D context that can also draw images: a browser's or @napi-rs/canvas's. */
export interface StagePen extends Canvas2D, Pick<CanvasRenderingContext2D, 'drawImage' | 'imageSmoothingEnabled'> {
	setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
}

export interface Surface {
	canvas: CanvasImageSource;
	pen: StagePen;
}

/** What the painter needs of the place it runs in. */
export interface Environment {
	/** A canvas of device pixels. */
	createSurface(width: number, height: number): Surface;
	createPath(d: string): Path2D;
	/** A sensor-sized picture of a layer at a recording frame; null when it is not (yet) there: the drawing stays. */
	sensor(at: number, layer: SensorLayer): CanvasImageSource | null;
	street: Street;
	/** Keep people pre-drawn, as pages do for speed; stills are drawn anew, stroke by stroke. */
	sprites?: boolean;
	/** How drawn settings are painted: a chapter that has some brings it, since the first view needs none. */
	settings?: typeof paintSetting;
}

export interface Painter {
	/**
	 * Paints the frame's ink on a stage of `width` by `height` CSS pixels; `ratio` device pixels to a CSS pixel.
	 * With `moving` small things may lag; then the answer is false, and the picture is to be painted again at rest.
	 */
	paint(pen: StagePen, frame: Frame, width: number, height: number, ratio: number, moving?: boolean): boolean;
}

/** What painting one picture has come to so far. */
interface Turn {
	/** Of this picture among all: what has not been used for some is forgotten. */
	number: number;
	/** Everything is to be painted as it is, however long it takes. */
	exact: boolean;
	/** Something was not. */
	stale: boolean;
	/** Settings painted anew in this picture. */
	renewed: number;
}

/** Pictures after which what was kept and not used is forgotten. */
const KEPT = 30;
const forget = (kept: Map<unknown, { seen: number }>, { number }: Turn) => {
	for (const [key, k] of kept) if (number - k.seen > KEPT) kept.delete(key);
};

/** Streets without people, kept as long as the camera does not move. */
function createBackdrops(env: Environment, { paintBackdrop }: StreetPainter) {
	const backdrops = new Map<string, { seen: number; surface: Surface | null }>();
	return {
		forget: (turn: Turn) => forget(backdrops, turn),
		paint(pen: StagePen, ink: Extract<Ink, { type: 'street' }>, now: Instant, ratio: number, turn: Turn): void {
			const c = ink.camera;
			const tone = { drained: level(ink.drained), veil: ink.veil, night: level(ink.night), near: NEAR };
			const pose = [c.x, c.y, c.z, c.sin, c.f, c.u0, c.v0, c.width, c.height];
			const key = [...pose, tone.drained, ink.veil ?? 0, tone.night, ratio].join();
			const known = backdrops.get(key);
			if (!known) {
				backdrops.set(key, { seen: turn.number, surface: null });
				paintBackdrop(pen as unknown as Pen, now, c, tone);
				return;
			}
			if (!known.surface) {
				// The camera stands still for a second frame: worth keeping.
				known.surface = env.createSurface(Math.ceil(c.width * ratio), Math.ceil(c.height * ratio));
				known.surface.pen.scale(ratio, ratio);
				paintBackdrop(known.surface.pen as unknown as Pen, now, c, tone);
			}
			known.seen = turn.number;
			pen.drawImage(known.surface.canvas, 0, 0, c.width, c.height);
		}
	};
}

/**
 * Settings are kept at the step of size above their own, and painted again only when their time has moved. While the
 * reader scrolls, only so much is painted anew for a picture; the others show what they showed, at another size if need
 * be.
 */
function createSettings(env: Environment) {
	const thumbnails = new Map<string, { seen: number; at: number; surface: Surface }>();
	/** Each setting as it was put down last, at whatever size. */
	const latest = new Map<string, { seen: number; surface: Surface }>();
	return {
		forget(turn: Turn) {
			forget(thumbnails, turn);
			forget(latest, turn);
		},
		paint(pen: StagePen, ink: Extract<Ink, { type: 'setting' }>, ratio: number, turn: Turn): void {
			const drained = level(ink.drained);
			// Scenes that change a size from frame to frame may say at which it is kept; otherwise sizes go by steps on the way.
			const own = ink.kept ?? ink.w;
			const stepped = SIZE_STEP ** Math.ceil(Math.log(Math.max(8, own)) / Math.log(SIZE_STEP));
			const w = turn.exact || ink.kept ? own : stepped;
			const h = (w * ink.h) / ink.w;
			const kin = [ink.name, ink.seed, drained, ratio].join();
			const key = [kin, w.toFixed(1), Math.round(h)].join();
			let known = thumbnails.get(key);
			const other = latest.get(kin);
			if (!known && other && !turn.exact && turn.renewed >= RENEWED) {
				other.seen = turn.number;
				turn.stale = true;
				pen.drawImage(other.surface.canvas, ink.x, ink.y, ink.w, ink.h);
				return;
			}
			if (!known) {
				const surface = env.createSurface(Math.ceil(w * ratio), Math.ceil(h * ratio));
				surface.pen.scale(ratio, ratio);
				thumbnails.set(key, (known = { seen: turn.number, at: NaN, surface }));
			}
			known.seen = turn.number;
			if (known.at !== ink.at) {
				if (turn.exact || Number.isNaN(known.at) || turn.renewed < RENEWED) {
					if (!env.settings) throw new Error('A chapter with drawn settings must bring what paints them');
					known.at = ink.at;
					turn.renewed++;
					env.settings(known.surface.pen as unknown as Pen, ink.name, ink.seed, ink.at, w, h, { drained });
				} else turn.stale = true;
			}
			if (w !== own) turn.stale = true;
			latest.set(kin, { seen: turn.number, surface: known.surface });
			pen.drawImage(known.surface.canvas, ink.x, ink.y, ink.w, ink.h);
		}
	};
}

/** Pre-drawn people for each number of device pixels to a CSS pixel; none where people are drawn anew. */
function createStamps(env: Environment): (ratio: number) => Stamp | undefined {
	const stamps = new Map<number, Stamp>();
	return (ratio) => {
		if (!env.sprites) return undefined;
		let stamp = stamps.get(ratio);
		if (!stamp) {
			stamp = createSprites({
				ratio,
				createCanvas(width, height) {
					const { canvas, pen } = env.createSurface(width, height);
					return { canvas, pen: pen as unknown as Pen };
				}
			});
			stamps.set(ratio, stamp);
		}
		return stamp;
	};
}

function paintOnePerson(pen: StagePen, ink: Extract<Ink, { type: 'person' }>, tone: Tone): void {
	const { look, pose, phase = 0, height = 1.7, shelter = 0, back, facing = 1 } = ink;
	const hx = back ? 0 : facing;
	const hy = back ? 1 : facing === 0 ? -1 : 0;
	paintPerson(pen as unknown as Pen, { look, pose, phase, hx, hy, height, shelter }, ink.x, ink.y, ink.k, { tone });
}

/** Paints the canvas layer of frames. */
export function createPainter(env: Environment): Painter {
	const painter = createStreetPainter();
	const day = new Tone();
	const backdrops = createBackdrops(env, painter);
	const settings = createSettings(env);
	const stampOf = createStamps(env);
	let number = 0;

	function street(pen: StagePen, ink: Extract<Ink, { type: 'street' }>, ratio: number, turn: Turn): void {
		const { camera, rain, veil } = ink;
		const drained = level(ink.drained);
		const night = level(ink.night);
		const brush = pen as unknown as Pen;
		const dry = env.street.at(ink.at);
		const now = rain ? wet(dry, rain) : dry;
		backdrops.paint(pen, ink, now, ratio, turn);
		if (rain) shine(brush, now, camera, painter.toneOf(drained, veil, night), rain);
		const { only, facing, empty } = ink;
		const stamp = stampOf(ratio);
		painter.paintStreet(brush, now, camera, { only, facing, drained, veil, night, empty, stamp, near: NEAR });
	}

	function sensor(pen: StagePen, ink: Extract<Ink, { type: 'sensor' }>): void {
		const picture = env.sensor(ink.at, ink.layer);
		if (!picture) return;
		pen.imageSmoothingEnabled = false;
		pen.drawImage(picture, ink.x, ink.y, ink.w, ink.h);
		pen.imageSmoothingEnabled = true;
	}

	function one(pen: StagePen, ink: Ink, ratio: number, turn: Turn): void {
		switch (ink.type) {
			case 'street':
				return street(pen, ink, ratio, turn);
			case 'person':
				return paintOnePerson(pen, ink, day);
			case 'sensor':
				return sensor(pen, ink);
			case 'shape':
				return paintPath(pen, ink, env.createPath(ink.d));
			case 'dots':
				return paintDots(pen, ink, ratio);
			case 'setting':
				return settings.paint(pen, ink, ratio, turn);
		}
	}

	return {
		paint(pen, frame, width, height, ratio, moving = false) {
			const turn: Turn = { number: ++number, exact: !moving, stale: false, renewed: 0 };
			pen.fillStyle = TOKENS[frame.night > 0.5 ? 'night' : 'paper'];
			pen.beginPath();
			pen.rect(0, 0, width, height);
			pen.fill();
			for (const ink of frame.ink) {
				pen.save();
				if ('opacity' in ink && ink.opacity !== undefined && ink.type !== 'shape' && ink.type !== 'dots')
					pen.globalAlpha = ink.opacity;
				const clip = 'clip' in ink ? ink.clip : ink.type === 'setting' ? ink : undefined;
				if (clip) {
					pen.beginPath();
					pen.rect(clip.x, clip.y, clip.w, clip.h);
					pen.clip();
				}
				one(pen, ink, ratio, turn);
				pen.restore();
			}
			backdrops.forget(turn);
			settings.forget(turn);
			return !turn.stale;
		}
	};
}

/** Settings painted anew for a picture while the reader scrolls. */
const RENEWED = 2;
/** Kept settings go by steps of size of this ratio. */
const SIZE_STEP = 1.25;

/** Dots to a path: canvases take ever longer over longer ones. */
const DOTS = 16;
const SPECKS = 256;
/** Dots of fewer device pixels across are squares: nobody can tell. */
const SPECK = 3.2;

function paintDots(pen: StagePen, ink: Extract<Ink, { type: 'dots' }>, ratio: number): void {
	const { xyr } = ink;
	let inPath = 0;
	for (let i = 0; i + 2 < xyr.length; i += 3) {
		const x = xyr[i];
		const y = xyr[i + 1];
		const r = Math.max(0, xyr[i + 2]);
		const speck = 2 * r * ratio < SPECK;
		if (inPath === 0) pen.beginPath();
		if (speck) pen.rect(x - 0.886 * r, y - 0.886 * r, 1.772 * r, 1.772 * r);
		else {
			pen.moveTo(x + r, y);
			pen.arc(x, y, r, 0, 2 * Math.PI);
		}
		inPath += speck ? 1 : SPECKS / DOTS;
		if (inPath >= SPECKS) {
			paintPath(pen, ink);
			inPath = 0;
		}
	}
	if (inPath) paintPath(pen, ink);
}

/** Tones go by sixths, so that pre-drawn people and backdrops can be kept. */
const level = (v: number | undefined): number => Math.round((v ?? 0) * 6) / 6;

/** The camera of a street ink that fills a view from a pose: shorthand for scenes. */
export const cover = (
	pose: Parameters<typeof fit>[0],
	view: { width: number; height: number },
	options?: Parameters<typeof fit>[3]
): Camera => fit(pose, view.width, view.height, options);
