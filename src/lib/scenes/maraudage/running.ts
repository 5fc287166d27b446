import type { Camera } from '../../camera/camera';
import { RUNNING, startFrame } from '../../centre/held';
import { path } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { bodyRect, placePeople } from '../../figure/square';
import { groundPath } from '../../figure/trails';
import type { Frame, Mark, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { guessOf } from '../guess';
import { stack } from '../layers';
import { placeClocks } from './clocks';
import type { Read } from './cues';
import { flagged, longest, LONGEST } from './data';
import { clockMarks } from './dials';
import { guessed } from './guessed';
import { approach } from './layout';
import { scale, scaleRect } from './scale';
import { thresholdOf } from './threshold';

/** From how many seconds on a clock says its number, flagged or not; and what the picture says. */
const STEPS: Record<string, { numbers: number; says: (c: SceneContext, limit: number, hot: number) => string }> = {
	clocks: { numbers: 10, says: filled },
	manuals: { numbers: Infinity, says: filled },
	threshold: {
		numbers: Infinity,
		says: (c, s) => c.say('result', { people: flagged(c.recording, s).length, s })
	}
};

/** How many people the reader's threshold takes in the whole recording, of all who were followed. */
function countOf({ recording, params }: SceneContext): { seconds: number; people: number; all: number } {
	const seconds = thresholdOf(params);
	return { seconds, people: flagged(recording, seconds).length, all: longest(recording).length };
}

function filled(c: SceneContext, limit: number, people: number): string {
	return c.say('says.now', { s: Math.round(limit), people });
}

/** The clocks run; the threshold moves; the reader sets it. */
export function running(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const { numbers, says } = latest(c, STEPS);
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
			{ marks: scale(c, limit, hot, at('scale')) },
			guess !== undefined && { marks: guessed(c, guess, countOf(c), told) }
		),
		subject: nour ? [bodyRect(nour)] : undefined,
		says: says(c, limit, hot)
	};
}

/** The outline of the watched zone. */
export function zone({ recording }: SceneContext, camera: Camera, opacity: number): Mark[] {
	const zone = recording.zones[0];
	if (!zone || opacity <= 0) return [];
	const d = groundPath(zone.polygon, camera);
	return [path('zone', d, { stroke: 'signal', width: 1.4, dash: '3 7', opacity: opacity * 0.8 })];
}
