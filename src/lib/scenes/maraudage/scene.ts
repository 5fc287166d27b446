import { scaleSqrt } from 'd3';
import { MAST, type Camera } from '../../camera/camera';
import { frameFreely, mixCameras } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople, viewBox, type Placed } from '../../figure/square';
import { minutesSeconds } from '../../figure/boxes';
import { measure, wrap } from '../../figure/text';
import { groundPath } from '../../figure/trails';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext } from '../../picture/frame';
import type { SceneModule } from '../index';
import { chart, layoutChart, sweep } from './chart';
import { clockBoxMarks, placeClocks, plainBox } from './clocks';
import { DEFAULT_THRESHOLD, flagged, heldFrame, longest, LONGEST, over, SPAN, startFrame, TICKS } from './data';
import { events } from './events';
import { makers } from './makers';

const phone = (c: SceneContext) => c.view.portrait || c.view.width < 700;
const threshold = (c: SceneContext): number => Number(c.params['maraudage.threshold'] ?? DEFAULT_THRESHOLD);

/** The square beside the text. */
const besideText = (c: SceneContext): Camera =>
	phone(c)
		? frameFreely(c.view, MAST, 1.05, [0.44, 0.62], { x: c.view.width / 2, y: c.view.height * 0.62 })
		: frameFreely(c.view, MAST, 0.88, [0.485, 0.62], { x: c.view.free.x + c.view.free.w / 2, y: c.view.height * 0.6 });

/** From the framing of the chapter before to the one beside the text. */
const cameraOf = (c: SceneContext): Camera =>
	c.step === 1
		? mixCameras(
				frameSquare(c.view, MAST, { focus: phone(c) ? [0.47, 0.62] : [0.5, 0.6] }),
				besideText(c),
				ease(c.progress, 0.04, 0.3)
			)
		: besideText(c);

/** The outline of the watched zone. */
function zoneMarks(c: SceneContext, camera: Camera, opacity: number): Mark[] {
	const zone = c.recording.zones[0];
	if (!zone || opacity <= 0) return [];
	return [
		{
			type: 'path',
			key: 'zone',
			d: groundPath(zone.polygon, camera),
			stroke: 'signal',
			width: 1.4,
			dash: '3 7',
			opacity: opacity * 0.8
		}
	];
}

/** The scale of the threshold, with the makers' own settings on it, and who it takes at this instant. */
function scaleMarks(c: SceneContext, seconds: number, taken: number, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const f = c.view.free;
	const small = phone(c);
	const x = scaleSqrt([1, LONGEST], [f.x + (small ? 16 : 40), f.x + f.w - (small ? 16 : 40)]);
	const h = small ? 92 : 130;
	const top = f.y + f.h - h - (small ? -6 : 6);
	const y = top + h * 0.6;
	const text = c.say('scale.now', { s: Math.round(seconds), people: taken });
	const size = small ? 15 : 22;
	const half = measure(text, size, 'mono') / 2 + 10;
	const marks: Mark[] = [
		{ type: 'rect', key: 'scale-back', x: f.x, y: top, w: f.w, h, fill: 'paper', stroke: 'ink', width: 1.5, opacity },
		{ type: 'line', key: 'scale', x1: x(1), x2: x(LONGEST), y1: y, y2: y, stroke: 'ink', width: 1.6, opacity },
		{
			type: 'line',
			key: 'scale-on',
			x1: x(seconds),
			x2: x(LONGEST),
			y1: y,
			y2: y,
			stroke: 'signal',
			width: 5,
			opacity
		},
		{
			type: 'circle',
			key: 'scale-knob',
			x: x(seconds),
			y,
			r: small ? 8 : 11,
			fill: 'paper',
			stroke: 'ink',
			width: 2.2,
			opacity
		},
		letter(
			'scale-value',
			'mono',
			Math.max(f.x + half, Math.min(f.x + f.w - half, x(seconds))),
			top + (small ? 22 : 36),
			size,
			text,
			{ anchor: 'middle', fill: 'signal-text', opacity }
		)
	];
	for (const [i, t] of TICKS.entries()) {
		const low = i % 2 === 1;
		marks.push(
			{
				type: 'line',
				key: `tick-${t.key}`,
				x1: x(t.seconds),
				x2: x(t.seconds),
				y1: y - (small ? 5 : 9),
				y2: y + (low ? (small ? 18 : 30) : small ? 5 : 9),
				stroke: 'ink',
				width: 1.5,
				opacity
			},
			letter(
				`tick-text-${t.key}`,
				'mono',
				x(t.seconds),
				y + (small ? (low ? 30 : 17) : low ? 44 : 26),
				small ? 12 : 14,
				c.say(`tick.${t.key}`),
				{
					anchor: 'middle',
					opacity
				}
			)
		);
	}
	return marks;
}

/** Those who turn round, in the order they speak: across the square from left to right, Nour last. */
function speakers(c: SceneContext) {
	return over(c.recording, heldFrame(c.recording), threshold(c)).sort(
		(a, b) => Number(a.key === 'nour') - Number(b.key === 'nour') || a.box.x + a.box.w / 2 - (b.box.x + b.box.w / 2)
	);
}

/** Who speaks at a place in the fourth step, and how far into it. */
function turnOf(n: number, t: number): { index: number; local: number } {
	const place = span(t, 0.07, 0.93) * n;
	const index = Math.min(n - 1, Math.floor(place));
	return { index, local: index === n - 1 ? Math.min(0.5, place - index) : place - index };
}

/**
 * The camera of the fourth step: it comes near, and moves on only as far as it must to have who speaks beside the text;
 * on a phone, in the middle.
 */
function speakersCamera(c: SceneContext, t: number): Camera {
	const base = besideText(c);
	const all = speakers(c);
	if (all.length === 0) return base;
	const { width, height, free } = c.view;
	const small = phone(c);
	const near = small
		? frameFreely(c.view, MAST, 1.5, [0.44, 0.62], { x: width / 2, y: height * 0.74 })
		: frameFreely(c.view, MAST, 1.24, [0.5, 0.62], { x: free.x + free.w / 2, y: height * 0.66 });
	/** How far the picture is moved for a speaker, pixels. */
	const shift = (i: number) => {
		const r = viewBox(all[i].box, near);
		const x = r.x + r.w / 2;
		const margin = small ? width / 2 : 130;
		return small ? width / 2 - x : Math.max(0, free.x + margin - x) + Math.min(0, free.x + free.w - margin - x);
	};
	const { index, local } = turnOf(all.length, t);
	const settled = mix(shift(Math.max(0, index - 1)), shift(index), index === 0 ? 1 : ease(local, 0, 0.2));
	return mixCameras(base, { ...near, u0: near.u0 + settled }, ease(t, 0, 0.07));
}

/** They turn round one by one; the one who speaks is in colour, the others wait. */
function turning(c: SceneContext): Frame {
	const t = c.progress;
	const at = heldFrame(c.recording);
	const all = speakers(c);
	const camera = speakersCamera(c, t);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const begun = ease(t, 0.01, 0.07);
	const { index, local } = turnOf(all.length, t);
	const spoken = t < 0.07 ? -1 : index;
	ink.push({
		type: 'street',
		camera,
		at,
		drained: 0.7,
		veil: 0.28,
		facing: all.filter((_, i) => i <= spoken).map((s) => s.person)
	});
	marks.push(...zoneMarks(c, camera, 1 - begun));
	const clocks = placeClocks(c, at, camera, threshold(c), (_, hot) => hot);
	marks.push(...clockBoxMarks(clocks, threshold(c), c, 1 - ease(t, 0, 0.07)));
	const placed = new Map(
		placePeople(
			c.recording,
			at,
			camera,
			all.map((s) => s.key)
		).map((p): [number, Placed] => [p.person.id, p])
	);
	let subject: Rect[] = [];
	all.forEach((s, i) => {
		if (i === spoken) return;
		marks.push(plainBox(`who-${s.person}`, s.box, camera, i > spoken ? 0.4 : 0, begun * (i > spoken ? 0.9 : 0.28)));
	});
	const now = all[spoken];
	const p = now && placed.get(now.person);
	if (now && p) {
		const r = viewBox(now.box, camera);
		const window = {
			x: r.x - 3,
			y: Math.min(r.y, p.top) - 4,
			w: r.w + 6,
			h: Math.max(r.y + r.h, p.y) - Math.min(r.y, p.top) + 8
		};
		subject = [window];
		const shown = ease(local, 0.12, 0.24) * (1 - (spoken < all.length - 1 ? ease(local, 0.92, 1) : 0));
		// A window of colour on who speaks: the street has it, the program does not.
		ink.push({
			type: 'street',
			camera,
			at,
			clip: window,
			facing: all.filter((_, i) => i <= spoken).map((q) => q.person)
		});
		marks.push(
			{ type: 'rect', key: 'speaker', ...window, stroke: 'signal', width: 3, opacity: begun },
			...speech(c, window, now.key, c.recording.dwell(now.box.id, at), spoken + 1, all.length, shown)
		);
	}
	return {
		night: 0,
		ink,
		marks,
		subject,
		says: now ? `${c.say(`${now.key}.name`)} : ${c.say(`${now.key}.why`)}` : undefined
	};
}

/** What one person says, over their head, with what the machine has on them. */
function speech(
	c: SceneContext,
	who: Rect,
	key: string,
	seconds: number,
	n: number,
	of: number,
	opacity: number
): Mark[] {
	if (opacity <= 0) return [];
	const small = phone(c);
	const f = c.view.free;
	const size = small ? 19 : 27;
	const max = small ? f.w - 24 : 340;
	const clock = c.say('clock.of', { time: minutesSeconds(seconds) });
	const name = c.say(`${key}.name`);
	const says = wrap(c.say(`${key}.why`), size * 0.86, 'news', max);
	const meta = small ? 12 : 14;
	const w =
		Math.max(
			measure(name, size, 'grot') + 24 + measure(`${n}/${of}`, meta, 'mono'),
			measure(clock, meta, 'mono'),
			...says.map((l) => measure(l, size * 0.86, 'news'))
		) + 28;
	const h = size * 1.5 + says.length * size * 1.06 + meta * 2;
	const middle = who.x + who.w / 2;
	const x = Math.max(f.x, Math.min(f.x + f.w - w, middle - w * 0.4));
	const y = small ? f.y : Math.max(f.y, Math.min(who.y - h - 46, c.view.height * 0.2));
	const foot = y + h;
	const root = Math.max(x + 18, Math.min(x + w - 18, middle));
	return [
		{
			type: 'path',
			key: 'tail',
			d: `M${root - 11} ${foot - 1}L${middle.toFixed(1)} ${(who.y - 3).toFixed(1)}L${root + 11} ${foot - 1}`,
			fill: 'paper',
			stroke: 'ink',
			width: 1.6,
			opacity
		},
		{ type: 'rect', key: 'bubble', x, y, w, h, fill: 'paper', stroke: 'ink', width: 1.6, opacity },
		{ type: 'line', key: 'gum', x1: root - 10, x2: root + 10, y1: foot, y2: foot, stroke: 'paper', width: 3, opacity },
		letter('name', 'grot', x + 14, y + size * 1.2, size, name, { opacity }),
		letter('turn', 'mono', x + w - 14, y + size * 1.1, meta, `${n}/${of}`, { anchor: 'end', opacity }),
		...letters('why', 'news', x + 14, y + size * 2.2, size * 0.86, c.say(`${key}.why`), max, {
			opacity,
			leading: 1.23
		}),
		letter('clock', 'mono', x + 14, foot - meta * 0.8, meta, clock, { fill: 'signal-text', opacity })
	];
}

/** The clocks run; the threshold moves; the reader sets it. */
function running(c: SceneContext): Frame {
	const t = c.progress;
	const camera = cameraOf(c);
	const at = startFrame(c.recording) + SPAN * (c.step - 1 + t);
	const limit =
		c.step === 1
			? LONGEST
			: c.step === 2
				? mix(mix(mix(LONGEST, 30, ease(t, 0.12, 0.42)), 10, ease(t, 0.56, 0.74)), threshold(c), ease(t, 0.88, 1))
				: threshold(c);
	const clocks = placeClocks(c, at, camera, limit, (seconds, hot) => hot || (c.step === 1 && seconds >= 10));
	const nour = placePeople(c.recording, at, camera, ['nour'])[0];
	const begun = c.step === 1 ? ease(t, 0.08, 0.28) : 1;
	// The street loses its colour as the chapter begins.
	const coming = c.step === 1 ? ease(t, 0, 0.25) : 1;
	const marks = [
		...zoneMarks(c, camera, c.step === 1 ? ease(t, 0.2, 0.4) : 1),
		...clockBoxMarks(clocks, limit, c, begun)
	];
	const hot = clocks.filter((k) => k.hot).length;
	if (c.step === 2) marks.push(...scaleMarks(c, limit, hot, ease(t, 0.02, 0.12) * (1 - ease(t, 0.95, 1))));
	return {
		night: 0,
		ink: [{ type: 'street', camera, at, drained: 0.7 * coming, veil: 0.28 * coming }],
		marks,
		subject: nour ? [bodyRect(nour)] : undefined,
		says:
			c.step === 3
				? c.say('result', { people: flagged(c.recording, limit).length, s: limit })
				: c.say('says.now', { s: Math.round(limit), people: hot })
	};
}

/** Everyone as a dot in the row of their reason; the scroll sweeps the threshold through all of them. */
function sorting(c: SceneContext): Frame {
	const t = c.progress;
	const camera = speakersCamera(c, 1);
	const limit = sweep(t);
	const l = layoutChart(c);
	const named = l.dots.filter((d) => d.key === 'nour' || d.key === 'marcel' || d.key === 'thief');
	return {
		night: 0,
		ink: [
			{ type: 'street', camera, at: heldFrame(c.recording), drained: 0.7, veil: mix(0.28, 1, ease(t, 0.02, 0.26)) }
		],
		marks: chart(c, t, camera),
		subject: named.map((d) => ({ x: d.x - l.r, y: d.y - l.r, w: 2 * l.r, h: 2 * l.r })),
		says: c.say('result', { people: l.dots.filter((d) => d.seconds >= limit).length, s: Math.round(limit) })
	};
}

/** The chart folds away as Marcel's dot opens. */
function four(c: SceneContext): Frame {
	const frame = makers(c);
	const leaving = 1 - ease(c.progress, 0.06, 0.18);
	if (leaving > 0)
		frame.marks.unshift({
			type: 'group',
			key: 'chart',
			opacity: leaving,
			children: chart(c, 1, speakersCamera(c, 1))
		});
	return frame;
}

/** Loitering as a clock and a threshold somebody chose: from running clocks to the list it is absent from. */
export const scene: Scene = (c): Frame => {
	if (c.step <= 3) return running(c);
	if (c.step === 4) return turning(c);
	if (c.step === 5) return sorting(c);
	return c.step === 6 ? four(c) : events(c);
};

export const reads: SceneModule['reads'] = (recording, params) => ({
	people: flagged(recording, Number(params['maraudage.threshold'] ?? DEFAULT_THRESHOLD)).length,
	all: longest(recording).length
});
