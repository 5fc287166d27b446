import { alertOfNour } from '../../centre/queue';
import { minutesSeconds } from '../../figure/boxes';
import { measure } from '../../figure/text';
import type { Rect, SceneContext, View } from '../../picture/frame';

/** True alerts: solved green, light enough for the night (7:1); false ones once judged: the signal, burnt out. */
export const TRUE = '#86BBA5';
export const FALSE = '#A64A38';
/** Whoever is on duty. */
export const CREW = { coat: '#44587A', hair: '#2E241E' };
/** The operator's own screen, and the wall behind it in the dark. */
export const SCREEN = '#0E1012';
export const WALL = { fill: '#1A1D21', stroke: '#2A3036' };

/** The operator's screen, and the tabs of those that wait behind it: height of one, and how many show. */
export interface Panel {
	screen: Rect;
	tab: number;
	tabs: number;
	/** What the machine says of the alert, and the two answers. */
	words: string[];
	answers: string[];
	size: number;
	space: number;
	/** Height of the strip under the picture and of a line in it; the buttons go under the words on a narrow screen. */
	line: number;
	strip: number;
}

export function panelOf(c: SceneContext): Panel {
	const phone = c.view.shape === 'phone';
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
	return { screen, tab, tabs, words, answers, size, space, line, strip: line * (taken > screen.w ? 2 : 1) };
}

function screenOf(view: View): Pick<Panel, 'screen' | 'tab' | 'tabs'> {
	const { free, portrait } = view;
	const phone = view.shape === 'phone';
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
export const stripBase = ({ screen, strip, line, size }: Panel): number =>
	screen.y + screen.h - strip + line / 2 + 2 + size * 0.36;

/** The two buttons: dismiss, pass on. */
export function buttonsOf({ screen, answers, size, space, line, strip }: Panel): Rect[] {
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
