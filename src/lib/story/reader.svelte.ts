/** Where the reader is, and what they chose: what the parts of the page that are alive follow. */
export class Reader {
	/** Index of the step now read. */
	index = $state(0);
	/** Things move. */
	motion = $state(true);
	/** They take the short path: other chapters are left out. */
	short = $state(false);
}
