import type { Box } from '../../street/places';
import { INK } from '../palette';
import type { Plot } from '../plot';

export function planter(p: Plot, b: Box): void {
	const t = p.tone;
	const { pen, spot } = p;
	const x0 = b.x - b.width / 2;
	const x1 = b.x + b.width / 2;
	const y0 = b.y - b.depth / 2;
	const y1 = b.y + b.depth / 2;
	const camera = p.camera;
	if (camera.x < x0) p.flank(x0, y0, y1, 0, b.height).face(t.of('#A8977C'), 0.85);
	if (camera.x > x1) p.flank(x1, y0, y1, 0, b.height).face(t.of('#A8977C'), 0.85);
	p.floor(x0, x1, y0, y1, b.height).face(t.of('#8A765E'), 0.8);
	for (let pass = 0; pass < 2; pass++) {
		pen.beginPath();
		pen.fillStyle = pass ? t.of('#87A07A') : t.of(INK);
		for (let i = 0; i < 5; i++) {
			p.see(x0 + b.width * (0.12 + i * 0.19), b.y - 0.05 * (i % 2), b.height + 0.1 + 0.12 * ((i * 2) % 3));
			const r = (0.24 + 0.05 * (i % 3)) * spot.k + (pass ? 0 : p.line * 0.9);
			pen.moveTo(spot.u + r, spot.v);
			pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
		}
		pen.fill();
	}
	p.wall(x0, x1, y0, 0, b.height).face(t.of('#C3B296'), 0.9);
	p.segment(x0, y0, b.height - 0.1, x1, y0, b.height - 0.1).rule(0.6, 0.6);
}
