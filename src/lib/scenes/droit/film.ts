import { FPS, project, type Camera } from '../../camera/camera';
import { createStreetPainter, type StreetPainter } from '../../drawing/street';
import type { Pen } from '../../drawing/types';
import { iou } from '../../evaluation/metrics';
import { LANE } from '../../recording/site';
import { act, BASE, SIGN, signAt, SPANS, TOTAL } from '../../street/acts';
import { createStreet } from '../../street/street';
import { truthAt } from '../../street/truth';
import type { Person, Street } from '../../street/types';
import { boxesOf, filmSetup, filmSource, observe } from '../../watch/index';

/**
 * Films the square again with Nour's acts in it and runs the same machine on it. Takes some seconds.
 * @param seed of the street, as in the recording
 * @returns what the program saw of Nour saying no: a box a frame in half pixels of the sensor (0 0 0 0 where it gave
 * none) and its number, from frame `base` of the recording on
 */
export function film(seed: number) {
	const street = createStreet({ seed });
	const nour = street.people.find((p) => p.key === 'nour')?.id;
	if (nour === undefined) throw new Error(`the street of seed ${seed} has no Nour`);
	const base = BASE * FPS;
	const { x, y } = street.at(base + SPANS.leave.from * FPS).people[nour];
	const acted: Street = {
		...street,
		at(frame) {
			const now = street.at(frame);
			const people = now.people.map((p) => (p.id === nour ? act(p, (frame - base) / FPS, [x, y]) : p));
			return { ...now, people };
		}
	};
	const painter = createStreetPainter();
	const paint: StreetPainter = {
		...painter,
		paintStreet(pen, now, c, options) {
			painter.paintStreet(pen, now, c, options);
			paintSign(pen, c, now.people[nour], signAt((now.frame - base) / FPS));
		}
	};
	// From the start, as in the recording: the program must have seen her come.
	const source = filmSource({ street: acted, paint, takes: [{ from: 0, to: base + Math.ceil(TOTAL * FPS) - 1 }] });
	const boxes: number[] = [];
	const ids: number[] = [];
	for (const seen of observe(source, filmSetup({ lane: LANE }))) {
		if (seen.frame < base) continue;
		const truth = truthAt(source.now, source.sensor.camera).find((t) => t.person === nour);
		let best = null;
		let most = 0.3;
		for (const box of truth ? boxesOf(seen) : []) {
			const overlap = iou([truth!.x, truth!.y, truth!.w, truth!.h], 0, [box.x, box.y, box.w, box.h], 0);
			if (overlap <= most) continue;
			most = overlap;
			best = box;
		}
		boxes.push(...(best ? [best.x, best.y, best.w, best.h].map((v) => Math.round(2 * v)) : [0, 0, 0, 0]));
		ids.push(best?.id ?? 0);
	}
	return { seed, fps: FPS, base, boxes, ids };
}

const at = { u: 0, v: 0, k: 0 };

/** The sign in the sensor's picture: a pole and a white board. */
function paintSign(pen: Pen, camera: Camera, p: Person, up: number): void {
	if (up <= 0) return;
	const x = p.x + SIGN.aside;
	const y = p.y - 0.12;
	const lift = (up - 1) * 0.9;
	const line = (z: number): [number, number] => {
		project(camera, x, y, Math.max(0.2, z + lift), at);
		return [at.u, at.v];
	};
	const [u, low] = line(SIGN.low);
	const neck = line(SIGN.neck)[1];
	const top = line(SIGN.top)[1];
	const half = SIGN.half * at.k;
	pen.fillStyle = '#6B4E33';
	pen.fillRect(u - 0.03 * at.k, neck, 0.06 * at.k, low - neck);
	pen.fillStyle = '#1D1B1A';
	pen.fillRect(u - half, top, 2 * half, neck - top);
	pen.fillStyle = '#FBF7EE';
	pen.fillRect(u - half + 0.04 * at.k, top + 0.04 * at.k, 2 * half - 0.08 * at.k, neck - top - 0.08 * at.k);
}
