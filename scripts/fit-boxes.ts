/**
 * Finds the weights by which boxes are refined (src/lib/vision/detect/motion/refine.ts) and writes src/lib/vision/detect/motion/weights.ts:
 * `npx tsx scripts/fit-boxes.ts`. Runs the pipeline on scenes of seeds 101 to 112 and pairs its boxes with the truth;
 * then looks for the linear function that gives the highest mean intersection over union (gradient ascent: Adam, Kingma
 * and Ba, ICLR 2015). First prints what weights from one half of the scenes do on the other half. Takes four minutes and
 * a gigabyte of memory. The same on every run.
 */
import { writeFileSync } from 'node:fs';
import { iou } from '../src/lib/evaluation/metrics';
import { filmOf } from '../src/lib/evaluation/run';
import type { SceneOptions } from '../src/lib/evaluation/scenes';
import { sceneSetup } from '../src/lib/evaluation/setup';
import { random } from '../src/lib/maths';
import { truthAt, VISIBLE } from '../src/lib/street/truth';
import { createAssigner } from '../src/lib/vision/assign';
import { COLS, EDGES, FEATURES, NUMBERS, ROWS } from '../src/lib/vision/detect/motion/cells';
import { createGround } from '../src/lib/vision/ground';
import { PERSON_HEIGHT } from '../src/lib/vision/types';
import { createObserver, observe } from '../src/lib/watch/index';

/** Pairs that overlap less are chance. */
const PAIRED = 0.25;
/** A frame in so many is learned from. */
const EVERY = 3;
const EPOCHS = 10;
const BATCH = 1024;
const RATE = 0.004;
const DECAY = 1e-4;
/** Persons' heights below which what a feature usually moves is left out, without and with an umbrella. */
const LEAST = [0.0045, 0.011];

interface Sample {
	half: number;
	agents: number;
	set: number;
	/** Features of the right side and of the left, then box and truth as left, top, right, bottom in persons' heights. */
	right: Float32Array;
	left: Float32Array;
	box: number[];
	truth: number[];
}

/** Scenes of two halves. */
const scenes: { half: number; options: SceneOptions }[] = [];
for (const i of [0, 1, 2, 3]) {
	for (const half of [0, 1]) {
		for (const agents of [10, 40]) scenes.push({ half, options: { agents, seed: 101 + 4 * half + i, seconds: 30 } });
		scenes.push({ half, options: { agents: 120, seed: 109 - 8 * half + i, seconds: 24 } });
	}
	scenes.push({ half: i >> 1, options: { agents: 20, seed: 101 + i, seconds: 60, matter: 'loitering' } });
}

/** Boxes of one scene with their truths. */
function gather(options: SceneOptions, half: number): Sample[] {
	const film = filmOf(options);
	const setup = sceneSetup();
	const { camera, height } = film.sensor;
	const ground = createGround(camera, height);
	const out: Sample[] = [];
	let boxes: number[] = [];
	let studied: { right: Float32Array; left: Float32Array; set: number }[] = [];
	const observer = createObserver(setup, (slot, right, left, set) => {
		// The tracker's own box, before it follows.
		const { x, y, w, h } = observer.now.tracker.state;
		boxes.push(x[slot] - w[slot] / 2, y[slot] - h[slot] / 2, w[slot], h[slot]);
		studied.push({ right: Float32Array.from(right), left: Float32Array.from(left), set });
	});
	const assigner = createAssigner(512);
	for (const { frame } of observe(film, setup, observer)) {
		// What was studied of this frame, and nothing yet of the next.
		const [own, seen] = [boxes, studied];
		boxes = [];
		studied = [];
		if (frame < 0 || frame % EVERY) continue;
		const truths = truthAt(film.now, camera).filter((t) => t.visible >= VISIBLE);
		const n = truths.length;
		const m = seen.length;
		if (!n || !m) continue;
		const cost = new Float64Array(n * m);
		truths.forEach((t, i) => {
			for (let j = 0; j < m; j++) {
				const shared = iou([t.x, t.y, t.w, t.h], 0, own, 4 * j);
				cost[i * m + j] = shared > PAIRED ? 1 - shared : Infinity;
			}
		});
		const found = assigner.solve(n, m, cost, 1);
		truths.forEach((t, i) => {
			const j = found[i];
			if (j < 0) return;
			const [x, y, w, h] = own.slice(4 * j, 4 * j + 4);
			const size = PERSON_HEIGHT * ground.at(y + h);
			out.push({
				half,
				agents: options.agents,
				...seen[j],
				box: [0, 0, w / size, h / size],
				truth: [(t.x - x) / size, (t.y - y) / size, (t.x + t.w - x) / size, (t.y + t.h - y) / size]
			});
		});
	}
	return out;
}

const moved = new Float64Array(4);
const slope = new Float64Array(4);

/** Where weights put the edges of a sample, into `moved`. */
function move(s: Sample, weights: Float64Array): void {
	moved.set(s.box);
	let to = s.set * FEATURES * EDGES;
	for (let n = 0; n < FEATURES; n++, to += EDGES) {
		moved[0] -= weights[to] * s.left[n];
		moved[2] += weights[to] * s.right[n];
		const both = (s.left[n] + s.right[n]) / 2;
		moved[1] += weights[to + 1] * both;
		moved[3] += weights[to + 2] * both;
	}
}

/** Intersection over union of `moved` with a truth; how it grows with each edge into `slope`. */
function agree([l, t, r, b]: number[]): number {
	const across = Math.max(1e-3, Math.min(moved[2], r) - Math.max(moved[0], l));
	const down = Math.max(1e-3, Math.min(moved[3], b) - Math.max(moved[1], t));
	const wide = Math.max(0.05, moved[2] - moved[0]);
	const high = Math.max(0.05, moved[3] - moved[1]);
	const both = across * down;
	const either = wide * high + (r - l) * (b - t) - both;
	const gain = (either + both) / (either * either);
	const loss = both / (either * either);
	slope[0] = (moved[0] > l ? -gain * down : 0) + loss * high;
	slope[1] = (moved[1] > t ? -gain * across : 0) + loss * wide;
	slope[2] = (moved[2] < r ? gain * down : 0) - loss * high;
	slope[3] = (moved[3] < b ? gain * across : 0) - loss * wide;
	return both / either;
}

/** Climbs from `weights` with steps from `rate` down; weights that `kept` has not stay 0. */
function climb(samples: Sample[], weights: Float64Array, kept: Uint8Array, epochs: number, start: number): void {
	const size = weights.length;
	const gradient = new Float64Array(size);
	const first = new Float64Array(size);
	const second = new Float64Array(size);
	const chance = random(1);
	const steps = epochs * Math.floor(samples.length / BATCH);
	for (let step = 1; step <= steps; step++) {
		for (let i = 0; i < size; i++) gradient[i] = -DECAY * weights[i];
		for (let i = 0; i < BATCH; i++) {
			const s = samples[Math.floor(chance() * samples.length)];
			move(s, weights);
			agree(s.truth);
			// Scenes of ten have few people.
			const weight = (s.agents === 10 ? 3 : 1) / BATCH;
			let to = s.set * FEATURES * EDGES;
			for (let n = 0; n < FEATURES; n++, to += EDGES) {
				gradient[to] += weight * (slope[2] * s.right[n] - slope[0] * s.left[n]);
				const both = (weight * (s.left[n] + s.right[n])) / 2;
				gradient[to + 1] += slope[1] * both;
				gradient[to + 2] += slope[3] * both;
			}
		}
		const rate = start * (1 - (0.98 * step) / steps);
		for (let i = 0; i < size; i++) {
			if (!kept[i]) continue;
			first[i] += 0.1 * (gradient[i] - first[i]);
			second[i] += 0.002 * (gradient[i] ** 2 - second[i]);
			weights[i] += (rate * first[i]) / (1 - 0.9 ** step) / (Math.sqrt(second[i] / (1 - 0.998 ** step)) + 1e-8);
		}
	}
}

/** The feature of the other side of the body that is the same cell. */
function mirror(n: number): number {
	if (n === 11) return 12;
	const first = NUMBERS + 2 * ROWS;
	if (n < first) return n;
	const column = ((n - first) >> 1) % COLS;
	return n + 2 * (COLS - 1 - 2 * column);
}

/** Few weights, in persons' heights, for which the samples' boxes agree best with their truths. */
function fit(samples: Sample[]): Float64Array {
	const size = 2 * FEATURES * EDGES;
	// Features are compared by how much they vary; the first is always 1.
	const middle = new Float64Array(FEATURES);
	const spread = new Float64Array(FEATURES);
	for (let n = 1; n < FEATURES; n++) {
		let sum = 0;
		let squares = 0;
		for (const s of samples) {
			sum += s.right[n] + s.left[n];
			squares += s.right[n] ** 2 + s.left[n] ** 2;
		}
		const count = 2 * samples.length;
		middle[n] = sum / count;
		spread[n] = 1 / (Math.sqrt(Math.max(0, squares / count - middle[n] ** 2)) + 1e-3);
	}
	const scaled = samples.map((s) => {
		const scale = (f: Float32Array) => f.map((v, n) => (n ? (v - middle[n]) * spread[n] : 1));
		return { ...s, right: scale(s.right), left: scale(s.left) };
	});
	const weights = new Float64Array(size);
	const kept = new Uint8Array(size).fill(1);
	climb(scaled, weights, kept, EPOCHS, RATE);
	for (const share of [0.5, 1]) {
		for (let set = 0; set < 2; set++)
			for (let n = 1; n < FEATURES; n++)
				for (let e = 0; e < EDGES; e++) {
					const at = (set * FEATURES + n) * EDGES + e;
					// Top and bottom take the sum of both sides: of a cell and its mirror image one weight is enough.
					const twin = e ? (set * FEATURES + mirror(n)) * EDGES + e : at;
					if (twin > at) {
						weights[twin] += weights[at];
						weights[at] = 0;
					}
					kept[at] = Math.abs(weights[at]) > share * LEAST[set] ? 1 : 0;
					if (!kept[at]) weights[at] = 0;
				}
		climb(scaled, weights, kept, EPOCHS / 2, RATE / 2);
	}
	for (let set = 0; set < 2; set++)
		for (let e = 0; e < EDGES; e++)
			for (let n = 1; n < FEATURES; n++) {
				const at = (set * FEATURES + n) * EDGES + e;
				weights[at] *= spread[n];
				weights[set * FEATURES * EDGES + e] -= weights[at] * middle[n];
			}
	return weights.map((v) => Math.round(1000 * v) / 1000);
}

/** Mean intersection over union with and without weights, by the number of people. */
function report(title: string, samples: Sample[], weights: Float64Array): void {
	const parts = [10, 20, 40, 120].map((agents) => {
		const of = samples.filter((s) => s.agents === agents);
		const mean = (w: Float64Array) =>
			of.reduce((sum, s) => {
				move(s, w);
				return sum + agree(s.truth);
			}, 0) / of.length;
		return `${agents} people ${mean(new Float64Array(weights.length)).toFixed(3)} → ${mean(weights).toFixed(3)}`;
	});
	process.stdout.write(`${title}: ${parts.join(', ')}\n`);
}

const samples = scenes.flatMap(({ half, options }) => gather(options, half));
const halves = [0, 1].map((half) => samples.filter((s) => s.half === half));
process.stdout.write(`${samples.length} boxes; mean intersection over union\n`);
for (const half of [0, 1]) report(`half ${half + 1} by the other`, halves[half], fit(halves[1 - half]));
const weights = fit(samples);
report('all by all', samples, weights);

const rows: string[] = [];
const whole = Array.from(weights, (v) => Math.round(1000 * v));
for (let i = 0; i < whole.length; i += FEATURES) rows.push(`	${whole.slice(i, i + FEATURES).join(',')}`);
writeFileSync(
	new URL('../src/lib/vision/detect/motion/weights.ts', import.meta.url),
	`/**
 * Weights of refine.ts in thousandths of a person's height: for people without and then with an umbrella, for each
 * feature, how far it moves a side, the top and the bottom. Written by scripts/fit-boxes.ts.
 */
// prettier-ignore
export const WEIGHTS: readonly number[] = [
${rows.join(',\n')}
];
`
);
