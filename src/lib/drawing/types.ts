/**
 * The part of CanvasRenderingContext2D the painter uses. Implemented by a browser canvas, by @napi-rs/canvas at
 * build, and by lib/camera/raster (our own small software rasteriser, the same pixels on every engine) for the sensor.
 * `arc`, `ellipse` only with constant angles 0..2PI or given literal angles.
 */
export interface Pen {
	fillStyle: unknown;
	strokeStyle: unknown;
	lineWidth: number;
	lineCap: 'butt' | 'round' | 'square';
	lineJoin: 'bevel' | 'round' | 'miter';
	globalAlpha: number;
	save(): void;
	restore(): void;
	translate(x: number, y: number): void;
	scale(x: number, y: number): void;
	beginPath(): void;
	closePath(): void;
	moveTo(x: number, y: number): void;
	lineTo(x: number, y: number): void;
	quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
	bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
	arc(x: number, y: number, r: number, from: number, to: number): void;
	ellipse(x: number, y: number, rx: number, ry: number, rotation: number, from: number, to: number): void;
	rect(x: number, y: number, w: number, h: number): void;
	fill(): void;
	stroke(): void;
	fillRect(x: number, y: number, w: number, h: number): void;
}
