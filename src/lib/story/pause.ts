/** The next time the page has nothing else to do, or soon. */
export const pause = (): Promise<void> =>
	new Promise((go) => {
		if (typeof requestIdleCallback === 'function') requestIdleCallback(() => go(), { timeout: 300 });
		else setTimeout(go, 30);
	});
