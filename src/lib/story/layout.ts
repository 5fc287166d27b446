import { pause } from './pause';

/** Chapters are laid out when they are near or the page has a moment, and steps far away left aside after: app.css. */
export interface Layout {
	/** Lays all chapters out now: places are true only when everything above has its height. */
	all(): void;
	/** One chapter at a time, so that no task is long. */
	slowly(): Promise<void>;
	/** Steps far away may be left aside, from when the browser has shown a frame of them and remembers their heights. */
	keep(): Promise<void>;
	/** Heights have changed: until `keep` all steps count. */
	release(): void;
}

export function createLayout(chapters: HTMLElement[]): Layout {
	const unlaid = [...chapters];
	let round = 0;
	const lay = (section?: HTMLElement) => section?.classList.add('laid');
	return {
		all: () => unlaid.splice(0).forEach(lay),
		async slowly() {
			while (unlaid.length) {
				lay(unlaid.shift());
				await pause();
			}
		},
		async keep() {
			const own = ++round;
			// Firefox notes heights as a frame ends, which under load may be the next one.
			for (let frame = 0; frame < 2; frame++)
				await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
			for (const section of chapters) {
				if (own !== round) return;
				section.classList.add('kept');
				await pause();
			}
		},
		release() {
			round++;
			for (const section of chapters) section.classList.remove('kept');
		}
	};
}
