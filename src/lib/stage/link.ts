import { keepTrying } from './again';
import type { Host } from './host';
import type { Message, Reply } from './messages';

/** The line to an engine, whichever is running: one that dies is replaced, and the next is told what it must know. */
export interface Link {
	/** Tells the engine. What is `lasting` is told every engine from now on, the last of its kind and chapter only. */
	tell(message: Message, lasting?: boolean): void;
	/** The engine that runs; null before one does, and between two. */
	readonly host: Host | null;
	/** No engine runs, and the last try to start one failed. */
	readonly lost: boolean;
	/** Gives up the engine that runs and starts another. */
	replace(): void;
	/** Tries at once, if an engine was to be tried for later. */
	again(): void;
	stop(): void;
}

/**
 * @param open starts an engine; when it rejects, it is tried again later
 * @param hear hears what the running engine says, never what one says that was given up
 * @param running hears that an engine runs and knows everything, or that none could be started
 */
export function createLink(
	open: (hear: (reply: Reply) => void) => Promise<Host>,
	hear: (reply: Reply) => void,
	running: (there: boolean) => void
): Link {
	const lasting = new Map<string, Message>();
	let host: Host | null = null;
	let stopped = false;
	let lost = false;
	let turn = 0;
	let trying = begin();

	function begin() {
		return keepTrying(start, () => {
			lost = true;
			running(false);
		});
	}

	async function start(): Promise<void> {
		const own = ++turn;
		const opened = await open((reply) => {
			if (own === turn) hear(reply);
		});
		if (stopped || own !== turn) return opened.stop();
		host = opened;
		lost = false;
		for (const message of lasting.values()) host.tell(message);
		running(true);
	}

	function end(): void {
		trying.stop();
		turn++;
		host?.stop();
		host = null;
	}

	return {
		get host() {
			return host;
		},
		get lost() {
			return lost;
		},
		tell(message, lasts = false) {
			if (lasts) {
				const kind = 'chapter' in message ? `${message.type} ${message.chapter}` : message.type;
				// Told again in the order of the newest: a recording is opened before what rests on it is asked for.
				lasting.delete(kind);
				lasting.set(kind, message);
			}
			host?.tell(message);
		},
		replace() {
			end();
			trying = begin();
		},
		again: () => trying.now(),
		stop() {
			stopped = true;
			end();
		}
	};
}
