import type { Order, Report } from './messages';
import { startWorker } from './start';

/** The line to the worker. */
export interface Hand {
	/** Whether the worker has its network. */
	readonly taught: boolean;
	/** Starts it, if none runs. */
	hire(): void;
	/** Pictures are handed over; without a worker nothing is told. */
	tell(order: Order): void;
	dismiss(): void;
}

/** @param broke the worker has died; another can be hired */
export function createHand(hear: (report: Report) => void, broke: () => void): Hand {
	let worker: Worker | null = null;
	const hand = {
		taught: false,
		hire(): void {
			if (worker) return;
			worker = startWorker();
			worker.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
			worker.onerror = (event) => {
				event.preventDefault();
				hand.dismiss();
				broke();
			};
		},
		tell(order: Order): void {
			// Weights that were asked for and not sent, since another source was chosen meanwhile, are asked for again.
			if (worker && order.type === 'open' && order.network) hand.taught = true;
			worker?.postMessage(order, order.type === 'picture' ? [order.rgba.buffer as ArrayBuffer] : []);
		},
		dismiss(): void {
			worker?.terminate();
			worker = null;
			hand.taught = false;
		}
	};
	return hand;
}
