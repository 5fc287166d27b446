import { FPS, sensorCamera } from '../../src/lib/camera/camera';
import { measure } from '../../src/lib/figure/text';
import type { Recording } from '../../src/lib/recording/types';
import { readLabels } from '../../src/lib/server/labels';
import { createContext, type Lang } from '../../src/lib/picture/context';
import type { Frame, Mark, Rect, Scene, View } from '../../src/lib/picture/frame';
import { layoutOf, viewOf } from '../../src/lib/picture/view';
import { filmSetup } from '../../src/lib/watch/setup';
import { expect } from 'vitest';

/** Windows every scene is checked in: desktop, small laptop, phone upright, phone on its side. */
export const WINDOWS: [number, number][] = [
	[1440, 900],
	[1024, 768],
	[390, 844],
	[844, 390]
];

export function viewIn([width, height]: [number, number]): View {
	const layout = layoutOf(width, height);
	return viewOf(
		layout === 'short' ? Math.round(width * 0.58) : width,
		layout === 'portrait' ? Math.round(height * 0.52) : height,
		layout
	);
}

/** A recording of an empty street: scenes must hold with nobody in it. */
export const emptyRecording = (extra: Partial<Recording> = {}): Recording => ({
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
		frame: 0,
		people: [],
		things: [],
		light: { shadowX: 0, shadowY: 0, sun: 0, dusk: 0, rain: 0 },
		tramX: NaN,
		sway: 0,
		lead: 0,
		tick() {},
		seek() {}
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
	stats: {},
	...extra
});

const LABELS = { fr: readLabels('src/content/figures', 'fr'), en: readLabels('src/content/figures', 'en') };

/** A function that gives a chapter's frame at a step and progress, in a window and language. */
export function stageOf(chapter: string, steps: number, scene: Scene, recording = emptyRecording()) {
	return (step: number, progress: number, size: [number, number] = [1440, 900], lang: Lang = 'fr', life = 0): Frame =>
		scene(
			createContext({
				chapter,
				step,
				progress,
				steps,
				view: viewIn(size),
				lang,
				labels: LABELS[lang],
				life,
				recording,
				params: {}
			})
		);
}

export interface Placed {
	mark: Mark;
	/** Its place on the stage, for texts only. */
	rect?: Rect;
	opacity: number;
	path: string;
}

/** All marks with groups opened; texts with the rectangle their letters cover. */
export function* flat(
	marks: Mark[],
	dx = 0,
	dy = 0,
	scale = 1,
	opacity = 1,
	path = '',
	clip?: Rect
): Generator<Placed> {
	for (const mark of marks) {
		const o = opacity * (mark.opacity ?? 1);
		const at = `${path}/${mark.key}`;
		if (mark.type === 'group') {
			const x = dx + scale * (mark.x ?? 0);
			const y = dy + scale * (mark.y ?? 0);
			const s = scale * (mark.scale ?? 1);
			const c = mark.clip;
			yield* flat(mark.children, x, y, s, o, at, c ? { x: x + s * c.x, y: y + s * c.y, w: s * c.w, h: s * c.h } : clip);
		} else if (mark.type === 'text') {
			const w = measure(mark.text, mark.size, mark.font) * scale;
			const x = dx + mark.x * scale - (mark.anchor === 'middle' ? w / 2 : mark.anchor === 'end' ? w : 0);
			const size = mark.size * scale;
			const y = dy + mark.y * scale - size * 0.72;
			const cut = clip && (x > clip.x + clip.w || x + w < clip.x || y > clip.y + clip.h || y + size * 0.76 < clip.y);
			yield { mark, rect: { x, y, w, h: size * 0.76 }, opacity: cut ? 0 : o, path: at };
		} else yield { mark, opacity: o, path: at };
	}
}

/** Texts that can be seen and leave the stage, cover one another or are too small to read, in words. */
export function textFaults(frame: Frame, size: [number, number], least = 0.5): string[] {
	const view = viewIn(size);
	const faults: string[] = [];
	const texts = [...flat(frame.marks)].filter((p) => p.rect && p.opacity >= least) as (Placed & { rect: Rect })[];
	for (const { mark, rect: r } of texts) {
		if (mark.type !== 'text') continue;
		if (r.x < 2 || r.x + r.w > view.width - 2 || r.y < 2 || r.y + r.h > view.height - 2)
			faults.push(`"${mark.text}" leaves the stage at ${Math.round(r.x)},${Math.round(r.y)} (${Math.round(r.w)} wide)`);
		if (mark.size < 12) faults.push(`"${mark.text}" is ${mark.size} px`);
	}
	texts.forEach((a, i) => {
		for (const b of texts.slice(i + 1)) {
			const across = Math.min(a.rect.x + a.rect.w, b.rect.x + b.rect.w) - Math.max(a.rect.x, b.rect.x);
			const down = Math.min(a.rect.y + a.rect.h, b.rect.y + b.rect.h) - Math.max(a.rect.y, b.rect.y);
			if (across > 2 && down > 2)
				faults.push(
					`"${(a.mark as { text: string }).text}" and "${(b.mark as { text: string }).text}" overlap by ${Math.round(across)}×${Math.round(down)}`
				);
		}
	});
	return faults;
}

/** The greatest jump, in pixels, of a keyed mark between two frames (circles, rectangles, texts and groups that both show). */
export function greatestJump(a: Frame, b: Frame): { key: string; by: number } {
	const place = (m: Mark): [number, number] | null =>
		m.type === 'circle' || m.type === 'rect' || m.type === 'text'
			? [m.x, m.y]
			: m.type === 'group'
				? [m.x ?? 0, m.y ?? 0]
				: m.type === 'line'
					? [m.x1, m.y1]
					: null;
	const before = new Map(a.marks.map((m) => [m.key, m]));
	let worst = { key: '', by: 0 };
	for (const m of b.marks) {
		const old = before.get(m.key);
		if (!old || (m.opacity ?? 1) < 0.05 || (old.opacity ?? 1) < 0.05) continue;
		const p = place(m);
		const q = place(old);
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

type StageOf = ReturnType<typeof stageOf>;

/** Expects each of the chapter's steps to begin, in every window, with what the one before ended with, where it was. */
export function expectNoJump(at: StageOf, steps: number): void {
	for (const size of WINDOWS)
		for (let step = 1; step < steps; step++) {
			const a = at(step, 1, size);
			const b = at(step + 1, 0, size);
			expect(greatestJump(a, b).by, `${step} ${size}`).toBeLessThan(2);
			expect(onlyIn(a, b), `${step} ${size}`).toEqual([]);
			expect(onlyIn(b, a), `${step} ${size}`).toEqual([]);
		}
}

/** Expects no faults in the texts of any of the steps, at each of `places` in a step, in every window and language. */
export function expectClearTexts(at: StageOf, steps: number[], places: number[], least?: number): void {
	for (const size of WINDOWS)
		for (const lang of ['fr', 'en'] as const)
			for (const step of steps)
				for (const p of places)
					expect(textFaults(at(step, p, size, lang), size, least), `${step} ${p} ${size} ${lang}`).toEqual([]);
}
