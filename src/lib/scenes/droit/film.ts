import { project, sensorCamera, type Camera } from '../../camera/camera';
import { createSensor } from '../../camera/sensor';
import { paintBackdrop, paintStreet } from '../../drawing/street';
import type { Pen } from '../../drawing/types';
import { iou } from '../../evaluation/metrics';
import { createStreet } from '../../street/street';
import { truthAt } from '../../street/truth';
import type { Person } from '../../street/types';
import { LANE } from '../../recording/zones';
import { createPipeline } from '../../vision/index';
import { act, BASE, SIGN, signAt, SPANS, TOTAL } from '../../street/acts';

/** What the program saw of Nour saying no: a box a frame in half pixels of the sensor (0 0 0 0 where it gave none), and its number. */
export interface Objection {
	seed: number;
	fps: number;
	/** Frame of the recording the first box belongs to. */
	base: number;
	boxes: number[];
	ids: number[];
}

/**
 * Films the square again with Nour's acts in it and runs the same pipeline on it. Takes some seconds.
 * @param seed of the street, as in the recording
 */
export function film(seed: number, fps = 12.5, seconds = 252): Objection {
	const street = createStreet({ seed, seconds, fps });
	const nour = street.people.find((p) => p.key === 'nour');
	if (!nour) throw new Error(`the street of seed ${seed} has no Nour`);
	const base = BASE * fps;
	const seek = street.seek.bind(street);
	seek(base + SPANS.leave.from * fps);
	const home: [number, number] = [nour.x, nour.y];
	let now = -1;
	street.seek = (frame: number) => {
		seek(frame);
		now = (frame - base) / fps;
		act(nour, now, home);
	};
	const camera = sensorCamera();
	const paint = {
		paintBackdrop,
		paintStreet(pen: Pen, s: typeof street, c: Camera) {
			paintStreet(pen, s, c);
			paintSign(pen, c, nour, signAt(now));
		}
	};
	const sensor = createSensor({ street, paint, seed });
	const pipeline = createPipeline({ width: 320, height: 180, camera, fps, lane: LANE });
	const boxes: number[] = [];
	const ids: number[] = [];
	// From the start, as in the recording: the program must have seen her come.
	for (let frame = 0; frame < base + TOTAL * fps; frame++) {
		sensor.expose(frame);
		const tracks = pipeline.step(sensor.rgb, sensor.luma);
		if (frame < base) continue;
		street.seek(frame);
		const truth = truthAt(street, camera).find((t) => t.person === nour.id);
		let best = -1;
		let most = 0.3;
		for (let i = 0; truth && i < tracks.count; i++) {
			const overlap = iou(
				[truth.x, truth.y, truth.w, truth.h],
				0,
				[tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]],
				0
			);
			if (overlap > most) {
				most = overlap;
				best = i;
			}
		}
		if (best < 0) boxes.push(0, 0, 0, 0);
		else boxes.push(...[tracks.x[best], tracks.y[best], tracks.w[best], tracks.h[best]].map((v) => Math.round(2 * v)));
		ids.push(best < 0 ? 0 : tracks.id[best]);
	}
	return { seed, fps, base, boxes, ids };
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
