import { MAST, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera } from '../../camera/camera';
import { minutesSeconds } from '../../figure/boxes';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { letter } from '../../figure/lettering';
import { ease, mix, span, stagger } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { slab } from '../../figure/place';
import { placePeople, viewBox } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import type { Frame, Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import { openingCamera, openingFrame } from '../attroupement/data';
import { trialOf } from './data';
import { marcelSpot, panelCamera, panels } from './makers';

/** What the law of 2023 let be looked for, in its order (f11). */
const EVENTS: PictogramName[] = ['left', 'weapon', 'wrongway', 'barrier', 'fallen', 'surge', 'crowd', 'flame'];
const CARD = '#FBF7EE';

/** Nine places, three by three; the ninth is the hole. */
export function nine(c: SceneContext): Rect[] {
	const f = c.view.free;
	const small = c.view.portrait || c.view.width < 700;
	const gap = small ? 7 : 14;
	const w = (f.w - 2 * gap) / 3;
	const h = (f.h - 2 * gap) / 3;
	return Array.from({ length: 9 }, (_, i) => ({
		x: f.x + (i % 3) * (w + gap),
		y: f.y + Math.floor(i / 3) * (h + gap),
		w,
		h
	}));
}

/**
 * Eight cards are dealt; where the ninth would lie the page has a hole, and through it one sees the square, with Nour.
 * The four windows of the step before close into that hole; at the end it opens and the cards are pushed aside.
 */
export function events(c: SceneContext): Frame {
	const t = c.progress;
	const small = c.view.portrait || c.view.width < 700;
	const places = nine(c);
	const trial = trialOf(c.recording);
	const whole: Rect = { x: 0, y: 0, w: c.view.width, h: c.view.height };
	const grow = ease(t, 0.76, 0.99);
	const hole = mixRects(places[8], whole, grow);
	const turn = ease(t, 0.22, 0.42);
	const last = openingFrame(c.recording);
	const at = mix(trial?.to ?? last, last, turn);
	const nour = placePeople(c.recording, last, c.recording.camera, ['nour'])[0];
	const spot: [number, number] = nour ? [nour.x / SENSOR_WIDTH, nour.y / SENSOR_HEIGHT] : [0.5, 0.6];
	const ink: Ink[] = [];
	const marks: Mark[] = [];

	const inHole = (rect: Rect): Camera =>
		cameraIn(rect, MAST, { zoom: small ? 2.6 : 3.2, focus: spot, at: [0.5, 0.66] });
	let camera = mixCameras(panelCamera(places[8], marcelSpot(c)), inHole(places[8]), turn);
	if (grow > 0) camera = mixCameras(camera, openingCamera(c.view), grow);
	const close = ease(t, 0, 0.2);
	if (close < 1) {
		const from = panels(c);
		from.forEach((r, i) => {
			const rect = mixRects(r, places[8], stagger(close, i, from.length, 0.85));
			ink.push(
				{ type: 'street', camera: panelCamera(rect, marcelSpot(c)), at: trial?.to ?? last, clip: rect, drained: 0.35 },
				{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h), stroke: 'ink', width: 2 }
			);
		});
	} else {
		ink.push({ type: 'street', camera, at, clip: hole, drained: 0.35 * (1 - turn) });
		// The edge of the page throws a shadow into the hole.
		const depth = (small ? 4 : 8) * (1 - grow);
		marks.push({
			type: 'path',
			key: 'depth',
			d: `M${hole.x} ${hole.y + hole.h}V${hole.y}H${hole.x + hole.w}V${hole.y + depth}H${hole.x + depth}V${hole.y + hole.h}Z`,
			fill: 'ink',
			fillOpacity: 0.45,
			opacity: 1 - grow
		});
		marks.push({
			type: 'rect',
			key: 'hole',
			...hole,
			stroke: 'ink',
			width: small ? 2.5 : 4,
			opacity: 1 - ease(grow, 0.7, 1)
		});
	}

	places.slice(0, 8).forEach((place, i) => {
		const dealt = stagger(span(t, 0, 0.38), i, 8, 0.72);
		if (dealt <= 0) return;
		// Dealt from below, one after another; pushed off the page by the edges of the hole as it opens.
		const x = place.x + (i % 3 < 2 ? hole.x - places[8].x : 0);
		const y = place.y + (1 - dealt) * (c.view.height + 40 - place.y) + (i % 3 === 2 ? hole.y - places[8].y : 0);
		marks.push({ type: 'group', key: `event-${i}`, x, y, children: card(c, i, place, small) });
	});

	const seen = ease(turn, 0.6, 1) * (1 - ease(grow, 0.2, 0.7));
	if (seen > 0) {
		const person = c.recording.street.people.find((p) => p.key === 'nour')?.id;
		const tracks = new Set(c.recording.tracks.filter((q) => q.person === person).map((q) => q.id));
		const box = c.recording.boxesAt(at).find((b) => tracks.has(b.id));
		if (box) {
			const r = viewBox(box, camera);
			const text = minutesSeconds(c.recording.dwell(box.id, at));
			const s = small ? 12 : 15;
			marks.push({
				type: 'group',
				key: 'seen',
				clip: hole,
				opacity: seen,
				children: [
					{ type: 'rect', key: 'box', ...r, fill: 'signal', fillOpacity: 0.14, stroke: 'signal', width: small ? 2 : 3 },
					{
						type: 'rect',
						key: 'chip',
						x: r.x + r.w + 4,
						y: r.y,
						w: measure(text, s, 'mono') + 8,
						h: s + 8,
						fill: 'signal-text'
					},
					letter('time', 'mono', r.x + r.w + 8, r.y + s + 2, s, text, { fill: 'paper' })
				]
			});
		}
		const size = small ? 13 : 21;
		const lines = wrap(c.say('event.no'), size, 'grot', places[8].w - (small ? 10 : 24));
		const told = ease(t, 0.4, 0.48) * (1 - ease(grow, 0, 0.3));
		const h = lines.length * size * 1.15 + (small ? 6 : 14);
		marks.push({
			type: 'rect',
			key: 'no-back',
			x: hole.x,
			y: hole.y + hole.h - h,
			w: hole.w,
			h,
			fill: 'paper',
			opacity: told * 0.94
		});
		lines.forEach((text, l) =>
			marks.push(
				letter(
					`no-${l}`,
					'grot',
					hole.x + (small ? 5 : 12),
					hole.y + hole.h - h + (l + 0.95) * size * 1.15,
					size,
					text,
					{
						opacity: told,
						fact: 'f11'
					} as Record<string, unknown>
				)
			)
		);
	}
	return { night: 0, ink, marks, subject: [places[8]], says: c.say('says.nine') };
}

function card(c: SceneContext, i: number, place: Rect, small: boolean): Mark[] {
	const size = small ? 12.5 : Math.min(21, place.w / 13);
	const pad = small ? 6 : 14;
	const picture = Math.min(place.h * (small ? 0.42 : 0.5), place.w * 0.5);
	const lines = wrap(c.say(`event.${i + 1}`), size, 'news', place.w - 2 * pad);
	return [
		{ type: 'rect', key: 'card', x: 0, y: 0, w: place.w, h: place.h, fill: CARD, stroke: 'ink', width: 1.5 },
		letter('n', 'mono', pad, pad + (small ? 9 : 14), small ? 12 : 18, String(i + 1)),
		pictogram('picture', EVENTS[i], (place.w - picture) / 2, pad * (small ? 1 : 1.2), picture),
		...lines.map((text, l) =>
			letter('t' + l, 'news', place.w / 2, place.h - pad - (lines.length - 1 - l) * size * 1.12, size, text, {
				anchor: 'middle',
				fact: 'f11'
			} as Record<string, unknown>)
		)
	];
}
