import type { View } from '../picture/frame';
import type { Assets } from './assets';
import type { Sheets } from './dom';
import type { Lack } from './messages';

/** Why a step's still stands in for its picture: what could not be had, or that the picture is late. */
export type Loss = Lack | 'worker' | 'slow';

export interface StageState {
	/** `chapter.N` of the step whose whole picture is on stage, marks and numbers included; null while it shows less. */
	live: string | null;
	/** Why the step's still stands in for its picture; null while it does not. */
	lost: Loss | null;
}

interface At {
	chapter: string;
	step: number;
}

/** Decides between a step's live picture and its still. */
export interface StandIn {
	readonly state: StageState;
	/** The whole picture of a step is on stage. */
	whole(at: At): void;
	/** Less than the whole picture is: the still comes at once where it is known why, else when the picture is late. */
	less(at: At, view: View, loss: Loss | null): void;
	/** Another place is wanted: what stands on stage is of another step until the picture of this one comes. */
	moved(at: At): void;
	stop(): void;
}

/** Milliseconds without a whole picture of where the reader is before the still comes. */
const LATE = 4000;

const stepOf = ({ chapter, step }: At) => `${chapter}.${step}`;

/** `early`: nothing on stage is of the place first asked for, whose still is shown until its picture comes. */
export function createStandIn(
	sheets: Pick<Sheets, 'still'>,
	assets: Pick<Assets, 'still'>,
	changed: (state: StageState) => void,
	early = false
): StandIn {
	let state: StageState = { live: null, lost: null };
	let late: ReturnType<typeof setTimeout> | undefined;
	/** The step that something was last lost for: while that is tried again it is still what is missing. */
	let lostAt = '';
	const still = (at: At, view: View) => sheets.still(assets.still(stepOf(at), view.width < view.height));

	function become(live: string | null, lost: Loss | null): void {
		if (live === state.live && lost === state.lost) return;
		changed((state = { live, lost }));
	}
	function rest(at: At, view: View, loss: Loss): void {
		clearTimeout(late);
		late = undefined;
		still(at, view);
		lostAt = stepOf(at);
		become(null, loss);
	}
	return {
		get state() {
			return state;
		},
		whole(at) {
			clearTimeout(late);
			late = undefined;
			early = false;
			sheets.still('');
			become(stepOf(at), null);
		},
		less(at, view, loss) {
			const known = loss ?? state.lost;
			if (known) return rest(at, view, loss ?? (lostAt === stepOf(at) ? known : 'slow'));
			if (early) still(at, view);
			become(null, null);
			late ??= setTimeout(() => rest(at, view, 'slow'), LATE);
		},
		moved(at) {
			if (state.live !== stepOf(at)) become(null, state.lost);
		},
		stop: () => clearTimeout(late)
	};
}
