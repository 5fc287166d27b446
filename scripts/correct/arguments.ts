export type Lang = 'fr' | 'en';

/** What is to be replaced in one language. */
export interface Change {
	lang: Lang;
	was: string;
	now: string;
	/** The file it stands in, where several have it: from the folder of content. */
	in?: string;
}
export interface Request {
	fact?: string;
	/** A step (chapter/name) or a page, where the file does not say it. */
	where?: string;
	date: string;
	changes: Change[];
	why: Record<Lang, string>;
}

/** Something is wrong with what was asked: said as it is, without a stack. */
export class Refusal extends Error {}

export const USAGE = `npm run correct -- [--fact f03] [--where chapter/step] [--date 2026-12-01]
  --lang fr --was "the words as they are" --now "as they are to be" [--in FILE] --why "the reason, in French"
  --lang en --was "…" --now "…" --why "the reason, in English"

What follows a --lang is of that language. The log is read in both languages: each needs its --why.
--was and --now may come several times, or not at all in a language that was right.`;

const OPTIONS = ['fact', 'where', 'date', 'lang', 'was', 'now', 'in', 'why'] as const;
type Option = (typeof OPTIONS)[number];

/** Options and values, in their order. */
function pairsOf(argv: readonly string[]): [Option, string][] {
	return argv.flatMap((word, i): [Option, string][] => {
		if (i % 2) return [];
		const name = word.replace(/^--/, '') as Option;
		if (!word.startsWith('--') || !OPTIONS.includes(name))
			throw new Refusal(`"${word}" is not an option. Words with spaces go in quotation marks.\n\n${USAGE}`);
		const value = argv[i + 1]?.trim();
		if (!value) throw new Refusal(`--${name} has no value.\n\n${USAGE}`);
		return [[name, value]];
	});
}

/** The change an option belongs to. */
function lastOf(changes: Partial<Change>[], option: string): Partial<Change> {
	const last = changes.at(-1);
	if (!last) throw new Refusal(`--${option} comes before any --was: first what is wrong, then what is right.`);
	return last;
}

/** Reads the command's words. `today` is the date of a correction that names none. @throws Refusal */
export function readArguments(argv: readonly string[], today: string): Request {
	const request: Omit<Request, 'why' | 'changes'> = { date: today };
	const changes: Partial<Change>[] = [];
	const why: Partial<Record<Lang, string>> = {};
	let lang: Lang | undefined;
	for (const [option, value] of pairsOf(argv)) {
		if (option === 'fact' || option === 'where' || option === 'date') request[option] = value;
		else if (option === 'lang') {
			if (value !== 'fr' && value !== 'en') throw new Refusal(`--lang is fr or en, not "${value}".`);
			lang = value;
		} else if (!lang) throw new Refusal(`--${option} comes before --lang: say first which language it is of.`);
		else if (option === 'was') changes.push({ lang, was: value });
		else if (option === 'why') why[lang] = value;
		else lastOf(changes, option)[option] = value;
	}
	const unfinished = changes.find((c) => !c.now);
	if (unfinished) throw new Refusal(`--was "${unfinished.was}" has no --now.`);
	if (!changes.length) throw new Refusal(`Nothing is to be corrected: --was and --now are missing.\n\n${USAGE}`);
	for (const l of ['fr', 'en'] as const)
		if (!why[l]) throw new Refusal(`The log is read in both languages: --lang ${l} --why "…" is missing.`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(request.date) || Number.isNaN(Date.parse(request.date)))
		throw new Refusal(`--date is a day such as 2026-12-01, not "${request.date}".`);
	if (request.fact && !/^[fc]\d+$/.test(request.fact))
		throw new Refusal(`--fact is the id of a fact or claim, such as f03 or c21, not "${request.fact}".`);
	return { ...request, changes: changes as Change[], why: why as Record<Lang, string> };
}
