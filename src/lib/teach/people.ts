import { fit, MAST, project, sensorCamera, type Camera } from '../camera/camera';
import { localAt, local } from '../drawing/frame';
import { Tone } from '../drawing/palette';
import type { Figure } from '../drawing/people/figure';
import { NEAR } from '../drawing/people/near';
import { paintBody } from '../drawing/person';
import { paintPerson } from '../drawing/portrait';
import { viewBox } from '../figure/square';
import type { Box, Recording } from '../recording/types';
import type { Character, Person } from '../street/types';
import { inked, outlined } from './line';
import { PaperPen, type Shape } from './pen';

/** A drawing and the part of the plane it takes. */
export interface Drawn {
	svg: string;
	x: number;
	y: number;
	w: number;
	h: number;
}

/** Pixels of a grown body on paper. */
const TALL = 230;

/** The extent of shapes, from the numbers of their outlines. */
export function extent(shapes: readonly Shape[]): { x: number; y: number; w: number; h: number } {
	let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { d, alpha, width = 0 } of shapes) {
		const r = width / 2;
		if (alpha <= 0.45) continue;
		for (const m of d.matchAll(/[MLQC]([^MLQCAZ]*)/g)) {
			const v = m[1].trim().split(/\s+/).map(Number);
			for (let i = 0; i + 1 < v.length; i += 2) {
				x0 = Math.min(x0, v[i] - r);
				x1 = Math.max(x1, v[i] + r);
				y0 = Math.min(y0, v[i + 1] - r);
				y1 = Math.max(y1, v[i + 1] + r);
			}
		}
	}
	return { x: x0, y: y0, w: x1 - x0, h: y1 - y0 };
}

/** Somebody turned to the reader, in lines. */
export function portrait(who: Character, pose: Partial<Figure> = {}, k = TALL / 1.72): Drawn {
	const pen = new PaperPen();
	const figure: Figure = { ...who, pose: 'stand', phase: 0.1, hx: 0.25, hy: -0.97, ...pose };
	paintPerson(pen, figure, 0, 0, k, { tone: new Tone(), line: k / 62, facing: true });
	return { svg: inked(pen.shapes), ...extent(pen.shapes) };
}

/** Marcel sits: nobody saw him otherwise. */
export const seated = ({ key }: { key: string }): Partial<Figure> =>
	key === 'marcel' ? { pose: 'sit', hx: -1, hy: -0.12 } : {};

/** The camera on its mast, so near that somebody fills a card. */
function closeCamera(person: Person): Camera {
	const own = sensorCamera();
	const spot = { u: 0, v: 0, k: 0 };
	project(own, person.x, person.y, 0, spot);
	const scale = TALL / 1.72 / spot.k;
	return fit(MAST, own.width * scale, own.height * scale);
}

/** What the camera has of somebody at a frame: an outline, and the machine's box round it. */
export function seen(
	recording: Recording,
	person: number,
	box: Box,
	frame: number,
	id: string
): Drawn & { box: Drawn } {
	const who = recording.street.at(frame).people[person];
	const camera = closeCamera(who);
	const pen = new PaperPen();
	const at = local();
	localAt(camera, who.x, who.y, who.hx, who.hy, at);
	paintBody(pen, who, at, { tone: new Tone(), line: 1.6, near: NEAR });
	const r = viewBox(box, camera);
	return { svg: outlined(pen.shapes, id, 2.2), ...extent(pen.shapes), box: { svg: '', ...r } };
}
