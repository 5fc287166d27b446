declare module 'subset-font' {
	/** The font, in WOFF2 here, with the letters of `text` alone. */
	export default function subsetFont(font: Buffer, text: string, options?: Record<string, unknown>): Promise<Buffer>;
}
