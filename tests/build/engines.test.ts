import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { inEachEngine, openIn } from '../engines';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.avif': 'image/avif',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2'
};
const STEPS = ['place.4', 'maraudage.3', 'regles.2', 'alerte.3', 'questions.3'];
/** Those whose marks have words; and those whose canvas has a drawing: the others are marks on plain ground. */
const WORDED = ['maraudage.3', 'regles.2', 'alerte.3'];
const DRAWN = ['place.4', 'maraudage.3', 'questions.3'];

interface Seen {
	errors: string[];
	place: string;
	/** For each step: the words of the marks on stage, and the spread of tones in what is painted. */
	steps: Record<string, { words: string; tones: number }>;
}

/** Put first into the story's own page, so that no fault comes before the ear: tells the page around it of each. */
const EAR = `<script>
console.error = (...all) => parent.faults.push(all.join(' '));
addEventListener('error', (e) => parent.faults.push(e.message ?? 'not loaded: ' + (e.target.src ?? e.target.href)), true);
addEventListener('unhandledrejection', (e) => parent.faults.push(String(e.reason)));
</script>`;

/** Runs in the engine: opens the story in a frame, goes to some steps, and posts what is on stage. */
const PROBE = `
const STEPS = ${JSON.stringify(STEPS)};
const wait = (ms) => new Promise((r) => setTimeout(r, ms));
const frame = document.querySelector('iframe');
(async () => {
	const seen = { errors: window.faults, place: '', steps: {} };
	const page = () => frame.contentDocument;
	// The frame's first document is an empty one, and there is a moment between the two without any.
	while (page()?.documentElement?.dataset.ready !== 'yes') await wait(100);
	const stage = page().querySelector('.stage');
	seen.place = stage.place;
	for (const id of STEPS) {
		frame.contentWindow.location.hash = id;
		while (page().documentElement.dataset.at !== id) await wait(50);
		await wait(500);
		const { marks } = await stage.inspect();
		const words = (list) => list.flatMap((m) => (m.type === 'group' ? words(m.children) : m.type === 'text' ? [m.text] : []));
		const small = document.createElement('canvas');
		small.width = small.height = 48;
		const pen = small.getContext('2d');
		pen.drawImage(page().querySelector('.stage canvas'), 0, 0, 48, 48);
		const tones = new Set();
		pen.getImageData(0, 0, 48, 48).data.forEach((v, i) => i % 4 === 1 && tones.add(v >> 3));
		seen.steps[id] = { words: words(marks).join(' | '), tones: tones.size };
	}
	return seen;
})().then((seen) => fetch('/seen', { method: 'POST', body: JSON.stringify(seen) }), (e) => fetch('/seen', { method: 'POST', body: JSON.stringify({ errors: [String(e)], place: '', steps: {} }) }));
`;

describe('the story is drawn, without a fault, in', () => {
	let server: Server;
	let url: string;
	let told: (seen: string) => void;
	beforeAll(async () => {
		server = createServer((request, response) => {
			if (request.method === 'POST') {
				let body = '';
				request.on('data', (d) => (body += d));
				request.on('end', () => told(body));
				response.end();
				return;
			}
			const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
			if (path === '/') {
				response.setHeader('content-type', 'text/html');
				response.end(
					`<!doctype html><script>window.faults = []</script><iframe src="/fr/?motion=off" width="1440" height="900"></iframe><script>${PROBE}</script>`
				);
				return;
			}
			let file = join('build', path);
			if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
			if (!existsSync(file)) return response.writeHead(404).end('not found');
			response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
			const body = readFileSync(file);
			response.end(file.endsWith('.html') ? body.toString().replace('<head>', `<head>${EAR}`) : body);
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	});
	afterAll(() => server?.close());

	inEachEngine(async (command) => {
		const seen = JSON.parse(await openIn(command, url, new Promise<string>((done) => (told = done)))) as Seen;
		expect(seen.errors).toEqual([]);
		expect(seen.place).toBe('worker');
		for (const id of DRAWN) expect(seen.steps[id].tones, id).toBeGreaterThan(4);
		// How far through a step a link leads differs by a line's height from engine to engine, and words with it.
		for (const id of WORDED) expect(seen.steps[id].words.length, id).toBeGreaterThan(40);
	}, 180_000);
});
