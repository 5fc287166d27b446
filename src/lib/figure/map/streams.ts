import type { Ink } from '../../picture/frame';
import { ease } from '../motion';
import { AMBER } from '../colours';
import type { Town } from '../town/plan';
import { along } from '../town/town';
import type { Look } from './look';
import type { MapState } from './map';
import { CONE, LENS, streamAt, type Evening } from './palette';
import { n } from './paths';

/** Packets on their way from one lens at a time. */
const PACKETS = 3;

/** The streams in the streets, thicker where more of them run together, and the packets on them. */
export function streamsInk(look: Look, t: Town, s: MapState, dusk: number): Ink[] {
	const longest = t.reaches.reduce((most, r) => Math.max(most, r.distance), 0);
	const front = s.grow * longest * 1.08;
	const byWidth = new Map<number, string>();
	for (const r of t.reaches) {
		let flow = 0;
		while (flow < r.arrivals.length && r.arrivals[flow] < front) flow++;
		if (!flow) continue;
		const share = Math.min(1, (front - r.arrivals[0]) / r.length);
		const [ax, ay] = t.nodes[r.from];
		const [bx, by] = t.nodes[r.to];
		const a = look(ax, ay, 0);
		const b = look(ax + (bx - ax) * share, ay + (by - ay) * share, 0);
		if (!a || !b) continue;
		const width = Math.round(2 * (1.2 + 0.86 * Math.sqrt(flow))) / 2;
		byWidth.set(width, (byWidth.get(width) ?? '') + `M${n(a)}L${n(b)}`);
	}
	const stroke = streamAt(dusk);
	const lines = [...byWidth]
		.sort((a, b) => a[0] - b[0])
		.map(([width, d]): Ink => ({ type: 'shape', d, fill: 'none', stroke, width, round: true, opacity: s.opacity }));
	return s.packets === false ? lines : [...lines, ...packets(look, t, s, longest, front)];
}

/** The images on their way, our camera's apart. */
function packets(look: Look, t: Town, s: MapState, longest: number, front: number): Ink[] {
	const dots: number[] = [];
	const own: number[] = [];
	t.lenses.forEach((lens, i) => {
		const phase = (i * 0.618) % 1;
		for (let k = 0; k < PACKETS; k++) {
			const run = (s.run + ((k + phase) / PACKETS) * longest) % longest;
			if (run > front || run > lens.distance) continue;
			const p = along(t, lens.node, run);
			const q = p && look(p[0], p[1], 0);
			if (q) (i === t.square.lens ? own : dots).push(q[0], q[1], i === t.square.lens ? 4.4 : 2.1);
		}
	});
	return [
		{ type: 'dots', xyr: dots, fill: 'paper', opacity: s.opacity },
		{ type: 'dots', xyr: own, fill: AMBER, stroke: 'ink', width: 1.2, opacity: s.opacity }
	];
}

/** Lenses at their corners, and the cones they see: gone once the eye comes down. */
export function lensInk(look: Look, t: Town, s: MapState, tint: Evening['tint']): Ink[] {
	let cones = '';
	let own = '';
	const dots: number[] = [];
	t.lenses.forEach((lens, i) => {
		const first = (i / t.lenses.length) * 0.8;
		const r = ease(s.lenses, first, first + 0.2);
		const [x, y] = t.nodes[lens.node];
		const p = look(x, y, 0);
		if (r === 0 || !p) return;
		const ours = i === t.square.lens;
		const reach = (ours ? 40 : 27) * r;
		/** Of the cone's end: so much along the way it looks, and so much across it. */
		const edge = (ahead: number, left: number) =>
			look(x + reach * (ahead * lens.dx - left * lens.dy), y + reach * (ahead * lens.dy + left * lens.dx), 0);
		const [a, m, b] = [edge(0.86, 0.5), edge(1.12, 0), edge(0.86, -0.5)];
		if (a && m && b) {
			const d = `M${n(p)}L${n(a)}Q${n(m)} ${n(b)}Z`;
			if (ours) own += d;
			else cones += d;
		}
		dots.push(p[0], p[1], (ours ? 6 : 3.6) * r);
	});
	const opacity = (1 - ease(s.fly, 0.02, 0.25)) * s.opacity;
	return [
		{ type: 'shape', d: cones, fill: tint(CONE), fillOpacity: 0.3, opacity },
		{ type: 'shape', d: own, fill: AMBER, fillOpacity: 0.85, stroke: 'ink', width: 1.1, opacity },
		{ type: 'dots', xyr: dots, fill: tint(LENS), stroke: 'ink', width: 1.1, opacity }
	];
}
