import { fit, type Pose } from '../camera/camera';
import type { Look } from '../street/types';
import { local, localAt } from './frame';
import { toneOf } from './palette';
import { paintBody } from './person';
import { Plot } from './plot';
import type { Pen } from './types';

export type SettingName = 'square' | 'school' | 'carpark' | 'platform' | 'market' | 'underpass';
export const SETTINGS: SettingName[] = ['square', 'school', 'carpark', 'platform', 'market', 'underpass'];

export interface SettingOptions {
	drained?: number;
	night?: number;
	/** People in view; a number that suits the place when absent. */
	people?: number;
	/** Index of the person who holds an open umbrella; nobody when absent. */
	umbrella?: number;
}

const VIEW: Pose = { x: 0, y: -9, z: 5, tilt: 0, focal: 1.15, horizon: 0.22 };
const at = local();
const LOOKS: Look[] = [
	{ coat: '#44587A', legs: '#2f3133', skin: '#8d5a3c', hair: '#17110e' },
	{ coat: '#B4523C', legs: '#3d4654', skin: '#E0B08E', hair: '#3a2c22' },
	{ coat: '#9AA894', legs: '#2e2b2a', skin: '#b77f5a', hair: '#221812' },
	{ coat: '#C99A3F', legs: '#55423a', skin: '#E0B08E', hair: '#6b4a2b' }
];

/** Paints one of the drawn settings of the wall of screens on a picture of w by h pixels, `time` in seconds. */
export function paintSetting(
	pen: Pen,
	_name: SettingName,
	seed: number,
	time: number,
	w: number,
	h: number,
	o: SettingOptions = {}
): void {
	const camera = fit(VIEW, w, h);
	const p = new Plot(pen, camera, toneOf(o.drained, 0, o.night));
	pen.save();
	pen.fillStyle = p.tone.still('#DCE6E4');
	pen.fillRect(0, 0, w, h);
	p.wall(-40, 40, 20, 0, 9).face(p.tone.still('#E9D6B8'));
	p.floor(-40, 40, -20, 20).fill(p.tone.still('#EFE4CF'));
	for (let i = 5; i >= 0; i--) {
		const dir = (seed + i) % 2 ? 1 : -1;
		const x = ((((seed * 7 + i * 5.3 + time * dir * 1.2) % 24) + 24) % 24) - 12;
		if (!localAt(camera, x, i * 2.2, dir, 0, at)) continue;
		paintBody(
			pen,
			{
				look: LOOKS[(i + seed) % LOOKS.length],
				pose: 'walk',
				phase: time * 0.9 + i * 0.3,
				hx: dir,
				hy: 0,
				height: 1.7
			},
			at,
			p.tone,
			p.line,
			false
		);
	}
	pen.restore();
}
