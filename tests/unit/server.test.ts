import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openHost, type Host } from '../server';

const PAGE = `<html><head><title>x</title></head><body>${'é$&'.repeat(4000)}</body></html>`;
const PICTURE = Uint8Array.from({ length: 5000 }, (_, i) => (i * 31) % 256);

let folder: string;
let host: Host;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'host-'));
	mkdirSync(join(folder, 'fr'));
	writeFileSync(join(folder, 'fr/index.html'), PAGE);
	writeFileSync(join(folder, 'picture.webp'), PICTURE);
	writeFileSync(`${folder}.html`, 'beside');
	host = await openHost({ folder });
});
afterEach(() => host.mend());
afterAll(async () => {
	await host.close();
	rmSync(folder, { recursive: true });
	rmSync(`${folder}.html`);
});

/** What comes when asked as told, unpacked by nobody. */
const ask = (url: string, headers: Record<string, string> = {}) =>
	new Promise<{ status: number; type: string; encoding?: string; body: Buffer; whole: boolean }>((done, fail) => {
		request(url, { headers }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('error', () => {});
			response.on('close', () =>
				done({
					status: response.statusCode ?? 0,
					type: response.headers['content-type'] ?? '',
					encoding: response.headers['content-encoding'],
					body: Buffer.concat(parts),
					whole: response.complete
				})
			);
		})
			.on('error', fail)
			.end();
	});

describe('the host', () => {
	it('serves the build byte for byte, at the root and in a deep folder', async () => {
		for (const url of [host.url, `${host.url}a/b/c/`]) {
			expect(await ask(`${url}fr/`)).toMatchObject({
				status: 200,
				type: 'text/html; charset=utf-8',
				body: Buffer.from(PAGE)
			});
			expect(await ask(`${url}picture.webp?x`)).toMatchObject({ type: 'image/webp', body: Buffer.from(PICTURE) });
			expect(await ask(`${url}gone.js`)).toMatchObject({ status: 404 });
		}
		expect(host.asked.slice(0, 3)).toEqual(['/fr/', '/picture.webp', '/gone.js']);
	});

	it('serves nothing beside the build, whatever is asked', async () => {
		for (const path of ['..%2f..%2fetc/passwd', `..%2f${folder.split('/').at(-1)}.html`])
			expect((await ask(host.url + path)).status, path).toBe(404);
		expect((await ask(`${host.url}%E0%A4%A`)).status).toBe(400);
	});

	it('packs text, not pictures, for who takes it, when told to', async () => {
		const packing = await openHost({ folder, brotli: true });
		const page = await ask(`${packing.url}fr/`, { 'accept-encoding': 'gzip, br' });
		expect(page.encoding).toBe('br');
		expect(brotliDecompressSync(page.body).toString()).toBe(PAGE);
		expect((await ask(`${packing.url}fr/`)).encoding).toBeUndefined();
		expect((await ask(`${packing.url}picture.webp`, { 'accept-encoding': 'br' })).encoding).toBeUndefined();
		await packing.close();
	});

	it('puts what it is told first into the head of pages', async () => {
		const other = await openHost({ folder, head: '<i>$&</i>' });
		expect((await ask(`${other.url}fr/`)).body.toString()).toBe(PAGE.replace('<head>', () => '<head><i>$&</i>'));
		await other.close();
	});

	it('breaks what it is told to, and mends it', async () => {
		host.break(/\.webp$/, { status: 500 });
		expect((await ask(`${host.url}picture.webp`)).status).toBe(500);
		expect((await ask(`${host.url}fr/`)).status).toBe(200);
		host.break(/./, 'refuse');
		await expect(ask(`${host.url}picture.webp`)).rejects.toThrow();
		host.break(/./, 'truncate');
		const half = await ask(`${host.url}picture.webp`);
		expect(half).toMatchObject({ status: 200, whole: false });
		expect(half.body.length).toBeLessThan(PICTURE.length);
		host.break(/./, { delay: 300 });
		const started = performance.now();
		expect((await ask(`${host.url}picture.webp`)).whole).toBe(true);
		expect(performance.now() - started).toBeGreaterThan(290);
		host.break(/./, 'stall');
		await expect(fetch(`${host.url}picture.webp`, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
		host.mend();
		expect((await ask(`${host.url}picture.webp`)).body.length).toBe(PICTURE.length);
	});

	it('serves a page of a test’s own, and hears what it says', async () => {
		host.serve('/probe', 'hello');
		expect((await ask(`${host.url}probe`)).body.toString()).toBe('hello');
		const heard = host.heard();
		await fetch(`${host.url}said`, { method: 'POST', body: 'é' });
		expect(await heard).toBe('é');
	});
});
