import type { Plot } from './plot';

/** Slanted strokes, other ones at each frame. */
export function paintRain(p: Plot, much: number, frame: number): void {
	const { pen, camera: c } = p;
	const n = Math.round(110 * much);
	const long = c.height * 0.045;
	let h = Math.imul(Math.floor(frame) + 1, 2654435761) | 1;
	const next = (): number => {
		h ^= h << 13;
		h ^= h >>> 17;
		h ^= h << 5;
		return (h >>> 0) / 4294967296;
	};
	pen.beginPath();
	for (let i = 0; i < n; i++) {
		const x = next() * c.width;
		const y = next() * c.height;
		const l = long * (0.5 + next());
		pen.moveTo(x, y);
		pen.lineTo(x - l * 0.22, y + l);
	}
	const before = pen.globalAlpha;
	pen.globalAlpha = before * 0.28;
	p.inkStroke(0.8);
	pen.globalAlpha = before;
}
