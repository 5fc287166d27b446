import { disc, path } from '../../figure/marks';
import { ease, mix, span } from '../../figure/motion';
import type { Mark } from '../../picture/frame';
import type { Recording } from '../../recording/types';
import { BODY, heat, type Counted } from './data';
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
		const look = street.people[q.person]?.look;
		return {
			key: `who-${q.id}`,
			coat: look?.coat ?? COATS[i % COATS.length],
			hair: look?.hair ?? HAIR[i % HAIR.length]
		};
	});

/** Somebody drawn by us, who was not counted. */
export const anyone = (i: number): Someone => ({
	key: `more-${i}`,
	coat: COATS[(i * 3) % COATS.length],
	hair: HAIR[i % HAIR.length]
});

/** From far above bodies are drawn a little larger than life, so that coats can be told apart. */
export const larger = (scale: number): number => scale * mix(1.45, 1, span(scale, 52, 110));

interface Laid {
	/** Pixels to a metre. */
	scale: number;
	/** Outlined by the machine. */
	counted: boolean;
	opacity: number;
	/** 0 faces up or down the stage, 1 along it. */
	turned?: number;
}

/** A body seen from straight above: shoulders and head. */
export function fromAbove(who: Someone, [x, y]: Point, { scale, counted, opacity, turned = 0 }: Laid): Mark {
	const k = larger(scale);
	const rx = (mix(BODY.rx, BODY.ry, turned) * k).toFixed(1);
	const ry = (mix(BODY.ry, BODY.rx, turned) * k).toFixed(1);
	return {
		type: 'group',
		key: who.key,
		x,
		y,
		opacity,
		children: [
			path('body', `M-${rx} 0A${rx} ${ry} 0 1 1 ${rx} 0A${rx} ${ry} 0 1 1 -${rx} 0Z`, {
				fill: who.coat,
				stroke: counted ? 'signal' : 'ink',
				width: Math.max(1, Math.min(2, k / 30))
			}),
			disc('head', 0, 0, 0.085 * k, { fill: who.hair, stroke: 'ink', width: Math.max(0.6, Math.min(1.4, k / 45)) })
		]
	};
}

/** Red where points stand close, its contours growing from the densest outwards; `k` pixels to a metre. */
export function heatMarks(points: Point[], k: number, grown: number): Mark[] {
	if (grown <= 0 || points.length === 0) return [];
	const pad = 2.6 * k;
	const x = Math.min(...points.map((p) => p[0])) - pad;
	const y = Math.min(...points.map((p) => p[1])) - pad;
	const w = Math.max(...points.map((p) => p[0])) + pad - x;
	const h = Math.max(...points.map((p) => p[1])) + pad - y;
	const levels = heat(
		points.map((p): Point => [p[0] - x, p[1] - y]),
		w,
		h,
		0.62 * k
	);
	return levels.map((level, i): Mark => {
		const from = (0.6 * (levels.length - 1 - i)) / levels.length;
		return {
			type: 'group',
			key: `heat-${i}`,
			x,
			y,
			opacity: ease(grown, from, from + 0.4),
			children: [path('d', ringsOf(level.d), { fill: 'signal', fillOpacity: 0.085, stroke: 'signal', width: 0.8 })]
		};
	});
}

const ringsOf = (polygons: Point[][][]): string =>
	polygons
		.map((rings) =>
			rings
				.map((ring) => ring.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('') + 'Z')
				.join('')
		)
		.join('');
