import { ease, mix } from '../../figure/motion';
import { deskInk, mugInk, operatorInk } from '../../figure/operator';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { buttonsOf, type Panel } from './layout';

/**
 * The operator at the desk, where there is room below the screen. While time runs out the hand goes from one
 * button to the other and has pressed neither.
 */
export function hand(c: SceneContext, panel: Panel, seated: number, raised: number, spent: number): Layer {
	const { view } = c;
	const { screen } = panel;
	const scale = Math.min(1.3, (view.height - (screen.y + screen.h) - 14) / 322);
	if (view.portrait || scale < 0.45) return {};
	const drop = (1 - seated) * 380 * scale;
	const x = screen.x + screen.w * 0.4;
	const desk = view.height - 118 * scale + drop;
	const [dismiss, pass] = buttonsOf(panel).map((r) => ({ x: r.x + r.w / 2 - 6 * scale, y: r.y + r.h + 26 * scale }));
	const sway = ease(spent, 0.2, 0.38) - ease(spent, 0.52, 0.68) + ease(spent, 0.84, 0.95);
	const rest = { x: x + 150 * scale, y: desk + 30 * scale };
	const aim = { x: mix(dismiss.x, pass.x, sway), y: mix(dismiss.y, pass.y, sway) + drop };
	return {
		ink: [
			...deskInk({ x, y: desk, width: view.width, height: view.height, scale }),
			...mugInk(x + 330 * scale, desk + 60 * scale, scale * 1.15, c.life),
			...operatorInk({
				x,
				y: view.height + drop,
				scale,
				turn: 0.5 * sway,
				breath: Math.sin(c.life * 1.5),
				light: 0.9,
				hand: { x: mix(rest.x, aim.x, raised), y: mix(rest.y, aim.y, raised) }
			})
		]
	};
}
