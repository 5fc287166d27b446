import { expect } from 'vitest';
import { FPS, sensorCamera } from '../src/lib/camera/camera';
import { measure } from '../src/lib/figure/text';
import type { Lang } from '../src/lib/picture/context';
import type { Frame, Mark, Params, Rect, View } from '../src/lib/picture/frame';
import { viewOfWindow, WINDOWS, type Size } from '../src/lib/picture/view';
import type { Recording } from '../src/lib/recording/types';
import { openFrames, type Shot } from '../src/lib/server/frames';
import { filmSetup } from '../src/lib/watch/setup';

/** The story's recording, its steps by chapter, and its frames, as the site's scripts have them. */
export const { recording, steps, names, rest, frameAt } = await openFrames();

/** A recording of an empty street: scenes must hold with nobody in it. */
export const emptyRecording = (): Recording => ({
	seed: 1,
	fps: FPS,
	setup: filmSetup(),
	frames: 3000,
	from: 0,
	to: 3000,
	peopleAt: () => ({ count: 0, id: [], groundX: [], groundY: [] }),
	camera: sensorCamera(),
	street: {
		seed: 1,
		seconds: 240,
		fps: FPS,
		people: [],
		lead: 0,
		at: (frame) => ({
			frame,
			time: frame / FPS,
			people: [],
			things: [],
			light: { shadowX: 0, shadowY: 0, sun: 0, dusk: 0, rain: 0 },
			tramX: NaN,
			sway: 0
		})
	},
	tracks: [],
	alerts: [],
	zones: [],
	boxesAt: () => [],
	path: () => [],
	dwell: () => 0,
	stays: () => [],
	moments: { merge: null, ghost: null, switch: null, fade: null, explain: 0 },
	sensor: () => null,
	stats: {}
});

/** The frames of one chapter, by place. */
export type FramesOf = (
	step: number,
	progress: number,
	window?: Size,
	more?: { lang?: Lang; params?: Params; life?: number }
) => Frame;

/** A chapter's frames, of the site's recording or of another. */
export const framesOf =
	(chapter: string, given: Pick<Shot, 'recording' | 'names'> = {}): FramesOf =>
	(step, progress, window, more) =>
		frameAt({ ...given, ...more, chapter, step, progress, window });

export interface Placed {
	mark: Mark;
	/** Where its letters stand on the stage, and their size there: for texts only. */
	rect?: Rect;
	size?: number;
	/** Its own and that of the groups it is in; 0 when a group's clip hides it. */
	opacity: number;
}

/** All marks with groups opened. */
export function* flat(marks: Mark[], dx = 0, dy = 0, scale = 1, opacity = 1, clip?: Rect): Generator<Placed> {
	for (const mark of marks) {
		const o = opacity * (mark.opacity ?? 1);
		if (mark.type === 'group') {
			const x = dx + scale * (mark.x ?? 0);
			const y = dy + scale * (mark.y ?? 0);
			const s = scale * (mark.scale ?? 1);
			const c = mark.clip;
			yield* flat(mark.children, x, y, s, o, c ? { x: x + s * c.x, y: y + s * c.y, w: s * c.w, h: s * c.h } : clip);
		} else if (mark.type === 'text') {
			const w = measure(mark.text, mark.size, mark.font) * scale;
			const x = dx + mark.x * scale - (mark.anchor === 'middle' ? w / 2 : mark.anchor === 'end' ? w : 0);
			const size = mark.size * scale;
			const y = dy + mark.y * scale - size * 0.72;
			const cut = clip && (x > clip.x + clip.w || x + w < clip.x || y > clip.y + clip.h || y + size * 0.76 < clip.y);
			yield { mark, rect: { x, y, w, h: size * 0.76 }, size, opacity: cut ? 0 : o };
		} else yield { mark, opacity: o };
	}
}

/** The words on stage, those that can be seen. */
export const words = (frame: Frame, least = 0.5): string[] =>
	[...flat(frame.marks)].flatMap(({ mark, opacity }) => (mark.type === 'text' && opacity > least ? [mark.text] : []));

const texts = (frame: Frame) =>
	[...flat(frame.marks)].flatMap(({ mark, rect, size, opacity }) =>
		mark.type === 'text' && opacity >= SEEN ? [{ text: mark.text, r: rect as Rect, size: size as number }] : []
	);
/** The opacity from which on a text is seen: all but the last breath of one that fades. */
const SEEN = 0.1;

/** Texts that leave the stage or are too small to read, in words. */
export function strayTexts(frame: Frame, view: View): string[] {
	const faults: string[] = [];
	for (const { text, r, size } of texts(frame)) {
		if (r.x < 2 || r.x + r.w > view.width - 2 || r.y < 2 || r.y + r.h > view.height - 2)
			faults.push(`"${text}" leaves the stage at ${Math.round(r.x)},${Math.round(r.y)} (${Math.round(r.w)} wide)`);
		// Numbers inside the loupe are pixels: they may be smaller than words.
		if (size < 12 && !/^\d{3}$/.test(text)) faults.push(`"${text}" is ${size} px`);
	}
	return faults;
}

/** Texts that leave the stage, are too small to read or cover one another, in words. */
export function textFaults(frame: Frame, view: View): string[] {
	const faults = strayTexts(frame, view);
	// The readings of the loupe slide behind the enlarged ones.
	const words = texts(frame).filter(({ text }) => !/^\d{3}( \d{3})*$/.test(text));
	words.forEach((a, i, all) => {
		for (const b of all.slice(i + 1)) {
			const across = Math.min(a.r.x + a.r.w, b.r.x + b.r.w) - Math.max(a.r.x, b.r.x);
			const down = Math.min(a.r.y + a.r.h, b.r.y + b.r.h) - Math.max(a.r.y, b.r.y);
			if (across > 2 && down > 2)
				faults.push(`"${a.text}" and "${b.text}" overlap by ${Math.round(across)}×${Math.round(down)}`);
		}
	});
	return faults;
}

const placeOf = (m: Mark): [number, number] | null =>
	m.type === 'circle' || m.type === 'rect' || m.type === 'text'
		? [m.x, m.y]
		: m.type === 'group'
			? [m.x ?? 0, m.y ?? 0]
			: m.type === 'line'
				? [m.x1, m.y1]
				: null;

/** The greatest jump, in pixels, of a keyed mark between two frames. */
export function greatestJump(a: Frame, b: Frame): { key: string; by: number } {
	const before = new Map(a.marks.map((m) => [m.key, m]));
	let worst = { key: '', by: 0 };
	for (const m of b.marks) {
		const old = before.get(m.key);
		const p = placeOf(m);
		const q = old && placeOf(old);
		if (!p || !q) continue;
		const by = Math.hypot(p[0] - q[0], p[1] - q[1]);
		if (by > worst.by) worst = { key: m.key, by };
	}
	return worst;
}

/** Marks that can be seen in one frame and have no counterpart in the other. */
export function onlyIn(a: Frame, b: Frame): string[] {
	const seen = (m: Mark) => (m.opacity ?? 1) >= 0.08;
	const others = new Set(b.marks.filter(seen).map((m) => m.key));
	return a.marks.filter((m) => seen(m) && !others.has(m.key)).map((m) => m.key);
}

/** Expects each of a chapter's steps to begin, in every window, with what the one before ended with, where it was. */
export function expectNoJump(at: FramesOf, last: number): void {
	for (const window of WINDOWS)
		for (let step = 1; step < last; step++) {
			const a = at(step, 1, window);
			const b = at(step + 1, 0, window);
			const { key, by } = greatestJump(a, b);
			expect(by, `${key} after ${step}, ${window}`).toBeLessThan(1);
			expect(onlyIn(a, b), `after ${step}, ${window}`).toEqual([]);
			expect(onlyIn(b, a), `after ${step}, ${window}`).toEqual([]);
		}
}

/** Expects no faults in the texts of any of the steps, at each of `places` in a step, in every window and language. */
export function expectClearTexts(at: FramesOf, among: number[], places: number[], settings: Params[] = [{}]): void {
	for (const window of WINDOWS)
		for (const lang of ['fr', 'en'] as const)
			for (const step of among)
				for (const p of places)
					for (const params of settings)
						expect(
							textFaults(at(step, p, window, { lang, params }), viewOfWindow(window)),
							`${step} ${p} ${window} ${lang} ${JSON.stringify(params)}`
						).toEqual([]);
}

/** The numbers of a chapter's steps. */
export const stepsOf = (chapter: string): number[] => Array.from({ length: steps[chapter] }, (_, i) => i + 1);
