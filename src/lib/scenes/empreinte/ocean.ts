import { interpolateNumber, piecewise, range } from 'd3';
import { GROUND } from '../../drawing/palette';
import { drawn, slab } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { disc } from '../../figure/marks';
import { ease } from '../../figure/motion';
import { letter, measure, rows, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { CONVENTIONS, flights, TONNES } from './data';
import { MERIDIAN, placesOf, SEA } from './layout';
import { along, atlantic, fan, offsetOf, type Atlantic } from './map';

/** Flights when none is left out: by the convention that makes most of them. */
const MOST = flights(CONVENTIONS[0]);
const flightsAt = piecewise(interpolateNumber, CONVENTIONS.map(flights));

/** What moves over the ocean, each 0 to 1; `convention` is the place in their list. */
type Crossing = Record<'tonnes' | 'flown' | 'convention' | 'rows' | 'clock', number>;

/** Five hundred return flights over the ocean, as many as the convention makes of the same tonnes. */
export function ocean(c: SceneContext, m: Crossing): Layer {
	if (m.tonnes <= 0 || m.rows >= 1) return {};
	const clip = openAt(c.view, m);
	if (clip.h <= 0) return {};
	const map = atlantic(placesOf(c.view).plate);
	const flown = Math.round(flightsAt(m.convention / (CONVENTIONS.length - 1)) * m.flown);
	const frame = slab(clip.x, clip.y, clip.w, clip.h);
	const thin = Math.min(0.6, ((2 * map.reach) / MOST) * 0.6);
	const told = ease(m.tonnes, 0.6, 1) * (1 - ease(m.rows, 0, 0.3));
	const flights: Ink[] = [
		{ type: 'shape', d: fan(map, flown, MOST), fill: 'none', stroke: 'blue', width: thin, clip },
		...planes(map, flown, MOST, c.life * 0.03 + m.clock * 0.6, c.view.phone ? 0.62 : 1.3, clip)
	];
	return {
		ink: [
			{ type: 'shape', d: frame, fill: SEA },
			{ type: 'shape', d: map.grid, stroke: MERIDIAN, width: 0.8, clip, opacity: 0.7 },
			{ type: 'shape', d: map.land, fill: GROUND, stroke: 'ink', width: 1.4, clip },
			...(flown > 0 ? flights : []),
			{ type: 'shape', d: frame, fill: 'none', stroke: 'ink', width: 1.6 }
		],
		marks: [...cities(c, told), ...sums(c, flown, m.convention, told)]
	};
}

/** The energy draws up and uncovers the ocean; the ocean closes to the place of the last row. */
function openAt(view: View, { tonnes, rows }: Crossing): Rect {
	const { month, strip, plate, square } = placesOf(view);
	const energy = mixRects(month, strip, tonnes);
	const top = Math.max(plate.y, energy.y + energy.h);
	return mixRects({ x: plate.x, y: top, w: plate.w, h: plate.y + plate.h - top }, square, rows);
}

function cities(c: SceneContext, opacity: number): Mark[] {
	const { phone } = c.view;
	const map = atlantic(placesOf(c.view).plate);
	const size = phone ? 13 : 17;
	const aside = phone ? 8 : 12;
	return (['paris', 'newyork'] as const).flatMap((key): Mark[] => {
		const east = key === 'paris';
		const [x, y] = east ? map.paris : map.newYork;
		const under = phone && !east;
		const name = { x: under ? x : x + (east ? aside : -aside), y: y + (under ? 19 : size * 0.35) };
		return [
			disc(`city.${key}`, x, y, phone ? 4 : 6, { fill: 'paper', stroke: 'ink', width: 1.8, opacity }),
			letter(`city.${key}.name`, 'grot', name.x, name.y, size, c.say(`city.${key}`), {
				anchor: under ? 'middle' : east ? 'start' : 'end',
				halo: GROUND,
				opacity
			})
		];
	});
}

/** Tonnes, and flights by the convention that is nearest. */
function sums(c: SceneContext, flown: number, convention: number, opacity: number): Mark[] {
	const { strip } = placesOf(c.view);
	const { phone } = c.view;
	const size = phone ? 13 : 20;
	const big = phone ? 38 : Math.min(92, c.view.free.w * 0.11);
	const y = strip.y + strip.h + (phone ? 37 : 84);
	const x = strip.x + measure(c.number(MOST), big, 'grot') + (phone ? 10 : 18);
	const now = Math.round(convention);
	const swap = 1 - Math.min(1, 2.4 * Math.abs(convention - now));
	const says = c.say('flights', { t: c.number(CONVENTIONS[now], 1), who: c.say(`convention.${now}`) });
	const lines = wrap(says, size, 'news', strip.x + strip.w - x);
	const lead = size * 1.15;
	const look = { opacity, fact: 'f08' };
	const swapped = { opacity: opacity * swap, fact: 'f08' };
	return [
		letter('tonnes', 'news', strip.x, strip.y - (phone ? 6 : 10), size, c.say('tonnes', { n: TONNES }), look),
		letter('flights', 'grot', strip.x, y, big, c.number(flown), look),
		...rows('flights.t', 'news', x, y - (lines.length - 1) * lead - 3, size, lines, lead, swapped)
	];
}

/** How many of the flights are seen on their way. */
const SEEN = 9;

/** Half of an airliner seen from above, nose to the right, from nose to tail. */
const HALF: [number, number][] = [
	[11, -2.4],
	[4, -2.6],
	[-4, -13],
	[-8, -13],
	[-3.4, -2.6],
	[-10, -2.2],
	[-13, -6],
	[-15.4, -6]
];
const mirrored = HALF.map(([x, y]): [number, number] => [x, -y]).reverse();
const PLANE: [number, number][] = [[15, 0], ...HALF, [-13.8, 0], ...mirrored];

/** A few of the flights on their way, there and back; `time` 1 for a whole flight. */
const planes = (map: Atlantic, flown: number, most: number, time: number, size: number, clip: Rect): Ink[] =>
	range(SEEN).map((k) => {
		const offset = offsetOf(map, Math.floor((k * 71 + 3) % Math.max(1, flown)), most);
		const phase = (k / SEEN + time) % 1;
		const back = k % 2 === 1;
		const t = back ? 1 - phase : phase;
		const [x, y] = along(map, offset, t);
		const [nx, ny] = along(map, offset, t + (back ? -0.02 : 0.02));
		return drawn(turned(x, y, Math.atan2(ny - y, nx - x), size), 'paper', 1.2, {
			clip,
			opacity: Math.min(1, 8 * Math.min(phase, 1 - phase))
		});
	});

function turned(x: number, y: number, angle: number, scale: number): string {
	const cos = Math.cos(angle) * scale;
	const sin = Math.sin(angle) * scale;
	const at = ([a, b]: [number, number]) =>
		`${(x + a * cos - b * sin).toFixed(1)} ${(y + a * sin + b * cos).toFixed(1)}`;
	return `M${PLANE.map(at).join('L')}Z`;
}
