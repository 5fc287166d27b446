import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { FileError } from './motchallenge';

/** A YUV4MPEG2 video, 4:2:0, read one frame at a time. */
export interface Video {
	readonly width: number;
	readonly height: number;
	readonly fps: number;
	/** Reads the next frame into `rgb` and `luma`; false at the end. Throws FileError when the file ends within a frame. */
	next(rgb: Uint8Array, luma: Uint8Array): boolean;
	/** Back to the first frame. */
	rewind(): void;
	close(): void;
}

/** Opens a video. Throws FileError naming file and line on what is not 4:2:0 YUV4MPEG2. */
export function openVideo(file: string): Video {
	let handle: number;
	try {
		handle = openSync(file, 'r');
	} catch {
		throw new FileError(`${file}, line 1: no such file, or not readable`);
	}
	try {
		return read(handle, file);
	} catch (error) {
		closeSync(handle);
		throw error;
	}
}

function read(handle: number, file: string): Video {
	const size = fstatSync(handle).size;
	const head = Buffer.alloc(Math.min(512, size));
	readSync(handle, head, 0, head.length, 0);
	const end = head.indexOf(10);
	const where = `${file}, line 1`;
	if (head.toString('latin1', 0, 10).trimEnd() !== 'YUV4MPEG2') throw new FileError(`${where}: not a YUV4MPEG2 file`);
	if (end < 0) throw new FileError(`${where}: the header has no end`);
	const words = head.toString('latin1', 0, end).split(' ').slice(1);
	const word = (letter: string) => words.find((w) => w[0] === letter)?.slice(1);
	const width = Number(word('W'));
	const height = Number(word('H'));
	if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0))
		throw new FileError(`${where}: size "${word('W')}" by "${word('H')}"`);
	const rate = /^(\d+):(\d+)$/.exec(word('F') ?? '25:1');
	const fps = rate ? Number(rate[1]) / Number(rate[2]) : NaN;
	if (!(fps > 0 && fps < 1000)) throw new FileError(`${where}: frame rate "${word('F')}"`);
	const space = word('C') ?? '420';
	if (!/^420(jpeg|paldv|mpeg2)?$/.test(space))
		throw new FileError(`${where}: colour space "${space}" is not 4:2:0 of 8 bits`);

	const cw = (width + 1) >> 1;
	const ch = (height + 1) >> 1;
	const bytes = Buffer.alloc(width * height + 2 * cw * ch);
	const line = Buffer.alloc(128);
	let at = end + 1;
	let frame = 0;
	return {
		width,
		height,
		fps,
		next(rgb, luma) {
			if (at >= size) return false;
			frame++;
			const here = `${file}, line ${frame + 1} (frame ${frame})`;
			const got = readSync(handle, line, 0, line.length, at);
			const stop = line.subarray(0, got).indexOf(10);
			if (line.toString('latin1', 0, Math.min(5, got)) !== 'FRAME' || stop < 0)
				throw new FileError(`${here}: a frame should begin here`);
			at += stop + 1;
			const have = readSync(handle, bytes, 0, bytes.length, at);
			if (have < bytes.length) throw new FileError(`${here}: the video is cut short, ${have} of ${bytes.length} bytes`);
			at += bytes.length;
			const u0 = width * height;
			const v0 = u0 + cw * ch;
			for (let y = 0, i = 0; y < height; y++)
				for (let x = 0; x < width; x++, i++) {
					const c = (y >> 1) * cw + (x >> 1);
					const l = bytes[i];
					const g = 1.164 * (l - 16);
					const u = bytes[u0 + c] - 128;
					const v = bytes[v0 + c] - 128;
					luma[i] = l;
					rgb[i * 3] = byte(g + 1.596 * v);
					rgb[i * 3 + 1] = byte(g - 0.392 * u - 0.813 * v);
					rgb[i * 3 + 2] = byte(g + 2.017 * u);
				}
			return true;
		},
		rewind() {
			at = end + 1;
			frame = 0;
		},
		close: () => closeSync(handle)
	};
}

const byte = (v: number): number => (v < 0 ? 0 : v > 255 ? 255 : (v + 0.5) | 0);

/**
 * Averages squares of `by` by `by` pixels.
 * @param channels bytes a pixel
 */
export function shrink(
	from: Uint8Array,
	width: number,
	height: number,
	channels: number,
	by: number,
	to: Uint8Array
): void {
	const w = Math.floor(width / by);
	const h = Math.floor(height / by);
	for (let y = 0; y < h; y++)
		for (let x = 0; x < w; x++)
			for (let c = 0; c < channels; c++) {
				let sum = 0;
				for (let dy = 0; dy < by; dy++)
					for (let dx = 0; dx < by; dx++) sum += from[((y * by + dy) * width + x * by + dx) * channels + c];
				to[(y * w + x) * channels + c] = sum / (by * by) + 0.5;
			}
}
