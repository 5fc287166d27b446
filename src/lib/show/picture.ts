import type { Frame } from '../picture/frame';
import { createStage, type Stage, type StageState } from '../stage/stage';
import type { Position } from '../story/locate';
import { showAssets } from './assets';
import type { ShowData } from './data';
import { placeOf, type Stop } from './sequence';
import { ratioOfShow, viewOfShow } from './view';

/** The element a picture is shown in; for tests, what is on it. */
export interface PictureElement extends HTMLElement {
	inspect?: () => Promise<Frame | null>;
	/** How many pixels of the screen one of the picture's is. */
	zoom?: number;
}

/** A stage for steps of a show. */
export interface Picture {
	show(position: Position, moving: boolean, life?: number): void;
	/** Its element or its window is of another size, or the speaker wants things larger. */
	fit(): void;
	readonly stage: Stage;
	destroy(): void;
}

export interface PictureOptions {
	data: ShowData;
	stops: readonly Stop[];
	/** How many times larger than on a page the picture is shown; asked whenever the element's size may have changed. */
	zoom(): number;
	changed?(state: StageState): void;
	turned?(night: boolean): void;
}

/**
 * Shows steps in an element, as large as a room needs them: composed for fewer pixels than the element has, so that words
 * and lines come out larger. Nothing in it can be reached or pressed.
 */
export function createPicture(element: PictureElement, options: PictureOptions): Picture {
	const { data, stops } = options;
	const measure = () => {
		const zoom = options.zoom();
		const view = viewOfShow(Math.max(1, element.clientWidth), Math.max(1, element.clientHeight), zoom);
		element.zoom = zoom;
		return { view, ratio: ratioOfShow(view, zoom, devicePixelRatio) };
	};
	element.inert = true;
	const stage = createStage(element, showAssets(data.lang, data.up), {
		lang: data.lang,
		seed: data.seed,
		...measure(),
		changed: options.changed,
		turned: options.turned
	});
	element.inspect = stage.inspect;
	return {
		show(position, moving, life = 0) {
			stage.show(placeOf(stops, position), { moving, life });
		},
		fit() {
			const { view, ratio } = measure();
			stage.resize(view, ratio);
		},
		stage,
		destroy: stage.destroy
	};
}
