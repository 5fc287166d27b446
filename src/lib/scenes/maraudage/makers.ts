import { MAST, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera } from '../../camera/camera';
import { clockMarks, minutesSeconds } from '../../figure/boxes';
import { cameraIn, mixRects } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { slab } from '../../figure/place';
import { placePeople, viewBox } from '../../figure/square';
import { measure } from '../../figure/text';
import type { Frame, Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import { layoutChart } from './chart';
import { MAKERS, trialOf } from './data';

const isSmall = (c: SceneContext) => c.view.portrait || c.view.width < 700;

/** The four pictures, two by two, as large as the free part of the stage lets them be, with room for words under each. */
export function panels(c: SceneContext): Rect[] {
	const f = c.view.free;
	const small = isSmall(c);
	const gap = small ? 10 : 20;
	const words = small ? 40 : 58;
	const w = (f.w - gap) / 2;
	const h = (f.h - 2 * words - (small ? 4 : gap)) / 2;
	return MAKERS.map((_, i) => ({
		x: f.x + (i % 2) * (w + gap),
		y: f.y + Math.floor(i / 2) * (h + words + (small ? 4 : gap)),
		w,
		h
	}));
}

/** Marcel at his column as he sits at the end of the trial, in fractions of the sensor's picture. */
export function marcelSpot(c: SceneContext): [number, number] {
	const trial = trialOf(c.recording);
	const p = placePeople(c.recording, trial?.to ?? 0, c.recording.camera, ['marcel'])[0];
	return p ? [p.x / SENSOR_WIDTH, p.y / SENSOR_HEIGHT] : [0.6, 0.62];
}

export const panelCamera = (rect: Rect, focus: [number, number]): Camera =>
	cameraIn(rect, MAST, { zoom: 5.2, focus, at: [0.5, 0.78] });

/** Frame of the recording the four clocks have reached. */
export function trialFrame(c: SceneContext, t: number): number {
	const trial = trialOf(c.recording);
	return trial ? Math.round(mix(trial.from, trial.to, span(t, 0.2, 0.86))) : 0;
}

/**
 * One man, four makers' rules: his dot opens into four windows on the same minute; under each rule a clock runs as
 * that rule counts, and the word comes when it sounds.
 */
export function makers(c: SceneContext): Frame {
	const small = isSmall(c);
	const t = c.progress;
	const trial = trialOf(c.recording);
	const at = trialFrame(c, t);
	const rects = panels(c);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const dot = layoutChart(c).dots.find((d) => d.person === trial?.person);
	const seed: Rect = dot
		? { x: dot.x - 5, y: dot.y - 5, w: 10, h: 10 }
		: { x: c.view.free.x + c.view.free.w / 2, y: c.view.free.y + c.view.free.h / 2, w: 10, h: 10 };
	const focus = marcelSpot(c);
	MAKERS.forEach((id, i) => {
		const open = ease(t, 0.02 + 0.02 * i, 0.17 + 0.02 * i);
		if (open <= 0) return;
		const rect = mixRects(seed, rects[i], open);
		ink.push(
			{ type: 'street', camera: panelCamera(rect, focus), at, clip: rect, drained: 0.35 },
			{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h), stroke: 'ink', width: 2 }
		);
		const run = trial?.runs[i];
		const value = run?.clock[Math.max(0, at - trial!.from)] ?? 0;
		const sounded = !!run && run.alert >= 0 && at >= run.alert;
		const over = t >= 0.86;
		marks.push(...picture(c, id, rect, open, at, sounded));
		if (!run || open < 1) return;
		const told = ease(t, 0.17, 0.22);
		const r = small ? 13 : 24;
		const cx = rect.x + r + (small ? 6 : 14);
		const cy = rect.y + r + (small ? 6 : 14);
		const digits = `${minutesSeconds(value)}`;
		const size = small ? 14 : 24;
		marks.push({
			type: 'group',
			key: `clock-${id}`,
			opacity: told,
			children: [
				{
					type: 'rect',
					key: 'back',
					x: rect.x + (small ? 3 : 7),
					y: rect.y + (small ? 3 : 7),
					w: 2 * r + (small ? 18 : 34) + measure(digits, size, 'mono'),
					h: 2 * r + (small ? 6 : 14),
					fill: 'paper',
					stroke: 'ink',
					width: 1.4
				},
				...clockMarks('c', cx, cy, r, value / run.threshold),
				letter('digits', 'mono', cx + r + (small ? 6 : 12), cy + size * 0.36, size, digits, {
					fill: sounded ? 'signal-text' : 'ink'
				})
			]
		});
		const verdict = sounded ? 'alert' : over ? 'nothing' : '';
		if (verdict) {
			const s = small ? 20 : 40;
			const text = c.say(verdict);
			const w = measure(text, s, 'mono') + s * 0.7;
			const h = s * 1.42;
			const y = rect.y + rect.h - h - (small ? 5 : 12);
			const x = rect.x + rect.w - w - (small ? 5 : 12);
			marks.push(
				{
					type: 'rect',
					key: `stamp-${id}`,
					x,
					y,
					w,
					h,
					fill: sounded ? 'signal-text' : 'paper',
					stroke: sounded ? 'signal-text' : 'ink',
					width: 2
				},
				letter(`verdict-${id}`, 'mono', x + w / 2, y + h * 0.72, s, text, {
					anchor: 'middle',
					fill: sounded ? 'paper' : 'ink'
				})
			);
		}
		const y = rect.y + rect.h;
		marks.push(
			letter(`maker-${id}`, 'grot', rect.x, y + (small ? 17 : 25), small ? 15 : 22, c.say(`maker.${id}`), {
				opacity: told
			}),
			...letters(
				`rule-${id}`,
				'news',
				rect.x,
				y + (small ? 33 : 47),
				small ? 12.5 : 17,
				c.say(small ? `rule.short.${id}` : `rule.${id}`),
				rect.w,
				{ opacity: told, fact: 'f26' } as Record<string, unknown>
			).slice(0, small ? 1 : 2)
		);
	});
	return {
		night: 0,
		ink,
		marks,
		subject: rects,
		says: c.say('same')
	};
}

/** The window itself: its frame, and the box the program has on the man. */
function picture(c: SceneContext, id: string, rect: Rect, open: number, at: number, sounded: boolean): Mark[] {
	const trial = trialOf(c.recording);
	const camera = panelCamera(rect, marcelSpot(c));
	const box = c.recording.boxesAt(at).find((b) => b.id === trial?.track);
	const marks: Mark[] = [];
	if (box)
		marks.push({
			type: 'group',
			key: `box-${id}`,
			clip: rect,
			opacity: ease(open, 0.7, 1),
			children: [
				{
					type: 'rect',
					key: 'b',
					...viewBox(box, camera),
					fill: sounded ? 'signal' : 'none',
					fillOpacity: 0.2,
					stroke: 'signal',
					width: sounded ? 5 : 2
				}
			]
		});
	if (sounded) marks.push({ type: 'rect', key: `panel-${id}`, ...rect, stroke: 'signal', width: 4 });
	return marks;
}
