import { BENCH, type Spot } from '../../street/places';
import type { Plot } from '../plot';

export function bench(p: Plot, { x, y }: Spot): void {
	const t = p.tone;
	const w = BENCH.width / 2;
	const metal = t.of('#3D4B46');
	for (const s of [-1, 1]) {
		const a = x + s * (w - 0.2);
		p.start().at(a, y, 0).at(a, y, BENCH.back).rule(2, 1, metal);
		p.start()
			.at(a, y, BENCH.seat)
			.at(a, y - BENCH.depth, BENCH.seat)
			.at(a, y - BENCH.depth, 0)
			.rule(2, 1, metal);
	}
	// Back, then the seat's slats.
	p.open();
	for (let i = 0; i < 2; i++) p.wall(x - w, x + w, y, BENCH.seat + 0.12 + i * 0.21, BENCH.seat + 0.28 + i * 0.21).add();
	p.paint(t.of('#B98D63'), 0.85);
	p.open();
	for (let i = 0; i < 3; i++)
		p.floor(x - w, x + w, y - BENCH.depth + i * 0.165, y - BENCH.depth + 0.15 + i * 0.165, BENCH.seat).add();
	p.paint(t.of('#A9805A'), 0.8);
	p.wall(x - w, x + w, y - BENCH.depth, BENCH.seat - 0.06, BENCH.seat).face(t.of('#94704E'), 0.8);
}
