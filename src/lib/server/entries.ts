import type { Lang } from '../picture/context';
import type { Reference } from './content';
import { escape } from './content';
import { UI } from './site';
import { typeset } from './typography';

/** A source as a page prints it. */
export interface PrintedSource {
	name: string;
	publisher: string;
	date: string;
	url: string;
	sure: 'S1' | 'S2';
	copy: boolean;
	read: string;
}

/** A fact or a claim as a page prints it: plain text, set for the language. */
export interface Entry {
	id: string;
	kind: 'fact' | 'claim';
	title: string;
	status: string;
	says: string;
	correction: string;
	verbatim: string;
	derived: string;
	changes: string;
	check: boolean;
	facts: string[];
	sources: PrintedSource[];
}

const dateOf = (value: unknown, lang: Lang): string => {
	if (value === undefined) return '';
	const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
	const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!m) return text;
	return new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${text}T00:00:00Z`)
	);
};

/** One entry by id (fNN or cNN), for the language. Throws on an unknown id. */
export function entry(reference: Reference, id: string, lang: Lang): Entry {
	const set = (s: string | undefined) => (s ? typeset(s.trim(), lang) : '');
	const fact = reference.facts.get(id);
	if (fact) {
		return {
			id,
			kind: 'fact',
			title: set(fact[lang].title),
			status: UI[lang][`status.${fact.status}`],
			says: set(fact[lang].says),
			correction: set(fact[lang].correction),
			verbatim: '',
			derived: set(fact.derived?.[lang]),
			changes: set(fact.changes?.[lang]),
			check: fact.check === 'legifrance',
			facts: [],
			sources: fact.sources.map((s) => ({
				name: set(s.name),
				publisher: set(s.publisher),
				date: dateOf(s.date, lang),
				url: s.copy ? '' : (s.url ?? ''),
				sure: s.sure,
				copy: s.copy ?? false,
				read: dateOf(s.read, lang)
			}))
		};
	}
	const claim = reference.claims.get(id);
	if (!claim) throw new Error(`No fact or claim "${id}"`);
	return {
		id,
		kind: 'claim',
		title: set(claim[lang]),
		status: UI[lang]['status.attributed'],
		says: UI[lang].claimOf.replace('{who}', claim.who),
		correction: set(claim.note?.[lang]),
		verbatim: typeset(claim.verbatim, 'fr'),
		derived: '',
		changes: '',
		check: false,
		facts: claim.facts,
		sources: []
	};
}

/** The small panel a source marker opens: what is known, how surely, and the link to the whole entry. */
export function panel(e: Entry, lang: Lang, up: string): string {
	const ui = UI[lang];
	const source = e.sources[0];
	const more = e.sources.length > 1 ? ` (+${e.sources.length - 1})` : '';
	return (
		`<p class="panel-head"><b>${e.id}</b> <span>${escape(e.status)}${e.check ? ` · ${escape(ui.checkLaw)}` : ''}</span></p>` +
		`<p><strong>${escape(e.title)}</strong></p>` +
		(e.verbatim ? `<p lang="fr"><q>${escape(e.verbatim)}</q></p>` : `<p>${escape(e.says)}</p>`) +
		(e.correction ? `<p>${escape(e.correction)}</p>` : '') +
		(source
			? `<p class="panel-source">${source.url ? `<a href="${escape(source.url)}" rel="noreferrer">${escape(source.name)}</a>` : escape(source.name)}${source.publisher ? `, ${escape(source.publisher)}` : ''}${source.date ? `, ${escape(source.date)}` : ''} · ${source.sure}, ${escape(ui.readOn.replace('{date}', source.read))}${source.copy ? `, ${escape(ui.inCopy)}` : ''}${more}</p>`
			: '') +
		`<p><a href="${up}sources/#${e.id}">${escape(ui.allSources)}</a></p>`
	);
}
