import type { Camera } from '../../camera/camera';
import { RUNNING, startFrame } from '../../centre/held';
import { faded, path } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { bodyRect, placePeople } from '../../figure/square';
import { groundPath } from '../../figure/trails';
import type { Frame, Mark, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { guessOf } from '../guess';
import { stack } from '../layers';
import { clockMarks, placeClocks } from './clocks';
import type { Read } from './cues';
import { flagged, LONGEST, thresholdOf } from './data';
import { approach } from './layout';
import { guessed, scale, scaleRect } from './scale';

/** From how many seconds on a clock says its number, flagged or not; and whether the picture says what the whole day has. */
const STEPS: Record<string, { numbers: number; whole?: true }> = {
	clocks: { numbers: 10 },
	manuals: { numbers: Infinity },
	threshold: { numbers: Infinity, whole: true }
};

/** The clocks run; the threshold moves; the reader sets it. */
export function running(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const { numbers, whole } = latest(c, STEPS);
	const camera = approach(view, at('approach'));
	const now = startFrame(recording) + RUNNING * at('clock');
	const limit = mix(mix(mix(LONGEST, 30, at('thirty')), 10, at('ten')), thresholdOf(c.params), at('own'));
	const guess = guessOf(c.params, 'flagged');
	const told = guess === undefined ? 0 : at('guessed');
	const bottom = at('scale') > 0 || told > 0 ? scaleRect(view).y : view.height;
	const clocks = placeClocks(c, now, camera, limit, (seconds, hot) => hot || seconds >= numbers, bottom);
	const nour = placePeople(recording, now, camera, ['nour'])[0];
	const hot = clocks.filter((k) => k.hot).length;
	// The street loses its colour as the chapter begins.
	const drained = at('drained');
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7 * drained, veil: 0.28 * drained }] },
			{ marks: zone(c, camera, at('zone')) },
			{ marks: clockMarks(clocks, limit, view, at('boxes')) },
			{ marks: faded(at('scale'), scale(c, limit, hot)) },
			guess !== undefined && { marks: faded(told, guessed(c, guess)) }
		),
		subject: nour ? [bodyRect(nour)] : undefined,
		says: whole
			? c.say('result', { people: flagged(recording, limit).length, s: limit })
			: c.say('says.now', { s: Math.round(limit), people: hot })
	};
}

/** The outline of the watched zone. */
export function zone({ recording }: SceneContext, camera: Camera, opacity: number): Mark[] {
	const zone = recording.zones[0];
	if (!zone || opacity <= 0) return [];
	const look = { stroke: 'signal', width: 1.4, dash: '3 7', opacity: opacity * 0.8 };
	return [path('zone', groundPath(zone.polygon, camera), look)];
}
