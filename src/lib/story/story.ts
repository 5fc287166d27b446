import { layoutOf, viewOf } from '../picture/view';
import type { Frame, View } from '../picture/frame';
import { assetsByAddress } from '../stage/assets.address';
import { createStage, type Stage } from '../stage/stage';
import type { Words } from '../ui/words';
import { loadItalic, storyAddresses } from './addresses';
import { createAnnouncer } from './announce';
import { createAnswers } from './answers';
import { followHash, followKeys, SCROLLING_KEYS, sign } from './drivers';
import { createLife } from './life';
import { loadRest } from './loading';
import type { Position } from './locate';
import { keepMotion, wantsMotion } from './motion';
import { createTurn } from './night';
import { watchMarkers } from './panels';
import { createShortPath } from './path';
import { createScroll, type Scroll } from './scroll';
import { createStrip } from './strip';
import { createTimeline, stepOfHash, type ChapterOutline } from './timeline';
import { createWhole } from './whole';

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
	readonly place?: Stage['host'];
	/** Called whenever a picture has come: `npm run weigh` listens. */
	pictured?: () => void;
}

/** More device pixels than this cost frames and show little: DESIGN.md, "Drawing fast". */
const ratioNow = () =>
	Math.min((navigator.hardwareConcurrency ?? 4) <= 4 || innerWidth < 760 ? 1.5 : 2, devicePixelRatio);
const viewNow = (stage: HTMLElement): View =>
	viewOf(stage.clientWidth, stage.clientHeight, layoutOf(innerWidth, innerHeight));
/** Resolves when all that the page's HTML asks for is there. */
const loaded = () =>
	new Promise<unknown>((go) =>
		document.readyState === 'complete' ? go(null) : addEventListener('load', go, { once: true })
	);
const find = <E extends HTMLElement>(selector: string) => document.querySelector(selector) as E;
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

/** The title leaves before it would cross the houses. */
function fade(title: HTMLElement): void {
	if (scrollY < innerHeight) title.style.opacity = `${Math.max(0, Math.min(1, 1.4 - (3.2 * scrollY) / innerHeight))}`;
}

/** The picture now on stage in words: what the scene says of it, or the step's own description and what can be counted. */
async function describe(stage: Stage, step: string): Promise<string> {
	// Its first word says that a picture is described.
	const alt = find(`[data-step="${step}"] .alt`).lastChild?.textContent ?? '';
	const { says, counts } = await stage.describe();
	return `${says || alt} ${counts}`.trim();
}

/**
 * Letters that come later move what is below them. At the top of the page they can wait for the first picture; above a
 * step that was linked to they must not move much.
 */
const lettered = (linked: boolean, first: Promise<void>): Promise<unknown> =>
	(linked ? loadItalic() : first.then(loadItalic)).then(() => document.fonts.ready);

/** Has scrollama watch when all is laid out: steps are left aside after that, so what is watched has its true height. */
async function watch(scroll: Scroll, laid: Promise<unknown>): Promise<void> {
	await laid;
	// Without it places are found all the same.
	await scroll.watch().catch(() => {});
	await scroll.layout.keep();
}

/**
 * Makes the story page live: the page's scroll, its address, its keys and its strip lead; a stage shows where the reader
 * is. The text is the server's and is not touched. Resolves when everything the story needs is there.
 */
export async function startStory({ lang, seed, outline, words }: StoryData): Promise<void> {
	const root = document.documentElement;
	const element = find<StageElement>('.stage');
	const title = find('.opening .card');
	const timeline = createTimeline(outline);
	const announcer = createAnnouncer(find('#now'));
	/** The step that was linked to, and then the last one that the reader was led to; none for who came to the top. */
	let linked = timeline.indexOf(stepOfHash(location.hash));
	let motion = wantsMotion();
	// What a page has failed to import it may not ask for again.
	const again = () => (stage.host === 'page' ? location.reload() : stage.again());
	const whole = createWhole({ notice: find('.lost'), words, announce: announcer.say, again });
	const stage = createStage(element, assetsByAddress(storyAddresses(lang)), {
		lang,
		seed,
		view: viewNow(element),
		ratio: ratioNow(),
		// At the top of the page, what draws comes after what is there to be seen.
		after: linked > 0 ? undefined : loaded(),
		early: linked > 0,
		changed: whole.reflect,
		turned: createTurn(root),
		reads: (chapter, values, asked) => answers.reads(chapter, values, asked),
		pictured: () => element.pictured?.()
	});
	const answers = createAnswers({ lang, announcer, labels: stage.prepare, changed: stage.set });
	Object.defineProperty(element, 'place', { get: () => stage.host });
	element.inspect = stage.inspect;
	const life = createLife(show);
	const path = createShortPath({ timeline, scroll: () => scroll, turned: (short) => strip.follow({ short }) });
	const scroll: Scroll = createScroll({
		steps: all('[data-step]'),
		chapters: all('.steps > section'),
		moved,
		rested: () => sign(timeline, scroll.position),
		resized: () => stage.resize(viewNow(element), ratioNow()),
		omits: path.omits
	});
	/** To a step; one that the short path leaves out leads back to the whole story. */
	function go(index: number, smooth = false): void {
		if (path.omits(index)) path.take(false);
		if (linked > 0) linked = index;
		scroll.go(index, smooth);
	}
	const strip = createStrip({
		target: find('.strip'),
		words,
		lang,
		timeline,
		go(index) {
			go(index, motion);
			sign(timeline, scroll.position);
		},
		shorten: path.take,
		first: whole.first,
		announce: announcer.say,
		setMotion(on) {
			keepMotion(on);
			move(on);
		},
		describe: () => void describe(stage, timeline.ids[scroll.position.index]).then((text) => announcer.say(text, true))
	});

	function show(): void {
		const { index, progress } = scroll.position;
		const chapter = timeline.chapterAt(index);
		stage.show(
			{ chapter: chapter.id, step: index - chapter.first + 1, progress, steps: chapter.steps },
			{ moving: scroll.moving, life: motion ? life.seconds : 0 }
		);
	}

	function moved({ index }: Position): void {
		const id = timeline.ids[index];
		fade(title);
		const before = root.dataset.at;
		root.dataset.at = id;
		show();
		if (before === id) return;
		announcer.clear();
		strip.follow({ index });
		void answer(id);
		// The chapter that comes next is there before it is reached.
		if (index) void whole.first.then(() => stage.prepare(timeline.chapterAt(ahead(scroll.position.index)).id));
	}

	/** A few steps on from one. */
	const ahead = (index: number, by = 4): number =>
		by ? ahead(timeline.beside(index, 1, path.taken) ?? index, by - 1) : index;

	/** The controls of a step answer as soon as they can. */
	const answer = (step: string) =>
		answers.mount(step).then(
			() => whole.answer(step),
			() => {}
		);

	/** What came since may have moved the step that was led to: a reader who has not moved is led to it again. */
	function settle(): void {
		if (linked > 0 && Math.abs(scroll.position.index - linked) < 2 && !scroll.touched) scroll.go(linked);
	}

	function move(on: boolean): void {
		motion = on;
		root.dataset.motion = on ? 'on' : 'off';
		strip.follow({ motion });
		life.run(on);
		show();
	}

	watchMarkers(find('.panels'), words.close);
	find('[data-shorten]').addEventListener('click', (event) => {
		event.preventDefault();
		path.take(true);
		strip.step(1);
	});
	followHash(timeline, go);
	followKeys(SCROLLING_KEYS, strip.step);
	addEventListener('keydown', ({ key }) => key === 'Escape' && announcer.clear());

	if (linked > 0) {
		// What the step needs is asked for before the page is laid out down to it, which takes a slow phone a while.
		void stage.prepare(timeline.chapterAt(linked).id);
		void stage.record();
		await null;
		go(linked);
		void answer(timeline.ids[linked]).then(settle);
	} else scroll.update();
	strip.follow({ short: path.taken });
	move(motion);
	const laid = lettered(linked > 0, whole.first)
		.then(settle)
		.then(scroll.layout.slowly);

	await loadRest({
		timeline,
		linked: linked > 0,
		first: whole.first,
		here: () => timeline.chapters.indexOf(timeline.chapterAt(scroll.position.index)),
		common: [stage.record, stage.dress, strip.wake],
		chapter: ({ id, first, steps }) =>
			Promise.all([stage.prepare(id), ...timeline.ids.slice(first, first + steps.length).map(answer)])
	});
	settle();
	await watch(scroll, laid);
	settle();
	root.dataset.ready = 'yes';
}
