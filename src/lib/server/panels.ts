import type { Lang } from '../picture/context';
import type { Reference } from './reference';
import { entry, type Entry, type PrintedSource } from './entries';
import { escape, escapeWords } from './markdown';
import { getReference, UI } from './site';
import { typeset } from './typography';

/** A source as a panel prints it: where it stands, when and how it was read, and how many more there are. */
function printSource(source: PrintedSource, more: number, lang: Lang): string {
	const ui = UI[lang];
	const said = source.lang === lang ? '' : ` lang="${source.lang}"`;
	const name = source.url
		? `<a href="${escape(source.url)}" rel="noreferrer"${said}>${escape(source.name)}</a>`
		: `<span${said}>${escape(source.name)}</span>`;
	const where = [name, source.publisher && escape(source.publisher), source.date].filter(Boolean).join(', ');
	const read = escape(ui.readOn.replace('{date}', source.read)) + (source.copy ? `, ${escape(ui.inCopy)}` : '');
	return `<p class="panel-source">${where} · ${source.sure}, ${read}${more ? ` (+${more})` : ''}</p>`;
}

/** The small panel a source's mark opens: what is known, how surely, and the link to the whole entry. */
function factPanel(e: Entry, lang: Lang, up: string): string {
	const ui = UI[lang];
	const [source] = e.sources;
	const corrected = e.corrected && ` · ${escape(ui['corrections.on'].replace('{date}', e.corrected))}`;
	return (
		`<p class="panel-head"><b>${e.id}</b> <span>${escape(e.status)}${e.check ? ` · ${escape(ui.checkLaw)}` : ''}${corrected}</span></p>` +
		`<p id="name-${e.id}"><strong>${escape(e.title)}</strong></p>` +
		(e.verbatim ? `<p lang="fr"><q>${escape(e.verbatim)}</q></p>` : `<p>${escapeWords(e.says)}</p>`) +
		(e.correction ? `<p>${escape(e.correction)}</p>` : '') +
		(source ? printSource(source, e.sources.length - 1, lang) : '') +
		`<p><a href="${up}sources/#${e.id}">${escape(ui.allSources)}</a></p>`
	);
}

/** The panel a term opens: its definition. */
function termPanel(reference: Reference, id: string, lang: Lang, up: string): string {
	const ui = UI[lang];
	const term = reference.glossary.get(id)?.[lang];
	if (!term) throw new Error(`No term "${id}"`);
	const set = (text: string) => escape(typeset(text, lang));
	const name = term.name && term.name !== term.term ? `, ${set(term.name)}` : '';
	return (
		`<p class="panel-head">${escape(ui.glossary)}</p>` +
		`<p id="name-term-${id}"><strong>${set(term.term)}</strong>${name}</p><p>${set(term.text)}</p>` +
		`<p><a href="${up}sources/#term-${id}">${escape(ui.wholeGlossary)}</a></p>`
	);
}

/** The panels that a text's marks and terms open, by the id each has in the text. `up` leads to the language's root. */
export function panelsOf(html: string, lang: Lang, up: string): Record<string, string> {
	const reference = getReference();
	const opened = html.matchAll(/class="(?:src|term)" (?:popovertarget="src-|href="sources\/#)([\w-]+)"/g);
	const ids = [...new Set([...opened].map(([, id]) => id))].sort();
	return Object.fromEntries(
		ids.map((id) => [
			id,
			id.startsWith('term-')
				? termPanel(reference, id.slice(5), lang, up)
				: factPanel(entry(reference, id, lang), lang, up)
		])
	);
}
