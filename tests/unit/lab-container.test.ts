import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { causeOf } from '../../src/lib/lab/container';
import { random } from '../../src/lib/maths';

const film = readFileSync('static/lab/one-by-one.mp4');

/** An MP4 whose list of pictures comes last, as a phone writes it; the size of its pictures in eight bytes where it is long. */
function recorded(long: boolean): Buffer {
	const box = (name: string, bytes: number) => {
		const head = Buffer.alloc(long && name === 'mdat' ? 16 : 8);
		head.writeUInt32BE(head.length === 16 ? 1 : 8 + bytes);
		head.write(name, 4);
		if (head.length === 16) head.writeBigUInt64BE(BigInt(16 + bytes), 8);
		return Buffer.concat([head, Buffer.alloc(bytes)]);
	};
	return Buffer.concat([box('ftyp', 16), box('free', 0), box('mdat', 4000), box('moov', 300)]);
}
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);

describe('why a file cannot be played', () => {
	it.each([
		['a sentence', Buffer.from('This is not a film. Ni un film, d’ailleurs.'), 'novideo'],
		['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'novideo'],
		['an archive', Buffer.from('PK\x03\x04\x14\x00\x00'), 'novideo'],
		['a recording that stopped', half(recorded(false)), 'unfinished'],
		['a long recording that stopped', half(recorded(true)), 'unfinished'],
		['a recording without the end of its list', recorded(false).subarray(0, -1), 'unfinished'],
		['a whole recording in a form nobody knows', recorded(false), 'undecodable'],
		['a long one', recorded(true), 'undecodable'],
		['the actors', film, 'undecodable'],
		['a head and nothing', film.subarray(0, 9), 'unfinished'],
		['bytes of another form', Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0, 1, 2]), 'undecodable'],
		['one byte', Buffer.from([0]), 'undecodable']
	])('%s', async (_, bytes, cause) => {
		expect(await causeOf(new Blob([new Uint8Array(bytes)]))).toBe(cause);
	});

	it('is told of 200 broken films without an exception', async () => {
		const chance = random(5);
		for (let i = 0; i < 200; i++) {
			const broken = Buffer.from(film.subarray(0, Math.floor(2000 * chance())));
			for (let k = 0; k < 20; k++) if (broken.length) broken[Math.floor(chance() * broken.length)] = 256 * chance();
			expect(['novideo', 'unfinished', 'undecodable']).toContain(await causeOf(new Blob([new Uint8Array(broken)])));
		}
	});
});
