import type { Order } from './messages';
import { createSession } from './session';

/**
 * Nothing leaves: from here on this script can ask for nothing, whatever it may be made to run. A page's policy does not
 * reach a worker that came from a host.
 */
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts'])
	Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false });

const session = createSession(
	(report, transfer = []) => postMessage(report, { transfer }),
	() => performance.now()
);
/** Milliseconds from one picture of a simulated source to the next; 0 while it stands. */
let every = 0;
/** When the next is due. */
let due = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
	timer = undefined;
	if (!every) return;
	// A machine that is slower than its film does not try to catch up.
	due = Math.max(due + every, performance.now());
	if (!session.advance()) every = 0;
	else timer = setTimeout(tick, Math.max(0, due - performance.now()));
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
	if (data.type === 'play') {
		every = data.on ? 80 / data.pace : 0;
		due = performance.now();
		if (every && timer === undefined) tick();
	} else if (data.type === 'step') session.advance();
	else session.take(data);
});
