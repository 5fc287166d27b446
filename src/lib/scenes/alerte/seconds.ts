import { project } from '../../camera/camera';
import { minutesSeconds } from '../../figure/boxes';
import { cameraIn, mixRects } from '../../figure/inset';
import { letter } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { deskInk, mugInk, operatorInk } from '../../figure/operator';
import { slab } from '../../figure/place';
import { viewBox } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import type { Frame, Rect, SceneContext } from '../../picture/frame';
import { wallTiles } from '../centre/wall';
import { firmAtNight, phoneAt } from '../../figure/firm/opening';
import { computeDay, readAssumptions } from '../../centre/day';
import { isSmall, sorted, thousand } from './field';
import { arrivals, figureInk, frameOf, PALE } from './journey';
import { alertOfNour, clockOf, queueOf } from '../../centre/queue';

const OCHRE = '#E0B13A';

/** The alert grows back into a picture. While the seconds run out, those that came after it pile up behind. */
export function seconds(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const alert = alertOfNour(c.recording);
	const at = frameOf(c, alert);
	const wide = !view.portrait && free.w > 600;
	const tab = small ? 19 : 34;
	const tabs = view.portrait ? 4 : small ? 3 : 5;
	const w = wide ? Math.min(free.w * 0.64, 600) : view.portrait ? free.w : free.w * 0.56;
	const top = free.y + tabs * tab + (small ? 18 : 30);
	const h = Math.min(w * 0.66, view.portrait ? free.h * 0.43 : small ? free.h - tabs * tab - 26 : free.h * 0.48);
	const screen: Rect = { x: free.x, y: top, w, h };
	const grid = thousand(view);
	const a = readAssumptions(c.params);
	const [dx, dy] = sorted(grid, grid.own, Math.round(computeDay(a).truePerThousand));
	const grow = ease(t, 5, 5.22);
	// In the end it is one lit screen in the dark, and somebody else's: the telephone of the next chapter.
	const away = ease(t, 5.9, 5.995);
	const rect = mixRects(mixRects({ x: dx - 4, y: dy - 4, w: 8, h: 8 }, screen, grow), phoneAt(view), away);
	const leave = 1 - ease(t, 5.87, 5.92);
	const shown = ease(t, 5.2, 5.28) * leave;
	const left = 1 - span(t, 5.28, 5.88);

	if (shown > 0) waiting(c, frame, screen, tab, tabs, at + (1 - left) * a.seconds * c.recording.fps, shown);

	const size = small ? 12 : 15;
	const words = alert
		? [c.say('rule.loitering'), c.say('screen.id', { n: String(alert.track) }), minutesSeconds(alert.value)]
		: [];
	const buttons = [c.say('screen.dismiss'), c.say('screen.pass')];
	const space = small ? 12 : 22;
	const taken = [...words, ...buttons].reduce((n, text) => n + measure(text, size, 'mono') + space, 2 * space);
	// The buttons go under the words where the screen is narrow.
	const rows = taken > screen.w ? 2 : 1;
	const line = small ? 32 : 54;
	const strip = line * rows;
	const picture = { x: rect.x, y: rect.y, w: rect.w, h: Math.max(4, rect.h - strip * grow * (1 - away)) };
	const camera = cameraIn(picture, undefined, { zoom: 4.2, focus: focusOfNour(c, at), at: [0.5, 0.62] });
	const outside = ease(t, 5.91, 5.99);
	if (outside > 0)
		frame.ink.push(...firmAtNight(c), {
			type: 'shape',
			d: slab(0, 0, view.width, view.height),
			fill: 'night',
			opacity: 1 - outside
		});
	frame.ink.push(
		{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h, 3), fill: '#0E1012', stroke: 'paper', width: 1.6 },
		{ type: 'street', camera, at, drained: 0.5, clip: picture },
		{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h), fill: '#EFE4CF', opacity: ease(away, 0.5, 1) }
	);
	const box = alert && c.recording.boxesAt(at).find((b) => b.id === alert.track);
	if (box)
		frame.marks.push({
			type: 'group',
			key: 'screen-picture',
			clip: picture,
			opacity: ease(t, 5.14, 5.24) * leave,
			children: [
				{
					type: 'rect',
					key: 'screen-box',
					...viewBox(box, camera),
					fill: 'signal',
					fillOpacity: 0.12,
					stroke: 'signal',
					width: 3
				}
			]
		});
	const y = screen.y + screen.h - strip + line / 2 + 2;
	let x = screen.x + space;
	words.forEach((text, i) => {
		frame.marks.push(
			letter(`screen-word-${i}`, 'mono', x, y + size * 0.36, size, text, { fill: 'signal', opacity: shown })
		);
		x += measure(text, size, 'mono') + space;
	});
	const below = y + (rows - 1) * (line - 4);
	const keys: Rect[] = [];
	let right = screen.x + screen.w - space * 0.6;
	for (const [i, text] of [...buttons.entries()].reverse()) {
		const kw = measure(text, size, 'mono') + space * 0.8;
		right -= kw;
		keys[i] = { x: right, y: below - size * 1.2, w: kw, h: size * 2.4 };
		frame.marks.push(
			{ type: 'rect', key: `button-${i}`, ...keys[i], r: 3, stroke: 'paper', width: 1.6, opacity: shown },
			letter(`button-${i}-word`, 'mono', right + kw / 2, below + size * 0.36, size, text, {
				anchor: 'middle',
				fill: 'paper',
				opacity: shown
			})
		);
		right -= space * 0.4;
	}
	operator(c, t, frame, screen, keys, left);
	// Time to decide runs out along the foot of the picture, and in figures.
	frame.marks.push({
		type: 'rect',
		key: 'screen-time',
		x: screen.x,
		y: screen.y + screen.h - strip - 3,
		w: screen.w * left,
		h: small ? 5 : 8,
		fill: OCHRE,
		opacity: shown
	});
	const number = small ? 18 : 34;
	const text = c.say('screen.seconds', { n: Math.ceil(a.seconds * left) });
	const tw = measure(text, number, 'grot');
	frame.marks.push(
		{
			type: 'rect',
			key: 'screen-seconds-slip',
			x: screen.x + screen.w - tw - (small ? 14 : 24),
			y: screen.y + 1,
			w: tw + (small ? 13 : 23),
			h: number * 1.3,
			fill: '#0E1012',
			opacity: shown
		},
		letter('screen-seconds', 'grot', screen.x + screen.w - (small ? 7 : 12), screen.y + number, number, text, {
			anchor: 'end',
			fill: OCHRE,
			opacity: shown
		})
	);
	unsaid(c, t, frame, screen, leave);
	frame.subject = [screen];
	frame.says = c.say('says.screen');
}

/** The alerts that came in while this one was looked at: tabs behind the screen, the newest on top. */
function waiting(
	c: SceneContext,
	frame: Frame,
	screen: Rect,
	tab: number,
	most: number,
	now: number,
	shown: number
): void {
	const small = isSmall(c.view);
	const alert = alertOfNour(c.recording);
	const later = queueOf(c.recording).filter((q) => q.frame > frameOf(c, alert));
	const arrived = arrivals(c, later, now);
	const count = later.filter((q) => q.frame <= now).length;
	const size = small ? 12 : 14;
	// Those nearest the screen came first; the oldest slide under it when there are too many.
	const sum = arrived.reduce((n, v) => n + v, 0);
	const under = Math.max(0, sum - most);
	let stacked = -under;
	later.forEach((q, i) => {
		if (arrived[i] <= 0) return;
		stacked += arrived[i];
		const place = stacked;
		if (place <= 0) return;
		const y = screen.y - place * tab;
		const inset = (small ? 5 : 9) * place;
		const opacity = shown * Math.min(1, place);
		const legible = shown * ease(arrived[i], 0.8, 1) * ease(place, 0.85, 1);
		const base = y + tab / 2 + size * 0.4;
		frame.ink.unshift(
			{
				type: 'shape',
				d: slab(screen.x + inset, y, screen.w - 2 * inset, tab + 30, 3),
				fill: '#1E2328',
				stroke: '#7D848C',
				width: 1.3,
				opacity
			},
			...(q.rule === 'crowd'
				? []
				: figureInk(c, q.person, screen.x + inset + tab * 0.6, y + tab * 1.24, tab * 1.1, opacity))
		);
		frame.marks.push(
			letter(`tab-${i}-clock`, 'mono', screen.x + inset + tab * 1.35, base, size, clockOf(c.recording, q.frame), {
				fill: PALE,
				opacity: legible
			}),
			letter(`tab-${i}`, 'mono', screen.x + screen.w - inset - 12, base, size, c.say(`rule.${q.rule}`), {
				anchor: 'end',
				fill: 'signal',
				opacity: legible
			})
		);
	});
	frame.marks.push(
		letter(
			'waiting',
			'grot',
			screen.x + screen.w,
			screen.y - Math.min(sum, most) * tab - (small ? 6 : 10),
			small ? 14 : 20,
			c.say(count === 1 ? 'waiting.one' : 'waiting', { n: count }),
			{ anchor: 'end', fill: 'paper', opacity: count > 0 ? shown * Math.min(1, sum) : 0 }
		)
	);
	// The wall in the dark, behind everything.
	let d = '';
	for (const r of wallTiles(c.view)) d += slab(r.x, r.y, r.w, r.h);
	frame.ink.unshift({ type: 'shape', d, fill: '#1A1D21', stroke: '#2A3036', width: 1.2, opacity: shown });
}

/** The hand goes from one button to the other and has pressed neither. Where there is room below the screen. */
function operator(c: SceneContext, t: number, frame: Frame, screen: Rect, keys: Rect[], left: number): void {
	const { view } = c;
	const room = view.height - (screen.y + screen.h);
	const scale = Math.min(1.3, (room - 14) / 322);
	if (view.portrait || scale < 0.45) return;
	const up = ease(t, 5.1, 5.32) * (1 - ease(t, 5.88, 5.97));
	const drop = (1 - up) * 380 * scale;
	const x = screen.x + screen.w * 0.4;
	const desk = view.height - 118 * scale + drop;
	const over = (k: Rect) => ({ x: k.x + k.w / 2 - 6 * scale, y: k.y + k.h + 26 * scale });
	const [dismiss, pass] = keys.map(over);
	const sway = ease(1 - left, 0.2, 0.38) - ease(1 - left, 0.52, 0.68) + ease(1 - left, 0.84, 0.95);
	const rest = { x: x + 150 * scale, y: desk + 30 * scale };
	const raised = ease(t, 5.3, 5.4);
	const aim = { x: mix(dismiss.x, pass.x, sway), y: mix(dismiss.y, pass.y, sway) + drop };
	const hand = { x: mix(rest.x, aim.x, raised), y: mix(rest.y, aim.y, raised) };
	frame.ink.push(
		...deskInk({ x, y: desk, width: view.width, height: view.height, scale }),
		...mugInk(x + 330 * scale, desk + 60 * scale, scale * 1.15, c.life),
		...operatorInk({
			x,
			y: view.height + drop,
			scale,
			turn: 0.5 * sway,
			breath: Math.sin(c.life * 1.5),
			light: 0.9,
			hand
		})
	);
}

/** What stands beside the screen, in the hand of the story. */
function unsaid(c: SceneContext, t: number, frame: Frame, screen: Rect, leave: number): void {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const under = view.portrait;
	const x = under ? screen.x : screen.x + screen.w + (small ? 16 : 36);
	const max = free.x + free.w - x;
	const title = small ? 15 : 20;
	const size = small ? 15 : 23;
	let y = under ? screen.y + screen.h + 26 : screen.y + title;
	const lines = wrap(c.say('unsaid'), title, 'grot', max);
	for (const [i, text] of lines.entries())
		frame.marks.push({
			type: 'text',
			key: `unsaid-${i}`,
			x,
			y: y + i * title * 1.1,
			text,
			size: title,
			font: 'grot',
			fill: '#E0B13A',
			opacity: ease(t, 5.3, 5.4) * leave
		});
	y += (lines.length - 1) * title * 1.1 + size * 1.5;
	for (let n = 1; n <= 4; n++) {
		const rows = wrap(c.say(`unsaid.${n}`), size, 'news', max);
		rows.forEach((text, i) =>
			frame.marks.push({
				type: 'text',
				key: `unsaid.${n}-${i}`,
				x,
				y,
				text,
				size,
				font: 'news',
				italic: true,
				fill: 'paper',
				opacity: ease(t, 5.34 + n * 0.07, 5.42 + n * 0.07) * leave
			})
		);
		y += 0;
		rows.forEach((_, i) => {
			const mark = frame.marks[frame.marks.length - rows.length + i];
			if (mark.type === 'text') mark.y = y + i * size * 1.2;
		});
		y += rows.length * size * 1.2 + (small ? 4 : 12);
	}
}

/** Where Nour stands in the 16:9 picture of the mast, as fractions of it. */
function focusOfNour(c: SceneContext, at: number): [number, number] {
	c.recording.street.seek(at);
	const nour = c.recording.street.people.find((p) => p.key === 'nour' && p.present);
	if (!nour) return [0.449, 0.62];
	const { camera } = c.recording;
	const p = project(camera, nour.x, nour.y, 0.85, { u: 0, v: 0, k: 0 });
	return [p.u / camera.width, p.v / camera.height];
}
