import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FrameReader } from '../watch/index';
import { FileError } from './motchallenge';

/**
 * A YUV4MPEG2 video, 4:2:0 or without colour, 8 bits, read one frame at a time. Its `frames` are those that the file's
 * size has room for; reading and skipping throw FileError when the file ends within a frame.
 */
export interface Video extends FrameReader {
	/** Frames gone through since the beginning. */
	readonly read: number;
	close(): void;
}

/** Opens a video. Throws FileError naming file and line on what is not YUV4MPEG2 of a kind it reads. */
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
	// 0:0 is "unknown".
	const known = word('F');
	const rate = /^(\d+):(\d+)$/.exec(known === undefined || known === '0:0' ? '25:1' : known);
	const fps = rate ? Number(rate[1]) / Number(rate[2]) : NaN;
	if (!(fps > 0 && fps < 1000)) throw new FileError(`${where}: frame rate "${word('F')}"`);
	const space = word('C') ?? '420';
	if (!/^(420(jpeg|paldv|mpeg2)?|mono)$/.test(space))
		throw new FileError(`${where}: colour space "${space}" is neither 4:2:0 nor mono, of 8 bits`);
	const mono = space === 'mono';
	/** Levels from 0 to 255, not from 16 to 235. */
	const full = words.includes('XCOLORRANGE=FULL');

	const cw = mono ? 0 : (width + 1) >> 1;
	const ch = mono ? 0 : (height + 1) >> 1;
	const bytes = Buffer.alloc(width * height + 2 * cw * ch);
	const line = Buffer.alloc(128);
	let at = end + 1;
	let frame = 0;
	/** Where the next frame's samples begin; -1 at the end of the file. */
	const begin = (): number => {
		if (at >= size) return -1;
		frame++;
		const here = `${file}, line ${frame + 1} (frame ${frame})`;
		const got = readSync(handle, line, 0, line.length, at);
		const stop = line.subarray(0, got).indexOf(10);
		if (line.toString('latin1', 0, Math.min(5, got)) !== 'FRAME' || stop < 0)
			throw new FileError(`${here}: a frame should begin here`);
		const from = at + stop + 1;
		if (from + bytes.length > size)
			throw new FileError(`${here}: the video is cut short, ${size - from} of ${bytes.length} bytes`);
		at = from + bytes.length;
		return from;
	};
	return {
		width,
		height,
		fps,
		colour: !mono,
		frames: Math.floor((size - end - 1) / (bytes.length + 6)),
		get read() {
			return frame;
		},
		skip: () => begin() >= 0,
		next(rgb, luma) {
			const from = begin();
			if (from < 0) return false;
			readSync(handle, bytes, 0, bytes.length, from);
			const u0 = width * height;
			const v0 = u0 + cw * ch;
			for (let y = 0, i = 0; y < height; y++)
				for (let x = 0; x < width; x++, i++) {
					const c = (y >> 1) * cw + (x >> 1);
					const l = full ? 16 + bytes[i] * (219 / 255) : bytes[i];
					const g = 1.164 * (l - 16);
					const u = mono ? 0 : bytes[u0 + c] - 128;
					const v = mono ? 0 : bytes[v0 + c] - 128;
					luma[i] = l + 0.5;
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
