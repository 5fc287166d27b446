import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Content types of what the build holds, by the ends of names, and which a host sends packed. */
const TYPES: Record<string, [type: string, packs: boolean]> = {
	'.html': ['text/html; charset=utf-8', true],
	'.js': ['text/javascript', true],
	'.css': ['text/css', true],
	'.json': ['application/json', true],
	'.csv': ['text/csv; charset=utf-8', true],
	'.txt': ['text/plain; charset=utf-8', true],
	'.xml': ['application/xml', true],
	'.svg': ['image/svg+xml', true],
	'.bin': ['application/octet-stream', true],
	'.onnx': ['application/octet-stream', true],
	'.wasm': ['application/wasm', true],
	'.webp': ['image/webp', false],
	'.avif': ['image/avif', false],
	'.png': ['image/png', false],
	'.woff2': ['font/woff2', false],
	'.mp4': ['video/mp4', false],
	'.webm': ['video/webm', false],
	'.zip': ['application/zip', false]
};

/**
 * What goes wrong with an answer: the line is cut before it (`refuse`) or half-way through it (`truncate`), nothing ever
 * comes (`stall`), it comes as many milliseconds later, or it is an error of the host's (a status such as 404 or 500).
 */
export type Harm = 'refuse' | 'truncate' | 'stall' | { delay: number } | { status: number };

export interface Host {
	/** Its address, with a slash at the end. */
	url: string;
	/** Paths asked for, in order, without the deep folder. */
	asked: string[];
	/** From now on what is asked for under a path that matches goes wrong. The last that matches counts. */
	break(pattern: RegExp, how: Harm): void;
	/** Everything goes well again. */
	mend(): void;
	/** Adds a page of a test's own. */
	serve(path: string, html: string): void;
	/** The body of the next POST. */
	heard(): Promise<string>;
	close(): Promise<void>;
}

export interface HostOptions {
	/** Any free one when not given. */
	port?: number;
	folder?: string;
	/** Sends text packed with brotli to who takes it, as good hosts do. */
	brotli?: boolean;
	/** Goes into the head of every page of the build, before all else. Without it files are sent byte for byte. */
	head?: string;
}

/** The site under a deep folder too, as some hosts have it. */
const DEEP = '/a/b/c/';

/** Serves the built site on this machine, at / and again below /a/b/c/, and breaks what it is told to. */
export async function openHost({
	port = 0,
	folder = 'build',
	brotli = false,
	head = ''
}: HostOptions = {}): Promise<Host> {
	const root = resolve(folder);
	const asked: string[] = [];
	const pages = new Map<string, string>();
	const packed = new Map<string, Buffer>();
	let harms: { pattern: RegExp; how: Harm }[] = [];
	const listeners: ((body: string) => void)[] = [];

	/** The answer when all goes well. */
	function answer(path: string, accepts: string): { status: number; headers: Record<string, string>; body: Buffer } {
		const page = pages.get(path);
		if (page !== undefined)
			return { status: 200, headers: { 'content-type': TYPES['.html'][0] }, body: Buffer.from(page) };
		let file = resolve(join(root, path));
		const isFolder = existsSync(file) && statSync(file).isDirectory();
		if (isFolder) file = join(file, 'index.html');
		if (!file.startsWith(root + sep) || !existsSync(file))
			return { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('not found') };
		const [type, packs] = TYPES[extname(file)] ?? ['application/octet-stream', false];
		let body = readFileSync(file);
		if (head && file.endsWith('.html')) body = Buffer.from(body.toString().replace('<head>', () => `<head>${head}`));
		if (!brotli || !packs || !/\bbr\b/.test(accepts)) return { status: 200, headers: { 'content-type': type }, body };
		const known = packed.get(file) ?? brotliCompressSync(body);
		packed.set(file, known);
		return {
			status: 200,
			headers: { 'content-type': type, 'content-encoding': 'br', vary: 'accept-encoding' },
			body: known
		};
	}

	async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
		let path: string;
		try {
			path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
		} catch {
			response.writeHead(400).end();
			return;
		}
		if (path.startsWith(DEEP)) path = path.slice(DEEP.length - 1);
		if (request.method === 'POST') {
			let body = '';
			request.setEncoding('utf8');
			for await (const part of request) body += part;
			for (const hear of listeners.splice(0)) hear(body);
			response.end();
			return;
		}
		asked.push(path);
		const how = harms.findLast(({ pattern }) => pattern.test(path))?.how;
		if (how === 'stall') return;
		if (how === 'refuse') {
			response.destroy();
			return;
		}
		if (typeof how === 'object' && 'delay' in how) await new Promise((done) => setTimeout(done, how.delay));
		const { status, headers, body } =
			typeof how === 'object' && 'status' in how
				? { status: how.status, headers: { 'content-type': 'text/plain' }, body: Buffer.from('broken') }
				: answer(path, String(request.headers['accept-encoding'] ?? ''));
		// As the configurations that come with the site have it: a script with a hash to be checked is asked for as a stranger's.
		const open = /^\/embed\.js$/.test(path) ? { 'access-control-allow-origin': '*' } : {};
		response.writeHead(status, { ...headers, ...open, 'content-length': body.length });
		if (request.method === 'HEAD') response.end();
		else if (how === 'truncate') response.write(body.subarray(0, body.length >> 1), () => response.destroy());
		else response.end(body);
	}

	const server = createServer((request, response) => void respond(request, response));
	await new Promise<void>((done, fail) => {
		server.once('error', fail);
		server.listen(port, '127.0.0.1', done);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		asked,
		break: (pattern, how) => void harms.push({ pattern, how }),
		mend: () => void (harms = []),
		serve: (path, html) => void pages.set(path, html),
		heard: () => new Promise((done) => void listeners.push(done)),
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}
