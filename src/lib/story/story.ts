import type { Reply, Wanted } from '../stage/engine';
import { pause } from './pause';
import { openHost, type Host } from '../stage/host';
import { createLayer } from '../stage/svg';
import { createAnnouncer } from './announce';
import type { Controls } from './controls.svelte';
import type { Frame, Params } from '../picture/frame';
import { FACES, loadItalic } from './faces';
import { locate, readingLine, type Position } from './locate';
import { watchMarkers } from './panels';
import { watchChapters } from './chapters';
import { createStrip } from './strip';
import { createTimeline, stepOfHash, type ChapterOutline } from './timeline';
import { layoutOf, viewOf } from '../picture/view';
import type { Words } from '../ui/words';

export interface StoryData {
	lang: 'fr' | 'en';
	seed: number;
	outline: ChapterOutline[];
	words: Words;
}

/** What the stage shows, for tests: the whole frame, once nothing more is on its way. */
export interface StageElement extends HTMLElement {
	inspect?: () => Promise<Frame | null>;
	/** Where pictures are made. */
	place?: Host['place'];
	/** Called whenever a picture has come: `npm run weigh` listens. */
	pictured?: () => void;
}

/** Milliseconds in which cards turn from day to night: longer than app.css takes. */
const TURN = 500;
/** Milliseconds without scrolling after which the reader has stopped. */
const REST = 160;
/** Milliseconds between two pictures of small life: walking reads well at 25 a second. */
const LIFE = 39;
/** Milliseconds a reader who does not move waits for the rest to be fetched. */
const SETTLED = 2500;

const clamp = (low: number, v: number, high: number) => Math.max(low, Math.min(high, v));

/**
 * Makes the story page live: measures where the reader is, asks the engine for that picture, and puts it on stage.
 * The page only measures; scenes and painting are the engine's (lib/stage). The text is the server's and is not touched.
 */
export async function startStory({ lang, seed, outline, words }: StoryData): Promise<void> {
	const root = document.documentElement;
	const stage = document.querySelector('.stage') as StageElement;
	const box = stage.querySelector('.stage-box') as HTMLElement;
	const [canvas, sheet] = box.querySelectorAll('canvas');
	const svg = box.querySelector('svg') as SVGSVGElement;
	const title = document.querySelector('.opening .card') as HTMLElement;
	const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
	const chapters = [...document.querySelectorAll<HTMLElement>('.steps > section')];
	const timeline = createTimeline(outline);
	const layer = createLayer(svg);

	let host: Host | null = null;
	let position: Position = { index: 0, progress: 0 };
	let hint = 0;
	let view = viewOf(0, 0, 'wide');
	let life = 0;
	let motion = true;
	let params: Params = {};
	let moving = false;
	/** A picture is being made: the next is asked for when it is there, and only the latest that was wanted. */
	let busy = false;
	let wanted = false;
	let night = false;
	/** The marks on stage are painted, not elements. */
	let flat = false;
	const settled: (() => void)[] = [];
	const waiting = new Map<string, (labels: Record<string, string>) => void>();
	const prepared = new Map<string, Promise<Record<string, string>>>();
	let recorded = () => {};
	let described: (words: { says: string; counts: string }) => void = () => {};
	let inspected: (frame: Frame | null) => void = () => {};
	let controls: Controls | null = null;

	const portrait = () => layoutOf(innerWidth, innerHeight) === 'portrait';
	const line = () => readingLine(innerHeight, portrait());
	/** More device pixels than this cost frames and show little: DESIGN.md, "Drawing fast". */
	const cap = () => Math.min((navigator.hardwareConcurrency ?? 4) <= 4 || innerWidth < 760 ? 1.5 : 2, devicePixelRatio);

	// ---- The stage ----

	function measure(): void {
		const width = stage.clientWidth;
		const height = stage.clientHeight;
		view = viewOf(width, height, layoutOf(innerWidth, innerHeight));
		svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
	}

	/** Has the stage show where the reader is now, as soon as it can. */
	function ask(): void {
		wanted = true;
		if (!busy) send();
	}

	function send(): void {
		if (!host || !wanted) return;
		wanted = false;
		busy = true;
		const chapter = timeline.chapterAt(position.index);
		const asked: Wanted = {
			chapter: chapter.id,
			step: position.index - chapter.first + 1,
			progress: position.progress,
			steps: chapter.steps,
			view,
			life: motion ? life : 0,
			params,
			ratio: cap(),
			moving
		};
		host.tell({ type: 'show', wanted: asked });
	}

	function hear(reply: Reply): void {
		switch (reply.type) {
			case 'picture':
				// Drawing and marks of one picture reach the page together: no box slips off its person.
				host?.put(reply.bitmap, reply.sheet);
				layer(reply.patches);
				if (reply.flat !== flat) box.classList.toggle('flat', (flat = reply.flat));
				if (reply.painted) box.classList.add('painted');
				if (reply.night !== null && reply.night > 0.5 !== night) turn();
				stage.pictured?.();
				busy = false;
				wanted ||= !reply.complete;
				if (wanted) send();
				else for (const done of settled.splice(0)) done();
				break;
			case 'prepared':
				waiting.get(reply.chapter)?.(reply.labels);
				if (reply.chapter === timeline.chapterAt(position.index).id) ask();
				break;
			case 'recorded':
				recorded();
				ask();
				break;
			case 'masked':
				ask();
				break;
			case 'reads':
				controls?.reads(reply.chapter, reply.values, reply.params);
				break;
			case 'described':
				described(reply);
				break;
			case 'inspected':
				inspected(reply.frame);
				break;
			case 'fault':
				console.error(`${reply.where}:`, reply.error);
				break;
		}
	}

	let turned: ReturnType<typeof setTimeout>;
	/** Cards in sight change colour with the stage. One that comes near later has its colour at once. */
	function turn(): void {
		root.classList.add('turning');
		clearTimeout(turned);
		turned = setTimeout(() => root.classList.remove('turning'), TURN);
		night = !night;
		root.dataset.night = night ? 'on' : 'off';
	}

	/** Has the engine fetch a chapter's scene and labels, once. Resolves with the labels. */
	function prepare(index: number): Promise<Record<string, string>> {
		const { id } = timeline.chapterAt(index);
		let known = prepared.get(id);
		if (!known) {
			known = new Promise((resolve) => waiting.set(id, resolve));
			prepared.set(id, known);
			host?.tell({ type: 'prepare', chapter: id });
		}
		return known;
	}

	stage.inspect = async () => {
		while (busy || wanted) await new Promise<void>((done) => settled.push(done));
		return new Promise((resolve) => {
			inspected = resolve;
			host?.tell({ type: 'inspect' });
		});
	};

	/** The picture now on stage in words: what the scene says of it, or the step's own description and what can be counted. */
	async function describe(): Promise<string> {
		const alt = steps[position.index].querySelector('.alt')?.textContent ?? '';
		if (!host) return alt;
		const { says, counts } = await new Promise<{ says: string; counts: string }>((resolve) => {
			described = resolve;
			host?.tell({ type: 'describe' });
		});
		return `${says || alt} ${counts}`.trim();
	}

	// ---- The place ----

	function update(): void {
		position = locate(steps.length, (i) => steps[i].getBoundingClientRect(), line(), hint);
		hint = position.index;
		const id = timeline.ids[position.index];
		// The title leaves before it would cross the houses.
		if (scrollY < innerHeight) title.style.opacity = `${clamp(0, 1.4 - (3.2 * scrollY) / innerHeight, 1)}`;
		if (host) {
			void prepare(position.index);
			void prepare(Math.min(timeline.ids.length - 1, position.index + 4));
			ask();
		}
		if (root.dataset.at !== id) {
			root.dataset.at = id;
			announcer.clear();
			strip.follow({ index: position.index });
		}
	}

	/** The address leads to where the reader is. */
	function sign(): void {
		const top = position.index === 0 && position.progress < 0.5;
		const hash = top ? '' : `#${timeline.ids[position.index]}`;
		if (location.hash !== hash) history.replaceState(history.state, '', location.pathname + location.search + hash);
	}

	/** Where the page must be scrolled to for a step to be read: its card in the middle of the place for text. */
	function restingScroll(index: number): number {
		if (index === 0) return 0;
		const card = steps[index].querySelector('.card')!.getBoundingClientRect();
		const top = portrait() ? innerHeight * 0.52 + 14 : 0;
		const room = innerHeight - top - 56;
		return scrollY + card.top - top - Math.max(portrait() ? 0 : 24, (room - card.height) / 2);
	}

	/** Chapters the browser has not laid out yet: app.css leaves them aside until they are `laid`. */
	const unlaid = [...chapters];
	const layOut = (section?: Element) => section?.classList.add('laid');
	/** One chapter at a time, so that no task is long. */
	async function layOutAll(): Promise<void> {
		while (unlaid.length) {
			layOut(unlaid.shift());
			await pause();
		}
	}

	/** Steps far away may be left aside. The browser has remembered their heights once it has shown a frame of them. */
	async function keepAll(): Promise<void> {
		await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
		for (const section of chapters) {
			section.classList.add('kept');
			await pause();
		}
	}

	function go(index: number, smooth = true): void {
		// Places are true only when everything above has its height.
		unlaid.splice(0).forEach(layOut);
		const i = Math.max(0, Math.min(steps.length - 1, index));
		const near = Math.abs(i - position.index) <= 1;
		scrollTo({ top: restingScroll(i), behavior: smooth && near && motion ? 'smooth' : 'instant' });
		update();
	}

	const announcer = createAnnouncer(document.getElementById('now') as HTMLElement);
	const strip = createStrip({
		target: document.querySelector('.strip') as HTMLElement,
		words,
		lang,
		timeline,
		go,
		describe: () => void describe().then((said) => announcer.say(said, true)),
		setMotion,
		announce: (text) => announcer.say(text)
	});

	// ---- Movement ----

	let request = 0;
	let before = 0;
	function live(now: number): void {
		if (now - before >= LIFE) {
			if (before) {
				life += Math.min(0.1, (now - before) / 1000);
				ask();
			}
			before = now;
		}
		request = requestAnimationFrame(live);
	}
	/** Small life runs only while it can be seen, and never under reduced motion. */
	function runLife(): void {
		cancelAnimationFrame(request);
		before = 0;
		if (motion && !document.hidden) request = requestAnimationFrame(live);
	}

	function reflectMotion(): void {
		root.dataset.motion = motion ? 'on' : 'off';
		strip.follow({ motion });
	}

	function setMotion(on: boolean): void {
		motion = on;
		reflectMotion();
		const url = new URL(location.href);
		if (on === !matchMedia('(prefers-reduced-motion: reduce)').matches) url.searchParams.delete('motion');
		else url.searchParams.set('motion', on ? 'on' : 'off');
		history.replaceState(history.state, '', url);
		runLife();
		ask();
	}

	// ---- Events ----

	let pending = 0;
	let rest: ReturnType<typeof setTimeout>;
	function onScroll(): void {
		moving = true;
		clearTimeout(rest);
		rest = setTimeout(() => {
			moving = false;
			sign();
			ask();
		}, REST);
		pending ||= requestAnimationFrame(() => {
			pending = 0;
			update();
		});
	}
	/** Measures every chapter, so it waits until all are laid out and their controls are there. */
	let watch: ReturnType<typeof watchChapters> | null = null;

	let width = innerWidth;
	let height = innerHeight;
	/** A resize keeps the reader at the same place in the same step. */
	function onResize(): void {
		const kept = position;
		measure();
		if (innerWidth !== width || Math.abs(innerHeight - height) > 120) {
			width = innerWidth;
			height = innerHeight;
			for (const section of chapters) section.classList.remove('kept');
			if (watch) void keepAll();
			const e = steps[kept.index].getBoundingClientRect();
			scrollTo({ top: scrollY + e.top + kept.progress * e.height - line(), behavior: 'instant' });
			watch?.resize();
		}
		update();
	}
	function onHash(): void {
		const i = timeline.indexOf(stepOfHash(location.hash));
		if (i >= 0 && i !== position.index) go(i, false);
	}
	function onKey(event: KeyboardEvent): void {
		if (event.key === 'Escape') announcer.clear();
		if (!event.altKey || event.ctrlKey || event.metaKey) return;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			strip.step(event.key === 'ArrowDown' ? 1 : -1);
		}
	}

	const asks = new URLSearchParams(location.search).get('motion');
	motion = asks ? asks === 'on' : !matchMedia('(prefers-reduced-motion: reduce)').matches;
	reflectMotion();
	measure();
	watchMarkers(document.querySelector('.panels') as HTMLElement, words.close);
	addEventListener('scroll', onScroll, { passive: true });
	addEventListener('resize', onResize);
	addEventListener('hashchange', onHash);
	addEventListener('keydown', onKey);

	const at = timeline.indexOf(stepOfHash(location.hash));
	if (at >= 0) {
		await Promise.all([loadItalic(), document.fonts.ready]);
		go(at, false);
	} else {
		update();
		// What draws comes after what is there to be seen.
		if (document.readyState !== 'complete')
			await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
	}

	host = await openHost(canvas, sheet, hear);
	stage.place = host.place;
	host.tell({ type: 'start', lang, seed, labels: new URL('labels/', document.baseURI).href });
	update();
	await prepare(position.index);
	// After what the first view needs. The italic first: a face that comes later would have everything laid out again.
	const laid = loadItalic().then(layOutAll);
	document.addEventListener('visibilitychange', runLife);
	runLife();

	// The first view is light; the rest comes when the reader moves, or has settled.
	await new Promise<void>((go) => {
		const timer = setTimeout(go, SETTLED);
		for (const event of ['scroll', 'keydown', 'pointerdown'] as const)
			addEventListener(event, () => (clearTimeout(timer), go()), { once: true, passive: true });
	});
	void strip.wake().catch(() => {});
	const { createControls } = await import('./controls.svelte');
	// Before the recording is asked for: what it says is said once.
	controls = createControls({
		lang,
		announcer,
		labels: (chapter) => prepare(timeline.indexOf(chapter)),
		changed(values) {
			params = values;
			ask();
		}
	});
	const recording = new Promise<void>((done) => (recorded = done));
	host.tell({ type: 'record', faces: FACES });
	for (const slot of document.querySelectorAll<HTMLElement>('[data-control]')) await controls.mount(slot);
	await recording;
	for (const chapter of timeline.chapters) await prepare(chapter.first);
	await laid;
	watch = watchChapters(chapters, line, (i) => (hint = timeline.chapters[i].first));
	await keepAll();
	root.dataset.ready = 'yes';
}
