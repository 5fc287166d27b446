import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { inEachEngine, probe } from '../engines';
import { HOSTS } from '../newsrooms';
import { openHost, type Host } from '../server';

/** Those whose frames engines treat each in their own way; all seven are driven in Chromium, in tests/e2e/embed-hosts. */
const TRIED = [
	'a block whose scripts are stripped',
	'an AMP frame, which hears embed-size',
	'a pym parent, which hears its own words',
	'a nested srcdoc, where no height is heard',
	'a sandbox of scripts alone'
];

/** In every page of the site: tells the outermost page what a reader of the figure has before them. */
const TELLS = `<script>
addEventListener('error', (e) => top.postMessage({ fault: e.message }, '*'));
addEventListener('unhandledrejection', (e) => top.postMessage({ fault: String(e.reason) }, '*'));
setInterval(() => {
	const root = document.documentElement, still = document.querySelector('picture img'), title = document.querySelector('h1');
	if (!still || !title) return;
	top.postMessage({ figure: {
		still: still.naturalWidth, live: root.dataset.live || '', lost: root.dataset.fallback || '', title: title.getBoundingClientRect().height,
		over: [root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth], height: innerHeight
	} }, '*');
}, 100);
</script>`;

interface Seen {
	still: number;
	live: string;
	lost: string;
	title: number;
	over: [number, number];
	height: number;
	/** How far, in pixels, what follows the figure was moved in all. */
	moved: number;
	faults: string[];
}

const LOOK = `
const all = {};
let figure = null;
addEventListener('message', ({ data }) => {
	if (data && data.figure) figure = data.figure;
	if (data && data.fault) faults.push(data.fault);
});
for (const i of [${TRIED.map((_, i) => i).join()}]) {
	faults.length = 0;
	figure = null;
	frame.src = '/journal-' + i;
	await until(() => page()?.location.pathname === '/journal-' + i && page().getElementById('after'));
	// What the page before had still to say is said.
	await wait(150);
	figure = null;
	const after = page().getElementById('after');
	let at = after.getBoundingClientRect().top, moved = 0;
	const look = setInterval(() => {
		const now = after.getBoundingClientRect().top;
		moved += Math.abs(now - at);
		at = now;
	}, 16);
	await until(() => figure && figure.live, 20000).catch(() => {});
	await wait(300);
	clearInterval(look);
	all[i] = { ...figure, moved, faults: [...faults] };
}
return all;`;

describe('a figure in pages of others is whole, live and moves nothing, in', () => {
	let site: Host;
	let journal: Host;
	beforeAll(async () => {
		site = await openHost({ head: TELLS });
		journal = await openHost();
		const { html } = JSON.parse(readFileSync('build/fr/oembed/alerte.json', 'utf8')) as { html: string };
		const code = html.replace(/https?:\/\/[^"]*?\/(?=fr\/embed)/, site.url).replace(' loading="lazy"', '');
		TRIED.forEach((name, i) =>
			journal.serve(
				`/journal-${i}`,
				`<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un journal</title><style>body{margin:0;width:640px}iframe{border:0;display:block;max-width:100%}</style><h1>Un article</h1>${HOSTS[name](code)}<p id="after">Après.</p>`
			)
		);
	});
	afterAll(async () => {
		await site?.close();
		await journal?.close();
	});

	inEachEngine(async (engine) => {
		const seen = await probe<Record<number, Seen>>(engine, journal, { path: '/journal-0', script: LOOK });
		TRIED.forEach((name, i) => {
			const { still, live, lost, title, over, moved, faults } = seen[i];
			if (process.env.TELL) console.log(engine.name, name, JSON.stringify(seen[i]));
			expect(faults, name).toEqual([]);
			expect(still > 0 || live !== '', `${name}: a still or a live picture`).toBe(true);
			expect(live, `${name}: live (${lost})`).toBe('alerte.3');
			expect(title, name).toBeGreaterThan(10);
			expect(over, name).toEqual([0, 0]);
			// Of 900 pixels: 0.02 of the height, were all of it moved.
			expect(moved, name).toBeLessThanOrEqual(18);
		});
	}, 120_000);
});
