import type { Camera } from '../../camera/camera';
import { heldFrame, type Boxed } from '../../centre/held';
import { found, minutesSeconds } from '../../figure/boxes';
import { across, box, faded, path, slip } from '../../figure/marks';
import { ease } from '../../figure/motion';
import { placed, viewBox } from '../../figure/square';
import { letter, letters, measure, wrap } from '../../figure/text';
import type { Frame, Mark, Rect, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { clockMarks, placeClocks } from './clocks';
import type { Read } from './cues';
import { thresholdOf } from './data';
import { speakers, speakersCamera, turnOf } from './layout';
import { zone } from './running';

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
	const seconds = speaker ? recording.dwell(speaker.box.id, now) : 0;
	const clocks = placeClocks(c, now, camera, limit, (_, hot) => hot);
	const shown = ease(local, 0.12, 0.24) * (1 - (spoken < all.length - 1 ? ease(local, 0.92, 1) : 0));
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: 0.28, facing }] },
			{ marks: zone(c, camera, 1 - turned) },
			{ marks: clockMarks(clocks, limit, view, 1 - at('near')) },
			{ marks: all.flatMap((s, i) => (i === spoken ? [] : [waiting(s, camera, i > spoken, turned)])) },
			spot && {
				// A window of colour on who speaks: the street has it, the program does not.
				ink: [{ type: 'street', camera, at: now, clip: spot, facing }],
				marks: [
					box('speaker', spot, { stroke: 'signal', width: 3, opacity: turned }),
					...faded(shown, speech(c, spot, speaker.key, `${spoken + 1}/${all.length}`, seconds))
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
const waiting = ({ person, box }: Boxed, camera: Camera, next: boolean, opacity: number): Mark => {
	const [filled, width, share] = next ? [0.12 * 0.4, 1.2 + 1.6 * 0.4, 0.9] : [0, 1.2, 0.28];
	return found(`who-${person}`, viewBox(box, camera), next, filled, width, opacity * share);
};

/** What one person says, over their head, whose `turn` it is of how many, and what the machine has on them. */
function speech(c: SceneContext, who: Rect, key: string, turn: string, seconds: number): Mark[] {
	const { free: f, height, phone } = c.view;
	const size = phone ? 19 : 27;
	const words = size * 0.86;
	const meta = phone ? 12 : 14;
	const max = phone ? f.w - 24 : 340;
	const clock = c.say('clock.of', { time: minutesSeconds(seconds) });
	const [name, why] = [c.say(`${key}.name`), c.say(`${key}.why`)];
	const lines = wrap(why, words, 'news', max);
	const head = measure(name, size, 'grot') + 24 + measure(turn, meta, 'mono');
	const widths = lines.map((l) => measure(l, words, 'news'));
	const w = Math.max(head, measure(clock, meta, 'mono'), ...widths) + 28;
	const h = size * 1.5 + lines.length * size * 1.06 + meta * 2;
	const middle = who.x + who.w / 2;
	const x = Math.max(f.x, Math.min(f.x + f.w - w, middle - w * 0.4));
	const y = phone ? f.y : Math.max(f.y, Math.min(who.y - h - 46, height * 0.2));
	const foot = y + h;
	const root = Math.max(x + 18, Math.min(x + w - 18, middle));
	const tail = `M${root - 11} ${foot - 1}L${middle.toFixed(1)} ${(who.y - 3).toFixed(1)}L${root + 11} ${foot - 1}`;
	return [
		path('tail', tail, { fill: 'paper', stroke: 'ink', width: 1.6 }),
		slip('bubble', { x, y, w, h }, { width: 1.6 }),
		across('gum', foot, root - 10, root + 10, { stroke: 'paper', width: 3 }),
		letter('name', 'grot', x + 14, y + size * 1.2, size, name),
		letter('turn', 'mono', x + w - 14, y + size * 1.1, meta, turn, { anchor: 'end' }),
		...letters('why', 'news', x + 14, y + size * 2.2, words, why, max, { leading: 1.23 }),
		letter('clock', 'mono', x + 14, foot - meta * 0.8, meta, clock, { fill: 'signal-text' })
	];
}
