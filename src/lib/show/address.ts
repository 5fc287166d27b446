/** What an address asks of the show, beside the step, which its hash names. */
export interface Options {
	/** Numbers of the chapters to be shown; none: all. */
	chapters: number[];
	/** Single steps to be shown beside them, as `4.3`: the third step of chapter 4. */
	steps: string[];
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
	steps: [],
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

/** Steps are named one by one, `4.3`, or from one to another of a chapter, `4.1-5`. */
function readSteps(parts: readonly string[], chapters: number): string[] {
	const found = parts.flatMap((part): [number, number][] => {
		const named = /^(\d{1,2})\.(\d{1,2})(?:-(\d{1,2}))?$/.exec(part);
		if (!named || Number(named[1]) >= chapters) return [];
		const [chapter, from, to] = [named[1], named[2], named[3] ?? named[2]].map(Number);
		return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => [chapter, from + i]);
	});
	found.sort(([a, i], [b, j]) => a - b || i - j);
	return [...new Set(found.map((step) => step.join('.')))];
}

/** The same as short as can be: neighbours as one. */
function printSteps(steps: readonly string[]): string[] {
	const runs: { chapter: number; from: number; to: number }[] = [];
	for (const step of steps) {
		const [chapter, at] = step.split('.').map(Number);
		const last = runs.at(-1);
		if (last?.chapter === chapter && last.to === at - 1) last.to = at;
		else runs.push({ chapter, from: at, to: at });
	}
	return runs.map(({ chapter, from, to }) => `${chapter}.${from}${to > from ? `-${to}` : ''}`);
}

/** Reads an address's query. What cannot be read is left as usual, what is out of bounds is brought within them. */
export function readOptions(query: string, chapters = 14): Options {
	const asked = new URLSearchParams(query);
	const parts = (asked.get('c') ?? '').split(',');
	const numbers = parts
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
		steps: readSteps(parts, chapters),
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
	const { chapters, steps, links, line, kiosk, projector, size, mirror } = { ...USUAL, ...options };
	const shown = [...chapters, ...printSteps(steps)];
	const parts = [
		shown.length ? `c=${shown.join(',')}` : '',
		links ? '' : 'links=0',
		line ? '' : 'line=0',
		kiosk ? `kiosk=${kiosk}` : '',
		projector ? 'contrast=1' : '',
		size === USUAL.size ? '' : `size=${size}`,
		mirror ? 'mirror=1' : ''
	].filter(Boolean);
	return parts.length ? `?${parts.join('&')}` : '';
}
