import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Visit, Visitor } from './visit';

/** What a page looks like and says of itself. */
const look = () => {
	const style = getComputedStyle(document.documentElement);
	return {
		paper: style.backgroundColor,
		ink: style.color,
		credit: document.querySelector('.host')?.textContent ?? null,
		canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
		english: document.querySelector('link[hreflang=en]')?.getAttribute('href') ?? null,
		cited: (
			JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}') as { url?: string }
		).url,
		adopted: document.adoptedStyleSheets.length
	};
};

/** Sets overrides.js and asks pages what came of it. */
export async function checkOverrides(visitor: Visitor, base: string, www: string): Promise<Visit[]> {
	const file = join(www, 'overrides.js');
	const untouched = readFileSync(file, 'utf8');
	const page = `${base}en/flat/`;
	const withSettings = async (settings: object) => {
		writeFileSync(file, `window.VSA = ${JSON.stringify(settings)};`);
		return visitor.see(page, look);
	};
	const visits: Visit[] = [];
	const expect = (what: string, is: unknown, should: unknown) =>
		visits.push({
			what,
			faults: Object.is(is, should) ? [] : [`${JSON.stringify(is)}, not ${JSON.stringify(should)}`]
		});
	try {
		const plain = await visitor.see(page, look);
		expect('unedited, it does nothing', plain.seen.adopted + Number(plain.seen.credit !== null) + plain.said.length, 0);
		const set = await withSettings({
			theme: { paper: '#ffffff', ink: '#10214a' },
			credit: { en: 'Published by <b>The Gazette</b>' },
			canonical: 'https://gazette.example/vsa/'
		});
		expect('a theme is applied', `${set.seen.paper} ${set.seen.ink}`, 'rgb(255, 255, 255) rgb(16, 33, 74)');
		expect('a credit is text', set.seen.credit, 'Published by <b>The Gazette</b>');
		expect('the canonical address is given', set.seen.canonical, 'https://gazette.example/vsa/en/flat/');
		expect('and its languages follow', set.seen.english, 'https://gazette.example/vsa/en/flat/');
		expect('so does what search engines read', set.seen.cited, 'https://gazette.example/vsa/en/flat/');
		const pale = await withSettings({ theme: { paper: '#ffffff', muted: '#9a9a9a' }, credit: { en: 'Kept' } });
		expect('a pale theme is not applied', `${pale.seen.paper} ${pale.seen.adopted}`, `${plain.seen.paper} 0`);
		expect(
			'its pair is named',
			pale.said.some((line) => /muted #9a9a9a on paper #ffffff is 2\.\d\d:1/.test(line)),
			true
		);
		expect('and the rest counts', pale.seen.credit, 'Kept');
		const wrong = await withSettings({ theme: { inc: '#000000' }, colour: 1, canonical: 'javascript:1' });
		expect('what is not known is named', wrong.said.filter((line) => line.startsWith('overrides.js: ')).length, 3);
	} finally {
		writeFileSync(file, untouched);
	}
	return visits;
}
