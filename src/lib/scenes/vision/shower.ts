import { sensorCamera } from '../../camera/camera';
import { createSensor } from '../../camera/sensor';
import { paintBackdrop, paintStreet } from '../../drawing/street';
import { LANE } from '../../recording/zones';
import { createStreet } from '../../street/street';
import { truthAt } from '../../street/truth';
import { createPipeline } from '../../vision/index';

/** What the program saw of a shower on the square. */
export interface Shower {
	/** Frame of the street at which it begins to rain. */
	from: number;
	/** Frames kept: one before the rain, then some in it. */
	frames: number[];
	/** Masks as runs of equal pixels, black first, row by row (320 by 180). */
	masks: number[][];
	/** x, y, w, h of each box, half pixels of the sensor. */
	boxes: number[][];
	/** People at least 35 % visible. */
	people: number[];
}

/** Between two passages of the tram. */
const FROM = 1180;
/** The program first sees the square empty, as in the recording, then for as many frames before the first one kept. */
const EMPTY = 90;
const WARM = 260;
const KEPT = [-10, 40, 58, 76];

/** Films the square again with a shower in it and runs the same pipeline on it. Takes some seconds. */
export function shower(seed: number, fps = 12.5): Shower {
	const street = createStreet({ seed, fps, rain: [FROM / fps, FROM / fps + 60] });
	const camera = sensorCamera();
	const sensor = createSensor({ street, paint: { paintBackdrop, paintStreet }, seed });
	const pipeline = createPipeline({ width: 320, height: 180, camera, fps, lane: LANE });
	const out: Shower = { from: FROM, frames: KEPT.map((k) => FROM + k), masks: [], boxes: [], people: [] };
	const first = out.frames[0] - WARM;
	for (let i = -EMPTY; i <= out.frames[KEPT.length - 1] - first; i++) {
		const frame = i < 0 ? i + EMPTY - street.lead * fps : first + i;
		sensor.expose(frame);
		const tracks = pipeline.step(sensor.rgb, sensor.luma);
		if (!out.frames.includes(frame)) continue;
		street.seek(frame);
		out.people.push(truthAt(street, camera).filter((t) => t.visible >= 0.35).length);
		out.masks.push(runs(pipeline.mask));
		const boxes: number[] = [];
		for (let i = 0; i < tracks.count; i++)
			boxes.push(...[tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]].map((v) => Math.round(2 * v)));
		out.boxes.push(boxes);
	}
	return out;
}

function runs(mask: Uint8Array): number[] {
	const out: number[] = [];
	let white = false;
	let n = 0;
	for (const v of mask) {
		if (v > 0 !== white) {
			out.push(n);
			white = !white;
			n = 0;
		}
		n++;
	}
	out.push(n);
	return out;
}
