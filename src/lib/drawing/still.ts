import type { Plot } from './plot';
import { INK, SHUTTERS, WALLS } from './palette';
import { project } from '../camera/camera';

const spot = { u: 0, v: 0, k: 0 };

export interface Spot {
	kind: 'tree' | 'lamp' | 'column' | 'bench' | 'shelter' | 'rack';
	x: number;
	y: number;
	size?: number;
}

export const SPOTS: Spot[] = [
	{ kind: 'tree', x: -21, y: 22.3 },
	{ kind: 'tree', x: 22, y: 22.3, size: 1.05 },
	{ kind: 'tree', x: -8.5, y: 22.3, size: 0.9 },
	{ kind: 'lamp', x: 2, y: 22.3 },
	{ kind: 'shelter', x: -11, y: 14.2 },
	{ kind: 'lamp', x: -13.6, y: 9.9 },
	{ kind: 'bench', x: -6.2, y: 9.2 },
	{ kind: 'lamp', x: 14.8, y: 8.6 },
	{ kind: 'column', x: 8.1, y: 7.8 },
	{ kind: 'bench', x: 13.2, y: 1.2 }
];

const HOUSES = [
	[-44, 11, 13],
	[-33, 9, 11.2],
	[-24, 12, 13.5],
	[-12, 8, 11],
	[-4, 13, 14],
	[9, 9, 11.8],
	[18, 11, 13.2],
	[29, 9, 11],
	[38, 12, 13]
];

export function paintSky(p: Plot): void {
	const c = p.camera;
	p.pen.fillStyle = p.tone.still('#DCE6E4');
	p.pen.fillRect(0, 0, c.width, c.height);
}

export function paintGround(p: Plot): void {
	const t = p.tone;
	p.floor(-70, 70, -30, 27).fill(t.still('#EFE4CF'));
	p.floor(-70, 70, 21.5, 27).face(t.still('#E2D8C6'), 0.8);
	p.floor(-70, 70, 15.6, 18.2).fill(t.still('#E4D9C3'));
	for (let y = -19; y <= 20; y += 2.5) p.segment(-50, y, 0, 50, y, 0).rule(0.8, 0.13);
	for (let x = -50; x <= 50; x += 2.5) p.segment(x, -20, 0, x, 21.5, 0).rule(0.8, 0.13);
	for (const y of [16.2, 17.6]) p.segment(-70, y, 0, 70, y, 0).rule(1.2, 0.75);
}

export function paintFacades(p: Plot): void {
	const t = p.tone;
	const y = 27;
	HOUSES.forEach(([x, w, h], i) => {
		p.wall(x, x + w, y, 0, h).face(t.still(WALLS[i % WALLS.length]));
		p.start()
			.at(x, y, h)
			.at(x + w, y, h)
			.at(x + w - 0.8, y + 2, h + 2.6)
			.at(x + 0.8, y + 2, h + 2.6)
			.face(t.still('#8E9AA3'));
		const n = Math.max(2, Math.round(w / 2.6));
		const pad = (w - n * 1.15) / (n + 1);
		for (let fl = 0; fl < 3; fl++) {
			const z = 4.4 + fl * 2.9;
			if (z + 1.9 > h - 0.2) break;
			for (let j = 0; j < n; j++) {
				const wx = x + pad + j * (1.15 + pad);
				const lit = (i * 7 + fl * 5 + j * 3) % 6 === 0;
				p.wall(wx, wx + 1.15, y, z, z + 1.9).face(lit ? t.glow('#F3DFA8', '#F7DFA0') : t.still('#8FA3AB'), 0.8);
				if ((i + fl + j) % 2) {
					const s = t.still(SHUTTERS[i % SHUTTERS.length]);
					p.wall(wx - 0.55, wx - 0.03, y, z, z + 1.9).face(s, 0.7);
					p.wall(wx + 1.18, wx + 1.7, y, z, z + 1.9).face(s, 0.7);
				}
			}
		}
		p.wall(x + 0.5, x + w - 0.5, y, 0, 3.1).face(t.still('#5d6a6c'), 0.9);
		p.wall(x + 0.8, x + w - 0.8, y, 0.5, 2.6).face(t.glow('#C8D3CF', '#E9D59A'), 0.8);
		const a = ['#B4523C', '#3F6B63', '#C99A3F', '#44587A', '#7A4A5E'][i % 5];
		p.start()
			.at(x + 0.4, y, 3.35)
			.at(x + w - 0.4, y, 3.35)
			.at(x + w - 0.2, y - 1.3, 2.55)
			.at(x + 0.2, y - 1.3, 2.55)
			.face(t.still(a));
	});
}

export function paintSpot(p: Plot, s: Spot): void {
	const t = p.tone;
	const { pen, camera } = p;
	const { x, y } = s;
	project(camera, x, y, 0, spot);
	const k = spot.k;
	if (s.kind === 'bench') {
		p.floor(x - 0.95, x + 0.95, y - 0.5, y, 0.46).face(t.of('#A9805A'));
		p.wall(x - 0.95, x + 0.95, y, 0.55, 0.95).face(t.of('#B98D63'));
		p.segment(x - 0.8, y - 0.4, 0.46, x - 0.8, y - 0.4, 0).rule(1.5);
		p.segment(x + 0.8, y - 0.4, 0.46, x + 0.8, y - 0.4, 0).rule(1.5);
	} else if (s.kind === 'lamp') {
		p.segment(x, y, 0, x, y, 4.6).rule(Math.max(1.5, (k * 0.08) / p.line));
		p.wall(x - 0.16, x + 0.16, y, 4.6, 5.1).face(t.glow('#F5E7BC', '#FFE9A8'));
	} else if (s.kind === 'shelter') {
		p.wall(x - 2.6, x + 2.6, y + 1.3, 0, 2.5).face(t.of('#C9D8DA'), 0.9);
		p.floor(x - 2.8, x + 2.8, y - 0.3, y + 1.5, 2.5).face(t.of('#4D5F6B'));
		p.segment(x - 2.6, y - 0.1, 0, x - 2.6, y - 0.1, 2.5).rule(1.6);
		p.segment(x + 2.6, y - 0.1, 0, x + 2.6, y - 0.1, 2.5).rule(1.6);
	} else if (s.kind === 'column') {
		p.wall(x - 0.72, x + 0.72, y, 0, 3.4).face(t.of('#46685E'));
		p.wall(x - 0.56, x + 0.06, y, 1.1, 3).face(t.of('#F2E7CF'), 0.8);
		p.wall(x + 0.12, x + 0.6, y, 1.1, 3).face(t.of('#C77B55'), 0.8);
		p.start()
			.at(x - 0.86, y, 3.4)
			.at(x + 0.86, y, 3.4)
			.at(x + 0.6, y, 3.8)
			.at(x, y, 4.2)
			.at(x - 0.6, y, 3.8)
			.face(t.of('#3D5C53'));
	} else if (s.kind === 'tree') {
		const g = s.size ?? 1;
		p.segment(x, y, 0, x, y, 2.8 * g).rule(Math.max(2, (k * 0.3) / p.line));
		for (let pass = 0; pass < 2; pass++) {
			pen.fillStyle = pass ? t.of('#7F9B72') : t.of(INK);
			pen.beginPath();
			for (let i = 0; i < LEAVES.length; i += 3) {
				project(camera, x + LEAVES[i] * g, y, LEAVES[i + 1] * g, spot);
				const r = LEAVES[i + 2] * g * spot.k + (pass ? 0 : p.line);
				pen.moveTo(spot.u + r, spot.v);
				pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
			}
			pen.fill();
		}
	}
}

const LEAVES = [0, 4.4, 1.55, -1.1, 3.7, 1.15, 1.15, 3.75, 1.2, -0.5, 5.2, 1.1, 0.65, 5.15, 1.05];

export function paintTram(p: Plot, x: number): void {
	const t = p.tone;
	const y = 15.7;
	const l = 26;
	p.wall(x, x + l, y, 0.35, 3.3).face(t.of('#F4EFE4'));
	p.wall(x, x + l, y, 0.35, 1.15).face(t.of('#4F7A74'));
	p.floor(x, x + l, y, y + 2.4, 3.3).face(t.of('#D8D2C4'));
	for (let a = x + 0.7; a < x + l - 2; a += 2.45)
		p.wall(a, a + 1.9, y, 1.5, 2.85).face(t.glow('#7E9AA6', '#F2DFA6'), 0.8);
}
