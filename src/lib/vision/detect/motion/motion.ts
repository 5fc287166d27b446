import { createBackground } from '../../background';
import type { Ground } from '../../ground';
import { createMask } from '../../mask';
import { createVehicles, type Lane } from '../../vehicles';
import type { Detector } from '../detector';
import { findExpected } from './expected';
import { cover } from './gate';
import { createGait } from './gait';
import { learn } from './learn';
import { createRefiner, type Refiner, type Study } from './refine';
import { createScan, type Scan } from './scan';
import { findUnexpected } from './unexpected';

export interface MotionOptions {
	/** The background does not learn people that the tracker follows. Default true. */
	gated?: boolean;
	/** Take cast shadows out. Default true. */
	shadows?: boolean;
	/** Gaussian components a pixel: 3 (default) or 5. */
	components?: number;
	/** A lane where trams or cars run, as an installer marks it. */
	lane?: Lane;
	/** What moves the edges of reported boxes. Default: what was fitted on drawn people. */
	refiner?: (scan: Scan) => Refiner;
	/** Is shown what each reported box is refined by. */
	study?: Study;
}

interface Place {
	/** Pixels of a frame. */
	width: number;
	height: number;
	ground: Ground;
	/** Frames a second. */
	fps: number;
	/** Most boxes in a frame, and most people followed. */
	most: number;
}

/**
 * Finds people as what differs from the empty scene: those expected by their looks, new ones in what is left of the
 * mask. It sees nobody who never moved, takes what moves for somebody if it is of their size, and needs a camera that
 * stands still.
 */
export function createMotion(options: MotionOptions & Place): Detector {
	const { width, height, ground, fps, most, gated = true, shadows = true, components = 3, lane, study } = options;
	const raw = new Uint8Array(width * height);
	const gate = new Uint8Array(width * height);
	const background = createBackground({ width, height, components });
	const cleaner = createMask({ width, height, shadows });
	const { mask } = cleaner;
	const vehicles = lane && createVehicles(width, height, ground.camera, lane);

	const scan = createScan(width, height, ground, most, mask, cleaner.colours);
	const gait = createGait(ground, most);
	const refiner = options.refiner ? options.refiner(scan) : createRefiner(scan, study);

	return {
		things: scan.things,
		prepare({ rgb, luma }) {
			background.apply(luma, raw);
			cleaner.clean(raw, luma, background, rgb);
		},
		predict: gait.predict,
		detect({ rgb, luma }, people) {
			background.apply(luma, raw, gated || vehicles ? gate : undefined);
			cleaner.clean(raw, luma, background, rgb);
			scan.rgb = rgb;
			scan.overcast = cleaner.shade[0] === 1;
			scan.detections.count = scan.things.count = 0;
			scan.owner.fill(0);
			scan.rest.set(mask);
			vehicles?.find(mask);
			findExpected(scan, people, vehicles);
			vehicles?.clear(scan.rest);
			findUnexpected(scan, people);
			return scan.detections;
		},
		refine(people) {
			gait.update(people, scan);
			refiner.refine(people, gait.mean);
		},
		learn(_, people, staying) {
			learn(scan, people);
			gate.fill(0);
			if (gated) {
				cover(gate, width, height, fps, people);
				cover(gate, width, height, fps, staying);
			}
			vehicles?.close(gate);
		},
		layers: {
			raw,
			mask,
			get labels() {
				scan.blobs.find(mask, 6);
				return scan.blobs.labels(scan.labels);
			},
			picture: background.picture
		},
		state: [background.mean, background.variance]
	};
}
