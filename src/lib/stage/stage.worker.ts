import type { MaskNews, MaskOrder, Recomputer } from '../recording/masks';
import { createEngine } from './engine';
import { loadFaces } from './faces';
import type { Message, Reply } from './messages';
import type { StagePen } from './paint';
import type { Screen } from './screen';

/**
 * The story's one worker script, started twice: by the page as the engine, and by the engine, under the name `masks`, as
 * what makes masks anew beside it. Two scripts would each bring a copy of street and drawing; one is fetched once.
 */
const MASKS = 'masks';

/** A canvas whose pictures are handed over as bitmaps. Every one is painted from nothing. */
function createScreen(alpha: boolean): Screen {
	const canvas = new OffscreenCanvas(1, 1);
	const pen = canvas.getContext('2d', { alpha }) as unknown as StagePen | null;
	return {
		resize(width, height) {
			if (canvas.width !== width || canvas.height !== height) {
				canvas.width = width;
				canvas.height = height;
			}
			return pen;
		},
		take: () => canvas.transferToImageBitmap()
	};
}

/** The engine: what it paints is handed over as a bitmap, with the marks of that very picture. */
function runEngine(): void {
	const reply = (r: Reply, transfer: Transferable[] = []) => postMessage(r, { transfer });
	const engine = createEngine({
		screen: createScreen(false),
		reply,
		openRecomputer,
		openSheet: async (faces) => ((await loadFaces(faces)) ? createScreen(true) : null)
	});
	addEventListener('message', (event: MessageEvent<Message>) => engine(event.data));
	reply({ type: 'hello' });
}

/** This same script as the second worker; null where a worker can start none. */
function openRecomputer(): Recomputer | null {
	if (typeof Worker === 'undefined') return null;
	try {
		const worker = new Worker(location.href, { type: 'module', name: MASKS });
		const runner: Recomputer = { order: (order) => worker.postMessage(order), hear: () => {} };
		worker.onmessage = ({ data }: MessageEvent<MaskNews>) => runner.hear(data);
		// Without it the story shows the one frame that was kept.
		worker.onerror = (event) => event.preventDefault();
		return runner;
	} catch {
		return null;
	}
}

function runMasks(): void {
	const tell = (news: MaskNews) =>
		postMessage(news, {
			transfer:
				news.type === 'seen' ? news.frames.flatMap((f) => [f.mask, f.labels, f.background].map((a) => a.buffer)) : []
		});
	const opened = import('../recording/recompute').then(({ createRecomputer }) =>
		createRecomputer(tell, (run) => setTimeout(run))
	);
	// Listens at once: orders come before the pipeline has arrived.
	addEventListener('message', ({ data }: MessageEvent<MaskOrder>) => void opened.then((order) => order(data)));
}

/**
 * WebKit evaluates this script a second time when a chunk imports what the bundler left in it; there must not be two
 * engines in one worker.
 */
const place = self as unknown as { started?: true };
if (!place.started) {
	place.started = true;
	if (self.name === MASKS) runMasks();
	else runEngine();
}
