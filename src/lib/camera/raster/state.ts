import type { Pen } from '../../drawing/types';
import type { Transform } from './curves';

/** What a pen draws with. */
export type Style = Pick<Pen, 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'globalAlpha'>;

/** As a canvas begins. */
export const createStyle = (): Style => ({
	fillStyle: '#000000',
	strokeStyle: '#000000',
	lineWidth: 1,
	lineCap: 'butt',
	lineJoin: 'miter',
	globalAlpha: 1
});

export const createTransform = (): Transform => ({ sx: 1, sy: 1, tx: 0, ty: 0 });

/** Keeps styles and transforms and gives them back, the last first; its places are used again. */
export interface States {
	save(style: Style, transform: Transform): void;
	/** Does nothing when nothing is kept. */
	restore(style: Style, transform: Transform): void;
}

export function createStates(): States {
	const kept: { style: Style; transform: Transform }[] = [];
	let depth = 0;
	return {
		save(style, transform) {
			if (depth === kept.length) kept.push({ style: createStyle(), transform: createTransform() });
			const place = kept[depth++];
			copyStyle(style, place.style);
			copyTransform(transform, place.transform);
		},
		restore(style, transform) {
			if (depth === 0) return;
			const place = kept[--depth];
			copyStyle(place.style, style);
			copyTransform(place.transform, transform);
		}
	};
}

function copyStyle(from: Style, to: Style): void {
	to.fillStyle = from.fillStyle;
	to.strokeStyle = from.strokeStyle;
	to.lineWidth = from.lineWidth;
	to.lineCap = from.lineCap;
	to.lineJoin = from.lineJoin;
	to.globalAlpha = from.globalAlpha;
}

function copyTransform(from: Transform, to: Transform): void {
	to.sx = from.sx;
	to.sy = from.sy;
	to.tx = from.tx;
	to.ty = from.ty;
}
