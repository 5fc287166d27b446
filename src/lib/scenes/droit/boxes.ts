import { boxMarks } from '../../figure/boxes';
import { box } from '../../figure/marks';
import { overlap } from '../../figure/inset';
import { letter } from '../../figure/lettering';
import { WHITE } from '../../figure/night';
import { viewBox } from '../../figure/square';
import { measure } from '../../figure/text';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import type { Shot } from './refusal';
import { boxAt } from './seen';

const within = (a: Rect, b: Rect): boolean =>
	a.x >= b.x && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h && a.y >= b.y;

/** The program's boxes: everybody else's in the picture, and hers. */
export function boxes(
	c: SceneContext,
	{ at, camera, clip, person, figure }: Shot,
	seconds: number,
	shown: number
): Layer {
	const boxed = boxAt(seconds);
	const hers = boxed && viewBox(boxed, camera);
	const own = new Set(c.recording.tracks.filter((t) => t.person === person.id).map((t) => t.id));
	const others = boxMarks(c.recording, at, camera, {
		opacity: 0.7 * shown,
		only: (b) => {
			const r = viewBox(b, camera);
			return !own.has(b.id) && !(hers && overlap(r, hers)) && !overlap(r, figure) && within(r, clip);
		}
	});
	return { marks: hers && shown > 0 ? [...others, ...herBox(c, hers, boxed.id, shown)] : others };
}

function herBox(c: SceneContext, r: Rect, id: number, opacity: number): Mark[] {
	const size = c.view.shape === 'phone' ? 12 : 14;
	const text = c.say('tag', { id: String(id) });
	const tag = { x: r.x - 1.3, y: r.y + r.h, w: measure(text, size, 'mono') + 10, h: size + 8 };
	return [
		box('hers', r, { fill: 'signal', fillOpacity: 0.1, stroke: 'signal', width: 2.6, opacity }),
		box('hers.tag', tag, { fill: 'signal-text', opacity }),
		letter('hers.id', 'mono', r.x + 3.7, r.y + r.h + size + 2, size, text, { fill: WHITE, opacity })
	];
}
