/**
 * `npm run correct`: corrects a sentence or a number in the one file where it stands, and enters it in the log of
 * corrections, which the marks, the feed and the dates of the site follow. Says how, without arguments.
 */
import { join } from 'node:path';
import { readArguments, Refusal, USAGE } from './correct/arguments';
import { correct } from './correct/correct';

const argv = process.argv.slice(2);
if (!argv.length || argv.includes('--help')) {
	console.log(USAGE);
	process.exit(argv.length ? 0 : 1);
}
try {
	const today = new Date().toISOString().slice(0, 10);
	const { files, where, fact } = correct(join('src', 'content'), readArguments(argv, today));
	console.log(`Corrected: ${[...where, fact].filter(Boolean).join(', ')}`);
	for (const file of files) console.log(`  src/content/${file}`);
	console.log('Look at the difference (git diff), run npm test, and build.');
} catch (e) {
	if (!(e instanceof Refusal)) throw e;
	console.error(e.message);
	process.exit(1);
}
