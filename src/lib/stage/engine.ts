import { countScene, sayCounts } from '../figure/says';
import { emptyRecording, loadRecording } from '../recording/browser';
import { createMasks, type Masks, type Recomputer } from '../recording/masks';
import type { Recording } from '../recording/types';
import { SCENES, type SceneModule } from '../scenes/index';
import { createContext, fill, type Lang, type Labels } from '../picture/context';
import type { Frame, Mark, Params, View } from '../picture/frame';
import { createBrowserEnvironment } from './browser';
import { createDiff, type Patch } from './diff';
import type { Faces } from './faces';
import { paintMarks } from './marks';
import { createPainter, type Environment, type Painter, type StagePen } from './paint';
import { same } from './same';

/** What the stage is asked to show: everything a scene is a function of, but the recording and the labels. */
export interface Wanted {
	chapter: string;
	/** 1-based. */
	step: number;
	progress: number;
	/** Names of the chapter's steps. */
	steps: string[];
	view: View;
	/** Seconds of small life, 0 under reduced motion. */
	life: number;
	params: Params;
	/** Device pixels to a CSS pixel, at rest. */
	ratio: number;
	/** The reader is scrolling: pictures may be coarser, if only that keeps up. */
	moving: boolean;
}

/** What the page tells the engine. */
export type Message =
	| { type: 'start'; lang: Lang; seed: number; /** Address of the folder of labels. */ labels: string }
	| { type: 'show'; wanted: Wanted }
	| { type: 'prepare'; chapter: string }
	/** The reader has started to move: fetch the recording, and take up the page's typefaces. */
	| { type: 'record'; faces: Faces }
	/** Asks for the picture now on stage in words. */
	| { type: 'describe' }
	/** Asks for the frame now on stage, whole: for tests. */
	| { type: 'inspect' };

/** What the engine tells the page. */
export type Reply =
	| { type: 'hello' }
	/** The answer to each `show`. `frame` is null when the scene is not there yet: the stage keeps what it has. */
	| {
			type: 'picture';
			night: number | null;
			patches: Patch[];
			painted: boolean;
			/** False when more of the same picture's marks are to come. */
			complete: boolean;
			bitmap?: ImageBitmap;
			/** The picture's marks are those painted last; the elements are not yet, or no longer, of this picture. */
			flat: boolean;
			/** Marks newly painted. */
			sheet?: ImageBitmap;
	  }
	| { type: 'prepared'; chapter: string; labels: Record<string, string> }
	| { type: 'recorded' }
	/** Masks have been made anew: the same picture may now show more. */
	| { type: 'masked' }
	/** What the controls of a chapter say of the recording with the values now set. */
	| { type: 'reads'; chapter: string; values: Record<string, number> }
	/** What the scene says of its picture, and what can be counted in it; '' where there is nothing to say. */
	| { type: 'described'; says: string; counts: string }
	| { type: 'inspected'; frame: Frame | null }
	| { type: 'fault'; where: string; error: string };

/** A canvas that an engine paints on, and how what it painted gets to the page. */
export interface Screen {
	resize(width: number, height: number): StagePen;
	/** The picture painted, to be handed over; undefined where the page sees the canvas itself. */
	take(): ImageBitmap | undefined;
}

/** Slower pictures than this, in milliseconds on average while scrolling, are painted with fewer pixels. */
const SLOW = 15;
const COARSE = 0.8;
/** Elements of the SVG made for one picture: about 4 ms of a slow phone. */
const MADE_AT_ONCE = 60;
const UNCHANGED = { patches: [], complete: true };

/**
 * The stage's engine: street, recording, scenes and painter. The same code runs in a worker or in the page itself
 * (host.ts); it is told messages and gives replies. One `picture` answers each `show`. `openRecomputer` starts what
 * makes masks anew beside it, `openSheet` a clear canvas for marks; null where there can be none. With a sheet, marks are
 * elements at rest only: changing hundreds of elements at every turn of the wheel is what a slow phone cannot do.
 */
export function createEngine(
	screen: Screen,
	reply: (reply: Reply, transfer?: Transferable[]) => void,
	openRecomputer: () => Recomputer | null = () => null,
	openSheet: (faces: Faces) => Promise<Screen | null> = async () => null
) {
	let lang: Lang = 'fr';
	let folder = '';
	let recording: Recording | null = null;
	let environment: Environment | null = null;
	let painter: Painter | null = null;
	let masks: Masks | null = null;
	const modules: Record<string, SceneModule> = {};
	const labels: Labels = {};
	const asked = new Map<string, Promise<void>>();
	const diff = createDiff(MADE_AT_ONCE);
	let frame: Frame | null = null;
	let chapter = '';
	/** What was painted last, so that the same is not painted again. */
	let shown: { frame: Frame; width: number; height: number; ratio: number; epoch: number; exact: boolean } | null =
		null;
	let sheet: Screen | null = null;
	/** The marks on the sheet. */
	let written: { marks: Mark[]; width: number; height: number; ratio: number } | null = null;
	/** Grows when pictures of the sensor can be had that could not. */
	let epoch = 0;
	let cost = 0;
	let coarse = false;
	const read: Record<string, string> = {};

	function prepare(chapter: string): Promise<void> {
		let known = asked.get(chapter);
		if (!known) {
			known = Promise.all([SCENES[chapter](), fetch(`${folder}${chapter}.json`).then((r) => r.json())]).then(
				([module, own]: [SceneModule, Record<string, string>]) => {
					modules[chapter] = module;
					labels[chapter] = own;
					reply({ type: 'prepared', chapter, labels: own });
				}
			);
			known.catch((error: unknown) => {
				asked.delete(chapter);
				reply({ type: 'fault', where: chapter, error: String(error) });
			});
			asked.set(chapter, known);
		}
		return known;
	}

	function evaluate(wanted: Wanted): Frame | null {
		const module = modules[wanted.chapter];
		if (!module || !recording) return null;
		const { chapter, step, progress, steps, view, life, params } = wanted;
		try {
			return module.scene(
				createContext({ chapter, step, progress, steps, view, lang, labels, life, recording, params })
			);
		} catch (error) {
			reply({ type: 'fault', where: `${chapter}.${step}`, error: String(error) });
			return null;
		}
	}

	function show(wanted: Wanted): void {
		void prepare(wanted.chapter);
		const next = evaluate(wanted);
		if (!next || !painter || !wanted.view.width || !wanted.view.height) {
			reply({ type: 'picture', night: null, patches: [], painted: false, complete: true, flat: false });
			return;
		}
		frame = next;
		chapter = wanted.chapter;
		const { width, height } = wanted.view;
		if (!wanted.moving) {
			coarse = false;
			cost *= 0.9;
		} else if (cost > SLOW) coarse = true;
		const ratio = coarse ? Math.min(COARSE, wanted.ratio) : wanted.ratio;
		const { patches, complete } = sheet && wanted.moving ? UNCHANGED : diff(next.marks);
		const flat = sheet !== null && (wanted.moving || !complete);
		const marks = flat ? write(next.marks, width, height, wanted.ratio) : undefined;
		let bitmap: ImageBitmap | undefined;
		const fresh =
			!shown ||
			shown.width !== width ||
			shown.height !== height ||
			shown.ratio !== ratio ||
			shown.epoch !== epoch ||
			(!shown.exact && !wanted.moving) ||
			shown.frame.night > 0.5 !== next.night > 0.5 ||
			!same(shown.frame.ink, next.ink);
		if (fresh) {
			const before = performance.now();
			const pen = screen.resize(Math.round(width * ratio), Math.round(height * ratio));
			pen.setTransform(ratio, 0, 0, ratio, 0, 0);
			const exact = painter.paint(pen, next, width, height, ratio, wanted.moving);
			bitmap = screen.take();
			cost += (performance.now() - before - cost) * 0.2;
			shown = { frame: next, width, height, ratio, epoch, exact };
		}
		reply(
			{ type: 'picture', night: next.night, patches, painted: fresh, complete, bitmap, flat, sheet: marks },
			[bitmap, marks].filter((b) => b !== undefined)
		);
		readings(wanted);
		const window = recording?.tracks.length ? modules[wanted.chapter].masks?.(recording) : undefined;
		// Nothing is made for a reader whose picture stands still, who passes, or who has gone on.
		if (window && wanted.life > 0 && !wanted.moving) masks?.request(window.from, window.to);
		else if (!window) masks?.cancel();
	}

	/** Paints marks on the sheet, unless they are there. */
	function write(marks: Mark[], width: number, height: number, ratio: number): ImageBitmap | undefined {
		if (!sheet || !environment) return undefined;
		const known = written?.width === width && written.height === height && written.ratio === ratio;
		if (known && same(written?.marks, marks)) return undefined;
		written = { marks, width, height, ratio };
		const pen = sheet.resize(Math.round(width * ratio), Math.round(height * ratio));
		pen.setTransform(ratio, 0, 0, ratio, 0, 0);
		paintMarks(pen, marks, environment.createPath);
		return sheet.take();
	}

	/** The picture now on stage in words: a scene's own, or what can be counted in it. */
	function describe(): { says: string; counts: string } {
		if (!frame || !recording) return { says: '', counts: '' };
		if (frame.says) return { says: frame.says, counts: '' };
		const say = (key: string, vars?: Record<string, string | number>) => fill(lang, labels[chapter][key], vars);
		return { says: '', counts: sayCounts(countScene(frame, recording), say) };
	}

	/** Tells what a chapter's controls say, when the recording is there and the values have changed. */
	function readings({ chapter, params }: Wanted): void {
		const reads = modules[chapter]?.reads;
		if (!reads || !recording?.tracks.length) return;
		const key = JSON.stringify(params);
		if (read[chapter] === key) return;
		read[chapter] = key;
		reply({ type: 'reads', chapter, values: reads(recording, params) });
	}

	return (message: Message): void => {
		switch (message.type) {
			case 'start':
				lang = message.lang;
				folder = message.labels;
				recording = emptyRecording(message.seed);
				masks = createMasks(message.seed, openRecomputer, () => {
					epoch++;
					reply({ type: 'masked' });
				});
				environment = createBrowserEnvironment(() => recording as Recording);
				painter = createPainter(environment);
				break;
			case 'show':
				show(message.wanted);
				break;
			case 'prepare':
				void prepare(message.chapter);
				break;
			case 'record':
				void openSheet(message.faces).then((opened) => (sheet = opened));
				loadRecording((recording as Recording).street, masks ?? undefined).then(
					(loaded) => {
						recording = loaded;
						epoch++;
						reply({ type: 'recorded' });
					},
					(error: unknown) => reply({ type: 'fault', where: 'recording', error: String(error) })
				);
				break;
			case 'describe':
				reply({ type: 'described', ...describe() });
				break;
			case 'inspect':
				reply({ type: 'inspected', frame });
				break;
		}
	};
}
