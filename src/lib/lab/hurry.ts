/** How fast a film is played while its empty scene is learned: as fast as the machine looks at nearly all that is due. */
export interface Hurry {
	readonly pace: number;
	/** Takes what was looked at so far and what was missed; true where the pace has changed. */
	told(looked: number, dropped: number): boolean;
}

/** Film time over real time to begin with, and part of the pictures that may be missed. */
const FASTEST = 4;
const MISSED = 0.3;
/** Pictures from which it is told. */
const ENOUGH = 8;

export function createHurry(fastest = FASTEST): Hurry {
	let since = { looked: 0, dropped: 0 };
	const self = { pace: fastest, told };
	function told(looked: number, dropped: number): boolean {
		const due = looked - since.looked + dropped - since.dropped;
		if (self.pace <= 1 || looked - since.looked < ENOUGH) return false;
		const missed = dropped - since.dropped;
		since = { looked, dropped };
		if (missed < MISSED * due) return false;
		self.pace /= 2;
		return true;
	}
	return self;
}
