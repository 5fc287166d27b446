import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCopy } from '../../scripts/hosting/copy';
import { STRICT } from '../../scripts/hosting/headers';
import { filesOf } from '../../scripts/offline/page';
import { fileAt, openSite } from '../../scripts/offline/site';
import { EAR, inEachEngine, probe } from '../engines';
import { openHost, type Host } from '../server';

/** What `npm run self-host` puts into its archive. */
const copy = new Map(makeCopy(process.cwd(), openSite(process.cwd())).map(({ path, bytes }) => [path, bytes]));
const pages = [...copy.keys()].filter((path) => path.endsWith('.html'));
const text = (path: string) => String(copy.get(path));

describe('the copy for servers', () => {
	it('has every page, and in none of them anything that a strict policy refuses', () => {
		expect(pages.length).toBeGreaterThan(80);
		for (const page of pages) {
			expect(text(page), page).not.toMatch(/<style|<[a-z][^>]*\s(?:style|on[a-z]+)="|href="javascript:/);
			for (const [, tag] of text(page).matchAll(/<script\b([^>]*)>/g))
				expect(tag, page).toMatch(/\ssrc="|\stype="application\/(?:ld\+)?json"/);
		}
	});

	it('has every file that its pages and its style sheets name', () => {
		const missing: string[] = [];
		for (const page of pages)
			for (const path of filesOf({ path: page }, text(page)))
				if (!copy.has(path) && !copy.has(join(path, 'index.html'))) missing.push(`${page} -> ${path}`);
		for (const sheet of [...copy.keys()].filter((path) => path.endsWith('.css')))
			for (const [, address] of text(sheet).matchAll(/url\(["']?([^"')]+)["']?\)/g))
				if (!/^data:/.test(address) && !copy.has(fileAt(sheet, address))) missing.push(`${sheet} -> ${address}`);
		expect(missing).toEqual([]);
	});

	it('names no place of its own: no address from the root of a host', () => {
		for (const page of pages) expect(text(page), page).not.toMatch(/\s(?:src|href|srcset|poster)="\//);
	});

	it('hears its host first on every page, and knows where each page is', () => {
		for (const page of pages) {
			const up = '../'.repeat(page.split('/').length - 1);
			expect(text(page), page).toContain(`<meta charset="utf-8" /><script src="${up}overrides.js"></script>`);
		}
		expect(text('en/lab/index.html')).toContain('data-page="en/lab/"');
		expect(text('en/embed/peur/index.html')).toContain('data-page="en/"');
		expect(text('index.html')).toContain('data-page=""');
	});

	it('keeps the sum that embed.js is checked against', () => {
		const sum = createHash('sha384').update(copy.get('embed.js')!).digest('base64');
		expect(text('fr/republish/index.html')).toContain(`sha384-${sum}`);
	});

	it('is packed ahead, but for what hosts edit', () => {
		const packed = [...copy.keys()].filter((path) => path.endsWith('.br'));
		expect(packed).toEqual(expect.arrayContaining(pages.map((page) => `${page}.br`)));
		expect(packed.filter((path) => !copy.has(path.replace('.br', '.gz')))).toEqual([]);
		for (const name of ['overrides.js', 'robots.txt', 'README.txt']) expect(packed).not.toContain(`${name}.br`);
		expect(String(brotliDecompressSync(copy.get('fr/index.html.br')!))).toBe(text('fr/index.html'));
	});
});

describe('the copy under the strictest policy, below a deep path', () => {
	let host: Host;
	const folder = mkdtempSync(join(tmpdir(), 'self-host-'));
	beforeAll(async () => {
		for (const [path, bytes] of copy) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), bytes);
		}
		// Before the policy, which would not let it in.
		const told = `<script>addEventListener('securitypolicyviolation', (e) => parent.faults?.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + location))</script>`;
		const policy = STRICT.replace(/; frame-ancestors.*/, '');
		host = await openHost({
			folder,
			head: `${EAR}${told}<meta http-equiv="Content-Security-Policy" content="${policy}">`
		});
	});
	afterAll(async () => {
		await host.close();
		rmSync(folder, { recursive: true, force: true });
	});

	inEachEngine(async (engine) => {
		const seen = await probe<{ signs: string[]; faults: string[] }>(engine, host, {
			path: '/a/b/c/',
			script: `
const signs = [];
const root = () => page().documentElement;
const go = async (path, sign) => {
	frame.src = '/a/b/c/' + path;
	await new Promise((done) => { frame.onload = done; });
	await until(sign);
	signs.push(path);
};
await go('fr/#maraudage.5', () => root().dataset.live === 'maraudage.5');
await go('en/lab/?source=queue', () => Number(root().dataset.labFrame) > 5);
await go('fr/show/#vision.2', () => root().dataset.at === 'vision.2');
await go('en/council/', () => page().querySelector('form input'));
await go('fr/embed/peur/', () => page().querySelector('.frame.live'));
await wait(300);
return { signs, faults };`
		});
		// What was on its way when the frame went on to the next page was not refused: a policy says so itself.
		const cut = /^not loaded: |dynamically imported module/;
		expect(seen.faults.filter((fault) => !cut.test(fault))).toEqual([]);
		expect(seen.signs).toHaveLength(5);
	}, 170_000);
});
