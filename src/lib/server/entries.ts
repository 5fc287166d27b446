import type { Lang } from '../picture/context';
import { NOT_NOTED, type Reference } from './reference';
import { correctedOn } from './corrections';
import { dateIn } from './dates';
import { whoIn } from './markdown';
import { UI } from './site';
import { typeset } from './typography';

/** A source as a page prints it. */
export interface PrintedSource {
	name: string;
	/** Language of its name. */
	lang: Lang | 'de';
	publisher: string;
	date: string;
	url: string;
	/** Why there is no address, where there is none. */
	noUrl: string;
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
	/** What would change it, where that is noted. */
	changes: string;
	check: boolean;
	facts: string[];
	/** Day of its last correction, or ''. */
	corrected: string;
	sources: PrintedSource[];
}

/** A source's name in its own language: quotation marks too, which the file has in French throughout. */
const nameOf = (name: string, lang: Lang | 'de'): string =>
	lang === 'fr' ? typeset(name.trim(), 'fr') : typeset(name.trim().replace(/« (.*?) »/g, '“$1”'), 'en');

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
			corrected: correctedOn(lang, { fact: id }),
			sources: fact.sources.map((s) => ({
				name: nameOf(s.name, s.lang ?? 'fr'),
				lang: s.lang ?? 'fr',
				publisher: set(s.publisher),
				date: dateIn(lang, s.date),
				url: s.url ?? '',
				noUrl: set(s.noUrl?.[lang]),
				sure: s.sure,
				copy: s.copy ?? false,
				read: s.read === NOT_NOTED ? UI[lang]['facts.notNoted'] : dateIn(lang, s.read)
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
		says: UI[lang].claimOf.replace('{who}', set(whoIn(claim.who, lang))),
		correction: set(claim.note?.[lang]),
		verbatim: typeset(claim.verbatim, 'fr'),
		derived: '',
		changes: set(claim.changes?.[lang]),
		check: false,
		facts: claim.facts,
		corrected: correctedOn(lang, { fact: id }),
		sources: []
	};
}
