import { awning, hem, type Awning } from '../facades/awning';
import type { Plot } from '../plot';

const WARES = ['#C99A3F', '#8FA97E', '#B5654A', '#D9B98A', '#A77A9A', '#7F9B72'];

/** A stall under its striped cloth. */
export function stall(p: Plot, x: number, y: number, colour: string, seed: number): void {
	const t = p.tone;
	const w = 1.7;
	p.open();
	for (const s of [-1, 1]) p.segment(x + s * (w - 0.1), y + 0.8, 0, x + s * (w - 0.1), y + 0.8, 2.6).add(false);
	p.inkStroke(1.3);
	p.floor(x - w, x + w, y - 0.5, y + 0.6, 0.85).face(t.of('#A9805A'), 0.8);
	for (let i = 0; i < 6; i++) {
		const cx = x - w + 0.1 + i * 0.55;
		p.start()
			.at(cx, y - 0.48, 0.88)
			.at(cx + 0.5, y - 0.48, 0.88)
			.at(cx + 0.5, y + 0.3, 1.14)
			.at(cx, y + 0.3, 1.14)
			.face(t.of(WARES[(i + seed) % 6]), 0.7);
	}
	p.wall(x - w, x + w, y - 0.5, 0.1, 0.85).face(t.of('#B98D63'), 0.85);
	const cloth: Awning = {
		x0: x - w - 0.1,
		x1: x + w + 0.1,
		y: y + 0.8,
		z: 2.75,
		y1: y - 0.85,
		z1: 2.25,
		colour,
		striped: true
	};
	awning(p, cloth, 20);
	hem(p, cloth);
}
