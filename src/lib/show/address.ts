/** What an address asks of the show, beside the step, which its hash names. */
export interface Options {
	/** Numbers of the chapters to be shown; none: all. */
	chapters: number[];
	/** Whether pages lead elsewhere. */
	links: boolean;
	/** Whether a line of text stands under the picture. */
	line: boolean;
	/** Seconds without a hand after which it begins anew by itself; 0: it is led by somebody. */
	kiosk: number;
	/** Things are shown as on a washed-out projector. */
	projector: boolean;
	/** Index into SIZES. */
	size: number;
	/** The speaker's window shows picture and notes in one, for a screen that cannot be extended. */
	mirror: boolean;
}

/** How much larger than usual things are shown; the middle one is usual. */
export const SIZES = [0.8, 1, 1.2];

export const USUAL: Options = {
	chapters: [],
	links: true,
	line: true,
	kiosk: 0,
	projector: false,
	size: 1,
	mirror: false
};

/** Seconds a kiosk waits at least and at most. */
const KIOSK = [10, 3600] as const;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Reads an address's query. What cannot be read is left as usual, what is out of bounds is brought within them. */
export function readOptions(query: string, chapters = 14): Options {
	const asked = new URLSearchParams(query);
	const numbers = (asked.get('c') ?? '')
		.split(',')
		.filter((part) => /^\d{1,2}$/.test(part))
		.map(Number)
		.filter((n) => n < chapters);
	const number = (key: string, usual: number) => {
		const text = asked.get(key);
		return text && /^\d{1,6}$/.test(text) ? Number(text) : usual;
	};
	const kiosk = number('kiosk', 0);
	return {
		chapters: [...new Set(numbers)].sort((a, b) => a - b),
		links: asked.get('links') !== '0' && !kiosk,
		line: asked.get('line') !== '0',
		kiosk: kiosk && clamp(kiosk, ...KIOSK),
		projector: asked.get('contrast') === '1',
		size: clamp(number('size', USUAL.size), 0, SIZES.length - 1),
		mirror: asked.get('mirror') === '1'
	};
}

/** A page of the site by its folder's address. From a disk its file has to be named: nobody else finds it. */
export const pageAt = (folder: string): string => (location.protocol === 'file:' ? `${folder}index.html` : folder);

/** The query that asks for these options, with its question mark; '' for the usual. */
export function printOptions(options: Partial<Options>): string {
	const { chapters, links, line, kiosk, projector, size, mirror } = { ...USUAL, ...options };
	const parts = [
		chapters.length ? `c=${chapters.join(',')}` : '',
		links ? '' : 'links=0',
		line ? '' : 'line=0',
		kiosk ? `kiosk=${kiosk}` : '',
		projector ? 'contrast=1' : '',
		size === USUAL.size ? '' : `size=${size}`,
		mirror ? 'mirror=1' : ''
	].filter(Boolean);
	return parts.length ? `?${parts.join('&')}` : '';
}
