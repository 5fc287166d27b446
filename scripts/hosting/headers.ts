/**
 * What a server says with each file of the site. This table is the one place where it stands: the configurations for
 * nginx, Caddy, Apache and `_headers` are written from it (configs.ts), and `npm run hosting` asks servers for it.
 */

/** What a file is to its readers; the first whose pattern is found in the address counts. */
export const KINDS = [
	/** Named by its content: never changes. */
	{ kind: 'hashed', pattern: '/_app/immutable/' },
	/** A figure in pages of others. */
	{ kind: 'embed', pattern: '/(fr|en)/embed/' },
	{ kind: 'page', pattern: '(/|\\.html)$' },
	{ kind: 'picture', pattern: '\\.(avif|webp|jpg|png|svg|mp4|bin)$' },
	/** Scripts that pages name, tables, labels, feeds: what a correction may change. */
	{ kind: 'file', pattern: '' }
] as const;
export type Kind = (typeof KINDS)[number]['kind'];

export const kindOf = (address: string): Kind => KINDS.find(({ pattern }) => new RegExp(pattern).test(address))!.kind;

/**
 * Where a page may have things from. `wasm-unsafe-eval` is for the lab's neural network alone: without it the lab says
 * that the network cannot run, and all else does. Films of the lab are `media-src`.
 */
const POLICY = {
	'default-src': "'none'",
	'script-src': "'self' 'wasm-unsafe-eval'",
	'style-src': "'self'",
	'img-src': "'self' data: blob:",
	'font-src': "'self'",
	'connect-src': "'self'",
	'media-src': "'self' blob:",
	'worker-src': "'self'",
	'base-uri': "'none'",
	'form-action': "'none'"
};
const asPolicy = (more: Record<string, string>): string =>
	Object.entries({ ...POLICY, ...more })
		.map((directive) => directive.join(' '))
		.join('; ');

/** The strictest policy that the whole site, the lab's network apart, runs under without a report. */
export const STRICT = asPolicy({ 'script-src': "'self'", 'frame-ancestors': '*' });

/** The camera is the lab's, on a page of ours and nowhere else. */
const permissions = (camera: string): string => `camera=${camera}, microphone=(), geolocation=(), payment=(), usb=()`;

/** For whoever embeds: a frame in a sandbox has no origin, and asks for fonts and scripts as a stranger does. */
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
const ALWAYS = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };
/** Is kept, and asked about each time it is wanted: a correction is there on the next reload. */
const ASK = { 'Cache-Control': 'no-cache' };

export const HEADERS: Record<Kind, Record<string, string>> = {
	hashed: {
		...ALWAYS,
		...OPEN,
		'Cache-Control': 'public, max-age=31536000, immutable',
		'Content-Security-Policy': asPolicy({})
	},
	embed: {
		...ALWAYS,
		...ASK,
		'Cross-Origin-Resource-Policy': 'cross-origin',
		// In a sandbox the figure's worker is started from a blob.
		'Content-Security-Policy': asPolicy({ 'worker-src': "'self' blob:", 'frame-ancestors': '*' }),
		'Permissions-Policy': permissions('()')
	},
	page: {
		...ALWAYS,
		...ASK,
		'Content-Security-Policy': asPolicy({ 'frame-ancestors': "'none'" }),
		'Permissions-Policy': permissions('(self)'),
		'Cross-Origin-Opener-Policy': 'same-origin'
	},
	// A redrawn still must not stay behind its corrected text.
	picture: { ...ALWAYS, ...OPEN, 'Cache-Control': 'public, max-age=60', 'Content-Security-Policy': asPolicy({}) },
	file: { ...ALWAYS, ...OPEN, ...ASK, 'Content-Security-Policy': asPolicy({}) }
};

/** Every header there is, in the order in which they are first named. */
export const NAMES = [...new Set(Object.values(HEADERS).flatMap((headers) => Object.keys(headers)))];

/** Content types by the ends of names, and which are sent packed. With `nosniff` a wrong one is a file that is refused. */
export const TYPES: Record<string, { type: string; packed: boolean }> = {
	html: { type: 'text/html', packed: true },
	css: { type: 'text/css', packed: true },
	js: { type: 'text/javascript', packed: true },
	json: { type: 'application/json', packed: true },
	csv: { type: 'text/csv', packed: true },
	txt: { type: 'text/plain', packed: true },
	md: { type: 'text/markdown', packed: true },
	xml: { type: 'application/xml', packed: true },
	svg: { type: 'image/svg+xml', packed: true },
	bin: { type: 'application/octet-stream', packed: true },
	avif: { type: 'image/avif', packed: false },
	webp: { type: 'image/webp', packed: false },
	jpg: { type: 'image/jpeg', packed: false },
	png: { type: 'image/png', packed: false },
	woff2: { type: 'font/woff2', packed: false },
	mp4: { type: 'video/mp4', packed: false }
};
/** Types whose letters are UTF-8, which a server says with them. */
export const IN_LETTERS = ['html', 'css', 'js', 'json', 'csv', 'txt', 'md', 'xml'];
export const PACKED = Object.values(TYPES)
	.filter(({ packed }) => packed)
	.map(({ type }) => type);
