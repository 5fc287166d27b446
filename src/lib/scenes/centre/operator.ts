import { painted, slab } from '../../figure/inks';
import { letter, measure } from '../../figure/text';
import { deskInk, mugInk, operatorInk } from '../../figure/operator';
import { slip } from '../../figure/marks';
import { FEEDS, OURS } from '../../figure/wall/feeds';
import { wallFoot } from '../../figure/wall/wall';
import type { Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { screensInView } from './tiles';

/** Which screen the operator looks at: it changes as the wall is read (`images`) and with time. */
export function gaze(view: View, images: number, life: number): number {
	const screens = screensInView(view).filter((i) => i !== OURS);
	const turn = Math.floor(images * 36 + life * 0.55);
	return screens[(((turn * 7 + 3) % screens.length) + screens.length) % screens.length];
}

/** The operator's head reaches the foot of the wall: the room is small for it. `seated` 0 is below the stage. */
export function operatorAt(view: View, seated: number) {
	const foot = wallFoot(view);
	const [most, over] = view.portrait ? [0.72, 96] : [1.7, 46];
	const scale = Math.min(most, (view.height - foot + over) / 322);
	const drop = (1 - seated) * 360 * scale;
	const x = view.free.x + view.free.w * 0.52;
	/** Far edge of the desk. */
	const desk = Math.max(foot + 8, view.height - 150 * scale) + drop;
	return { x, y: view.height + drop, scale, desk };
}
type OperatorPlace = ReturnType<typeof operatorAt>;

export function desk(c: SceneContext, { x, scale, desk: y }: OperatorPlace): Layer {
	const { width, height } = c.view;
	const mug = x + 250 * scale < width - 20 ? x + 252 * scale : x - 160 * scale;
	return { ink: [...deskInk({ x, y, width, height, scale }), ...mugInk(mug, y + 74 * scale, scale * 1.15, c.life)] };
}

/** From behind, the head towards a screen of the wall. */
export function operator(c: SceneContext, { x, y, scale }: OperatorPlace, target: Rect): Layer {
	const turn = Math.max(-1, Math.min(1, ((target.x + target.w / 2 - x) / c.view.free.w) * 2));
	return { ink: operatorInk({ x, y, scale, turn, breath: Math.sin(c.life * 1.5), light: 0.9 }) };
}

/** A faint cone of light from the head to the one screen that is looked at, and its name on its lower edge. */
export function beam(c: SceneContext, o: OperatorPlace, r: Rect, feed: (typeof FEEDS)[number], shown: number): Layer {
	if (shown <= 0) return {};
	const { free, portrait } = c.view;
	const head = o.y - 262 * o.scale;
	const text = c.say('screen', { n: String(feed.camera), place: c.say(`place.${feed.setting}`) });
	const size = portrait ? 12 : 13;
	const w = measure(text, size, 'mono') + 12;
	const x = Math.max(free.x, Math.min(free.x + free.w - w, r.x + r.w / 2 - w / 2));
	const y = r.y + r.h;
	const cone = `M${o.x} ${head}L${r.x} ${y}L${r.x} ${r.y}L${r.x + r.w} ${r.y}L${r.x + r.w} ${y}Z`;
	return {
		ink: [
			painted(cone, { fill: 'paper', opacity: 0.07 * shown }),
			painted(slab(r.x, r.y, r.w, r.h), { fill: 'none', stroke: 'paper', width: 2.4, opacity: shown })
		],
		marks: [
			slip('gaze-slip', { x, y: y - 2, w, h: size + 9 }, { stroke: 'night', width: 1, opacity: shown }),
			letter('gaze', 'mono', x + 6, y + size + 1, size, text, { opacity: shown, weight: 500 })
		]
	};
}
