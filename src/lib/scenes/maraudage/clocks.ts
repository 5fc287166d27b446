import { footOf, project, type Camera } from '../../camera/camera';
import { clockHand, found, minutesSeconds } from '../../figure/boxes';
import { group, overlap, path, slip } from '../../figure/marks';
import { spread } from '../../figure/spread';
import { viewBox } from '../../figure/square';
import { letter, measure } from '../../figure/text';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';

/** A clock a box is to have. */
interface Wanted {
	id: number;
	/** The box in the view. */
	rect: Rect;
	seconds: number;
	hot: boolean;
	text: string;
}

/** One clock laid out: the pie, and the chip with its seconds where there is room for one. */
export interface Clock extends Wanted {
	pie: { x: number; y: number; r: number };
	chip?: Rect;
}

/** Metres from the camera's foot beyond which people stand in the far band, heads against the facades. */
const FAR = 10.2;
/** Height in metres, and depth, of the rail the far band's chips hang on: above heads and the tram. */
const RAIL = { x: 0, y: 15.4, z: 3.9 };
/** Room left and right of a chip's number, and between chips. Pixels. */
const PAD = 4;
const GAP = 3;

/** Size of the numbers on chips, and how high a chip is. */
const chipSize = ({ shape }: Pick<View, 'shape'>): number => ({ phone: 12, tall: 14, wide: 13 })[shape];
const chipHeight = (view: View): number => chipSize(view) + 7;
const chipWidth = (view: View, { text }: Wanted): number => measure(text, chipSize(view), 'mono') + 2 * PAD;
const centre = (r: Rect): number => r.x + r.w / 2;

/**
 * Places for the clocks of all boxes at a frame. In the far band, pies stand over the heads and chips on a rail above,
 * both spread along the line in the same order, so that none overlaps and no leader crosses another. Near people carry
 * theirs at their feet, where the paving is empty. Chips that find no room are left out, the shortest stays first:
 * the pie is still there. Below `bottom` there is nobody: a panel lies over them.
 */
export function placeClocks(
	{ recording, view }: Pick<SceneContext, 'recording' | 'view'>,
	at: number,
	camera: Camera,
	limit: number,
	numbers: (seconds: number, hot: boolean) => boolean,
	bottom = view.height
): Clock[] {
	const all = recording
		.boxesAt(at)
		.map((b) => {
			const seconds = recording.dwell(b.id, at);
			const foot = footOf(recording.camera, b);
			return {
				id: b.id,
				rect: viewBox(b, camera),
				seconds,
				hot: seconds >= limit,
				near: !!foot && foot[1] < FAR,
				text: minutesSeconds(seconds)
			};
		})
		.filter(
			({ rect: r, seconds }) =>
				seconds >= 2 && r.x + r.w > 4 && r.x < view.width - 4 && r.y + r.h > 0 && r.y + r.h * 0.5 < bottom
		)
		.sort((a, b) => centre(a.rect) - centre(b.rect) || a.id - b.id);
	const spot = project(camera, RAIL.x, RAIL.y, RAIL.z, { u: 0, v: 0, k: 0 });
	const rail = Math.max(chipHeight(view) + 4, spot.v);
	const [far, near] = [false, true].map((side) => all.filter((b) => b.near === side));
	const over = overHeads(view, rail, far);
	const numbered = over.filter((p) => numbers(p.seconds, p.hot));
	const chips = chipsOnRail(view, rail, over, numbered);
	return [...over.map((p) => ({ ...p, chip: chips.get(p) })), ...atFeet(view, near, bottom)];
}

/** The far band's pies, over the heads and under the rail. */
function overHeads({ width, phone }: View, rail: number, far: Wanted[]): Clock[] {
	const [least, most] = phone ? [4, 6] : [5, 8];
	const radii = far.map(({ rect }) => Math.max(least, Math.min(most, rect.w * 0.3)));
	const lefts = spread(
		far.map((b, i) => centre(b.rect) - radii[i] - 1),
		radii.map((r) => 2 * r + 2),
		2,
		width - 2
	);
	return far.map((b, i) => {
		const r = radii[i];
		return { ...b, pie: { x: lefts[i] + r + 1, y: Math.max(rail + r + 8, b.rect.y - r - 3), r } };
	});
}

/** Near people's clocks with their numbers, at their feet; who finds no room has none, the shortest stays first. */
function atFeet(view: View, near: Wanted[], bottom: number): Clock[] {
	const height = chipHeight(view);
	const taken: Rect[] = [];
	return [...near]
		.sort((p, q) => q.seconds - p.seconds || p.id - q.id)
		.flatMap((b): Clock[] => {
			const r = Math.max(7, Math.min(view.phone ? 9 : 13, b.rect.w * 0.3));
			const w = chipWidth(view, b);
			const whole = { w: 2 * r + 4 + w, h: Math.max(2 * r, height) };
			const x = Math.max(3, Math.min(view.width - whole.w - 3, centre(b.rect) - r));
			let y = Math.min(bottom - whole.h - 3, b.rect.y + b.rect.h + 4);
			for (let tries = 0; tries < 5; tries++) {
				const clash = taken.find((t) => overlap(t, { x, y, ...whole }));
				if (!clash) break;
				y = clash.y + clash.h + 2;
			}
			const rect = { x, y, ...whole };
			if (y + whole.h > bottom - 2 || taken.some((t) => overlap(t, rect))) return [];
			taken.push(rect);
			const middle = y + whole.h / 2;
			const chip = { x: x + 2 * r + 4, y: middle - height / 2, w, h: height };
			return [{ ...b, pie: { x: x + r, y: middle, r }, chip }];
		});
}

/** Places on the rail for chips of those who are to have one: on one line, or on two where they are many. */
function chipsOnRail(view: View, rail: number, far: Clock[], wanted: Clock[]): Map<Clock, Rect> {
	const { width } = view;
	const h = chipHeight(view);
	const w = (p: Clock) => chipWidth(view, p);
	const lines = rail - 2 * h - GAP > 8 ? 2 : 1;
	let room = lines * (width - 8) * 0.92;
	const kept = new Set<Clock>();
	for (const p of [...wanted].sort((a, b) => b.seconds - a.seconds || a.id - b.id)) {
		room -= w(p) + GAP;
		if (room > 0) kept.add(p);
	}
	const shown = far.filter((p) => kept.has(p));
	const total = shown.reduce((s, p) => s + w(p) + GAP, 0);
	const length = shown.length ? shown[shown.length - 1].pie.x - shown[0].pie.x + 60 : 0;
	const two = lines === 2 && total > Math.min(width - 8, length * 1.15);
	const chips = new Map<Clock, Rect>();
	for (let line = 0; line < (two ? 2 : 1); line++) {
		const own = shown.filter((_, i) => !two || i % 2 === line);
		const at = spread(
			own.map((p) => p.pie.x - w(p) / 2),
			own.map((p) => w(p) + GAP),
			4,
			width - 4
		);
		own.forEach((p, i) => {
			// The upper line leaves the stage before it overlaps: the test of clocks holds it to that.
			if (at[i] + w(p) <= width - 2) chips.set(p, { x: at[i], y: rail - h - line * (h + GAP), w: w(p), h });
		});
	}
	return chips;
}

/** Tenths of a pixel. */
const n = (v: number): number => Math.round(v * 10) / 10;

/**
 * Clocks where `placeClocks` has put them: thin boxes for who is counted, full red only for who is flagged. All leaders,
 * all faces and all hands are one path each: they change with every frame.
 */
export function clockMarks(clocks: Clock[], limit: number, view: View, opacity = 1): Mark[] {
	if (opacity <= 0) return [];
	const join = (of: Clock[], draw: (k: Clock, x: number, y: number, r: number) => string): string =>
		of.map((k) => draw(k, n(k.pie.x), n(k.pie.y), n(k.pie.r))).join('');
	const hands = (hot: boolean) => {
		const own = clocks.filter((k) => k.hot === hot);
		return join(own, ({ seconds }, x, y, r) => clockHand(x, y, r, Math.min(1, seconds / limit)));
	};
	const leads = join(clocks, ({ chip, pie }, x, y, r) =>
		chip && chip.y < pie.y - pie.r ? `M${n(chip.x + chip.w / 2)} ${n(chip.y + chip.h)}L${x} ${n(y - r)}` : ''
	);
	const faces = join(clocks, (_, x, y, r) => clockHand(x, y, r, 1));
	const drawn = (key: string, d: string, look: Parameters<typeof path>[2]): Mark[] =>
		d ? [path(key, d, { opacity, ...look })] : [];
	return [
		...clocks.map(({ id, rect, hot }) => found(`box-${id}`, rect, hot, 0.2, hot ? 2.4 : 1, opacity * (hot ? 1 : 0.6))),
		...drawn('leads', leads, { stroke: 'signal', width: 1, opacity: opacity * 0.8 }),
		...drawn('faces', faces, { fill: 'paper', stroke: 'ink', width: 1.4 }),
		...drawn('hands', hands(false), { fill: 'signal', opacity: opacity * 0.55 }),
		...drawn('hands-hot', hands(true), { fill: 'signal' }),
		...clocks.flatMap((k) => chip(k, chipSize(view), opacity))
	];
}

/** The number of a clock on its slip. */
function chip({ id, chip, hot, text }: Clock, size: number, opacity: number): Mark[] {
	if (!chip) return [];
	const look = hot ? { fill: 'signal-text', stroke: 'signal-text' } : { fill: 'paper', stroke: 'signal' };
	const children = [
		slip('back', { x: 0, y: 0, w: chip.w, h: chip.h }, { ...look, width: 1 }),
		letter('time', 'mono', PAD, size + 1.5, size, text, { fill: hot ? 'paper' : 'signal-text' })
	];
	return group(`chip-${id}`, children, { x: n(chip.x), y: n(chip.y), opacity });
}
