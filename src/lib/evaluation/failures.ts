import { FPS } from '../camera/camera';
import type { Weather } from '../street/light';
import { truthAt, VISIBLE } from '../street/truth';
import { observe } from '../watch/index';
import { iou } from './metrics';
import { filmOf } from './run';
import { weatherOf } from './scenes';
import { sceneSetup } from './setup';

/** Ways of being wrong that can be seen in one picture, or in two. */
export const FAILURES = ['missed', 'merged', 'switch', 'ghost', 'loose'] as const;
export type FailureKind = (typeof FAILURES)[number];

export interface Picture {
	rgb: Uint8Array;
	/** People at least 35 % visible, as they really are: x, y, w, h each. */
	truth: number[];
	/** What the program said: x, y, w, h each, with its number. */
	boxes: number[];
	ids: number[];
}

/** One mistake, as large as any of its kind in the scenes that were run. */
export interface Failure {
	kind: FailureKind;
	agents: number;
	seed: number;
	weather: Weather;
	/** Frame of the scene; the mistake has lasted for half a second by then. */
	frame: number;
	/** Where to look, in pixels of the sensor: x, y, w, h. */
	focus: number[];
	/** One picture, or two where the mistake is a change. */
	pictures: Picture[];
	/** Size by which mistakes of a kind are compared: pixels of height, or people under one box. */
	size: number;
}

/** Frames for which a mistake must have lasted. */
const HELD = 6;

/**
 * Runs scenes of people who cross and keeps the largest mistake of each kind, so that nobody chooses the pictures.
 * Missing kinds were not found.
 */
export function findFailures(scenes: { agents: number; seed: number; seconds: number }[]): Failure[] {
	const found = new Map<FailureKind, Failure>();
	for (const options of scenes) {
		const film = filmOf(options);
		const setup = sceneSetup();
		const { width, height } = setup;
		/** For how many frames each person (or number) has been wrong in each way. */
		const held = new Map<string, number>();
		const numberOf = new Map<number, { id: number; frame: number; picture: Picture; focus: number[] }>();
		for (const { frame, people: tracks, layers } of observe(film, setup)) {
			if (frame < 0) continue;
			const all = truthAt(film.now, film.sensor.camera);
			const seen = all.filter((t) => t.visible >= VISIBLE);
			const boxes: number[] = [];
			const ids: number[] = [];
			for (let i = 0; i < tracks.count; i++) {
				boxes.push(tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]);
				ids.push(tracks.id[i]);
			}
			let kept: Picture | null = null;
			const picture = (): Picture =>
				(kept ??= {
					rgb: Uint8Array.from(layers.colour),
					truth: seen.flatMap((t) => [t.x, t.y, t.w, t.h]),
					boxes,
					ids
				});
			const wrong = new Set<string>();
			const keep = (kind: FailureKind, who: number, size: number, focus: number[], before?: Picture) => {
				const key = `${kind} ${who}`;
				wrong.add(key);
				const lasts = (held.get(key) ?? 0) + 1;
				held.set(key, lasts);
				if (lasts < (kind === 'switch' ? 1 : HELD) || size <= (found.get(kind)?.size ?? 0)) return;
				found.set(kind, {
					kind,
					...options,
					weather: weatherOf(options.seed),
					frame,
					focus,
					pictures: before ? [before, picture()] : [picture()],
					size
				});
			};
			/** Best box of each person, and best person of each box. */
			const bestOf = seen.map((t) => {
				let best = -1;
				let most = 0;
				for (let i = 0; i < ids.length; i++) {
					const o = iou([t.x, t.y, t.w, t.h], 0, boxes, 4 * i);
					if (o > most) {
						most = o;
						best = i;
					}
				}
				return { box: best, overlap: most };
			});
			seen.forEach((t, k) => {
				const at = [t.x, t.y, t.w, t.h];
				const { box, overlap } = bestOf[k];
				const inside = t.x > 2 && t.y > 2 && t.x + t.w < width - 2 && t.y + t.h < height - 2;
				if (!inside) return;
				if (overlap < 0.15 && t.visible > 0.8) keep('missed', t.person, t.h, at);
				if (overlap > 0.3 && overlap < 0.5 && t.visible > 0.9) keep('loose', t.person, t.h * (0.6 - overlap), at);
				if (overlap < 0.5) return;
				const before = numberOf.get(t.person);
				if (before && before.id !== ids[box] && frame - before.frame < 2 * FPS && t.visible > 0.7)
					keep('switch', t.person, t.h, at, before.picture);
				numberOf.set(t.person, { id: ids[box], frame, picture: picture(), focus: at });
			});
			for (let i = 0; i < ids.length; i++) {
				const b = boxes.slice(4 * i, 4 * i + 4);
				let near = 0;
				for (const t of all) near = Math.max(near, iou([t.x, t.y, t.w, t.h], 0, b, 0));
				if (near < 0.1 && b[3] > 12) keep('ghost', ids[i], b[3], b);
				const under = seen.filter(
					(t, k) =>
						t.x + t.w / 2 > b[0] &&
						t.x + t.w / 2 < b[0] + b[2] &&
						t.y + t.h / 2 > b[1] &&
						t.y + t.h / 2 < b[1] + b[3] &&
						t.h > 0.6 * b[3] &&
						(bestOf[k].box === i || bestOf[k].overlap < 0.3)
				);
				if (under.length > 1) keep('merged', ids[i], under.length * 1000 + b[3], b);
			}
			for (const key of held.keys()) if (!wrong.has(key)) held.delete(key);
		}
	}
	return FAILURES.flatMap((kind) => found.get(kind) ?? []);
}
