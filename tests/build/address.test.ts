import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Where the site says it is. The build that is looked at was told a public address or none: with the environment it was
 * made with, this asks for what it should say. `PUBLIC_ADDRESS=… npx vite build`, then the same before `npx vitest run`.
 */
const ADDRESS = process.env.PUBLIC_ADDRESS?.replace(/\/*$/, '/') ?? '';
const BUILD = 'build';
const files = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const read = (path: string) => readFileSync(join(BUILD, path), 'utf8');
const pages = files.filter((path) => path.endsWith('.html'));
const attribute = (html: string, tag: RegExp, name: string) =>
	[...html.matchAll(tag)].map(([found]) => new RegExp(`\\s${name}="([^"]*)"`).exec(found)?.[1] ?? '');

/** The file that an address of ours leads to. */
const fileOf = (address: string) =>
	address
		.slice(ADDRESS.length)
		.replace(/#.*/, '')
		.replace(/(^|\/)$/, '$1index.html');
const isThere = (address: string) => address.startsWith(ADDRESS) && existsSync(join(BUILD, fileOf(address)));

describe.runIf(ADDRESS)('a build that was told its address', () => {
	it('says on every page where that is, in both languages, and has a picture to be shared with', () => {
		for (const page of pages) {
			const html = read(page);
			const embed = page.includes('/embed/');
			const canonical = ADDRESS + (embed ? page.slice(0, 3) : page.replace('index.html', ''));
			expect(attribute(html, /<link rel="canonical"[^>]*>/g, 'href'), page).toEqual([canonical]);
			expect(attribute(html, /<meta property="og:url"[^>]*>/g, 'content'), page).toEqual([canonical]);
			const pictures = attribute(html, /<meta property="og:image"[^>]*>/g, 'content');
			expect(pictures.map(isThere), page).toEqual([true]);
			const alternates = /<link rel="alternate" hreflang="[^>]*>/g;
			expect(attribute(html, alternates, 'hreflang'), page).toEqual(embed ? [] : ['fr', 'en', 'x-default']);
			for (const href of attribute(html, alternates, 'href')) expect(isThere(href), `${page}: ${href}`).toBe(true);
		}
	});

	it('lists every page in its sitemap, and says where that is', () => {
		const listed = [...read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
		expect(listed.filter((address) => !isThere(address))).toEqual([]);
		const own = pages.filter((page) => !page.includes('/embed/') && page !== 'index.html');
		expect(listed.map(fileOf).sort()).toEqual(own.sort());
		expect(read('robots.txt')).toContain(`Sitemap: ${ADDRESS}sitemap.xml`);
	});

	it('is led to by its feeds, its answers to oEmbed and the code it gives', () => {
		for (const lang of ['fr', 'en']) {
			const links = attribute(read(`${lang}/corrections.xml`), /<link [^>]*>/g, 'href');
			expect(links.length).toBeGreaterThan(1);
			expect(links.filter((link) => !isThere(link))).toEqual([]);
			for (const name of files.filter((path) => path.startsWith(`${lang}/oembed/`) && path.endsWith('.json'))) {
				const said = JSON.parse(read(name)) as Record<string, string>;
				const [src] = attribute(said.html, /<iframe[^>]*>/g, 'src');
				for (const address of [src, said.thumbnail_url, said.provider_url])
					expect(isThere(address), address).toBe(true);
			}
			const code = read(`${lang}/republish/index.html`);
			expect(code).not.toMatch(/ADRESSE-DU-SITE|SITE-ADDRESS|<pre[^>]* data-incomplete/);
			const pasted = [...code.matchAll(/(?:src|href)=(?:&quot;|")(https?:[^"&]*)/g)].map(([, address]) => address);
			const ours = pasted.filter((address) => address.startsWith(ADDRESS));
			expect(ours.length).toBeGreaterThan(60);
			expect(ours.filter((address) => !isThere(address))).toEqual([]);
		}
	});
});

describe.runIf(!ADDRESS)('a build that was told no address', () => {
	it('marks it as missing in and above every box of code, and in the code itself', () => {
		for (const [lang, blank, line] of [
			['fr', 'https://ADRESSE-DU-SITE/', '&lt;!-- À COMPLÉTER'],
			['en', 'https://SITE-ADDRESS/', '&lt;!-- TO BE FILLED IN']
		]) {
			const code = read(`${lang}/republish/index.html`);
			const boxes = code.split(/<pre[^>]* data-incomplete/).slice(1);
			expect(boxes).toHaveLength(54);
			for (const box of boxes) {
				const text = box.slice(0, box.indexOf('</pre>'));
				expect(text).toContain(line);
				expect(text.split(blank).length).toBe(text.split('<mark').length);
			}
			expect(code.match(/id="[^"]*-missing"/g)).toHaveLength(54);
		}
	});

	it('names none as its own', () => {
		for (const page of pages) {
			const html = read(page);
			expect(html, page).not.toMatch(/<link rel="canonical"|property="og:url"/);
			for (const href of attribute(html, /<link rel="alternate"[^>]*>/g, 'href')) expect(href, page).toMatch(/^\./);
			expect(attribute(html, /<meta property="og:image"[^>]*>/g, 'content')[0], page).toMatch(/^\./);
		}
		expect(read('sitemap.xml')).not.toContain('<loc>');
		expect(read('robots.txt')).not.toContain('Sitemap');
		expect(read('fr/corrections.xml')).not.toMatch(/<link/);
		expect(read('fr/republish/index.html')).toContain('https://ADRESSE-DU-SITE/');
	});
});
