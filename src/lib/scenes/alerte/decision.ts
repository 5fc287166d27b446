import { project } from '../../camera/camera';
import { alertOfNour, boxOfAlert, clockOf, frameOfAlert, laterAlerts } from '../../centre/queue';
import { GROUND } from '../../drawing/palette';
import { minutesSeconds } from '../../figure/boxes';
import { AMBER } from '../../figure/colours';
import { phoneAt } from '../../figure/firm/opening';
import { painted, slab } from '../../figure/inks';
import { cameraIn, mixRects } from '../../figure/inset';
import { letter, measure, rows, wrap } from '../../figure/text';
import { box } from '../../figure/marks';
import { ease, mix, stagger } from '../../figure/motion';
import { GREY, PALE, RAISED } from '../../figure/night';
import { deskInk, mugInk, operatorInk } from '../../figure/operator';
import { viewBox } from '../../figure/square';
import { slabs, wallTiles } from '../../figure/wall/wall';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { RecordedAlert } from '../../recording/types';
import { stack, type Layer } from '../layers';
import { planOf } from './chain/layout';
import { arrivals, somebody } from './queue';

/** The operator's own screen, and the wall behind it in the dark. */
const SCREEN = '#0E1012';
const WALL = { fill: '#1A1D21', stroke: '#2A3036' };

/** The operator's screen, what is on it, and the tabs of those that wait behind it. */
export function panelOf(c: SceneContext) {
	const { phone } = c.view;
	const { screen, tab, tabs } = screenOf(c.view);
	const alert = alertOfNour(c.recording);
	const words = alert
		? [c.say('rule.loitering'), c.say('screen.id', { n: String(alert.track) }), minutesSeconds(alert.value)]
		: [];
	const answers = [c.say('screen.dismiss'), c.say('screen.pass')];
	const size = phone ? 12 : c.view.shape === 'tall' ? 14 : 15;
	const space = phone ? 12 : c.view.shape === 'tall' ? 16 : 22;
	const taken = [...words, ...answers].reduce((n, text) => n + measure(text, size, 'mono') + space, 2 * space);
	const line = phone ? 32 : 54;
	return {
		screen,
		tab,
		tabs,
		/** What the machine says of the alert, and the two answers. */
		words,
		answers,
		size,
		space,
		/** Height of a line in the strip under the picture, and of the strip: buttons go under the words on a narrow screen. */
		line,
		strip: line * (taken > screen.w ? 2 : 1)
	};
}
type Panel = ReturnType<typeof panelOf>;

/** The screen, the height of a tab, and how many tabs show. */

function screenOf(view: View) {
	const { free, portrait, phone } = view;
	const tab = phone ? 19 : 34;
	const tabs = portrait ? 4 : view.shape === 'wide' ? 5 : 3;
	const w = portrait
		? free.w
		: free.w > 600
			? Math.min(free.w * (view.shape === 'tall' ? 0.67 : 0.64), 600)
			: free.w * 0.56;
	const y = free.y + tabs * tab + (phone ? 18 : 30);
	const h = Math.min(w * 0.66, portrait ? free.h * 0.43 : phone ? free.h - tabs * tab - 26 : free.h * 0.48);
	return { screen: { x: free.x, y, w, h }, tab, tabs };
}

/** First baseline of the strip under the picture. */
const stripBase = ({ screen, strip, line, size }: Panel): number =>
	screen.y + screen.h - strip + line / 2 + 2 + size * 0.36;

/** The two buttons: dismiss, pass on. */
function buttonsOf({ screen, answers, size, space, line, strip }: Panel): Rect[] {
	const middle = screen.y + screen.h - strip + line / 2 + 2 + (strip > line ? line - 4 : 0);
	let right = screen.x + screen.w - space * 0.6;
	const rects = [...answers].reverse().map((text) => {
		const w = measure(text, size, 'mono') + space * 0.8;
		right -= w;
		const rect = { x: right, y: middle - size * 1.2, w, h: size * 2.4 };
		right -= space * 0.4;
		return rect;
	});
	return rects.reverse();
}

/**
 * The alert's dot grows back into a picture; that becomes one screen of the chain, and at last the telephone of the next
 * chapter.
 */
export function picture(
	c: SceneContext,
	panel: Panel,
	dot: Rect,
	m: Record<'grown' | 'drawn' | 'away' | 'boxed', number>
): Layer {
	const { recording } = c;
	const small = planOf(c.view).screen;
	const rect = mixRects(mixRects(mixRects(dot, panel.screen, m.grown), small, m.drawn), phoneAt(c.view), m.away);
	const strip = mix(panel.strip, small.h * 0.15, m.drawn) * m.grown * (1 - m.away);
	const clip = { ...rect, h: Math.max(4, rect.h - strip) };
	const at = frameOfAlert(recording);
	const camera = cameraIn(clip, undefined, { zoom: 4.2, focus: focusOfNour(c, at), at: [0.5, 0.62] });
	const own = boxOfAlert(recording, at);
	const look = { fill: 'signal', fillOpacity: 0.12, stroke: 'signal', width: mix(3, 2, m.drawn) };
	const boxed = own && [box('screen-box', viewBox(own, camera), look)];
	return {
		ink: [
			painted(slab(rect.x, rect.y, rect.w, rect.h, 3), { fill: SCREEN, stroke: 'paper', width: 1.6 }),
			{ type: 'street', camera, at, drained: 0.5, clip },
			painted(slab(rect.x, rect.y, rect.w, rect.h), { fill: GROUND, opacity: ease(m.away, 0.5, 1) })
		],
		marks: boxed && [{ type: 'group', key: 'screen-picture', clip, opacity: m.boxed, children: boxed }]
	};
}

/** Where Nour stands in the 16:9 picture of the mast, as fractions of it. */
function focusOfNour({ recording }: SceneContext, at: number): [number, number] {
	const { camera, street } = recording;
	const nour = street.at(at).people.find((p) => p.key === 'nour' && p.present);
	if (!nour) return [0.449, 0.62];
	const p = project(camera, nour.x, nour.y, 0.85, { u: 0, v: 0, k: 0 });
	return [p.u / camera.width, p.v / camera.height];
}

/** What the machine says of it, in three words, and the two answers. */
export function strip(panel: Panel, opacity: number): Layer {
	const { screen, words, answers, size, space } = panel;
	let x = screen.x + space;
	const marks = words.map((text, i) => {
		const mark = letter(`screen-word-${i}`, 'mono', x, stripBase(panel), size, text, { fill: 'signal', opacity });
		x += measure(text, size, 'mono') + space;
		return mark;
	});
	const look = { anchor: 'middle', fill: 'paper', opacity } as const;
	const buttons = buttonsOf(panel).map((r, i): Mark[] => [
		box(`button-${i}`, r, { r: 3, stroke: 'paper', width: 1.6, opacity }),
		letter(`button-${i}-word`, 'mono', r.x + r.w / 2, r.y + size * 1.56, size, answers[i], look)
	]);
	return { marks: [...marks, ...buttons.reverse().flat()] };
}

/** Time to decide runs out along the foot of the picture, and in figures. */
export function time(
	c: SceneContext,
	{ screen, strip }: Panel,
	seconds: number,
	spent: number,
	opacity: number
): Layer {
	const { phone } = c.view;
	const size = phone ? 18 : 34;
	const text = c.say('screen.seconds', { n: Math.ceil(seconds - seconds * spent) });
	const w = measure(text, size, 'grot');
	const right = screen.x + screen.w;
	const left = { x: screen.x, y: screen.y + screen.h - strip - 3, w: screen.w * (1 - spent), h: phone ? 5 : 8 };
	const slip = { x: right - w - (phone ? 14 : 24), y: screen.y + 1, w: w + (phone ? 13 : 23), h: size * 1.3 };
	const look = { anchor: 'end', fill: AMBER, opacity } as const;
	return {
		marks: [
			box('screen-time', left, { fill: AMBER, opacity }),
			box('screen-seconds-slip', slip, { fill: SCREEN, opacity }),
			letter('screen-seconds', 'grot', right - (phone ? 7 : 12), screen.y + size, size, text, look)
		]
	};
}

/**
 * The operator at the desk, where there is room below the screen. While time runs out the hand goes from one
 * button to the other and has pressed neither.
 */
export function hand(c: SceneContext, panel: Panel, seated: number, raised: number, spent: number): Layer {
	const { view } = c;
	const { screen } = panel;
	const scale = Math.min(1.3, (view.height - (screen.y + screen.h) - 14) / 322);
	if (view.portrait || scale < 0.45) return {};
	const drop = (1 - seated) * 380 * scale;
	const x = screen.x + screen.w * 0.4;
	const desk = view.height - 118 * scale + drop;
	const [dismiss, pass] = buttonsOf(panel).map((r) => ({ x: r.x + r.w / 2 - 6 * scale, y: r.y + r.h + 26 * scale }));
	const sway = ease(spent, 0.2, 0.38) - ease(spent, 0.52, 0.68) + ease(spent, 0.84, 0.95);
	const rest = { x: x + 150 * scale, y: desk + 30 * scale };
	const aim = { x: mix(dismiss.x, pass.x, sway), y: mix(dismiss.y, pass.y, sway) + drop };
	return {
		ink: [
			...deskInk({ x, y: desk, width: view.width, height: view.height, scale }),
			...mugInk(x + 330 * scale, desk + 60 * scale, scale * 1.15, c.life),
			...operatorInk({
				x,
				y: view.height + drop,
				scale,
				turn: 0.5 * sway,
				breath: Math.sin(c.life * 1.5),
				light: 0.9,
				hand: { x: mix(rest.x, aim.x, raised), y: mix(rest.y, aim.y, raised) }
			})
		]
	};
}

/** The alerts that came in while this one was looked at: tabs behind the screen, the newest on top, before the dark wall. */
export function waiting(c: SceneContext, panel: Panel, seconds: number, shown: number): Layer {
	if (shown <= 0) return {};
	const { recording, view } = c;
	const start = frameOfAlert(recording);
	const now = start + seconds * recording.fps;
	const later = laterAlerts(recording);
	const arrived = arrivals(c, later, now);
	const sum = arrived.reduce((n, v) => n + v, 0);
	// Those nearest the screen came first; the oldest slide under it when there are too many.
	let place = -Math.max(0, sum - panel.tabs);
	const tabs = later.flatMap((q, i) => {
		if (arrived[i] <= 0) return [];
		place += arrived[i];
		return place > 0 ? [tab(c, panel, q, i, place, arrived[i], shown)] : [];
	});
	const came = later.filter((q) => q.frame <= now).length;
	return {
		ink: [
			painted(slabs(wallTiles(view)), { ...WALL, width: 1.2, opacity: shown }),
			...[...tabs].reverse().flatMap((t) => t.ink ?? [])
		],
		marks: [...stack(...tabs).marks, count(c, panel, came, sum, shown)]
	};
}

/** One of them, `place` tabs above the screen's edge; what it says comes when it has arrived. */
function tab(
	c: SceneContext,
	{ screen, tab: h }: Panel,
	q: RecordedAlert,
	i: number,
	place: number,
	arrived: number,
	shown: number
): Layer {
	const { phone } = c.view;
	const size = phone ? 12 : 14;
	const y = screen.y - place * h;
	const inset = (phone ? 5 : 9) * place;
	const left = screen.x + inset;
	const opacity = shown * Math.min(1, place);
	const legible = shown * ease(arrived, 0.8, 1) * ease(place, 0.85, 1);
	const base = y + h / 2 + size * 0.4;
	const clock = { fill: PALE, opacity: legible };
	const rule = { anchor: 'end', fill: 'signal', opacity: legible } as const;
	const right = screen.x + screen.w - inset - 12;
	return {
		ink: [
			painted(slab(left, y, screen.w - 2 * inset, h + 30, 3), { fill: RAISED, stroke: GREY, width: 1.3, opacity }),
			...(q.rule === 'crowd' ? [] : somebody(c, q.person, left + h * 0.6, y + h * 1.24, h * 1.1, opacity))
		],
		marks: [
			letter(`tab-${i}-clock`, 'mono', left + h * 1.35, base, size, clockOf(c.recording, q.frame), clock),
			letter(`tab-${i}`, 'mono', right, base, size, c.say(`rule.${q.rule}`), rule)
		]
	};
}

/** How many wait, over the uppermost tab. */
function count(c: SceneContext, { screen, tab: h, tabs }: Panel, n: number, sum: number, shown: number): Mark {
	const { phone } = c.view;
	const y = screen.y - Math.min(sum, tabs) * h - (phone ? 6 : 10);
	const look = { anchor: 'end', fill: 'paper', opacity: n > 0 ? shown * Math.min(1, sum) : 0 } as const;
	const text = c.say(n === 1 ? 'waiting.one' : 'waiting', { n });
	return letter('waiting', 'grot', screen.x + screen.w, y, phone ? 14 : 20, text, look);
}

const SENTENCES = 4;
/** Part of its coming that each shares with the one before. */
const SHARED = 1 / 8;

/** What stands beside the screen, in the hand of the story: a title, and one sentence after the other. */
export function unsaid(c: SceneContext, { screen }: Panel, shown: number, telling: number, kept: number): Layer {
	const { free, portrait, phone } = c.view;
	const title = phone ? 15 : 20;
	const size = phone ? 15 : 23;
	const x = portrait ? screen.x : screen.x + screen.w + (phone ? 16 : 36);
	const max = free.x + free.w - x;
	const top = portrait ? screen.y + screen.h + 26 : screen.y + title;
	const lines = wrap(c.say('unsaid'), title, 'grot', max);
	const look = { fill: AMBER, opacity: shown, weight: 500 };
	const marks = rows('unsaid-', 'grot', x, top, title, lines, title * 1.1, look);
	let y = top + (lines.length - 1) * title * 1.1 + size * 1.5;
	for (let n = 1; n <= SENTENCES; n++) {
		const said = wrap(c.say(`unsaid.${n}`), size, 'news', max);
		const opacity = stagger(telling, n - 1, SENTENCES, SHARED) * kept;
		marks.push(...rows(`unsaid.${n}-`, 'news', x, y, size, said, size * 1.2, { italic: true, fill: 'paper', opacity }));
		y += said.length * size * 1.2 + (phone ? 4 : 12);
	}
	return { marks };
}
