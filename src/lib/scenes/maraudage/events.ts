import { MAST, type Camera } from '../../camera/camera';
import { openingFrame } from '../../centre/stop';
import { cameraIn, mixCameras, mixRects, openingCamera } from '../../figure/inset';
import { found, minutesSeconds } from '../../figure/boxes';
import { CARD } from '../../figure/colours';
import { letter, measure, rows, wrap } from '../../figure/text';
import { box, group, path, slip } from '../../figure/marks';
import { ease, mix, stagger } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { viewBox } from '../../figure/square';
import type { Frame, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import type { Read } from './cues';
import { nine, panelCamera, panels, spotOf } from './layout';
import { pane } from './makers';
import { trialOf } from './trial';

/** What the law of 2023 let be looked for, in its order (f11). */
const EVENTS: PictogramName[] = ['left', 'weapon', 'wrongway', 'barrier', 'fallen', 'surge', 'crowd', 'flame'];

/** Where the page has a hole instead of a ninth card. */
const HOLE = EVENTS.length;

/**
 * Eight cards are dealt; where the ninth would lie the page has a hole, and through it one sees the square, with Nour.
 * The four windows of the step before close into that hole; at the end it opens and the cards are pushed aside.
 */
export function events(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const places = nine(view);
	const last = openingFrame(recording);
	const from = trialOf(recording)?.to ?? last;
	const [closed, toNour, opened] = [at('closed'), at('toNour'), at('opened')];
	const now = mix(from, last, toNour);
	const hole = mixRects(places[HOLE], { x: 0, y: 0, w: view.width, h: view.height }, opened);
	const camera = holeCamera(c, places[HOLE], toNour, opened);
	const seen = ease(toNour, 0.6, 1) * (1 - ease(opened, 0.2, 0.7));
	return {
		night: 0,
		...stack(
			...(closed < 1
				? panels(view).map((r, i, all): Layer => ({
						ink: pane(c, mixRects(r, places[HOLE], stagger(closed, i, all.length, 0.85)), from)
					}))
				: [
						{ ink: [{ type: 'street', camera, at: now, clip: hole, drained: 0.35 * (1 - toNour) } as const] },
						{ marks: edges(view, hole, opened) }
					]),
			{ marks: cards(c, places, hole, at('dealt')) },
			seen > 0 && { marks: seenBox(c, camera, now, hole, seen) },
			seen > 0 && { marks: absent(c, places[HOLE].w, hole, at('absent') * (1 - ease(opened, 0, 0.3))) }
		),
		subject: [places[HOLE]],
		says: c.say('says.nine')
	};
}

/** From Marcel in the hole to Nour, then the whole square. */
function holeCamera({ recording, view }: SceneContext, place: Rect, toNour: number, opened: number): Camera {
	const focus = spotOf(recording, 'nour', openingFrame(recording), [0.5, 0.6]);
	const nour = cameraIn(place, MAST, { zoom: view.phone ? 2.6 : 3.2, focus, at: [0.5, 0.66] });
	const inHole = mixCameras(panelCamera(recording, place), nour, toNour);
	return opened > 0 ? mixCameras(inHole, openingCamera(view), opened) : inHole;
}

/** The edge of the page, and the shadow it throws into the hole. */
function edges({ phone }: View, { x, y, w, h }: Rect, opened: number): Mark[] {
	const depth = (phone ? 4 : 8) * (1 - opened);
	const d = `M${x} ${y + h}V${y}H${x + w}V${y + depth}H${x + depth}V${y + h}Z`;
	return [
		path('depth', d, { fill: 'ink', fillOpacity: 0.45, opacity: 1 - opened }),
		box('hole', { x, y, w, h }, { stroke: 'ink', width: phone ? 2.5 : 4, opacity: 1 - ease(opened, 0.7, 1) })
	];
}

/** Dealt from below, one after another; pushed off the page by the edges of the hole as it opens. */
function cards(c: SceneContext, places: Rect[], hole: Rect, dealt: number): Mark[] {
	return places.slice(0, HOLE).flatMap((place, i): Mark[] => {
		const own = stagger(dealt, i, HOLE, 0.72);
		if (own <= 0) return [];
		const x = place.x + (i % 3 < 2 ? hole.x - places[HOLE].x : 0);
		const y = place.y + (1 - own) * (c.view.height + 40 - place.y) + (i % 3 === 2 ? hole.y - places[HOLE].y : 0);
		return [{ type: 'group', key: `event-${i}`, x, y, children: card(c, i, place) }];
	});
}

function card(c: SceneContext, i: number, { w, h }: Rect): Mark[] {
	const { phone } = c.view;
	const size = phone ? 12.5 : Math.min(21, w / 13);
	const pad = phone ? 6 : 14;
	const picture = Math.min(h * (phone ? 0.42 : 0.5), w * 0.5);
	const lines = wrap(c.say(`event.${i + 1}`), size, 'news', w - 2 * pad);
	const lead = size * 1.12;
	const first = h - pad - (lines.length - 1) * lead;
	return [
		slip('card', { x: 0, y: 0, w, h }, { fill: CARD }),
		letter('n', 'mono', pad, pad + (phone ? 9 : 14), phone ? 12 : 18, String(i + 1)),
		pictogram('picture', EVENTS[i], (w - picture) / 2, pad * (phone ? 1 : 1.2), picture),
		...rows('t', 'news', w / 2, first, size, lines, lead, { anchor: 'middle', fact: 'f11' })
	];
}

/** The program's box on Nour, with her clock. */
function seenBox({ recording, view }: SceneContext, camera: Camera, now: number, hole: Rect, opacity: number): Mark[] {
	const nour = recording.street.people.find((p) => p.key === 'nour')?.id;
	const tracks = new Set(recording.tracks.filter((t) => t.person === nour).map((t) => t.id));
	const hers = recording.boxesAt(now).find((b) => tracks.has(b.id));
	if (!hers) return [];
	const { phone } = view;
	const r = viewBox(hers, camera);
	const text = minutesSeconds(recording.dwell(hers.id, now));
	const size = phone ? 12 : 15;
	const w = measure(text, size, 'mono') + 8;
	const children = [
		found('box', r, true, 0.14, phone ? 2 : 3),
		box('chip', { x: r.x + r.w + 4, y: r.y, w, h: size + 8 }, { fill: 'signal-text' }),
		letter('time', 'mono', r.x + r.w + 8, r.y + size + 2, size, text, { fill: 'paper' })
	];
	return group('seen', children, { clip: hole, opacity });
}

/** That loitering is not among the eight, at the foot of the hole; `room` is how wide the words may be set. */
function absent(c: SceneContext, room: number, hole: Rect, opacity: number): Mark[] {
	const { phone } = c.view;
	const size = phone ? 13 : 21;
	const lines = wrap(c.say('event.no'), size, 'grot', room - (phone ? 10 : 24));
	const lead = size * 1.15;
	const h = lines.length * lead + (phone ? 6 : 14);
	const y = hole.y + hole.h - h;
	const x = hole.x + (phone ? 5 : 12);
	return [
		box('no-back', { x: hole.x, y, w: hole.w, h }, { fill: 'paper', opacity: opacity * 0.94 }),
		...rows('no-', 'grot', x, y + 0.95 * lead, size, lines, lead, { opacity, fact: 'f11' })
	];
}
