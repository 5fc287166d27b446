import { contourDensity } from 'd3';
import { disc, path } from '../../figure/marks';
import { ease, mix, span } from '../../figure/motion';
import type { Mark } from '../../picture/frame';
import type { Recording } from '../../recording/types';
import { BODY, type Counted } from './data';
import { COATS, HAIR, type Point } from './layout';

/** Somebody as seen from straight above. */
export interface Someone {
	key: string;
	coat: string;
	hair: string;
}

/** Those the program has, in their own coats where there is somebody under the box. */
export const someoneOf = ({ street }: Recording, people: Counted[]): Someone[] =>
	people.map((q, i) => {
		const { coat = COATS[i % COATS.length], hair = HAIR[i % HAIR.length] } = street.people[q.person]?.look ?? {};
		return { key: `who-${q.id}`, coat, hair };
	});

/** Somebody drawn by us, who was not counted. */
export const anyone = (i: number): Someone => ({
	key: `more-${i}`,
	coat: COATS[(i * 3) % COATS.length],
	hair: HAIR[i % HAIR.length]
});

/** From far above bodies are drawn a little larger than life, so that coats can be told apart. */
export const larger = (scale: number): number => scale * mix(1.45, 1, span(scale, 52, 110));

/**
 * A body seen from straight above, `scale` pixels to a metre: shoulders and head. Outlined by the machine if `counted`;
 * `turned` 0 faces up or down the stage, 1 along it.
 */
export function fromAbove(
	who: Someone,
	[x, y]: Point,
	scale: number,
	opacity: number,
	{ counted = false, turned = 0 }: { counted?: boolean; turned?: number } = {}
): Mark {
	const k = larger(scale);
	const rx = (mix(BODY.rx, BODY.ry, turned) * k).toFixed(1);
	const ry = (mix(BODY.ry, BODY.rx, turned) * k).toFixed(1);
	const children = [
		path('body', `M-${rx} 0A${rx} ${ry} 0 1 1 ${rx} 0A${rx} ${ry} 0 1 1 -${rx} 0Z`, {
			fill: who.coat,
			stroke: counted ? 'signal' : 'ink',
			width: Math.max(1, Math.min(2, k / 30))
		}),
		disc('head', 0, 0, 0.085 * k, { fill: who.hair, stroke: 'ink', width: Math.max(0.6, Math.min(1.4, k / 45)) })
	];
	return { type: 'group', key: who.key, x, y, opacity, children };
}

/** Red where points stand close, its contours growing from the densest outwards; `k` pixels to a metre. */
export function heatMarks(points: Point[], k: number, grown: number): Mark[] {
	if (grown <= 0 || points.length === 0) return [];
	const pad = 2.6 * k;
	const x = Math.min(...points.map((p) => p[0])) - pad;
	const y = Math.min(...points.map((p) => p[1])) - pad;
	const w = Math.max(...points.map((p) => p[0])) + pad - x;
	const h = Math.max(...points.map((p) => p[1])) + pad - y;
	const levels = contourDensity<Point>()
		.x((p) => p[0] - x)
		.y((p) => p[1] - y)
		.size([w, h])
		.bandwidth(0.62 * k)
		.thresholds(7)(points);
	return levels.map(({ coordinates }, i): Mark => {
		const from = (0.6 * (levels.length - 1 - i)) / levels.length;
		const d = coordinates.flat().map(ringOf).join('');
		const children = [path('d', d, { fill: 'signal', fillOpacity: 0.085, stroke: 'signal', width: 0.8 })];
		return { type: 'group', key: `heat-${i}`, x, y, opacity: ease(grown, from, from + 0.4), children };
	});
}

const ringOf = (ring: number[][]): string => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
