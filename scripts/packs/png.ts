import { crc32 } from 'node:zlib';

/** A PNG that says how many of its pixels an inch of paper takes (PNG 1.2, 11.3.5.3): layout programs place it so. */
export function withDensity(png: Buffer, perInch: number): Buffer {
	const chunk = Buffer.alloc(21);
	const perMetre = Math.round(perInch / 0.0254);
	chunk.writeUInt32BE(9, 0);
	chunk.write('pHYs', 4, 'latin1');
	chunk.writeUInt32BE(perMetre, 8);
	chunk.writeUInt32BE(perMetre, 12);
	chunk.writeUInt8(1, 16);
	chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
	// Behind the signature and the header, which is always of 25 bytes.
	return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** Width and height of a PNG. */
export const sizeOf = (png: Buffer): [width: number, height: number] => [png.readUInt32BE(16), png.readUInt32BE(20)];
