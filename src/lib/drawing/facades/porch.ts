import type { Building } from '../../street/places';
import { CIRCLE, SIDES } from '../circle';
import { writeSign } from '../lettering';
import type { Plot } from '../plot';
import { Y } from './wall';

export function porch(p: Plot, b: Building, k: number): void {
	const t = p.tone;
	const { x, width, height, sign } = b.porch as NonNullable<Building['porch']>;
	const r = width / 2;
	const arch = (grow: number) => {
		p.start()
			.at(x - r - grow, Y, 0)
			.at(x - r - grow, Y, height - r);
		for (let i = SIDES / 2 - 1; i >= 1; i--)
			p.at(x + (r + grow) * CIRCLE[i * 2], Y, height - r + (r + grow) * CIRCLE[i * 2 + 1]);
		return p.at(x + r + grow, Y, height - r).at(x + r + grow, Y, 0);
	};
	arch(0.35).face(t.still('#E2D3B8'), 0.85);
	arch(0).face(t.still('#5F7566'));
	p.segment(x, Y, 0, x, Y, height).rule(0.9);
	if (k > 9) {
		for (let i = -1; i <= 1; i += 2) {
			p.wall(x + i * 0.7 - 0.42, x + i * 0.7 + 0.42, Y, 0.3, 1.2).rule(0.6, 0.7);
			p.wall(x + i * 0.7 - 0.42, x + i * 0.7 + 0.42, Y, 1.4, 2.3).rule(0.6, 0.7);
		}
		writeSign(p, sign, x, Y, height + 0.36, 0.42, 3, t.still('#3D3833'));
	}
	// Tall windows of the classrooms on both sides.
	for (const wx of [b.x0 + 0.8, b.x0 + 2.5, b.x1 - 3.7, b.x1 - 2]) {
		p.wall(wx, wx + 1.15, Y, 1.1, 3.2).face(t.glow('#9DB0B5', '#E8C777'), 0.85);
		if (k > 7) {
			p.segment(wx + 0.57, Y, 1.1, wx + 0.57, Y, 3.2).rule(0.7);
			p.segment(wx, Y, 2.4, wx + 1.15, Y, 2.4).rule(0.6);
			// Paper shapes the children stuck on the panes.
			if (k > 12)
				for (let j = 0; j < 3; j++)
					p.wall(wx + 0.1 + j * 0.36, wx + 0.32 + j * 0.36, Y, 1.5 + (j % 2) * 0.4, 1.75 + (j % 2) * 0.4).fill(
						t.still(['#E0B56A', '#9AB59A', '#D9A78E'][j])
					);
		}
		p.segment(wx - 0.12, Y - 0.06, 1.04, wx + 1.27, Y - 0.06, 1.04).rule(1.2);
	}
}
