/** What a file that no browser plays is: no video at all, a video whose end is missing, or a form it does not know. */
export type Cause = 'novideo' | 'unfinished' | 'undecodable';

/** First boxes of an MP4 or MOV (ISO/IEC 14496-12). */
const FIRST = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'styp', 'pnot'];
/** First bytes of pictures, documents and archives. */
const OTHERS = ['\x89PNG', '\xff\xd8\xff', 'GIF8', '%PDF', 'PK\x03\x04', '\x1f\x8b', '7z\xbc\xaf', 'Rar!'];
/** Boxes looked at, at most, and bytes from which text is told. */
const MOST = 1000;
const READ = 512;

/** Why a file could not be played, from what it holds. Reads heads of boxes, never the whole of it. */
export async function causeOf(file: Blob): Promise<Cause> {
	const head = await bytesOf(file, 0, READ);
	const text = String.fromCharCode(...head);
	if (FIRST.includes(text.slice(4, 8))) return (await indexed(file)) ? 'undecodable' : 'unfinished';
	const foreign = OTHERS.some((other) => text.startsWith(other)) || head.every((b) => b > 31 || (b > 8 && b < 14));
	return foreign ? 'novideo' : 'undecodable';
}

/** Whether an MP4 has its list of pictures, whole. */
async function indexed(file: Blob): Promise<boolean> {
	let at = 0;
	for (let i = 0; i < MOST && at + 8 <= file.size; i++) {
		const head = new DataView((await bytesOf(file, at, 16)).buffer);
		const name = String.fromCharCode(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7));
		let size = head.getUint32(0);
		// 1: the length follows in eight bytes; 0: it is the rest of the file.
		if (size === 1 && head.byteLength === 16) size = Number(head.getBigUint64(8));
		if (size === 0) size = file.size - at;
		if (name === 'moov') return at + size <= file.size;
		if (size < 8) return false;
		at += size;
	}
	return false;
}

const bytesOf = async (file: Blob, from: number, count: number): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await file.slice(from, from + count).arrayBuffer());
