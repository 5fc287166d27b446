import type { Recording } from '../recording/types';
import type { SensorLayer } from '../picture/frame';
import type { Environment, StagePen } from './paint';

/** The painter's environment in a page or a worker, over whatever recording there is at the moment. */
export function createBrowserEnvironment(recording: () => Recording): Environment {
	const pictures = new Map<string, OffscreenCanvas | HTMLCanvasElement>();
	const create = (width: number, height: number) => {
		if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
		const canvas = document.createElement('canvas');
		canvas.width = width;
		canvas.height = height;
		return canvas;
	};
	return {
		street: recording().street,
		sprites: true,
		createSurface(width, height) {
			const canvas = create(width, height);
			return { canvas, pen: canvas.getContext('2d') as unknown as StagePen };
		},
		createPath: (d) => new Path2D(d),
		sensor(at: number, layer: SensorLayer) {
			const key = `${layer}/${Math.floor(at)}`;
			let picture = pictures.get(key);
			if (!picture) {
				const rgba = recording().sensor(Math.floor(at), layer);
				if (!rgba) return null;
				picture = create(320, 180);
				const pen = picture.getContext('2d') as CanvasRenderingContext2D;
				const image = pen.createImageData(320, 180);
				image.data.set(rgba);
				pen.putImageData(image, 0, 0);
				if (pictures.size > 40) pictures.delete(pictures.keys().next().value as string);
				pictures.set(key, picture);
			}
			return picture;
		}
	};
}
