import { fit, type Fit } from '../../camera/camera';
import { disc } from '../circle';
import { localAt } from '../frame';
import { createOrder } from '../order';
import { INK, Tone } from '../palette';
import { NEAR } from '../people/near';
import { paintBody } from '../person';
import { Plot } from '../plot';
import type { Pen } from '../types';
import { carpark } from './carpark';
import { hash } from './hash';
import { LOOKS } from './looks';
import { market } from './market';
import type { Place, Shot } from './place';
import { platform } from './platform';
import { school } from './school';
import { square } from './square';
import { underpass } from './underpass';
import { walk, type Walker } from './walk';

const PLACES = { square, school, carpark, platform, market, underpass } satisfies Record<string, Place>;
export type SettingName = keyof typeof PLACES;
export const SETTINGS = Object.keys(PLACES) as readonly SettingName[];

export interface SettingOptions {
	/** 0 in colour, 1 drained towards grey. */
	drained?: number;
	/** 0 day, 1 night. */
	night?: number;
	/** People in view; a number that suits the place when absent. */
	people?: number;
	/** Which of them (0 is the first) holds an open umbrella; nobody when absent. */
	umbrella?: number;
	lineScale?: number;
}

/** People at most. */
const MOST = 48;

/** Where a place's camera looks, by thirds of the seeds: the whole place as composed, or nearer to one side of it. */
const FRAMINGS: readonly Fit[] = [
	{},
	{ zoom: 1.3, focus: [0.36, 0.66], at: [0.5, 0.6] },
	{ zoom: 1.5, focus: [0.64, 0.72], at: [0.5, 0.62] }
];

/**
 * Paints one of the drawn settings of the wall of screens on a picture of w by h pixels. `seed` chooses its people,
 * mirrors it, and frames it: seeds that divide by three show the whole place. `time` is in seconds.
 * Recognisable from 160 by 90 pixels. An unknown name throws.
 */
export function paintSetting(
	pen: Pen,
	name: SettingName,
	seed: number,
	time: number,
	w: number,
	h: number,
	o: SettingOptions = {}
): void {
	const place: Place | undefined = PLACES[name];
	if (!place) throw new Error(`No drawn setting is called "${name}"`);
	const shot: Shot = { seed, time, mirrored: hash(seed, 1) % 2 === 1 };
	const camera = fit(place.pose, w, h, FRAMINGS[seed % 3]);
	const p = new Plot(pen, camera, new Tone(o.drained, 0, o.night), o.lineScale, NEAR);
	pen.save();
	if (shot.mirrored) {
		pen.translate(w, 0);
		pen.scale(-1, 1);
	}
	pen.lineJoin = 'round';
	pen.lineCap = 'round';
	pen.fillStyle = p.tone.glow(...SKY);
	pen.fillRect(0, 0, w, h);
	place.behind(p, shot);
	const people = Array.from({ length: Math.min(MOST, o.people ?? place.people) }, (_, i) => walk(place, seed, i, time));
	shadows(p, people);
	const order = createOrder();
	order.begin(people.length + place.among.length);
	people.forEach(({ y }, i) => order.add(i, y));
	place.among.forEach(({ y }, i) => order.add(people.length + i, y));
	for (let j = 0; j < order.count; j++) {
		const i = order.at(j);
		if (i < people.length) passer(p, people[i], i, place, shot, o);
		else place.among[i - people.length].paint(p, shot);
	}
	pen.restore();
}

/** By day and by night. */
const SKY = ['#DCE6E4', '#1B2132'] as const;

function shadows(p: Plot, people: readonly Walker[]): void {
	const { pen } = p;
	pen.beginPath();
	for (const { x, y } of people) disc(p, x + 0.3, y, 0.42).trace(true);
	pen.fillStyle = p.tone.of(INK);
	const alpha = pen.globalAlpha;
	pen.globalAlpha = alpha * 0.16;
	pen.fill();
	pen.globalAlpha = alpha;
}

function passer(p: Plot, at: Walker, i: number, place: Place, { seed, time }: Shot, o: SettingOptions): void {
	const { x, y, hx, hy, walks } = at;
	if (!localAt(p.camera, x, y, hx, hy, p.local)) return;
	const s = hash(seed, i + 20);
	const figure = {
		look: LOOKS[s % LOOKS.length],
		pose: walks ? ('walk' as const) : ('stand' as const),
		phase: (time * 0.85 + (s % 100) / 100) % 1,
		hx,
		hy,
		height: place.children && (s >>> 9) % 2 ? 1.1 + ((s >>> 10) % 5) * 0.07 : 1.58 + ((s >>> 10) % 6) * 0.04,
		shelter: o.umbrella === i ? 1 : 0
	};
	paintBody(p.pen, figure, p.local, { tone: p.tone, line: p.line * 0.85, near: p.near });
}
