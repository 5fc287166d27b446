import { range } from 'd3';
import { ease } from '../../figure/motion';
import type { Ink, Rect } from '../../picture/frame';
import { CAST } from '../../street/cast';
import { OWN_HEATER, ROOM, TILE, type Opening } from './zoom';

/** The heaters in sight, as many as can be told apart, and Josette beside the first. */
export function heaters(r: Rect, { at, w, h, ...middle }: Opening, life: number, shown: number): Ink[] {
	const half = middle.across / 2 + 1;
	const line = Math.max(0.6, Math.min(1.8, w / 60));
	const whole = (m: number) => range(Math.floor(m - half), Math.floor(m + half) + 1);
	const clip = r;
	let [rooms, bodies, fins, glow] = ['', '', '', ''];
	for (const y of whole(middle.y))
		for (const x of whole(middle.x)) {
			const [px, py] = at(x, y);
			if (px > r.x + r.w || py > r.y + r.h || px + w < r.x || py + h < r.y) continue;
			const a = (u: number, v: number) => `${(px + u * w).toFixed(1)} ${(py + v * h).toFixed(1)}`;
			if ((x + y) % 2) rooms += `M${a(0, 0)}L${a(1, 0)}L${a(1, 1)}L${a(0, 1)}Z`;
			bodies += `M${a(0.46, 0.56)}L${a(0.74, 0.56)}L${a(0.74, 0.82)}L${a(0.46, 0.82)}Z`;
			if (w > 30) {
				for (let i = 1; i < 8; i++) fins += `M${a(0.46 + i * 0.035, 0.58)}L${a(0.46 + i * 0.035, 0.8)}`;
				fins += `M${a(0.49, 0.82)}L${a(0.49, 0.86)}M${a(0.71, 0.82)}L${a(0.71, 0.86)}M${a(0, 0.86)}L${a(1, 0.86)}`;
			}
			for (let i = 0; w > 60 && i < 4; i++) {
				const u = 0.5 + i * 0.065;
				const sway = 0.012 * Math.sin(life * 2 + i);
				glow += `M${a(u, 0.53)}Q${a(u + 0.02 + sway, 0.49)} ${a(u, 0.46)}Q${a(u - 0.02 - sway, 0.43)} ${a(u, 0.39)}`;
			}
		}
	const [x, y] = at(OWN_HEATER[0] - 0.5 + 0.3, OWN_HEATER[1] - 0.5 + 0.88);
	const { look, height } = CAST.josette;
	const opacity = shown * ease(w, 36, 60);
	return [
		{ type: 'shape', d: rooms, fill: ROOM.odd, clip, opacity: shown },
		{ type: 'shape', d: bodies, fill: TILE, stroke: 'ink', width: line, clip, opacity: shown },
		{ type: 'shape', d: fins, stroke: 'ink', width: line, round: true, clip, opacity: shown },
		{ type: 'shape', d: glow, stroke: TILE, width: line * 1.8, round: true, clip, opacity: shown },
		...(w > 36
			? ([{ type: 'person', look, pose: 'stand', x, y, k: 0.37 * h, height, facing: 1, clip, opacity }] as const)
			: [])
	];
}
