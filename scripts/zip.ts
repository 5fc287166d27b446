import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A file of an archive: its path there, with slashes, and its bytes. */
export interface Entry {
	path: string;
	bytes: Uint8Array;
}

/** 1 January 2026, midnight, in seconds since 1970: the same files give the same archive, whenever it is made. */
const DATE = Date.UTC(2026, 0, 1) / 1000;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATED = 8;
const STORED = 0;
/** Node 20's zlib has no CRC. */
const sumOf: (bytes: Uint8Array) => number = crc32 ?? tableSum();

function tableSum(): (bytes: Uint8Array) => number {
	const table = Uint32Array.from({ length: 256 }, (_, n) => {
		for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
		return n >>> 0;
	});
	return (bytes) => {
		let sum = 0xffffffff;
		for (const byte of bytes) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
		return (sum ^ 0xffffffff) >>> 0;
	};
}

/** A moment as archives write it: the time of day in steps of two seconds, and the day. */
function dosDate(seconds: number): { time: number; day: number } {
	const date = new Date(seconds * 1000);
	return {
		time: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
		day: ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
	};
}

/**
 * Packs files into a ZIP archive (APPNOTE 6.3, no 64-bit sizes), in the order of their names. All bear one date, in seconds
 * since 1970.
 */
export function zip(files: readonly Entry[], date = DATE): Buffer {
	const { time, day } = dosDate(date);
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
		const name = Buffer.from(path);
		const deflated = deflateRawSync(bytes, { level: 9 });
		const packed = deflated.length < bytes.length ? deflated : Buffer.from(bytes);
		const head = Buffer.alloc(26);
		head.writeUInt16LE(20, 0);
		head.writeUInt16LE(UTF8, 2);
		head.writeUInt16LE(packed === deflated ? DEFLATED : STORED, 4);
		head.writeUInt16LE(time, 6);
		head.writeUInt16LE(day, 8);
		head.writeUInt32LE(sumOf(bytes), 10);
		head.writeUInt32LE(packed.length, 14);
		head.writeUInt32LE(bytes.length, 18);
		head.writeUInt16LE(name.length, 22);
		parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, packed);
		const entry = Buffer.alloc(16);
		entry.writeUInt32LE(offset, 12);
		directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, entry.subarray(2), name);
		offset += 4 + head.length + name.length + packed.length;
	}
	const listing = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(listing.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** Files of an archive, by their paths. Reads its directory, as programs that unpack do. */
export function unzip(archive: Buffer): Map<string, Buffer> {
	const files = new Map<string, Buffer>();
	const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	let at = archive.readUInt32LE(end + 16);
	for (let n = archive.readUInt16LE(end + 10); n > 0; n--) {
		const [method, packed, name] = [
			archive.readUInt16LE(at + 10),
			archive.readUInt32LE(at + 20),
			archive.readUInt16LE(at + 28)
		];
		const path = archive.toString('utf8', at + 46, at + 46 + name);
		const start = archive.readUInt32LE(at + 42);
		const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
		const body = archive.subarray(from, from + packed);
		files.set(path, method === 8 ? inflateRawSync(body) : Buffer.from(body));
		at += 46 + name + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
	return files;
}
