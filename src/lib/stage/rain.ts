import { project, type Camera } from '../camera/camera';
import type { Tone } from '../drawing/palette';
import type { Pen } from '../drawing/types';
import { openUmbrella } from '../street/street';
import type { Instant } from '../street/types';

/**
 * A street at an instant, in rain, 0 to 1: the sun goes and umbrellas open, as they do in a street made with rain. For
 * the stage only: no sensor sees it.
 */
export function wet(now: Instant, much: number): Instant {
	return {
		...now,
		light: { ...now.light, rain: much, sun: now.light.sun * (1 - much) },
		people: now.people.map((p) => (p.present ? openUmbrella({ ...p }, much) : p))
	};
}

/** Where water stands: X, Y and half width, metres. */
const PUDDLES = [
	[-6.5, 3.2, 1.5],
	[2.6, 6.4, 1.1],
	[-2.8, 9.8, 1.3],
	[7.6, 2.2, 1.8],
	[-12, 6.6, 1.2],
	[3.9, 11.2, 1],
	[-8.4, 11.8, 1],
	[0.4, 1, 1.4]
] as const;

const spot = { u: 0, v: 0, k: 0 };

/** Puddles that send back the sky, and under each person a stroke of their coat's colour. Before people are painted. */
export function shine(pen: Pen, { people }: Instant, c: Camera, tone: Tone, much: number): void {
	if (c.sin > 0.5) return;
	const before = pen.globalAlpha;
	const pool = (u: number, v: number, rx: number, ry: number, colour: string, alpha: number) => {
		pen.fillStyle = tone.of(colour);
		pen.globalAlpha = before * alpha * much;
		pen.beginPath();
		pen.ellipse(u, v, rx, ry, 0, 0, 2 * Math.PI);
		pen.fill();
	};
	for (const [x, y, half] of PUDDLES) {
		const d = y - c.y;
		if (d < 1) continue;
		const { u, v, k } = project(c, x, y, 0, spot);
		const r = half * much * k;
		pool(u, v, r, r * Math.min(0.5, (0.55 * c.z) / d + 0.04), '#AFC3C9', 0.5);
	}
	for (const who of people) {
		if (!who.present || who.y - c.y < 1) continue;
		const { u, v, k } = project(c, who.x, who.y, 0, spot);
		pool(u, v + 0.42 * k, 0.16 * k, 0.44 * k, who.look.coat, 0.22);
	}
	pen.globalAlpha = before;
}
