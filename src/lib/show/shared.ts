import { timerOf, type Timer } from './timer';

/** A task on the wall: what is asked of the room, and the time for it. */
export interface Task {
	text: string;
	timer: Timer;
}

/** What all windows of a show have in common. */
export interface Shared {
	/** `chapter.N`. */
	step: string;
	/** The picture is dark; the speaker's window never is. */
	black: boolean;
	/** Index into SIZES. */
	size: number;
	projector: boolean;
	task: Task | null;
	/** The talk's own clock. */
	timer: Timer;
}

/** What one window says to the others: how things are, and when it said so. Of two, the later counts. */
export interface Said {
	state: Shared;
	stamp: number;
	from: string;
}

export const begin = (step: string): Shared => ({
	step,
	black: false,
	size: 1,
	projector: false,
	task: null,
	timer: timerOf()
});

/** Whether `a` was said after `b`; of two at once, either window finds the same. */
export const isLater = (a: Said, b: Said): boolean => a.stamp > b.stamp || (a.stamp === b.stamp && a.from > b.from);

const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER): value is number =>
	typeof value === 'number' && value >= 0 && value <= most;

const isTimer = (value: unknown): value is Timer => {
	const t = value as Timer | null;
	return (
		typeof t === 'object' &&
		t !== null &&
		isCount(t.before) &&
		(t.since === null || isCount(t.since)) &&
		typeof t.held === 'boolean' &&
		isCount(t.minutes, 600)
	);
};

/** What another window said, if it can be what it should be and names a step that is known; null else. */
export function readSaid(data: unknown, knows: (step: string) => boolean): Said | null {
	const said = data as Said | null;
	if (typeof said !== 'object' || said === null || !isCount(said.stamp) || typeof said.from !== 'string') return null;
	const s = said.state as Shared | undefined;
	if (typeof s !== 'object' || s === null || typeof s.step !== 'string' || !knows(s.step)) return null;
	if (typeof s.black !== 'boolean' || typeof s.projector !== 'boolean' || !isCount(s.size, 2) || !isTimer(s.timer))
		return null;
	if (s.task !== null && (typeof s.task?.text !== 'string' || !isTimer(s.task.timer))) return null;
	return said;
}
