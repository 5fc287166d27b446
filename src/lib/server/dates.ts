import type { Lang } from '../picture/context';

/** A day (2026-11-23) in the words of a language; anything else, a year for instance, as it stands. */
export function dateIn(lang: Lang, value: unknown): string {
	if (value === undefined) return '';
	const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
	return new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${text}T00:00:00Z`)
	);
}
