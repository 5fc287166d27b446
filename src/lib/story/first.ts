/** The pictures the stage opens with, and the windows each is for: as lib/picture/view.ts decides. */
export const FIRST: readonly { name: string; media: string }[] = [
	{ name: 'first-phone', media: '(max-width: 699px) and (orientation: portrait)' },
	{ name: 'first-tall', media: '(min-width: 700px) and (orientation: portrait)' },
	{ name: 'first-wide', media: '(orientation: landscape)' }
];
