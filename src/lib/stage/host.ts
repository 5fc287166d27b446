import type { Message, Reply } from './messages';
import type { StagePen } from './paint';
import type { Screen } from './screen';

/** A running engine, wherever it runs. */
export interface Host {
	tell(message: Message): void;
	/** Puts the bitmaps that came with a picture on the stage: the drawing, and its marks if they are painted. */
	put(drawing?: ImageBitmap, marks?: ImageBitmap): void;
	/** Where pictures are made: shown by nobody, read by tests. */
	readonly place: 'worker' | 'page';
	stop(): void;
}

/**
 * Starts the engine in a worker, or in the page where there can be none: browsers without OffscreenCanvas, policies that
 * forbid workers, a script that could not be had. `sheet` lies over `canvas`. Resolves when the engine listens; rejects
 * when its code cannot be had at all.
 */
export async function openHost(
	canvas: HTMLCanvasElement,
	sheet: HTMLCanvasElement,
	hear: (reply: Reply) => void
): Promise<Host> {
	try {
		return await inWorker(canvas, sheet, hear);
	} catch {
		return inPage(canvas, hear);
	}
}

function inWorker(canvas: HTMLCanvasElement, sheet: HTMLCanvasElement, hear: (reply: Reply) => void): Promise<Host> {
	return new Promise((resolve, reject) => {
		if (typeof OffscreenCanvas === 'undefined' || !('transferToImageBitmap' in OffscreenCanvas.prototype))
			throw new Error('no OffscreenCanvas');
		const worker = new Worker(new URL('./stage.worker.ts', import.meta.url), { type: 'module' });
		worker.onerror = (event) => {
			event.preventDefault();
			worker.terminate();
			reject(new Error(event.message));
		};
		worker.onmessage = ({ data }: MessageEvent<Reply>) => {
			if (data.type !== 'hello') return hear(data);
			const under = canvas.getContext('bitmaprenderer');
			const over = sheet.getContext('bitmaprenderer');
			worker.onerror = (event) => event.preventDefault();
			resolve({
				tell: (message) => worker.postMessage(message),
				put(drawing, marks) {
					if (drawing) under?.transferFromImageBitmap(drawing);
					if (marks) over?.transferFromImageBitmap(marks);
				},
				place: 'worker',
				stop: () => worker.terminate()
			});
		};
	});
}

async function inPage(canvas: HTMLCanvasElement, hear: (reply: Reply) => void): Promise<Host> {
	const { createEngine } = await import('./engine');
	const pen = canvas.getContext('2d', { alpha: false }) as unknown as StagePen | null;
	const screen: Screen = {
		resize(width, height) {
			if (canvas.width !== width || canvas.height !== height) {
				canvas.width = width;
				canvas.height = height;
			}
			return pen;
		},
		take: () => undefined
	};
	let stopped = false;
	// Answers come after the question has been put, as from a worker.
	const engine = createEngine({ screen, reply: (reply) => queueMicrotask(() => stopped || hear(reply)) });
	return { tell: engine, put: () => {}, place: 'page', stop: () => (stopped = true) };
}
