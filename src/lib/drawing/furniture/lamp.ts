import { LAMP_HEIGHT, type Spot } from '../../street/places';
import type { Plot } from '../plot';
import { Upright } from './upright';

export function lamp(p: Plot, { x, y }: Spot): void {
	const t = p.tone;
	const it = new Upright(p, x, y);
	const h = LAMP_HEIGHT;
	const metal = t.of('#2F3A38');
	it.drum(0.14, 0.1, 0, 0.7).face(metal, 0.8);
	it.drum(0.055, 0.045, 0.7, h).face(metal, 0.8);
	it.drum(0.1, 0.1, h - 0.04, h + 0.04).face(metal, 0.8);
	const glass = t.glow('#F5E7BC', '#FFEDB0');
	p.start();
	p.at(x - it.aside * 0.14, y + it.ahead * 0.14, h + 0.04).at(x + it.aside * 0.14, y - it.ahead * 0.14, h + 0.04);
	p.at(x + it.aside * 0.24, y - it.ahead * 0.24, h + 0.55).at(x - it.aside * 0.24, y + it.ahead * 0.24, h + 0.55);
	p.face(glass, 0.9);
	it.drum(0.29, 0.06, h + 0.55, h + 0.76).face(metal, 0.8);
}
