import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSteady } from '../../src/lib/watch/steady';
import { watch } from '../../src/lib/evaluation/video';
import { openVideo } from '../../src/lib/evaluation/y4m';
import { random } from '../../src/lib/maths';

const dir = mkdtempSync(join(tmpdir(), 'eval-'));
// Beside the modules it imports.
const script = resolve(`node_modules/.eval-test-${process.pid}.mjs`);
afterAll(() => {
	rmSync(dir, { recursive: true, force: true });
	rmSync(script, { force: true });
});

/** A video of grey noise with dark walkers, in the first frame already; `shake` and `light` are the camera's own. */
function film(
	name: string,
	{
		width = 160,
		height = 120,
		frames = 120,
		rate = '25:1',
		tags = 'Ip A1:1 C420jpeg',
		walkers = 3,
		shake = (_: number): number => 0,
		light = (_: number): number => 1
	} = {}
): string {
	const file = join(dir, name);
	const chance = random(7);
	const cw = /mono/.test(tags) ? 0 : (width + 1) >> 1;
	const ch = /mono/.test(tags) ? 0 : (height + 1) >> 1;
	const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${rate} ${tags}\n`)];
	for (let f = 0; f < frames; f++) {
		const y = Buffer.alloc(width * height);
		const chroma = Buffer.alloc(2 * cw * ch, 128);
		for (let v = 0, i = 0; v < height; v++)
			for (let u = 0; u < width; u++, i++) {
				const x = u - shake(f);
				// Paving, so that a shake can be seen.
				let level = 120 + 25 * ((Math.floor(x / 12) + Math.floor(v / 12)) % 2);
				for (let k = 0; k < walkers; k++) {
					const foot = height * (0.6 + (0.35 * k) / walkers);
					const tall = foot * 0.4;
					const left = ((k * 67 + f * (k % 2 ? 1.1 : 0.8)) % (width + 40)) - 20;
					if (v < foot && v > foot - tall && x > left && x < left + tall * 0.36) {
						level = 55 + 8 * k;
						// Clothes have colours; shadows do not.
						if (cw) chroma[(v >> 1) * cw + (u >> 1)] = k % 2 ? 90 : 165;
					}
				}
				y[i] = 16 + (level - 16 + (chance() + chance() + chance() - 1.5) * 6) * light(f);
			}
		parts.push(Buffer.from('FRAME\n'), y, chroma);
	}
	writeFileSync(file, Buffer.concat(parts));
	return file;
}

describe('footage', () => {
	it.each(['C420', 'C420jpeg', 'C420mpeg2', 'C420paldv', 'Ip', 'Cmono', 'XCOLORRANGE=FULL'])('reads %s', (tag) => {
		const video = openVideo(
			film('tag.y4m', { width: 17, height: 19, frames: 3, walkers: 0, tags: tag, rate: '30000:1001' })
		);
		expect([video.width, video.height, video.frames]).toEqual([17, 19, 3]);
		expect(video.fps).toBeCloseTo(29.97, 2);
		const [rgb, luma] = [new Uint8Array(17 * 19 * 3), new Uint8Array(17 * 19)];
		expect(video.skip()).toBe(true);
		expect(video.next(rgb, luma)).toBe(true);
		expect(video.next(rgb, luma)).toBe(true);
		expect(video.next(rgb, luma)).toBe(false);
		// Grey stays grey.
		for (let i = 0; i < 17 * 19; i++)
			expect(Math.max(...rgb.slice(i * 3, i * 3 + 3)) - Math.min(...rgb.slice(i * 3, i * 3 + 3))).toBe(0);
		video.close();
	});

	it('takes a frame rate that is not known for 25', () => {
		const video = openVideo(film('rate.y4m', { width: 16, height: 16, frames: 1, rate: '0:0' }));
		expect(video.fps).toBe(25);
		video.close();
	});

	it('finds people who were there from the first frame, at every frame, in the file’s own pixels', () => {
		const { online, late } = watch(film('walk.y4m', { frames: 240 }));
		expect([online.length, late.length]).toEqual([240, 240]);
		// With hindsight nobody is missed who is seen without, and boxes stay where they are.
		const boxes = (s: typeof late) => s.slice(60, -2).reduce((n, f) => n + f.ids.length, 0);
		expect(boxes(late)).toBeGreaterThan(0.97 * boxes(online));
		const agree = late.slice(60, -2).flatMap(({ ids, boxes }, f) =>
			ids.flatMap((id, i) => {
				const k = online[60 + f].ids.indexOf(id);
				return k < 0 ? [] : [Math.abs(boxes[4 * i] - online[60 + f].boxes[4 * k])];
			})
		);
		expect(agree.sort((a, b) => a - b)[agree.length >> 1]).toBeLessThan(2);
		const seen = online.slice(60, -2);
		expect(seen.filter((r) => r.ids.length >= 2).length).toBeGreaterThan(0.7 * seen.length);
		const heights = seen.flatMap(({ boxes }) => boxes.filter((_, i) => i % 4 === 3)).sort((a, b) => a - b);
		const median = heights[heights.length >> 1] / 120;
		expect(median).toBeGreaterThan(0.2);
		expect(median).toBeLessThan(0.5);
	}, 30_000);

	it('is not upset by a camera that shakes, flickers and sets its exposure anew', () => {
		const calm = watch(film('calm.y4m')).online;
		const odd = watch(
			film('odd.y4m', {
				shake: (f) => [0, 1, 0.5, -0.6, 0][f % 5],
				light: (f) => (f > 70 ? 1.25 : 1) * (1 + 0.02 * (f % 3))
			})
		).online;
		const boxes = (r: typeof calm) => r.slice(50).reduce((s, f) => s + f.ids.length, 0);
		expect(boxes(odd)).toBeGreaterThan(0.8 * boxes(calm));
		expect(boxes(odd)).toBeLessThan(1.25 * boxes(calm));
	}, 30_000);

	it.each([
		[16, 16],
		[16, 720],
		[1280, 720],
		[1920, 1080]
	])('takes %i by %i', (width, height) => {
		expect(watch(film('size.y4m', { width, height, frames: 3, walkers: 1 })).late.length).toBe(3);
	});

	it('undoes a known shake and a known gain', () => {
		const [w, h] = [64, 48];
		const scene = (dx: number, gain: number) =>
			Uint8Array.from({ length: w * h }, (_, i) => {
				const x = (i % w) - dx;
				return 16 + (80 + 40 * Math.sin(x / 3) + 30 * Math.sin(Math.floor(i / w) / 4)) * gain;
			});
		const steady = createSteady(w, h);
		steady.apply(new Uint8Array(w * h * 3), scene(0, 1));
		const moved = scene(0.5, 1.2);
		steady.apply(new Uint8Array(w * h * 3), moved);
		expect(steady.dx).toBeCloseTo(-0.5, 0);
		expect(steady.gain).toBeCloseTo(1.2, 1);
		const still = scene(0, 1);
		let off = 0;
		for (let y = 8; y < h - 8; y++)
			for (let x = 8; x < w - 8; x++) off = Math.max(off, Math.abs(moved[y * w + x] - still[y * w + x]));
		expect(off).toBeLessThan(8);
	});
});

describe('npm run eval', () => {
	beforeAll(async () => {
		await build({
			entryPoints: ['scripts/eval.ts'],
			bundle: true,
			platform: 'node',
			format: 'esm',
			packages: 'external',
			outfile: script,
			logLevel: 'error'
		});
	}, 60_000);
	const run = (...args: string[]) => {
		const r = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
		return { code: r.status, out: r.stdout, err: r.stderr };
	};
	const write = (name: string, text: string | Buffer) => {
		const file = join(dir, name);
		mkdirSync(resolve(file, '..'), { recursive: true });
		writeFileSync(file, text);
		return file;
	};
	const INFO = '[Sequence]\nname=A\nframeRate=10\nseqLength=40\nimWidth=640\nimHeight=480\n';
	const rows = (mark: number) =>
		Array.from(
			{ length: 40 },
			(_, f) => `${f + 1},${mark === 1 ? 3 : -1},${50 + 2 * f},60,40,100,${mark},-1,-1,-1`
		).join('\n');

	it('runs the tracker alone, writes what it scored, and says one object with --json', () => {
		write('mot/A/seqinfo.ini', INFO);
		write('mot/A/det/det.txt', rows(0.99));
		write('mot/A/gt/gt.txt', rows(1));
		write('mot/B/seqinfo.ini', INFO);
		write('mot/B/det_sort_frcnn.txt', rows(0.99));
		const out = join(dir, 'written');
		const r = run('--mot', join(dir, 'mot'), '--out', out, '--json');
		expect([r.code, r.err]).toEqual([0, '']);
		const { mot } = JSON.parse(r.out);
		expect(mot.sequences.map((s: { name: string }) => s.name)).toEqual(['A', 'B']);
		expect(mot.all.mota).toBeGreaterThan(0.9);
		expect(mot.ratio.mota).toBeGreaterThanOrEqual(mot.onlineRatio.mota);
		const lines = readFileSync(join(out, 'B.txt'), 'utf8').trim().split('\n');
		expect(lines.length).toBe(40);
		for (const l of lines) expect(l).toMatch(/^\d+,\d+,-?[\d.]+,-?[\d.]+,[\d.]+,[\d.]+,1,-1,-1,-1$/);
		const said = run('--mot', join(dir, 'mot')).out;
		expect(said).toMatch(/late.*\n.*online.*\n.*SORT/);
	});

	it('runs a video and scores it', () => {
		const file = film('v.y4m', { width: 96, height: 72, frames: 60 });
		const gt = write('v.gt.txt', '1,1,5,5,20,40,1,-1,-1,-1\n');
		const camera = write('camera.json', JSON.stringify({ f: 90, u0: 48, v0: 5, z: 6 }));
		const r = run('--video', file, '--out', join(dir, 'video'), '--gt', gt, '--calibration', camera, '--json');
		expect([r.code, r.err]).toEqual([0, '']);
		expect(JSON.parse(r.out).video.frames).toBe(60);
		expect(readFileSync(join(dir, 'video', 'v.txt'), 'utf8')).toMatch(/^(\d+,\d+(,-?[\d.]+){4},1,-1,-1,-1\n)*$/);
	});

	it('has the network watch a video, at every frame of it', () => {
		const file = film('n.y4m', { width: 160, height: 96, frames: 6 });
		const r = run('--video', file, '--out', join(dir, 'network'), '--machine', 'learned', '--json');
		expect([r.code, r.err]).toEqual([0, '']);
		expect(JSON.parse(r.out).video).toMatchObject({ frames: 6, machine: 'learned', states: { watching: 3 } });
		expect(run('--video', file, '--out', join(dir, 'network'), '--machine', 'learned').out).toMatch(/knows no ground/);
	}, 60_000);

	/** What goes wrong, the arguments, and what the message must name. */
	const wrong: [string, () => string[], RegExp][] = [
		['a missing folder', () => ['--mot', join(dir, 'nowhere')], /nowhere/],
		[
			'a folder without sequences',
			() => ['--mot', (mkdirSync(join(dir, 'none'), { recursive: true }), join(dir, 'none'))],
			/none/
		],
		[
			'a sequence without boxes',
			() => ['--mot', resolve(write('m1/S/seqinfo.ini', INFO), '../..')],
			/S.det.det\.txt, line 1/
		],
		[
			'a sequence without information',
			() => ['--mot', resolve(write('m2/S/det/det.txt', rows(0.9)), '../../..')],
			/seqinfo\.ini, line 1/
		],
		[
			'a malformed line of boxes',
			() => {
				write('m3/S/seqinfo.ini', INFO);
				return ['--mot', resolve(write('m3/S/det/det.txt', `${rows(0.9)}\n41,-1,0,zero,1,1,1\n`), '../../..')];
			},
			/det\.txt, line 41/
		],
		[
			'a malformed line of truth',
			() => {
				write('m4/S/seqinfo.ini', INFO);
				write('m4/S/det/det.txt', rows(0.9));
				return ['--mot', resolve(write('m4/S/gt/gt.txt', `${rows(1)}\n1,2\n`), '../../..')];
			},
			/gt\.txt, line 41/
		],
		['a missing video', () => ['--video', join(dir, 'no.y4m'), '--out', dir], /no\.y4m, line 1/],
		['a file that is no video', () => ['--video', write('x.y4m', 'RIFF\n'), '--out', dir], /x\.y4m, line 1/],
		[
			'a truncated video',
			() => {
				const whole = readFileSync(film('whole.y4m', { width: 32, height: 32, frames: 5 }));
				return ['--video', write('short.y4m', whole.subarray(0, whole.length - 100)), '--out', dir];
			},
			/short\.y4m, line 6 \(frame 5\)/
		],
		[
			'4:4:4 video',
			() => ['--video', write('444.y4m', 'YUV4MPEG2 W32 H32 F25:1 C444\nFRAME\n'), '--out', dir],
			/444\.y4m, line 1.*444/
		],
		['a video without --out', () => ['--video', film('o.y4m', { width: 32, height: 32, frames: 2 })], /--out/],
		[
			'a malformed calibration',
			() => [
				'--video',
				film('c.y4m', { width: 32, height: 32, frames: 2 }),
				'--out',
				dir,
				'--calibration',
				write('c.json', '{"f": 3}')
			],
			/c\.json, line 1/
		],
		['an unknown option', () => ['--fast'], /--fast/],
		['seeds that are none', () => ['--seeds', '1,x'], /--seeds/],
		['a machine there is not', () => ['--machine', 'eyes'], /--machine takes motion, learned, not "eyes"/],
		['rules asked of the network', () => ['--machine', 'learned', '--rules'], /--machine learned .*--rules/],
		['the tracker alone with the network', () => ['--machine', 'learned', '--mot', dir], /--machine learned .*--mot/],
		[
			'crowds that are none, of the network',
			() => ['--machine', 'learned', '--agents', '0'],
			/--agents takes 1 to 1000, not 0/
		]
	];
	it.each(wrong)('exits with 2 and says why: %s', (_, args, names) => {
		const r = run(...args(), '--json');
		expect(r.code).toBe(2);
		expect(r.err).toMatch(names);
		expect(r.err).not.toMatch(/\n {4}at /);
		expect(r.out).toBe('');
	});
});
