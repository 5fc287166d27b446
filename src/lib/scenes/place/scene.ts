import { between, MAST, type Camera, type Pose } from '../../camera/camera';
import { NEAR, WINDOW } from './poses';
import { ease, mix } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople, viewfinder, worldFrame } from '../../figure/square';
import { tagMarks } from '../../figure/tags';
import type { Frame, Scene, SceneContext } from '../../story/frame';

/** World frames: the story's first hundred seconds or so pass in this chapter. */
export const START = 150;
const SPAN = 62;

/** Who is introduced in the third step, in order. */
const CAST = [
	'marcel',
	'baker1',
	'friend1',
	'teen1',
	'florist',
	'josette',
	'courier',
	'simon',
	'tourist',
	'parent',
	'child'
];

function camera(c: SceneContext): Camera {
	const t = c.progress;
	const wide = !c.view.portrait && c.view.width >= 700;
	const at = (pose: Pose, zoom = 1) => frameSquare(c.view, pose, { zoom, focus: wide ? [0.5, 0.6] : [0.47, 0.6] });
	switch (c.step) {
		case 1:
			return at(between(WINDOW, NEAR, 0));
		case 2:
			return at(between(WINDOW, NEAR, ease(t, 0, 0.45)));
		case 3:
			return at(between(NEAR, WINDOW, ease(t, 0, 0.4)));
		case 4:
			return at(between(WINDOW, MAST, 0.3 * ease(t, 0.2, 1)));
		default:
			return at(between(WINDOW, MAST, mix(0.3, 1, ease(t, 0, 0.6))));
	}
}

export const scene: Scene = (c): Frame => {
	const view = camera(c);
	const at = worldFrame(c, START + (c.step - 1) * SPAN, SPAN);
	const size = c.view.portrait ? 14 : 17;
	const bounds = c.view.portrait ? { x: 6, y: 6, w: c.view.width - 12, h: c.view.height - 12 } : c.view.free;
	const nour = placePeople(c.recording, at, view, ['nour']);
	const tags = [];
	if (c.step === 2 || c.step === 3) {
		const shown = c.step === 2 ? ease(c.progress, 0.25, 0.45) : 1 - ease(c.progress, 0, 0.12);
		for (const p of nour)
			tags.push({
				key: 'nour',
				x: p.x,
				y: p.top,
				name: c.say('nour.name'),
				says: c.step === 2 ? c.say('nour.why') : '',
				shown
			});
	}
	if (c.step === 3 || c.step === 4) {
		const cast = placePeople(c.recording, at, view, CAST);
		cast.sort((a, b) => CAST.indexOf(a.person.key) - CAST.indexOf(b.person.key));
		const phone = c.view.width < 700;
		// One by one: a name and its reason, then the name alone while the next one speaks.
		const turn = 0.6 / CAST.length;
		for (const p of cast) {
			if (p.x < bounds.x || p.x > bounds.x + bounds.w) continue;
			const from = 0.24 + turn * CAST.indexOf(p.person.key);
			const shown = c.step === 3 ? ease(c.progress, from, from + 0.03) : 1 - ease(c.progress, 0, 0.15);
			const speaks = c.step === 3 && c.progress < from + (phone ? 1 : 2) * turn;
			tags.push({
				key: p.person.key,
				x: p.x,
				y: p.top,
				name: c.say(`${p.person.key}.name`),
				says: speaks ? c.say(`${p.person.key}.why`) : '',
				shown
			});
		}
	}
	return {
		night: 0,
		ink: [{ type: 'street', camera: view, at }],
		marks: [...tagMarks(tags, bounds, size), ...(c.step === 5 ? viewfinder(c, at, ease(c.progress, 0.5, 0.75)) : [])],
		subject: c.step === 2 ? nour.map(bodyRect) : undefined
	};
};
