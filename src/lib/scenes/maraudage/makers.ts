import { clockMarks, found, minutesSeconds } from '../../figure/boxes';
import { mixRects } from '../../figure/inset';
import { letter, letters, measure } from '../../figure/text';
import { box, slip } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { slab } from '../../figure/inks';
import { viewBox } from '../../figure/square';
import type { Frame, Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import type { Read } from './cues';
import { marcelRect, panelCamera, panels } from './layout';
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
				w.opened < 1
					? {}
					: { marks: [...clock(view, w, at('told')), ...verdict(c, w, at('trial') >= 1), ...rule(c, w, at('told'))] }
			])
		),
		subject: rects,
		says: c.say('same')
	};
}

/** The street in a maker's window, with its frame. */
export const pane = ({ recording }: SceneContext, rect: Rect, at: number, drained = 1): Ink[] => [
	{ type: 'street', camera: panelCamera(recording, rect), at, clip: rect, drained: 0.35 * drained },
	{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h), stroke: 'ink', width: 2 }
];

/** The box the program has on the man, and a red frame once the rule has sounded. */
function follow({ recording }: SceneContext, w: Window, now: number, trial: Trial | null): Mark[] {
	const { maker, rect, opened, sounded } = w;
	const his = recording.boxesAt(now).find((b) => b.id === trial?.track);
	const marks: Mark[] = sounded ? [box(`panel-${maker}`, rect, { stroke: 'signal', width: 4 })] : [];
	if (!his) return marks;
	const children = [found('b', viewBox(his, panelCamera(recording, rect)), sounded, 0.2, sounded ? 5 : 2)];
	return [{ type: 'group', key: `box-${maker}`, clip: rect, opacity: ease(opened, 0.7, 1), children }, ...marks];
}

/** The maker's clock with its seconds, in the window's corner. */
function clock({ phone }: View, { maker, rect, sounded, clock }: Window, told: number): Mark[] {
	if (!clock) return [];
	const r = phone ? 13 : 24;
	const inset = phone ? 6 : 14;
	const off = phone ? 3 : 7;
	const size = phone ? 14 : 24;
	const [x, y] = [rect.x + r + inset, rect.y + r + inset];
	const digits = minutesSeconds(clock.seconds);
	const w = 2 * r + (phone ? 18 : 34) + measure(digits, size, 'mono');
	const children = [
		slip('back', { x: rect.x + off, y: rect.y + off, w, h: 2 * r + inset }, { width: 1.4 }),
		...clockMarks('c', x, y, r, clock.seconds / clock.threshold),
		letter('digits', 'mono', x + r + (phone ? 6 : 12), y + size * 0.36, size, digits, {
			fill: sounded ? 'signal-text' : 'ink'
		})
	];
	return [{ type: 'group', key: `clock-${maker}`, opacity: told, children }];
}

/** The word a rule gives: when it sounds, or at the end if it has not. */
function verdict(c: SceneContext, { maker, rect, sounded, clock }: Window, over: boolean): Mark[] {
	if (!clock || (!sounded && !over)) return [];
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
function rule(c: SceneContext, { maker, rect, clock }: Window, opacity: number): Mark[] {
	if (!clock) return [];
	const { phone } = c.view;
	const y = rect.y + rect.h;
	const says = c.say(phone ? `rule.short.${maker}` : `rule.${maker}`);
	const [size, most, first] = phone ? [12.5, 1, y + 33] : [17, 2, y + 47];
	const lines = letters(`rule-${maker}`, 'news', rect.x, first, size, says, rect.w, { opacity, fact: 'f26' });
	const name = c.say(`maker.${maker}`);
	return [
		letter(`maker-${maker}`, 'grot', rect.x, y + (phone ? 17 : 25), phone ? 15 : 22, name, { opacity }),
		...lines.slice(0, most)
	];
}
