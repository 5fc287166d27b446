/** A page of the kit: its address below /LANG/teach/, its paper, and how many pages it prints as in every language. */
export interface Sheet {
	name: string;
	paper: 'A4' | 'A3';
	pages: number;
}

/** Every page of the kit, in the order in which the kit lists them. */
export const SHEETS: readonly Sheet[] = [
	{ name: 'plans', paper: 'A4', pages: 4 },
	{ name: 'pupils', paper: 'A4', pages: 2 },
	{ name: 'teachers', paper: 'A4', pages: 3 },
	{ name: 'game', paper: 'A4', pages: 3 },
	{ name: 'cards', paper: 'A4', pages: 8 },
	{ name: 'debate', paper: 'A4', pages: 3 },
	{ name: 'posters', paper: 'A3', pages: 3 },
	{ name: 'task', paper: 'A4', pages: 1 },
	{ name: 'privacy', paper: 'A4', pages: 1 },
	{ name: 'rights', paper: 'A4', pages: 1 },
	{ name: 'request', paper: 'A4', pages: 2 },
	{ name: 'usb', paper: 'A4', pages: 1 }
];

/** What the story may take on paper, scrolled or on one page: pages of A4, and bytes of its PDF. */
export const ARTICLE = { pages: 30, bytes: 8_000_000 };
