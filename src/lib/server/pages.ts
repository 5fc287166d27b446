import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../picture/context';
import { ContentError, renderMarkdown } from './content';
import { CONTENT, renderOptions, UI } from './site';

/** A page of prose, content/pages/LANG/NAME.md: its first heading is its title. */
export function readPage(name: string, lang: Lang) {
	const file = join(CONTENT, 'pages', lang, `${name}.md`);
	let source: string;
	try {
		source = readFileSync(file, 'utf8');
	} catch {
		throw new ContentError(file, 'the file', 'is missing');
	}
	const match = /^# (.+)\n([\s\S]*)$/.exec(source.trim());
	if (!match) throw new ContentError(file, 'the first line', 'is not a heading (# Title)');
	return {
		lang,
		ui: UI[lang],
		title: match[1],
		html: renderMarkdown(match[2], { ...renderOptions(lang, '../'), file }, 'the text', [])
	};
}
