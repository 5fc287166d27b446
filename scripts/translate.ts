/**
 * `npm run translate -- --template` writes dist/strings.template.json: every text of the site with both its languages, an
 * empty place for a third, and what a translation of it has to keep. `--pseudo` fills the places with the English, accented
 * and two fifths longer, to see what does not hold. `--check FILE` says of a filled template what is missing or wrong.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './prepare.mjs';
import { faultsOf, pseudo, type Template } from './translate/check';
import { readTexts } from './translate/texts';

const { values } = parseArgs({
	options: { template: { type: 'boolean' }, pseudo: { type: 'boolean' }, check: { type: 'string' } }
});

if (values.check) {
	const faults = faultsOf(
		readTexts(join(root, 'src/content')),
		JSON.parse(readFileSync(values.check, 'utf8')) as Template
	);
	for (const fault of faults) console.log(fault);
	console.log(`${faults.length} to mend`);
	process.exit(faults.length ? 1 : 0);
}
const template: Template = Object.fromEntries(
	readTexts(join(root, 'src/content')).map(({ key, ...text }) => [
		key,
		{ ...text, text: values.pseudo ? pseudo(text.en, text.most) : '' }
	])
);
const name = values.pseudo ? 'strings.pseudo.json' : 'strings.template.json';
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', name), `${JSON.stringify(template, null, '\t')}\n`);
const words = Object.values(template).reduce((n, { en }) => n + en.split(/\s+/).length, 0);
console.log(`dist/${name}  ${Object.keys(template).length} texts, ${words.toLocaleString('en')} words of English`);
