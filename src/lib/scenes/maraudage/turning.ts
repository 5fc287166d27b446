import type { Camera } from '../../camera/camera';
import { heldFrame, type Boxed } from '../../centre/held';
import { box } from '../../figure/marks';
import { ease } from '../../figure/motion';
import { placed, viewBox } from '../../figure/square';
import type { Frame, Mark, Rect, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { placeClocks } from './clocks';
import type { Read } from './cues';
import { clockMarks } from './dials';
import { speakers, speakersCamera, turnOf } from './layout';
import { zone } from './running';
import { speech } from './speech';
import { thresholdOf } from './threshold';

/** They turn round one by one; the one who speaks is in colour, the others wait. */
export function turning(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const now = heldFrame(recording);
	const limit = thresholdOf(c.params);
	const all = speakers(c);
	const camera = speakersCamera(c, at('near'), at('turns'));
	const turned = at('turned');
	const { index, local } = turnOf(all.length, at('turns'));
	const spoken = at('near') < 1 ? -1 : index;
	const facing = all.slice(0, spoken + 1).map((s) => s.person);
	const speaker: Boxed | undefined = all[spoken];
	const spot = speaker && windowOn(c, speaker, now, camera);
	const shown = ease(local, 0.12, 0.24) * (1 - (spoken < all.length - 1 ? ease(local, 0.92, 1) : 0));
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: 0.28, facing }] },
			{ marks: zone(c, camera, 1 - turned) },
			{
				marks: clockMarks(
					placeClocks(c, now, camera, limit, (_, hot) => hot),
					limit,
					view,
					1 - at('near')
				)
			},
			{ marks: all.flatMap((s, i) => (i === spoken ? [] : [waiting(s, camera, i > spoken, turned)])) },
			spot && {
				// A window of colour on who speaks: the street has it, the program does not.
				ink: [{ type: 'street', camera, at: now, clip: spot, facing }],
				marks: [
					box('speaker', spot, { stroke: 'signal', width: 3, opacity: turned }),
					...speech(
						c,
						spot,
						{ key: speaker.key, seconds: recording.dwell(speaker.box.id, now), turn: `${spoken + 1}/${all.length}` },
						shown
					)
				]
			}
		),
		subject: spot ? [spot] : [],
		says: speaker ? `${c.say(`${speaker.key}.name`)} : ${c.say(`${speaker.key}.why`)}` : undefined
	};
}

/** Round somebody and the program's box on them; undefined out of the picture. */
function windowOn({ recording }: SceneContext, { box, person }: Boxed, now: number, camera: Camera): Rect | undefined {
	const p = placed(recording, now, camera, [person])[0];
	if (!p) return undefined;
	const r = viewBox(box, camera);
	const top = Math.min(r.y, p.top);
	return { x: r.x - 3, y: top - 4, w: r.w + 6, h: Math.max(r.y + r.h, p.y) - top + 8 };
}

/** A plain box on who is still to speak, and a fainter one on who has spoken. */
const waiting = ({ person, box: own }: Boxed, camera: Camera, next: boolean, opacity: number): Mark =>
	box(`who-${person}`, viewBox(own, camera), {
		fill: next ? 'signal' : 'none',
		fillOpacity: 0.12 * (next ? 0.4 : 0),
		stroke: 'signal',
		width: 1.2 + 1.6 * (next ? 0.4 : 0),
		opacity: opacity * (next ? 0.9 : 0.28)
	});
