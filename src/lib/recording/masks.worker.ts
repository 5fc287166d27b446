import { createRecomputer, type MaskNews, type MaskOrder } from './masks';

/** Masks made anew beside everything else: the stage goes on meanwhile, and does without if this cannot be had. */
const order = createRecomputer(
	(news: MaskNews) =>
		postMessage(news, {
			transfer:
				news.type === 'seen' ? news.frames.flatMap((f) => [f.mask, f.labels, f.background].map((a) => a.buffer)) : []
		}),
	(run) => setTimeout(run)
);
addEventListener('message', (event: MessageEvent<MaskOrder>) => order(event.data));
