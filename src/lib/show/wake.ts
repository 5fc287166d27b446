/** Keeps the screen on while the page is seen, where the browser can. Gives what lets it sleep again. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let over = false;
	async function ask(): Promise<void> {
		if (document.hidden || over || !('wakeLock' in navigator)) return;
		// A battery that runs low refuses, and a page that asks again when it is next seen is all there is to do.
		lock = await navigator.wakeLock.request('screen').catch(() => null);
		if (over) void lock?.release();
	}
	const seen = () => void ask();
	document.addEventListener('visibilitychange', seen);
	seen();
	return () => {
		over = true;
		document.removeEventListener('visibilitychange', seen);
		void lock?.release();
	};
}
