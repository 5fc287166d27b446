import type { Position } from './locate';
import { stepOfHash, type Timeline } from './timeline';

/*
 * What leads a story besides scrolling (scroll.ts). Each driver is told whom to lead and gives what ends it; none knows
 * what a stage is.
 */

/** The address leads: to the step its hash names, whenever that changes. */
export function followHash(timeline: Timeline, go: (index: number) => void): () => void {
	// What the address was changed to: by the time this is heard it may have been signed over.
	const follow = ({ newURL }: HashChangeEvent) => {
		const index = timeline.indexOf(stepOfHash(new URL(newURL).hash));
		if (index >= 0) go(index);
	};
	addEventListener('hashchange', follow);
	return () => removeEventListener('hashchange', follow);
}

/** Has the address lead to where the reader is, so that it can be kept or sent. */
export function sign(timeline: Timeline, { index, progress }: Position): void {
	const hash = index === 0 && progress < 0.5 ? '' : `#${timeline.ids[index]}`;
	if (location.hash !== hash) history.replaceState(history.state, '', location.pathname + location.search + hash);
}

/** What keys lead to. */
export interface Keys {
	/** Keys that go on by a step, or back, as `KeyboardEvent.key` has them. */
	next: readonly string[];
	previous: readonly string[];
	/** Whether Alt is held with them: without it, keys of a page that scrolls belong to the browser. */
	alt: boolean;
}

export const SCROLLING_KEYS: Keys = { next: ['ArrowDown'], previous: ['ArrowUp'], alt: true };

/** Keys lead: by a step. Whoever writes or sets a control keeps their keys. */
export function followKeys(keys: Keys, step: (by: 1 | -1) => void, target: EventTarget = window): () => void {
	const hear = (e: Event) => {
		const event = e as KeyboardEvent;
		if (event.altKey !== keys.alt || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
		if (!keys.alt && (event.target as Element | null)?.closest?.('input, textarea, select, button, [contenteditable]'))
			return;
		const by = keys.next.includes(event.key) ? 1 : keys.previous.includes(event.key) ? -1 : 0;
		if (!by) return;
		event.preventDefault();
		step(by);
	};
	target.addEventListener('keydown', hear);
	return () => target.removeEventListener('keydown', hear);
}

/** A line to other windows of the same story: a BroadcastChannel, or what does the same where there is none. */
export interface Channel {
	postMessage(data: unknown): void;
	addEventListener(type: 'message', hear: (event: MessageEvent) => void): void;
	removeEventListener(type: 'message', hear: (event: MessageEvent) => void): void;
}

/** Another window leads. Says where this one is, and hears the others; what is not a position of this story is not heard. */
export function followChannel(
	channel: Channel,
	timeline: Timeline,
	go: (position: Position) => void
): { say(position: Position): void; end(): void } {
	const hear = ({ data }: MessageEvent) => {
		const said = data as { type?: unknown; step?: unknown; progress?: unknown } | null;
		if (said?.type !== 'position' || typeof said.step !== 'string') return;
		const index = timeline.ids.indexOf(said.step);
		const progress = Number(said.progress);
		if (index >= 0 && progress >= 0 && progress <= 1) go({ index, progress });
	};
	channel.addEventListener('message', hear);
	return {
		say: ({ index, progress }) => channel.postMessage({ type: 'position', step: timeline.ids[index], progress }),
		end: () => channel.removeEventListener('message', hear)
	};
}

/** A place leads that never changes: `chapter.N` at a share of it. Null for a step the story has not. */
export function fixedAt(timeline: Timeline, step: string, progress = 0.62): Position | null {
	const index = timeline.indexOf(step);
	return index < 0 ? null : { index, progress: Math.max(0, Math.min(1, progress)) };
}
