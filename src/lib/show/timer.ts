/** A clock that counts what passes, as plain data: every window that has it tells the same time. */
export interface Timer {
	/** Milliseconds counted before it was last started. */
	before: number;
	/** Time of day it was started at, in milliseconds; null while it stands. */
	since: number | null;
	/** It stands because the picture is dark, and goes on when there is light. */
	held: boolean;
	/** Minutes it counts down from; 0: it counts up alone. */
	minutes: number;
}

/** Minutes a countdown may be set to. */
export const MINUTES = [1, 90] as const;

export const timerOf = (minutes = 0): Timer => ({ before: 0, since: null, held: false, minutes });

/** Milliseconds that have passed; a clock of the machine that was set back counts nothing. */
export const elapsed = ({ before, since }: Timer, now: number): number =>
	before + (since === null ? 0 : Math.max(0, now - since));

/** Milliseconds left; below 0 when time is over. Null without a countdown. */
export const left = (timer: Timer, now: number): number | null =>
	timer.minutes ? timer.minutes * 60_000 - elapsed(timer, now) : null;

export const start = (timer: Timer, now: number): Timer =>
	timer.since === null ? { ...timer, since: now, held: false } : timer;

export const pause = (timer: Timer, now: number): Timer => ({
	...timer,
	before: elapsed(timer, now),
	since: null,
	held: false
});

/** Dark: what runs stands, and is remembered to have run. */
export const hold = (timer: Timer, now: number): Timer =>
	timer.since === null ? timer : { ...pause(timer, now), held: true };

/** Light again: what ran before runs on. */
export const release = (timer: Timer, now: number): Timer => (timer.held ? start(timer, now) : timer);

export const setMinutes = (timer: Timer, minutes: number): Timer => ({
	...timer,
	minutes: minutes <= 0 ? 0 : Math.max(MINUTES[0], Math.min(MINUTES[1], Math.round(minutes)))
});

/** `m:ss`, or `h:mm:ss` from an hour on; a minus before what is over. */
export function printTime(milliseconds: number): string {
	const whole = Math.abs(milliseconds < 0 ? Math.ceil(milliseconds / 1000) : Math.floor(milliseconds / 1000));
	const two = (n: number) => String(n).padStart(2, '0');
	const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
	return (milliseconds < 0 && whole ? '\u2212' : '') + (h ? `${h}:${two(m)}` : `${m}`) + `:${two(s)}`;
}
