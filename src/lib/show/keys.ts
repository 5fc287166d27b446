/** What keys ask of the show. */
export type Command =
	| 'next'
	| 'previous'
	| 'first'
	| 'last'
	| 'jump'
	| 'overview'
	| 'black'
	| 'larger'
	| 'smaller'
	| 'contrast'
	| 'fullscreen'
	| 'speaker'
	| 'task'
	| 'help'
	| 'close';

/** The ten keys, as they are listed under `?`: what each does, and what is pressed for it, as `KeyboardEvent.key` has it. */
export const KEYS: readonly { does: string; commands: Partial<Record<Command, readonly string[]>> }[] = [
	{
		does: 'step',
		commands: {
			next: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n'],
			previous: ['ArrowLeft', 'ArrowUp', 'PageUp', 'p']
		}
	},
	{ does: 'ends', commands: { first: ['Home'], last: ['End'] } },
	{ does: 'jump', commands: { jump: ['g'] } },
	{ does: 'overview', commands: { overview: ['o'] } },
	{ does: 'black', commands: { black: ['b', '.'] } },
	{ does: 'size', commands: { larger: ['+', '='], smaller: ['-'] } },
	{ does: 'contrast', commands: { contrast: ['c'] } },
	{ does: 'fullscreen', commands: { fullscreen: ['f'] } },
	{ does: 'speaker', commands: { speaker: ['s'] } },
	{ does: 'task', commands: { task: ['t'] } }
];

const COMMANDS = new Map<string, Command>(
	KEYS.flatMap(({ commands }) =>
		(Object.entries(commands) as [Command, readonly string[]][]).flatMap(([command, keys]) =>
			keys.map((key): [string, Command] => [key, command])
		)
	)
);
COMMANDS.set('?', 'help').set('Escape', 'close');

/** What of a key press counts. */
export type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * What a press asks for: a command, a digit that begins a jump, or nothing. With `letters` false, keys that write
 * something ask for nothing, so that who dictates or brushes a key goes nowhere.
 */
export function commandOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Press, letters = true): Command | number | null {
	if (ctrlKey || altKey || metaKey) return null;
	if (key === ' ') return shiftKey ? 'previous' : 'next';
	if (key.length === 1 && !letters) return null;
	if (/^\d$/.test(key)) return Number(key);
	return COMMANDS.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}

const WRITES = 'input, textarea, select, [contenteditable]';

/**
 * Keys lead the show: they are heard on the whole window, so that they work after a click as before it. Whoever writes
 * keeps their keys, all but Escape; whoever stands on a button or link keeps those that press it.
 */
export function followCommands(
	run: (asked: Command | number) => void,
	letters: () => boolean,
	target: EventTarget = window
): () => void {
	const hear = (e: Event) => {
		const event = e as KeyboardEvent;
		if (event.defaultPrevented) return;
		const on = event.target as Element | null;
		if (on?.closest?.(WRITES) && event.key !== 'Escape') return;
		if (on?.closest?.('button, a, summary, label') && (event.key === ' ' || event.key === 'Enter')) return;
		const asked = commandOf(event, letters());
		if (asked === null) return;
		event.preventDefault();
		// Who holds a key down goes on step by step; nothing is switched on and off in between.
		if (event.repeat && asked !== 'next' && asked !== 'previous') return;
		run(asked);
	};
	target.addEventListener('keydown', hear);
	return () => target.removeEventListener('keydown', hear);
}
