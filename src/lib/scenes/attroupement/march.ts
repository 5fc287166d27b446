import { path } from '../../figure/marks';
import type { Mark } from '../../picture/frame';
import { larger } from './bodies';
import { ABREAST } from './data';
import { CLOTHS, type Point } from './layout';

/** Metres the march walks on once it is one. */
export const STROLL = 0.9;

/** Where each of the march has just walked: two rows of steps, paling backwards; `walk` metres of them. */
export function prints(places: Point[], k: number, opacity: number, walk: number): Mark[] {
	if (opacity <= 0) return [];
	const step = 0.55 * k;
	const shown = 2 + Math.round(walk * 2);
	const width = Math.max(2, 0.085 * k);
	return Array.from({ length: shown }, (_, back): Mark => {
		const side = (back % 2 ? 0.13 : -0.13) * k;
		const steps = places.map(([x, y]) => `M${n(x - (back + 0.9) * step)} ${n(y + side)}h${n(0.2 * k)}`);
		const paled = 0.34 * opacity * (1 - back / (shown + 1));
		return path(`print-${back}`, steps.join(''), { stroke: 'ink', width, round: true, opacity: paled });
	});
}

/** What a hand draws with: `m` is a metre as bodies are drawn. */
type Hand = ReturnType<typeof handOf>;
const handOf = (m: number, opacity: number) => ({
	m,
	shape: (key: string, d: string, fill: string, width = 1.5): Mark =>
		path(key, d, { fill, stroke: 'ink', width, round: true, opacity }),
	line: (key: string, d: string, width: number): Mark => path(key, d, { stroke: 'ink', width, round: true, opacity })
});

const n = (v: number): string => v.toFixed(1);

/** What makes nine people a march: a banner across the first rank, a second behind, boards and flags over heads. */
export function banners(places: Point[], k: number, opacity: number): Mark[] {
	if (opacity <= 0 || places.length < 2 * ABREAST) return [];
	const hand = handOf(larger(k), opacity);
	const rank = (r: number): Point[] => places.slice(r * ABREAST, (r + 1) * ABREAST);
	const flagged = [2 * ABREAST + 2, ABREAST].map((who) => places[who]);
	return [
		...cloth(hand, 'banner-0', rank(0), 0.72, CLOTHS.front),
		...(places.length >= 3 * ABREAST ? cloth(hand, 'banner-1', rank(2).slice(0, 2), 0.5, CLOTHS.second) : []),
		...rank(1).flatMap((p, i) => board(hand, p, i)),
		...flagged.flatMap((p, i) => (p ? flag(hand, p, i) : []))
	];
}

/** A cloth across the way, its lower edge at the hands, bellied by the walk, with lines of paint nobody can read from here. */
function cloth({ m, shape, line }: Hand, key: string, own: Point[], high: number, fill: string): Mark[] {
	const x = Math.max(...own.map((p) => p[0])) + 0.34 * m;
	const y0 = Math.min(...own.map((p) => p[1])) - 0.42 * m;
	const y1 = Math.max(...own.map((p) => p[1])) + 0.42 * m;
	const middle = (y0 + y1) / 2;
	const belly = 0.2 * m;
	const at = (share: number) => x + share * high * m;
	const edge = (share: number, from: number, to: number) =>
		`${n(at(share))} ${n(from)}Q${n(at(share) + belly)} ${n(middle)} ${n(at(share))} ${n(to)}`;
	const arm = ([px, py]: Point) => `M${n(px)} ${n(py)}L${n(at(0.2))} ${n(py)}`;
	const arms = own.map(([px, py]) => arm([px, py - 0.16 * m]) + arm([px, py + 0.16 * m]));
	const inset = 0.24 * m;
	const paint = [0.36, 0.68].map((s) => `M${edge(s, y0 + inset, y1 - inset)}`);
	const poles = [y0, y1].map((y) => `M${n(at(-0.5))} ${n(y)}L${n(at(1.12))} ${n(y)}`);
	return [
		line(`${key}-arms`, arms.join(''), Math.max(2.5, 0.075 * m)),
		shape(key, `M${edge(0, y0, y1)}L${edge(1, y1, y0)}Z`, fill, 1.8),
		line(`${key}-paint`, paint.join(''), Math.max(1.6, 0.09 * m)),
		line(`${key}-poles`, poles.join(''), Math.max(2.4, 0.07 * m))
	];
}

/** A board on a stick. */
function board({ m, shape, line }: Hand, [x, y]: Point, i: number): Mark[] {
	const bx = x + 0.46 * m;
	const by = y + (i - 1) * 0.1 * m;
	const [w, h] = [0.3 * m, 0.24 * m];
	const lean = 0.06 * m * (i - 1);
	return [
		line(`board-${i}-stick`, `M${n(x + 0.1 * m)} ${n(y + 0.16 * m)}L${n(bx)} ${n(by)}`, Math.max(2, 0.055 * m)),
		shape(
			`board-${i}`,
			`M${n(bx - w * 0.3)} ${n(by - h - lean)}L${n(bx + w)} ${n(by - h + lean)}L${n(bx + w)} ${n(by + h + lean)}L${n(bx - w * 0.3)} ${n(by + h - lean)}Z`,
			CLOTHS.boards[i % 3]
		),
		line(
			`board-${i}-paint`,
			`M${n(bx + w * 0.1)} ${n(by - h * 0.6)}V${n(by + h * 0.6)}M${n(bx + w * 0.55)} ${n(by - h * 0.6)}V${n(by + h * 0.3)}`,
			Math.max(1.4, 0.06 * m)
		)
	];
}

/** A flag that flies backwards from a pole held high. */
function flag({ m, shape, line }: Hand, p: Point, i: number): Mark[] {
	const side = i ? 1 : -1;
	const [x, y] = [p[0] + 0.1 * m, p[1] + side * 0.24 * m];
	const [tx, ty] = [x + 0.42 * m, y + side * 0.3 * m];
	const l = 1.05 * m;
	const h = side * 0.36 * m;
	return [
		line(`flag-${i}-pole`, `M${n(x)} ${n(y)}L${n(tx)} ${n(ty)}`, Math.max(2, 0.055 * m)),
		shape(
			`flag-${i}`,
			`M${n(tx)} ${n(ty)}C${n(tx - l * 0.35)} ${n(ty - h * 0.35)} ${n(tx - l * 0.6)} ${n(ty + h * 0.5)} ${n(tx - l)} ${n(ty + h * 0.1)}L${n(tx - l * 0.98)} ${n(ty + h * 0.95)}C${n(tx - l * 0.6)} ${n(ty + h * 1.35)} ${n(tx - l * 0.35)} ${n(ty + h * 0.45)} ${n(tx)} ${n(ty + h * 0.85)}Z`,
			CLOTHS.flags[i]
		)
	];
}
