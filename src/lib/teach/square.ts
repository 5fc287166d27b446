import { fit, MAST, type Camera, type Fit } from '../camera/camera';
import { NEAR } from '../drawing/people/near';
import { createStreetPainter } from '../drawing/street';
import { clockHand } from '../figure/boxes';
import { viewBox } from '../figure/square';
import type { Recording } from '../recording/types';
import { inked } from './line';
import { PaperPen } from './pen';

export interface SquareOptions extends Fit {
	frame: number;
	width: number;
	height: number;
	/** The second ink of a poster; black where there is one ink. */
	spot?: string;
	/** Seconds from which a box is heavy; no boxes when absent. */
	threshold?: number;
	/** Widens the hatching. */
	coarse?: number;
	/** Which boxes have their number written. */
	label?: (box: { id: number; seconds: number }) => string;
}

/** The square at a frame in lines, with the machine's boxes over it. */
export function square(recording: Recording, o: SquareOptions): string {
	const camera = fit(MAST, o.width, o.height, o);
	const pen = new PaperPen();
	const now = recording.street.at(o.frame);
	const painter = createStreetPainter();
	painter.paintBackdrop(pen, now, camera, { near: NEAR, lineScale: 1.1 });
	painter.paintStreet(pen, now, camera, { near: NEAR, shadows: false, lineScale: 1.1 });
	return `${inked(pen.shapes, o.coarse)}${o.threshold === undefined ? '' : boxes(recording, camera, o)}`;
}

/** The boxes of a frame with their clocks; the rest of a clock is what is left until the threshold. */
function boxes(recording: Recording, camera: Camera, o: SquareOptions): string {
	const { threshold = 30, spot = '#000', label = ({ id }) => String(id) } = o;
	const text = Math.max(15, camera.width / 62);
	const taken: number[][] = [];
	/** A label that would lie on another is left out: its box is still there. */
	const room = (x: number, y: number, w: number, h: number): boolean => {
		if (taken.some((t) => x < t[0] + t[2] && x + w > t[0] && y < t[1] + t[3] && y + h > t[1])) return false;
		taken.push([x, y, w, h]);
		return true;
	};
	return recording
		.boxesAt(o.frame)
		.map((box) => ({ box, r: viewBox(box, camera), seconds: recording.dwell(box.id, o.frame) }))
		.filter(({ r }) => r.x > 2 && r.x + r.w < camera.width - 2 && r.y + r.h < camera.height)
		.sort((p, q) => q.seconds - p.seconds)
		.map(({ box, r, seconds }) => {
			const hot = seconds >= threshold;
			const share = Math.min(1, seconds / threshold);
			const said = label({ id: box.id, seconds });
			const radius = text * 0.52;
			const [cx, cy] = [r.x + r.w + radius + 2, r.y + radius];
			const chip = said.length * text * 0.62 + text * 0.5;
			return (
				`<rect x="${r.x.toFixed(1)}" y="${r.y.toFixed(1)}" width="${r.w.toFixed(1)}" height="${r.h.toFixed(1)}" fill="none" stroke="${spot}" stroke-width="${hot ? 4.5 : 2}"${hot ? '' : ' stroke-dasharray="6 4"'}/>` +
				(seconds > 0
					? `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${radius.toFixed(1)}" fill="#fff" stroke="${spot}" stroke-width="1.6"/><path d="${clockHand(Number(cx.toFixed(1)), Number(cy.toFixed(1)), Number(radius.toFixed(1)), share)}" fill="${spot}"/>`
					: '') +
				(said && room(r.x, r.y - text * 1.3, chip, text * 1.3)
					? `<g class="mono"><rect x="${r.x.toFixed(1)}" y="${(r.y - text * 1.3).toFixed(1)}" width="${chip.toFixed(1)}" height="${(text * 1.3).toFixed(1)}" fill="${hot ? spot : '#fff'}" stroke="${spot}" stroke-width="1.6"/><text x="${(r.x + text * 0.25).toFixed(1)}" y="${(r.y - text * 0.32).toFixed(1)}" font-size="${text.toFixed(1)}" fill="${hot ? '#fff' : spot}">${said}</text></g>`
					: '')
			);
		})
		.join('');
}
