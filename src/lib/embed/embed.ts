import { stillView } from '../picture/view';
import type { View } from '../picture/frame';
import { assetsByAddress } from '../stage/assets.address';
import { createStage } from '../stage/stage';
import { storyAddresses } from '../story/addresses';
import { createAnnouncer } from '../story/announce';
import { createAnswers } from '../story/answers';
import { createLife } from '../story/life';
import { createTimeline } from '../story/timeline';
import type { EmbedData } from './data';
import { UPRIGHT_BELOW, UPRIGHT_WIDTH } from './figures';
import { pointOf, POINTS, spotAt, travel } from './track';

const find = <E extends Element>(selector: string) => document.querySelector(selector) as E;
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

/** Narrow figures are all composed for one width, and shown smaller or larger. */
function viewNow(element: HTMLElement): { view: View; ratio: number } {
	const { clientWidth: width, clientHeight: height } = element;
	const composed = width < UPRIGHT_BELOW ? UPRIGHT_WIDTH : Math.max(720, width);
	const scale = width / composed;
	return {
		view: stillView(composed, Math.max(200, Math.round(height / scale))),
		ratio: Math.min(2, devicePixelRatio) * scale
	};
}

/**
 * Makes a figure live: one stage on a few steps, led by its slider and its two buttons. It hears nothing from the page it
 * stands in. Resolves when its first picture is whole, or cannot be had.
 */
export function startEmbed({ lang, seed, outline, steps, opens, count, lost }: EmbedData): Promise<void> {
	const root = document.documentElement;
	const element = find<HTMLElement>('.stage');
	const slider = find<HTMLInputElement>('.track input');
	const [previous, next] = all('.track button') as HTMLButtonElement[];
	const cards = all('[data-step]');
	const timeline = createTimeline(outline);
	const announcer = createAnnouncer(find('#now'));
	const still = matchMedia('(prefers-reduced-motion: reduce)');
	let at = pointOf({ index: opens, progress: steps[opens].rest });
	/** The step that is being led to: who presses twice goes two steps. */
	let aim = opens;
	let stop = () => {};
	let ready = () => {};
	const first = new Promise<void>((done) => (ready = done));

	const assets = assetsByAddress(storyAddresses(lang, '../../'));
	const stills = new URL(`../../../stills/${lang}/`, document.baseURI).href;
	const stage = createStage(
		element,
		{ ...assets, still: (step, upright) => `${stills}${step}${upright ? '-phone' : ''}.webp` },
		{
			lang,
			seed,
			...viewNow(element),
			changed({ live, lost: why }) {
				if (live) root.dataset.live = live;
				else delete root.dataset.live;
				if (why) root.dataset.fallback = why;
				else delete root.dataset.fallback;
				find('.lost').textContent = why ? lost[why] : '';
				if (live || why) ready();
			},
			turned: (night) => (root.dataset.night = night ? 'on' : 'off'),
			reads: (chapter, values, asked) => answers.reads(chapter, values, asked)
		}
	);
	const answers = createAnswers({ lang, announcer, labels: stage.prepare, changed: stage.set });
	const life = createLife(() => show(false));

	function show(moving: boolean): void {
		const { index, progress } = spotAt(at, steps.length);
		const { id } = steps[index];
		const chapter = timeline.chapterAt(timeline.indexOf(id));
		const step = Number(id.split('.')[1]);
		stage.show(
			{ chapter: chapter.id, step, progress, steps: chapter.steps },
			{ moving, life: still.matches ? 0 : life.seconds }
		);
		if (root.dataset.at === id) return;
		root.dataset.at = id;
		for (const card of cards) card.classList.toggle('here', card.dataset.step === id);
		void answers.mount(id).catch(() => {});
		previous.disabled = index === 0;
		next.disabled = index === steps.length - 1;
	}

	/** To a point of the track; who leads there by a step is told where that is. */
	function go(point: number, moving: boolean): void {
		at = point;
		slider.value = String(Math.round(point));
		const { index } = spotAt(point, steps.length);
		slider.setAttribute('aria-valuetext', `${count.replace('{n}', String(index + 1))} ${titleOf(index)}`.trim());
		show(moving);
	}
	const titleOf = (index: number) => cards[index]?.querySelector('h2, h3')?.textContent?.trim() ?? '';

	function turn(by: -1 | 1): void {
		const to = aim + by;
		if (!(to in steps)) return;
		aim = to;
		stop();
		stop = travel(at, pointOf({ index: to, progress: steps[to].rest }), !still.matches, go);
		announcer.say(titleOf(to) || count.replace('{n}', String(to + 1)));
	}

	slider.max = String(steps.length * POINTS - 1);
	slider.addEventListener('input', () => {
		stop();
		aim = spotAt(Number(slider.value), steps.length).index;
		go(Number(slider.value), true);
	});
	slider.addEventListener('change', () => go(Number(slider.value), false));
	previous.addEventListener('click', () => turn(-1));
	next.addEventListener('click', () => turn(1));
	new ResizeObserver(() => {
		const { view, ratio } = viewNow(element);
		stage.resize(view, ratio);
	}).observe(element);
	const living = () => life.run(!still.matches);
	still.addEventListener('change', living);

	go(at, false);
	living();
	find<HTMLElement>('.frame').classList.add('live');
	return first;
}
