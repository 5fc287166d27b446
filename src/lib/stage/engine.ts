import { countScene, sayCounts } from '../figure/says';
import { createContext, type Lang } from '../picture/context';
import type { Frame, Ink, Params } from '../picture/frame';
import { createMasks, type Masks, type Recomputer } from '../recording/masks';
import type { Recording } from '../recording/types';
import { waitingFor, type Waiting } from '../recording/waiting';
import type { FaceFile, RecordingFiles } from './assets';
import { createBrowserEnvironment } from './browser';
import { createChapters, type Chapters } from './chapters';
import { createDiff } from './diff';
import type { Lack, Message, Picture, Reply, Wanted } from './messages';
import { createPainter, type Environment } from './paint';
import { createInkScreen, createMarkScreen, type InkScreen, type Screen } from './screen';

/** Elements of the SVG made for one picture: about 4 ms of a slow phone. */
const MADE_AT_ONCE = 60;
/** Milliseconds within which a picture is asked for when something new has come. */
const SOON = 400;
const UNCHANGED = { patches: [], complete: true };
const NOTHING = { night: 0, patches: [], painted: false, complete: true, flat: false };
/** Bitmaps of a picture, which change hands. */
const bitmapsOf = ({ bitmap, sheet }: Picture) => [bitmap, sheet].filter((b) => b !== undefined);

/** What of a frame is drawn, and rests on nothing the machine inferred. */
const DRAWN: ReadonlySet<Ink['type']> = new Set(['street', 'setting', 'person']);

interface Evaluated {
	frame: Frame | null;
	lacks: Lack | null;
}

/**
 * What the scene gives of a place. Without the recording, of a frame that asked for it only what is drawn is kept.
 * A scene that throws is told of by `reply`.
 */
function evaluate(
	{ chapter, step, progress, steps, view, life, params }: Wanted,
	lang: Lang,
	chapters: Chapters,
	recording: Recording | null,
	waiting: Waiting,
	reply: (reply: Reply) => void
): Evaluated {
	const lacks = chapters.lacks(chapter);
	if (lacks) return { frame: null, lacks };
	waiting.asked = false;
	const { labels } = chapters;
	const known = recording ?? waiting.recording;
	try {
		const frame = chapters
			.module(chapter)!
			.scene(createContext({ chapter, step, progress, steps, view, lang, labels, life, recording: known, params }));
		if (recording || !waiting.asked) return { frame, lacks: null };
		const ink = frame.ink.filter((i) => DRAWN.has(i.type));
		return { frame: { night: frame.night, ink, marks: [] }, lacks: 'recording' };
	} catch (error) {
		// A scene need not hold without what it is of.
		if (recording) reply({ type: 'fault', where: `${chapter}.${step}`, error: String(error) });
		return { frame: null, lacks: recording ? 'scene' : 'recording' };
	}
}

/** Tells what a chapter's controls say of the recording, once for every set of values. */
function createReadings(chapters: Chapters, reply: (reply: Reply) => void) {
	const told: Record<string, string> = {};
	return (chapter: string, recording: Recording | null, params: Params): void => {
		const reads = chapters.module(chapter)?.reads;
		if (!reads || !recording) return;
		const key = JSON.stringify(params);
		if (told[chapter] === key) return;
		told[chapter] = key;
		reply({ type: 'reads', chapter, values: reads(recording, params), params });
	};
}

/** A picture in words: a scene's own, or what can be counted in it. */
function wordsOf(frame: Frame | null, known: Recording | undefined, chapters: Chapters, chapter: string) {
	if (!frame || !known) return { says: '', counts: '' };
	if (frame.says) return { says: frame.says, counts: '' };
	return { says: '', counts: sayCounts(countScene(frame, known), (key, vars) => chapters.say(chapter, key, vars)) };
}

/** What an engine has of the world outside it. */
export interface EngineParts {
	screen: Screen;
	reply(reply: Reply, transfer?: Transferable[]): void;
	/** Starts what makes masks anew beside it; null where there can be none. */
	openRecomputer?(): Recomputer | null;
	/** A clear canvas for marks, with the page's typefaces; null where there can be none. */
	openSheet?(faces: FaceFile[]): Promise<Screen | null>;
	/** What pictures are painted with, over whatever recording there is at the moment. */
	createEnvironment?(recording: () => Recording): Environment;
}

/**
 * The stage's engine: street, recording, scenes and painter. The same code runs in a worker, in the page itself or in
 * Node; it is told messages and gives replies. One `picture` answers each `show`. With a sheet, marks are elements at
 * rest only: changing hundreds of elements at every turn of the wheel is what a slow phone cannot do.
 */
export function createEngine(parts: EngineParts): (message: Message) => void {
	const { screen, reply, openRecomputer = () => null, openSheet = async () => null } = parts;
	let lang: Lang = 'fr';
	let waiting: Waiting | null = null;
	let recording: Recording | null = null;
	let environment: Environment | null = null;
	let canvas: InkScreen | null = null;
	let sheet: ReturnType<typeof createMarkScreen> | null = null;
	let masks: Masks | null = null;
	let diff = createDiff('stage', MADE_AT_ONCE);
	let frame: Frame | null = null;
	let chapter = '';
	let params: Params = {};
	/** Grows when pictures of the sensor can be had that could not. */
	let epoch = 0;
	const chapters = createChapters(
		() => lang,
		(chapter) => {
			const { settings } = chapters.module(chapter)!;
			if (environment && settings) environment.settings = settings;
			reply({ type: 'prepared', chapter });
			tellSoon();
		},
		(chapter, error) => reply({ type: 'lost', what: 'scene', chapter, error })
	);
	const tell = createReadings(chapters, reply);
	const readings = (chapter: string) => tell(chapter, recording, params);
	/** After the picture that is asked for now: words beside pictures that are far away can wait, but not for ever. */
	const tellSoon = () => setTimeout(() => Object.keys(chapters.labels).forEach(readings), SOON);

	function start(seed: number, name: string): void {
		diff = createDiff(name, MADE_AT_ONCE);
		waiting = waitingFor(seed);
		masks = createMasks(seed, openRecomputer, () => {
			epoch++;
			reply({ type: 'masked' });
		});
		environment = (parts.createEnvironment ?? createBrowserEnvironment)(
			() => recording ?? (waiting as Waiting).recording
		);
		canvas = createInkScreen(screen, createPainter(environment));
	}

	/** What a place looks like now, with what it takes to have it on the page. */
	function picture(wanted: Wanted): Picture {
		if (!waiting) return { place: null, lacks: null, ...NOTHING };
		const { frame: next, lacks } = evaluate(wanted, lang, chapters, recording, waiting, reply);
		if (!next || !canvas || !wanted.view.width || !wanted.view.height) return { place: null, lacks, ...NOTHING };
		const painted = canvas.paint(next, wanted.view, wanted.ratio, wanted.moving, epoch);
		if (!painted) return { place: null, lacks: 'canvas', ...NOTHING };
		frame = next;
		chapter = wanted.chapter;
		const { patches, complete } = sheet && wanted.moving ? UNCHANGED : diff(next.marks);
		const flat = sheet !== null && (wanted.moving || !complete);
		return {
			place: { chapter: wanted.chapter, step: wanted.step },
			lacks,
			night: next.night,
			patches,
			painted: painted.fresh,
			complete,
			bitmap: painted.bitmap,
			flat,
			sheet: flat ? sheet?.(next.marks, wanted.view, wanted.ratio) : undefined
		};
	}

	function show(wanted: Wanted): void {
		params = wanted.params;
		const made = picture(wanted);
		reply({ type: 'picture', picture: made }, bitmapsOf(made));
		if (!made.place) return;
		readings(wanted.chapter);
		const window = recording ? chapters.module(wanted.chapter)?.masks?.(recording) : undefined;
		// Nothing is made for a reader whose picture stands still, who passes, or who has gone on.
		if (window && wanted.life > 0 && !wanted.moving) masks?.request(window.from, window.to);
		else if (!window) masks?.cancel();
	}

	async function open(files: RecordingFiles): Promise<void> {
		try {
			const { unpack } = await import('../recording/unpack');
			recording = unpack(files, (waiting as Waiting).recording.street, masks ?? undefined);
			epoch++;
			reply({ type: 'recorded' });
			tellSoon();
		} catch (error) {
			reply({ type: 'lost', what: 'recording', error: String(error) });
		}
	}

	async function dress(faces: FaceFile[]): Promise<void> {
		const opened = await openSheet(faces);
		if (opened && environment) sheet = createMarkScreen(opened, environment.createPath);
	}

	return (message) => {
		switch (message.type) {
			case 'start':
				lang = message.lang;
				return start(message.seed, message.name);
			case 'show':
				return show(message.wanted);
			case 'prepare':
				return chapters.fetch(message.chapter);
			case 'labels':
				return chapters.give(message.chapter, message.labels);
			case 'expect':
				// Whether it can be had is found out when the files are there.
				return void import('../recording/unpack').catch(() => {});
			case 'recording':
				return void open(message.files);
			case 'faces':
				return void dress(message.faces);
			case 'describe':
				return reply({ type: 'described', ...wordsOf(frame, recording ?? waiting?.recording, chapters, chapter) });
			case 'inspect':
				return reply({ type: 'inspected', frame });
		}
	};
}
