import type { Camera } from '../camera/camera';
import type { Instant } from '../street/types';
import { TRAM } from '../street/places';
import { paintFacades } from './facades/row';
import { STILLS, type Still } from './furniture/stills';
import { paintGround, paintSky } from './ground';
import { createOrder, rank } from './order';
import { createTones, INK, type ToneOf } from './palette';
import type { Near } from './people/head';
import { Plot } from './plot';
import { paintRain } from './rain';
import { personShadow, stillShadow, thingShadow, tramShadow } from './shadows';
import type { Stamp } from './sprites';
import { idleOf, meeting, paintStanding } from './standing';
import { paintThing } from './things';
import { paintTram } from './tram';
import type { Pen } from './types';

export interface BackdropOptions {
	/** 0 in colour, 1 drained towards the grey of paper. */
	drained?: number;
	/** 0 to 1: mixed with paper. */
	veil?: number;
	/** 0 day, 1 night. The street's own dusk when absent. */
	night?: number;
	/** Multiplies the width of the ink line. */
	lineScale?: number;
	/** Paints faces. Readers are given them, sensors are not. */
	near?: Near;
}

export interface StreetOptions extends BackdropOptions {
	/** Only these people, by id; all when absent. */
	only?: ArrayLike<number>;
	/** Not these people. */
	hide?: ArrayLike<number>;
	/** These people turn round to the viewer. */
	facing?: ArrayLike<number>;
	/** Ground shadows; drawn unless false. */
	shadows?: boolean;
	/** Nobody, and nothing that moves. */
	empty?: boolean;
	/** Pre-drawn people and things; see `createSprites`. */
	stamp?: Stamp;
}

const has = (ids: ArrayLike<number> | undefined, id: number): boolean => {
	if (ids) for (let i = 0; i < ids.length; i++) if (ids[i] === id) return true;
	return false;
};

/** Paints streets. What it remembers is for speed alone: the same is painted by any. */
export interface StreetPainter {
	readonly toneOf: ToneOf;
	/** Paints everything still: sky, facades, ground, joints, tracks. Callers keep it while the camera stands still. */
	paintBackdrop(pen: Pen, now: Pick<Instant, 'light'>, camera: Camera, o?: BackdropOptions): void;
	/** Paints everything that moves or can stand before people, far to near: people, things, tram and street furniture. */
	paintStreet(pen: Pen, now: Instant, camera: Camera, o?: StreetOptions): void;
}

export function createStreetPainter(): StreetPainter {
	const toneOf = createTones();
	const order = createOrder();
	const plot = (pen: Pen, { light }: Pick<Instant, 'light'>, camera: Camera, o: BackdropOptions) =>
		new Plot(pen, camera, toneOf(o.drained, o.veil, o.night ?? light.dusk), o.lineScale, o.near);

	/** Orders what is there from far to near: people first, then things, street furniture and the tram. */
	function arrange({ people, things, tramX }: Instant, { x }: Camera, o: StreetOptions): void {
		order.begin(people.length + things.length + STILLS.length + 1);
		for (let i = 0; i < people.length; i++) {
			const who = people[i];
			if (o.empty || !who.present || (o.only && !has(o.only, who.id)) || has(o.hide, who.id)) continue;
			order.add(i, rank(who.x, who.y, x));
		}
		for (let i = 0; i < things.length; i++) {
			const thing = things[i];
			if (!thing.present || (o.empty && thing.kind !== 'bicycle' && thing.kind !== 'cart')) continue;
			order.add(people.length + i, rank(thing.x, thing.y, x));
		}
		const stills = people.length + things.length;
		for (let i = 0; i < STILLS.length; i++) order.add(stills + i, STILLS[i].y);
		if (!o.empty && !Number.isNaN(tramX)) order.add(stills + STILLS.length, TRAM.y0);
	}

	/** All shadows in one path, so that those that meet do not darken twice. */
	function shadows(p: Plot, { people, things, light, tramX }: Instant): void {
		const { pen, tone } = p;
		const { shadowX: sx, shadowY: sy } = light;
		const stills = people.length + things.length;
		pen.beginPath();
		for (let j = 0; j < order.count; j++) {
			const i = order.at(j);
			if (i < people.length) personShadow(p, people[i], sx, sy);
			else if (i < stills) thingShadow(p, things[i - people.length], sx, sy);
			else if (i < stills + STILLS.length) stillShadow(p, STILLS[i - stills], sx, sy);
			else tramShadow(p, tramX);
		}
		pen.fillStyle = tone.of(INK);
		const before = pen.globalAlpha;
		pen.globalAlpha = before * (0.1 + 0.1 * light.sun) * (1 - 0.5 * tone.night);
		pen.fill();
		pen.globalAlpha = before;
	}

	/** Everything itself, in the order. */
	function bodies(p: Plot, now: Instant, o: StreetOptions): void {
		const { people, things } = now;
		const stills = people.length + things.length;
		const met = meeting(people);
		const above = p.camera.sin > 0.9;
		for (let j = 0; j < order.count; j++) {
			const i = order.at(j);
			if (i < people.length) {
				if (above) continue;
				const who = people[i];
				const gesture = who.embrace ? met : undefined;
				paintStanding(p, who, { facing: has(o.facing, who.id), idle: idleOf(now, i), gesture, stamp: o.stamp });
			} else if (i < stills) paintThing(p, things[i - people.length]);
			else if (i < stills + STILLS.length) paintStill(p, i - stills, now, o);
			else paintTram(p, now.tramX);
		}
		// On the plan people are points: no roof or tree hides one.
		if (!above) return;
		for (let j = 0; j < order.count; j++) {
			const who = people[order.at(j)];
			if (order.at(j) < people.length) paintStanding(p, who, { facing: false, idle: 0 });
		}
	}

	return {
		toneOf,
		paintBackdrop(pen, now, camera, o = {}) {
			const p = plot(pen, now, camera, o);
			pen.save();
			paintSky(p);
			paintFacades(p);
			paintGround(p);
			pen.restore();
		},
		paintStreet(pen, now, camera, o = {}) {
			const p = plot(pen, now, camera, o);
			arrange(now, camera, o);
			o.stamp?.begin(camera, p.tone, p.line);
			pen.save();
			pen.lineJoin = 'round';
			pen.lineCap = 'round';
			if (o.shadows !== false) shadows(p, now);
			bodies(p, now, o);
			if (now.light.rain > 0 && camera.sin < 0.5) paintRain(p, now.light.rain, now.frame);
			pen.restore();
		}
	};
}

/** Paints something still, or puts its picture down where those are kept. */
function paintStill(p: Plot, index: number, { sway, time }: Instant, o: StreetOptions): void {
	const still = STILLS[index];
	const { camera, tone } = p;
	if (!o.stamp || still.moves || camera.sin > 0 || still.reach.y0 - camera.y < 1) return still.paint(p, sway, time);
	const box = boxOf(p, still);
	if (box[2] < 0 || box[0] > camera.width || box[3] < 0 || box[1] > camera.height) return;
	const anew = (pen: Pen) => still.paint(new Plot(pen, camera, tone, o.lineScale), sway, time);
	if (!o.stamp.still(p.pen, index, box, anew)) still.paint(p, sway, time);
}

/** Where something still lies in the picture: x0, y0, x1, y1. */
function boxOf(p: Plot, { reach: { x0, x1, y0, y1, z } }: Still): [number, number, number, number] {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < 8; i++) {
		const { u, v } = p.see(i & 1 ? x1 : x0, i & 2 ? y1 : y0, i & 4 ? z : 0);
		box[0] = Math.min(box[0], u);
		box[1] = Math.min(box[1], v);
		box[2] = Math.max(box[2], u);
		box[3] = Math.max(box[3], v);
	}
	return box;
}
