import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments, type Request } from '../../scripts/correct/arguments';
import { correct } from '../../scripts/correct/correct';
import { correctedOn, readCorrections, readLog } from '../../src/lib/server/corrections';
import { feed } from '../../src/lib/server/feed';

const DAY = '2099-01-02';
const WHY = ['--lang', 'fr', '--why', 'Une faute.', '--lang', 'en', '--why', 'A slip.'];
const ask = (...argv: string[]): Request => readArguments(argv, DAY);

describe('what is asked of the command', () => {
	it('is read by language, in any number', () => {
		const request = ask(
			'--fact',
			'f03',
			'--lang',
			'fr',
			'--was',
			'1 939',
			'--now',
			'1 940',
			'--was',
			'a',
			'--now',
			'b',
			'--in',
			'facts.yaml',
			...WHY
		);
		expect(request).toEqual({
			fact: 'f03',
			date: DAY,
			changes: [
				{ lang: 'fr', was: '1 939', now: '1 940' },
				{ lang: 'fr', was: 'a', now: 'b', in: 'facts.yaml' }
			],
			why: { fr: 'Une faute.', en: 'A slip.' }
		});
	});
	it.each([
		['nothing to correct', WHY, 'Nothing is to be corrected'],
		['no language', ['--was', 'a', '--now', 'b'], '--was comes before --lang'],
		['another language', ['--lang', 'de'], 'fr or en, not "de"'],
		['no right words', ['--lang', 'fr', '--was', 'a', ...WHY], '--was "a" has no --now'],
		['right words first', ['--lang', 'fr', '--now', 'b'], '--now comes before any --was'],
		['one reason only', ['--lang', 'fr', '--was', 'a', '--now', 'b', '--why', 'x'], '--lang en --why'],
		['an unknown option', ['--text', 'a'], '"--text" is not an option'],
		['an option without a value', ['--fact'], '--fact has no value'],
		['a day that is none', ['--date', 'today', '--lang', 'fr', '--was', 'a', '--now', 'b', ...WHY], 'not "today"'],
		['an id that is none', ['--fact', '3', '--lang', 'fr', '--was', 'a', '--now', 'b', ...WHY], 'not "3"']
	])('is refused, with what to do: %s', (_, argv, message) => {
		expect(() => ask(...argv)).toThrow(message);
	});
});

describe('a correction', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'correct-'));
		cpSync('src/content', folder, { recursive: true });
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const read = (file: string) => readFileSync(join(folder, file), 'utf8');
	const BOTH = [
		'--lang', 'fr', '--was', 'une affaire sur 88', '--now', 'une affaire sur 89', '--why', 'Division refaite.',
		'--lang', 'en', '--was', 'one case in 88', '--now', 'one case in 89', '--why', 'Division done again.'
	]; // prettier-ignore

	it('changes the words where they stand and nothing else, and enters the log', () => {
		const before = { fr: read('fr/09-resultat.md'), en: read('en/09-resultat.md'), log: read('corrections.yaml') };
		const done = correct(folder, ask('--fact', 'f03', ...BOTH));
		expect(done).toEqual({
			files: ['fr/09-resultat.md', 'en/09-resultat.md', 'corrections.yaml'],
			where: ['resultat/twenty-two'],
			fact: 'f03'
		});
		expect(read('fr/09-resultat.md')).toBe(before.fr.replace('une affaire sur 88', 'une affaire sur 89'));
		expect(read('en/09-resultat.md')).toBe(before.en.replace('one case in 88', 'one case in 89'));
		const log = readLog(join(folder, 'corrections.yaml'));
		expect(log[0]).toEqual({
			date: DAY,
			where: 'resultat/twenty-two',
			fact: 'f03',
			fr: 'Division refaite.',
			en: 'Division done again.',
			changed: [
				{ lang: 'fr', was: 'une affaire sur 88', now: 'une affaire sur 89' },
				{ lang: 'en', was: 'one case in 88', now: 'one case in 89' }
			]
		});
		// What the log said before stays to the letter, its comments too.
		const [comments, lines] = before.log.split(/^(?=- )/m);
		expect(read('corrections.yaml').startsWith(comments)).toBe(true);
		expect(read('corrections.yaml').endsWith(lines)).toBe(true);
	});
	it('is marked on its step and its fact from then on, and told in the feed with what was written', () => {
		correct(folder, ask('--fact', 'f03', ...BOTH));
		const log = readLog(join(folder, 'corrections.yaml'));
		expect(correctedOn('en', { place: 'resultat/twenty-two' }, log)).toBe('2 January 2099');
		expect(correctedOn('fr', { fact: 'f03' }, log)).toBe('2 janvier 2099');
		expect(correctedOn('', { fact: 'f03' }, log)).toBe(DAY);
		expect(correctedOn('en', { place: 'resultat/cases' }, log) + correctedOn('en', { fact: 'f04' }, log)).toBe('');
		const xml = feed('en', readCorrections('en', log), 'https://here/');
		expect(xml).toContain('<link href="https://here/en/#resultat.2"/>');
		expect(xml).toContain('It said: one case in 88 It says: one case in 89');
		expect(xml).toContain(`<updated>${DAY}T00:00:00Z</updated>`);
	});
	it('finds words that a file breaks over lines, and knows the fact they stand under', () => {
		const done = correct(
			folder,
			ask(
				'--lang',
				'en',
				'--was',
				'In fact the figure stops in 2013. Moreover,',
				'--now',
				"In fact the figure stops in 2012. What's more,",
				...WHY
			)
		);
		expect(done).toMatchObject({ where: ['sources'], fact: 'f01' });
		expect(read('facts.yaml')).toContain('stops in 2012. What’s more,');
	});
	it.each([
		[
			'words that stand nowhere',
			['--lang', 'fr', '--was', 'trois mille dragons', '--now', 'b'],
			'does not stand in any file'
		],
		[
			'words across a mark',
			['--lang', 'fr', '--was', '1 939 affaires : violences', '--now', 'b'],
			'fr/09-resultat.md has them with a mark inside'
		],
		['words in several files', ['--lang', 'fr', '--was', '5,87 %', '--now', '5,88 %'], '--in FILE'],
		[
			'words several times in one file',
			['--lang', 'fr', '--was', 'caméra', '--now', 'b', '--in', 'fr/01-camera.md'],
			'Give more of the words'
		],
		['a file that is none', ['--lang', 'fr', '--was', 'a', '--now', 'b', '--in', 'fr/nowhere.md'], 'It is one of:'],
		['another language’s file', ['--lang', 'fr', '--was', 'one case in 88', '--now', 'b'], 'does not stand in'],
		['a quotation', ['--lang', 'fr', '--was', 'Une étude récente réalisée', '--now', 'b'], 'does not stand in'],
		[
			'part of a longer number',
			['--lang', 'fr', '--was', '93', '--now', '94', '--in', 'fr/00-place.md'],
			'does not stand in'
		],
		['no change', ['--lang', 'en', '--was', 'one case in 88', '--now', 'one case in 88'], 'are both'],
		[
			'an unknown fact',
			['--fact', 'f99', '--lang', 'en', '--was', 'one case in 88', '--now', 'b'],
			'no fact or claim "f99"'
		],
		[
			'another fact’s words',
			['--fact', 'f02', '--lang', 'en', '--was', 'In fact the figure stops in 2013.', '--now', 'b'],
			'stand under f01, not f02'
		],
		[
			'a mark to nothing',
			['--lang', 'en', '--was', '[one case in 88](fact:f03)', '--now', '[one](fact:f99)'],
			'could not be built'
		],
		[
			'words that break a file of data',
			['--lang', 'en', '--was', 'Read it by scrolling', '--now', 'Read "it" by scrolling'],
			'changes more than the words'
		],
		[
			'a day before the last',
			['--date', '2020-01-01', '--lang', 'en', '--was', 'one case in 88', '--now', 'b'],
			'before the newest correction'
		]
	])('is refused, and leaves every file alone: %s', (_, argv, message) => {
		const files = [
			'fr/09-resultat.md',
			'en/09-resultat.md',
			'facts.yaml',
			'corrections.yaml',
			'fr/00-place.md',
			'ui.en.json'
		];
		const before = files.map(read);
		expect(() => correct(folder, ask(...argv, ...WHY))).toThrow(message);
		expect(files.map(read)).toEqual(before);
	});
});
