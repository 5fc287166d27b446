import { BAKERY, BUILDINGS, COLUMN, GROUND, LAMPS, STOP, TRACKS, TREES } from '../street/places';
import { disc } from './circle';
import type { Plot } from './plot';

/** Sky, with a cloud or two drawn as a line. */
export function paintSky(p: Plot): void {
	const { camera: c, pen, tone } = p;
	pen.fillStyle = tone.glow('#DCE6E4', '#1B2132');
	pen.fillRect(0, 0, c.width, c.height);
	if (c.sin > 0.5) return;
	for (let i = 0; i < CLOUDS.length; i += 3) {
		const x = CLOUDS[i];
		const z = CLOUDS[i + 1];
		const s = CLOUDS[i + 2];
		p.start();
		for (let j = 0; j < PUFF.length; j += 2) p.at(x + PUFF[j] * s, 220, z + PUFF[j + 1] * s);
		p.fill(tone.glow('#EDF1EC', '#232A3D'));
	}
}

const CLOUDS = [-70, 92, 16, 44, 112, 20, 6, 138, 13, -130, 120, 18, 128, 84, 15];
const PUFF = [
	-1.5, 0, -1.42, 0.16, -1.1, 0.26, -0.86, 0.24, -0.62, 0.48, -0.22, 0.56, 0.1, 0.42, 0.36, 0.5, 0.72, 0.42, 0.86, 0.22,
	1.2, 0.24, 1.46, 0.14, 1.5, 0
];

/** The ground: slabs, platform, rails, pavement. */
export function paintGround(p: Plot): void {
	const t = p.tone;
	const { x0, x1, kerb, facade } = GROUND;
	const front = Math.min(GROUND.y0 - 18, p.camera.y);
	p.floor(x0 - 40, x1 + 40, front, facade).fill(t.still('#EFE4CF'));
	// Joints of the slabs: wide, and pale enough to leave the paving empty.
	for (let y = front - (front % 2.5) + 1; y <= TRACKS.y0; y += 2.5) p.segment(x0, y, 0, x1, y, 0).rule(0.75, 0.13);
	for (let x = -60; x <= 60; x += 2.5) {
		p.segment(x, front, 0, x, TRACKS.y0, 0).rule(0.75, 0.13);
		p.segment(x, TRACKS.y1, 0, x, kerb, 0).rule(0.75, 0.1);
	}
	p.segment(x0, 20, 0, x1, 20, 0).rule(0.75, 0.1);
	// Pavement before the houses.
	p.floor(x0 - 40, x1 + 40, kerb, facade).fill(t.still('#E2D8C6'));
	p.segment(x0 - 40, kerb, 0, x1 + 40, kerb, 0).rule(1.1);
	p.segment(x0 - 40, kerb + 0.3, 0, x1 + 40, kerb + 0.3, 0).rule(0.6, 0.4);
	for (let x = -58; x <= 58; x += 3.4) p.segment(x, kerb, 0, x, kerb + 0.3, 0).rule(0.6, 0.3);
	for (let x = -57; x <= 57; x += 5.1) p.segment(x, kerb + 0.3, 0, x, facade, 0).rule(0.6, 0.1);
	tracks(p);
	platform(p);
	marks(p);
	if (t.night > 0) pools(p);
}

/** Light of the lamps on the ground, in three flat rings, and of the shop windows on the pavement. */
function pools(p: Plot): void {
	const warm = p.tone.glow('#F5E7BC', '#F3CF86');
	for (const l of LAMPS) for (let i = 0; i < 3; i++) disc(p, l.x, l.y, 4.6 - i * 1.4).fill(warm, 0.1 * p.tone.night);
	for (const b of BUILDINGS)
		if (b.shop)
			p.start()
				.at(b.shop.x0, GROUND.facade, 0)
				.at(b.shop.x1, GROUND.facade, 0)
				.at(b.shop.x1 + 1, GROUND.kerb + 0.6, 0)
				.at(b.shop.x0 - 1, GROUND.kerb + 0.6, 0)
				.fill(warm, 0.16 * p.tone.night);
	p.start()
		.at(BAKERY.window.x0, BAKERY.y0, 0)
		.at(BAKERY.window.x1, BAKERY.y0, 0)
		.at(BAKERY.window.x1 + 0.8, BAKERY.y0 - 2.6, 0)
		.at(BAKERY.window.x0 - 0.8, BAKERY.y0 - 2.6, 0)
		.fill(warm, 0.22 * p.tone.night);
}

function tracks(p: Plot): void {
	const t = p.tone;
	p.floor(GROUND.x0 - 40, GROUND.x1 + 40, TRACKS.y0, TRACKS.y1).fill(t.still('#DED2BB'));
	p.segment(GROUND.x0 - 40, TRACKS.y0, 0, GROUND.x1 + 40, TRACKS.y0, 0).rule(0.7, 0.5);
	p.segment(GROUND.x0 - 40, TRACKS.y1, 0, GROUND.x1 + 40, TRACKS.y1, 0).rule(0.7, 0.5);
	for (const y of TRACKS.rails) {
		p.segment(GROUND.x0 - 40, y, 0, GROUND.x1 + 40, y, 0).rule(1.25, 0.8);
		p.segment(GROUND.x0 - 40, y + 0.12, 0, GROUND.x1 + 40, y + 0.12, 0).rule(0.6, 0.5);
	}
}

function platform(p: Plot): void {
	const t = p.tone;
	const { x0, x1, y0, y1, strip } = STOP;
	const z = 0.16;
	p.start()
		.at(x0 - 2, y0, 0)
		.at(x0, y0, z)
		.at(x0, y1, z)
		.at(x0 - 2, y1, 0)
		.fill(t.still('#E4D9C4'));
	p.start()
		.at(x1 + 2, y0, 0)
		.at(x1, y0, z)
		.at(x1, y1, z)
		.at(x1 + 2, y1, 0)
		.fill(t.still('#E4D9C4'));
	for (const e of [x0, x1]) p.segment(e, y0, z, e === x0 ? e - 2 : e + 2, y0, 0).rule(0.7, 0.7);
	p.floor(x0, x1, y0, y1, z).fill(t.still('#E9DEC9'));
	p.wall(x0, x1, y0, 0, z).face(t.still('#D3C6AE'), 0.7);
	for (let x = x0 + 1.5; x < x1; x += 1.5) p.segment(x, y0, z, x, strip - 0.15, z).rule(0.6, 0.1);
	p.floor(x0, x1, strip, strip + 0.22, z).fill(t.still('#F4EAD2'));
	p.segment(x0, strip, z, x1, strip, z).rule(0.6, 0.35);
	p.segment(x0, strip + 0.22, z, x1, strip + 0.22, z).rule(0.6, 0.35);
	p.segment(x0, y1, z, x1, y1, z).rule(0.8, 0.8);
}

/** Small things in the paving: tree grates, a manhole, the gutter round the column. */
function marks(p: Plot): void {
	const t = p.tone;
	for (const tree of TREES) {
		p.floor(tree.x - 0.75, tree.x + 0.75, tree.y - 0.75, tree.y + 0.75).face(t.still('#CDBFA3'), 0.7);
		p.floor(tree.x - 0.45, tree.x + 0.45, tree.y - 0.45, tree.y + 0.45).face(t.still('#B8A688'), 0.6);
	}
	disc(p, 11.8, 19.6, 0.4).face(t.still('#DCCFB7'), 0.7);
	disc(p, COLUMN.x, COLUMN.y, COLUMN.radius + 0.34).face(t.still('#E0D4BD'), 0.7);
	p.floor(BAKERY.x0 - 0.3, BAKERY.x1 + 0.3, BAKERY.y0 - 0.3, BAKERY.y1 + 0.2).face(t.still('#E0D4BD'), 0.7);
}
