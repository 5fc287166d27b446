import { NIGHT } from '../../drawing/palette';
import { frameOfAlert } from '../../centre/queue';
import { cameraIn, mixRects } from '../../figure/inset';
import { windowsAt } from '../../figure/map/look';
import { BEZEL, GLASS, LAMP } from '../../figure/night';
import { FEEDS, OURS } from '../../figure/wall/feeds';
import { feedInk, NEAR, slabs, wallSlots, wallTiles } from '../../figure/wall/wall';
import type { Ink, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';

/** The wall behind the list: the house's windows, then screens. */
export function roomTiles(view: View, opened: number): Rect[] {
	const wall = wallTiles(view);
	if (opened >= 1) return wall;
	const windows = windowsAt(view);
	const slots = wallSlots(view);
	return wall.map((to, i) => mixRects(windows[slots[i] % windows.length], to, opened));
}

/** The room at night: the wall, dim, and on it the one screen the alert came from. Lamplight turns into pictures. */
export function room(c: SceneContext, wall: number, opened: number, screens: number, off: number): Layer {
	if (wall <= 0) return {};
	const tiles = roomTiles(c.view, opened);
	const on = screens * (1 - off);
	const ink: Ink[] = [
		{ type: 'shape', d: slabs(tiles), fill: screens > 0 ? GLASS : LAMP, stroke: BEZEL, width: 1.2, opacity: wall }
	];
	if (on <= 0) return { ink };
	const others = slabs(tiles.filter((_, i) => i !== OURS));
	return {
		ink: [
			...ink,
			...pictures(c, tiles),
			{ type: 'shape', d: others, fill: screens < 1 ? LAMP : GLASS, opacity: 1 - on },
			{ type: 'shape', d: others, fill: NIGHT, opacity: 0.62 * on },
			{ type: 'shape', d: slabs([tiles[OURS]]), fill: NIGHT, opacity: 1 - on }
		]
	};
}

function pictures({ recording, view }: SceneContext, tiles: Rect[]): Ink[] {
	const at = frameOfAlert(recording);
	const kept = wallTiles(view)[0].w;
	return tiles.map((r, i) =>
		FEEDS[i].setting === 'street'
			? { type: 'street', camera: cameraIn(r, undefined, NEAR), at, drained: 0.4, clip: r }
			: feedInk(FEEDS[i], { ...r, kept }, i * 3.7, 1)
	);
}

/** The frame of the screen the alert came from. */
export function source({ view }: SceneContext, opened: number, opacity: number): Layer {
	if (opacity <= 0) return {};
	return {
		marks: [{ type: 'rect', key: 'source', ...roomTiles(view, opened)[OURS], stroke: 'signal', width: 3, opacity }]
	};
}
