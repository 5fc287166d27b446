import { RACK } from '../../street/places';
import type { Plot } from '../plot';
import { bicycle } from '../things';

export function hoop(p: Plot, x: number, i: number): void {
	const y = RACK.y;
	p.start()
		.at(x + 0.22, y - 0.35, 0)
		.at(x + 0.22, y - 0.35, 0.62)
		.at(x + 0.22, y - 0.22, 0.78)
		.at(x + 0.22, y + 0.22, 0.78)
		.at(x + 0.22, y + 0.35, 0.62)
		.at(x + 0.22, y + 0.35, 0)
		.rule(1.8);
	if (RACK.taken[i]) bicycle(p, x, y, 0, 1, RACK.colours[i % RACK.colours.length]);
}
