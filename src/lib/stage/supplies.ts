import { keepTrying, type Trying } from './again';
import type { Assets } from './assets';
import type { Lack, Message, Reply } from './messages';
import { promised, type Promised } from './promised';

/** What a stage has brought to its engine, piece by piece, each tried until it is there. */
export interface Supplies {
	/** A chapter's scene and labels. Resolves with the labels when the engine has both. */
	prepare(chapter: string): Promise<Record<string, string>>;
	/** The recording. Resolves when the engine has opened it. */
	record(): Promise<void>;
	/** The page's typefaces; without them the engine does as it did. */
	dress(): Promise<void>;
	/** Hears the engine: what it has, and what it could not get. */
	hear(reply: Reply): void;
	/** Whether something that a chapter lacks could not be had at the last try. */
	isLost(lack: Lack, chapter: string): boolean;
	/** Tries at once what was to be tried again later. */
	again(): void;
	stop(): void;
}

/**
 * @param missed hears of every piece that could not be had
 * @param renew hears that a scene is to be fetched again: some engines never ask again for a script that failed
 */
export function createSupplies(
	assets: Assets,
	tell: (message: Message, lasting?: boolean) => void,
	missed: () => void,
	renew: (chapter: string) => void = () => {}
): Supplies {
	const pieces = new Map<string, { promise: Promise<unknown>; trying: Trying }>();
	const missing = new Set<string>();
	/** What the engine has yet to say it has. */
	const due = new Map<string, Promised<void>>();

	/** Brings a piece, unless it is there or on its way. */
	function bring<T>(piece: string, work: (attempt: number) => Promise<T>): Promise<T> {
		const known = pieces.get(piece);
		if (known) return known.promise as Promise<T>;
		const there = promised<T>();
		const attempt = async (n: number) => {
			const value = await work(n);
			missing.delete(piece);
			there.keep(value);
		};
		const failed = () => {
			missing.add(piece);
			missed();
		};
		pieces.set(piece, { promise: there.promise, trying: keepTrying(attempt, failed) });
		return there.promise;
	}

	/** Tells the engine something, and waits for it to say that it has done it. */
	function have(piece: string, message: Message): Promise<void> {
		const done = promised<void>();
		due.set(piece, done);
		tell(message, true);
		return done.promise;
	}

	return {
		async prepare(chapter) {
			const labels = bring(`labels ${chapter}`, async (attempt) => {
				const labels = await assets.labels(chapter, attempt);
				tell({ type: 'labels', chapter, labels }, true);
				return labels;
			});
			const scene = bring(`scene ${chapter}`, async (attempt) => {
				if (attempt) {
					// Only with a line that works: the engine that is given up has scenes that the next must fetch.
					await assets.labels(chapter, attempt);
					renew(chapter);
				}
				return have(`scene ${chapter}`, { type: 'prepare', chapter });
			});
			return (await Promise.all([labels, scene]))[0];
		},
		record: () =>
			bring('recording', async (attempt) => {
				tell({ type: 'expect' });
				const files = await assets.recording(attempt);
				await have('recording', { type: 'recording', files });
			}),
		dress: () =>
			bring('faces', async () => {
				const faces = await assets.faces().catch(() => null);
				if (faces) tell({ type: 'faces', faces }, true);
			}),
		hear(reply) {
			if (reply.type === 'prepared') due.get(`scene ${reply.chapter}`)?.keep();
			else if (reply.type === 'recorded') due.get('recording')?.keep();
			else if (reply.type === 'lost')
				due.get(reply.chapter ? `scene ${reply.chapter}` : 'recording')?.fail(reply.error);
		},
		isLost: (lack, chapter) => missing.has(lack === 'recording' ? lack : `${lack} ${chapter}`),
		again() {
			for (const { trying } of pieces.values()) trying.now();
		},
		stop() {
			for (const { trying } of pieces.values()) trying.stop();
		}
	};
}
