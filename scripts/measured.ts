/** What `npm run eval -- --write` leaves behind for the page of measured figures: its data, and pictures of mistakes. */
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { FPS, SENSOR_HEIGHT, SENSOR_PIXELS, SENSOR_WIDTH } from '../src/lib/camera/camera';
import { findFailures, type Failure } from '../src/lib/evaluation/failures';
import { fingerprint } from '../src/lib/evaluation/fingerprint';

const DATA = 'src/content/measured.json';
const PICTURES = 'static/accuracy';
/** The scenes in which mistakes are looked for: the four weathers, few people and many. */
const SCENES = [1, 2, 3, 4].flatMap((seed) => [12, 40].map((agents) => ({ agents, seed, seconds: 40 })));
/** Pixels of the sensor in a picture, and by how much they are enlarged. */
const WIDE = 72;
const HIGH = 54;
const SCALE = 8;

/** Writes the figures of a run, with the pictures of the largest mistake of each kind, below the project's folder. */
export async function writeMeasured(result: Record<string, unknown>): Promise<void> {
	rmSync(PICTURES, { recursive: true, force: true });
	mkdirSync(PICTURES, { recursive: true });
	GlobalFonts.registerFromPath('src/lib/fonts/martian.woff2', 'Martian Mono');
	const failures = findFailures(SCENES).map((f) => {
		writeFileSync(join(PICTURES, `${f.kind}.webp`), picture(f));
		const { kind, agents, seed, weather, frame } = f;
		return { kind, agents, seed, weather, second: Math.round(frame / FPS), pictures: f.pictures.length };
	});
	const { machines, actors } = JSON.parse(readFileSync(DATA, 'utf8')) as { machines?: unknown; actors?: unknown };
	const date = new Date().toISOString().slice(0, 10);
	await writeData({ date, fingerprint: fingerprint(), ...result, failures, machines, actors });
	process.stderr.write(`${DATA}; ${readdirSync(PICTURES).length} pictures in ${PICTURES}\n`);
}

/** Puts how both machines did on the same pictures beside the figures that are there. */
export async function writeMachines(machines: Record<string, unknown>): Promise<void> {
	const known = JSON.parse(readFileSync(DATA, 'utf8')) as Record<string, unknown>;
	const date = new Date().toISOString().slice(0, 10);
	await writeData({ ...known, machines: { date, ...machines } });
}

async function writeData(data: Record<string, unknown>): Promise<void> {
	const options = await resolveConfig(DATA);
	writeFileSync(DATA, await format(JSON.stringify(data, null, '\t'), { ...options, filepath: DATA }));
}

function picture(f: Failure): Buffer {
	const gap = 12;
	const canvas = createCanvas(f.pictures.length * (WIDE * SCALE + gap) - gap, HIGH * SCALE);
	const pen = canvas.getContext('2d');
	f.pictures.forEach((p, i) => {
		const left = clamp(f.focus[0] + f.focus[2] / 2 - WIDE / 2, 0, SENSOR_WIDTH - WIDE);
		const top = clamp(f.focus[1] + f.focus[3] / 2 - HIGH / 2, 0, SENSOR_HEIGHT - HIGH);
		const source = createCanvas(SENSOR_WIDTH, SENSOR_HEIGHT);
		const image = source.getContext('2d').createImageData(SENSOR_WIDTH, SENSOR_HEIGHT);
		for (let k = 0; k < SENSOR_PIXELS; k++)
			image.data.set([p.rgb[3 * k], p.rgb[3 * k + 1], p.rgb[3 * k + 2], 255], 4 * k);
		source.getContext('2d').putImageData(image, 0, 0);
		pen.save();
		pen.translate(i * (WIDE * SCALE + gap), 0);
		pen.beginPath();
		pen.rect(0, 0, WIDE * SCALE, HIGH * SCALE);
		pen.clip();
		pen.imageSmoothingEnabled = false;
		pen.drawImage(source, left, top, WIDE, HIGH, 0, 0, WIDE * SCALE, HIGH * SCALE);
		pen.scale(SCALE, SCALE);
		pen.translate(-left, -top);
		outline(pen, p.truth, '#F6EFE2', 0.9, []);
		outline(pen, p.truth, '#1D1B1A', 0.5, [1.6, 1]);
		outline(pen, p.boxes, '#F2391B', 0.5, []);
		p.ids.forEach((id, k) => label(pen, `${id}`, p.boxes[4 * k], p.boxes[4 * k + 1]));
		pen.restore();
	});
	return canvas.toBuffer('image/webp', 82);
}

function outline(pen: SKRSContext2D, boxes: number[], colour: string, width: number, dash: number[]): void {
	pen.strokeStyle = colour;
	pen.lineWidth = width;
	pen.setLineDash(dash);
	for (let k = 0; k < boxes.length; k += 4) pen.strokeRect(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3]);
	pen.setLineDash([]);
}

function label(pen: SKRSContext2D, text: string, x: number, y: number): void {
	pen.font = '600 3px "Martian Mono"';
	pen.fillStyle = '#C4260C';
	pen.fillRect(x - 0.25, y - 3.9, pen.measureText(text).width + 1.2, 3.9);
	pen.fillStyle = '#FFFFFF';
	pen.fillText(text, x + 0.35, y - 0.9);
}

const clamp = (v: number, low: number, high: number): number => Math.max(low, Math.min(high, v));
