import { createEngine, type Message, type Reply } from './engine';
import type { StagePen } from './paint';

/** The engine in a worker: what it paints is handed over as a bitmap, with the marks of that very picture. */
const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext('2d', { alpha: false }) as unknown as StagePen;
const reply = (r: Reply, transfer: Transferable[] = []) => postMessage(r, { transfer });
const engine = createEngine(
	{
		resize(width, height) {
			if (canvas.width !== width || canvas.height !== height) {
				canvas.width = width;
				canvas.height = height;
			}
			return pen;
		},
		take: () => canvas.transferToImageBitmap()
	},
	reply
);
addEventListener('message', (event: MessageEvent<Message>) => engine(event.data));
reply({ type: 'hello' });
