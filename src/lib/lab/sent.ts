/**
 * Proof that nothing leaves. From `seal` on the page can ask for nothing (a policy it gives itself), and `sent` counts what
 * it tried nonetheless: what was asked for, as the browser lists it, and what the policy refused.
 */
export interface Seal {
	/** Bytes of requests since `begin`: address and body of each; those the policy refused are counted apart. */
	readonly bytes: number;
	readonly refused: number;
	/** Counts anew: a film is opened. */
	begin(): void;
	/** Hears of changes. */
	watch(changed: () => void): void;
}

/** What a page may still do: show what it has. Workers, films and pictures of its own come as blobs. */
const POLICY = "connect-src 'none'; form-action 'none'; media-src blob: mediastream:; img-src 'self' blob: data:";

/** Forbids the page every connection, for as long as it is open; it cannot be undone. Returns the counter. */
export function seal(): Seal {
	const changed: (() => void)[] = [];
	let begun = performance.now();
	const counter = {
		bytes: 0,
		refused: 0,
		begin() {
			begun = performance.now();
			counter.bytes = 0;
			counter.refused = 0;
		},
		watch: (heard: () => void) => void changed.push(heard)
	};
	document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
		counter.refused += blockedURI.length;
		for (const heard of changed) heard();
	});
	new PerformanceObserver((list) => {
		for (const { name, startTime } of list.getEntries()) {
			// The browser lists what was asked for when it has come.
			if (startTime < begun) continue;
			// Films and pictures of the page's own have addresses too; they are on the device.
			if (/^(blob|data):/.test(name)) continue;
			counter.bytes += name.length;
			for (const heard of changed) heard();
		}
	}).observe({ type: 'resource' });
	const policy = document.createElement('meta');
	policy.httpEquiv = 'Content-Security-Policy';
	policy.content = POLICY;
	document.head.append(policy);
	return counter;
}
