import type { Mark } from '../picture/frame';
import { colour, FAMILY } from './tokens';

/** What drawing marks on a canvas needs beyond the painter's Pen: text, paths from strings, clips, dashes. */
export interface Canvas2D extends Pick<
	CanvasRenderingContext2D,
	| 'save'
	| 'restore'
	| 'translate'
	| 'scale'
	| 'beginPath'
	| 'rect'
	| 'roundRect'
	| 'arc'
	| 'moveTo'
	| 'lineTo'
	| 'clip'
	| 'fillText'
	| 'strokeText'
	| 'setLineDash'
	| 'fillStyle'
	| 'strokeStyle'
	| 'lineWidth'
	| 'lineCap'
	| 'lineJoin'
	| 'globalAlpha'
	| 'font'
	| 'textAlign'
> {
	fill(path?: Path2D): void;
	stroke(path?: Path2D): void;
}

/** How a mark is painted, apart from its shape. */
interface Paint {
	fill?: string;
	fillOpacity?: number;
	stroke?: string;
	width?: number;
	dash?: string;
	opacity?: number;
	round?: boolean;
}

/** Fills and strokes the context's current path, or `path`, as an SVG element with these attributes would be. */
export function paintPath(pen: Canvas2D, p: Paint, path?: Path2D): void {
	const alpha = pen.globalAlpha;
	const fill = colour(p.fill);
	if (fill) {
		pen.globalAlpha = alpha * (p.opacity ?? 1) * (p.fillOpacity ?? 1);
		pen.fillStyle = fill;
		if (path) pen.fill(path);
		else pen.fill();
	}
	const stroke = colour(p.stroke);
	if (stroke) {
		pen.globalAlpha = alpha * (p.opacity ?? 1);
		pen.strokeStyle = stroke;
		pen.lineWidth = p.width ?? 1;
		pen.lineCap = p.round ? 'round' : 'butt';
		pen.lineJoin = 'round';
		pen.setLineDash(p.dash ? p.dash.split(/[ ,]+/).map(Number) : []);
		if (path) pen.stroke(path);
		else pen.stroke();
		pen.setLineDash([]);
	}
	pen.globalAlpha = alpha;
}

/**
 * Paints marks on a canvas: the same list that Marks.svelte draws as SVG, for stills, packs and the contact sheet.
 * `createPath` builds a Path2D of the canvas's own kind from SVG path data.
 */
export function paintMarks(pen: Canvas2D, marks: Mark[], createPath: (d: string) => Path2D): void {
	for (const m of marks) {
		if (m.type === 'group') {
			pen.save();
			pen.translate(m.x ?? 0, m.y ?? 0);
			if (m.scale !== undefined) pen.scale(m.scale, m.scale);
			pen.globalAlpha *= m.opacity ?? 1;
			if (m.clip) {
				pen.beginPath();
				pen.rect(m.clip.x, m.clip.y, m.clip.w, m.clip.h);
				pen.clip();
			}
			paintMarks(pen, m.children, createPath);
			pen.restore();
		} else if (m.type === 'text') {
			pen.save();
			pen.globalAlpha *= m.opacity ?? 1;
			pen.font = `${m.italic ? 'italic ' : ''}${m.weight ?? 500} ${m.size}px "${FAMILY[m.font]}"`;
			pen.textAlign = m.anchor === 'middle' ? 'center' : (m.anchor ?? 'start');
			if (m.halo) {
				pen.strokeStyle = colour(m.halo) ?? m.halo;
				pen.lineWidth = m.width ?? Math.max(3, m.size / 4);
				pen.lineJoin = 'round';
				pen.strokeText(m.text, m.x, m.y);
			}
			pen.fillStyle = colour(m.fill ?? 'ink') ?? '#000';
			pen.fillText(m.text, m.x, m.y);
			pen.restore();
		} else if (m.type === 'path') {
			paintPath(pen, m, createPath(m.d));
		} else {
			pen.beginPath();
			if (m.type === 'rect') {
				if (m.r) pen.roundRect(m.x, m.y, m.w, m.h, m.r);
				else pen.rect(m.x, m.y, m.w, m.h);
			} else if (m.type === 'circle') pen.arc(m.x, m.y, Math.max(0, m.r), 0, 2 * Math.PI);
			else {
				pen.moveTo(m.x1, m.y1);
				pen.lineTo(m.x2, m.y2);
			}
			paintPath(pen, m);
		}
	}
}

/** Marks in a frame, groups opened: what tests count to know that a stage is not empty. */
export const countMarks = (marks: Mark[]): number =>
	marks.reduce((n, m) => n + (m.opacity === 0 ? 0 : m.type === 'group' ? countMarks(m.children) : 1), 0);
