import { createHash } from 'node:crypto';
import type { Lang } from '../picture/context';
import { ADDRESS } from '../ui/share';
import type { Correction } from './corrections';
import { escape } from './markdown';
import { UI } from './site';

/** An id that stays the same for the same thing, wherever the site is: RFC 9562, version 8. */
function idOf(name: string): string {
	const h = createHash('sha256').update(`rester-la ${name}`).digest('hex');
	return `urn:uuid:${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** What a reader of the feed is told: where, why, and what was said before. */
function contentOf(lang: Lang, { places, fact, text, changed }: Correction): string {
	const ui = UI[lang];
	const where = [...places.map((p) => p.name), fact].filter(Boolean).join(', ');
	const said = changed.map((c) => `${ui['corrections.was']} ${c.was} ${ui['corrections.now']} ${c.now}`);
	return [where && `${where}${lang === 'fr' ? '\u00a0' : ''}:`, text, ...said].filter(Boolean).join(' ');
}

/** The log as an Atom feed (RFC 4287). */
export function feed(lang: Lang, log: Correction[], address = ADDRESS): string {
	const ui = UI[lang];
	const title = `${ui.title} · ${ui.corrections}`;
	const link = (path: string) => (address ? `<link href="${escape(`${address}${lang}/${path}`)}"/>` : '');
	const entries = log.map(
		(correction, i) =>
			`<entry><id>${idOf(`${lang} ${log.length - i} ${correction.date}`)}</id>` +
			`<title>${escape(correction.text)}</title><updated>${correction.date}T00:00:00Z</updated>` +
			`${link(correction.places[0]?.href ?? '')}` +
			`<content type="text">${escape(contentOf(lang, correction))}</content></entry>`
	);
	const self = address ? `<link rel="self" href="${escape(`${address}${lang}/corrections.xml`)}"/>` : '';
	return (
		`<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">` +
		`<id>${idOf(lang)}</id><title>${escape(title)}</title><updated>${log[0].date}T00:00:00Z</updated>` +
		`<author><name>${escape(ui.title)}</name></author><rights>CC BY 4.0</rights>${self}${link('')}\n${entries.join('\n')}\n</feed>\n`
	);
}
