import type { Camera } from '../camera/camera';
import type { Box, Recording } from '../recording/types';
import { letter, measure } from './text';
import { box, disc, down, faded, overlap, path } from './marks';
import { WHITE } from './night';
import type { Mark, Rect } from '../picture/frame';
import { viewBox } from './square';

/** mm:ss of a number of seconds. */
export const minutesSeconds = (s: number): string =>
	`${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;

interface BoxOptions {
	/** What the label says; '' for none. */
	label?: (box: Box) => string;
	/** Flagged by a rule: filled, heavy. */
	hot?: (box: Box) => boolean;
	/** Share of the clock's face that is filled, 0 to 1; undefined for no clock. */
	clock?: (box: Box) => number | undefined;
	opacity?: number;
	only?: (box: Box) => boolean;
	/** Smallest label, pixels. */
	size?: number;
}

/** What the program found, in a box: filled where a rule has flagged it. */
export const found = (key: string, r: Rect, hot: boolean, fillOpacity: number, width: number, opacity?: number): Mark =>
	box(key, r, { fill: hot ? 'signal' : 'none', fillOpacity, stroke: 'signal', width, opacity });

/** The filled part of a round clock, `share` of a whole turn, as a path. */
export function clockHand(x: number, y: number, r: number, share: number): string {
	const a = Math.min(1, Math.max(0, share)) * 2 * Math.PI;
	// An arc that ends where it begins draws nothing: a full clock is two halves.
	return share >= 0.995
		? `M${x} ${y - r}A${r} ${r} 0 1 1 ${x} ${y + r}A${r} ${r} 0 1 1 ${x} ${y - r}Z`
		: `M${x} ${y}V${y - r}A${r} ${r} 0 ${a > Math.PI ? 1 : 0} 1 ${(x + r * Math.sin(a)).toFixed(2)} ${(y - r * Math.cos(a)).toFixed(2)}Z`;
}

/** A pie clock: a paper face filled with signal clockwise from noon. */
export function clockMarks(key: string, x: number, y: number, r: number, share: number): Mark[] {
	const hand = clockHand(x, y, r, share);
	return [
		disc(`${key}-face`, x, y, r, { fill: 'paper', stroke: 'ink', width: 1.4 }),
		path(`${key}-hand`, hand, { fill: 'signal' })
	];
}

/**
 * The pipeline's boxes at a frame, laid exactly on the drawing, with labels that keep clear of one another:
 * a label that would cover one already set moves up, hot boxes first.
 */
export function boxMarks(recording: Recording, at: number, camera: Camera, options: BoxOptions = {}): Mark[] {
	const { label, hot, clock, opacity = 1, only, size = 12 } = options;
	if (opacity <= 0) return [];
	const boxes = recording
		.boxesAt(at)
		.filter((b) => !only || only(b))
		.map((b) => ({ b, r: viewBox(b, camera), h: hot?.(b) ?? false }))
		.filter(({ r }) => r.x + r.w > 0 && r.x < camera.width && r.y + r.h > 0 && r.y < camera.height);
	const frames = boxes.map(({ b, r, h }) => found(`box-${b.id}`, r, h, 0.16, h ? 2.8 : 2, opacity));
	const taken: Rect[] = [];
	const labels: Mark[] = [];
	for (const { b, r, h } of [...boxes].sort((p, q) => Number(q.h) - Number(p.h) || q.r.y - p.r.y)) {
		const share = clock?.(b);
		if (share !== undefined) {
			const radius = Math.max(7, Math.min(16, r.w * 0.3));
			labels.push(...clockMarks(`clock-${b.id}`, r.x + r.w + radius + 4, r.y + radius, radius, share));
		}
		const text = label?.(b) ?? '';
		if (!text) continue;
		const w = measure(text, size, 'mono') + 8;
		const x = Math.max(2, Math.min(camera.width - w - 2, r.x - 0.7));
		const chip = { x, y: r.y - size - 6, w, h: size + 6 };
		for (let tries = 0; tries < 6; tries++) {
			const clash = taken.find((t) => overlap(t, chip));
			if (!clash) break;
			chip.y = clash.y - chip.h - 1;
		}
		// A label with nowhere to go is left out: the box is still there.
		const up = r.y - chip.h - chip.y;
		if (chip.y < 2 || up > 4 * chip.h) continue;
		taken.push(chip);
		if (up > 2) labels.push(down(`lead-${b.id}`, r.x + 6, r.y, chip.y + chip.h, { stroke: 'signal', width: 1 }));
		labels.push(
			box(`chip-${b.id}`, chip, { fill: h ? 'signal-text' : WHITE, stroke: 'signal', width: 1 }),
			letter(`id-${b.id}`, 'mono', x + 4, chip.y + size + 1, size, text, { fill: h ? WHITE : 'signal-text' })
		);
	}
	return [...frames, ...faded(opacity, labels)];
}
