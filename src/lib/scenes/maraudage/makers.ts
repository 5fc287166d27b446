import { clockMarks, minutesSeconds } from '../../figure/boxes';
import { mixRects } from '../../figure/inset';
import { letter, letters, measure } from '../../figure/text';
import { box, slip } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { slab } from '../../figure/inks';
import { viewBox } from '../../figure/square';
import type { Frame, Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { chart } from './chart';
import type { Read } from './cues';
import { marcelRect, panelCamera, panels, speakersCamera } from './layout';
import { rowsOf } from './rows';
import { MAKERS, trialOf, type Trial } from './trial';

/** A maker's window as it stands now. */
interface Window {
	maker: (typeof MAKERS)[number];
	rect: Rect;
	opened: number;
	/** Seconds on the maker's clock, and at how many it sounds; undefined in a recording without the man. */
	clock?: { seconds: number; threshold: number };
	sounded: boolean;
}

/**
 * One man, four makers' rules: his picture parts into four windows on the same minute; under each rule a clock runs as
 * that rule counts, and the word comes when it sounds.
 */
export function makers(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const trial = trialOf(recording);
	const now = trial ? Math.round(mix(trial.from, trial.to, at('trial'))) : 0;
	const rects = panels(view);
	const from = marcelRect(view);
	const windows = MAKERS.map((maker, i): Window => {
		const run = trial?.runs[i];
		return {
			maker,
			rect: mixRects(from, rects[i], at(maker)),
			opened: at(maker),
			clock: run && { seconds: run.clock[Math.max(0, now - trial!.from)] ?? 0, threshold: run.threshold },
			sounded: !!run && run.alert >= 0 && now >= run.alert
		};
	});
	return {
		night: 0,
		...stack(
			...windows.flatMap((w): Layer[] => [
				{ ink: pane(c, w.rect, now, ease(w.opened, 0, 0.6)) },
				{ marks: follow(c, w, now, trial) },
				w.clock && w.opened >= 1
					? {
							marks: [
								clock(view, w, w.clock, at('told')),
								...verdict(c, w, at('trial') >= 1),
								...rule(c, w, at('told'))
							]
						}
					: {}
			])
		),
		subject: rects,
		says: c.say('same')
	};
}

/** The chart folds away as Marcel's dot grows. */
export function folding(c: SceneContext, at: Read): Layer {
	const opacity = at('chart');
	if (opacity <= 0) return {};
	const children = chart(c, speakersCamera(c, at('near'), at('turns')), at);
	return { marks: [{ type: 'group', key: 'chart', opacity, children }] };
}

/** What his picture grows from: the man's dot. */
export function seedOf({ recording, view }: SceneContext, trial: Trial | null): Rect {
	const dot = rowsOf(recording, view).dots.find((d) => d.person === trial?.person);
	const { free: f } = view;
	return dot ? { x: dot.x - 5, y: dot.y - 5, w: 10, h: 10 } : { x: f.x + f.w / 2, y: f.y + f.h / 2, w: 10, h: 10 };
}

/** The street in a maker's window, with its frame. */
export const pane = ({ recording }: SceneContext, rect: Rect, at: number, drained = 1): Ink[] => [
	{ type: 'street', camera: panelCamera(recording, rect), at, clip: rect, drained: 0.35 * drained },
	{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h), stroke: 'ink', width: 2 }
];

/** The box the program has on the man, and a red frame once the rule has sounded. */
function follow({ recording }: SceneContext, w: Window, now: number, trial: Trial | null): Mark[] {
	const { maker, rect, opened, sounded } = w;
	const found = recording.boxesAt(now).find((b) => b.id === trial?.track);
	const marks: Mark[] = [];
	if (found) {
		const look = { fill: sounded ? 'signal' : 'none', fillOpacity: 0.2, stroke: 'signal', width: sounded ? 5 : 2 };
		const own = box('b', viewBox(found, panelCamera(recording, rect)), look);
		marks.push({ type: 'group', key: `box-${maker}`, clip: rect, opacity: ease(opened, 0.7, 1), children: [own] });
	}
	if (sounded) marks.push(box(`panel-${maker}`, rect, { stroke: 'signal', width: 4 }));
	return marks;
}

/** The maker's clock with its seconds, in the window's corner. */
function clock({ phone }: View, w: Window, { seconds, threshold }: Required<Window>['clock'], told: number): Mark {
	const { maker, rect, sounded } = w;
	const r = phone ? 13 : 24;
	const inset = phone ? 6 : 14;
	const [cx, cy] = [rect.x + r + inset, rect.y + r + inset];
	const digits = minutesSeconds(seconds);
	const size = phone ? 14 : 24;
	const off = phone ? 3 : 7;
	const back = {
		x: rect.x + off,
		y: rect.y + off,
		w: 2 * r + (phone ? 18 : 34) + measure(digits, size, 'mono'),
		h: 2 * r + inset
	};
	return {
		type: 'group',
		key: `clock-${maker}`,
		opacity: told,
		children: [
			slip('back', back, { width: 1.4 }),
			...clockMarks('c', cx, cy, r, seconds / threshold),
			letter('digits', 'mono', cx + r + (phone ? 6 : 12), cy + size * 0.36, size, digits, {
				fill: sounded ? 'signal-text' : 'ink'
			})
		]
	};
}

/** The word a rule gives: when it sounds, or at the end if it has not. */
function verdict(c: SceneContext, { maker, rect, sounded }: Window, over: boolean): Mark[] {
	if (!sounded && !over) return [];
	const { phone } = c.view;
	const size = phone ? 20 : 40;
	const text = c.say(sounded ? 'alert' : 'nothing');
	const w = measure(text, size, 'mono') + size * 0.7;
	const h = size * 1.42;
	const y = rect.y + rect.h - h - (phone ? 5 : 12);
	const x = rect.x + rect.w - w - (phone ? 5 : 12);
	const look = sounded ? { fill: 'signal-text', stroke: 'signal-text' } : {};
	return [
		slip(`stamp-${maker}`, { x, y, w, h }, { ...look, width: 2 }),
		letter(`verdict-${maker}`, 'mono', x + w / 2, y + h * 0.72, size, text, {
			anchor: 'middle',
			fill: sounded ? 'paper' : 'ink'
		})
	];
}

/** The maker and its rule in words, under the window. */
function rule(c: SceneContext, { maker, rect }: Window, opacity: number): Mark[] {
	const { phone } = c.view;
	const y = rect.y + rect.h;
	const says = c.say(phone ? `rule.short.${maker}` : `rule.${maker}`);
	const look = { opacity, fact: 'f26' };
	return [
		letter(`maker-${maker}`, 'grot', rect.x, y + (phone ? 17 : 25), phone ? 15 : 22, c.say(`maker.${maker}`), {
			opacity
		}),
		...letters(`rule-${maker}`, 'news', rect.x, y + (phone ? 33 : 47), phone ? 12.5 : 17, says, rect.w, look).slice(
			0,
			phone ? 1 : 2
		)
	];
}
