/** Least milliseconds between two messages: screen readers need time to read one out. */
const GAP = 2000;

export interface Announcer {
	/** Says a text aloud, and shows it when `shown`. Of several within two seconds only the last is said. */
	say(text: string, shown?: boolean): void;
	/** Empties the region, which says nothing. */
	clear(): void;
}

/**
 * The page's one live region (`role="status"`). Only what a reader does makes it speak, scrolling never.
 * The same text said again is read again.
 */
export function createAnnouncer(region: HTMLElement, now: () => number = () => performance.now()): Announcer {
	let last = -Infinity;
	let timer: ReturnType<typeof setTimeout> | undefined;
	return {
		say(text, shown = false) {
			clearTimeout(timer);
			region.textContent = '';
			// A region must be seen empty before it is filled, or the same words are no change.
			timer = setTimeout(
				() => {
					last = now();
					region.textContent = text;
					region.classList.toggle('shown', shown);
				},
				Math.max(60, shown ? 0 : last + GAP - now())
			);
		},
		clear() {
			clearTimeout(timer);
			region.textContent = '';
		}
	};
}
