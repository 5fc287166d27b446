import type { News, Running } from './messages';

/**
 * Paints what each machine looked at into its canvas.
 * @param picture what the page shows itself, where a machine has no layer
 */
export function paint(
	{ layers, by }: News,
	canvases: Partial<Record<Running, HTMLCanvasElement>>,
	format: { width: number; height: number },
	picture?: CanvasImageSource
): void {
	for (const { machine } of by) {
		const canvas = canvases[machine];
		const pen = canvas?.getContext('2d');
		if (!canvas || !pen) continue;
		const layer = layers[machine];
		const { width, height } = layer ?? format;
		if (canvas.width !== width) canvas.width = width;
		if (canvas.height !== height) canvas.height = height;
		if (layer) pen.putImageData(new ImageData(layer.rgba, width, height), 0, 0);
		else if (picture) pen.drawImage(picture, 0, 0);
		else pen.clearRect(0, 0, width, height);
	}
}
