import type { Capture } from './capture';

/** Shows a film or a camera to the machine: one picture at a time, no more of them than are wanted. */
export interface Projector {
	readonly capture: Capture;
	/** Seconds told when what is shown now began: the machine's clock only grows, a film may begin anew. */
	readonly passed: number;
	/** Seconds of the film: as the file says, until it ends sooner. */
	readonly seconds: number;
	/** Pictures a second that are wanted. */
	fps: number;
	play(on: boolean, pace: number): void;
	/** The machine has looked at what it was given. */
	done(): void;
	/** Begins a film anew, for a machine whose clock goes on. */
	rewind(): void;
	close(): void;
}

export interface Screen {
	/** A picture of the film, and seconds of the machine's clock. */
	show(rgba: Uint8ClampedArray<ArrayBuffer>, time: number): void;
	/** Nothing more comes. `cut`: sooner than it should have. */
	over(cut: boolean): void;
}

/** Part of the time between two pictures by which one may come early. */
const EARLY = 0.25;
/** Seconds of a film that may be missing at its end. */
const MISSING = 1.5;

export function createProjector(capture: Capture, { show, over }: Screen): Projector {
	const { video, live } = capture;
	let busy = false;
	let open = true;
	let playing = false;
	let last = 0;
	let due = -Infinity;
	let wanted = 1;
	/** Begun anew, and nothing shown of it since. */
	let anew = false;
	const self = {
		capture,
		passed: 0,
		seconds: capture.seconds,
		fps: 25,
		play,
		done: () => void (busy = false),
		rewind,
		close
	};

	capture.watch((time) => {
		if (!open || !playing || busy) return;
		const at = self.passed + time;
		if (at < due - EARLY / self.fps || at <= last) return;
		due = (at - due > 1 / self.fps ? at : due) + 1 / self.fps;
		busy = true;
		last = at;
		anew = false;
		show(capture.take(), at);
	});
	// Word of an end may come when the film has been begun anew meanwhile: then it is no end.
	video.onended = () => open && !live && video.ended && end(capture.seconds - video.currentTime > MISSING);
	video.onerror = () => {
		if (!open) return;
		if (!anew) return end(true);
		anew = false;
		capture.rewind();
		play(playing, wanted);
	};
	for (const track of capture.tracks) track.onended = () => open && over(true);

	function end(cut: boolean): void {
		self.seconds = video.currentTime;
		over(cut);
	}

	function play(on: boolean, pace: number): void {
		playing = on;
		wanted = pace;
		video.playbackRate = live ? 1 : pace;
		if (on) void video.play().catch(() => (playing = false));
		else video.pause();
	}

	function rewind(): void {
		self.passed = last + 1;
		due = -Infinity;
		anew = true;
		capture.rewind();
	}

	function close(): void {
		open = false;
		capture.close();
	}

	return self;
}
