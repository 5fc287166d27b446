/**
 * The line between the windows of a show. Messages go two ways at once, since neither is there everywhere: a
 * BroadcastChannel, and `postMessage` to the window that opened this one or was opened by it, which also works between
 * two files of a disk. What comes twice is heard twice: what is said carries its own order (shared.ts).
 */
export interface Line {
	say(data: object): void;
	/** Another window was opened from this one. */
	meet(other: Window | null): void;
	end(): void;
}

/** Milliseconds between two signs of life to the window that opened this one: it may have been loaded anew. */
const PULSE = 1500;

interface Envelope {
	show: 1;
	data: object;
}

const isEnvelope = (value: unknown): value is Envelope =>
	typeof value === 'object' && value !== null && (value as Envelope).show === 1 && 'data' in value;

export interface LineOptions {
	hear(data: unknown): void;
	/** The other window can be spoken to, perhaps for the first time since it was loaded. */
	met(): void;
	/** In tests; a window's own else. */
	self?: Window;
	channel?: BroadcastChannel | null;
}

function openChannel(): BroadcastChannel | null {
	try {
		return new BroadcastChannel('show');
	} catch {
		return null;
	}
}

export function openLine({ hear, met, self = window, channel = openChannel() }: LineOptions): Line {
	let other: Window | null = null;
	const tell = (data: object) => {
		channel?.postMessage({ show: 1, data });
		const to = other ?? (self.opener as Window | null);
		// A file's origin has no name that could be addressed: who listens looks at where it comes from.
		if (to && !to.closed) to.postMessage({ show: 1, data }, '*');
	};
	const byChannel = ({ data }: MessageEvent) => isEnvelope(data) && hear(data.data);
	const byPost = ({ data, origin, source }: MessageEvent) => {
		if (!isEnvelope(data) || origin !== self.location.origin) return;
		const from = source as Window | null;
		if (from && from !== self && from !== other) {
			other = from;
			met();
		}
		hear(data.data);
	};
	channel?.addEventListener('message', byChannel);
	self.addEventListener('message', byPost);
	const pulse = self.opener ? setInterval(() => tell({ here: true }), PULSE) : undefined;
	return {
		say: tell,
		meet: (window) => (other = window),
		end() {
			clearInterval(pulse);
			channel?.close();
			self.removeEventListener('message', byPost);
		}
	};
}
