import { frameOfAlert, laterAlerts } from '../../centre/queue';
import { ease, mix } from '../../figure/motion';
import { wallRow } from '../../figure/wall/wall';
import type { Rect, SceneContext, View } from '../../picture/frame';
import type { RecordedAlert } from '../../recording/types';

export interface Rows extends Rect {
	/** Height of a row, and how many have room. */
	row: number;
	count: number;
	/** Of its letters. */
	size: number;
	/** The sheet the list is on: how far it goes beyond, and its top. */
	pad: number;
	top: number;
}

/** The operator's list in front of the wall, of which the upper rows stay in sight. */
export function rowsOf(view: View): Rows {
	const { free } = view;
	const phone = view.shape === 'phone';
	const pad = phone ? 8 : 20;
	const w = Math.min(free.w, 840) - 2 * pad;
	const y = wallRow(view, 3) + (phone ? 54 : 104);
	const room = free.y + free.h - y - (phone ? 4 : 12);
	const row = phone ? 36 : Math.min(62, Math.max(room / 8, 25));
	const count = Math.max(3, Math.floor(room / row));
	return {
		x: free.x + (free.w - w) / 2,
		y,
		w,
		h: row * count,
		row,
		count,
		size: phone ? 12 : Math.max(13, Math.min(16, w / 37)),
		pad,
		top: y - (phone ? 50 : 84)
	};
}

/** The row at a place of the list, counted from its top. */
export const rowRect = (g: Rows, place: number): Rect => ({ x: g.x, y: g.y + place * g.row + 2, w: g.w, h: g.row - 4 });

/** World frame of the list: it goes on after Nour's alert until hers stands near the foot. */
export function listFrame({ recording, view }: SceneContext, slot: number, pushed: number): number {
	const at = frameOfAlert(recording);
	const later = laterAlerts(recording);
	const end = later[Math.min(later.length, rowsOf(view).count - 1) - 1]?.frame ?? at;
	return mix(at, end, pushed) - 1.3 * recording.fps * (1 - slot);
}

/** How far each alert has come in at a world frame. */
export const arrivals = ({ recording }: SceneContext, all: RecordedAlert[], now: number): number[] =>
	all.map((a) => ease(now, a.frame - recording.fps * 1.2, a.frame));
