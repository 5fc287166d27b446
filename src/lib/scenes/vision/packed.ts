import { codeNumber, createReader, createWriter, NUMBER, type Coder } from '../../recording/bits';

/** A box of the network: half pixels of the motion sensor's picture, and how sure it is, out of 100. */
export interface Guess {
	/** The same from one picture to the next while the boxes overlap: what a drawing needs, and no tracker's number. */
	id: number;
	x: number;
	y: number;
	w: number;
	h: number;
	sure: number;
}

const FIELDS = ['x', 'y', 'w', 'h', 'sure'] as const;
/** Intersection over union from which a box goes on from one of the picture before. */
const SAME = 0.4;

/** Models: whether a box goes on, how many are new, fields of those that go on, fields of new ones. */
const NEW = 1;
const CHANGE = NEW + NUMBER;
const FRESH = CHANGE + FIELDS.length * NUMBER;
const MODELS = FRESH + FIELDS.length * NUMBER;

/** Codes a picture's boxes after those of the one before: who goes on and by how much, then who is new. */
function codePicture(code: Coder, before: Guess[], now: Guess[], next: () => number): Guess[] {
	const out: Guess[] = [];
	for (const old of before) {
		const own = now.find((g) => g.id === old.id);
		if (!code(0, own !== undefined)) continue;
		const one = { ...old };
		FIELDS.forEach((f, k) => (one[f] += codeNumber(code, CHANGE + k * NUMBER, (own ?? old)[f] - old[f])));
		out.push(one);
	}
	const fresh = now.filter((g) => !before.some((old) => old.id === g.id));
	const count = codeNumber(code, NEW, fresh.length);
	let last: Guess = { id: 0, x: 0, y: 0, w: 20, h: 60, sure: 50 };
	for (let i = 0; i < count; i++) {
		const one = { ...last, id: next() };
		FIELDS.forEach((f, k) => (one[f] += codeNumber(code, FRESH + k * NUMBER, (fresh[i] ?? last)[f] - last[f])));
		out.push((last = one));
	}
	return out;
}

/** Packs pictures after each other, as text. Boxes that overlap those of the picture before are taken to go on. */
export function packGuesses(pictures: Omit<Guess, 'id'>[][]): string {
	const writer = createWriter(MODELS);
	let before: Guess[] = [];
	let id = 0;
	for (const picture of pictures) {
		const now: Guess[] = [];
		// New ones from left to right: the steps between them are then small.
		for (const box of [...picture].sort((a, b) => a.x - b.x)) {
			const old = before
				.filter((b) => !now.some((g) => g.id === b.id))
				.map((b) => ({ b, shared: overlap(b, box) }))
				.sort((a, b) => b.shared - a.shared)[0];
			now.push({ ...box, id: old && old.shared >= SAME ? old.b.id : -1 - now.length });
		}
		before = codePicture(writer.code, before, now, () => id++);
	}
	return btoa(String.fromCharCode(...writer.bytes()));
}

/** Unpacks `count` pictures. Throws when the text is cut short. */
export function unpackGuesses(text: string, count: number): Guess[][] {
	const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
	const code = createReader(MODELS, bytes, 0);
	let before: Guess[] = [];
	let id = 0;
	return Array.from({ length: count }, () => (before = codePicture(code, before, [], () => id++)));
}

/** Intersection over union. */
function overlap(a: Omit<Guess, 'id'>, b: Omit<Guess, 'id'>): number {
	const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
	const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
	const both = Math.max(0, w) * Math.max(0, h);
	return both / (a.w * a.h + b.w * b.h - both);
}
