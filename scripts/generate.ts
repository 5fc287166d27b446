/**
 * `npm run generate`: makes what the site ships from the simulation, below src/generated and static/stills.
 *   recording.bin, pictures.bin, stats.json   the square of the seed through the real pipeline
 *   static/stills/LANG/STEP.webp, STEP-tall.webp   a picture of every step
 *   static/stills/first-wide.avif, first-tall.avif   the stage as it is when the page opens
 * Does nothing when nothing it depends on has changed. `--seed N` records another square; `--force` makes all anew;
 * `--recording` leaves the stills out.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decode, encode } from '../src/lib/recording/codec';
import { record } from '../src/lib/recording/record';
import { packPictures } from '../src/lib/recording/sensor';
import { film } from '../src/lib/scenes/droit/film';
import { shower } from '../src/lib/scenes/vision/shower';
import { openFrames } from '../src/lib/server/frames';
import { createNodeStage } from '../src/lib/stage/node';
import { stillView, viewOf } from '../src/lib/picture/view';

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '7' },
		force: { type: 'boolean', default: false },
		recording: { type: 'boolean', default: false }
	}
});
const seed = Number(values.seed);
const root = new URL('..', import.meta.url).pathname;
const out = join(root, 'src/generated');
mkdirSync(out, { recursive: true });

/** One hash of the files below the given paths. */
function hashOf(paths: string[], extra = ''): string {
	const hash = createHash('sha256').update(extra);
	const walk = (path: string) => {
		if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) walk(join(path, name));
		else hash.update(path.slice(root.length)).update(readFileSync(path));
	};
	for (const p of paths) walk(join(root, p));
	return hash.digest('hex');
}
const current = (file: string, hash: string) =>
	!values.force && existsSync(join(out, file)) && readFileSync(join(out, file), 'utf8') === hash;

// 1. The recording.
const recordingHash = hashOf(
	[
		'src/lib/maths.ts',
		'src/lib/street',
		'src/lib/camera',
		'src/lib/drawing',
		'src/lib/vision',
		'src/lib/rules',
		'src/lib/watch',
		'src/lib/recording',
		'src/lib/evaluation/metrics.ts',
		'src/lib/scenes/droit/film.ts'
	],
	String(seed)
);
if (!current('recording.hash', recordingHash)) {
	const started = Date.now();
	process.stdout.write(`Filming the square (seed ${seed})`);
	const { data, kept } = record(seed, () => process.stdout.write('.'));
	const bytes = encode(data);
	decode(bytes);
	writeFileSync(join(out, 'recording.bin'), bytes);
	writeFileSync(join(out, 'pictures.bin'), packPictures(kept));
	// Nour's ways of saying no, through the same pipeline: chapter `droit`.
	writeFileSync(join(out, 'objection.json'), JSON.stringify(film(seed)));
	writeFileSync(join(out, 'stats.json'), JSON.stringify(data.stats, null, '\t'));
	writeFileSync(join(out, 'recording.hash'), recordingHash);
	console.log(
		` ${Math.round((Date.now() - started) / 1000)} s, ${bytes.length} bytes, MOTA ${data.stats.mota} %, IDF1 ${data.stats.idf1} %`
	);
}

// A shower on the square, through the same pipeline: chapter `vision`.
const showerHash = hashOf(['src/lib/scenes/vision/shower.ts'], recordingHash);
if (!current('shower.hash', showerHash) || !existsSync(join(out, 'shower.json'))) {
	writeFileSync(join(out, 'shower.json'), JSON.stringify(shower(seed)));
	writeFileSync(join(out, 'shower.hash'), showerHash);
}

// 2. The stills.
const stillsHash = hashOf(
	['src/lib/scenes', 'src/lib/figure', 'src/lib/stage', 'src/lib/picture', 'src/content', 'src/lib/fonts'],
	recordingHash
);
const stills = join(root, 'static/stills');
if (!values.recording && (!current('stills.hash', stillsHash) || !existsSync(join(stills, 'first-tall.avif')))) {
	const started = Date.now();
	const { recording, steps, rest, frameAt } = await openFrames();
	const stage = createNodeStage(recording, join(root, 'src/lib/fonts'));
	rmSync(stills, { recursive: true, force: true });
	let count = 0;
	let bytes = 0;
	for (const lang of ['fr', 'en'] as const) {
		mkdirSync(join(stills, lang), { recursive: true });
		for (const [chapter, last] of Object.entries(steps))
			for (let step = 1; step <= last; step++)
				for (const [suffix, width, height] of [
					['', 1200, 750],
					['-tall', 620, 700]
				] as const) {
					const scale = suffix ? 0.62 : 1;
					const w = Math.round(width * scale);
					const h = Math.round(height * scale);
					const progress = rest[chapter][step - 1];
					const frame = frameAt({ chapter, step, progress, view: stillView(w, h), lang });
					const file = stage.render(frame, w, h, width / w).toBuffer('image/webp', 78);
					writeFileSync(join(stills, lang, `${chapter}.${step}${suffix}.webp`), file);
					count++;
					bytes += file.length;
				}
	}
	// What the page opens with, until it is drawn live: the stage of a usual window of each kind, at the top of the page.
	for (const [name, view, progress, ratio] of [
		['first-tall', viewOf(412, 428, 'portrait'), 0.69, 1.5],
		['first-wide', viewOf(1440, 900, 'wide'), 0.5, 0.84]
	] as const) {
		const frame = frameAt({ chapter: 'place', step: 1, progress, view });
		// The library's quality is a quantizer: low is fine.
		const file = await stage.render(frame, view.width, view.height, ratio).encode('avif', { quality: 34, speed: 1 });
		writeFileSync(join(stills, `${name}.avif`), file);
	}
	writeFileSync(join(out, 'stills.hash'), stillsHash);
	console.log(`${count} stills, ${Math.round(bytes / 1024)} KB, ${Math.round((Date.now() - started) / 1000)} s`);
}
