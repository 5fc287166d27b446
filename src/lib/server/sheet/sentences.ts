/** What a text's mark leads to: a fact or claim, or a number that was computed. */
export interface Mark {
	kind: 'fact' | 'computed';
	id: string;
	/** The words it marks, plain. */
	words: string;
	/** Where they begin in the sentence. */
	at: number;
}
export interface Sentence {
	text: string;
	marks: Mark[];
}

/** Begin and end of a mark, for as long as the text is cut: characters that no text has. */
const END = '\uE000';
const FIRST = 0xe001;
const MARKS = /[\uE000-\uEFFF]/g;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '’' };
const plain = (html: string): string =>
	html
		.replace(/<[^>]+>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name])
		.replace(/\n/g, ' ');

/** A full stop ends a sentence, unless it shortens a word. */
const STOP =
	/(?<!\b(?:p|art|no|n|M|Mme|Mr|St|vol))([.!?…][\u202f\u00a0]?[»”)]*)\s+(?=[\uE000-\uEFFF]*[«“(]?[\uE000-\uEFFF]*[\p{Lu}\d])/gu;

/** A sentence with its marks taken out, and what they marked. */
function read(source: string, known: Pick<Mark, 'kind' | 'id'>[]): Sentence {
	const open: { index: number; at: number }[] = [];
	const marks: Mark[] = [];
	let text = '';
	for (const c of source.trim()) {
		const code = c.charCodeAt(0);
		if (c === END) {
			const { index, at } = open.pop() as { index: number; at: number };
			marks.push({ ...known[index], words: text.slice(at), at });
		} else if (code >= FIRST && code <= 0xefff) open.push({ index: code - FIRST, at: text.length });
		else text += c;
	}
	return { text, marks: marks.sort((a, b) => a.at - b.at) };
}

/**
 * The sentences of a step's prose, as its readers see them, and what is marked in them. Quotations are left out: they
 * are whole, and not ours to cut.
 */
export function sentencesOf(html: string): Sentence[] {
	const known: Pick<Mark, 'kind' | 'id'>[] = [];
	const begin = (kind: Mark['kind'], id: string) => String.fromCharCode(FIRST + known.push({ kind, id }) - 1);
	const marked = html
		.replace(/<figure[\s\S]*?<\/figure>/g, '')
		.replace(
			/<data value="[^"]*" data-computed="([^"]+)">(.*?)<\/data>/g,
			(_, id: string, words: string) => begin('computed', id) + words + END
		)
		.replace(
			/<span class="fact" data-fact="(\w+)">([\s\S]*?)<a class="src"[\s\S]*?<\/a><\/span>/g,
			(_, id: string, words: string) => begin('fact', id) + words + END
		);
	return marked
		.split(/<\/(?:p|li|h\d|blockquote)>/)
		.flatMap((block) => plain(block).replace(STOP, '$1\n').split('\n'))
		.filter((source) => source.replace(MARKS, '').trim())
		.map((source) => read(source, known));
}

/** The quotations of a step: which, and the words that are shown of each. */
export const quotesOf = (html: string): { id: string; text: string }[] =>
	[...html.matchAll(/<blockquote data-quote="([^"]+)" lang="\w\w" class="said[^>]*>([\s\S]*?)<\/blockquote>/g)].map(
		([, id, text]) => ({ id, text: plain(text).trim() })
	);

/** A number in digits, or a word for ten or more: what a sheet of facts has to answer for. */
const NUMBER =
	/(?<![\p{L}\d])\d|(?<!\p{L})(?:dix|onze|douze|quinze|vingt|trente|quarante|cinquant|soixante|cent|mille|million|milliard|dizaine|douzaine|quinzaine|centaine|millier|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|dozen|billion)(?:s|e|aine)?(?!\p{L})/iu;
export const hasNumber = (text: string): boolean => NUMBER.test(text);

/** Numbers in digits, as a spreadsheet of any country reads them. */
export const numbersIn = (text: string, lang: 'fr' | 'en'): string[] =>
	[
		...text.matchAll(
			lang === 'fr' ? /(?<![\p{L}\d])\d[\d\u202f\u00a0]*(?:,\d+)?/gu : /(?<![\p{L}\d])\d+(?:,\d{3})*(?:\.\d+)?/gu
		)
	].map(([n]) => (lang === 'fr' ? n.replace(/[\u202f\u00a0]/g, '').replace(',', '.') : n.replace(/,/g, '')));
