import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect } from 'vitest';
import { inEachEngine, openIn, probe, type Engine } from '../engines';
import { openHost, type Harm, type Host } from '../server';

/** The story opened at a step whose figure and control rest on the recording. */
const STEP = 'maraudage.3';
const PATH = `/fr/?motion=off#${STEP}`;

/** What a reader has before them at a step. */
interface Seen {
	at?: string;
	live?: string;
	fallback?: string;
	/** The sentence that says what is missing, if it is shown, and whether a way to try again is. */
	sentence: string;
	again: boolean;
	/** The step's own still can be seen: on stage or in the text. */
	still: boolean;
	/** Letters of the step's card. */
	text: number;
	/** What its control says. */
	output: string;
}

/** Defines `look(id)` in a page: what is seen of a step. */
const LOOK = `
const look = (id) => {
	const doc = page();
	const { at, live, fallback } = doc.documentElement.dataset;
	const step = doc.querySelector('[data-step="' + id + '"]');
	const lost = doc.querySelector('.lost');
	const seen = (e) => e && e.getClientRects().length > 0;
	const own = (img) => seen(img) && img.complete && img.naturalWidth > 0 && img.currentSrc.includes('/' + id);
	return {
		at, live, fallback,
		sentence: seen(lost) ? lost.querySelector('p').textContent : '',
		again: seen(lost) && seen(lost.querySelector('a')),
		still: own(doc.querySelector('.stage img.rest')) || own(step.querySelector('.still img')),
		text: step.querySelector('.card').innerText.length,
		output: [...step.querySelectorAll('output')].map((o) => o.textContent).join(' ')
	};
};
const settled = (id) => until(() => {
	const { at, live, fallback } = page()?.documentElement?.dataset ?? {};
	return (at === id && live === id) || fallback;
}, 40000);
// A still comes a moment after the word that says so.
const stood = (id) => until(() => look(id).still || look(id).live === id, 20000);`;

/** Opens the story with something broken, and gives what is seen; then mends it, tries again, and looks once more. */
async function visit(
	engine: Engine,
	host: Host,
	mended: boolean,
	word: string
): Promise<{ broken: Seen; mended?: Seen }> {
	const healing = setInterval(() => host.asked.includes('/mend') && host.mend(), 20);
	try {
		return await probe(engine, host, {
			path: PATH,
			script: `${LOOK}
// On a slow machine it is late before it is known to be lost.
await until(() => {
	const { live, fallback } = page()?.documentElement?.dataset ?? {};
	return '${word}' ? fallback === '${word}' : live === '${STEP}';
}, 60000);
await stood('${STEP}');
await wait(300);
const broken = look('${STEP}');
if (!${mended}) return { broken };
await fetch('/mend').catch(() => {});
await wait(200);
page().querySelector('.lost a').click();
await until(() => page()?.documentElement?.dataset.live === '${STEP}', 40000);
await wait(300);
return { broken, mended: look('${STEP}') };`
		});
	} finally {
		clearInterval(healing);
	}
}

/** The file of the build whose text has `mark`, as a pattern of its path; the smallest of several. */
function fileWith(folder: string, mark: string): RegExp {
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.js'))
		.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
		.filter(({ text }) => text.includes(mark))
		.sort((a, b) => a.text.length - b.text.length);
	return new RegExp(files[0].name.replaceAll('.', '\\.'));
}

const SCENE = fileWith('build/_app/immutable/workers/chunks', 'maraudage.threshold');
const ENTRY = new RegExp(
	(readFileSync('build/fr/index.html', 'utf8').match(/data-entry="[^"]*\/([^"/]+)"/)?.[1] ?? 'none').replaceAll(
		'.',
		'\\.'
	)
);

/** What may go wrong, and the word the page says of it; '' where it does without, and the whole picture is there. */
const FAULTS: [name: string, pattern: RegExp, how: Harm, word: string][] = [
	['the recording is refused', /recording.*\.bin$/, 'refuse', 'recording'],
	['the recording is cut short', /recording.*\.bin$/, 'truncate', 'recording'],
	['the recording never comes', /recording.*\.bin$/, 'stall', 'slow'],
	['the labels are missing', /\/labels\.json$/, { status: 404 }, 'labels'],
	['the scene is refused', SCENE, { status: 503 }, 'scene'],
	['the worker is refused', /stage\.worker/, { status: 403 }, ''],
	['the page’s own script is refused', ENTRY, 'refuse', 'script'],
	['typefaces are missing', /\.woff2$/, { status: 404 }, '']
];

for (const [name, pattern, how, word] of FAULTS)
	describe(`${name}: nothing is blank or untrue, in`, () => {
		inEachEngine(async (engine) => {
			const host = await openHost();
			try {
				host.break(pattern, how);
				const heals = word !== '' && word !== 'slow' && word !== 'script';
				const { broken, mended } = await visit(engine, host, heals, word);
				expect(broken.text).toBeGreaterThan(80);
				if (word === '') {
					expect(broken).toMatchObject({ live: STEP, sentence: '' });
					expect(broken.output).toMatch(/\d/);
					return;
				}
				expect(broken).toMatchObject({ fallback: word, still: true, again: true });
				expect(broken.live).toBeUndefined();
				expect(broken.sentence.length).toBeGreaterThan(20);
				expect(broken.output, 'no number whose recording is not there').not.toMatch(/\d/);
				if (!heals) return;
				expect(mended).toMatchObject({ live: STEP, sentence: '' });
				expect(mended?.output).toMatch(/\d/);
			} finally {
				await host.close();
			}
		}, 120_000);
	});

describe('no canvas can be had: nothing is blank or untrue, in', () => {
	inEachEngine(async (engine) => {
		const host = await openHost({
			head: '<script>delete window.OffscreenCanvas; HTMLCanvasElement.prototype.getContext = () => null;</script>'
		});
		try {
			const { broken } = await visit(engine, host, false, 'canvas');
			expect(broken).toMatchObject({ fallback: 'canvas', still: true, again: true });
			expect(broken.text).toBeGreaterThan(80);
		} finally {
			await host.close();
		}
	}, 120_000);
});

describe('the line is cut while the reader scrolls: every step has its text, and its picture or a sentence, in', () => {
	inEachEngine(async (engine) => {
		const host = await openHost();
		const cutting = setInterval(() => host.asked.includes('/cut') && host.break(/./, 'refuse'), 20);
		try {
			const seen = await probe<Seen[]>(engine, host, {
				path: '/fr/?motion=off',
				script: `${LOOK}
await settled('place.1');
await fetch('/cut').catch(() => {});
await wait(200);
const seen = [];
for (const id of ['place.3', 'camera.2', 'maraudage.3', 'resultat.2', 'questions.1', 'place.2']) {
	frame.contentWindow.location.hash = id;
	await until(() => page().documentElement.dataset.at === id);
	await settled(id);
	// Back where everything is there.
	if (id === 'place.2') await until(() => page().documentElement.dataset.live === id, 20000);
	await wait(100);
	seen.push(look(id));
}
return seen;`
			});
			for (const step of seen) {
				expect(step.text, step.at).toBeGreaterThan(40);
				if (step.live === step.at) continue;
				expect(step.sentence.length, step.at).toBeGreaterThan(20);
				expect(step.output, step.at).not.toMatch(/\d/);
			}
			expect(seen.at(-1)).toMatchObject({ live: 'place.2' });
		} finally {
			clearInterval(cutting);
			await host.close();
		}
	}, 150_000);
});

describe('the page is opened from a disk: every step has its text and its still, in', () => {
	inEachEngine(async (engine) => {
		const folder = mkdtempSync(join(tmpdir(), 'une clé à la main '));
		const host = await openHost();
		try {
			cpSync('build', folder, { recursive: true });
			const file = join(folder, 'fr/index.html');
			const tell = `<script>setTimeout(() => {
const page = () => document;
const until = () => {};
${LOOK}
document.getElementById('${STEP}').scrollIntoView();
setTimeout(() => fetch('${host.url}said', { method: 'POST', mode: 'no-cors', body: JSON.stringify(look('${STEP}')) }), 3000);
}, 4000)</script>`;
			writeFileSync(
				file,
				readFileSync(file, 'utf8').replace('</body>', () => `${tell}</body>`)
			);
			const seen = JSON.parse(await openIn(engine, pathToFileURL(file).href, host.heard())) as Seen;
			expect(seen).toMatchObject({ fallback: 'script', still: true, again: true });
			expect(seen.text).toBeGreaterThan(80);
		} finally {
			await host.close();
			rmSync(folder, { recursive: true, force: true });
		}
	}, 120_000);
});
