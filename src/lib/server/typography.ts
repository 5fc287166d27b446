import type { Lang } from '../picture/context';

const NARROW = '\u202f';
const NBSP = '\u00a0';

/**
 * Sets the spaces and apostrophes of a language in running text. Writers type ordinary spaces:
 * French gets a narrow no-break space inside guillemets, before ; ! ? and in numbers, a no-break space before : and units;
 * English keeps numbers and units together. Markdown and HTML around the text are left alone.
 */
export function typeset(text: string, lang: Lang): string {
	const t = text.replace(/(\p{L})'(?=\p{L})/gu, '$1’');
	if (lang === 'en') return t.replace(/(\d) (%|km|kg|m|s|t|GWh|MWh|kWh|MW|W)\b/g, `$1${NBSP}$2`);
	return t
		.replace(/« /g, `«${NARROW}`)
		.replace(/ »/g, `${NARROW}»`)
		.replace(/ ([;!?])/g, `${NARROW}$1`)
		.replace(/ :(?=\s|$)/gm, `${NBSP}:`)
		.replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
		.replace(/(\d) (%|€)/g, `$1${NARROW}$2`)
		.replace(
			/(\d|\}) (km|kg|m|s|t|h|GWh|MWh|kWh|MW|W|CO2|millions?|milliards?|secondes?|minutes?|personnes?|caméras?|mètres?)\b/g,
			`$1${NBSP}$2`
		)
		.replace(/\b(n|p|art|no) (?=\d)/g, `$1${NBSP}`);
}
