import { measure } from '../../src/lib/figure/text';
import { loadRecording } from '../../src/lib/recording/node';
import { readStepNames } from '../../src/lib/server/content';
import { readLabels } from '../../src/lib/server/labels';
import { createContext, type Lang } from '../../src/lib/picture/context';
import type { Frame, Mark, Params, Scene } from '../../src/lib/picture/frame';
import { layoutOf, viewOf } from '../../src/lib/picture/view';

/** The four windows every scene is composed for. */
export const WINDOWS: [number, number][] = [
	[1440, 900],
	[1024, 768],
	[390, 844],
	[844, 390]
];

const STEPS = readStepNames('src/content');
const labels = { fr: readLabels('src/content/figures', 'fr'), en: readLabels('src/content/figures', 'en') };
export const recording = loadRecording('.');

/** The stage of a window, as the page lays it out. */
export function viewOfWindow([width, height]: [number, number]) {
	const layout = layoutOf(width, height);
	return viewOf(
		layout === 'short' ? Math.round(width * 0.58) : width,
		layout === 'portrait' ? Math.round(height * 0.52) : height,
		layout
	);
}

export interface Shot {
	step: number;
	progress: number;
	window?: [number, number];
	lang?: Lang;
	params?: Params;
	life?: number;
}

/** One frame of a chapter. */
export const shoot = (
	scene: Scene,
	chapter: string,
	{ step, progress, window = [1440, 900], lang = 'fr', params = {}, life = 0 }: Shot
): Frame =>
	scene(
		createContext({
			chapter,
			step,
			progress,
			steps: STEPS[chapter],
			view: viewOfWindow(window),
			lang,
			labels: labels[lang],
			life,
			recording,
			params
		})
	);

/** Marks with groups opened, those that can be seen. */
export const seen = (marks: Mark[]): Mark[] =>
	marks.flatMap((m) => ((m.opacity ?? 1) < 0.3 ? [] : m.type === 'group' ? seen(m.children) : [m]));

/** Texts that leave the stage, by their own measure. */
export function outside(frame: Frame, window: [number, number]): string[] {
	const { width, height } = viewOfWindow(window);
	return seen(frame.marks).flatMap((m) => {
		if (m.type !== 'text') return [];
		const w = measure(m.text, m.size, m.font);
		const x = m.anchor === 'middle' ? m.x - w / 2 : m.anchor === 'end' ? m.x - w : m.x;
		return x < -2 || x + w > width + 2 || m.y < m.size * 0.6 || m.y > height
			? [`"${m.text}" (${Math.round(x)}, ${Math.round(m.y)})`]
			: [];
	});
}

/** Pairs of texts that lie over one another by more than a third of a line. */
export function overlapping(frame: Frame): string[] {
	const boxes = seen(frame.marks).flatMap((m) => {
		if (m.type !== 'text') return [];
		const w = measure(m.text, m.size, m.font);
		const x = m.anchor === 'middle' ? m.x - w / 2 : m.anchor === 'end' ? m.x - w : m.x;
		return [{ text: m.text, x, y: m.y - m.size * 0.72, w, h: m.size * 0.74 }];
	});
	const faults: string[] = [];
	boxes.forEach((a, i) =>
		boxes.slice(i + 1).forEach((b) => {
			const across = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
			const down = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
			if (across > 2 && down > 0.34 * Math.min(a.h, b.h)) faults.push(`"${a.text}" over "${b.text}"`);
		})
	);
	return faults;
}

/** Largest jump, in pixels, of marks that stand on both sides of a border between steps, and keys lost while plainly visible. */
export function border(before: Frame, after: Frame): { jump: number; lost: string[] } {
	const at = (m: Mark): [number, number] | null =>
		m.type === 'text' || m.type === 'rect'
			? [m.x, m.y]
			: m.type === 'circle'
				? [m.x, m.y]
				: m.type === 'line'
					? [m.x1, m.y1]
					: null;
	const next = new Map(after.marks.map((m) => [m.key, m]));
	let jump = 0;
	const lost: string[] = [];
	for (const m of before.marks) {
		const other = next.get(m.key);
		if (!other) {
			if ((m.opacity ?? 1) > 0.1) lost.push(m.key);
			continue;
		}
		const a = at(m);
		const b = at(other);
		if (a && b) jump = Math.max(jump, Math.hypot(a[0] - b[0], a[1] - b[1]));
	}
	return { jump, lost };
}
