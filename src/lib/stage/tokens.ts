/** The page's colours, once for canvas and SVG. Kept in step with src/app.css by tests/unit/tokens.test.ts. */
export const TOKENS: Record<string, string> = {
	paper: '#F6EFE2',
	ground: '#EFE4CF',
	ink: '#1D1B1A',
	signal: '#F2391B',
	'signal-text': '#C4260C',
	night: '#16181B',
	solved: '#46685E',
	ochre: '#C99A3F',
	blue: '#44587A',
	muted: '#6B645B'
};

/** A token's colour, or the colour itself; undefined and 'none' give undefined. */
export const colour = (c: string | undefined): string | undefined =>
	c === undefined || c === 'none' ? undefined : (TOKENS[c] ?? c);

export const FAMILY = { grot: 'Bricolage Grotesque', news: 'Newsreader', mono: 'Martian Mono' } as const;
