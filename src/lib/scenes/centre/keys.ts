import { AMBER } from '../../figure/colours';
import { letter } from '../../figure/lettering';
import { GROUPS } from '../../figure/wall/feeds';
import type { Mark, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import type { Tile } from './tiles';

/** The number to press on every screen that is played, and what was pressed just now. */
export function keys(c: SceneContext, tiles: Tile[], round: number, pressed: number, opacity: number): Layer {
	const size = c.view.portrait ? 13 : 16;
	const key = (r: Tile): Mark[] => {
		const k = GROUPS[3].indexOf(r.index);
		const number = round === 1 ? 1 : k + 1;
		const down = round > 0 && pressed === number;
		const { x, y, w, h } = r;
		const marks: Mark[] = [
			{ type: 'rect', key: `key-${k}-slip`, x, y, w: size + 10, h: size + 8, fill: down ? AMBER : 'night', opacity },
			letter(`key-${k}`, 'grot', x + (size + 10) / 2, y + size + 2, size, String(number), {
				anchor: 'middle',
				fill: down ? 'ink' : 'paper',
				opacity,
				weight: 500
			})
		];
		if (down) marks.push({ type: 'rect', key: `pressed-${k}`, x, y, w, h, stroke: AMBER, width: 3, opacity });
		return marks;
	};
	return { marks: tiles.filter((r) => GROUPS[3].includes(r.index) && r.on >= 0.5).flatMap(key) };
}
