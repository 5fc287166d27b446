import { between, MAST, PLAN, project, type Camera } from '../../camera/camera';
import { beforeAlert, clockOf } from '../../centre/queue';
import { boxMarks } from '../../figure/boxes';
import { mixCameras } from '../../figure/inset';
import { letter, measure } from '../../figure/text';
import { ease, mix, stagger } from '../../figure/motion';
import { faded, slip } from '../../figure/marks';
import { bodyRect, frameSquare, placePeople, type Placed } from '../../figure/square';
import { tagMarks } from '../../figure/tags';
import type { Frame, Mark, Rect, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { anyone, fromAbove, someoneOf } from './bodies';
import { crowdIn, degreesOf, type Pressed } from './crowd';
import type { Read } from './cues';
import { peakOf } from '../../centre/stop';
import { countedAt, SIDE, situations } from './data';
import { lookAt, middleOf, planZoom, squareOf, staging, onStage, whole, zoneRect, type Point } from './layout';

const TEENS = ['teen1', 'teen2', 'teen3'];

/** Back to the stop, down to the mast; then the minutes run backwards to where the next chapter picks up. */
export const returning = (c: SceneContext, at: Read): Frame => (at('down') < 1 ? sinking(c, at) : rewinding(c, at));

/** Over a whole tablet their names need them nearer. */
const NEARER = 1.7;

/** The three who linger, brought beside the text. */
function byTeens({ recording, view }: SceneContext, now: number, home: Camera): Camera {
	const three = placePeople(recording, now, recording.camera, TEENS);
	if (!three.length) return home;
	const x = three.reduce((s, p) => s + p.person.x, 0) / three.length;
	const y = three.reduce((s, p) => s + p.person.y, 0) / three.length;
	const p = project(home, x, y, 0, { u: 0, v: 0, k: 0 });
	const { free, width, height, phone, shape } = view;
	if (shape === 'tall') return lookAt(view, MAST, NEARER, [x, y], { x: width / 2, y: height * 0.7 });
	return { ...home, u0: home.u0 + (phone ? width / 2 : free.x + free.w * 0.4) - p.u };
}

/** The square empties, the view moves back over the stop and sinks to the mast. */
function sinking(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const now = peakOf(recording);
	const square = squareOf(view);
	const back = at('back');
	const scale = mix(square.w / SIDE, staging(view).k, back);
	const camera = sinkingCamera(c, now, scale, back, at('down'));
	const veil = mix(0.55, 0.2, back);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil, ...(back < 1 ? { only: [] } : {}) }] },
			{ marks: [{ type: 'rect', key: 'square', ...square, stroke: 'ink', width: 2, opacity: at('frame') }] },
			{ marks: emptying(c, square, camera, scale, at) }
		),
		subject: [zoneRect(c, camera)],
		says: c.say('says.back')
	};
}

function sinkingCamera(c: SceneContext, now: number, scale: number, back: number, down: number): Camera {
	const { recording, view } = c;
	const square = squareOf(view);
	const middle = middleOf(recording);
	const { march } = situations(countedAt(recording, now).inside.length);
	const stay = byTeens(c, now, frameSquare(view));
	const foot = project(stay, middle[0], middle[1], 0, { u: 0, v: 0, k: 0 });
	const over = staging(view).down;
	return lookAt(
		view,
		between(PLAN, MAST, down),
		mix(planZoom(view, scale), stay.f / whole(view, MAST).f, down),
		[mix(march.centre[0], middle[0], back), mix(march.centre[1], middle[1], back)],
		{
			x: mix(mix(square.x + square.w / 2, over.x, back), foot.u, down),
			y: mix(mix(square.y + square.h / 2, over.y, back), foot.v, down)
		}
	);
}

/** Those who were added leave before the view moves, the outermost first; those who were counted go back to the stop. */
function emptying({ recording }: SceneContext, square: Rect, camera: Camera, scale: number, at: Read): Mark[] {
	const counted = countedAt(recording, peakOf(recording)).inside;
	const { bodies } = crowdIn(square, counted.length, degreesOf(at));
	const first = someoneOf(recording, counted);
	const centre: Point = [square.x + square.w / 2, square.y + square.h / 2];
	const turn = turnsOf(bodies, counted.length, square);
	const solid = 1 - ease(at('down'), 0, 0.16);
	return bodies.flatMap((b, i): Mark[] => {
		if (i < counted.length) {
			const [x, y] = onStage(counted[i].x, counted[i].y, camera);
			return [fromAbove(first[i], [mix(b.x, x, at('back')), mix(b.y, y, at('back'))], scale, solid)];
		}
		const leave = stagger(at('leave'), turn.get(i) ?? 0, turn.size, 0.93);
		if (leave >= 1) return [];
		const away = (from: number, centre: number) => from + (from - centre) * leave * 1.6;
		return [fromAbove(anyone(i), [away(b.x, centre[0]), away(b.y, centre[1])], scale, 1 - leave)];
	});
}

/** In which order those after the first `kept` leave, from the edge inwards. */
function turnsOf(bodies: Pressed[], kept: number, square: Rect): Map<number, number> {
	const off = bodies.map((b) => Math.hypot(b.x - square.x - square.w / 2, b.y - square.y - square.h / 2));
	const turns = bodies.map((_, i) => i).slice(kept);
	turns.sort((a, b) => off[b] - off[a]);
	return new Map(turns.map((i, rank) => [i, rank]));
}

/** The square under its boxes, the three named; then time runs back, with its clock. */
function rewinding(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const peak = peakOf(recording);
	const home = frameSquare(view);
	const camera = mixCameras(byTeens(c, peak, home), home, at('home'));
	const now = mix(peak, beforeAlert(recording), at('rewound'));
	const three = placePeople(recording, now, camera, TEENS);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: 0.2 }] },
			{ marks: boxMarks(recording, now, camera, { opacity: at('boxesAgain') }) },
			{ marks: names(c, three, at('names')) },
			{ marks: faded(at('clock'), clock(c, now)) }
		),
		subject: three.length ? three.map(bodyRect) : undefined,
		says: c.say('says.back')
	};
}

function names(c: SceneContext, three: Placed[], shown: number): Mark[] {
	const { width, height, free, phone } = c.view;
	const tags = three.map(({ person: { key }, x, top }) => {
		const [name, says] = [c.say(`${key}.name`), phone ? '' : c.say(`${key}.why`)];
		return { key: `tag-${key}`, x, y: top, name, says, shown };
	});
	const bounds = phone ? { x: 4, y: 4, w: width - 8, h: height - 8 } : free;
	return tagMarks(tags, bounds, phone ? 14 : 18, 190);
}

function clock(c: SceneContext, now: number): Mark[] {
	const { free: f, phone } = c.view;
	const text = clockOf(c.recording, now);
	const size = phone ? 13 : 18;
	const w = measure(text, size, 'mono') + 20;
	return [
		slip('wind-back', { x: f.x + f.w - w, y: f.y, w, h: size * 1.8 }, { width: 1.4 }),
		letter('wind', 'mono', f.x + f.w - w / 2, f.y + size * 1.25, size, text, { anchor: 'middle' })
	];
}
