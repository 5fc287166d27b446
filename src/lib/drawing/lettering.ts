import type { Plot } from './plot';

/** Shop signs drawn as lines: capitals on a grid 4 wide and 6 high, `-1` lifts the pen. */
const LETTERS: Record<string, number[]> = {
	A: [0, 0, 2, 6, 4, 0, -1, -1, 0.8, 2.2, 3.2, 2.2],
	B: [0, 0, 0, 6, 2.6, 6, 3.6, 5.2, 3.6, 4, 2.6, 3.2, 0, 3.2, -1, -1, 2.6, 3.2, 4, 2.3, 4, 0.9, 2.8, 0, 0, 0],
	C: [4, 5, 2.8, 6, 1.4, 6, 0, 4.6, 0, 1.4, 1.4, 0, 2.8, 0, 4, 1],
	E: [4, 0, 0, 0, 0, 6, 4, 6, -1, -1, 0, 3.2, 3, 3.2],
	F: [0, 0, 0, 6, 4, 6, -1, -1, 0, 3.2, 3, 3.2],
	G: [4, 5, 2.8, 6, 1.4, 6, 0, 4.6, 0, 1.4, 1.4, 0, 2.8, 0, 4, 1, 4, 2.8, 2.4, 2.8],
	H: [0, 0, 0, 6, -1, -1, 4, 0, 4, 6, -1, -1, 0, 3, 4, 3],
	I: [2, 0, 2, 6],
	L: [0, 6, 0, 0, 3.8, 0],
	M: [0, 0, 0, 6, 2, 2.4, 4, 6, 4, 0],
	N: [0, 0, 0, 6, 4, 0, 4, 6],
	O: [1.4, 0, 0, 1.4, 0, 4.6, 1.4, 6, 2.6, 6, 4, 4.6, 4, 1.4, 2.6, 0, 1.4, 0],
	P: [0, 0, 0, 6, 2.8, 6, 4, 5.1, 4, 3.7, 2.8, 2.8, 0, 2.8],
	R: [0, 0, 0, 6, 2.8, 6, 4, 5.1, 4, 3.9, 2.8, 3, 0, 3, -1, -1, 2, 3, 4, 0],
	S: [4, 5.1, 2.8, 6, 1.2, 6, 0.1, 5, 0.3, 3.8, 3.7, 2.4, 4, 1.1, 2.8, 0, 1.2, 0, 0, 0.9],
	T: [2, 0, 2, 6, -1, -1, 0, 6, 4, 6],
	U: [0, 6, 0, 1.4, 1.4, 0, 2.6, 0, 4, 1.4, 4, 6],
	V: [0, 6, 2, 0, 4, 6]
};
const ACCENTS: Record<string, string> = { É: 'E', È: 'E' };
const ADVANCE = 5.7;

/**
 * Writes a word on an upright wall facing the camera, centred at `x`, baseline at `z`, `size` metres high, no wider than
 * `room` metres. `mirrored` writes for a picture that is turned over; `halo` is the colour in which the word shines at night. Letters without a shape are left out. Draws nothing where letters would be smaller than three pixels.
 */
export function writeSign(
	p: Plot,
	word: string,
	x: number,
	y: number,
	z: number,
	size: number,
	room: number,
	colour: string,
	{ mirrored = false, halo }: { mirrored?: boolean; halo?: string } = {}
): void {
	const d = (y - p.camera.y) * p.camera.cos + p.camera.z * p.camera.sin;
	if (d <= 1) return;
	let u = size / 6;
	const wide = word.length * ADVANCE - (ADVANCE - 4);
	let s = u;
	if (wide * s > room) s = room / wide;
	if (s < u * 0.7) u = s / 0.7;
	const high = (u * 6 * p.camera.f) / d;
	if (high < 3) return;
	if (mirrored) s = -s;
	const weight = Math.min(2.6, Math.max(0.55, high / 9 / p.line));
	let left = x - (wide * s) / 2;
	p.open();
	for (const character of word.toUpperCase()) {
		const base = ACCENTS[character] ?? character;
		const strokes = LETTERS[base];
		if (strokes) {
			p.start();
			for (let i = 0; i < strokes.length; i += 2) {
				if (strokes[i] < 0) {
					p.add(false);
					p.start();
				} else p.at(left + strokes[i] * s, y, z + strokes[i + 1] * u);
			}
			p.add(false);
			if (base !== character) p.segment(left + 1.6 * s, y, z + 6.8 * u, left + 2.8 * s, y, z + 7.8 * u).add(false);
		}
		left += ADVANCE * s;
	}
	if (halo && p.tone.night > 0) {
		// The same letters in ever thinner glows, under the tubes.
		const { pen } = p;
		const before = pen.globalAlpha;
		for (const wide of [9, 5.5, 3]) {
			pen.globalAlpha = before * 0.15 * p.tone.night;
			p.inkStroke(weight * wide, p.tone.glow(halo, halo));
		}
		pen.globalAlpha = before;
	}
	p.inkStroke(weight, colour);
}
