import { createCanvas, GlobalFonts, Path2D as NodePath, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paintSetting } from '../drawing/settings/settings';
import type { Recording } from '../recording/types';
import type { Frame, Mark } from '../picture/frame';
import { paintMarks } from './marks';
import { createPainter, type StagePen } from './paint';
import { FAMILY } from './tokens';

/** Paints frames to images in Node: the stills, the packs and the pictures of the README. */
export interface NodeStage {
	render(frame: Frame, width: number, height: number, ratio?: number): Canvas;
	/** Paints a frame with a pen of the caller's, such as a PDF's page; `ratio` says how finely what is kept as pixels is. */
	paint(pen: SKRSContext2D, frame: Frame, width: number, height: number, ratio?: number): void;
	/** Paints marks alone. */
	write(pen: SKRSContext2D, marks: Mark[]): void;
}

/** `fonts` is the folder of the site's fonts. */
export function createNodeStage(recording: Recording, fonts: string): NodeStage {
	for (const [name, files] of [
		[FAMILY.grot, ['bricolage.woff2']],
		[FAMILY.news, ['newsreader.woff2', 'newsreader-italic.woff2']],
		[FAMILY.mono, ['martian.woff2']]
	] as const)
		for (const file of files) {
			const path = join(fonts, file);
			if (!existsSync(path)) throw new Error(`${path} is missing: run "npm run fonts"`);
			GlobalFonts.register(readFileSync(path), name);
		}
	const painter = createPainter({
		settings: paintSetting,
		street: recording.street,
		createSurface(width, height) {
			const canvas = createCanvas(width, height);
			return { canvas: canvas as unknown as CanvasImageSource, pen: canvas.getContext('2d') as unknown as StagePen };
		},
		createPath: (d) => new NodePath(d) as unknown as Path2D,
		sensor(at, layer) {
			const rgba = recording.sensor(at, layer);
			if (!rgba) return null;
			const canvas = createCanvas(320, 180);
			const pen = canvas.getContext('2d');
			const image = pen.createImageData(320, 180);
			image.data.set(rgba);
			pen.putImageData(image, 0, 0);
			return canvas as unknown as CanvasImageSource;
		}
	});
	const write: NodeStage['write'] = (pen, marks) =>
		paintMarks(pen as unknown as StagePen, marks, (d) => new NodePath(d) as unknown as Path2D);
	const paint: NodeStage['paint'] = (pen, frame, width, height, ratio = 1) => {
		painter.paint(pen as unknown as StagePen, frame, width, height, ratio);
		write(pen, frame.marks);
	};
	return {
		paint,
		write,
		render(frame, width, height, ratio = 1) {
			const canvas = createCanvas(Math.round(width * ratio), Math.round(height * ratio));
			const pen = canvas.getContext('2d');
			pen.scale(ratio, ratio);
			paint(pen, frame, width, height, ratio);
			return canvas;
		}
	};
}
