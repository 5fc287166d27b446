import { footOf, project, type Camera } from '../../camera/camera';
import { clockHand, minutesSeconds } from '../../figure/boxes';
import { spread } from '../../figure/spread';
import { viewBox } from '../../figure/square';
import { measure } from '../../figure/text';
import type { Box } from '../../recording/types';
import type { Mark, Rect, SceneContext } from '../../picture/frame';

/** One clock laid out: the pie, and the chip with its seconds where there is room for one. */
export interface Placed {
	id: number;
	/** The box in the view. */
	rect: Rect;
	seconds: number;
	hot: boolean;
	pie: { x: number; y: number; r: number };
	chip?: Rect;
	text: string;
}

/** Metres from the camera's foot beyond which people stand in the far band, heads against the facades. */
const FAR = 10.2;
/** Height in metres, and depth, of the rail the far band's chips hang on: above heads and the tram. */
const RAIL = { x: 0, y: 15.4, z: 3.9 };
const PAD = 4;

/**
 * Places for the clocks of all boxes at a frame. In the far band, pies stand over the heads and chips on a rail above,
 * both spread along the line in the same order, so that none overlaps and no leader crosses another. Near people carry
 * theirs at their feet, where the paving is empty. Chips that find no room are left out, the shortest stays first:
 * the pie is still there.
 */
export function placeClocks(
	c: SceneContext,
	at: number,
	camera: Camera,
	limit: number,
	numbers: (seconds: number, hot: boolean) => boolean
): Placed[] {
	const small = c.view.portrait || c.view.width < 700;
	const size = small ? 12 : 13;
	const height = size + 7;
	const { width } = c.view;
	const spot = project(camera, RAIL.x, RAIL.y, RAIL.z, { u: 0, v: 0, k: 0 });
	const rail = Math.max(height + 4, spot.v);
	const all = c.recording
		.boxesAt(at)
		.map((b) => {
			const seconds = c.recording.dwell(b.id, at);
			const foot = footOf(c.recording.camera, b);
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
				seconds >= 2 && r.x + r.w > 4 && r.x < width - 4 && r.y + r.h > 0 && r.y + r.h * 0.5 < c.view.height
		)
		.sort((a, b) => a.rect.x + a.rect.w / 2 - (b.rect.x + b.rect.w / 2) || a.id - b.id);

	const far = all.filter((b) => !b.near);
	const radius = (r: Rect) => Math.max(small ? 4 : 5, Math.min(small ? 6 : 8, r.w * 0.3));
	const lefts = spread(
		far.map((b) => b.rect.x + b.rect.w / 2 - radius(b.rect) - 1),
		far.map((b) => 2 * radius(b.rect) + 2),
		2,
		width - 2
	);
	const out: Placed[] = far.map((b, i) => {
		const r = radius(b.rect);
		return { ...b, pie: { x: lefts[i] + r + 1, y: Math.max(rail + r + 8, b.rect.y - r - 3), r } };
	});
	chipsOnRail(out, rail, height, size, width, numbers);

	const taken: Rect[] = [];
	for (const b of all.filter((o) => o.near).sort((p, q) => q.seconds - p.seconds || p.id - q.id)) {
		const r = Math.max(7, Math.min(small ? 9 : 13, b.rect.w * 0.3));
		const w = measure(b.text, size, 'mono') + 2 * PAD;
		const whole = { w: 2 * r + 4 + w, h: Math.max(2 * r, height) };
		const x = Math.max(3, Math.min(width - whole.w - 3, b.rect.x + b.rect.w / 2 - r));
		let y = Math.min(c.view.height - whole.h - 3, b.rect.y + b.rect.h + 4);
		for (let tries = 0; tries < 5; tries++) {
			const clash = taken.find((t) => x < t.x + t.w && x + whole.w > t.x && y < t.y + t.h && y + whole.h > t.y);
			if (!clash) break;
			y = clash.y + clash.h + 2;
		}
		const rect = { x, y, w: whole.w, h: whole.h };
		if (y + whole.h > c.view.height - 2 || taken.some((t) => overlap(t, rect))) continue;
		taken.push(rect);
		const middle = y + whole.h / 2;
		out.push({
			...b,
			pie: { x: x + r, y: middle, r },
			chip: { x: x + 2 * r + 4, y: middle - height / 2, w, h: height }
		});
	}
	return out;
}

const overlap = (a: Rect, b: Rect) => a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;

/** Hangs the chips of the far band on one rail, or two where they are many; mutates the clocks. */
function chipsOnRail(
	far: Placed[],
	rail: number,
	height: number,
	size: number,
	width: number,
	numbers: (seconds: number, hot: boolean) => boolean
): void {
	const gap = 3;
	const w = (p: Placed) => measure(p.text, size, 'mono') + 2 * PAD;
	const wanted = far.filter((p) => numbers(p.seconds, p.hot)).sort((a, b) => b.seconds - a.seconds || a.id - b.id);
	const lines = rail - 2 * height - gap > 8 ? 2 : 1;
	let room = lines * (width - 8) * 0.92;
	const kept = new Set<Placed>();
	for (const p of wanted) {
		room -= w(p) + gap;
		if (room > 0) kept.add(p);
	}
	const shown = far.filter((p) => kept.has(p));
	const total = shown.reduce((s, p) => s + w(p) + gap, 0);
	const span = shown.length ? shown[shown.length - 1].pie.x - shown[0].pie.x + 60 : 0;
	const two = lines === 2 && total > Math.min(width - 8, span * 1.15);
	for (let line = 0; line < (two ? 2 : 1); line++) {
		const own = shown.filter((_, i) => !two || i % 2 === line);
		const at = spread(
			own.map((p) => p.pie.x - w(p) / 2),
			own.map((p) => w(p) + gap),
			4,
			width - 4
		);
		own.forEach((p, i) => {
			// The upper line leaves the stage before it overlaps: the test of clocks holds it to that.
			if (at[i] + w(p) > width - 2) return;
			p.chip = { x: at[i], y: rail - height - line * (height + gap), w: w(p), h: height };
		});
	}
}

/**
 * The marks of clocks laid out by `placeClocks`: thin boxes for who is counted, full red only for who is flagged. All
 * leaders, all faces and all hands are one path each: they change with every frame.
 */
export function clockBoxMarks(placed: Placed[], limit: number, c: SceneContext, opacity = 1): Mark[] {
	if (opacity <= 0) return [];
	const size = c.view.portrait || c.view.width < 700 ? 12 : 13;
	const n = (v: number): number => Math.round(v * 10) / 10;
	const boxes: Mark[] = [];
	const chips: Mark[] = [];
	let leads = '';
	let faces = '';
	let cold = '';
	let hot = '';
	for (const p of placed) {
		boxes.push({
			type: 'rect',
			key: `box-${p.id}`,
			...p.rect,
			fill: p.hot ? 'signal' : 'none',
			fillOpacity: 0.2,
			stroke: 'signal',
			width: p.hot ? 2.4 : 1,
			opacity: opacity * (p.hot ? 1 : 0.6)
		});
		const [x, y, r] = [n(p.pie.x), n(p.pie.y), n(p.pie.r)];
		if (p.chip && p.chip.y < p.pie.y - p.pie.r)
			leads += `M${n(p.chip.x + p.chip.w / 2)} ${n(p.chip.y + p.chip.h)}L${x} ${n(y - r)}`;
		faces += clockHand(x, y, r, 1);
		const hand = clockHand(x, y, r, Math.min(1, p.seconds / limit));
		if (p.hot) hot += hand;
		else cold += hand;
		if (p.chip)
			chips.push({
				type: 'group',
				key: `chip-${p.id}`,
				x: n(p.chip.x),
				y: n(p.chip.y),
				opacity,
				children: [
					{
						type: 'rect',
						key: 'back',
						x: 0,
						y: 0,
						w: p.chip.w,
						h: p.chip.h,
						fill: p.hot ? 'signal-text' : 'paper',
						stroke: p.hot ? 'signal-text' : 'signal',
						width: 1
					},
					{
						type: 'text',
						key: 'time',
						x: PAD,
						y: size + 1.5,
						text: p.text,
						size,
						font: 'mono',
						weight: 600,
						fill: p.hot ? 'paper' : 'signal-text'
					}
				]
			});
	}
	const path = (key: string, d: string, paint: Partial<Mark>): Mark[] =>
		d ? [{ type: 'path', key, d, opacity, ...paint } as Mark] : [];
	return [
		...boxes,
		...path('leads', leads, { stroke: 'signal', width: 1, opacity: opacity * 0.8 }),
		...path('faces', faces, { fill: 'paper', stroke: 'ink', width: 1.4 }),
		...path('hands', cold, { fill: 'signal', opacity: opacity * 0.55 }),
		...path('hands-hot', hot, { fill: 'signal' }),
		...chips
	];
}

/** A plain box of somebody, for steps that name people rather than clocks. */
export const plainBox = (key: string, b: Box, camera: Camera, hot: number, opacity: number): Mark => ({
	type: 'rect',
	key,
	...viewBox(b, camera),
	fill: hot > 0 ? 'signal' : 'none',
	fillOpacity: 0.12 * hot,
	stroke: 'signal',
	width: 1.2 + 1.6 * hot,
	opacity
});
