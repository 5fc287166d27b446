/**
 * What the learned machine's network finds in single pictures, without tracker or rules:
 *   npx tsx scripts/network-measure.ts square            the drawn square, as the page draws it and as the sensor sees it
 *   npx tsx scripts/network-measure.ts video FILE GT     a .y4m against a MOTChallenge gt.txt
 *   npx tsx scripts/network-measure.ts visits FILE CSV   a .y4m of people who come one by one: person,first,last
 *   npx tsx scripts/network-measure.ts time              milliseconds a picture, here; `--browser`: in Chromium,
 *                                                       Firefox and WebKit, where they are
 * `--inputs 320x256,640x384` are the sizes looked at, `--drawn 640x416` those the square is drawn in, `--threshold .45` the
 * score from which somebody is there, `--overlap .5` the intersection over union from which they are found; of a video every
 * `--every`th frame is read. Recall and precision in percent.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { FPS, fit, MAST } from '../src/lib/camera/camera';
import { createRaster } from '../src/lib/camera/raster/raster';
import { createSensor } from '../src/lib/camera/sensor';
import { createStreetPainter } from '../src/lib/drawing/street';
import { add, nothingFound, precision, recall, type Found } from '../src/lib/evaluation/detections';
import { parseRows, toSequence } from '../src/lib/evaluation/motchallenge';
import { openVideo } from '../src/lib/evaluation/y4m';
import { createStreet } from '../src/lib/street/street';
import { truthAt, VISIBLE } from '../src/lib/street/truth';
import type { Street } from '../src/lib/street/types';
import { createNetwork, inputFor, type Picture, type Size } from '../src/lib/vision/detect/learned/index';
import { timeInBrowsers } from './network-time';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		inputs: { type: 'string' },
		threshold: { type: 'string', default: '.45' },
		overlap: { type: 'string', default: '.5' },
		drawn: { type: 'string', default: '416x288,640x416,960x608' },
		every: { type: 'string', default: '1' },
		browser: { type: 'boolean', default: false }
	}
});
const FILE = 'static/network/nanodet-g.bin';
const threshold = Number(values.threshold);
const overlap = Number(values.overlap);
const network = createNetwork(readFileSync(FILE));

const sizeOf = (text: string): Size => {
	const [width, height] = text.split('x').map(Number);
	return { width, height };
};
const inputs = (usual: string): Size[] => (values.inputs ?? usual).split(',').map(sizeOf);
const nameOf = ({ width, height }: Size): string => `${width}×${height}`;
const percent = (n: number): string => `${(100 * n).toFixed(0)} %`;
const line = (sum: Found): string =>
	`recall ${percent(recall(sum))}, precision ${percent(precision(sum))} (${sum.hits} of ${sum.truth} people, ${sum.boxes} boxes)`;

/** Boxes of a picture, surest first. */
function look(picture: Picture, input: Size): number[] {
	const { count, x, y, w, h } = network.detect(picture, { threshold, input });
	return Array.from({ length: count }, (_, i) => [x[i], y[i], w[i], h[i]]).flat();
}

/** How sure the network is of whoever it is surest of. */
function surest(picture: Picture, input: Size): number {
	const found = network.detect(picture, { threshold: 0.05, input });
	return found.count ? found.score[0] : 0;
}

/** Pictures of the square as the page draws it: the painter's own strokes, without a sensor. */
function drawn(street: Street, { width, height }: Size): (frame: number) => Picture {
	const camera = fit(MAST, width, height);
	const raster = createRaster(width, height);
	const rgb = new Uint8Array(width * height * 3);
	const paint = createStreetPainter();
	return (frame) => {
		const now = street.at(frame);
		paint.paintBackdrop(raster, now, camera);
		paint.paintStreet(raster, now, camera);
		for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) rgb[3 * i + c] = raster.data[4 * i + c];
		return { rgb, width, height };
	};
}

/** Pictures of the square as the simulated sensor gives them. */
function sensed(street: Street, { width, height }: Size): (frame: number) => Picture {
	const sensor = createSensor({ street, paint: createStreetPainter(), width, height });
	return (frame) => {
		sensor.expose(frame);
		return { rgb: sensor.rgb, width, height };
	};
}

/** Metres from the camera. */
const BANDS = [15, 25, 35, 50, Infinity];

function square(): void {
	const frames = Array.from({ length: 20 }, (_, i) => Math.round((i + 0.5) * 12 * FPS));
	const street = createStreet({ seed: 7 });
	const shots: [string, Size, (frame: number) => Picture, Size][] = [];
	for (const size of values.drawn ? values.drawn.split(',').map(sizeOf) : [])
		shots.push([`drawn ${nameOf(size)}`, size, drawn(street, size), size]);
	const sensor = sizeOf('320x180');
	const take = sensed(street, sensor);
	for (const input of inputs('320x192,512x288,640x384'))
		shots.push([`sensor 320×180, looked at in ${nameOf(input)}`, sensor, take, input]);

	for (const [name, { width, height }, shoot, input] of shots) {
		const camera = fit(MAST, width, height);
		const all = nothingFound();
		const groups = new Map<string, { truth: number; hits: number }>();
		for (const frame of frames) {
			const boxes = look(shoot(frame), input);
			const now = street.at(frame);
			const truth = truthAt(now, camera);
			const seen = (i: number) => truth[i].visible >= VISIBLE;
			const finders = add(
				all,
				truth.flatMap(({ x, y, w, h }) => [x, y, w, h]),
				boxes,
				seen,
				overlap
			);
			truth.forEach((t, i) => {
				if (!seen(i)) return;
				const person = now.people.find((p) => p.id === t.person)!;
				const far = BANDS.findIndex((b) => t.groundY - camera.y < b);
				const standing = person.pose === 'walk' || person.pose === 'stand' ? person.pose : 'sit, crouch';
				for (const group of [`${BANDS[far - 1] ?? 0} to ${BANDS[far]} m`, standing]) {
					const own = groups.get(group) ?? { truth: 0, hits: 0 };
					own.truth++;
					if (finders[i] >= 0) own.hits++;
					groups.set(group, own);
				}
			});
		}
		console.log(`${name}: ${line(all)}`);
		const parts = [...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
		console.log(`   found: ${parts.map(([g, s]) => `${g} ${percent(s.hits / s.truth)} of ${s.truth}`).join('; ')}`);
	}
}

/** Every `--every`th frame of a video, numbered from 1. */
function* framesOf(file: string): Generator<Picture & { frame: number }> {
	const video = openVideo(file);
	const { width, height } = video;
	const rgb = new Uint8Array(width * height * 3);
	const luma = new Uint8Array(width * height);
	for (let frame = 1; ; frame++)
		if ((frame - 1) % Number(values.every)) {
			if (!video.skip()) break;
		} else if (video.next(rgb, luma)) yield { rgb, width, height, frame };
		else break;
	video.close();
}

function video(file: string, truthFile: string): void {
	const rows = parseRows(readFileSync(truthFile, 'utf8'), truthFile);
	const truth = toSequence(rows, Math.max(...rows.map((r) => r.frame)));
	for (const input of inputs('256x192,320x256,416x320')) {
		const sum = nothingFound();
		for (const picture of framesOf(file)) {
			const at = truth[picture.frame - 1];
			if (at) add(sum, at.boxes, look(picture, input), (i) => at.marks[i] !== 0, overlap);
		}
		console.log(`${nameOf(input)}: ${line(sum)}`);
	}
}

const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

function visits(file: string, csv: string): void {
	const people = readFileSync(csv, 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((row) => row.split(','))
		.map(([person, first, last, , what]) => ({ person, first: Number(first), last: Number(last), what }));
	for (const input of inputs('256x160,320x192,384x224')) {
		const scores = people.map(() => ({ coming: [] as number[], there: [] as number[] }));
		const empty: number[] = [];
		for (const picture of framesOf(file)) {
			const score = surest(picture, input);
			const i = people.findIndex(({ first, last }) => picture.frame >= first && picture.frame <= last);
			// Around a visit nobody knows to the frame whether somebody is there.
			if (i < 0) {
				if (people.every(({ first, last }) => picture.frame < first - 5 || picture.frame > last + 5)) empty.push(score);
				continue;
			}
			const { first, last } = people[i];
			const part = (picture.frame - first) / (last - first);
			scores[i][part > 0.3 && part < 0.75 ? 'there' : 'coming'].push(score);
		}
		const over = (list: number[]) => percent(list.filter((s) => s >= threshold).length / list.length);
		console.log(`${nameOf(input)}: somebody in ${over(empty)} of ${empty.length} empty frames`);
		people.forEach(({ person, what }, i) => {
			const { coming, there } = scores[i];
			console.log(
				`   ${person} (${what}): comes and goes ${middle(coming).toFixed(2)}, found ${over(coming)}; stands ${middle(there).toFixed(2)}, found ${over(there)}`
			);
		});
	}
}

async function time(): Promise<void> {
	const sizes = inputs('416x416,320x256,256x192');
	if (values.browser) console.log(await timeInBrowsers(sizes));
	else
		for (const size of sizes) {
			const picture = { rgb: new Uint8Array(640 * 480 * 3).map((_, i) => (i * 7919) >> 3), width: 640, height: 480 };
			const spent: number[] = [];
			for (let i = 0; i < 30; i++) {
				const before = process.cpuUsage();
				network.detect(picture, { input: size });
				const { user, system } = process.cpuUsage(before);
				if (i >= 5) spent.push((user + system) / 1000);
			}
			spent.sort((a, b) => a - b);
			console.log(`${nameOf(size)}: ${spent[12].toFixed(0)} ms of the processor, ${spent[0].toFixed(0)} at best`);
		}
	const weights = readFileSync(FILE);
	console.log(`weights: ${weights.length} bytes, ${brotliCompressSync(weights).length} in brotli`);
	console.log(`usual input of 16:9: ${nameOf(inputFor({ width: 1920, height: 1080 }))}`);
}

const [what, ...files] = positionals;
if (what === 'square') square();
else if (what === 'video' && files.length === 2) video(files[0], files[1]);
else if (what === 'visits' && files.length === 2) visits(files[0], files[1]);
else if (what === 'time') await time();
else throw new Error('One of: square, video FILE GT, visits FILE CSV, time');
