import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { HEADERS, kindOf, TYPES } from '../headers';
import type { Ground, Server } from './servers';

export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: Buffer;
}

/** Asks a server for something, as it is. */
export const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
	new Promise((done, fail) => {
		request(url, { headers, agent: false }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
			);
		})
			.on('error', fail)
			.end();
	});

/** What of an answer is not as the table of headers has it. */
function faultsOf(path: string, { status, headers }: Answer): string[] {
	if (status !== 200) return [`${path}: ${status}`];
	const faults = Object.entries(HEADERS[kindOf(`/${path}`)])
		.filter(([name, value]) => headers[name.toLowerCase()] !== value)
		.map(([name, value]) => `${path}: ${name} is ${headers[name.toLowerCase()]}, not ${value}`);
	const end = /\.(\w+)$/.exec(path)?.[1] ?? (path.endsWith('/') || !path ? 'html' : '');
	const type = String(headers['content-type']).split(';')[0];
	if (end && type !== TYPES[end].type) faults.push(`${path}: its type is ${type}`);
	if (end === 'csv' && !/utf-8/i.test(String(headers['content-type']))) faults.push(`${path}: says no UTF-8`);
	return faults;
}

/** Of each kind of file and each type one; at the root and in a folder. */
export async function checkHeaders({ url }: Server, paths: readonly string[]): Promise<string[]> {
	const faults: string[] = [];
	for (const path of paths)
		for (const base of [url, `${url}a/b/c/`])
			faults.push(...faultsOf(path, await ask(base + path, { 'accept-encoding': 'identity' })));
	const bare = await ask(`${url}a/b/c/fr`);
	if (![301, 308].includes(bare.status) || !/^\/?\S*fr\/$/.test(String(bare.headers.location).replace(/^\.\//, '')))
		faults.push(`fr without its slash: ${bare.status} ${bare.headers.location}`);
	const gone = await ask(`${url}_app/immutable/chunks/gone.js`);
	if (gone.status !== 404 || /immutable/.test(String(gone.headers['cache-control'])))
		faults.push(`a file that is gone: ${gone.status} ${gone.headers['cache-control']}`);
	return faults;
}

/** How a page and a hashed script are sent to who takes brotli or gzip. */
export async function packing({ url }: Server, paths: Record<string, string>): Promise<string[]> {
	const said: string[] = [];
	for (const [what, path] of Object.entries(paths))
		for (const way of ['br', 'gzip']) {
			const { headers, body } = await ask(url + path, { 'accept-encoding': way });
			said.push(`${what} as ${headers['content-encoding'] ?? 'it is'} ${body.length.toLocaleString('en')}`);
		}
	return said;
}

/** Changes a file of the copy as its README says, for as long as a task lasts. */
export async function corrected<T>(
	{ www }: Ground,
	path: string,
	change: (text: string) => string,
	task: () => Promise<T>
): Promise<T> {
	const names = [path, `${path}.br`, `${path}.gz`].filter((name) => existsSync(join(www, name)));
	const before = names.map((name) => ({
		file: join(www, name),
		bytes: readFileSync(join(www, name)),
		at: statSync(join(www, name)).mtimeMs / 1000
	}));
	writeFileSync(join(www, path), change(String(before[0].bytes)));
	// The archive's files are older than any edit; here all were written a moment ago.
	for (const { file, at } of before.slice(1)) utimesSync(file, at - 60, at - 60);
	execFileSync('sh', [join(www, 'hosting/repack.sh')], { stdio: 'pipe' });
	try {
		return await task();
	} finally {
		for (const { file, bytes, at } of before) {
			writeFileSync(file, bytes);
			utimesSync(file, at, at);
		}
	}
}

/**
 * Corrects a file without changing its length, and asks for it as who has seen it before. What is wrong: an old answer after
 * the change, or a whole one where nothing has changed.
 */
export async function checkCorrection({ url }: Server, ground: Ground, path: string): Promise<string[]> {
	const known = ({ headers }: Answer): Record<string, string> => ({
		...(headers.etag && { 'if-none-match': String(headers.etag) }),
		'if-modified-since': String(headers['last-modified']),
		'accept-encoding': 'gzip, br'
	});
	const faults: string[] = [];
	const first = await ask(url + path, { 'accept-encoding': 'gzip, br' });
	const again = await ask(url + path, known(first));
	if (again.status !== 304) faults.push(`${path}: unchanged, and sent again (${again.status})`);
	const change = (text: string) => text.replace(/o(?=[^o]*$)/, '0');
	await corrected(ground, path, change, async () => {
		const after = await ask(url + path, known(first));
		if (after.status !== 200) faults.push(`${path}: corrected, and answered with ${after.status}`);
		if (after.body.equals(first.body)) faults.push(`${path}: corrected, and sent as it was`);
		if (first.headers.etag && after.headers.etag === first.headers.etag) faults.push(`${path}: keeps its tag`);
	});
	return faults;
}
